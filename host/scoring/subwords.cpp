#include "scoring/subwords.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace superlink {
namespace {

constexpr std::size_t kLongestWord = 40;
constexpr std::size_t kShortestPiece = 3;
constexpr std::size_t kLongestPiece = 5;

/// FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/: every bucket of a shipped model depends on it.
constexpr std::uint32_t kSeed = 2166136261U;

std::uint32_t mixed(std::uint32_t hash, std::string_view bytes) {
    for (const char c : bytes) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    return hash;
}

std::uint32_t bucket(std::uint32_t hash) {
    return (hash ^ (hash >> 16U)) & (kBuckets - 1);
}

/// Where the characters of "<word>" begin, its end last; at most kLongestWord of them.
struct Characters {
    std::array<char, 4 * kLongestWord + 2> bytes{};
    std::array<std::size_t, kLongestWord + 3> starts{};
    std::size_t count = 0;

    explicit Characters(std::string_view word) {
        std::size_t size = 0;
        const auto put = [&](char c) { bytes[size++] = c; };
        starts[count++] = size;
        put('<');
        for (const char c : word) {
            const bool begins = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
            if (begins && count == kLongestWord) {
                break;
            }
            if (begins) {
                starts[count++] = size;
            }
            if (size + 1 < bytes.size()) {
                put(c);
            }
        }
        starts[count++] = size;
        put('>');
        starts[count] = size;
    }
};

void appendPieces(std::string_view word, std::vector<std::uint32_t>& out) {
    const Characters characters(word);
    for (std::size_t from = 0; from < characters.count; ++from) {
        std::uint32_t hash = kSeed;
        const std::size_t last = std::min(from + kLongestPiece, characters.count);
        for (std::size_t to = from; to < last; ++to) {
            hash = mixed(hash, {characters.bytes.data() + characters.starts[to],
                                characters.starts[to + 1] - characters.starts[to]});
            if (to + 1 - from >= kShortestPiece) {
                out.push_back(bucket(hash));
            }
        }
    }
}

} // namespace

void appendBuckets(const std::vector<Token>& tokens, std::size_t begin, std::size_t end,
                   std::vector<std::uint32_t>& out) {
    std::uint32_t previous = 0;
    for (std::size_t i = begin; i < end; ++i) {
        const std::string& word = tokens[i].folded;
        const std::uint32_t hash = mixed(kSeed * 31U, word); // apart from a piece of the same letters
        out.push_back(bucket(hash));
        if (i > begin) {
            out.push_back(bucket(mixed(previous * 16777619U, word)));
        }
        previous = hash;
        appendPieces(word, out);
    }
}

} // namespace superlink
