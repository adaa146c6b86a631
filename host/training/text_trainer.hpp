#pragma once

#include "scoring/subword_model.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace superlink::training {

/// One text and what it is. Labels outside `groups` are unknown for it and teach nothing.
struct Example {
    std::vector<std::uint32_t> buckets;
    std::vector<std::size_t> labels;
    std::vector<SubwordModel::Group> groups;
};

struct TextTraining {
    int epochs = 12;
    float rate = 0.4F;
    float dropout = 0.3F; ///< share of pieces left out at each sight of a text
    float directRate = 1.0F;
    std::uint64_t seed = 1;
};

/// Trains the model and returns its file's bytes. The same arguments give the same bytes: one thread, one
/// generator, no clock.
std::string trainTextModel(const std::vector<Example>& examples, const std::vector<std::string>& labels,
                           const TextTraining& how);

} // namespace superlink::training
