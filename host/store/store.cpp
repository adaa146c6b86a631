#include "store/store.hpp"

#include "common/error.hpp"
#include "common/paths.hpp"
#include "store/database.hpp"
#include "store/schema.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <unistd.h>

namespace superlink {
namespace {

/// Longest wait for another process, in steps between which `giveUp` is asked.
constexpr int kBusyStepMicroseconds = 10'000;
constexpr int kBusySteps = 500;

/// An invitation that did not change is written again only when it was last seen longer ago than this:
/// scrolling through a page must not cost a disk flush for each batch.
constexpr Millis kSeenAgainAfter = 60LL * 60 * 1000;

int waitForOthers(void* database, int times) {
    if (times >= kBusySteps || static_cast<Store::Database*>(database)->giveUp()) {
        return 0;
    }
    ::usleep(kBusyStepMicroseconds);
    return 1;
}

} // namespace

void translate(const SQLite::Exception& error) {
    // getErrorCode gives the primary code or the extended one by how SQLiteCpp met it; the low byte is
    // primary.
    switch (error.getErrorCode() & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        throw Error(ErrorCode::Busy, "another browser is writing; try again");
    case SQLITE_FULL:
        throw Error(ErrorCode::StorageFull, "the disk is full; free some space, nothing was lost");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        throw Error(ErrorCode::StorageFailed, "the database is damaged; move superlink.db away and restart");
    default:
        throw Error(ErrorCode::StorageFailed,
                    "database: " + std::string(error.what()) + "; check that the data folder can be written");
    }
}

Store::Database::Database(const std::string& file, const std::function<bool()>& asked)
    : sqlite(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOFOLLOW), giveUp(asked) {
    sqlite3_busy_handler(sqlite.getHandle(), &waitForOthers, this);
    sqlite3_db_config(sqlite.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    for (const char* pragma : {"journal_mode = DELETE", "synchronous = EXTRA", "foreign_keys = ON",
                               "trusted_schema = OFF", "secure_delete = ON"}) {
        sqlite.exec(std::string("PRAGMA ") + pragma);
    }
    migrate(sqlite);
}

void Store::Database::remember(const SeenInvitation& invitation, Millis now) {
    SQLite::Statement upsert(sqlite,
                             "INSERT INTO invitations (id, kind, document, first_seen_at, last_seen_at)"
                             " VALUES (?1, ?2, ?3, ?4, ?4) ON CONFLICT (id) DO UPDATE"
                             " SET kind = ?2, document = ?3, last_seen_at = max(last_seen_at, ?4)");
    upsert.bindNoCopy(1, invitation.id);
    upsert.bindNoCopy(2, invitation.kind);
    upsert.bindNoCopy(3, invitation.document);
    upsert.bind(4, static_cast<int64_t>(now));
    upsert.exec();
}

StoredDecision decisionFrom(SQLite::Statement& query, int first) {
    StoredDecision out;
    out.key = query.getColumn(first).getString();
    out.invitationId = query.getColumn(first + 1).getString();
    out.action = query.getColumn(first + 2).getString();
    if (!query.getColumn(first + 3).isNull()) {
        out.verdict = query.getColumn(first + 3).getString();
    }
    out.decidedAt = query.getColumn(first + 4).getInt64();
    out.reasons = query.getColumn(first + 5).getString();
    return out;
}

StoredInvitation invitationFrom(SQLite::Statement& query) {
    return {{query.getColumn(0).getString(), query.getColumn(1).getString(), query.getColumn(2).getString()},
            query.getColumn(3).getInt64(),
            query.getColumn(4).getInt64(),
            query.getColumn(5).getInt() != 0};
}

Store::Store(std::filesystem::path file, std::function<bool()> giveUp)
    : file_(std::move(file)), giveUp_(std::move(giveUp)) {}

Store::~Store() = default;

Store::Database& Store::database() {
    if (!database_) {
        std::string name = file_.string();
        if (name != ":memory:") {
            makePrivateFolder(file_.parent_path());
            // A link further up (a linked home) is the person's own affair; the file itself must not be one.
            name = (std::filesystem::canonical(file_.parent_path()) / file_.filename()).string();
        }
        database_ = guarded([&] { return std::make_unique<Database>(name, giveUp_); });
    }
    return *database_;
}

std::optional<SavedSettings> Store::settings() {
    return guarded([&]() -> std::optional<SavedSettings> {
        SQLite::Statement query(database().sqlite, "SELECT document, updated_at FROM settings");
        if (!query.executeStep()) {
            return std::nullopt;
        }
        return SavedSettings{query.getColumn(0).getString(), query.getColumn(1).getInt64()};
    });
}

void Store::putSettings(const SavedSettings& settings, int weeklyBudget) {
    guarded([&] {
        SQLite::Transaction transaction(database().sqlite, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement put(database().sqlite,
                              "INSERT INTO settings (one, document, updated_at) VALUES (1, ?, ?)"
                              " ON CONFLICT (one) DO UPDATE SET document = excluded.document,"
                              " updated_at = excluded.updated_at");
        put.bindNoCopy(1, settings.document);
        put.bind(2, static_cast<int64_t>(settings.updatedAt));
        put.exec();
        SQLite::Statement budget(database().sqlite,
                                 "INSERT OR REPLACE INTO budgets (since, weekly_budget) SELECT ?1, ?2"
                                 " WHERE ?2 IS NOT (SELECT weekly_budget FROM budgets"
                                 " ORDER BY since DESC LIMIT 1)");
        budget.bind(1, static_cast<int64_t>(settings.updatedAt));
        budget.bind(2, weeklyBudget);
        budget.exec();
        transaction.commit();
    });
}

void Store::rememberInvitations(const std::vector<SeenInvitation>& invitations, Millis now) {
    guarded([&] {
        SQLite::Database& sqlite = database().sqlite;
        std::vector<const SeenInvitation*> news;
        SQLite::Statement known(
            sqlite, "SELECT 1 FROM invitations WHERE id = ? AND document = ? AND last_seen_at > ?");
        for (const SeenInvitation& invitation : invitations) {
            known.bindNoCopy(1, invitation.id);
            known.bindNoCopy(2, invitation.document);
            known.bind(3, static_cast<int64_t>(now - kSeenAgainAfter));
            if (!known.executeStep()) {
                news.push_back(&invitation);
            }
            known.reset();
        }
        if (news.empty()) {
            return;
        }
        SQLite::Transaction transaction(sqlite, SQLite::TransactionBehavior::IMMEDIATE);
        for (const SeenInvitation* invitation : news) {
            database().remember(*invitation, now);
        }
        transaction.commit();
    });
}

bool Store::recordDecision(const StoredDecision& decision, const SeenInvitation& invitation, Millis now) {
    return guarded([&] {
        SQLite::Database& sqlite = database().sqlite;
        SQLite::Transaction transaction(sqlite, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement before(sqlite, "SELECT invitation_id = ? AND action = ? AND decided_at = ?"
                                         " FROM decisions WHERE key = ?");
        before.bindNoCopy(1, decision.invitationId);
        before.bindNoCopy(2, decision.action);
        before.bind(3, static_cast<int64_t>(decision.decidedAt));
        before.bindNoCopy(4, decision.key);
        if (before.executeStep()) {
            if (before.getColumn(0).getInt() == 0) {
                throw Error(ErrorCode::IdempotencyConflict, "this key was recorded for another decision");
            }
            return false;
        }
        // It was there when the person decided, not necessarily when the host heard of it.
        database().remember(invitation, std::min(now, decision.decidedAt));
        SQLite::Statement insert(sqlite,
                                 "INSERT INTO decisions (key, invitation_id, action, verdict, decided_at,"
                                 " recorded_at, reasons) VALUES (?, ?, ?, ?, ?, ?, ?)");
        insert.bindNoCopy(1, decision.key);
        insert.bindNoCopy(2, decision.invitationId);
        insert.bindNoCopy(3, decision.action);
        if (decision.verdict) {
            insert.bindNoCopy(4, *decision.verdict);
        }
        insert.bind(5, static_cast<int64_t>(decision.decidedAt));
        insert.bind(6, static_cast<int64_t>(now));
        insert.bindNoCopy(7, decision.reasons);
        insert.exec();
        transaction.commit();
        return true;
    });
}

std::vector<RememberedDecision> Store::decisions() {
    return guarded([&] {
        std::vector<RememberedDecision> out;
        SQLite::Statement query(database().sqlite,
                                std::string("SELECT ") + kDecisionColumns +
                                    ", kind, document FROM decisions JOIN invitations"
                                    " ON invitations.id = invitation_id ORDER BY decided_at, key");
        while (query.executeStep()) {
            out.push_back(
                {decisionFrom(query, 0), query.getColumn(6).getString(), query.getColumn(7).getString()});
        }
        return out;
    });
}

bool Store::forgetDecision(const std::string& key) {
    return guarded([&] {
        SQLite::Transaction transaction(database().sqlite, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement remove(database().sqlite, "DELETE FROM decisions WHERE key = ?");
        remove.bindNoCopy(1, key);
        const bool removed = remove.exec() > 0;
        transaction.commit();
        return removed;
    });
}

std::vector<StoredCorrection> Store::corrections() {
    return guarded([&] {
        std::vector<StoredCorrection> out;
        SQLite::Statement query(database().sqlite,
                                "SELECT code, invitation_id, correction, corrected_at FROM corrections"
                                " ORDER BY code, invitation_id");
        while (query.executeStep()) {
            out.push_back({query.getColumn(0).getString(), query.getColumn(1).getString(),
                           query.getColumn(2).getString(), query.getColumn(3).getInt64()});
        }
        return out;
    });
}

void Store::putCorrection(const StoredCorrection& correction, Millis now) {
    guarded([&] {
        SQLite::Transaction transaction(database().sqlite, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement put(
            database().sqlite,
            "INSERT INTO corrections (code, invitation_id, correction, corrected_at) VALUES (?1, ?2, ?3, ?4)"
            " ON CONFLICT (code, invitation_id) DO UPDATE SET correction = ?3, corrected_at = ?4");
        put.bindNoCopy(1, correction.code);
        put.bindNoCopy(2, correction.invitationId);
        put.bindNoCopy(3, correction.correction);
        put.bind(4, static_cast<int64_t>(now));
        put.exec();
        transaction.commit();
    });
}

void Store::removeCorrection(const std::string& code, const std::string& invitationId) {
    guarded([&] {
        SQLite::Transaction transaction(database().sqlite, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement remove(database().sqlite,
                                 "DELETE FROM corrections WHERE code = ? AND invitation_id = ?");
        remove.bindNoCopy(1, code);
        remove.bindNoCopy(2, invitationId);
        remove.exec();
        transaction.commit();
    });
}

std::int64_t Store::revision() {
    return guarded([&] { return database().sqlite.execAndGet("SELECT number FROM revision").getInt64(); });
}

int Store::peopleAccepted(Millis from, Millis until) {
    return guarded([&] {
        SQLite::Statement query(
            database().sqlite,
            "SELECT count(DISTINCT invitation_id) FROM decisions"
            " JOIN invitations ON invitations.id = invitation_id"
            " WHERE action = 'accept' AND kind = 'person' AND decided_at >= ? AND decided_at < ?");
        query.bind(1, static_cast<int64_t>(from));
        query.bind(2, static_cast<int64_t>(until));
        query.executeStep();
        return query.getColumn(0).getInt();
    });
}

std::filesystem::path defaultDatabaseFile() {
    return dataFolder() / "superlink.db";
}

} // namespace superlink
