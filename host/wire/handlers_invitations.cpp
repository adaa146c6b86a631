#include "wire/handlers.hpp"

#include "wire/current_plan.hpp"
#include "wire/present.hpp"

namespace superlink {
namespace {

/// An invitation that is shown but not pending: it was decided, and the page does not know yet. It stands
/// where it would if it were the only one.
Judgement judgedAlone(const Context& context, const Present& present, const Invitation& invitation) {
    const CurrentJudge::Made& made = context.judge->of(context.store, present.now);
    Judgement judgement = made.judge().judge(invitation);
    for (Reason& reason : judgement.reasons) {
        reason.agreed = made.ledger.of(reason.code);
    }
    PlanRequest request;
    request.room = 1;
    const auto placed = planWeek({candidateOf(invitation, judgement, present.week.resetsAt, false)}, request);
    judgement.plan = plannedOf(placed.front(), present);
    return judgement;
}

} // namespace

Judgements scoreInvitations(const Context& context, const ScoreBatch& params) {
    std::vector<SeenInvitation> seen;
    for (const Invitation& invitation : params.invitations) {
        seen.push_back({invitation.id, toString(invitation.kind), toText(invitation)});
    }
    context.store.rememberInvitations(seen, context.clock.now());
    const Present present = presentOf(context);
    context.plan->of(context, present);
    Judgements out;
    out.timeZone = present.budget.timeZone;
    for (std::size_t i = 0; i < params.invitations.size(); ++i) {
        const CurrentPlan::Entry* entry = context.plan->find(params.invitations[i].id);
        out.judgements.push_back(entry != nullptr && entry->document == seen[i].document
                                     ? entry->item.judgement
                                     : judgedAlone(context, present, params.invitations[i]));
    }
    return out;
}

} // namespace superlink
