// The store's part of the week, and what is exported, imported and erased.

#include "common/error.hpp"
#include "store/store.hpp"
#include "temp_home.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace superlink;

namespace {

SeenInvitation seen(const std::string& id, const std::string& kind = "person") {
    return {id, kind, "{}"};
}

StoredDecision decided(const std::string& key, const std::string& id, const std::string& action = "accept",
                       Millis at = 1000) {
    return {key, id, action, std::nullopt, at, ""};
}

ErrorCode codeOf(const std::function<void()>& work) {
    try {
        work();
    } catch (const Error& error) {
        return error.code();
    }
    FAIL("no error");
    return ErrorCode::Internal;
}

} // namespace

TEST_CASE("pending is what nobody decided about, and what came again a day later") {
    Store store(":memory:");
    store.rememberInvitations({seen("person:a"), seen("person:b")}, 10 * kDay);
    CHECK(store.undecided().size() == 2);
    store.recordDecision(decided("key-1", "person:a", "ignore", 10 * kDay + 5), seen("person:a"), 11 * kDay);
    REQUIRE(store.undecided().size() == 1);
    CHECK(store.undecided()[0].seen.id == "person:b");
    store.rememberInvitations({seen("person:a")}, 10 * kDay + 7'200'000); // a tab that was left open
    CHECK(store.undecided().size() == 1);
    store.rememberInvitations({seen("person:a")}, 12 * kDay); // they ask again
    CHECK(store.undecided().size() == 2);
    store.recordDecision(decided("key-2", "person:a", "accept", 12 * kDay), seen("person:a"), 12 * kDay);
    CHECK(store.undecided().size() == 1);
    store.forgetDecision("key-2");
    CHECK(store.undecided().size() == 2);
}

TEST_CASE("a decision that the host hears of late does not make its invitation look newer") {
    Store store(":memory:");
    store.recordDecision(decided("key-1", "person:a", "accept", 1000), seen("person:a"), 900'000'000);
    CHECK(store.undecided().empty());
    REQUIRE(store.invitationsAfter("", 10).size() == 1);
    CHECK(store.invitationsAfter("", 10)[0].lastSeenAt == 1000);
}

TEST_CASE("an invitation is put aside and taken back, and only one that there is") {
    Store store(":memory:");
    store.rememberInvitations({seen("person:a")}, 1);
    const auto before = store.invitationsRevision();
    CHECK(store.setAside("person:a", true));
    CHECK(store.undecided()[0].aside);
    CHECK(store.invitationsRevision() > before);
    CHECK(store.setAside("person:a", false));
    CHECK_FALSE(store.undecided()[0].aside);
    CHECK_FALSE(store.setAside("person:b", true));
}

TEST_CASE("people entered for a week replace those entered before, and zero takes them back") {
    Store store(":memory:");
    store.putElsewhere(100, 200, {150, 3});
    store.putElsewhere(200, 300, {250, 1});
    store.putElsewhere(100, 200, {160, 5});
    REQUIRE(store.elsewhere(0, 1000).size() == 2);
    CHECK(store.elsewhere(100, 200)[0].people == 5);
    store.putElsewhere(100, 200, {170, 0});
    CHECK(store.elsewhere(100, 200).empty());
    CHECK(store.elsewhere(200, 300).size() == 1);
}

TEST_CASE("the weekly budget is remembered when it changes") {
    Store store(":memory:");
    store.putSettings({"a", 10}, 12);
    store.putSettings({"b", 20}, 12);
    store.putSettings({"c", 30}, 8);
    const auto budgets = store.budgets();
    REQUIRE(budgets.size() == 2);
    CHECK(budgets[0].since == 10);
    CHECK(budgets[1].weeklyBudget == 8);
}

TEST_CASE("a session is announced once, whoever asks") {
    const TempHome home;
    const auto file = home.path() / "data" / "superlink.db";
    Store first(file);
    Store second(file);
    CHECK(first.announce(1000));
    CHECK_FALSE(second.announce(1000));
    CHECK(second.announce(2000));
}

TEST_CASE("everything that is stored goes to another database and is there once") {
    Store from(":memory:");
    from.putSettings({"{}", 5}, 12);
    from.rememberInvitations({seen("person:a"), seen("person:b", "newsletter")}, 7);
    from.recordDecision(decided("key-00000001", "person:a"), seen("person:a"), 2000);
    from.putCorrection({"RECRUITER", "", "less", 0}, 9);
    StoredBatch batch;
    batch.settings = from.settings();
    batch.budgets = from.budgets();
    batch.elsewhere = {{50, 2}};
    batch.invitations = from.invitationsAfter("", 10);
    batch.decisions = from.decisionsAfter("", 10);
    batch.corrections = from.corrections();
    Store to(":memory:");
    CHECK(to.add(batch) == 7);
    CHECK(to.add(batch) == 0);
    CHECK(to.settings()->document == "{}");
    CHECK(to.decisions().size() == 1);
    CHECK(to.counts().invitations == 2);
    CHECK(to.counts().corrections == 1);
    CHECK(to.counts().since == 5);
    to.putSettings({"newer", 10}, 12);
    CHECK(to.add(batch) == 0); // what is newer stays
    CHECK(to.settings()->document == "newer");
}

TEST_CASE("a decision without its invitation is refused, and nothing of the batch is added") {
    Store store(":memory:");
    StoredBatch batch;
    batch.elsewhere = {{50, 2}};
    batch.decisions = {decided("key-00000001", "person:nobody")};
    CHECK(codeOf([&] { store.add(batch); }) == ErrorCode::NotFound);
    CHECK(store.elsewhere(0, 100).empty());
}

TEST_CASE("erasing leaves nothing, not even in the file, and tells the others") {
    const TempHome home;
    const auto file = home.path() / "data" / "superlink.db";
    Store store(file);
    store.putSettings({"{\"about\": \"Zanzibarquux\"}", 5}, 12);
    store.rememberInvitations({{"person:a", "person", "Zanzibarquux"}}, 7);
    store.recordDecision(decided("key-1", "person:a"), {"person:a", "person", "Zanzibarquux"}, 8);
    CHECK(readFile(file).find("Zanzibarquux") != std::string::npos);
    Store other(file);
    const auto before = other.revision();
    store.erase();
    CHECK(other.revision() != before);
    CHECK_FALSE(other.settings());
    CHECK(other.counts().invitations == 0);
    CHECK_FALSE(other.counts().since);
    CHECK(readFile(file).find("Zanzibarquux") == std::string::npos);
}

TEST_CASE("a long list is read in parts, in order and without a gap") {
    Store store(":memory:");
    for (int i = 0; i < 25; ++i) {
        store.rememberInvitations({seen("person:" + std::to_string(100 + i))}, 1);
    }
    std::vector<std::string> ids;
    for (std::string after;;) {
        const auto part = store.invitationsAfter(after, 10);
        if (part.empty()) {
            break;
        }
        for (const auto& one : part) {
            ids.push_back(one.seen.id);
        }
        after = ids.back();
    }
    REQUIRE(ids.size() == 25);
    CHECK(std::is_sorted(ids.begin(), ids.end()));
}
