#include "scoring/answers.hpp"

#include <algorithm>

namespace superlink {
namespace {

constexpr float kFormer = 0.4F;

float sharedSense(const Wish& wish, const Meaning& meaning, Sense sense) {
    const float function = sense == Sense::Industry ? 0 : sharedFunction(wish, meaning);
    const float industry = sense == Sense::Function ? 0 : sharedIndustry(wish, meaning);
    return std::max(function, industry);
}

/// "Director, Data": a part without a level has the headline's.
float highestLevel(const TextReading& text) {
    float level = -1;
    for (const Part& part : text.parts) {
        level = std::max(level, part.employer || part.former ? -1 : part.meaning.level);
    }
    return level;
}

} // namespace

void Answer::take(const Match& byWords, const Match& byMeaning, const Match& byNearness) {
    words.take(byWords);
    meaning.take(byMeaning);
    near.take(byNearness);
    best.take(byWords);
    best.take(byMeaning);
}

Value valueOf(const Match& match) {
    return {match.value, match.wish, match.span};
}

Answer headlineAnswer(const std::vector<Wish>& wishes, const TextReading& text, Sense sense) {
    Answer answer;
    const float level = highestLevel(text);
    for (const Wish& wish : wishes) {
        const bool mayHold = mayMatch(wish, text);
        for (const Part& part : text.parts) {
            const float factor = part.former ? kFormer : 1;
            const bool tells = sense != Sense::Function || !part.employer;
            const Match words = mayHold ? wordsMatch(wish, text, false, part.begin, part.end) : Match{};
            float meaning = tells ? sharedSense(wish, part.meaning, sense) : 0;
            if (sense == Sense::Function) {
                meaning *= levelAnswers(wish.meaning.level, level);
            }
            answer.take(words.scaled(words.value * factor * (tells ? 1 : 0.5F)),
                        {meaning * factor, &wish, {false, part.begin, part.end}},
                        {nearness(wish.meaning, part.meaning) * factor * (tells ? 1 : 0.5F),
                         &wish,
                         {false, part.begin, part.end}});
        }
    }
    return answer;
}

Answer noteAnswer(const std::vector<Wish>& wishes, const TextReading& text, Sense sense) {
    Answer answer;
    for (const Wish& wish : wishes) {
        const bool mayHold = mayMatch(wish, text);
        for (const Part& part : text.parts) {
            if (!mayHold) {
                break;
            }
            const Match words = wordsMatch(wish, text, true, part.begin, part.end);
            answer.take(words.scaled(words.value), {}, {});
        }
        if (!text.parts.empty()) {
            const Span all{true, 0, text.tokens.size()};
            answer.take({}, {sharedSense(wish, text.whole, sense), &wish, all},
                        {nearness(wish.meaning, text.whole), &wish, all});
        }
    }
    return answer;
}

Match namesIn(const std::vector<Wish>& wishes, const TextReading& text, bool inNote) {
    Match best;
    for (const Wish& wish : wishes) {
        best.take(phraseMatch(wish, text, inNote));
    }
    return best;
}

Value intentIn(const TextReading& text, bool inNote, Intent intent) {
    Value best{text.parts.empty() ? 0 : text.whole.intent(intent), nullptr, {inNote, 0, text.tokens.size()}};
    for (const Part& part : text.parts) {
        if (const float value = part.meaning.intent(intent); value > best.value) {
            best = {value, nullptr, {inNote, part.begin, part.end}};
        }
    }
    return best;
}

} // namespace superlink
