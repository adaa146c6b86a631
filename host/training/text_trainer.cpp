#include "training/text_trainer.hpp"

#include "scoring/subwords.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <random>

namespace superlink::training {
namespace {

constexpr std::size_t kD = kTextDimensions;

/// Uniform in [0, 1), the same on every platform (std::uniform_real_distribution is not).
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : generator_(seed) {}
    float roll() { return static_cast<float>(generator_() >> 40U) / static_cast<float>(1U << 24U); }
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(generator_() % count); }

  private:
    std::mt19937_64 generator_;
};

void shuffle(std::vector<std::size_t>& order, Dice& dice) {
    for (std::size_t i = order.size(); i > 1; --i) {
        std::swap(order[i - 1], order[dice.below(i)]);
    }
}

/// How far the label's logistic unit is below what the example says.
float gradientOf(const Example& example, std::size_t label, float logit) {
    const bool is = std::find(example.labels.begin(), example.labels.end(), label) != example.labels.end();
    return (is ? 1.0F : 0.0F) - 1.0F / (1.0F + std::exp(-logit));
}

/// The model while it learns: plain SGD would need a rate for each kind of text, so every row of the table
/// and every weight keeps its own (AdaGrad, Duchi et al. 2011).
class Learner {
  public:
    Learner(std::size_t labels, const TextTraining& how)
        : how_(how), dice_(how.seed), labels_(labels), table_(std::size_t{kBuckets} * kD),
          tableSquares_(kBuckets, 1e-6F), weights_(kD * labels), weightSquares_(kD * labels, 1e-6F),
          biases_(labels, -3.0F), biasSquares_(labels, 1e-6F) {
        for (float& value : table_) {
            value = (dice_.roll() - 0.5F) / static_cast<float>(kD);
        }
    }

    void pass(const std::vector<Example>& examples, float rate) {
        std::vector<std::size_t> order(examples.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        shuffle(order, dice_);
        for (const std::size_t i : order) {
            learn(examples[i], rate);
        }
    }

    void write(SubwordModelParts& parts) const {
        float largest = 0;
        for (const float value : table_) {
            largest = std::max(largest, std::abs(value));
        }
        // A few rows are far larger than the rest: clip at a level that keeps the others apart.
        std::vector<float> sizes(table_.size());
        std::transform(table_.begin(), table_.end(), sizes.begin(), [](float v) { return std::abs(v); });
        const auto at = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() * 9998 / 10000);
        std::nth_element(sizes.begin(), at, sizes.end());
        const float scale = std::max(std::min(largest, *at), 1e-6F) / 127.0F;
        parts.scale = scale;
        parts.weights = weights_;
        parts.table.resize(table_.size());
        std::transform(table_.begin(), table_.end(), parts.table.begin(), [&](float value) {
            return static_cast<std::int8_t>(std::clamp(std::round(value / scale), -127.0F, 127.0F));
        });
        std::copy(biases_.begin() + kDirectLabels, biases_.end(), parts.biases.begin() + kDirectLabels);
    }

  private:
    void learn(const Example& example, float rate) {
        kept_.clear();
        for (const std::uint32_t bucket : example.buckets) {
            if (dice_.roll() >= how_.dropout) {
                kept_.push_back(bucket);
            }
        }
        if (kept_.empty()) {
            return;
        }
        TextVector mean{};
        for (const std::uint32_t bucket : kept_) {
            for (std::size_t d = 0; d < kD; ++d) {
                mean[d] += table_[bucket * kD + d];
            }
        }
        for (float& value : mean) {
            value /= static_cast<float>(kept_.size());
        }
        TextVector back{};
        for (const auto& group : example.groups) {
            for (std::size_t label = std::max(group.first, kDirectLabels); label < group.last; ++label) {
                learnLabel(example, label, mean, back, rate);
            }
        }
        spread(back, rate);
    }

    void learnLabel(const Example& example, std::size_t label, const TextVector& mean, TextVector& back,
                    float rate) {
        float logit = biases_[label];
        for (std::size_t d = 0; d < kD; ++d) {
            logit += mean[d] * weights_[d * labels_ + label];
        }
        const float gradient = gradientOf(example, label, logit);
        if (std::abs(gradient) < 1e-3F) {
            return;
        }
        biasSquares_[label] += gradient * gradient;
        biases_[label] += rate * gradient / std::sqrt(biasSquares_[label]);
        for (std::size_t d = 0; d < kD; ++d) {
            float& weight = weights_[d * labels_ + label];
            float& squares = weightSquares_[d * labels_ + label];
            back[d] += gradient * weight;
            const float step = gradient * mean[d];
            squares += step * step;
            weight += rate * step / std::sqrt(squares);
        }
    }

