#include "scoring/subword_model.hpp"

#include "common/error.hpp"
#include "common/wide.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>

namespace superlink {
namespace {

// Layout, little endian: "SLTM0004", u32 dimensions, u32 buckets, u32 direct labels, u32 labels, f32 scale,
// f32[wheres][direct labels] scales, the same for their biases, label names each ended by '\n', padding to
// 64, biases f32[labels], weights f32[dimensions][labels], padding to 64, table i8[buckets][dimensions],
// rarities u8[buckets], tables i8[wheres][buckets][direct labels].
constexpr std::string_view kMagic = "SLTM0004";
constexpr std::size_t kAlign = 64;

std::size_t padded(std::size_t size) {
    return (size + kAlign - 1) / kAlign * kAlign;
}

[[noreturn]] void refuse(const char* what) {
    throw Error(ErrorCode::Internal, std::string("the text model cannot be used: ") + what);
}

class Reader {
  public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}

    std::string_view take(std::size_t size) {
        if (size > bytes_.size() - at_) {
            refuse("it is cut off");
        }
        at_ += size;
        return bytes_.substr(at_ - size, size);
    }
    template <typename T>
    T number() {
        T value{};
        std::memcpy(&value, take(sizeof(T)).data(), sizeof(T));
        return value;
    }
    std::vector<float> floats(std::size_t count) {
        std::vector<float> out(count);
        std::memcpy(out.data(), take(count * sizeof(float)).data(), count * sizeof(float));
        return out;
    }
    std::string line() {
        const auto end = bytes_.find('\n', at_);
        if (end == std::string_view::npos) {
            refuse("it is cut off");
        }
        std::string out(bytes_.substr(at_, end - at_));
        at_ = end + 1;
        return out;
    }
    void align() { take(padded(at_) - at_); }

  private:
    std::string_view bytes_;
    std::size_t at_ = 0;
};

template <typename T>
void put(std::string& out, const T* values, std::size_t count) {
    out.append(reinterpret_cast<const char*>(values), count * sizeof(T));
}

} // namespace

TextSum& TextSum::operator+=(const TextSum& other) {
    for (std::size_t d = 0; d < kTextDimensions; ++d) {
        sum[d] += other.sum[d];
    }
    for (std::size_t i = 0; i < kDirectLabels; ++i) {
        votes[i] += other.votes[i];
    }
    pieces += other.pieces;
    return *this;
}

TextVector SubwordModel::mean(const TextSum& text) const {
    TextVector out{};
    const float factor = text.pieces > 0 ? scale_ / static_cast<float>(text.pieces) : 0.0F;
    for (std::size_t d = 0; d < kTextDimensions; ++d) {
        out[d] = factor * static_cast<float>(text.sum[d]);
    }
    return out;
}

SubwordModel::SubwordModel(std::string_view bytes) {
    Reader in(bytes);
    if (in.take(kMagic.size()) != kMagic) {
        refuse("it has another format");
    }
    const auto dimensions = in.number<std::uint32_t>();
    const auto buckets = in.number<std::uint32_t>();
    const auto direct = in.number<std::uint32_t>();
    const auto labels = in.number<std::uint32_t>();
    if (dimensions != kTextDimensions || buckets != kBuckets || direct != kDirectLabels) {
        refuse("it has another shape");
    }
    scale_ = in.number<float>();
    directScales_ = in.floats(kWheres * direct);
    directBiases_ = in.floats(kWheres * direct);
    for (std::uint32_t i = 0; i < labels; ++i) {
        labels_.push_back(in.line());
    }
    in.align();
    biases_ = in.floats(labels);
    weights_ = in.floats(std::size_t{dimensions} * labels);
    in.align();
    const auto table = in.take(std::size_t{buckets} * dimensions);
    table_ = {reinterpret_cast<const std::int8_t*>(table.data()), table.size()};
    const auto rarities = in.take(buckets);
    rarities_ = {reinterpret_cast<const std::uint8_t*>(rarities.data()), rarities.size()};
    for (auto& votesOfWhere : direct_) {
        const auto votes = in.take(std::size_t{buckets} * direct);
        votesOfWhere = {reinterpret_cast<const std::int8_t*>(votes.data()), votes.size()};
    }
}

