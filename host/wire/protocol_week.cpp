// The week on the wire: budget, plan, preview, review time, history and suggestions.

#include "wire/fields.hpp"
#include "wire/protocol.hpp"
#include "wire/protocol_parts.hpp"

#include <nlohmann/json.hpp>

namespace superlink {
namespace {

using nlohmann::json;

constexpr int kMostItems = 100;
constexpr int kMostDecisions = 50;
constexpr int kMostWeeks = 53;
constexpr std::size_t kMaxTypedChars = 200;

json encode(const Agreement& value) {
    return {{"times", value.times}, {"of", value.of}};
}

/// Counts that stand in the order of an enum, by its words.
template <typename Enum, std::size_t Size>
json countsBy(const std::array<int, Size>& counts) {
    json out = json::object();
    for (std::size_t at = 0; at < Size; ++at) {
        out[toString(static_cast<Enum>(at))] = counts[at];
    }
    return out;
}

json encode(const Stand& value) {
    return {{"verdict", toString(value.verdict)}, {"place", toString(value.place)}};
}

json encode(const PlanItem& item) {
    return {{"invitation", encode(item.invitation)},
            {"judgement", encode(item.judgement)},
            {"firstSeenAt", item.firstSeenAt},
            {"lapsesAt", item.lapsesAt}};
}

json encode(const PastDecision& value) {
    return {{"key", value.key},
            {"action", toString(value.action)},
            {"decidedAt", value.decidedAt},
            {"verdict", wordOrNull(value.verdict)},
            {"relationship", toString(value.relationship)},
            {"invitation", encode(value.invitation)}};
}

json encode(const HistoryWeek& week) {
    return {{"startsAt", week.startsAt}, {"weeklyBudget", orNull(week.weeklyBudget)},
            {"accepted", week.accepted}, {"ignored", week.ignored},
            {"lapsed", week.lapsed},     {"agreed", encode(week.agreed)}};
}

json encode(const RelationshipHistory& value) {
    return {{"relationship", toString(value.relationship)},
            {"verdicts", countsBy<Verdict>(value.verdicts)},
            {"agreed", encode(value.agreed)}};
}

json encode(const AgeCount& value) {
    return {{"fromDays", value.fromDays}, {"pending", value.pending}};
}

template <typename T>
json listOf(const std::vector<T>& values) {
    json out = json::array();
    for (const T& value : values) {
        out.push_back(encode(value));
    }
    return out;
}

} // namespace

template <>
EnterElsewhere decode(const json& value) {
    return {static_cast<int>(Fields(value, "params").integer("elsewhere", 0, kMaxWeeklyBudget))};
}

template <>
GetPlan decode(const json& value) {
    const Fields fields(value, "params");
    return {fields.integer("from", 0, kMaxInteger), static_cast<int>(fields.integer("most", 1, kMostItems))};
}

template <>
AnnounceReview decode(const json& value) {
    return {Fields(value, "params").integer("startsAt", 0, kMaxInteger)};
}

template <>
SetAside decode(const json& value) {
    const Fields fields(value, "params");
    return {fields.text("id", 1, kMaxIdChars), fields.yesOrNo("aside")};
}

template <>
ListDecisions decode(const json& value) {
    const Fields fields(value, "params");
    return {fields.integer("since", 0, kMaxInteger),
            static_cast<int>(fields.integer("most", 1, kMostDecisions))};
}

template <>
GetHistory decode(const json& value) {
    return {static_cast<int>(Fields(value, "params").integer("weeks", 1, kMostWeeks))};
}

template <>
SuggestTerms decode(const json& value) {
    const Fields fields(value, "params");
    return {fields.word("list", suggestedListFrom), fields.text("text", 0, kMaxTypedChars)};
}

json encode(const Budget& value) {
    json suggestion = nullptr;
    if (value.suggestion) {
        suggestion = {{"weeklyBudget", value.suggestion->weeklyBudget},
                      {"used", value.suggestion->used},
                      {"weeks", value.suggestion->weeks}};
    }
    return {{"weeklyBudget", value.weeklyBudget},     {"used", value.used},
            {"elsewhere", value.elsewhere},           {"left", value.left},
            {"weekStartsAt", value.weekStartsAt},     {"resetsAt", value.resetsAt},
            {"timeZone", zoneOrNull(value.timeZone)}, {"suggestion", std::move(suggestion)}};
}

json encode(const PlanResult& value) {
    json review = nullptr;
    if (value.review) {
        review = {{"startsAt", value.review->startsAt},
                  {"endsAt", value.review->endsAt},
                  {"minutes", value.review->minutes}};
    }
    return {{"budget", encode(value.budget)},
            {"energy", {{"level", toString(value.energy)}, {"until", orNull(value.energyUntil)}}},
            {"review", std::move(review)},
            {"counts", countsBy<Place>(value.counts)},
            {"items", listOf(value.items)},
            {"next", orNull(value.next)}};
}

json encode(const PreviewResult& value) {
    json changes = json::array();
    for (const PreviewResult::Change& change : value.changes) {
        changes.push_back({{"invitation", encode(change.invitation)},
                           {"before", encode(change.before)},
                           {"after", encode(change.after)}});
    }
    return {{"counts", {{"before", countsBy<Place>(value.before)}, {"after", countsBy<Place>(value.after)}}},
            {"planned", countsBy<Energy>(value.planned)},
            {"changed", value.changed},
            {"changes", std::move(changes)}};
}

json encode(const Announced& value) {
    return {{"announce", value.announce}, {"planned", value.planned}};
}

json encode(const WasSetAside& value) {
    return {{"aside", value.aside}};
}

json encode(const PastDecisions& value) {
    return {{"decisions", listOf(value.decisions)}, {"counts", countsBy<Action>(value.counts)}};
}

json encode(const History& value) {
    return {{"weeks", listOf(value.weeks)},
            {"relationships", listOf(value.relationships)},
            {"ages", listOf(value.ages)},
            {"disagreements", listOf(value.disagreements)},
            {"timeZone", zoneOrNull(value.timeZone)}};
}

json encode(const Terms& value) {
    return {{"terms", value.terms}};
}

} // namespace superlink
