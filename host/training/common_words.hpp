#pragma once

#include "training/corpus.hpp"

#include <string>

namespace superlink::training {

/// host/data/common-words.tsv: words that stand in many titles, texts and cards and so tell little when a
/// card shares them with a wish ("of", "manager", "und"), and how rare each is: ln(texts / texts with it) as
/// a share of that of a word in three texts. Words rarer than 0.75 are left out and count as 1.
std::string commonWords(const Corpus& corpus);

} // namespace superlink::training
