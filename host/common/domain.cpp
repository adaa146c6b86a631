#include "common/domain.hpp"

#include <array>

namespace superlink {
namespace {

// Each list is in the order of its enum, so that one table serves both directions.
constexpr std::array kKinds = {"person", "newsletter", "company", "event", "group"};
constexpr std::array kVerdicts = {"accept", "ignore", "unsure", "later"};
constexpr std::array kRelationships = {
    "client", "employer", "recruiter", "candidate", "investor", "founder",        "partner",    "mentor",
    "mentee", "peer",     "colleague", "vendor",    "friend",   "open-networker", "suspicious", "other"};
constexpr std::array kBadges = {"verified", "premium", "open-to-work", "hiring", "follows-you"};
constexpr std::array kGoalKinds = {"get-hired", "hire",    "find-clients", "raise-funding",
                                   "invest",    "partner", "learn",        "peers"};
constexpr std::array kPriorities = {"high", "normal"};
constexpr std::array kEnergies = {"low", "normal", "high"};
constexpr std::array kActions = {"accept", "ignore"};
constexpr std::array kWeekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                  "Friday", "Saturday", "Sunday"};

constexpr std::array kPlaceNames = {"planned", "ask-first", "your-call", "later", "lapse", "free", "aside"};
constexpr std::array kLaterReasons = {"BUDGET_USED", "LOW_ENERGY", "VARIETY"};
constexpr std::array kSuggestedLists = {"roles", "industries", "companies", "places", "topics"};
constexpr std::array kSources = {"headline", "note", "subject"};
constexpr std::array kCorrections = {"more", "less", "never", "wrong"};
constexpr std::array kSettles = {"A_NOTE", "MORE_SETTINGS", "YOUR_DECISION"};

template <typename Names, typename Enum>
const char* nameOf(const Names& names, Enum value) {
    return names.at(static_cast<std::size_t>(value));
}

template <typename Enum, typename Names>
std::optional<Enum> valueOf(const Names& names, std::string_view text) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (text == names[i]) {
            return static_cast<Enum>(i);
        }
    }
    return std::nullopt;
}

} // namespace

const char* toString(Kind value) {
    return nameOf(kKinds, value);
}
const char* toString(Verdict value) {
    return nameOf(kVerdicts, value);
}
const char* toString(Relationship value) {
    return nameOf(kRelationships, value);
}
const char* toString(Badge value) {
    return nameOf(kBadges, value);
}
const char* toString(GoalKind value) {
    return nameOf(kGoalKinds, value);
}
const char* toString(Priority value) {
    return nameOf(kPriorities, value);
}
const char* toString(Energy value) {
    return nameOf(kEnergies, value);
}
const char* toString(Action value) {
    return nameOf(kActions, value);
}
const char* toString(Weekday value) {
    return nameOf(kWeekdays, value);
}
const char* toString(Source value) {
    return nameOf(kSources, value);
}
const char* toString(Correction value) {
    return nameOf(kCorrections, value);
}
const char* toString(Place value) {
    return nameOf(kPlaceNames, value);
}
const char* toString(LaterReason value) {
    return nameOf(kLaterReasons, value);
}
const char* toString(Settles value) {
    return nameOf(kSettles, value);
}

std::optional<Kind> kindFrom(std::string_view text) {
    return valueOf<Kind>(kKinds, text);
}
std::optional<Verdict> verdictFrom(std::string_view text) {
    return valueOf<Verdict>(kVerdicts, text);
}
std::optional<Relationship> relationshipFrom(std::string_view text) {
    return valueOf<Relationship>(kRelationships, text);
}
std::optional<Badge> badgeFrom(std::string_view text) {
    return valueOf<Badge>(kBadges, text);
}
std::optional<GoalKind> goalKindFrom(std::string_view text) {
    return valueOf<GoalKind>(kGoalKinds, text);
}
std::optional<Priority> priorityFrom(std::string_view text) {
    return valueOf<Priority>(kPriorities, text);
}
std::optional<Energy> energyFrom(std::string_view text) {
    return valueOf<Energy>(kEnergies, text);
}
std::optional<Action> actionFrom(std::string_view text) {
    return valueOf<Action>(kActions, text);
}
std::optional<Weekday> weekdayFrom(std::string_view text) {
    return valueOf<Weekday>(kWeekdays, text);
}
std::optional<Correction> correctionFrom(std::string_view text) {
    return valueOf<Correction>(kCorrections, text);
}
std::optional<SuggestedList> suggestedListFrom(std::string_view text) {
    return valueOf<SuggestedList>(kSuggestedLists, text);
}

} // namespace superlink
