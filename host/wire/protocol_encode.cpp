// What goes out over the wire.

#include "wire/protocol.hpp"

#include "wire/protocol_parts.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace superlink {
namespace {

using nlohmann::json;

template <typename Enum>
json wordsOf(const std::vector<Enum>& values) {
    json out = json::array();
    for (const Enum value : values) {
        out.push_back(toString(value));
    }
    return out;
}

json encode(const Interests& value) {
    return {{"roles", value.roles},
            {"industries", value.industries},
            {"companies", value.companies},
            {"places", value.places},
            {"topics", value.topics}};
}

json encode(const Params& params) {
    json out = json::object();
    for (const Param& param : params) {
        std::visit([&](const auto& value) { out[param.name] = value; }, param.value);
    }
    return out;
}

/// Four decimals are more than anybody reads, and the same on every machine.
double rounded(double value) {
    return std::round(value * 1e4) / 1e4;
}

json encode(const Reason& reason) {
    json evidence = nullptr;
    if (reason.evidence) {
        evidence = {{"source", toString(reason.evidence->source)}, {"words", reason.evidence->words}};
    }
    json agreed = nullptr;
    if (reason.agreed) {
        agreed = {{"times", reason.agreed->times}, {"of", reason.agreed->of}};
    }
    return {{"code", reason.code},
            {"params", encode(reason.params)},
            {"weight", rounded(reason.weight)},
            {"evidence", std::move(evidence)},
            {"agreed", std::move(agreed)}};
}

/// Our own texts are valid UTF-8, but a reply must leave whatever happens.
std::string dumped(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

} // namespace

json encode(const Hello& value) {
    return {{"protocol", value.protocol}, {"version", value.version}};
}

json encode(const Settings& value) {
    json goals = json::array();
    for (const Goal& goal : value.goals) {
        goals.push_back(
            {{"kind", toString(goal.kind)}, {"text", goal.text}, {"priority", toString(goal.priority)}});
    }
    json slot = nullptr;
    if (value.reviewSlot) {
        slot = {{"day", toString(value.reviewSlot->day)},
                {"at", value.reviewSlot->at},
                {"minutes", value.reviewSlot->minutes}};
    }
    json week = {{"firstDay", wordOrNull(value.week.firstDay)}, {"timeZone", orNull(value.week.timeZone)}};
    return {{"about", value.about},
            {"goals", std::move(goals)},
            {"want", encode(value.want)},
            {"avoid", encode(value.avoid)},
            {"relationships", wordsOf(value.relationships)},
            {"energy", toString(value.energy)},
            {"energyUntil", orNull(value.energyUntil)},
            {"weeklyBudget", value.weeklyBudget},
            {"reviewSlot", std::move(slot)},
            {"week", std::move(week)}};
}

json encode(const SettingsResult& value) {
    return {{"settings", encode(value.settings)}, {"updatedAt", orNull(value.updatedAt)}};
}

json encode(const Invitation& value) {
    return {{"id", value.id},
            {"kind", toString(value.kind)},
            {"profileId", orNull(value.profileId)},
            {"name", value.name},
            {"headline", orNull(value.headline)},
            {"subject", orNull(value.subject)},
            {"mutualConnections", orNull(value.mutualConnections)},
            {"mutualNames", value.mutualNames},
            {"note", orNull(value.note)},
            {"sentAgo", orNull(value.sentAgo)},
            {"ageDays", orNull(value.ageDays)},
            {"badges", wordsOf(value.badges)}};
}

json encode(const Judgement& value) {
    json reasons = json::array();
    for (const Reason& reason : value.reasons) {
        reasons.push_back(encode(reason));
    }
    json out = {{"id", value.id},
                {"verdict", toString(value.verdict)},
                {"score", rounded(value.score)},
                {"relationship", toString(value.relationship)},
                {"reasons", std::move(reasons)},
                {"unless", value.unless ? encode(*value.unless) : json(nullptr)},
                {"settles", wordOrNull(value.settles)}};
    if (value.plan) {
        out["plan"] = {{"place", toString(value.plan->place)},
                       {"because", wordOrNull(value.plan->because)},
                       {"at", orNull(value.plan->at)}};
    }
    return out;
}

json encode(const Judgements& value) {
    json list = json::array();
    for (const Judgement& judgement : value.judgements) {
        list.push_back(encode(judgement));
    }
    return {{"judgements", std::move(list)}, {"timeZone", zoneOrNull(value.timeZone)}};
}

json encode(const Recorded& value) {
    return {{"duplicate", value.duplicate}};
}

json encode(const Undone& value) {
    return {{"undone", value.undone}};
}

json encode(const ReasonsResult& value) {
    json corrections = json::array();
    for (const ReasonCorrection& correction : value.corrections) {
        corrections.push_back({{"code", correction.code},
                               {"correction", toString(correction.correction)},
                               {"invitationId", orNull(correction.invitationId)}});
    }
    json ledger = json::array();
    for (const auto& [code, agreement] : value.ledger) {
        ledger.push_back({{"code", code}, {"times", agreement.times}, {"of", agreement.of}});
    }
    return {{"corrections", std::move(corrections)}, {"ledger", std::move(ledger)}};
}

std::string toText(const Settings& settings) {
    return dumped(encode(settings));
}
std::string toText(const Invitation& invitation) {
    return dumped(encode(invitation));
}
std::string toText(const Judgement& judgement) {
    return dumped(encode(judgement));
}

std::string replyText(const json& id, const json& result) {
    return dumped({{"id", id}, {"result", result}});
}

std::string errorText(const json& id, const Error& error) {
    json out = {{"code", toString(error.code())}, {"message", error.what()}};
    if (!error.params().empty()) {
        out["params"] = encode(error.params());
    }
    return dumped({{"id", id}, {"error", std::move(out)}});
}

} // namespace superlink
