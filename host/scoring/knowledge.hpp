#pragma once

#include "scoring/additive_model.hpp"
#include "scoring/card.hpp"

namespace superlink {

/// The outputs of the verdict model: 0 is "accept", then every Relationship in its order.
inline constexpr std::size_t kAcceptOutput = 0;
inline constexpr std::size_t kOutputs = 1 + kRelationships;

/// What ships with the host: the models in host/data/model, compiled in. Read on first use, so that a host
/// that is only greeted does not pay for them; the tables are mapped with the program and never copied.
struct Knowledge {
    CardReader reader;
    AdditiveModel verdicts;
};

const Knowledge& knowledge();

} // namespace superlink
