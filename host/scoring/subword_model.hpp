#pragma once

#include "scoring/text.hpp"

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

/// A sum over pieces, so that the sums of two parts add up to the sum of both.
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

    TextSum read(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) const;

    /// Adds the piece that tells a note from a headline: the same words may do different things there.
    void markNote(TextSum& text) const;

    /// The mean of the pieces' vectors; zero for an empty text.
    TextVector mean(const TextSum& text) const;

    /// Log-odds of the labels in `group`, into out[0, group.size()); of those beyond the direct ones.
    void logits(const TextVector& mean, Group group, std::span<float> out) const;

    /// Log-odds of the direct labels in `group`.
    void votes(const TextSum& text, Group group, std::span<float> out) const;

  private:
    void add(std::uint32_t bucket, TextSum& text) const;

    std::span<const std::int8_t> table_;
    std::span<const std::int8_t> direct_;
    float scale_ = 0;
    std::vector<float> directScales_;
    std::vector<float> weights_; ///< [dimension][label]
    std::vector<float> biases_;
    std::vector<std::string> labels_;
};

/// 1 / (1 + exp(-x)), and 0 below a log-odds of -6, where it would say nothing.
float probability(float logit);

/// What a model's file holds.
struct SubwordModelParts {
    std::vector<std::string> labels; ///< direct ones first
    float scale = 0;
    std::vector<float> directScales;
    std::vector<float> biases;       ///< by label
    std::vector<float> weights;      ///< [dimension][label]
    std::vector<std::int8_t> table;  ///< [bucket][dimension]
    std::vector<std::int8_t> direct; ///< [bucket][direct label]
};

/// The inverse of SubwordModel's constructor.
std::string bytesOf(const SubwordModelParts& parts);

} // namespace superlink
