#include "wire/present.hpp"

#include "planning/budget.hpp"
#include "planning/energy.hpp"

#include <algorithm>

namespace superlink {
namespace {

constexpr int kSuggestedFrom = 4; ///< complete weeks

std::vector<PastDecision> personsSince(const std::vector<PastDecision>& decisions, Millis since) {
    std::vector<PastDecision> out;
    std::copy_if(decisions.begin(), decisions.end(), std::back_inserter(out),
                 [since](const PastDecision& one) {
                     return one.decidedAt >= since && one.invitation.kind == Kind::Person;
                 });
    return out;
}

/// What happened since a moment, all budgets among it; not who they would be, nor what is pending.
PastEvents eventsOf(const Context& context, const CurrentJudge::Made& made, Millis since) {
    PastEvents events;
    events.decisions = personsSince(made.decisions, since);
    for (const StoredPeople& entered : context.store.elsewhere(since, kEndOfTime)) {
        events.entered.push_back({entered.at, entered.people});
    }
    for (const StoredBudget& budget : context.store.budgets()) {
        events.budgets.push_back({budget.since, budget.weeklyBudget});
    }
    return events;
}

} // namespace

Calendar calendarOf(const Context& context, const Settings& settings) {
    Calendar calendar{context.clock.timeZone, Weekday::Monday};
    if (context.browser->timeZone) {
        calendar.timeZone = *context.browser->timeZone;
    }
    if (settings.week.timeZone && isTimeZone(*settings.week.timeZone)) {
        calendar.timeZone = *settings.week.timeZone;
    }
    if (context.browser->firstDay) {
        calendar.firstDay = *context.browser->firstDay;
    }
    if (settings.week.firstDay) {
        calendar.firstDay = *settings.week.firstDay;
    }
    return calendar;
}

Present presentOf(const Context& context) {
    Present out;
    out.now = context.clock.now();
    out.settings = context.judge->of(context.store, out.now).settings;
    out.calendar = calendarOf(context, out.settings);
    out.week = weekContaining(out.now, out.calendar);
    int elsewhere = 0;
    for (const StoredPeople& entered : context.store.elsewhere(out.week.startsAt, out.week.resetsAt)) {
        elsewhere += entered.people;
    }
    const int seen = context.store.peopleAccepted(out.week.startsAt, out.week.resetsAt);
    out.budget = budgetFor(out.settings, out.week, seen, elsewhere);
    out.budget.timeZone = out.calendar.timeZone;
    return out;
}

PastEvents pastEvents(const Context& context) {
    const Millis now = context.clock.now();
    const CurrentJudge::Made& made = context.judge->of(context.store, now);
    PastEvents events = eventsOf(context, made, 0);
    for (PastDecision& decision : events.decisions) {
        decision.relationship = made.judge().judge(decision.invitation).relationship;
    }
    return events;
}

Budget budgetWithSuggestion(const Context& context, const Present& present) {
    Budget budget = present.budget;
    const PastEvents events = eventsOf(context, context.judge->of(context.store, present.now),
                                       weekFrom(present.now, -kSuggestedFrom, present.calendar).startsAt);
    // Who has just chosen a budget is not told another one, and before there was one there is none to mend.
    if (events.budgets.empty() || events.budgets.back().since >= present.week.startsAt) {
        return budget;
    }
    const History history = historyOf(events, kSuggestedFrom + 1, present.now, present.calendar);
    std::vector<PastWeek> weeks;
    for (auto week = history.weeks.begin(); week != history.weeks.end() - 1; ++week) {
        // A week without a decision is one away from LinkedIn, not one of little use.
        if (week->weeklyBudget && events.budgets.front().since <= week->startsAt &&
            week->accepted + week->ignored > 0) {
            weeks.push_back({*week->weeklyBudget, week->accepted});
        }
    }
    budget.suggestion = suggestionFor(present.settings.weeklyBudget, weeks);
    return budget;
}

PlanRequest requestFor(const Context& context, const Present& present, const Settings& settings) {
    PlanRequest request;
    request.room = roomFor(settings.energy, settings.weeklyBudget, present.budget.used);
    request.usualRoom = roomFor(Energy::Normal, settings.weeklyBudget, present.budget.used);
    request.weeklyRoom = settings.weeklyBudget;
    request.startsAt = present.week.startsAt;
    request.wanted = settings.relationships;
    const CurrentJudge::Made& made = context.judge->of(context.store, present.now);
    for (auto one = made.decisions.rbegin(); one != made.decisions.rend(); ++one) {
        if (one->decidedAt < present.week.startsAt) {
            break; // they stand in the order of time
        }
        if (one->action == Action::Accept && one->invitation.kind == Kind::Person) {
            const Judgement judgement = made.judge().judge(one->invitation);
            request.accepted.push_back({judgement.relationship, judgement.trade});
        }
    }
    return request;
}

Planned plannedOf(const Placed& placed, const Present& present) {
    Planned out{placed.place, placed.because, std::nullopt};
    if (placed.weeksAhead) {
        out.at = weekFrom(present.now, *placed.weeksAhead, present.calendar).startsAt;
    }
    return out;
}

} // namespace superlink
