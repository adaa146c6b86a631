#include "common/error.hpp"
#include "planning/week.hpp"

#include <absl/time/civil_time.h>
#include <absl/time/time.h>
#include <catch2/catch.hpp>

#include <fstream>
#include <set>
#include <sstream>
#include <vector>

using namespace superlink;

namespace {
constexpr Millis kHour = 3'600'000;
constexpr Millis kSunday = 1'795'340'000'000; // Sunday 2026-11-22 09:33:20 UTC

/// Every zone and alias that this machine knows.
std::vector<std::string> zoneNames() {
    std::ifstream file("/usr/share/zoneinfo/tzdata.zi");
    std::set<std::string> names;
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::string kind;
        std::string first;
        std::string second;
        words >> kind >> first >> second;
        if (kind == "Z") {
            names.insert(first);
        } else if (kind == "L") {
            names.insert(second);
        }
    }
    return {names.begin(), names.end()};
}

/// The changes of a zone's offset from 2020 to 2040.
std::vector<Millis> changesOf(const absl::TimeZone& zone) {
    std::vector<Millis> out;
    absl::Time at = absl::FromCivil(absl::CivilDay(2020, 1, 1), absl::UTCTimeZone());
    const absl::Time end = absl::FromCivil(absl::CivilDay(2041, 1, 1), absl::UTCTimeZone());
    for (absl::TimeZone::CivilTransition change; zone.NextTransition(at, &change);) {
        at = absl::FromCivil(change.from, zone);
        const auto moment = zone.At(change.to).trans;
        at = zone.At(change.to).kind == absl::TimeZone::TimeInfo::UNIQUE ? absl::FromCivil(change.to, zone)
                                                                         : moment;
        if (at >= end) {
            break;
        }
        out.push_back(absl::ToUnixMillis(at));
    }
    return out;
}

/// What must hold of the week of any moment, checked with the library's civil time alone.
bool isRight(Millis moment, const Calendar& calendar, const absl::TimeZone& zone) {
    const Week week = weekContaining(moment, calendar);
    const auto shown = [&](Millis at) { return zone.At(absl::FromUnixMillis(at)).cs; };
    const absl::CivilDay first(shown(week.startsAt));
    const bool contains = week.startsAt <= moment && moment < week.resetsAt;
    const bool weekday = static_cast<int>(absl::GetWeekday(first)) == static_cast<int>(calendar.firstDay);
    const bool sevenDays = absl::CivilDay(shown(week.resetsAt)) == first + 7;
    // It begins at midnight, or where there is none at the first moment of the day: before it is another day.
    const bool begins = absl::CivilDay(shown(week.startsAt - 1)) < first;
    const bool abuts = weekContaining(week.resetsAt, calendar).startsAt == week.resetsAt &&
                       weekContaining(week.startsAt - 1, calendar).resetsAt == week.startsAt;
    const bool inside = weekContaining(week.startsAt, calendar) == week &&
                        weekContaining(week.resetsAt - 1, calendar) == week;
    const bool counted = weekFrom(moment, 1, calendar).startsAt == week.resetsAt &&
                         weekFrom(moment, -1, calendar).resetsAt == week.startsAt;
    return contains && weekday && sevenDays && begins && abuts && inside && counted;
}
} // namespace

TEST_CASE("a week runs from Monday's midnight to the next, in the person's zone") {
    const Week utc = weekContaining(kSunday, {"UTC"});
    CHECK(utc.startsAt == 1'794'787'200'000); // Monday 2026-11-16 00:00 UTC
    CHECK(utc.resetsAt == 1'795'392'000'000);
    const Week tokyo = weekContaining(kSunday, {"Asia/Tokyo"});
    CHECK(tokyo.startsAt == utc.startsAt - 9 * kHour);
    const Week saoPaulo = weekContaining(kSunday, {"America/Sao_Paulo"});
    CHECK(saoPaulo.startsAt == utc.startsAt + 3 * kHour);
}

