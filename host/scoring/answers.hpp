#pragma once

#include "scoring/features.hpp"

#include <vector>

namespace superlink {

/// The best answer of a text's parts to a list of wishes: by words, by meaning (the same function or
/// industry) and by nearness (of what both are about); `best` is of the first two.
struct Answer {
    Match words, meaning, near, best;

    void take(const Match& byWords, const Match& byMeaning, const Match& byNearness);
};

enum class Sense { Function, Industry, Either };

/// How a headline answers the wishes: an employer's name tells no role, and a former role counts less.
Answer headlineAnswer(const std::vector<Wish>& wishes, const TextReading& text, Sense sense);

/// How a note answers the wishes: sentence by sentence by words, as a whole by meaning.
Answer noteAnswer(const std::vector<Wish>& wishes, const TextReading& text, Sense sense);

/// The first wish that stands in the text word by word.
Match namesIn(const std::vector<Wish>& wishes, const TextReading& text, bool inNote);

/// The likeliest sentence or part with an intent; the whole text counts as one.
Value intentIn(const TextReading& text, bool inNote, Intent intent);

Value valueOf(const Match& match);

} // namespace superlink
