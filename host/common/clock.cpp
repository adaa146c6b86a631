#include "common/clock.hpp"

#include <chrono>

namespace superlink {

Clock systemClock() {
    return {[] {
                const auto since = std::chrono::system_clock::now().time_since_epoch();
                return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
            },
            ""};
}

} // namespace superlink
