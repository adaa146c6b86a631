#include "wire/handlers.hpp"

namespace superlink {

Judgements scoreInvitations(const Context& context, const ScoreBatch& params) {
    const auto& [judge, ledger] = context.judge->of(context.store);
    Judgements out;
    std::vector<SeenInvitation> seen;
    for (const Invitation& invitation : params.invitations) {
        Judgement judgement = judge.judge(invitation);
        for (Reason& reason : judgement.reasons) {
            reason.agreed = ledger.of(reason.code);
        }
        out.judgements.push_back(std::move(judgement));
        seen.push_back({invitation.id, toString(invitation.kind), toText(invitation)});
    }
    context.store.rememberInvitations(seen, context.clock.now());
    return out;
}

} // namespace superlink
