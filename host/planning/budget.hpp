#pragma once

#include "common/domain.hpp"
#include "planning/week.hpp"

#include <vector>

namespace superlink {

/// The week's budget of accepted people: those that SuperLink saw and those that the person entered. Going
/// beyond it is allowed and shown; what is left is then zero. Unused budget does not pile up: only this
/// week's acceptances count.
Budget budgetFor(const Settings& settings, const Week& week, int seen, int elsewhere);

/// What a complete week had: its budget and how many people were accepted.
struct PastWeek {
    int weeklyBudget = 0;
    int used = 0;
};

/// A budget for next week, from at most the last four complete weeks, latest last: a quarter more than what
/// was used where much was left over ("you set 15, used 6; try 8"), halfway to what was used where it was
/// more than planned. None without a week to go by, and none within two people of the present budget or a
/// tenth of it, whichever is more: that is noise.
std::optional<Suggestion> suggestionFor(int weeklyBudget, const std::vector<PastWeek>& weeks);

} // namespace superlink
