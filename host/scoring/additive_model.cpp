#include "scoring/additive_model.hpp"

#include "common/error.hpp"
#include "common/wide.hpp"
#include "scoring/phrase_index.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <unordered_map>

namespace superlink {
namespace {

[[noreturn]] void refuse(std::string_view what) {
    throw Error(ErrorCode::Internal, "the verdict model cannot be used: " + std::string(what));
}

float numberOf(std::string_view text) {
    float value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) {
        refuse("a number is malformed");
    }
    return value;
}

std::vector<float> numbersOf(std::string_view text) {
    std::vector<float> out;
    while (!text.empty()) {
        out.push_back(numberOf(takeUntil(text, ' ')));
    }
    return out;
}

using Places = std::unordered_map<std::string_view, std::size_t>;

Places placesOf(const std::vector<std::string>& names) {
    Places out;
    for (std::size_t i = 0; i < names.size(); ++i) {
        out[names[i]] = i;
    }
    return out;
}

std::size_t at(const Places& places, std::string_view name) {
    const auto found = places.find(name);
    if (found == places.end()) {
        refuse("it names " + std::string(name) + ", which nobody knows");
    }
    return found->second;
}

} // namespace

AdditiveModel::AdditiveModel(std::string_view text, const std::vector<std::string>& outputs,
                             const std::vector<std::string>& features)
    : biases_(outputs.size()) {
    if (outputs.size() > kMostOutputs) {
        refuse("it has too many outputs");
    }
    const Places outputAt = placesOf(outputs);
    const Places featureAt = placesOf(features);
    std::vector<std::vector<float>> edges(features.size());
    struct Line {
        std::size_t output, feature;
        std::vector<float> shares;
    };
    std::vector<Line> lines;
    while (!text.empty()) {
        std::string_view line = takeUntil(text, '\n');
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const std::string_view kind = takeUntil(line, '\t');
        const std::string_view name = takeUntil(line, '\t');
        if (kind == "bias") {
            biases_[at(outputAt, name)] = numberOf(line);
        } else if (kind == "steps") {
            edges[at(featureAt, name)] = numbersOf(line);
        } else {
            lines.push_back({at(outputAt, kind), at(featureAt, name), numbersOf(line)});
        }
    }
    std::size_t rows = 0;
    for (const auto& own : edges) {
        if (own.size() > kMostEdges) {
            refuse("a feature has too many steps");
        }
        edges_.emplace_back();
        edges_.back().fill(std::numeric_limits<float>::infinity());
        std::copy(own.begin(), own.end(), edges_.back().begin());
        firstRow_.push_back(rows);
        rows += own.size() + 1;
    }
    shares_.resize(rows * kMostOutputs);
    for (const Line& line : lines) {
        if (line.shares.size() != edges[line.feature].size() + 1) {
            refuse("a feature has too few or too many shares");
        }
        const std::size_t row = firstRow_[line.feature];
        for (std::size_t i = 0; i < line.shares.size(); ++i) {
            shares_[(row + i) * kMostOutputs + line.output] = line.shares[i];
        }
    }
}

std::size_t AdditiveModel::rowOf(std::size_t feature, float value) const {
    std::size_t row = firstRow_[feature];
    for (const float edge : edges_[feature]) {
        row += value >= edge ? 1 : 0;
    }
    return row;
}

float AdditiveModel::share(std::size_t output, std::size_t feature, float value) const {
    return shares_[rowOf(feature, value) * kMostOutputs + output];
}

SUPERLINK_WIDE void AdditiveModel::addShares(std::span<const float> values, std::span<float> sums,
                                             std::span<float> first) const {
    std::array<float, kMostOutputs> all{};
    for (std::size_t f = 0; f < values.size(); ++f) {
        int above = 0; // counted without a branch, which nobody could predict
        for (const float edge : edges_[f]) {
            above += values[f] >= edge ? 1 : 0;
        }
        const float* row = shares_.data() + (firstRow_[f] + static_cast<std::size_t>(above)) * kMostOutputs;
        for (std::size_t i = 0; i < kMostOutputs; ++i) {
            all[i] += row[i];
        }
        first[f] = row[0];
    }
    for (std::size_t i = 0; i < sums.size(); ++i) {
        sums[i] += all[i];
    }
}

} // namespace superlink
