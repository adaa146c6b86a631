#include "training/direct_trainer.hpp"

#include "scoring/subwords.hpp"
#include "training/dice.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace superlink::training {
namespace {

constexpr std::size_t kN = kDirectLabels;
constexpr std::size_t kFeatures = kWheres * kBuckets;
using Votes = std::array<float, kN>;

/// An example's pieces, each at its place in the weights and as it counts.
struct Bag {
    std::vector<std::pair<std::uint32_t, float>> pieces;
    Votes truth{}, known{};
    bool hasHeadline = false, hasNote = false;
};

std::vector<float> raritiesOf(const std::vector<DirectExample>& examples) {
    std::vector<int> seen(kFeatures);
    for (const DirectExample& example : examples) {
        for (std::size_t where = 0; where < kWheres; ++where) {
            auto unique = example.buckets[where];
            std::sort(unique.begin(), unique.end());
            unique.erase(std::unique(unique.begin(), unique.end()), unique.end());
            for (const std::uint32_t bucket : unique) {
                ++seen[where * kBuckets + bucket];
            }
        }
    }
    std::vector<float> out(kFeatures);
    const auto all = static_cast<float>(examples.size() + 1);
    std::transform(seen.begin(), seen.end(), out.begin(),
                   [=](int count) { return std::log(all / static_cast<float>(count + 1)) / 5; });
    return out;
}

Bag bagOf(const DirectExample& example, const std::vector<float>& rarities) {
    Bag bag;
    for (std::size_t where = 0; where < kWheres; ++where) {
        const auto& buckets = example.buckets[where];
        const auto pieces = static_cast<float>(std::max<std::size_t>(buckets.size(), kFewestPieces));
        for (const std::uint32_t bucket : buckets) {
            const auto at = static_cast<std::uint32_t>(where * kBuckets + bucket);
            bag.pieces.emplace_back(at, rarities[at] / std::sqrt(pieces));
        }
    }
    bag.hasHeadline = !example.buckets[0].empty();
    bag.hasNote = !example.buckets[1].empty();
    for (const auto& group : example.groups) {
        std::fill(bag.known.begin() + static_cast<std::ptrdiff_t>(group.first),
                  bag.known.begin() + static_cast<std::ptrdiff_t>(group.last), 1.0F);
    }
    for (const std::size_t label : example.labels) {
        bag.truth.at(label) = 1;
    }
    return bag;
}

/// All labels at once. The weights are kept divided by a common factor, so that shrinking them costs nothing.
class Learner {
  public:
    Learner(std::size_t examples, const DirectTraining& how)
        : shrink_(1 / (how.trust * static_cast<float>(examples))), weights_(kFeatures) {
        for (auto& biases : biases_) {
            biases.fill(-2);
        }
    }

    void learn(const Bag& bag) {
        const float rate = 0.5F / (1 + 0.5F * shrink_ * static_cast<float>(steps_++));
        const bool card = bag.hasHeadline || !bag.hasNote; // a note alone is an intent's text
        Votes& biases = biases_[card ? 0 : 1];
        Votes sums{};
        for (const auto& [at, value] : bag.pieces) {
            const Votes& weights = weights_[at];
            for (std::size_t i = 0; i < kN; ++i) {
                sums[i] += value * weights[i];
            }
        }
        Votes steps{};
        for (std::size_t i = 0; i < kN; ++i) {
            const float said = 1 / (1 + std::exp(-(biases[i] + factor_ * sums[i])));
            steps[i] = rate * bag.known[i] * (bag.truth[i] - said);
            biases[i] += 0.1F * steps[i];
        }
        factor_ *= 1 - rate * shrink_;
        for (const auto& [at, value] : bag.pieces) {
            Votes& weights = weights_[at];
            const float share = value / factor_;
            for (std::size_t i = 0; i < kN; ++i) {
                weights[i] += share * steps[i];
            }
        }
    }

    void write(const std::vector<float>& rarities, SubwordModelParts& parts) const {
        parts.direct.resize(kFeatures * kN);
        parts.directScales.resize(kWheres * kN);
        parts.directBiases.resize(kWheres * kN);
        for (std::size_t where = 0; where < kWheres; ++where) {
            for (std::size_t label = 0; label < kN; ++label) {
                const auto weight = [&](std::size_t bucket) {
                    const std::size_t at = where * kBuckets + bucket;
                    return factor_ * weights_[at][label] * rarities[at];
                };
                float largest = 1e-6F;
                for (std::size_t b = 0; b < kBuckets; ++b) {
                    largest = std::max(largest, std::abs(weight(b)));
                }
                const float scale = largest / 127;
                parts.directScales[where * kN + label] = scale;
                parts.directBiases[where * kN + label] = biases_[where][label];
                for (std::size_t b = 0; b < kBuckets; ++b) {
                    parts.direct[(where * kBuckets + b) * kN + label] =
                        static_cast<std::int8_t>(std::round(weight(b) / scale));
                }
            }
        }
    }

  private:
    float shrink_;
    std::size_t steps_ = 0;
    float factor_ = 1;
    std::vector<Votes> weights_;
    std::array<Votes, kWheres> biases_{};
};

} // namespace

void trainDirect(const std::vector<DirectExample>& examples, const DirectTraining& how,
                 SubwordModelParts& parts) {
    const std::vector<float> rarities = raritiesOf(examples);
    std::vector<Bag> bags;
    std::transform(examples.begin(), examples.end(), std::back_inserter(bags),
                   [&](const DirectExample& example) { return bagOf(example, rarities); });
    Learner learner(bags.size(), how);
    Dice dice(how.seed);
    std::vector<std::size_t> order(bags.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (int epoch = 0; epoch < how.epochs; ++epoch) {
        dice.shuffle(order);
        for (const std::size_t i : order) {
            learner.learn(bags[i]);
        }
    }
    learner.write(rarities, parts);
    parts.rarities.resize(kBuckets);
    const float most = *std::max_element(rarities.begin(), rarities.end());
    for (std::size_t b = 0; b < kBuckets; ++b) {
        parts.rarities[b] =
            static_cast<std::uint8_t>(std::round(255 * std::min(rarities[b], rarities[kBuckets + b]) / most));
    }
}

} // namespace superlink::training
