#pragma once

#include "scoring/subword_model.hpp"
#include "training/corpus.hpp"

#include <string>

namespace superlink::training {

/// The table of features.tsv: persona, id, mean rating, the judges' relationships, then one column a feature.
std::string featureNames();

/// A line for each invitation of the persona, read by `model`.
std::string featureRows(const SubwordModel& model, const Persona& persona);

} // namespace superlink::training
