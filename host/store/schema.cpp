#include "store/schema.hpp"

#include "common/error.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <array>
#include <string>

namespace superlink {
namespace {

/// Marks a file as SuperLink's ("SpLk"), so that no other program's database is ever migrated.
constexpr int kApplicationId = 0x53704c6b;

/// Appended to, never edited: a released migration has already run on somebody's database.
constexpr std::array kMigrations = {
    // 1: settings, the invitations seen, the person's decisions
    R"sql(
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
    )sql",
    // 2: what the person said of reasons, and a number that changes with everything that a judge is made of
    R"sql(
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
    )sql",
    // 3: the week: what was put aside, entered by hand, budgeted and announced
    R"sql(
    ALTER TABLE invitations ADD COLUMN aside INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX decisions_by_invitation ON decisions (invitation_id, decided_at);
    CREATE TABLE elsewhere (
        at INTEGER PRIMARY KEY,
        people INTEGER NOT NULL CHECK (people > 0)
    ) STRICT;
    CREATE TABLE budgets (since INTEGER PRIMARY KEY, weekly_budget INTEGER NOT NULL) STRICT;
    INSERT INTO budgets SELECT updated_at, json_extract(document, '$.weeklyBudget') FROM settings
        WHERE json_valid(document) AND json_type(document, '$.weeklyBudget') = 'integer';
    CREATE TABLE announced (starts_at INTEGER PRIMARY KEY) STRICT;
    ALTER TABLE revision ADD COLUMN invitations INTEGER NOT NULL DEFAULT 0;
    CREATE TRIGGER invitation_new AFTER INSERT ON invitations
        BEGIN UPDATE revision SET invitations = invitations + 1; END;
    CREATE TRIGGER invitation_changed AFTER UPDATE ON invitations
        BEGIN UPDATE revision SET invitations = invitations + 1; END;
    CREATE TRIGGER invitation_gone AFTER DELETE ON invitations
        BEGIN UPDATE revision SET invitations = invitations + 1; END;
    )sql",
};

int numberOf(SQLite::Database& database, const char* pragma) {
    return database.execAndGet(std::string("PRAGMA ") + pragma).getInt();
}

/// True if every migration has run. Throws for a file that is not ours to touch.
bool isCurrent(SQLite::Database& database) {
    const int version = numberOf(database, "user_version");
    const int application = numberOf(database, "application_id");
    const bool empty = version == 0 && application == 0 &&
                       database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
    if (!empty && application != kApplicationId) {
        throw Error(ErrorCode::StorageFailed, "the database file belongs to another program; move it away");
    }
    if (version > static_cast<int>(kMigrations.size())) {
        throw Error(ErrorCode::DatabaseTooNew, "a newer SuperLink wrote the database; update this host");
    }
    return version == static_cast<int>(kMigrations.size());
}

} // namespace

void migrate(SQLite::Database& database) {
    if (isCurrent(database)) {
        return;
    }
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    if (isCurrent(database)) {
        return; // another host was faster
    }
    const int version = numberOf(database, "user_version");
    for (std::size_t i = static_cast<std::size_t>(version); i < kMigrations.size(); ++i) {
        database.exec(kMigrations.at(i));
    }
    database.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
    database.exec("PRAGMA user_version = " + std::to_string(kMigrations.size()));
    transaction.commit();
}

} // namespace superlink
