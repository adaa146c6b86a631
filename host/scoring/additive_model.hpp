#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace superlink {

/// A sum of one step function for each feature and output, in log-odds: what a card's evidence says for the
/// person's accepting, and for each relationship. Being a plain sum, it tells exactly how much each feature
/// brought, and nothing hides between two of them; interactions are features of their own (features.cpp).
///
/// superlink-train makes it by boosting (host/training/additive_trainer.hpp) and writes it as text:
///     bias <TAB> output <TAB> log-odds
///     steps <TAB> feature <TAB> edges, ascending, parted by spaces
///     OUTPUT <TAB> feature <TAB> one share more than edges: below the first edge, from the first on, ...
/// A feature without a line for an output says nothing for it.
class AdditiveModel {
  public:
    /// Throws Error(Internal) for a text that is not such a model of exactly these outputs and features.
    AdditiveModel(std::string_view text, const std::vector<std::string>& outputs,
                  const std::vector<std::string>& features);

    std::size_t outputs() const { return biases_.size(); }
    float bias(std::size_t output) const { return biases_[output]; }

    /// What `value` of a feature says for an output.
    float share(std::size_t output, std::size_t feature, float value) const;

    /// Adds what the values of all features say for every output to `sums`, and writes what each says for the
    /// first output to `first`.
    void addShares(std::span<const float> values, std::span<float> sums, std::span<float> first) const;

  private:
    std::size_t rowOf(std::size_t feature, float value) const;

    static constexpr std::size_t kMostEdges = 16;
    static constexpr std::size_t kMostOutputs =
        24; ///< a row's width: loops of known length are the fast ones

    std::vector<float> biases_;
    std::vector<std::array<float, kMostEdges>> edges_; ///< by feature; the rest above every number
    std::vector<std::size_t> firstRow_;                ///< by feature
    std::vector<float> shares_; ///< [row][kMostOutputs]; a feature has a row more than edges
};

} // namespace superlink
