#pragma once

#include "store/store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <string>

namespace superlink {

/// The store's open connection, and what its parts share. Known to store/*.cpp alone.
struct Store::Database {
    SQLite::Database sqlite;
    const std::function<bool()>& giveUp;

    /// Opens `file` and brings it up to date.
    Database(const std::string& file, const std::function<bool()>& asked);

    /// Keeps an invitation; one already known is brought up to date.
    void remember(const SeenInvitation& invitation, Millis now);
};

[[noreturn]] void translate(const SQLite::Exception& error);

/// Runs `work`, with SQLite's failures told as ours.
template <typename Work>
auto guarded(Work work) {
    try {
        return work();
    } catch (const SQLite::Exception& error) {
        translate(error);
    }
}

/// Everything of a decision but its invitation, as `columns` lists it from column `first` on.
inline constexpr const char* kDecisionColumns =
    "decisions.key, decisions.invitation_id, action, verdict, decided_at, reasons";
StoredDecision decisionFrom(SQLite::Statement& query, int first);

/// Everything of an invitation, from the first column on.
inline constexpr const char* kInvitationColumns = "id, kind, document, first_seen_at, last_seen_at, aside";
StoredInvitation invitationFrom(SQLite::Statement& query);

} // namespace superlink
