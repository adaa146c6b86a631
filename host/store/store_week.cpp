// The week's part of the memory: what is pending, put aside, entered by hand, budgeted and announced.

#include "store/database.hpp"

namespace superlink {
namespace {

/// A card that is seen again this long after the decision is a new invitation of the same sender.
constexpr Millis kAnewAfter = kDay;

} // namespace

std::vector<StoredInvitation> Store::undecided() {
    return guarded([&] {
        std::vector<StoredInvitation> out;
        SQLite::Statement query(
            database().sqlite,
            std::string("SELECT ") + kInvitationColumns +
                " FROM invitations WHERE NOT EXISTS (SELECT 1 FROM decisions"
                " WHERE invitation_id = id AND decided_at > last_seen_at - ?) ORDER BY id");
        query.bind(1, static_cast<int64_t>(kAnewAfter));
        while (query.executeStep()) {
            out.push_back(invitationFrom(query));
        }
        return out;
    });
}

bool Store::setAside(const std::string& id, bool aside) {
    return guarded([&] {
        SQLite::Transaction transaction(database().sqlite, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement put(database().sqlite, "UPDATE invitations SET aside = ? WHERE id = ?");
        put.bind(1, aside ? 1 : 0);
        put.bindNoCopy(2, id);
        const bool found = put.exec() > 0;
        transaction.commit();
        return found;
    });
}

std::vector<StoredPeople> Store::elsewhere(Millis from, Millis until) {
    return guarded([&] {
        std::vector<StoredPeople> out;
        SQLite::Statement query(database().sqlite,
                                "SELECT at, people FROM elsewhere WHERE at >= ? AND at < ? ORDER BY at");
        query.bind(1, static_cast<int64_t>(from));
        query.bind(2, static_cast<int64_t>(until));
        while (query.executeStep()) {
            out.push_back({query.getColumn(0).getInt64(), query.getColumn(1).getInt()});
        }
        return out;
    });
}

void Store::putElsewhere(Millis from, Millis until, const StoredPeople& entered) {
    guarded([&] {
        SQLite::Transaction transaction(database().sqlite, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement remove(database().sqlite, "DELETE FROM elsewhere WHERE at >= ? AND at < ?");
        remove.bind(1, static_cast<int64_t>(from));
        remove.bind(2, static_cast<int64_t>(until));
        remove.exec();
        if (entered.people > 0) {
            SQLite::Statement put(database().sqlite, "INSERT INTO elsewhere (at, people) VALUES (?, ?)");
            put.bind(1, static_cast<int64_t>(entered.at));
            put.bind(2, entered.people);
            put.exec();
        }
        transaction.commit();
    });
}

std::vector<StoredBudget> Store::budgets() {
    return guarded([&] {
        std::vector<StoredBudget> out;
        SQLite::Statement query(database().sqlite, "SELECT since, weekly_budget FROM budgets ORDER BY since");
        while (query.executeStep()) {
            out.push_back({query.getColumn(0).getInt64(), query.getColumn(1).getInt()});
        }
        return out;
    });
}

bool Store::announce(Millis startsAt) {
    return guarded([&] {
        SQLite::Transaction transaction(database().sqlite, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement put(database().sqlite, "INSERT OR IGNORE INTO announced (starts_at) VALUES (?)");
        put.bind(1, static_cast<int64_t>(startsAt));
        const bool first = put.exec() > 0;
        transaction.commit();
        return first;
    });
}

std::int64_t Store::invitationsRevision() {
    return guarded(
        [&] { return database().sqlite.execAndGet("SELECT invitations FROM revision").getInt64(); });
}

} // namespace superlink
