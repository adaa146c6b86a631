#pragma once

#include "common/domain.hpp"

#include <string>

namespace superlink {

/// The person's week: from its first day's midnight, in their own time zone, to the next. Abseil's time zones
/// (CCTZ) do the arithmetic: a week with a change of daylight saving time has 167 or 169 hours, and a
/// midnight that a change skips is the first moment after it.
struct Week {
    Millis startsAt = 0; ///< belongs to the week
    Millis resetsAt = 0; ///< belongs to the next one
};

/// `timeZone` is an IANA name; empty means the machine's own. Throws Error(InvalidParams) for an unknown
/// name.
Week weekContaining(Millis moment, const std::string& timeZone, Weekday firstDay = Weekday::Monday);

} // namespace superlink
