#include "training/knowledge_trainer.hpp"

#include "scoring/subwords.hpp"
#include "training/dice.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace superlink::training {
namespace {

constexpr std::size_t kD = kTextDimensions;
/// A text belongs to few of the concepts.
constexpr float kConceptBias = -2.0F;

/// How far the label's logistic unit is below what the example says.
float gradientOf(const KnowledgeExample& example, std::size_t label, float logit) {
    const bool is = std::find(example.labels.begin(), example.labels.end(), label) != example.labels.end();
    return (is ? 1.0F : 0.0F) - 1.0F / (1.0F + std::exp(-logit));
}

/// The model while it learns: plain SGD would need a rate for each kind of text, so every row of the table
/// and every weight keeps its own (AdaGrad, Duchi et al. 2011).
class Learner {
  public:
    Learner(std::size_t labels, std::size_t concepts, const KnowledgeTraining& how)
        : how_(how), dice_(how.seed), labels_(labels), table_(std::size_t{kBuckets} * kD),
          tableSquares_(kBuckets, 1e-6F), weights_(kD * labels), weightSquares_(kD * labels, 1e-6F),
          biases_(labels, -3.0F), biasSquares_(labels, 1e-6F), concepts_(kD * concepts),
          conceptSquares_(concepts, 1e-6F) {
        for (float& value : table_) {
            value = (dice_.roll() - 0.5F) / static_cast<float>(kD);
        }
        for (float& value : concepts_) {
            value = (dice_.roll() - 0.5F) / 4;
        }
    }

    void pass(const std::vector<KnowledgeExample>& examples, float rate) {
        std::vector<std::size_t> order(examples.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        dice_.shuffle(order);
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
        parts.biases = biases_;
        std::fill_n(parts.biases.begin(), kDirectLabels, 0.0F);
    }

  private:
    void learn(const KnowledgeExample& example, float rate) {
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
        if (example.concept_) {
            learnConcept(*example.concept_, true, mean, back, rate);
            for (int i = 0; i < how_.strangers; ++i) {
                const std::size_t other = dice_.below(conceptSquares_.size());
                if (other != *example.concept_) {
                    learnConcept(other, false, mean, back, rate);
                }
            }
        }
        spread(back, rate);
    }

    /// Negative sampling (Mikolov et al. 2013, "Distributed Representations of Words and Phrases").
    void learnConcept(std::size_t which, bool is, const TextVector& mean, TextVector& back, float rate) {
        float* vector = &concepts_[which * kD];
        float logit = kConceptBias;
        for (std::size_t d = 0; d < kD; ++d) {
            logit += mean[d] * vector[d];
        }
        const float gradient = (is ? 1.0F : 0.0F) - 1.0F / (1.0F + std::exp(-logit));
        if (std::abs(gradient) < 1e-3F) {
            return;
        }
        float square = 0;
        for (std::size_t d = 0; d < kD; ++d) {
            square += gradient * mean[d] * gradient * mean[d];
        }
        conceptSquares_[which] += square / static_cast<float>(kD);
        const float step = rate / std::sqrt(conceptSquares_[which]);
        for (std::size_t d = 0; d < kD; ++d) {
            back[d] += gradient * vector[d];
            vector[d] += step * gradient * mean[d];
        }
    }

    void learnLabel(const KnowledgeExample& example, std::size_t label, const TextVector& mean,
                    TextVector& back, float rate) {
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

    KnowledgeTraining how_;
    Dice dice_;
    std::size_t labels_;
    std::vector<float> table_, tableSquares_, weights_, weightSquares_, biases_, biasSquares_, concepts_,
        conceptSquares_;
    std::vector<std::uint32_t> kept_;
};

} // namespace

void trainKnowledge(const std::vector<KnowledgeExample>& examples, std::size_t concepts,
                    const KnowledgeTraining& how, SubwordModelParts& parts) {
    Learner learner(parts.labels.size(), concepts, how);
    for (int epoch = 0; epoch < how.epochs; ++epoch) {
        const float done = static_cast<float>(epoch) / static_cast<float>(how.epochs);
        learner.pass(examples, how.rate * (1 - 0.9F * done));
    }
    learner.write(parts);
}

} // namespace superlink::training
