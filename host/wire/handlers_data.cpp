#include "wire/handlers.hpp"

#include "common/error.hpp"

#include <algorithm>

namespace superlink {
namespace {

constexpr int kMostRows = 50;
constexpr std::size_t kMostBytes = 600 * 1024;

DecisionRecord recordOf(const StoredDecision& stored) {
    DecisionRecord out{stored.key,       stored.invitationId, *actionFrom(stored.action),
                       stored.decidedAt, std::nullopt,        stored.reasons};
    if (stored.verdict) {
        out.verdict = verdictFrom(*stored.verdict);
    }
    return out;
}

/// Settings, budgets, entries and corrections: a person has few of them.
Exported firstPart(const Context& context) {
    Exported out;
    if (const auto saved = context.store.settings()) {
        out.records.emplace_back(SettingsRecord{settingsFromText(saved->document), saved->updatedAt});
    }
    for (const StoredBudget& budget : context.store.budgets()) {
        out.records.emplace_back(BudgetChange{budget.since, budget.weeklyBudget});
    }
    for (const StoredPeople& entered : context.store.elsewhere(0, kEndOfTime)) {
        out.records.emplace_back(EnteredPeople{entered.at, entered.people});
    }
    for (const StoredCorrection& correction : context.store.corrections()) {
        out.records.emplace_back(CorrectionRecord{correctionOf(correction), correction.correctedAt});
    }
    out.next = "i:";
    return out;
}

Exported invitationsPart(const Context& context, const std::string& after) {
    Exported out;
    std::size_t bytes = 0;
    const auto rows = context.store.invitationsAfter(after, kMostRows);
    for (const StoredInvitation& row : rows) {
        bytes += row.seen.document.size();
        if (bytes > kMostBytes && !out.records.empty()) {
            return out; // `next` names the last one that fitted
        }
        out.records.emplace_back(InvitationRecord{invitationFromText(row.seen.document), row.firstSeenAt,
                                                  row.lastSeenAt, row.aside});
        out.next = "i:" + row.seen.id;
    }
    if (static_cast<int>(rows.size()) < kMostRows) {
        out.next = "d:";
    }
    return out;
}

Exported decisionsPart(const Context& context, const std::string& after) {
    Exported out;
    const auto rows = context.store.decisionsAfter(after, kMostRows);
    for (const StoredDecision& row : rows) {
        out.records.emplace_back(recordOf(row));
    }
    if (static_cast<int>(rows.size()) == kMostRows) {
        out.next = "d:" + rows.back().key;
    }
    return out;
}

void put(StoredBatch& batch, const SettingsRecord& record) {
    batch.settings = SavedSettings{toText(record.settings), record.updatedAt};
}
void put(StoredBatch& batch, const BudgetChange& record) {
    batch.budgets.push_back({record.since, record.weeklyBudget});
}
void put(StoredBatch& batch, const EnteredPeople& record) {
    batch.elsewhere.push_back({record.at, record.people});
}
void put(StoredBatch& batch, const InvitationRecord& record) {
    const Invitation& invitation = record.invitation;
    batch.invitations.push_back({{invitation.id, toString(invitation.kind), toText(invitation)},
                                 record.firstSeenAt,
                                 record.lastSeenAt,
                                 record.aside});
}
void put(StoredBatch& batch, const DecisionRecord& record) {
    batch.decisions.push_back(
        {record.key, record.invitationId, toString(record.action),
         record.verdict ? std::optional<std::string>(toString(*record.verdict)) : std::nullopt,
         record.decidedAt, record.reasons});
}
void put(StoredBatch& batch, const CorrectionRecord& record) {
    batch.corrections.push_back({record.correction.code, record.correction.invitationId.value_or(""),
                                 toString(record.correction.correction), record.correctedAt});
}

} // namespace

DataSummary summariseData(const Context& context, const NoParams&) {
    const StoredCounts counts = context.store.counts();
    return {counts.invitations, counts.decisions, counts.corrections, counts.bytes, counts.since};
}

Exported exportData(const Context& context, const ExportFrom& params) {
    if (!params.from) {
        return firstPart(context);
    }
    const std::string kind = params.from->substr(0, 2);
    const std::string after = params.from->size() > 2 ? params.from->substr(2) : "";
    if (kind == "i:") {
        return invitationsPart(context, after);
    }
    if (kind == "d:") {
        return decisionsPart(context, after);
    }
    throw Error(ErrorCode::InvalidParams, "params.from is no place in an export");
}

Imported importData(const Context& context, const ImportRecords& params) {
    StoredBatch batch;
    for (const Record& record : params.records) {
        std::visit([&](const auto& one) { put(batch, one); }, record);
    }
    const int imported = context.store.add(batch);
    return {imported, static_cast<int>(params.records.size()) - imported};
}

Erased eraseData(const Context& context, const NoParams&) {
    context.store.erase();
    return {true};
}

} // namespace superlink
