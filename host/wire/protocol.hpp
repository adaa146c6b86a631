#pragma once

#include "common/domain.hpp"
#include "common/error.hpp"

#include <nlohmann/json_fwd.hpp>

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
inline constexpr int kProtocolVersion = 2;
inline constexpr const char* kHostName = "io.superlink.host";

inline constexpr int kMaxBatch = 100;         ///< invitations in one request
inline constexpr int kMaxWeeklyBudget = 1000; ///< people a week
inline constexpr int kMaxListItems = 100;     ///< texts in one list of interests

struct NoParams {};

struct Hello {
    int protocol = 0;
    std::string version;
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

template <typename T>
T decode(const nlohmann::json& value);
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
