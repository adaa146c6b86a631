#pragma once

#include "common/domain.hpp"
#include "planning/history.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace superlink {

/// Everything that is stored, as it goes over the wire: counted, exported, imported and erased.

struct DataSummary {
    std::int64_t invitations = 0;
    std::int64_t decisions = 0;
    std::int64_t corrections = 0;
    std::int64_t bytes = 0;
    std::optional<Millis> since;
};

/// What an export is made of. `reasons` is the ledger's note of a decision.
struct InvitationRecord {
    Invitation invitation;
    Millis firstSeenAt = 0;
    Millis lastSeenAt = 0;
    bool aside = false;
};
struct DecisionRecord {
    std::string key;
    std::string invitationId;
    Action action = Action::Accept;
    Millis decidedAt = 0;
    std::optional<Verdict> verdict;
    std::string reasons;
};
struct CorrectionRecord {
    ReasonCorrection correction;
    Millis correctedAt = 0;
};
struct SettingsRecord {
    Settings settings;
    Millis updatedAt = 0;
};
using Record = std::variant<SettingsRecord, BudgetChange, EnteredPeople, InvitationRecord, DecisionRecord,
                            CorrectionRecord>;

struct ExportFrom {
    std::optional<std::string> from;
};

struct Exported {
    std::vector<Record> records;
    std::optional<std::string> next;
};

struct ImportRecords {
    std::vector<Record> records;
};

struct Imported {
    int imported = 0;
    int known = 0;
};

struct Erased {
    bool erased = false;
};

} // namespace superlink
