#pragma once

namespace superlink {

/// The product's version, the same in the extension's manifest; a test compares them.
inline constexpr const char* kVersion = "0.1.0";

} // namespace superlink
