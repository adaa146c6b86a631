#include "scoring/matching.hpp"

#include "common/wide.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace superlink {
namespace {

constexpr std::size_t kShortestStem = 4;
constexpr std::size_t kShortestInCompound = 5;

std::size_t commonPrefix(std::string_view a, std::string_view b) {
    const std::size_t most = std::min(a.size(), b.size());
    std::size_t length = 0;
    while (length < most && a[length] == b[length]) {
        ++length;
    }
    return length;
}

float sameWord(std::string_view wish, const Outline& wishOutline, std::string_view word,
               const Outline& outline) {
    // A wished word is found only in words that have all its letters, or begin as it does.
    const bool within = (wishOutline.letters & ~outline.letters) == 0;
    const bool begins = wishOutline.start == outline.start;
    if (!within && !begins) {
        return 0;
    }
    if (wish == word) {
        return 1;
    }
    if (wish.size() < kShortestStem || word.size() < kShortestStem) {
        return 0;
    }
    if (begins) {
        const std::size_t common = commonPrefix(wish, word);
        const std::size_t longer = std::max(wish.size(), word.size());
        if (common >= kShortestStem && common * 10 >= longer * 7) {
            return 0.9F;
        }
    }
    const bool longEnough = within && wish.size() >= kShortestInCompound && word.size() > wish.size() + 2;
    return longEnough && word.find(wish) != std::string_view::npos ? 0.8F : 0;
}

} // namespace

bool mayMatch(const Wish& wish, const TextReading& text) {
    return std::any_of(wish.outlines.begin(), wish.outlines.end(),
                       [&](const Outline& word) { return text.starts.mayHold(word); });
}

Match wordsMatch(const Wish& wish, const TextReading& text, bool inNote, std::size_t begin, std::size_t end) {
    float total = 0;
    float found = 0;
    Match match{0, &wish, {inNote, end, begin}};
    for (std::size_t w = 0; w < wish.phrase.words.size(); ++w) {
        total += wish.weights[w];
        if (!text.starts.mayHold(wish.outlines[w])) {
            continue;
        }
        float best = 0;
        std::size_t at = begin;
        for (std::size_t i = begin; i < end && best < 1; ++i) {
            const Token& token = text.tokens[i];
            const float same = sameWord(wish.phrase.words[w], wish.outlines[w], token.folded, token.outline);
            if (same > best) {
                best = same;
                at = i;
            }
        }
        found += wish.weights[w] * best;
        if (best > 0 && wish.weights[w] > 0.1F) {
            match.span.begin = std::min(match.span.begin, at);
            match.span.end = std::max(match.span.end, at + 1);
        }
    }
    match.value = total > 0 ? found / total : 0;
    return match;
}

Match phraseMatch(const Wish& wish, const TextReading& text, bool inNote) {
    const std::size_t at = findPhrase(text.tokens, wish.phrase);
    if (at == kNowhere) {
        return {};
    }
    return {1, &wish, {inNote, at, at + wish.phrase.words.size()}};
}

float sharedFunction(const Wish& wish, const Meaning& meaning) {
    float best = 0;
    for (const std::size_t i : wish.functions) {
        best = std::max(best, wish.meaning.functions[i] * meaning.functions[i]);
    }
    return best;
}

float sharedIndustry(const Wish& wish, const Meaning& meaning) {
    float best = 0;
    for (const std::size_t i : wish.industries) {
        best = std::max(best, wish.meaning.industries[i] * meaning.industries[i]);
    }
    return best;
}

SUPERLINK_WIDE float nearness(const Meaning& a, const Meaning& b) {
    constexpr std::size_t kLanes = 8; // sums side by side, which the compiler may compute at once
    static_assert(kTextDimensions % kLanes == 0);
    std::array<float, kLanes> sums{};
    for (std::size_t d = 0; d < kTextDimensions; d += kLanes) {
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            sums[lane] += a.direction[d + lane] * b.direction[d + lane];
        }
    }
    return ((sums[0] + sums[4]) + (sums[1] + sums[5])) + ((sums[2] + sums[6]) + (sums[3] + sums[7]));
}

float levelAnswers(float wanted, float level) {
    if (wanted < 0 || level < 0) {
        return 1;
    }
    const float above = level - wanted;
    return above < 0 ? std::max(0.15F, 1 + 0.22F * above) : std::max(0.6F, 1 - 0.08F * above);
}

} // namespace superlink
