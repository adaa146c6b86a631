#include "wire/handlers.hpp"

#include "planning/budget.hpp"
#include "planning/week.hpp"

namespace superlink {

Budget getBudget(const Context& context, const NoParams&) {
    const Week week = weekContaining(context.clock.now(), context.clock.timeZone);
    const int used = context.store.peopleAccepted(week.startsAt, week.resetsAt);
    return budgetFor(currentSettings(context), week, used);
}

} // namespace superlink
