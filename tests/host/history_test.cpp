#include "planning/history.hpp"

#include <catch2/catch.hpp>

using namespace superlink;

namespace {
constexpr Millis kMonday = 1'794'787'200'000; // Monday 2026-11-16 00:00 UTC
constexpr Millis kNow = kMonday + 3 * kDay;

PastDecision decided(const std::string& id, Action action, std::optional<Verdict> verdict, Millis at,
                     Relationship relationship = Relationship::Peer) {
    PastDecision out;
    out.key = "key-" + id;
    out.action = action;
    out.verdict = verdict;
    out.decidedAt = at;
    out.relationship = relationship;
    out.invitation.id = id;
    return out;
}
} // namespace

TEST_CASE("weeks count different people, entered ones, lapsed ones and the budget of the time") {
    PastEvents events;
    events.decisions = {decided("a", Action::Accept, Verdict::Accept, kMonday - 2 * kDay),
                        decided("b", Action::Ignore, Verdict::Ignore, kMonday - kDay),
                        decided("c", Action::Accept, std::nullopt, kMonday),
                        decided("c", Action::Accept, std::nullopt, kMonday + 1),
                        decided("d", Action::Accept, Verdict::Later, kNow)};
    events.entered = {{kMonday - 1, 3}, {kMonday, 2}};
    events.budgets = {{kMonday - 10 * kDay, 20}, {kMonday - 1, 12}};
    events.lapsed = {kMonday - kDay, kMonday - kDay, kMonday - 30 * kDay};
    const History before = historyOf(events, 4, kNow, {"UTC"});
    CHECK_FALSE(before.weeks[0].weeklyBudget); // there were no settings yet
    const History history = historyOf(events, 3, kNow, {"UTC"});
    REQUIRE(history.weeks.size() == 3);
    CHECK(history.weeks[0].weeklyBudget == 20);
    CHECK(history.weeks[1].startsAt == kMonday - 7 * kDay);
    CHECK(history.weeks[1].weeklyBudget == 12);
    CHECK(history.weeks[1].accepted == 4);
    CHECK(history.weeks[1].ignored == 1);
    CHECK(history.weeks[1].lapsed == 2);
    CHECK(history.weeks[1].agreed == Agreement{2, 2});
    CHECK(history.weeks[2].accepted == 4);
    CHECK(history.weeks[2].agreed == Agreement{1, 1});
}

TEST_CASE("a badge agrees when accept or later was accepted and ignore was ignored; unsure says nothing") {
    CHECK(agreed(decided("a", Action::Accept, Verdict::Accept, 1)) == std::optional(true));
    CHECK(agreed(decided("a", Action::Accept, Verdict::Later, 1)) == std::optional(true));
    CHECK(agreed(decided("a", Action::Ignore, Verdict::Accept, 1)) == std::optional(false));
    CHECK(agreed(decided("a", Action::Ignore, Verdict::Ignore, 1)) == std::optional(true));
    CHECK(agreed(decided("a", Action::Accept, Verdict::Ignore, 1)) == std::optional(false));
    CHECK_FALSE(agreed(decided("a", Action::Accept, Verdict::Unsure, 1)));
    CHECK_FALSE(agreed(decided("a", Action::Accept, std::nullopt, 1)));
}

TEST_CASE("relationships are counted where there is something to tell, and disagreements newest first") {
    PastEvents events;
    for (int i = 0; i < 30; ++i) {
        events.decisions.push_back(decided("p" + std::to_string(i), Action::Ignore, Verdict::Accept,
                                           kMonday - 40 * kDay + i, Relationship::Recruiter));
    }
    events.pending = {{Relationship::Client, Verdict::Accept, kNow},
                      {Relationship::Client, Verdict::Later, kNow}};
    const History history = historyOf(events, 1, kNow, {"UTC"});
    REQUIRE(history.relationships.size() == 2);
    CHECK(history.relationships[0].relationship == Relationship::Client);
    CHECK(history.relationships[0].verdicts == std::array{1, 0, 0, 1});
    CHECK(history.relationships[1].agreed == Agreement{0, 30});
    REQUIRE(history.disagreements.size() == 20);
    CHECK(history.disagreements.front().invitation.id == "p29");
}

TEST_CASE("pending people are counted by age, and one from the future is new") {
    PastEvents events;
    for (const Millis days : {-3, 0, 6, 7, 29, 30, 100, 150, 400}) {
        events.pending.push_back({Relationship::Peer, Verdict::Unsure, kNow - days * kDay});
    }
    const History history = historyOf(events, 1, kNow, {"UTC"});
    std::vector<std::pair<int, int>> ages;
    for (const AgeCount& age : history.ages) {
        ages.emplace_back(age.fromDays, age.pending);
    }
    CHECK(ages == std::vector<std::pair<int, int>>{{0, 3}, {7, 2}, {30, 1}, {90, 1}, {150, 2}});
}

TEST_CASE("nothing ever happened is told as empty weeks") {
    const History history = historyOf({}, 2, kNow, {"UTC"});
    REQUIRE(history.weeks.size() == 2);
    CHECK(history.weeks[1].accepted == 0);
    CHECK(history.relationships.empty());
    CHECK(history.disagreements.empty());
}
