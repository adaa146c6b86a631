#pragma once

#include "common/domain.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace superlink {

/// What the files of wire/protocol share; known to them alone.

// Lengths in characters. Far above what LinkedIn allows: they only keep nonsense out.
inline constexpr std::size_t kMaxIdChars = 600;
inline constexpr std::size_t kMaxKeyChars = 100;
inline constexpr std::size_t kMaxCodeChars = 50;
inline constexpr std::int64_t kMaxInteger = (1LL << 53) - 1;

/// Strict, as all decoding is; `path` is where the value stands.
Settings settingsFrom(const nlohmann::json& value, const std::string& path);
Invitation invitationFrom(const nlohmann::json& value, const std::string& path);

template <typename T>
nlohmann::json orNull(const std::optional<T>& value) {
    return value ? nlohmann::json(*value) : nlohmann::json(nullptr);
}

/// The word of an optional enum, or null.
template <typename Enum>
nlohmann::json wordOrNull(const std::optional<Enum>& value) {
    return value ? nlohmann::json(toString(*value)) : nlohmann::json(nullptr);
}

/// A zone's name; null for the empty one, the computer's own that has no name.
inline nlohmann::json zoneOrNull(const std::string& zone) {
    return zone.empty() ? nlohmann::json(nullptr) : nlohmann::json(zone);
}

} // namespace superlink
