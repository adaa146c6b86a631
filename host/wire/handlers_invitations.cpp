#include "wire/handlers.hpp"

#include "scoring/score.hpp"

namespace superlink {

Judgements scoreInvitations(const Context& context, const ScoreBatch& params) {
    const Settings settings = currentSettings(context);
    const auto counts = context.store.decisionCounts();
    const Model model = modelAfter(counts.accepted, counts.ignored);
    Judgements out;
    std::vector<SeenInvitation> seen;
    for (const Invitation& invitation : params.invitations) {
        out.judgements.push_back(score(invitation, settings, model));
        seen.push_back({invitation.id, toString(invitation.kind), toText(invitation)});
    }
    context.store.rememberInvitations(seen, context.clock.now());
    return out;
}

} // namespace superlink
