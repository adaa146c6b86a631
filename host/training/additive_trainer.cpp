#include "training/additive_trainer.hpp"

#include "training/dice.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <numeric>

namespace superlink::training {
namespace {

constexpr std::size_t kMostEdges = 15;
/// Below this share of cards, "nothing said" is not a feature's usual state.
constexpr float kUsual = 0.2F;

class Booster {
  public:
    Booster(const Table& table, const std::vector<std::vector<float>>& edges,
            const std::vector<std::optional<bool>>& truth, const AdditiveTraining& how)
        : table_(table), edges_(edges), how_(how), dice_(how.seed) {
        for (std::size_t i = 0; i < truth.size(); ++i) {
            if (truth[i]) {
                cards_.push_back(i);
                truth_.push_back(*truth[i] ? 1.0F : 0.0F);
            }
        }
        for (std::size_t f = 0; f < edges.size(); ++f) {
            std::vector<std::uint8_t> bins;
            for (const std::size_t card : cards_) {
                bins.push_back(static_cast<std::uint8_t>(binOf(edges[f], table.values[card][f])));
            }
            bins_.push_back(std::move(bins));
            out_.shares.emplace_back(edges[f].size() + 1);
            if (how.directed && table.beliefs[f] != 0) {
                believe(f);
            }
        }
        const float yes = std::accumulate(truth_.begin(), truth_.end(), 1.0F);
        out_.bias = std::log(yes / (static_cast<float>(truth_.size()) + 2 - yes));
        for (std::size_t i = 0; i < cards_.size(); ++i) {
            float sum = out_.bias;
            for (std::size_t f = 0; f < edges.size(); ++f) {
                sum += out_.shares[f][bins_[f][i]];
            }
            sums_.push_back(sum);
        }
    }

    AdditiveOutput train() && {
        for (int round = 0; round < how_.rounds; ++round) {
            step(3 * round < how_.rounds);
        }
        centre();
        return std::move(out_);
    }

  private:
    struct Split {
        float gain = 0, below = 0, above = 0;
        std::size_t feature = 0, edge = 0;
    };

    /// Every bin as its lower edge says.
    void believe(std::size_t f) {
        for (std::size_t bin = 1; bin < out_.shares[f].size(); ++bin) {
            out_.shares[f][bin] = table_.beliefs[f] * std::clamp(edges_[f][bin - 1], 0.0F, 1.0F);
        }
    }

    void step(bool onlyTold) {
        gradients_.resize(cards_.size());
        curvatures_.resize(cards_.size());
        chosen_.clear();
        for (std::size_t i = 0; i < cards_.size(); ++i) {
            if (dice_.roll() < how_.rows) {
                const float said = 1 / (1 + std::exp(-sums_[i]));
                gradients_[i] = truth_[i] - said;
                curvatures_[i] = said * (1 - said);
                chosen_.push_back(i);
            }
        }
        Split best;
        for (std::size_t f = 0; f < edges_.size(); ++f) {
            if (dice_.roll() < how_.columns && !(onlyTold && table_.impressions[f])) {
                tryFeature(f, best);
            }
        }
        if (best.gain <= 0) {
            return;
        }
        auto& shares = out_.shares[best.feature];
        for (std::size_t bin = 0; bin < shares.size(); ++bin) {
            shares[bin] += how_.rate * (bin <= best.edge ? best.below : best.above);
        }
        for (std::size_t i = 0; i < cards_.size(); ++i) {
            sums_[i] += how_.rate * (bins_[best.feature][i] <= best.edge ? best.below : best.above);
        }
    }

    void tryFeature(std::size_t f, Split& best) const {
        std::array<float, kMostEdges + 1> gradient{}, curvature{};
        const auto& bins = bins_[f];
        float allGradient = 0;
        float allCurvature = 0;
        for (const std::size_t i : chosen_) {
            gradient[bins[i]] += gradients_[i];
            curvature[bins[i]] += curvatures_[i];
            allGradient += gradients_[i];
            allCurvature += curvatures_[i];
        }
        float g = 0;
        float h = 0;
        for (std::size_t edge = 0; edge < edges_[f].size(); ++edge) {
            g += gradient[edge];
            h += curvature[edge];
            const float below = g / (h + how_.caution);
            const float above = (allGradient - g) / (allCurvature - h + how_.caution);
            const int direction = how_.directed ? table_.directions[f] : 0;
            if ((direction > 0 && above < below) || (direction < 0 && above > below) || h < 1 ||
                allCurvature - h < 1) {
                continue;
            }
            const float gain = g * below + (allGradient - g) * above -
                               allGradient * allGradient / (allCurvature + how_.caution);
            if (gain > best.gain) {
                best = {gain, below, above, f, edge};
            }
        }
    }

