#include "planning/energy.hpp"

#include <algorithm>
#include <cmath>

namespace superlink {
namespace {

constexpr double kLowShare = 0.4;
constexpr int kShortestSession = 5;
constexpr int kDayMinutes = 24 * 60;

} // namespace

Energy energyAt(const Settings& settings, Millis now) {
    return settings.energyUntil && now >= *settings.energyUntil ? Energy::Normal : settings.energy;
}

Settings settingsAt(const Settings& settings, Millis now) {
    Settings out = settings;
    out.energy = energyAt(settings, now);
    return out;
}

int peopleFor(Energy energy, int weeklyBudget) {
    if (energy != Energy::Low || weeklyBudget == 0) {
        return weeklyBudget;
    }
    return std::max(1, static_cast<int>(std::lround(kLowShare * weeklyBudget)));
}

int roomFor(Energy energy, int weeklyBudget, int used) {
    return std::max(0, peopleFor(energy, weeklyBudget) - used);
}

int sessionMinutes(Energy energy, int minutes) {
    switch (energy) {
    case Energy::Low:
        return std::max(std::min(minutes, kShortestSession), minutes / 2);
    case Energy::High:
        return std::min(kDayMinutes, minutes + minutes / 2);
    case Energy::Normal:
        break;
    }
    return minutes;
}

} // namespace superlink