TEST_CASE("a week with a change of daylight saving is an hour shorter or longer") {
    const Week spring = weekContaining(1'774'500'000'000, {"Europe/Lisbon"}); // the week of 2026-03-29
    CHECK(spring.resetsAt - spring.startsAt == 167 * kHour);
    const Week autumn = weekContaining(1'792'700'000'000, {"Europe/Lisbon"}); // the week of 2026-10-25
    CHECK(autumn.resetsAt - autumn.startsAt == 169 * kHour);
}

TEST_CASE("a week may begin on another day, and others lie before and after it") {
    const Week week = weekContaining(kSunday, {"UTC", Weekday::Sunday});
    CHECK(week.startsAt == 1'795'305'600'000); // that Sunday's midnight
    CHECK(weekFrom(kSunday, 2, {"UTC", Weekday::Sunday}).startsAt == week.startsAt + 14 * kDay);
    CHECK(weekFrom(kSunday, -1, {"UTC", Weekday::Sunday}).resetsAt == week.startsAt);
}

TEST_CASE("weeks are right in every zone around every change of the clocks from 2020 to 2040") {
    const auto names = zoneNames();
    REQUIRE(names.size() > 400);
    int changes = 0;
    for (const std::string& name : names) {
        if (!isTimeZone(name)) {
            continue; // an alias of a package that is not installed
        }
        absl::TimeZone zone;
        REQUIRE(absl::LoadTimeZone(name, &zone));
        for (const Millis change : changesOf(zone)) {
            ++changes;
            // The day of the change as the first of the week, and the one after it.
            const auto day =
                static_cast<int>(absl::GetWeekday(absl::ToCivilDay(absl::FromUnixMillis(change), zone)));
            for (const int first : {day, (day + 1) % 7}) {
                const Calendar calendar{name, static_cast<Weekday>(first)};
                for (const Millis moment : {change - 25 * kHour, change - 1, change, change + 25 * kHour}) {
                    if (!isRight(moment, calendar, zone)) {
                        FAIL(name << " at " << moment << ", week from weekday " << first);
                    }
                }
            }
        }
    }
    CHECK(changes > 5000);
}

TEST_CASE("weeks are right in every zone on every week of those years") {
    for (const std::string& name : zoneNames()) {
        absl::TimeZone zone;
        if (!absl::LoadTimeZone(name, &zone)) {
            continue;
        }
        Millis moment = 1'577'836'800'000 + static_cast<Millis>(std::hash<std::string>()(name) % 604'800'000);
        for (int week = 0; week < 21 * 52; week += 4, moment += 28 * kDay) {
            if (!isRight(moment, {name, static_cast<Weekday>(week / 4 % 7)}, zone)) {
                FAIL(name << " at " << moment);
            }
        }
    }
}

TEST_CASE("a time of day that a change skips is the first moment after it, and of two it is the first") {
    // Lisbon 2026-03-29: 01:00 becomes 02:00; 2026-10-25: 02:00 becomes 01:00.
    CHECK(momentAt(1'774'700'000'000, 1, "01:30", "Europe/Lisbon") == 1'774'746'000'000);
    CHECK(momentAt(1'792'860'000'000, 1, "01:30", "Europe/Lisbon") == 1'792'888'200'000);
    CHECK(weekdayOf(kSunday, "UTC") == Weekday::Sunday);
    CHECK(weekdayOf(kSunday, "Pacific/Kiritimati") == Weekday::Sunday);
    CHECK(weekdayOf(kSunday + 5 * kHour, "Pacific/Kiritimati") == Weekday::Monday);
}

TEST_CASE("an unknown time zone is an error that says what to do") {
    CHECK_THROWS_AS(weekContaining(kSunday, {"Mars/Olympus"}), Error);
    CHECK_FALSE(isTimeZone("Mars/Olympus"));
    CHECK_FALSE(isTimeZone(""));
    CHECK(isTimeZone("Europe/Lisbon"));
}
