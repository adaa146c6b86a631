#include "planning/budget.hpp"
#include "planning/energy.hpp"
#include "planning/review_time.hpp"

#include <catch2/catch.hpp>

using namespace superlink;

namespace {
constexpr Millis kMinute = 60'000;
constexpr Millis kFriday = 1'795'190'400'000; // Friday 2026-11-20 16:00 UTC
} // namespace

TEST_CASE("the budget never goes below zero and does not pile up") {
    Settings settings;
    settings.weeklyBudget = 12;
    const Week week{100, 200};
    CHECK(budgetFor(settings, week, 0, 0) == Budget{12, 0, 0, 12, 100, 200, "", std::nullopt});
    CHECK(budgetFor(settings, week, 12, 0).left == 0);
    CHECK(budgetFor(settings, week, 15, 0).left == 0);
    CHECK(budgetFor(settings, week, 15, 0).used == 15);
}

TEST_CASE("who was accepted elsewhere counts as well") {
    Settings settings;
    settings.weeklyBudget = 12;
    const Budget budget = budgetFor(settings, {100, 200}, 3, 4);
    CHECK(budget.used == 7);
    CHECK(budget.elsewhere == 4);
    CHECK(budget.left == 5);
}

TEST_CASE("next week's budget is suggested from what happened") {
    CHECK(suggestionFor(15, {{15, 6}}) == Suggestion{8, 6, 1}); // you set 15, used 6; try 8
    CHECK(suggestionFor(10, {{10, 18}, {10, 18}}) == Suggestion{14, 18, 2});
    CHECK(suggestionFor(15, {{15, 0}}) == Suggestion{1, 0, 1});
}

TEST_CASE("no budget is suggested where the present one suits, or where there is nothing to go by") {
    CHECK_FALSE(suggestionFor(15, {}));
    CHECK_FALSE(suggestionFor(15, {{15, 15}, {15, 13}}));
    CHECK_FALSE(suggestionFor(8, {{8, 6}}));
    CHECK_FALSE(suggestionFor(10, {{10, 11}})); // one more is noise
}

TEST_CASE("a suggestion rests on the last four weeks") {
    CHECK(suggestionFor(20, {{20, 20}, {20, 20}, {20, 4}, {20, 4}, {20, 4}, {20, 4}}) == Suggestion{5, 4, 4});
}

TEST_CASE("energy holds until its date, and is normal from then on") {
    Settings settings;
    settings.energy = Energy::Low;
    CHECK(energyAt(settings, 1000) == Energy::Low);
    settings.energyUntil = 2000;
    CHECK(energyAt(settings, 1999) == Energy::Low);
    CHECK(energyAt(settings, 2000) == Energy::Normal);
    CHECK(settingsAt(settings, 2000).energy == Energy::Normal);
}

TEST_CASE("low energy plans fewer people and shorter sessions, high energy longer ones") {
    CHECK(peopleFor(Energy::Low, 15) == 6);
    CHECK(peopleFor(Energy::Low, 1) == 1);
    CHECK(peopleFor(Energy::Low, 0) == 0);
    CHECK(peopleFor(Energy::Normal, 15) == 15);
    CHECK(peopleFor(Energy::High, 15) == 15);
    CHECK(roomFor(Energy::Low, 15, 4) == 2);
    CHECK(roomFor(Energy::Low, 15, 9) == 0);
    CHECK(sessionMinutes(Energy::Low, 20) == 10);
    CHECK(sessionMinutes(Energy::Low, 6) == 5);
    CHECK(sessionMinutes(Energy::Low, 3) == 3);
    CHECK(sessionMinutes(Energy::High, 20) == 30);
    CHECK(sessionMinutes(Energy::High, 24 * 60) == 24 * 60);
}

TEST_CASE("the review session is the one that runs, or else the next") {
    const ReviewSlot slot{Weekday::Friday, "16:00", 20};
    const ReviewSession running{kFriday, kFriday + 20 * kMinute, 20};
    CHECK(reviewSession(slot, Energy::Normal, kFriday - 3 * kDay, "UTC") == running);
    CHECK(reviewSession(slot, Energy::Normal, kFriday - 1, "UTC") == running);
    CHECK(reviewSession(slot, Energy::Normal, kFriday, "UTC") == running);
    CHECK(reviewSession(slot, Energy::Normal, kFriday + 20 * kMinute - 1, "UTC") == running);
    CHECK(reviewSession(slot, Energy::Normal, kFriday + 20 * kMinute, "UTC").startsAt == kFriday + 7 * kDay);
    CHECK(reviewSession(slot, Energy::Low, kFriday + 10 * kMinute, "UTC").startsAt == kFriday + 7 * kDay);
}

TEST_CASE("a session that runs past midnight is still the one that runs") {
    const ReviewSlot slot{Weekday::Friday, "23:50", 30};
    const Millis start = kFriday + 470 * kMinute;
    CHECK(reviewSession(slot, Energy::Normal, start + 20 * kMinute, "UTC").startsAt == start);
}

TEST_CASE("a session moves with the person's zone and over a change of the clocks") {
    const ReviewSlot slot{Weekday::Friday, "16:00", 20};
    CHECK(reviewSession(slot, Energy::Normal, kFriday - kDay, "Asia/Tokyo").startsAt ==
          kFriday - 9 * 60 * kMinute);
    const ReviewSlot night{Weekday::Sunday, "01:30", 20}; // skipped in Lisbon on 2026-03-29
    CHECK(reviewSession(night, Energy::Normal, 1'774'700'000'000, "Europe/Lisbon").startsAt ==
          1'774'746'000'000);
}
