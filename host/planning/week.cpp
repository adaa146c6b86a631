#include "planning/week.hpp"

#include "common/error.hpp"

#include <absl/time/civil_time.h>
#include <absl/time/time.h>

namespace superlink {
namespace {

absl::TimeZone zoneNamed(const std::string& name) {
    if (name.empty()) {
        return absl::LocalTimeZone();
    }
    absl::TimeZone zone;
    if (!absl::LoadTimeZone(name, &zone)) {
        throw Error(ErrorCode::InvalidParams, "the time zone is unknown; install the package tzdata");
    }
    return zone;
}

absl::Weekday abslWeekday(Weekday day) {
    return static_cast<absl::Weekday>(day); // both count from Monday
}

/// The first moment that a clock on the wall shows `time` or more; `trans` is after a skipped time, `pre` the
/// first of two.
Millis firstMoment(absl::CivilSecond time, const absl::TimeZone& zone) {
    const auto found = zone.At(time);
    return absl::ToUnixMillis(found.kind == absl::TimeZone::TimeInfo::SKIPPED ? found.trans : found.pre);
}

absl::CivilDay dayOf(Millis moment, const absl::TimeZone& zone) {
    return absl::CivilDay(zone.At(absl::FromUnixMillis(moment)).cs);
}

/// The weekday on or before this day.
absl::CivilDay onOrBefore(absl::CivilDay day, absl::Weekday weekday) {
    return absl::PrevWeekday(day + 1, weekday);
}

} // namespace

Week weekFrom(Millis moment, int weeks, const Calendar& calendar) {
    const absl::TimeZone zone = zoneNamed(calendar.timeZone);
    const absl::CivilDay first = onOrBefore(dayOf(moment, zone), abslWeekday(calendar.firstDay)) + 7 * weeks;
    return {firstMoment(absl::CivilSecond(first), zone), firstMoment(absl::CivilSecond(first + 7), zone)};
}

Week weekContaining(Millis moment, const Calendar& calendar) {
    return weekFrom(moment, 0, calendar);
}

bool isTimeZone(const std::string& name) {
    absl::TimeZone zone;
    return !name.empty() && absl::LoadTimeZone(name, &zone);
}

Millis momentAt(Millis moment, int days, const std::string& at, const std::string& timeZone) {
    const absl::TimeZone zone = zoneNamed(timeZone);
    const absl::CivilDay day = dayOf(moment, zone) + days;
    const int hour = (at.at(0) - '0') * 10 + (at.at(1) - '0');
    const int minute = (at.at(3) - '0') * 10 + (at.at(4) - '0');
    return firstMoment(absl::CivilSecond(day.year(), day.month(), day.day(), hour, minute, 0), zone);
}

Weekday weekdayOf(Millis moment, const std::string& timeZone) {
    return static_cast<Weekday>(absl::GetWeekday(dayOf(moment, zoneNamed(timeZone))));
}

} // namespace superlink
