#pragma once

#include "common/domain.hpp"

namespace superlink {

/// How much a person has to give this week, and what that changes: how many are planned and how long a review
/// session is; how strict accept is stands in scoring/verdict.hpp. With low energy two fifths of the budget
/// are planned and half the minutes; with high energy the whole budget and half as many minutes again. The
/// figures are choices, not findings: about as much as a tired and a fresh hour differ.

/// The energy that holds at `now`: what was set, until the date that was set with it.
Energy energyAt(const Settings& settings, Millis now);

/// The same settings with the energy that holds at `now`.
Settings settingsAt(const Settings& settings, Millis now);

/// People to plan for a week of this energy, 0 to the budget; at least one where there is a budget at all.
int peopleFor(Energy energy, int weeklyBudget);

/// Of those, how many are left when `used` were accepted; never below zero.
int roomFor(Energy energy, int weeklyBudget, int used);

/// Minutes of a review session, at least 5 (or the slot's own, if those are fewer), at most a day.
int sessionMinutes(Energy energy, int minutes);

} // namespace superlink
