#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace superlink::training {

/// Features of many cards and what is true of them.
struct Table {
    std::vector<std::string> features;
    std::vector<int> directions;   ///< by feature: 1 may only speak for, -1 only against, 0 either
    std::vector<bool> impressions; ///< by feature: a general impression, which no reason tells
    std::vector<float> beliefs;    ///< by feature: log-odds that its value of 1 brings before training
    std::vector<std::vector<float>> values; ///< [card][feature]
};

struct AdditiveTraining {
    int voices = 6; ///< models that differ by chance alone, whose mean is taken
    int rounds = 1000;
    float rate = 0.1F;
    float rows = 0.5F;    ///< share of cards that a round looks at
    float columns = 0.2F; ///< and of features
    float caution = 5;    ///< cards' worth of doubt in each step
    bool directed = true; ///< begin with the beliefs and keep to the directions
    std::uint64_t seed = 3;
};

/// One output's step functions.
struct AdditiveOutput {
    float bias = 0;
    std::vector<std::vector<float>> shares; ///< [feature][bin]
};

/// Where a feature's steps may be: at most 15 edges that part the cards evenly.
std::vector<std::vector<float>> edgesOf(const Table& table);

/// Boosted stumps on logistic loss (Friedman 2001, "Greedy Function Approximation"; that one-feature trees
/// make a generalised additive model, Lou et al. 2012, "Intelligible Models"). `truth` by card, none where it
/// teaches nothing. The first third of the rounds leaves impressions out: what can be told is credited before
/// what only appears so. Shares are relative to a feature's usual state: 0 evidence where at least a fifth of
/// the cards have none, else the average card. The same arguments give the same model.
AdditiveOutput trainAdditive(const Table& table, const std::vector<std::vector<float>>& edges,
                             const std::vector<std::optional<bool>>& truth, const AdditiveTraining& how);

/// The bin of a value.
std::size_t binOf(const std::vector<float>& edges, float value);

/// The text that AdditiveModel reads.
std::string additiveText(const Table& table, const std::vector<std::vector<float>>& edges,
                         const std::vector<std::string>& names, const std::vector<AdditiveOutput>& outputs);

} // namespace superlink::training
