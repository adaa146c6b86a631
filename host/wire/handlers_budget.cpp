#include "wire/handlers.hpp"

#include "wire/present.hpp"

namespace superlink {

Budget getBudget(const Context& context, const NoParams&) {
    return budgetWithSuggestion(context, presentOf(context));
}

Budget putBudget(const Context& context, const EnterElsewhere& params) {
    const Present present = presentOf(context);
    context.store.putElsewhere(present.week.startsAt, present.week.resetsAt, {present.now, params.elsewhere});
    return budgetWithSuggestion(context, presentOf(context));
}

} // namespace superlink
