// Everything that is stored: counted, handed out, taken in and erased.

#include "store/database.hpp"

#include "common/error.hpp"

#include <algorithm>

namespace superlink {
namespace {

/// How many rows of `batch` are new, each put by `bind` into `sql`.
template <typename Row, typename Bind>
int addAll(SQLite::Database& sqlite, const char* sql, const std::vector<Row>& rows, Bind bind) {
    int added = 0;
    SQLite::Statement put(sqlite, sql);
    for (const Row& row : rows) {
        bind(put, row);
        added += put.exec();
        put.reset();
        put.clearBindings();
    }
    return added;
}

int addInvitations(SQLite::Database& sqlite, const std::vector<StoredInvitation>& invitations) {
    return addAll(sqlite,
                  "INSERT OR IGNORE INTO invitations (id, kind, document, first_seen_at, last_seen_at, aside)"
                  " VALUES (?, ?, ?, ?, ?, ?)",
                  invitations, [](SQLite::Statement& put, const StoredInvitation& row) {
                      put.bindNoCopy(1, row.seen.id);
                      put.bindNoCopy(2, row.seen.kind);
                      put.bindNoCopy(3, row.seen.document);
                      put.bind(4, static_cast<int64_t>(row.firstSeenAt));
                      put.bind(5, static_cast<int64_t>(row.lastSeenAt));
                      put.bind(6, row.aside ? 1 : 0);
                  });
}

int addDecisions(SQLite::Database& sqlite, const std::vector<StoredDecision>& decisions) {
    SQLite::Statement known(sqlite, "SELECT 1 FROM invitations WHERE id = ?");
    for (const StoredDecision& decision : decisions) {
        known.bindNoCopy(1, decision.invitationId);
        if (!known.executeStep()) {
            throw Error(ErrorCode::NotFound, "a decision is about an invitation that the file does not hold");
        }
        known.reset();
    }
    return addAll(sqlite,
                  "INSERT OR IGNORE INTO decisions (key, invitation_id, action, verdict, decided_at,"
                  " recorded_at, reasons) VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6)",
                  decisions, [](SQLite::Statement& put, const StoredDecision& row) {
                      put.bindNoCopy(1, row.key);
                      put.bindNoCopy(2, row.invitationId);
                      put.bindNoCopy(3, row.action);
                      if (row.verdict) {
                          put.bindNoCopy(4, *row.verdict);
                      }
                      put.bind(5, static_cast<int64_t>(row.decidedAt));
                      put.bindNoCopy(6, row.reasons);
                  });
}

int addCorrections(SQLite::Database& sqlite, const std::vector<StoredCorrection>& corrections) {
    return addAll(sqlite,
                  "INSERT OR IGNORE INTO corrections (code, invitation_id, correction, corrected_at)"
                  " VALUES (?, ?, ?, ?)",
                  corrections, [](SQLite::Statement& put, const StoredCorrection& row) {
                      put.bindNoCopy(1, row.code);
                      put.bindNoCopy(2, row.invitationId);
                      put.bindNoCopy(3, row.correction);
                      put.bind(4, static_cast<int64_t>(row.correctedAt));
                  });
}

int addSettings(SQLite::Database& sqlite, const SavedSettings& settings) {
    SQLite::Statement put(sqlite, "INSERT INTO settings (one, document, updated_at) VALUES (1, ?1, ?2)"
                                  " ON CONFLICT (one) DO UPDATE SET document = ?1, updated_at = ?2"
                                  " WHERE updated_at < ?2");
    put.bindNoCopy(1, settings.document);
    put.bind(2, static_cast<int64_t>(settings.updatedAt));
    return put.exec();
}

} // namespace

std::vector<StoredInvitation> Store::invitationsAfter(const std::string& after, int most) {
    return guarded([&] {
        std::vector<StoredInvitation> out;
        SQLite::Statement query(database().sqlite, std::string("SELECT ") + kInvitationColumns +
                                                       " FROM invitations WHERE id > ? ORDER BY id LIMIT ?");
        query.bindNoCopy(1, after);
        query.bind(2, most);
        while (query.executeStep()) {
            out.push_back(invitationFrom(query));
        }
        return out;
    });
}

std::vector<StoredDecision> Store::decisionsAfter(const std::string& after, int most) {
    return guarded([&] {
        std::vector<StoredDecision> out;
        SQLite::Statement query(database().sqlite, std::string("SELECT ") + kDecisionColumns +
                                                       " FROM decisions WHERE key > ? ORDER BY key LIMIT ?");
        query.bindNoCopy(1, after);
        query.bind(2, most);
        while (query.executeStep()) {
            out.push_back(decisionFrom(query, 0));
        }
        return out;
    });
}

StoredCounts Store::counts() {
    return guarded([&] {
        SQLite::Database& sqlite = database().sqlite;
        StoredCounts out;
        out.invitations = sqlite.execAndGet("SELECT count(*) FROM invitations").getInt64();
        out.decisions = sqlite.execAndGet("SELECT count(*) FROM decisions").getInt64();
        out.corrections = sqlite.execAndGet("SELECT count(*) FROM corrections").getInt64();
        out.bytes = sqlite.execAndGet("PRAGMA page_count").getInt64() *
                    sqlite.execAndGet("PRAGMA page_size").getInt64();
        SQLite::Statement first(sqlite,
                                "SELECT min(at) FROM (SELECT min(first_seen_at) AS at FROM invitations"
                                " UNION ALL SELECT updated_at FROM settings"
                                " UNION ALL SELECT min(since) FROM budgets"
                                " UNION ALL SELECT min(at) FROM elsewhere"
                                " UNION ALL SELECT min(corrected_at) FROM corrections)");
        if (first.executeStep() && !first.getColumn(0).isNull()) {
            out.since = first.getColumn(0).getInt64();
        }
        return out;
    });
}

int Store::add(const StoredBatch& batch) {
    return guarded([&] {
        SQLite::Database& sqlite = database().sqlite;
        SQLite::Transaction transaction(sqlite, SQLite::TransactionBehavior::IMMEDIATE);
        int added = batch.settings ? addSettings(sqlite, *batch.settings) : 0;
        added += addAll(sqlite, "INSERT OR IGNORE INTO budgets (since, weekly_budget) VALUES (?, ?)",
                        batch.budgets, [](SQLite::Statement& put, const StoredBudget& row) {
                            put.bind(1, static_cast<int64_t>(row.since));
                            put.bind(2, row.weeklyBudget);
                        });
        added += addAll(sqlite, "INSERT OR IGNORE INTO elsewhere (at, people) VALUES (?, ?)", batch.elsewhere,
                        [](SQLite::Statement& put, const StoredPeople& row) {
                            put.bind(1, static_cast<int64_t>(row.at));
                            put.bind(2, row.people);
                        });
        added += addInvitations(sqlite, batch.invitations);
        added += addDecisions(sqlite, batch.decisions);
        added += addCorrections(sqlite, batch.corrections);
        transaction.commit();
        return added;
    });
}

void Store::erase() {
    guarded([&] {
        SQLite::Database& sqlite = database().sqlite;
        SQLite::Transaction transaction(sqlite, SQLite::TransactionBehavior::IMMEDIATE);
        for (const char* table :
             {"decisions", "invitations", "corrections", "elsewhere", "budgets", "announced", "settings"}) {
            sqlite.exec(std::string("DELETE FROM ") + table);
        }
        // Nothing but this tells the others that there are no settings any more.
        sqlite.exec("UPDATE revision SET number = number + 1, invitations = invitations + 1");
        transaction.commit();
        sqlite.exec("VACUUM");
    });
}

} // namespace superlink
