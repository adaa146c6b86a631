#pragma once

#include "scoring/features.hpp"
#include "scoring/taste.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace superlink {

/// What one feature brought to a card's log-odds.
struct Contribution {
    const Feature* feature = nullptr;
    std::size_t code = 0; ///< place in reasonCodes(): the feature's code for this value
    Value value;
    double share = 0;
};

/// The contributions that are told under one code, and whose words tell it best.
struct ReasonGroup {
    std::string_view code;
    double weight = 0;                       ///< log-odds; their sum and the bias are the card's log-odds
    const Contribution* strongest = nullptr; ///< that speaks the way `weight` does; none for a taste
    const Contribution* quoted = nullptr;    ///< the strongest of these that stands on words
};

/// Groups of all contributions, strongest first. `contributions` must outlive them.
std::vector<ReasonGroup> groupsOf(const std::vector<Contribution>& contributions, double taste);

/// The group in words' clothing: code, the wish or number it is about, the words on the card.
Reason reasonOf(const ReasonGroup& group, const Invitation& invitation, const CardReading& card,
                const Taste& taste, Relationship relationship);

} // namespace superlink
