#pragma once

#include "scoring/card.hpp"
#include "scoring/wishes.hpp"

#include <cstddef>
#include <vector>

namespace superlink {

/// Words on a card: tokens [begin, end) of its headline or note. An empty range stands for no particular
/// words.
struct Span {
    bool inNote = false;
    std::size_t begin = 0, end = 0;
};

/// How far a card answers a wish, 0 to 1, by which of its words, and to which wish.
struct Match {
    float value = 0;
    const Wish* wish = nullptr;
    Span span;

    void take(const Match& other) {
        if (other.value > value) {
            *this = other;
        }
    }
    Match scaled(float factor) const { return {value * factor, wish, span}; }
};

/// Whether any of the wish's words may stand in the text; if not, wordsMatch finds none anywhere in it.
bool mayMatch(const Wish& wish, const TextReading& text);

/// Share of the wish's words, by rarity, that stand in tokens [begin, end). Words count as the same if they
/// share a long stem, and at 0.8 if one is part of a compound of the other.
Match wordsMatch(const Wish& wish, const TextReading& text, bool inNote, std::size_t begin, std::size_t end);

/// Whether the wish's words stand in the text one after the other; 1 or 0.
Match phraseMatch(const Wish& wish, const TextReading& text, bool inNote);

/// The likeliest thing that wish and text both mean: max over labels of the product of probabilities.
float sharedFunction(const Wish& wish, const Meaning& meaning);
float sharedIndustry(const Wish& wish, const Meaning& meaning);

/// The cosine between two directions, -1 to 1; 0 if either is unknown.
float nearness(const Meaning& a, const Meaning& b);

/// How well a level answers a wished one: 1 the same, less the further below, mild above; 1 if either is
/// unknown (-1).
float levelAnswers(float wanted, float level);

} // namespace superlink