    void spread(const TextVector& back, float rate) {
        float square = 0;
        for (const float value : back) {
            square += value * value;
        }
        square /= static_cast<float>(kD);
        for (const std::uint32_t bucket : kept_) {
            tableSquares_[bucket] += square;
            const float step = rate / std::sqrt(tableSquares_[bucket]);
            for (std::size_t d = 0; d < kD; ++d) {
                table_[bucket * kD + d] += step * back[d];
            }
        }
    }

    TextTraining how_;
    Dice dice_;
    std::size_t labels_;
    std::vector<float> table_, tableSquares_, weights_, weightSquares_, biases_, biasSquares_;
    std::vector<std::uint32_t> kept_;
};

/// Learns a weight for each piece and direct label: logistic regression over pieces weighted by how rare they
/// are, by AdaGrad.
class DirectLearner {
  public:
    DirectLearner(const std::vector<Example>& examples, const TextTraining& how)
        : dice_(how.seed + 1), rarity_(kBuckets), weights_(kBuckets * kN), squares_(kBuckets * kN, 1e-6F) {
        std::vector<int> seen(kBuckets);
        for (const Example& example : examples) {
            auto unique = example.buckets;
            std::sort(unique.begin(), unique.end());
            unique.erase(std::unique(unique.begin(), unique.end()), unique.end());
            for (const std::uint32_t bucket : unique) {
                ++seen[bucket];
            }
        }
        for (std::size_t b = 0; b < kBuckets; ++b) {
            rarity_[b] =
                std::log(static_cast<float>(examples.size() + 1) / static_cast<float>(seen[b] + 1)) / 5;
        }
        biases_.fill(-2.5F);
        biasSquares_.fill(1e-6F);
    }

    void pass(const std::vector<Example>& examples, float rate) {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < examples.size(); ++i) {
            const auto& groups = examples[i].groups;
            if (std::any_of(groups.begin(), groups.end(), [](auto g) { return g.first < kN; })) {
                order.push_back(i);
            }
        }
        shuffle(order, dice_);
        for (const std::size_t i : order) {
            learn(examples[i], rate);
        }
    }

    void write(SubwordModelParts& parts) const {
        parts.direct.resize(kBuckets * kN);
        parts.directScales.resize(kN);
        for (std::size_t label = 0; label < kN; ++label) {
            parts.biases[label] = biases_[label];
            float largest = 1e-6F;
            for (std::size_t b = 0; b < kBuckets; ++b) {
                largest = std::max(largest, std::abs(weights_[b * kN + label] * rarity_[b]));
            }
            const float scale = largest / 127;
            parts.directScales[label] = scale;
            for (std::size_t b = 0; b < kBuckets; ++b) {
                parts.direct[b * kN + label] =
                    static_cast<std::int8_t>(std::round(weights_[b * kN + label] * rarity_[b] / scale));
            }
        }
    }

  private:
    static constexpr std::size_t kN = kDirectLabels;

    void learn(const Example& example, float rate) {
        if (example.buckets.empty()) {
            return;
        }
        const float factor =
            1 / std::sqrt(static_cast<float>(std::max(example.buckets.size(), std::size_t{kFewestPieces})));
        std::array<float, kN> logits = biases_;
        for (const std::uint32_t bucket : example.buckets) {
            const float x = factor * rarity_[bucket];
            for (std::size_t label = 0; label < kN; ++label) {
                logits[label] += x * weights_[bucket * kN + label];
            }
        }
        std::array<float, kN> gradients{};
        for (const auto& group : example.groups) {
            for (std::size_t label = group.first; label < std::min(group.last, kN); ++label) {
                gradients[label] = gradientOf(example, label, logits[label]);
                biasSquares_[label] += gradients[label] * gradients[label];
                biases_[label] += rate * gradients[label] / std::sqrt(biasSquares_[label]);
            }
        }
        for (const std::uint32_t bucket : example.buckets) {
            const float x = factor * rarity_[bucket];
            float* weights = &weights_[bucket * kN];
            float* squares = &squares_[bucket * kN];
            for (std::size_t label = 0; label < kN; ++label) {
                const float step = gradients[label] * x;
                squares[label] += step * step;
                weights[label] += rate * step / std::sqrt(squares[label]);
            }
        }
    }

    Dice dice_;
    std::vector<float> rarity_, weights_, squares_;
    std::array<float, kN> biases_{}, biasSquares_{};
};

} // namespace

std::string trainTextModel(const std::vector<Example>& examples, const std::vector<std::string>& labels,
                           const TextTraining& how) {
    SubwordModelParts parts;
    parts.labels = labels;
    parts.biases.resize(labels.size());
    Learner learner(labels.size(), how);
    DirectLearner direct(examples, how);
    for (int epoch = 0; epoch < how.epochs; ++epoch) {
        const float done = static_cast<float>(epoch) / static_cast<float>(how.epochs);
        learner.pass(examples, how.rate * (1 - 0.9F * done));
        direct.pass(examples, how.directRate * (1 - 0.9F * done));
    }
    learner.write(parts);
    direct.write(parts);
    return bytesOf(parts);
}

} // namespace superlink::training