SubwordModel::Group SubwordModel::group(std::string_view name) const {
    const std::string prefix = std::string(name) + ":";
    Group out{labels_.size(), 0};
    for (std::size_t i = 0; i < labels_.size(); ++i) {
        if (labels_[i].starts_with(prefix)) {
            out.first = std::min(out.first, i);
            out.last = i + 1;
        }
    }
    if (out.last == 0) {
        throw Error(ErrorCode::Internal, "the text model knows no group " + std::string(name));
    }
    return out;
}

SUPERLINK_WIDE TextSum SubwordModel::read(std::span<const std::uint32_t> pieces, Where where) const {
    // So many values of one byte add up in two, which a processor adds twice as fast as in four.
    constexpr std::size_t kBlock = 256;
    const std::int8_t* direct = direct_[static_cast<std::size_t>(where)].data();
    TextSum out;
    for (std::size_t begin = 0; begin < pieces.size(); begin += kBlock) {
        std::array<std::int16_t, kTextDimensions> sum{};
        std::array<std::int16_t, kDirectLabels> votes{};
        for (const std::uint32_t piece : pieces.subspan(begin, std::min(kBlock, pieces.size() - begin))) {
            const std::int8_t* row = table_.data() + std::size_t{piece} * kTextDimensions;
            for (std::size_t d = 0; d < kTextDimensions; ++d) {
                sum[d] = static_cast<std::int16_t>(sum[d] + row[d]);
            }
            const std::int8_t* own = direct + std::size_t{piece} * kDirectLabels;
            for (std::size_t i = 0; i < kDirectLabels; ++i) {
                votes[i] = static_cast<std::int16_t>(votes[i] + own[i]);
            }
        }
        std::transform(sum.begin(), sum.end(), out.sum.begin(), out.sum.begin(), std::plus<>());
        std::transform(votes.begin(), votes.end(), out.votes.begin(), out.votes.begin(), std::plus<>());
    }
    out.pieces = static_cast<int>(pieces.size());
    return out;
}

void SubwordModel::priors(Where where, Group group, std::span<float> out) const {
    const float* biases = directBiases_.data() + static_cast<std::size_t>(where) * kDirectLabels;
    std::copy(biases + group.first, biases + group.last, out.begin());
}

void SubwordModel::addVotes(const TextSum& text, Where where, Group group, std::span<float> out) const {
    const float* scales = directScales_.data() + static_cast<std::size_t>(where) * kDirectLabels;
    const float factor = 1.0F / std::sqrt(static_cast<float>(std::max(text.pieces, kFewestPieces)));
    for (std::size_t i = group.first; i < group.last; ++i) {
        out[i - group.first] += factor * scales[i] * static_cast<float>(text.votes[i]);
    }
}

SUPERLINK_WIDE void SubwordModel::logits(const TextVector& mean, Group group, std::span<float> out) const {
    const std::size_t count = group.size();
    std::copy_n(biases_.begin() + static_cast<std::ptrdiff_t>(group.first), count, out.begin());
    for (std::size_t d = 0; d < kTextDimensions; ++d) {
        const float value = mean[d];
        const float* row = weights_.data() + d * labels_.size() + group.first;
        for (std::size_t i = 0; i < count; ++i) {
            out[i] += value * row[i];
        }
    }
}

float probability(float logit) {
    return logit < -5.0F ? 0.0F : 1.0F / (1.0F + std::exp(-logit));
}

std::string bytesOf(const SubwordModelParts& parts) {
    std::string out(kMagic);
    const std::array<std::uint32_t, 4> shape{static_cast<std::uint32_t>(kTextDimensions), kBuckets,
                                             static_cast<std::uint32_t>(kDirectLabels),
                                             static_cast<std::uint32_t>(parts.labels.size())};
    put(out, shape.data(), shape.size());
    put(out, &parts.scale, 1);
    put(out, parts.directScales.data(), parts.directScales.size());
    put(out, parts.directBiases.data(), parts.directBiases.size());
    for (const std::string& label : parts.labels) {
        out += label + "\n";
    }
    out.resize(padded(out.size()));
    put(out, parts.biases.data(), parts.biases.size());
    put(out, parts.weights.data(), parts.weights.size());
    out.resize(padded(out.size()));
    put(out, parts.table.data(), parts.table.size());
    put(out, parts.rarities.data(), parts.rarities.size());
    put(out, parts.direct.data(), parts.direct.size());
    return out;
}

} // namespace superlink
