#include "planning/budget.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace superlink {
namespace {

constexpr std::size_t kMostWeeks = 4;
/// Used less than this share of the budget, the rest was left over.
constexpr double kWellUsed = 0.75;
constexpr double kHeadroom = 1.25;
constexpr int kLeastChange = 2;

} // namespace

Budget budgetFor(const Settings& settings, const Week& week, int seen, int elsewhere) {
    Budget budget;
    budget.weeklyBudget = settings.weeklyBudget;
    budget.used = seen + elsewhere;
    budget.elsewhere = elsewhere;
    budget.left = std::max(0, settings.weeklyBudget - budget.used);
    budget.weekStartsAt = week.startsAt;
    budget.resetsAt = week.resetsAt;
    return budget;
}

std::optional<Suggestion> suggestionFor(int weeklyBudget, const std::vector<PastWeek>& weeks) {
    const std::size_t count = std::min(weeks.size(), kMostWeeks);
    if (count == 0) {
        return std::nullopt;
    }
    double used = 0;
    for (auto week = weeks.end() - static_cast<std::ptrdiff_t>(count); week != weeks.end(); ++week) {
        used += static_cast<double>(week->used) / static_cast<double>(count);
    }
    double suited = weeklyBudget;
    if (used > weeklyBudget) {
        suited = (weeklyBudget + used) / 2;
    } else if (used < kWellUsed * weeklyBudget) {
        suited = std::max(1.0, std::ceil(kHeadroom * used));
    }
    const int suggested = static_cast<int>(std::lround(suited));
    const int least = std::max(kLeastChange, weeklyBudget / 10);
    if (std::abs(suggested - weeklyBudget) < least) {
        return std::nullopt;
    }
    return Suggestion{suggested, static_cast<int>(std::lround(used)), static_cast<int>(count)};
}

} // namespace superlink
