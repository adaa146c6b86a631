#pragma once

#include "scoring/subword_model.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace superlink::training {

/// A card, or a text of one, and what its writer is after. Labels outside `groups` are unknown for it.
struct DirectExample {
    std::array<std::vector<std::uint32_t>, kWheres> buckets; ///< by Where
    std::vector<std::size_t> labels;
    std::vector<SubwordModel::Group> groups;
};

struct DirectTraining {
    int epochs = 30;
    float trust = 5; ///< C of L2-regularised logistic regression: how far one example may pull
    std::uint64_t seed = 2;
};

/// Trains the direct labels, into `parts`: for each, logistic regression over pieces weighted by how rare
/// they are, by stochastic gradient descent (Bottou 2012, "Stochastic Gradient Descent Tricks"). The same
/// arguments give the same bytes.
void trainDirect(const std::vector<DirectExample>& examples, const DirectTraining& how,
                 SubwordModelParts& parts);

} // namespace superlink::training
