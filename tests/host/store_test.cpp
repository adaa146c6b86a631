#include "common/error.hpp"
#include "store/store.hpp"
#include "temp_home.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace superlink;
namespace fs = std::filesystem;

namespace {

SeenInvitation seen(const std::string& id, const std::string& kind = "person") {
    return {id, kind, "{}"};
}

StoredDecision decided(const std::string& key, const std::string& id, const std::string& action = "accept",
                       Millis at = 1000) {
    return {key, id, action, std::nullopt, at, ""};
}

int modeOf(const fs::path& path) {
    struct stat found {};
    return ::stat(path.c_str(), &found) == 0 ? static_cast<int>(found.st_mode & 0777U) : -1;
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

TEST_CASE("settings are absent until they were saved, and outlive the process") {
    const TempHome home;
    const auto file = home.path() / "data" / "superlink.db";
    {
        Store store(file);
        CHECK_FALSE(store.settings());
        store.putSettings({"first", 1});
        store.putSettings({"second", 2});
    }
    Store again(file);
    REQUIRE(again.settings());
    CHECK(again.settings()->document == "second");
    CHECK(again.settings()->updatedAt == 2);
}

TEST_CASE("the database is for its person alone, whatever the umask") {
    for (const mode_t mask : {0000, 0022, 0077}) {
        const TempHome home;
        const auto folder = home.path() / "deep" / "data";
        const mode_t before = ::umask(077); // what both programs do first
        Store store(folder / "superlink.db");
        store.putSettings({"x", 1});
        ::umask(mask);
        CHECK(modeOf(folder) == 0700);
        CHECK(modeOf(folder / "superlink.db") == 0600);
        ::umask(before);
    }
}

TEST_CASE("a folder that others could read is closed to them") {
    const TempHome home;
    const auto folder = home.path() / "data";
    fs::create_directory(folder);
    fs::permissions(folder, fs::perms::all);
    Store store(folder / "superlink.db");
    store.putSettings({"x", 1});
    CHECK(modeOf(folder) == 0700);
}

TEST_CASE("a planted link is not followed") {
    const TempHome home;
    const auto target = home.write("elsewhere.db", "");
    fs::create_directory(home.path() / "data");
    fs::create_symlink(target, home.path() / "data" / "superlink.db");
    Store store(home.path() / "data" / "superlink.db");
    CHECK(codeOf([&] { store.settings(); }) == ErrorCode::StorageFailed);
    CHECK(fs::file_size(target) == 0);
}

TEST_CASE("a home that is itself a link works") {
    const TempHome home;
    fs::create_directory(home.path() / "real");
    fs::create_directory_symlink(home.path() / "real", home.path() / "linked");
    Store store(home.path() / "linked" / "data" / "superlink.db");
    store.putSettings({"x", 1});
    CHECK(fs::exists(home.path() / "real" / "data" / "superlink.db"));
}

TEST_CASE("the journal is DELETE and every commit reaches the disk") {
    const TempHome home;
    const auto file = home.path() / "data" / "superlink.db";
    Store store(file);
    store.putSettings({"x", 1});
    SQLite::Database other(file.string());
    CHECK(other.execAndGet("PRAGMA journal_mode").getString() == "delete");
    CHECK_FALSE(fs::exists(file.string() + "-wal"));
}

TEST_CASE("a key is recorded once and never for another decision") {
    Store store(":memory:");
    CHECK(store.recordDecision(decided("key-1", "person:a"), seen("person:a"), 5));
    CHECK_FALSE(store.recordDecision(decided("key-1", "person:a"), seen("person:a"), 6));
    CHECK(codeOf([&] {
              store.recordDecision(decided("key-1", "person:a", "ignore"), seen("person:a"), 7);
          }) == ErrorCode::IdempotencyConflict);
    CHECK(codeOf([&] { store.recordDecision(decided("key-1", "person:b"), seen("person:b"), 7); }) ==
          ErrorCode::IdempotencyConflict);
    CHECK(store.decisions().size() == 1);
    CHECK(store.decisions().at(0).action == "accept");
}

TEST_CASE("only different people accepted within the week are counted") {
    Store store(":memory:");
    store.recordDecision(decided("k1", "person:a", "accept", 100), seen("person:a"), 1);
    store.recordDecision(decided("k2", "person:a", "accept", 110), seen("person:a"),
                         1); // the same person again
    store.recordDecision(decided("k3", "person:b", "ignore", 120), seen("person:b"), 1);
    store.recordDecision(decided("k4", "company:c", "accept", 130), seen("company:c", "company"), 1);
    store.recordDecision(decided("k5", "person:d", "accept", 199), seen("person:d"), 1);
    store.recordDecision(decided("k6", "person:e", "accept", 200), seen("person:e"), 1); // the next week
    store.recordDecision(decided("k7", "person:f", "accept", 99), seen("person:f"), 1);  // the week before
    CHECK(store.peopleAccepted(100, 200) == 2);
}

TEST_CASE("an invitation seen again is brought up to date, not doubled") {
    const TempHome home;
    const auto file = home.path() / "data" / "superlink.db";
    Store store(file);
    store.rememberInvitations({{"person:a", "person", "old"}, {"person:b", "person", "b"}}, 1000);
    store.rememberInvitations({{"person:a", "person", "new"}}, 2000);
    SQLite::Database other(file.string());
    CHECK(other.execAndGet("SELECT count(*) FROM invitations").getInt() == 2);
    SQLite::Statement query(
        other, "SELECT document, first_seen_at, last_seen_at FROM invitations WHERE id = 'person:a'");
    REQUIRE(query.executeStep());
    CHECK(query.getColumn(0).getString() == "new");
    CHECK(query.getColumn(1).getInt64() == 1000);
    CHECK(query.getColumn(2).getInt64() == 2000);
}

TEST_CASE("a database of a newer SuperLink or of another program is left alone") {
    const TempHome home;
    const auto newer = home.path() / "newer.db";
    { Store(newer).putSettings({"x", 1}); }
    SQLite::Database(newer.string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 999");
    CHECK(codeOf([&] { Store(newer).settings(); }) == ErrorCode::DatabaseTooNew);

    const auto foreign = home.path() / "foreign.db";
    SQLite::Database(foreign.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE theirs (x)");
    CHECK(codeOf([&] { Store(foreign).settings(); }) == ErrorCode::StorageFailed);
    const auto noise = home.write("noise.db", std::string(5000, 'x'));
    CHECK(codeOf([&] { Store(noise).settings(); }) == ErrorCode::StorageFailed);
    CHECK(readFile(noise) == std::string(5000, 'x'));
}

TEST_CASE("a database of the version before is brought up to date and keeps everything") {
    const TempHome home;
    const auto file = home.path() / "data" / "superlink.db";
    {
        Store store(file);
        store.putSettings({"kept", 1});
        store.recordDecision(decided("key-1", "person:a"), seen("person:a"), 5);
    }
    {
        // As version 1 left it: without what the second migration brought.
        SQLite::Database old(file.string(), SQLite::OPEN_READWRITE);
        for (const char* trigger : {"settings_new", "settings_changed", "decision_new", "decision_gone",
                                    "correction_new", "correction_changed", "correction_gone"}) {
            old.exec(std::string("DROP TRIGGER ") + trigger);
        }
        old.exec("DROP TABLE corrections");
        old.exec("DROP TABLE revision");
        old.exec("ALTER TABLE decisions DROP COLUMN reasons");
        old.exec("PRAGMA user_version = 1");
    }
    Store again(file);
    CHECK(again.settings()->document == "kept");
    REQUIRE(again.decisions().size() == 1);
    CHECK(again.decisions()[0].reasons.empty());
    const auto before = again.revision();
    again.putCorrection({"RECRUITER", "", "less"}, 6);
    CHECK(again.revision() > before);
}

TEST_CASE("waiting for another process is given up when there is nobody to wait for") {
    const TempHome home;
    const auto file = home.path() / "data" / "superlink.db";
    { Store(file).putSettings({"x", 1}); }
    SQLite::Database holder(file.string(), SQLite::OPEN_READWRITE);
    holder.exec("BEGIN EXCLUSIVE");
    int asked = 0;
    Store store(file, [&] { return ++asked >= 3; });
    CHECK(codeOf([&] { store.putSettings({"y", 2}); }) == ErrorCode::Busy);
    CHECK(asked == 3);
    holder.exec("COMMIT");
    store.putSettings({"y", 2});
    CHECK(store.settings()->document == "y");
}

TEST_CASE("four processes write at once and nothing is lost") {
    const TempHome home;
    const auto file = home.path() / "data" / "superlink.db";
    constexpr int kProcesses = 4;
    constexpr int kWrites = 50;
    for (int process = 0; process < kProcesses; ++process) {
        if (::fork() == 0) {
            int failed = 0;
            try {
                Store store(file);
                for (int i = 0; i < kWrites; ++i) {
                    const std::string name = std::to_string(process) + "-" + std::to_string(i);
                    store.recordDecision(decided("key-" + name, "person:" + name), seen("person:" + name), 1);
                }
            } catch (const std::exception&) {
                failed = 1;
            }
            ::_exit(failed);
        }
    }
    for (int process = 0; process < kProcesses; ++process) {
        int status = 0;
        ::wait(&status);
        CHECK(WEXITSTATUS(status) == 0);
    }
    CHECK(Store(file).decisions().size() == kProcesses * kWrites);
}

TEST_CASE("a decision taken back leaves nothing, and every change is a new revision") {
    Store store(":memory:");
    const auto before = store.revision();
    store.recordDecision(decided("key-1", "person:a"), seen("person:a"), 5);
    const auto recorded = store.revision();
    CHECK(recorded > before);
    store.rememberInvitations({seen("person:b")}, 6);
    CHECK(store.revision() == recorded);
    CHECK(store.forgetDecision("key-1"));
    CHECK_FALSE(store.forgetDecision("key-1"));
    CHECK(store.decisions().empty());
    CHECK(store.revision() > recorded);
}

TEST_CASE("a correction replaces the one before it, here or everywhere") {
    Store store(":memory:");
    store.putCorrection({"RECRUITER", "", "less"}, 1);
    store.putCorrection({"RECRUITER", "", "never"}, 2);
    store.putCorrection({"RECRUITER", "person:a", "wrong"}, 3);
    REQUIRE(store.corrections().size() == 2);
    CHECK(store.corrections()[0].correction == "never");
    store.removeCorrection("RECRUITER", "");
    REQUIRE(store.corrections().size() == 1);
    CHECK(store.corrections()[0].invitationId == "person:a");
}