    void centre() {
        for (std::size_t f = 0; f < edges_.size(); ++f) {
            auto& shares = out_.shares[f];
            std::vector<float> count(shares.size());
            for (const std::uint8_t bin : bins_[f]) {
                count[bin] += 1 / static_cast<float>(bins_[f].size());
            }
            const std::size_t nothing = binOf(edges_[f], 0);
            const float usual = count[nothing] >= kUsual
                                    ? shares[nothing]
                                    : std::inner_product(shares.begin(), shares.end(), count.begin(), 0.0F);
            out_.bias += usual;
            for (float& share : shares) {
                share -= usual;
            }
        }
    }

    const Table& table_;
    const std::vector<std::vector<float>>& edges_;
    AdditiveTraining how_;
    Dice dice_;
    std::vector<std::size_t> cards_, chosen_;
    std::vector<float> truth_, sums_, gradients_, curvatures_;
    std::vector<std::vector<std::uint8_t>> bins_;
    AdditiveOutput out_;
};

std::string number(float value) {
    char out[32];
    std::snprintf(out, sizeof out, "%.4g", static_cast<double>(value));
    return out;
}

std::string joined(const std::vector<float>& values) {
    std::string out;
    for (const float value : values) {
        out += (out.empty() ? "" : " ") + number(std::abs(value) < 5e-5F ? 0 : value);
    }
    return out;
}

} // namespace

std::size_t binOf(const std::vector<float>& edges, float value) {
    return static_cast<std::size_t>(std::upper_bound(edges.begin(), edges.end(), value) - edges.begin());
}

std::vector<std::vector<float>> edgesOf(const Table& table) {
    std::vector<std::vector<float>> out;
    for (std::size_t f = 0; f < table.features.size(); ++f) {
        std::vector<float> values;
        for (const auto& card : table.values) {
            values.push_back(card[f]);
        }
        std::sort(values.begin(), values.end());
        // Many cards share one value (0, mostly): the edges part the distinct rest.
        std::vector<float> edges;
        const float most = values.empty() ? 0 : values[values.size() / 2];
        std::vector<float> rest;
        std::copy_if(values.begin(), values.end(), std::back_inserter(rest),
                     [=](float value) { return value != most; });
        for (std::size_t i = 0; i < kMostEdges && !rest.empty(); ++i) {
            const float edge = rest[rest.size() * i / kMostEdges];
            if (edge > values.front() && (edges.empty() || edge > edges.back())) {
                edges.push_back(std::stof(number(edge)));
            }
        }
        edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
        out.push_back(std::move(edges));
    }
    return out;
}

AdditiveOutput trainAdditive(const Table& table, const std::vector<std::vector<float>>& edges,
                             const std::vector<std::optional<bool>>& truth, const AdditiveTraining& how) {
    AdditiveOutput mean;
    for (int i = 0; i < how.voices; ++i) {
        AdditiveTraining own = how;
        own.seed += static_cast<std::uint64_t>(i);
        const AdditiveOutput one = Booster(table, edges, truth, own).train();
        mean.shares.resize(one.shares.size());
        const float part = 1 / static_cast<float>(how.voices);
        mean.bias += part * one.bias;
        for (std::size_t f = 0; f < one.shares.size(); ++f) {
            mean.shares[f].resize(one.shares[f].size());
            for (std::size_t bin = 0; bin < one.shares[f].size(); ++bin) {
                mean.shares[f][bin] += part * one.shares[f][bin];
            }
        }
    }
    return mean;
}

std::string additiveText(const Table& table, const std::vector<std::vector<float>>& edges,
                         const std::vector<std::string>& names, const std::vector<AdditiveOutput>& outputs) {
    std::string out = "# Made by superlink-train; see host/scoring/additive_model.hpp.\n";
    for (std::size_t o = 0; o < outputs.size(); ++o) {
        out += "bias\t" + names[o] + "\t" + number(outputs[o].bias) + "\n";
    }
    for (std::size_t f = 0; f < edges.size(); ++f) {
        std::string lines;
        for (std::size_t o = 0; o < outputs.size(); ++o) {
            const auto& shares = outputs[o].shares[f];
            if (std::any_of(shares.begin(), shares.end(), [](float s) { return std::abs(s) >= 5e-5F; })) {
                lines += names[o] + "\t" + table.features[f] + "\t" + joined(shares) + "\n";
            }
        }
        if (!lines.empty()) {
            out += "steps\t" + table.features[f] + "\t" + joined(edges[f]) + "\n" + lines;
        }
    }
    return out;
}

} // namespace superlink::training
