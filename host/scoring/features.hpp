#pragma once

#include "common/domain.hpp"
#include "scoring/card.hpp"
#include "scoring/matching.hpp"
#include "scoring/wishes.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace superlink {

/// A named number that the card gives in the light of the person's settings; 0 where it says nothing.
struct Feature {
    std::string name;   ///< stable: host/data/model/verdict-model.tsv goes by it
    std::string reason; ///< the code under which its share of the score is told, where it is there to be seen
    float present = 0;  ///< from this value on it is
    std::string absent; ///< the code for its share otherwise

    /// A code's place in reasonCodes(), and the sign of the shares that it can tell (directionOf).
    struct Code {
        std::size_t at = 0;
        int direction = 0;
    };
    Code whenPresent, whenAbsent;
    std::size_t usual = 0; ///< place of "USUAL", which tells the rest

    /// The place of the code for a share that `value` brought.
    std::size_t told(float value, double share) const {
        const Code& code = value >= present ? whenPresent : whenAbsent;
        const bool fits = code.direction == 0 || (code.direction > 0) == (share > 0);
        return fits ? code.at : usual;
    }
};

/// 1 where what a reason tells may only ever speak for accepting, -1 only against, 0 either.
int directionOf(std::string_view reason);

/// A feature's value on one card, and the words and the wish that gave it.
struct Value {
    float value = 0;
    const Wish* wish = nullptr;
    Span span;
};

struct FeatureName {
    std::string name;
    const char* reason;
};

/// The names of all features and the reasons that tell them, in the order of the values below.
std::vector<FeatureName> featureNames();

/// All features, in the order of the values below.
const std::vector<Feature>& features();

/// Every code under which something is told that speaks for or against.
const std::vector<std::string>& reasonCodes();

/// The values of `features()`. Never looked at: name (of persons), looks, school prestige, country of origin,
/// whether there is a note or a photo at all.
std::vector<Value> featuresOf(const Invitation& invitation, const CardReading& card, const Wishes& wishes);

} // namespace superlink
