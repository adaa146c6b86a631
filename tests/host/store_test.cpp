#include "common/error.hpp"
#include "store/store.hpp"
#include "temp_home.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>

#include <algorithm>
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

// As they were released; never to be edited, like the migrations that made them.
constexpr const char* kFirstSchema = R"sql(
    CREATE TABLE settings (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        document TEXT NOT NULL,
        updated_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE invitations (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        document TEXT NOT NULL,
        first_seen_at INTEGER NOT NULL,
        last_seen_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE decisions (
        key TEXT PRIMARY KEY,
        invitation_id TEXT NOT NULL REFERENCES invitations (id),
        action TEXT NOT NULL CHECK (action IN ('accept', 'ignore')),
        verdict TEXT,
        decided_at INTEGER NOT NULL,
        recorded_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX decisions_by_time ON decisions (decided_at);
    )sql";
constexpr const char* kSecondSchema = R"sql(
    ALTER TABLE decisions ADD COLUMN reasons TEXT NOT NULL DEFAULT '';
    CREATE TABLE corrections (
        code TEXT NOT NULL,
        invitation_id TEXT NOT NULL, -- '' for everywhere
        correction TEXT NOT NULL CHECK (correction IN ('more', 'less', 'never', 'wrong')),
        corrected_at INTEGER NOT NULL,
        PRIMARY KEY (code, invitation_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE revision (one INTEGER PRIMARY KEY CHECK (one = 1), number INTEGER NOT NULL) STRICT;
    INSERT INTO revision VALUES (1, 0);
    CREATE TRIGGER settings_new AFTER INSERT ON settings BEGIN UPDATE revision SET number = number + 1; END;
    CREATE TRIGGER settings_changed AFTER UPDATE ON settings
        BEGIN UPDATE revision SET number = number + 1; END;
    CREATE TRIGGER decision_new AFTER INSERT ON decisions BEGIN UPDATE revision SET number = number + 1; END;
    CREATE TRIGGER decision_gone AFTER DELETE ON decisions BEGIN UPDATE revision SET number = number + 1; END;
    CREATE TRIGGER correction_new AFTER INSERT ON corrections
        BEGIN UPDATE revision SET number = number + 1; END;
    CREATE TRIGGER correction_changed AFTER UPDATE ON corrections
        BEGIN UPDATE revision SET number = number + 1; END;
    CREATE TRIGGER correction_gone AFTER DELETE ON corrections
        BEGIN UPDATE revision SET number = number + 1; END;
    )sql";

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
        store.putSettings({"first", 1}, 10);
        store.putSettings({"second", 2}, 10);
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
        store.putSettings({"x", 1}, 10);
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
    store.putSettings({"x", 1}, 10);
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
    store.putSettings({"x", 1}, 10);
    CHECK(fs::exists(home.path() / "real" / "data" / "superlink.db"));
}

TEST_CASE("the journal is DELETE and every commit reaches the disk") {
    const TempHome home;
    const auto file = home.path() / "data" / "superlink.db";
    Store store(file);
    store.putSettings({"x", 1}, 10);
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
    CHECK(store.decisions().at(0).decision.action == "accept");
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
    { Store(newer).putSettings({"x", 1}, 10); }
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

TEST_CASE("a database of any version before is brought up to date and keeps everything") {
    for (const int version : {1, 2}) {
        const TempHome home;
        const auto file = home.path() / "data" / "superlink.db";
        fs::create_directory(file.parent_path());
        {
            SQLite::Database old(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            old.exec(kFirstSchema);
            if (version > 1) {
                old.exec(kSecondSchema);
            }
            old.exec("PRAGMA application_id = 0x53704c6b");
            old.exec("PRAGMA user_version = " + std::to_string(version));
            old.exec("INSERT INTO settings VALUES (1, '{\"weeklyBudget\": 12}', 7)");
            old.exec("INSERT INTO invitations VALUES ('person:a', 'person', '{}', 1, 2)");
            old.exec("INSERT INTO decisions (key, invitation_id, action, decided_at, recorded_at)"
                     " VALUES ('key-1', 'person:a', 'accept', 3, 4)");
        }
        Store again(file);
        CHECK(again.settings()->updatedAt == 7);
        REQUIRE(again.decisions().size() == 1);
        CHECK(again.decisions()[0].decision.reasons.empty());
        REQUIRE(again.budgets().size() == 1);
        CHECK(again.budgets()[0].since == 7);
        CHECK(again.budgets()[0].weeklyBudget == 12);
        const auto before = again.revision();
        again.putCorrection({"RECRUITER", "", "less", 0}, 6);
        CHECK(again.revision() > before);
        CHECK(again.undecided().empty());
    }
}

TEST_CASE("waiting for another process is given up when there is nobody to wait for") {
    const TempHome home;
    const auto file = home.path() / "data" / "superlink.db";
    { Store(file).putSettings({"x", 1}, 10); }
    SQLite::Database holder(file.string(), SQLite::OPEN_READWRITE);
    holder.exec("BEGIN EXCLUSIVE");
    int asked = 0;
    Store store(file, [&] { return ++asked >= 3; });
    CHECK(codeOf([&] { store.putSettings({"y", 2}, 10); }) == ErrorCode::Busy);
    CHECK(asked == 3);
    holder.exec("COMMIT");
    store.putSettings({"y", 2}, 10);
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
    store.putCorrection({"RECRUITER", "", "less", 0}, 1);
    store.putCorrection({"RECRUITER", "", "never", 0}, 2);
    store.putCorrection({"RECRUITER", "person:a", "wrong", 0}, 3);
    REQUIRE(store.corrections().size() == 2);
    CHECK(store.corrections()[0].correction == "never");
    store.removeCorrection("RECRUITER", "");
    REQUIRE(store.corrections().size() == 1);
    CHECK(store.corrections()[0].invitationId == "person:a");
}
