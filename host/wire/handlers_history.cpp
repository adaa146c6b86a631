#include "wire/handlers.hpp"

#include "wire/current_plan.hpp"
#include "wire/present.hpp"
#include "wire/reply_size.hpp"

namespace superlink {
PastDecisions listDecisions(const Context& context, const ListDecisions& params) {
    const CurrentJudge::Made& made = context.judge->of(context.store, context.clock.now());
    PastDecisions out;
    for (auto one = made.decisions.rbegin(); one != made.decisions.rend() && one->decidedAt >= params.since;
         ++one) {
        ++out.counts.at(static_cast<std::size_t>(one->action));
        if (static_cast<int>(out.decisions.size()) < params.most) {
            out.decisions.push_back(*one);
            out.decisions.back().relationship = made.judge().judge(one->invitation).relationship;
        }
    }
    fitIntoReply(out.decisions);
    return out;
}

History getHistory(const Context& context, const GetHistory& params) {
    const Present present = presentOf(context);
    PastEvents events = pastEvents(context);
    const CurrentPlan::Made& plan = context.plan->of(context, present);
    events.lapsed = plan.lapsed;
    for (const CurrentPlan::Entry& entry : plan.entries) {
        if (entry.item.invitation.kind == Kind::Person) {
            events.pending.push_back({entry.item.judgement.relationship, entry.item.judgement.verdict,
                                      entry.item.lapsesAt - kInvitationLife});
        }
    }
    History out = historyOf(events, params.weeks, present.now, present.calendar);
    fitIntoReply(out.disagreements);
    return out;
}

} // namespace superlink
