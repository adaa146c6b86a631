#pragma once

#include "scoring/subword_model.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace superlink::training {

/// One text and what it is about. Labels outside `groups` are unknown for it and teach nothing.
struct KnowledgeExample {
    std::vector<std::uint32_t> buckets;
    std::vector<std::size_t> labels;
    std::vector<SubwordModel::Group> groups;
    std::optional<std::size_t> concept_; ///< texts of one concept are drawn together, those of others apart
};

struct KnowledgeTraining {
    int epochs = 12;
    float rate = 0.4F;
    float dropout = 0.3F; ///< share of pieces left out at each sight of a text
    int strangers = 24;   ///< other concepts that a text is held against at each sight of it
    std::uint64_t seed = 1;
};

/// Trains the vectors of pieces and the labels that go by them, into `parts`, whose labels are set. The same
/// arguments give the same bytes: one thread, one generator, no clock.
void trainKnowledge(const std::vector<KnowledgeExample>& examples, std::size_t concepts,
                    const KnowledgeTraining& how, SubwordModelParts& parts);

} // namespace superlink::training
