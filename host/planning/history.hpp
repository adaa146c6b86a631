#pragma once

#include "common/domain.hpp"
#include "planning/week.hpp"

#include <array>
#include <optional>
#include <vector>

namespace superlink {

/// A change of the weekly budget.
struct BudgetChange {
    Millis since = 0;
    int weeklyBudget = 0;
};

/// People that the person entered as accepted where SuperLink did not see it.
struct EnteredPeople {
    Millis at = 0;
    int people = 0;
};

/// A pending invitation, counted. `sentAt` is as near as the page's words tell.
struct PendingPerson {
    Relationship relationship = Relationship::Other;
    Verdict verdict = Verdict::Unsure;
    Millis sentAt = 0;
};

/// Everything that the past is counted from. Only persons: pages and newsletters are free.
struct PastEvents {
    std::vector<PastDecision> decisions; ///< oldest first
    std::vector<EnteredPeople> entered;
    std::vector<BudgetChange> budgets; ///< oldest first
    std::vector<Millis> lapsed;        ///< when each of the invitations that lapsed did
    std::vector<PendingPerson> pending;
};

struct HistoryWeek {
    Millis startsAt = 0;
    std::optional<int> weeklyBudget; ///< at the week's end; none before there were settings
    int accepted = 0;                ///< different people, and those entered
    int ignored = 0;
    int lapsed = 0;
    Agreement agreed; ///< of decisions with a plain badge (accept, later, ignore), how many went as it said
};

struct RelationshipHistory {
    Relationship relationship = Relationship::Other;
    std::array<int, 4> verdicts{}; ///< pending people, by Verdict
    Agreement agreed;
};

struct AgeCount {
    int fromDays = 0; ///< up to the next entry's
    int pending = 0;
};

struct History {
    std::vector<HistoryWeek> weeks;                 ///< oldest first; the last is the present one
    std::vector<RelationshipHistory> relationships; ///< those with anything to tell, in the enum's order
    std::vector<AgeCount> ages;
    std::vector<PastDecision> disagreements; ///< newest first, at most twenty
    std::string timeZone;                    ///< of the calendar
};

/// The last `weeks` weeks up to the one of `now`, and what is pending. Throws as weekContaining does.
History historyOf(const PastEvents& events, int weeks, Millis now, const Calendar& calendar);

/// Did the decision go as a plain badge said? None where there was no plain badge.
std::optional<bool> agreed(const PastDecision& decision);

} // namespace superlink
