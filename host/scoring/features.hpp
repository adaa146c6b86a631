#pragma once

#include "common/domain.hpp"
#include "scoring/card.hpp"
#include "scoring/matching.hpp"
#include "scoring/wishes.hpp"

#include <string>
#include <vector>

namespace superlink {

/// A named number that the card gives in the light of the person's settings; 0 where it says nothing.
struct Feature {
    std::string name;   ///< stable: the weights in host/data/weights.tsv go by it
    std::string reason; ///< the code under which its share of the score is told; empty: told under none
};

/// A feature's value on one card, and the words and the wish that gave it.
struct Value {
    float value = 0;
    const Wish* wish = nullptr;
    Span span;
};

/// All features, in the order of the values below.
const std::vector<Feature>& features();

/// The values of `features()`. Never looked at: name (of persons), looks, school prestige, country of origin,
/// whether there is a note or a photo at all.
std::vector<Value> featuresOf(const Invitation& invitation, const CardReading& card, const Wishes& wishes);

} // namespace superlink
