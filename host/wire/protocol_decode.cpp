// What comes in over the wire, field by field.

#include "wire/protocol.hpp"

#include "wire/fields.hpp"
#include "wire/json_guard.hpp"
#include "wire/protocol_parts.hpp"

#include <nlohmann/json.hpp>

namespace superlink {
namespace {

using nlohmann::json;

// Lengths in characters. Far above what LinkedIn allows: they only keep nonsense out.
constexpr std::size_t kMaxNameChars = 1000;
constexpr std::size_t kMaxTextChars = 16 * 1024;
constexpr std::size_t kMaxTermChars = 200;
constexpr std::size_t kMaxAboutChars = 4000;
constexpr std::size_t kMaxGoals = 20;
constexpr std::size_t kMaxZoneChars = 100;

Interests interestsFrom(const Fields& settings, const char* name) {
    const Fields fields(settings.at(name), settings.pathOf(name));
    const auto list = [&](const char* item) { return fields.texts(item, kMaxListItems, kMaxTermChars); };
    return {list("roles"), list("industries"), list("companies"), list("places"), list("topics")};
}

Goal goalFrom(const json& value, const std::string& path) {
    const Fields fields(value, path);
    return {fields.word("kind", goalKindFrom), fields.text("text", 0, kMaxAboutChars),
            fields.word("priority", priorityFrom)};
}

bool isTimeOfDay(const std::string& text) {
    const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
    return text.size() == 5 && digit(0) && digit(1) && text[2] == ':' && digit(3) && digit(4) &&
           text.substr(0, 2) < "24" && text.substr(3) < "60";
}

std::optional<ReviewSlot> reviewSlotFrom(const Fields& settings) {
    const json* value = settings.find("reviewSlot");
    if (value == nullptr) {
        return std::nullopt;
    }
    const Fields fields(*value, settings.pathOf("reviewSlot"));
    ReviewSlot slot{fields.word("day", weekdayFrom), fields.text("at", 5, 5),
                    static_cast<int>(fields.integer("minutes", 1, 24 * 60))};
    if (!isTimeOfDay(slot.at)) {
        Fields::refuse(fields.pathOf("at"), "is not a time of day such as 16:00");
    }
    return slot;
}

WeekSettings weekSettingsFrom(const Fields& settings) {
    WeekSettings week;
    const json* value = settings.find("week");
    if (value == nullptr) {
        return week;
    }
    const Fields fields(*value, settings.pathOf("week"));
    if (fields.find("firstDay") != nullptr) {
        week.firstDay = fields.word("firstDay", weekdayFrom);
    }
    week.timeZone = fields.optionalText("timeZone", kMaxZoneChars);
    return week;
}

} // namespace

Settings settingsFrom(const json& value, const std::string& path) {
    const Fields fields(value, path);
    Settings settings;
    settings.about = fields.text("about", 0, kMaxAboutChars);
    for (const auto& [item, itemPath] : fields.items("goals", kMaxGoals)) {
        settings.goals.push_back(goalFrom(*item, itemPath));
    }
    settings.want = interestsFrom(fields, "want");
    settings.avoid = interestsFrom(fields, "avoid");
    settings.relationships = fields.words("relationships", relationshipFrom);
    settings.energy = fields.word("energy", energyFrom);
    settings.energyUntil = fields.optionalInteger("energyUntil", 0, kMaxInteger);
    settings.weeklyBudget = static_cast<int>(fields.integer("weeklyBudget", 0, kMaxWeeklyBudget));
    settings.reviewSlot = reviewSlotFrom(fields);
    settings.week = weekSettingsFrom(fields);
    return settings;
}

Invitation invitationFrom(const json& value, const std::string& path) {
    const Fields fields(value, path);
    Invitation invitation;
    invitation.id = fields.text("id", 1, kMaxIdChars);
    invitation.kind = fields.word("kind", kindFrom);
    invitation.profileId = fields.optionalText("profileId", kMaxIdChars);
    invitation.name = fields.text("name", 1, kMaxNameChars);
    invitation.headline = fields.optionalText("headline", kMaxTextChars);
    invitation.subject = fields.optionalText("subject", kMaxNameChars);
    if (const auto count = fields.optionalInteger("mutualConnections", 0, 1'000'000)) {
        invitation.mutualConnections = static_cast<int>(*count);
    }
    invitation.mutualNames = fields.texts("mutualNames", kMaxListItems, kMaxNameChars);
    invitation.note = fields.optionalText("note", kMaxTextChars);
    invitation.sentAgo = fields.optionalText("sentAgo", kMaxNameChars);
    if (const auto days = fields.optionalInteger("ageDays", 0, 100'000)) {
        invitation.ageDays = static_cast<int>(*days);
    }
    invitation.badges = fields.words("badges", badgeFrom);
    return invitation;
}

template <>
NoParams decode(const json&) {
    return {};
}

template <>
Hello decode(const json& value) {
    const Fields fields(value, "params");
    Hello hello{static_cast<int>(fields.integer("protocol", 0, 1'000'000)), fields.text("version", 1, 50),
                fields.optionalText("timeZone", kMaxZoneChars), std::nullopt};
    if (fields.find("firstDay") != nullptr) {
        hello.firstDay = fields.word("firstDay", weekdayFrom);
    }
    return hello;
}

template <>
SettingsPut decode(const json& value) {
    const Fields fields(value, "params");
    return {settingsFrom(fields.at("settings"), fields.pathOf("settings"))};
}

template <>
ScoreBatch decode(const json& value) {
    const Fields fields(value, "params");
    ScoreBatch batch;
    for (const auto& [item, path] : fields.items("invitations", kMaxBatch)) {
        batch.invitations.push_back(invitationFrom(*item, path));
    }
    return batch;
}

template <>
Settings decode(const json& value) {
    return settingsFrom(value, "settings");
}

template <>
Invitation decode(const json& value) {
    return invitationFrom(value, "invitation");
}

template <>
Decision decode(const json& value) {
    const Fields fields(value, "params");
    Decision decision;
    decision.key = fields.text("key", 8, 100);
    decision.action = fields.word("action", actionFrom);
    decision.decidedAt = fields.integer("decidedAt", 0, kMaxInteger);
    decision.invitation = invitationFrom(fields.at("invitation"), fields.pathOf("invitation"));
    if (fields.find("verdict") != nullptr) {
        decision.verdict = fields.word("verdict", verdictFrom);
    }
    return decision;
}

template <>
UndoDecision decode(const json& value) {
    return {Fields(value, "params").text("key", 8, 100)};
}

template <>
CorrectReason decode(const json& value) {
    const Fields fields(value, "params");
    CorrectReason out;
    out.code = fields.text("code", 1, 50);
    if (fields.text("correction", 1, 10) != "none") {
        out.correction = fields.word("correction", correctionFrom);
    }
    out.invitationId = fields.optionalText("invitationId", kMaxIdChars);
    return out;
}

Settings settingsFromText(std::string_view text) {
    return decode<Settings>(parseGuarded(text));
}
Invitation invitationFromText(std::string_view text) {
    return decode<Invitation>(parseGuarded(text));
}

Decision pastDecisionFromText(std::string_view text) {
    const json line = parseGuarded(text);
    const Fields fields(line, "line");
    Decision decision;
    decision.action = fields.word("decision", actionFrom);
    decision.invitation = invitationFrom(fields.at("invitation"), fields.pathOf("invitation"));
    return decision;
}

} // namespace superlink
