#include "planning/budget.hpp"

#include <algorithm>

namespace superlink {

Budget budgetFor(const Settings& settings, const Week& week, int used) {
    return {settings.weeklyBudget, used, std::max(0, settings.weeklyBudget - used), week.startsAt,
            week.resetsAt};
}

} // namespace superlink
