#pragma once

#include "scoring/subwords.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace superlink {

/// Values a text's pieces are summed to.
inline constexpr std::size_t kTextDimensions = 48;
using TextVector = std::array<float, kTextDimensions>;

/// Labels that pieces vote on directly; the first ones in the model.
inline constexpr std::size_t kDirectLabels = 32;

/// The same words do different things in a headline and in a note, so their votes differ.
enum class Where { Headline, Note };
inline constexpr std::size_t kWheres = 2;

/// A sum over pieces, so that the sums of two parts of one text add up to the sum of both.
struct TextSum {
    std::array<std::int32_t, kTextDimensions> sum{};
    std::array<std::int32_t, kDirectLabels> votes{};
    int pieces = 0;

    TextSum& operator+=(const TextSum& other);
};

/// A small multi-label classifier over pieces of words, one logistic unit for each label, of two kinds. What
/// a text is about (function, industry, level, language: two hundred labels) goes by a vector for each piece
/// and the mean of these (Joulin et al. 2017, "Bag of Tricks for Efficient Text Classification"). What its
/// writer is after is learnt from fewer texts, where a weight for each piece and label does better: 60
/// percent right against 45 on the same held-back texts.
///
/// superlink-train makes it from the files in host/data and host/training. The quantised tables, 5 MB, are
/// used where the given bytes lie and never copied.
class SubwordModel {
  public:
    /// `bytes` must outlive the model; layout in subword_model.cpp. Throws Error(Internal) if it is cut or of
    /// another format.
    explicit SubwordModel(std::string_view bytes);

    const std::vector<std::string>& labels() const { return labels_; }

    /// The labels of one group stand in a row: [first, last).
    struct Group {
        std::size_t first = 0, last = 0;
        std::size_t size() const { return last - first; }
    };
    Group group(std::string_view name) const;

    /// Sums up the pieces (appendBuckets) of a text of a headline or a note.
    TextSum read(std::span<const std::uint32_t> pieces, Where where) const;

    /// How rare a piece was among the texts that the model learnt from: 0 everywhere, 1 in none.
    float rarity(std::uint32_t piece) const { return static_cast<float>(rarities_[piece]) / 255.0F; }

    /// The mean of the pieces' vectors; zero for an empty text.
    TextVector mean(const TextSum& text) const;

    /// Log-odds of the labels in `group`, into out[0, group.size()); of those beyond the direct ones.
    void logits(const TextVector& mean, Group group, std::span<float> out) const;

    /// The log-odds of the direct labels in `group` before anything is read, into out[0, group.size()).
    void priors(Where where, Group group, std::span<float> out) const;

    /// Adds what the pieces of `text` say for the direct labels in `group` to out[0, group.size()). A longer
    /// text has more pieces to vote, most of them beside the point: their sum is divided by the root of their
    /// number.
    void addVotes(const TextSum& text, Where where, Group group, std::span<float> out) const;

  private:
    std::span<const std::int8_t> table_;
    std::span<const std::uint8_t> rarities_;
    std::array<std::span<const std::int8_t>, kWheres> direct_; ///< by Where
    float scale_ = 0;
    std::vector<float> directScales_; ///< [where][direct label]
    std::vector<float> directBiases_; ///< [where][direct label]
    std::vector<float> weights_;      ///< [dimension][label]
    std::vector<float> biases_;
    std::vector<std::string> labels_;
};

/// 1 / (1 + exp(-x)), and 0 below a log-odds of -5, where it would say nothing.
float probability(float logit);

/// What a model's file holds.
struct SubwordModelParts {
    std::vector<std::string> labels; ///< direct ones first
    float scale = 0;
    std::vector<float> directScales;    ///< [where][direct label]
    std::vector<float> directBiases;    ///< [where][direct label]
    std::vector<float> biases;          ///< by label; 0 for direct ones
    std::vector<float> weights;         ///< [dimension][label]
    std::vector<std::int8_t> table;     ///< [bucket][dimension]
    std::vector<std::uint8_t> rarities; ///< [bucket], 255 for never seen
    std::vector<std::int8_t> direct;    ///< [where][bucket][direct label]
};

/// The inverse of SubwordModel's constructor.
std::string bytesOf(const SubwordModelParts& parts);

} // namespace superlink
