#pragma once

#include "common/domain.hpp"
#include "planning/week.hpp"

namespace superlink {

/// The week's budget of accepted people. Going beyond it is allowed and shown; what is left is then zero.
/// Unused budget does not pile up: only this week's `used` counts.
Budget budgetFor(const Settings& settings, const Week& week, int used);

} // namespace superlink
