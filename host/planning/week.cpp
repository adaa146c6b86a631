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

/// The first moment of a day; `trans` is after a skipped midnight, `pre` the first of two.
Millis firstMoment(absl::CivilDay day, const absl::TimeZone& zone) {
    const auto found = zone.At(absl::CivilSecond(day));
    const bool skipped = found.kind == absl::TimeZone::TimeInfo::SKIPPED;
    return absl::ToUnixMillis(skipped ? found.trans : found.pre);
}

} // namespace

Week weekContaining(Millis moment, const std::string& timeZone, Weekday firstDay) {
    static_assert(static_cast<int>(absl::Weekday::monday) == static_cast<int>(Weekday::Monday));
    const absl::TimeZone zone = zoneNamed(timeZone);
    const auto today = absl::ToCivilDay(absl::FromUnixMillis(moment), zone);
    const auto first = absl::PrevWeekday(today + 1, abslWeekday(firstDay));
    return {firstMoment(first, zone), firstMoment(first + 7, zone)};
}

} // namespace superlink
