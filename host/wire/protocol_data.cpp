// Everything that is stored, on the wire: counted, exported, imported, erased.

#include "wire/fields.hpp"
#include "wire/protocol.hpp"
#include "wire/protocol_parts.hpp"

#include <nlohmann/json.hpp>

namespace superlink {
namespace {

using nlohmann::json;

constexpr std::size_t kMostRecords = 100;
constexpr std::size_t kMaxReasonsChars = 1000;

json encoded(const SettingsRecord& value) {
    return {{"record", "settings"}, {"settings", encode(value.settings)}, {"updatedAt", value.updatedAt}};
}

json encoded(const BudgetChange& value) {
    return {{"record", "budget"}, {"since", value.since}, {"weeklyBudget", value.weeklyBudget}};
}

json encoded(const EnteredPeople& value) {
    return {{"record", "elsewhere"}, {"at", value.at}, {"people", value.people}};
}

json encoded(const InvitationRecord& value) {
    return {{"record", "invitation"},
            {"invitation", encode(value.invitation)},
            {"firstSeenAt", value.firstSeenAt},
            {"lastSeenAt", value.lastSeenAt},
            {"aside", value.aside}};
}

json encoded(const DecisionRecord& value) {
    return {{"record", "decision"},
            {"key", value.key},
            {"invitationId", value.invitationId},
            {"action", toString(value.action)},
            {"decidedAt", value.decidedAt},
            {"verdict", wordOrNull(value.verdict)},
            {"reasons", value.reasons}};
}

json encoded(const CorrectionRecord& value) {
    return {{"record", "correction"},
            {"code", value.correction.code},
            {"correction", toString(value.correction.correction)},
            {"invitationId", orNull(value.correction.invitationId)},
            {"correctedAt", value.correctedAt}};
}

Millis timeOf(const Fields& fields, const char* name) {
    return fields.integer(name, 0, kMaxInteger);
}

DecisionRecord decisionRecordFrom(const Fields& fields) {
    DecisionRecord out;
    out.key = fields.text("key", 8, kMaxKeyChars);
    out.invitationId = fields.text("invitationId", 1, kMaxIdChars);
    out.action = fields.word("action", actionFrom);
    out.decidedAt = timeOf(fields, "decidedAt");
    if (fields.find("verdict") != nullptr) {
        out.verdict = fields.word("verdict", verdictFrom);
    }
    out.reasons = fields.text("reasons", 0, kMaxReasonsChars);
    return out;
}

CorrectionRecord correctionRecordFrom(const Fields& fields) {
    CorrectionRecord out;
    out.correction.code = fields.text("code", 1, kMaxCodeChars);
    out.correction.correction = fields.word("correction", correctionFrom);
    out.correction.invitationId = fields.optionalText("invitationId", kMaxIdChars);
    out.correctedAt = timeOf(fields, "correctedAt");
    const bool ofOneCard = out.correction.correction == Correction::Wrong;
    if (ofOneCard != out.correction.invitationId.has_value()) {
        Fields::refuse(fields.pathOf("invitationId"),
                       "belongs to what is wrong of one card, and to it alone");
    }
    return out;
}

Record recordFrom(const json& value, const std::string& path) {
    const Fields fields(value, path);
    const std::string kind = fields.text("record", 1, kMaxCodeChars);
    if (kind == "settings") {
        return SettingsRecord{settingsFrom(fields.at("settings"), fields.pathOf("settings")),
                              timeOf(fields, "updatedAt")};
    }
    if (kind == "budget") {
        return BudgetChange{timeOf(fields, "since"),
                            static_cast<int>(fields.integer("weeklyBudget", 0, kMaxWeeklyBudget))};
    }
    if (kind == "elsewhere") {
        return EnteredPeople{timeOf(fields, "at"),
                             static_cast<int>(fields.integer("people", 1, kMaxWeeklyBudget))};
    }
    if (kind == "invitation") {
        return InvitationRecord{invitationFrom(fields.at("invitation"), fields.pathOf("invitation")),
                                timeOf(fields, "firstSeenAt"), timeOf(fields, "lastSeenAt"),
                                fields.yesOrNo("aside")};
    }
    if (kind == "decision") {
        return decisionRecordFrom(fields);
    }
    if (kind == "correction") {
        return correctionRecordFrom(fields);
    }
    Fields::refuse(fields.pathOf("record"), "is not one of the known words");
}

} // namespace

template <>
ExportFrom decode(const json& value) {
    return {Fields(value, "params").optionalText("from", kMaxIdChars + kMaxKeyChars)};
}

template <>
ImportRecords decode(const json& value) {
    ImportRecords out;
    for (const auto& [item, path] : Fields(value, "params").items("records", kMostRecords)) {
        out.records.push_back(recordFrom(*item, path));
    }
    return out;
}

json encode(const DataSummary& value) {
    return {{"invitations", value.invitations},
            {"decisions", value.decisions},
            {"corrections", value.corrections},
            {"bytes", value.bytes},
            {"since", orNull(value.since)}};
}

json encode(const Exported& value) {
    json records = json::array();
    for (const Record& record : value.records) {
        records.push_back(std::visit([](const auto& one) { return encoded(one); }, record));
    }
    return {{"records", std::move(records)}, {"next", orNull(value.next)}};
}

json encode(const Imported& value) {
    return {{"imported", value.imported}, {"known", value.known}};
}

json encode(const Erased& value) {
    return {{"erased", value.erased}};
}

} // namespace superlink
