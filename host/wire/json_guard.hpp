#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string_view>

namespace superlink {

inline constexpr int kMaxJsonDepth = 16;
inline constexpr std::size_t kMaxTextBytes = 16 * 1024;

/// Parses hostile JSON. Refuses, with Error(InvalidMessage): anything that is not one JSON value, invalid
/// UTF-8, nesting beyond kMaxJsonDepth, texts or keys beyond kMaxTextBytes, a key twice in one object, and
/// integers that do not fit into 64 bits (nlohmann would turn them into doubles). The limits hold while it
/// parses, before a deep tree exists: nlohmann builds any depth, but its destructor and `dump` then overflow
/// the stack.
nlohmann::json parseGuarded(std::string_view text);

} // namespace superlink
