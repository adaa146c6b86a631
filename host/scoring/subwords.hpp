#pragma once

#include "scoring/text.hpp"

#include <cstdint>
#include <vector>

namespace superlink {

/// The pieces of a text by which SubwordModel knows it, as bucket numbers: each word, each pair of words in a
/// row, and each run of three to five characters of a word with its ends marked. Pieces make a model read
/// compounds, inflections, typing errors and unseen words of a known stem (Bojanowski et al. 2017,
/// "Enriching Word Vectors with Subword Information"). Two pieces may share a bucket.
inline constexpr std::uint32_t kBuckets = 1U << 16U;

/// A text of fewer pieces (about two words) votes as if it had so many: little said is little known.
inline constexpr int kFewestPieces = 40;

/// Appends the buckets of tokens[begin, end) to `out`. Linear in the text; a word's pieces are taken from its
/// first 40 characters.
void appendBuckets(const std::vector<Token>& tokens, std::size_t begin, std::size_t end,
                   std::vector<std::uint32_t>& out);

} // namespace superlink
