#pragma once

#include "common/clock.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace superlink {

/// The settings' wire form and when they were saved. The store does not look into documents.
struct SavedSettings {
    std::string document;
    Millis updatedAt = 0;
};

/// `document` is the invitation's wire form as last read from the page.
struct SeenInvitation {
    std::string id;
    std::string kind;
    std::string document;
};

struct StoredDecision {
    std::string key;
    std::string invitationId;
    std::string action; ///< "accept" or "ignore"
    std::optional<std::string> verdict;
    Millis decidedAt = 0;
    std::string reasons; ///< what spoke for and against at the time; the store does not look into it
};

/// A decision with the invitation that it was about.
struct RememberedDecision {
    std::string document; ///< the invitation's wire form
    std::string action;
    std::string reasons;
};

struct StoredCorrection {
    std::string code;
    std::string invitationId; ///< empty for everywhere
    std::string correction;   ///< "more", "less", "never" or "wrong"
};

/// The memory: one SQLite file that several hosts may share, since each browser and each profile starts its
/// own.
///
/// Debian 12's SQLite 3.40.1 can corrupt a database in WAL mode when two connections reset the log, so the
/// journal is DELETE with synchronous=EXTRA (a commit survives a power cut; about a millisecond, and a person
/// makes a few hundred decisions). Writes begin IMMEDIATE: a transaction that reads first and then writes
/// fails at once when another process wrote in between, and no busy timeout retries it.
///
/// The database is opened on first use. Every method throws Error: Busy after five seconds behind another
/// process (or as soon as `giveUp` says so), StorageFull, DatabaseTooNew, StorageFailed.
class Store {
  public:
    /// `file` may be ":memory:". `giveUp` is asked while waiting for another process.
    explicit Store(
        std::filesystem::path file, std::function<bool()> giveUp = [] { return false; });
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    std::optional<SavedSettings> settings();
    void putSettings(const SavedSettings& settings);

    /// Keeps the invitations that the person was shown; one already known is brought up to date.
    void rememberInvitations(const std::vector<SeenInvitation>& invitations, Millis now);

    /// True if the decision is new, false if this key was recorded before. The same key for another decision
    /// throws Error(IdempotencyConflict). Has reached the disk when it returns.
    bool recordDecision(const StoredDecision& decision, const SeenInvitation& invitation, Millis now);

    /// All decisions, oldest first.
    std::vector<RememberedDecision> decisions();

    /// Forgets a decision as if it had never been recorded; false if there is none of this key.
    bool forgetDecision(const std::string& key);

    /// What the person said of reasons, by code.
    std::vector<StoredCorrection> corrections();
    /// Replaces what was said of the same code (and invitation) before.
    void putCorrection(const StoredCorrection& correction, Millis now);
    /// Takes back what was said of a code; of one invitation, or everywhere if the id is empty.
    void removeCorrection(const std::string& code, const std::string& invitationId);

    /// Grows with every change of settings, decisions and corrections, by whichever process.
    std::int64_t revision();

    /// Different people (not pages, newsletters, events, groups) accepted in [from, until).
    int peopleAccepted(Millis from, Millis until);

  private:
    struct Database;
    Database& database();

    std::filesystem::path file_;
    std::function<bool()> giveUp_;
    std::unique_ptr<Database> database_;
};

/// $XDG_DATA_HOME/superlink/superlink.db, its folder made private.
std::filesystem::path defaultDatabaseFile();

} // namespace superlink
