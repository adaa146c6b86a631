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
    StoredDecision decision;
    std::string kind;
    std::string document; ///< the invitation's wire form
};

struct StoredCorrection {
    std::string code;
    std::string invitationId; ///< empty for everywhere
    std::string correction;   ///< "more", "less", "never" or "wrong"
    Millis correctedAt = 0;
};

struct StoredInvitation {
    SeenInvitation seen;
    Millis firstSeenAt = 0;
    Millis lastSeenAt = 0;
    bool aside = false;
};

/// People that the person entered as accepted where SuperLink did not see it.
struct StoredPeople {
    Millis at = 0;
    int people = 0;
};

struct StoredBudget {
    Millis since = 0;
    int weeklyBudget = 0;
};

/// What is stored, in numbers.
struct StoredCounts {
    std::int64_t invitations = 0;
    std::int64_t decisions = 0;
    std::int64_t corrections = 0;
    std::int64_t bytes = 0; ///< size of the database
    std::optional<Millis> since;
};

/// Stored things on their way from one database to another.
struct StoredBatch {
    std::optional<SavedSettings> settings;
    std::vector<StoredBudget> budgets;
    std::vector<StoredPeople> elsewhere;
    std::vector<StoredInvitation> invitations;
    std::vector<StoredDecision> decisions;
    std::vector<StoredCorrection> corrections;
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
    /// Remembers the weekly budget as well, where it is another than before.
    void putSettings(const SavedSettings& settings, int weeklyBudget);

    /// Keeps the invitations that the person was shown; one already known is brought up to date.
    void rememberInvitations(const std::vector<SeenInvitation>& invitations, Millis now);

    /// True if the decision is new, false if this key was recorded before. The same key for another decision
    /// throws Error(IdempotencyConflict). Has reached the disk when it returns.
    bool recordDecision(const StoredDecision& decision, const SeenInvitation& invitation, Millis now);

    /// All decisions, oldest first.
    std::vector<RememberedDecision> decisions();

    /// The invitations that nobody decided about since they were last seen. Decisions of the last day before
    /// that count: a tab that was left open still shows cards that are gone.
    std::vector<StoredInvitation> undecided();

    /// Puts an invitation aside or takes it back; false if there is no such invitation.
    bool setAside(const std::string& id, bool aside);

    /// Forgets a decision as if it had never been recorded; false if there is none of this key.
    bool forgetDecision(const std::string& key);

    /// What the person said of reasons, by code.
    std::vector<StoredCorrection> corrections();
    /// Replaces what was said of the same code (and invitation) before.
    void putCorrection(const StoredCorrection& correction, Millis now);
    /// Takes back what was said of a code; of one invitation, or everywhere if the id is empty.
    void removeCorrection(const std::string& code, const std::string& invitationId);

    /// People entered in [from, until), oldest first.
    std::vector<StoredPeople> elsewhere(Millis from, Millis until);
    /// Replaces what was entered in [from, until) by one entry; by none if `people` is zero.
    void putElsewhere(Millis from, Millis until, const StoredPeople& entered);

    /// Every change of the weekly budget, oldest first.
    std::vector<StoredBudget> budgets();

    /// True the first time that this session is announced, by whichever process.
    bool announce(Millis startsAt);

    /// In order of their ids or keys, those after `after`; at most `most`.
    std::vector<StoredInvitation> invitationsAfter(const std::string& after, int most);
    std::vector<StoredDecision> decisionsAfter(const std::string& after, int most);

    StoredCounts counts();

    /// Adds what is not there yet and returns how much that was. Settings replace older ones. A decision
    /// about an invitation that is not known throws Error(NotFound), and nothing is added.
    int add(const StoredBatch& batch);

    /// Forgets everything, and leaves nothing of it in the file.
    void erase();

    /// Grows with every change of settings, decisions and corrections, by whichever process.
    std::int64_t revision();
    /// Grows with every change of invitations, by whichever process.
    std::int64_t invitationsRevision();

    /// Different people (not pages, newsletters, events, groups) accepted in [from, until).
    int peopleAccepted(Millis from, Millis until);

    struct Database; ///< known to store/*.cpp alone

  private:
    Database& database();

    std::filesystem::path file_;
    std::function<bool()> giveUp_;
    std::unique_ptr<Database> database_;
};

/// $XDG_DATA_HOME/superlink/superlink.db, its folder made private.
std::filesystem::path defaultDatabaseFile();

} // namespace superlink
