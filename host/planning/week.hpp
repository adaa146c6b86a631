#pragma once

#include "common/domain.hpp"

#include <string>

namespace superlink {

/// The person's week: from its first day's midnight, in their own time zone, to the next. Abseil's time zones
/// (CCTZ) do the arithmetic: a week with a change of daylight saving time has 167 or 169 hours, and a
/// midnight that a change skips is the first moment after it. Nothing is kept between two questions: a clock
/// that jumps and a person who travels are in the week that their clock and their zone then say.
struct Week {
    Millis startsAt = 0; ///< belongs to the week
    Millis resetsAt = 0; ///< belongs to the next one

    bool operator==(const Week&) const = default;
};

/// Where a week is counted: whose midnight, and on which day it begins.
struct Calendar {
    std::string timeZone; ///< an IANA name; empty means the machine's own
    Weekday firstDay = Weekday::Monday;
};

/// Throws Error(InvalidParams) for an unknown zone.
Week weekContaining(Millis moment, const Calendar& calendar);

/// The week that begins `weeks` after the one of `moment`, before it if negative.
Week weekFrom(Millis moment, int weeks, const Calendar& calendar);

/// Is there such a zone on this machine?
bool isTimeZone(const std::string& name);

/// The first moment of a time of day on the day that is `days` after the day of `moment`. `at` is "HH:MM"; a
/// time that a change of the clocks skips is the first moment after it, and of one that comes twice the
/// first.
Millis momentAt(Millis moment, int days, const std::string& at, const std::string& timeZone);

/// The weekday of `moment`.
Weekday weekdayOf(Millis moment, const std::string& timeZone);

} // namespace superlink
