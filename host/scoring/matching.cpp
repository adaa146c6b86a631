#include "scoring/matching.hpp"

#include <algorithm>
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

float sameWord(std::string_view wish, std::string_view word) {
    if (wish == word) {
        return 1;
    }
    if (wish.size() < kShortestStem || word.size() < kShortestStem) {
        return 0;
    }
    if (wish[0] == word[0]) {
        const std::size_t common = commonPrefix(wish, word);
        const std::size_t longer = std::max(wish.size(), word.size());
        if (common >= kShortestStem && common * 10 >= longer * 7) {
            return 0.9F;
        }
    }
    const bool longEnough = wish.size() >= kShortestInCompound && word.size() > wish.size() + 2;
    return longEnough && word.find(wish) != std::string_view::npos ? 0.8F : 0;
}

} // namespace

Match wordsMatch(const Wish& wish, const TextReading& text, bool inNote, std::size_t begin, std::size_t end) {
    float total = 0;
    float found = 0;
    Match match{0, &wish, {inNote, end, begin}};
    for (std::size_t w = 0; w < wish.phrase.words.size(); ++w) {
        total += wish.weights[w];
        float best = 0;
        std::size_t at = begin;
        for (std::size_t i = begin; i < end && best < 1; ++i) {
            if (const float same = sameWord(wish.phrase.words[w], text.tokens[i].folded); same > best) {
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

float sharedFunction(const Meaning& a, const Meaning& b) {
    float best = 0;
    for (std::size_t i = 0; i < kMostFunctions; ++i) {
        best = std::max(best, a.functions[i] * b.functions[i]);
    }
    return best;
}

float sharedIndustry(const Meaning& a, const Meaning& b) {
    float best = 0;
    for (std::size_t i = 0; i < kMostIndustries; ++i) {
        best = std::max(best, a.industries[i] * b.industries[i]);
    }
    return best;
}

float levelAnswers(float wanted, float level) {
    if (wanted < 0 || level < 0) {
        return 1;
    }
    const float above = level - wanted;
    return above < 0 ? std::max(0.15F, 1 + 0.22F * above) : std::max(0.6F, 1 - 0.08F * above);
}

} // namespace superlink
