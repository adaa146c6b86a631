#pragma once

#include "common/domain.hpp"

#include <string>

namespace superlink {

/// One review session of the person's slot.
struct ReviewSession {
    Millis startsAt = 0;
    Millis endsAt = 0;
    int minutes = 0; ///< by the energy of the day

    bool operator==(const ReviewSession&) const = default;
};

/// The session that runs at `now`, or else the next one. A slot at a time that a change of the clocks skips
/// is held at the first moment after it; one that comes twice is held the first time. `timeZone` as in
/// week.hpp. Throws Error(InvalidParams) for an unknown one.
ReviewSession reviewSession(const ReviewSlot& slot, Energy energy, Millis now, const std::string& timeZone);

} // namespace superlink
