#pragma once

#include "planning/plan.hpp"
#include "wire/methods.hpp"
#include "wire/protocol.hpp"

namespace superlink {

/// What holds at this moment: asked for once in a handler, so that all it answers is of one moment.
struct Present {
    Millis now = 0;
    Settings settings; ///< with the energy that holds now
    Calendar calendar;
    Week week;
    Budget budget; ///< without a suggestion
};

Present presentOf(const Context& context);

/// The person's calendar: what they chose, else what the browser told, else the computer's own.
Calendar calendarOf(const Context& context, const Settings& settings);

/// The decisions about persons, oldest first, the entered people and the budgets: what the past is counted
/// from. Relationships are told by the present judge.
PastEvents pastEvents(const Context& context);

/// The present budget with its suggestion.
Budget budgetWithSuggestion(const Context& context, const Present& present);

/// What there is to plan with by these settings, their energy as it stands.
PlanRequest requestFor(const Context& context, const Present& present, const Settings& settings);

/// A place as a moment of the calendar.
Planned plannedOf(const Placed& placed, const Present& present);

} // namespace superlink
