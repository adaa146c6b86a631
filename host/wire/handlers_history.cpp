#include "wire/handlers.hpp"

#include "wire/current_plan.hpp"
#include "wire/present.hpp"

namespace superlink {
namespace {

constexpr std::size_t kMostBytes = 700 * 1024;
constexpr Millis kLife = 180LL * 86'400'000;

/// The first of them that fit into a reply.
void fit(std::vector<PastDecision>& decisions) {
    std::size_t bytes = 0;
    std::size_t kept = 0;
    while (kept < decisions.size() && (bytes += toText(decisions[kept].invitation).size()) < kMostBytes) {
        ++kept;
    }
    decisions.resize(kept);
}

} // namespace

PastDecisions listDecisions(const Context& context, const ListDecisions& params) {
    const CurrentJudge::Made& made = context.judge->of(context.store, context.clock.now());
    PastDecisions out;
    for (auto one = made.decisions.rbegin();
         one != made.decisions.rend() && static_cast<int>(out.decisions.size()) < params.most &&
         one->decidedAt >= params.since;
         ++one) {
        out.decisions.push_back(*one);
        out.decisions.back().relationship = made.judge.judge(one->invitation).relationship;
    }
    fit(out.decisions);
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
                                      entry.item.lapsesAt - kLife});
        }
    }
    History out = historyOf(events, params.weeks, present.now, present.calendar);
    fit(out.disagreements);
    return out;
}

} // namespace superlink
