#include "common/error.hpp"
#include "planning/budget.hpp"
#include "planning/week.hpp"

#include <catch2/catch.hpp>

using namespace superlink;

namespace {
constexpr Millis kHour = 3'600'000;
constexpr Millis kSunday = 1'795'340'000'000; // Sunday 2026-11-22 09:33:20 UTC
} // namespace

TEST_CASE("a week runs from Monday's midnight to the next, in the person's zone") {
    const Week utc = weekContaining(kSunday, "UTC");
    CHECK(utc.startsAt == 1'794'787'200'000); // Monday 2026-11-16 00:00 UTC
    CHECK(utc.resetsAt == 1'795'392'000'000);
    const Week tokyo = weekContaining(kSunday, "Asia/Tokyo");
    CHECK(tokyo.startsAt == utc.startsAt - 9 * kHour);
    const Week saoPaulo = weekContaining(kSunday, "America/Sao_Paulo");
    CHECK(saoPaulo.startsAt == utc.startsAt + 3 * kHour);
}

TEST_CASE("the first moment of a week belongs to it, the last to the next") {
    const Week week = weekContaining(kSunday, "Europe/Lisbon");
    CHECK(weekContaining(week.startsAt, "Europe/Lisbon").startsAt == week.startsAt);
    CHECK(weekContaining(week.resetsAt - 1, "Europe/Lisbon").startsAt == week.startsAt);
    CHECK(weekContaining(week.resetsAt, "Europe/Lisbon").startsAt == week.resetsAt);
}

TEST_CASE("a week with a change of daylight saving is an hour shorter or longer") {
    const Week spring = weekContaining(1'774'500'000'000, "Europe/Lisbon"); // the week of 2026-03-29
    CHECK(spring.resetsAt - spring.startsAt == 167 * kHour);
    const Week autumn = weekContaining(1'792'700'000'000, "Europe/Lisbon"); // the week of 2026-10-25
    CHECK(autumn.resetsAt - autumn.startsAt == 169 * kHour);
}

TEST_CASE("a week may begin on another day") {
    const Week week = weekContaining(kSunday, "UTC", Weekday::Sunday);
    CHECK(week.startsAt == 1'795'305'600'000); // that Sunday's midnight
}

TEST_CASE("an unknown time zone is an error that says what to do") {
    CHECK_THROWS_AS(weekContaining(kSunday, "Mars/Olympus"), Error);
}

TEST_CASE("the budget never goes below zero and does not pile up") {
    Settings settings;
    settings.weeklyBudget = 12;
    const Week week{100, 200};
    CHECK(budgetFor(settings, week, 0) == Budget{12, 0, 12, 100, 200});
    CHECK(budgetFor(settings, week, 12).left == 0);
    CHECK(budgetFor(settings, week, 15).left == 0);
    CHECK(budgetFor(settings, week, 15).used == 15);
}
