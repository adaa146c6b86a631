#pragma once

#include "common/domain.hpp"
#include "common/error.hpp"
#include "planning/history.hpp"
#include "planning/review_time.hpp"
#include "wire/records.hpp"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace superlink {

/// The wire as C++ sees it: the only place that knows JSON field names. `extension/src/native/protocol.ts` is
/// its twin; the golden cases in tests/contract/cases hold both to the same words. Decoding is strict: a
/// missing or mistyped field throws Error(InvalidParams) with the field's path, nothing is converted silently
/// (nlohmann would read 3.7 as 3 and true as 1), and unknown fields are ignored so that a newer extension may
/// say more.

/// Raised when a message changes its meaning.
inline constexpr int kProtocolVersion = 3;
inline constexpr const char* kHostName = "io.superlink.host";

inline constexpr int kMaxBatch = 100;         ///< invitations in one request
inline constexpr int kMaxWeeklyBudget = 1000; ///< people a week
inline constexpr int kMaxListItems = 100;     ///< texts in one list of interests

struct NoParams {};

struct Hello {
    int protocol = 0;
    std::string version;
    std::optional<std::string> timeZone; ///< the browser's
    std::optional<Weekday> firstDay;     ///< by the custom of the browser's language
};

struct SettingsPut {
    Settings settings;
};

struct SettingsResult {
    Settings settings;
    std::optional<Millis> updatedAt;
};

struct ScoreBatch {
    std::vector<Invitation> invitations;
};

struct Judgements {
    std::vector<Judgement> judgements;
    std::string timeZone; ///< as in Budget: the days that judgements tell are days there
};

struct Recorded {
    bool duplicate = false;
};

struct UndoDecision {
    std::string key;
};

struct Undone {
    bool undone = false;
};

struct CorrectReason {
    std::string code;
    std::optional<Correction> correction; ///< none: what was said before is taken back
    std::optional<std::string> invitationId;
};

struct ReasonsResult {
    struct Use {
        std::string code;
        Agreement agreement;
    };
    std::vector<ReasonCorrection> corrections;
    std::vector<Use> ledger;
};

struct EnterElsewhere {
    int elsewhere = 0;
};

struct GetPlan {
    std::int64_t from = 0;
    int most = 0;
};

/// A pending invitation with its judgement and its dates.
struct PlanItem {
    Invitation invitation;
    Judgement judgement;
    Millis firstSeenAt = 0;
    Millis lapsesAt = 0;
};

using PlaceCounts = std::array<int, kPlaces>;

struct PlanResult {
    Budget budget;
    Energy energy = Energy::Normal; ///< that holds now
    std::optional<Millis> energyUntil;
    std::optional<ReviewSession> review;
    PlaceCounts counts{};
    std::vector<PlanItem> items;
    std::optional<std::int64_t> next;
};

struct Stand {
    Verdict verdict = Verdict::Unsure;
    Place place = Place::Lapse;

    bool operator==(const Stand&) const = default;
};

struct PreviewResult {
    struct Change {
        Invitation invitation;
        Stand before;
        Stand after;
    };
    PlaceCounts before{};
    PlaceCounts after{};
    std::array<int, 3> planned{}; ///< with these settings, by Energy
    int changed = 0;
    std::vector<Change> changes; ///< the most changed first
};

struct AnnounceReview {
    Millis startsAt = 0;
};

struct Announced {
    bool announce = false;
    int planned = 0;
};

struct SetAside {
    std::string id;
    bool aside = false;
};

struct WasSetAside {
    bool aside = false;
};

struct ListDecisions {
    Millis since = 0;
    int most = 0;
};

struct PastDecisions {
    std::vector<PastDecision> decisions;
    std::array<int, 2> counts{}; ///< by Action, all since then
};

struct GetHistory {
    int weeks = 0;
};

struct SuggestTerms {
    SuggestedList list = SuggestedList::Roles;
    std::string text;
};

struct Terms {
    std::vector<std::string> terms;
};

template <typename T>
T decode(const nlohmann::json& value);
template <>
EnterElsewhere decode(const nlohmann::json& value);
template <>
GetPlan decode(const nlohmann::json& value);
template <>
AnnounceReview decode(const nlohmann::json& value);
template <>
SetAside decode(const nlohmann::json& value);
template <>
ListDecisions decode(const nlohmann::json& value);
template <>
GetHistory decode(const nlohmann::json& value);
template <>
SuggestTerms decode(const nlohmann::json& value);
template <>
ExportFrom decode(const nlohmann::json& value);
template <>
ImportRecords decode(const nlohmann::json& value);
template <>
NoParams decode(const nlohmann::json& value);
template <>
Hello decode(const nlohmann::json& value);
template <>
SettingsPut decode(const nlohmann::json& value);
template <>
ScoreBatch decode(const nlohmann::json& value);
template <>
Settings decode(const nlohmann::json& value);
template <>
Invitation decode(const nlohmann::json& value);
template <>
Decision decode(const nlohmann::json& value);
template <>
UndoDecision decode(const nlohmann::json& value);
template <>
CorrectReason decode(const nlohmann::json& value);

nlohmann::json encode(const Hello& value);
nlohmann::json encode(const SettingsResult& value);
nlohmann::json encode(const Settings& value);
nlohmann::json encode(const Invitation& value);
nlohmann::json encode(const Judgement& value);
nlohmann::json encode(const Judgements& value);
nlohmann::json encode(const Recorded& value);
nlohmann::json encode(const Undone& value);
nlohmann::json encode(const ReasonsResult& value);
nlohmann::json encode(const Budget& value);
nlohmann::json encode(const PlanResult& value);
nlohmann::json encode(const PreviewResult& value);
nlohmann::json encode(const Announced& value);
nlohmann::json encode(const WasSetAside& value);
nlohmann::json encode(const PastDecisions& value);
nlohmann::json encode(const History& value);
nlohmann::json encode(const Terms& value);
nlohmann::json encode(const DataSummary& value);
nlohmann::json encode(const Exported& value);
nlohmann::json encode(const Imported& value);
nlohmann::json encode(const Erased& value);

/// The same as text, for the store and the command line. Decoding throws InvalidMessage or InvalidParams.
Settings settingsFromText(std::string_view text);
std::string toText(const Settings& settings);
Invitation invitationFromText(std::string_view text);
std::string toText(const Invitation& invitation);
std::string toText(const Judgement& judgement);
/// `{"invitation": {...}, "decision": "accept" | "ignore"}`, a line of the command line's `--decisions`.
Decision pastDecisionFromText(std::string_view text);

/// The reply to a request: `{id, result}`, or `{id, error: {code, message, params?}}`.
std::string replyText(const nlohmann::json& id, const nlohmann::json& result);
std::string errorText(const nlohmann::json& id, const Error& error);

} // namespace superlink
