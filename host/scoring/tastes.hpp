#pragma once

#include "common/domain.hpp"
#include "scoring/card.hpp"
#include "scoring/matching.hpp"

#include <string>
#include <vector>

namespace superlink {

/// What a card offers to a taste that no setting names: its trade, industry, level, places, languages,
/// intents, kind, and single rare words. The personal part of the model weighs these; whoever accepts three
/// people from Porto need not have written Porto anywhere.
///
/// A taste is a place in a vector of kTastes: [group first, group first + size).
struct TasteGroup {
    const char* name;
    std::size_t first, size;
};

inline constexpr std::size_t kTastePlaces = 64;
inline constexpr std::size_t kTasteWords = 256;
inline constexpr std::array kTasteGroups{
    TasteGroup{"function", 0, kMostFunctions},
    TasteGroup{"industry", 96, kMostIndustries},
    TasteGroup{"level", 160, kLevels},
    TasteGroup{"language", 168, kMostLanguages},
    TasteGroup{"intent", 192, 2 * kIntents},
    TasteGroup{"who", 222, kRelationships},
    TasteGroup{"kind", 238, 5},
    TasteGroup{"look", 243, 4},
    TasteGroup{"place", 247, kTastePlaces},
    TasteGroup{"word", 247 + kTastePlaces, kTasteWords},
};
inline constexpr std::size_t kTastes = 247 + kTastePlaces + kTasteWords;

/// A taste on one card: its place in the vector, its strength, and the words that show it, if any do.
struct Taste {
    std::size_t index = 0;
    float value = 0;
    Span span;
};

/// Tastes above 0.05, in no particular order; one index may come several times.
std::vector<Taste> tastesOf(const Invitation& invitation, const CardReading& card);

} // namespace superlink
