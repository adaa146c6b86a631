#include "planning/history.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace superlink {
namespace {

constexpr std::size_t kMostDisagreements = 20;
/// The first week, the first month, a quarter, and the last month before an invitation lapses.
constexpr std::array kAges = {0, 7, 30, 90, 150};

void count(Agreement& agreement, const PastDecision& decision) {
    if (const auto right = agreed(decision)) {
        agreement.times += *right ? 1 : 0;
        ++agreement.of;
    }
}

std::optional<int> budgetAt(const std::vector<BudgetChange>& budgets, Millis moment) {
    std::optional<int> found;
    for (const BudgetChange& change : budgets) {
        if (change.since < moment) {
            found = change.weeklyBudget;
        }
    }
    return found;
}

HistoryWeek countWeek(const PastEvents& events, const Week& week) {
    const auto within = [&](Millis at) { return at >= week.startsAt && at < week.resetsAt; };
    HistoryWeek out;
    out.startsAt = week.startsAt;
    out.weeklyBudget = budgetAt(events.budgets, week.resetsAt);
    std::set<std::string> accepted;
    std::set<std::string> ignored;
    for (const PastDecision& decision : events.decisions) {
        if (within(decision.decidedAt)) {
            (decision.action == Action::Accept ? accepted : ignored).insert(decision.invitation.id);
            count(out.agreed, decision);
        }
    }
    out.accepted = static_cast<int>(accepted.size());
    out.ignored = static_cast<int>(ignored.size());
    for (const EnteredPeople& entered : events.entered) {
        out.accepted += within(entered.at) ? entered.people : 0;
    }
    out.lapsed = static_cast<int>(std::count_if(events.lapsed.begin(), events.lapsed.end(), within));
    return out;
}

std::vector<RelationshipHistory> byRelationship(const PastEvents& events) {
    std::vector<RelationshipHistory> all(static_cast<std::size_t>(Relationship::Other) + 1);
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].relationship = static_cast<Relationship>(i);
    }
    for (const PendingPerson& person : events.pending) {
        ++all[static_cast<std::size_t>(person.relationship)].verdicts.at(
            static_cast<std::size_t>(person.verdict));
    }
    for (const PastDecision& decision : events.decisions) {
        count(all[static_cast<std::size_t>(decision.relationship)].agreed, decision);
    }
    all.erase(std::remove_if(all.begin(), all.end(),
                             [](const RelationshipHistory& one) {
                                 return one.agreed.of == 0 && one.verdicts == std::array<int, 4>{};
                             }),
              all.end());
    return all;
}

std::vector<AgeCount> byAge(const PastEvents& events, Millis now) {
    std::vector<AgeCount> ages;
    for (const int days : kAges) {
        ages.push_back({days, 0});
    }
    for (const PendingPerson& person : events.pending) {
        const auto days = std::max<Millis>(0, (now - person.sentAt) / kDay);
        const auto next =
            std::find_if(ages.begin(), ages.end(), [&](const AgeCount& age) { return age.fromDays > days; });
        ++std::prev(next)->pending;
    }
    return ages;
}

} // namespace

std::optional<bool> agreed(const PastDecision& decision) {
    if (!decision.verdict || *decision.verdict == Verdict::Unsure) {
        return std::nullopt;
    }
    return (*decision.verdict == Verdict::Ignore) == (decision.action == Action::Ignore);
}

History historyOf(const PastEvents& events, int weeks, Millis now, const Calendar& calendar) {
    History out;
    out.timeZone = calendar.timeZone;
    for (int back = weeks - 1; back >= 0; --back) {
        out.weeks.push_back(countWeek(events, weekFrom(now, -back, calendar)));
    }
    out.relationships = byRelationship(events);
    out.ages = byAge(events, now);
    for (auto one = events.decisions.rbegin();
         one != events.decisions.rend() && out.disagreements.size() < kMostDisagreements; ++one) {
        if (agreed(*one) == std::optional(false)) {
            out.disagreements.push_back(*one);
        }
    }
    return out;
}

} // namespace superlink
