#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace superlink {

/// Milliseconds since 1970 UTC, the only form in which the product keeps or sends a moment.
using Millis = std::int64_t;

inline constexpr Millis kDay = 86'400'000;

/// Later than anything that is ever stored.
inline constexpr Millis kEndOfTime = 1LL << 53;

/// The outside world's time, handed in wherever time matters so that tests can set it.
struct Clock {
    std::function<Millis()> now;
    /// IANA name of the person's zone, such as "Europe/Lisbon"; empty for the machine's own.
    std::string timeZone;
};

/// The machine's clock and zone.
Clock systemClock();

} // namespace superlink
