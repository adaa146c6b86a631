#include "planning/review_time.hpp"

#include "planning/energy.hpp"
#include "planning/week.hpp"

namespace superlink {
namespace {

constexpr int kDays = 7;
constexpr Millis kMinute = 60'000;

} // namespace

ReviewSession reviewSession(const ReviewSlot& slot, Energy energy, Millis now, const std::string& timeZone) {
    const int minutes = sessionMinutes(energy, slot.minutes);
    const int ahead =
        (static_cast<int>(slot.day) - static_cast<int>(weekdayOf(now, timeZone)) + kDays) % kDays;
    // Last week's may still run past midnight, today's may be over.
    for (const int days : {ahead - kDays, ahead, ahead + kDays}) {
        const Millis startsAt = momentAt(now, days, slot.at, timeZone);
        const Millis endsAt = startsAt + minutes * kMinute;
        if (endsAt > now) {
            return {startsAt, endsAt, minutes};
        }
    }
    const Millis startsAt = momentAt(now, ahead + 2 * kDays, slot.at, timeZone);
    return {startsAt, startsAt + minutes * kMinute, minutes};
}

} // namespace superlink
