#include "wire/handlers.hpp"

namespace superlink {

Recorded recordDecision(const Context& context, const Decision& params) {
    const Invitation& invitation = params.invitation;
    StoredDecision decision;
    decision.key = params.key;
    decision.invitationId = invitation.id;
    decision.action = toString(params.action);
    decision.verdict = params.verdict ? std::optional<std::string>(toString(*params.verdict)) : std::nullopt;
    decision.decidedAt = params.decidedAt;
    decision.reasons =
        noted(context.judge->of(context.store, context.clock.now()).judge().judge(invitation).reasons);
    const SeenInvitation seen{invitation.id, toString(invitation.kind), toText(invitation)};
    return {!context.store.recordDecision(decision, seen, context.clock.now())};
}

Undone undoDecision(const Context& context, const UndoDecision& params) {
    return {context.store.forgetDecision(params.key)};
}

} // namespace superlink
