#include "scoring/text.hpp"

#include <utility>

namespace superlink {

Phrase phraseOf(std::string_view text) {
    Phrase phrase;
    phrase.prefix = text.ends_with('*');
    for (Token& token : tokensOf(text)) {
        phrase.words.push_back(std::move(token.folded));
    }
    return phrase;
}

bool matchesAt(const std::vector<Token>& tokens, std::size_t at, const Phrase& phrase) {
    if (at + phrase.words.size() > tokens.size()) {
        return false;
    }
    const std::size_t last = phrase.words.size() - 1;
    for (std::size_t i = 0; i < last; ++i) {
        if (tokens[at + i].folded != phrase.words[i]) {
            return false;
        }
    }
    const std::string& word = tokens[at + last].folded;
    return phrase.prefix ? word.starts_with(phrase.words[last]) : word == phrase.words[last];
}

std::size_t findPhrase(const std::vector<Token>& tokens, const Phrase& phrase, std::size_t from) {
    if (phrase.words.empty()) {
        return kNowhere;
    }
    for (std::size_t at = from; at + phrase.words.size() <= tokens.size(); ++at) {
        if (matchesAt(tokens, at, phrase)) {
            return at;
        }
    }
    return kNowhere;
}

std::string quoted(std::string_view raw, const std::vector<Token>& tokens, std::size_t at,
                   const Phrase& phrase) {
    const std::size_t begin = tokens[at].begin;
    return std::string(raw.substr(begin, tokens[at + phrase.words.size() - 1].end - begin));
}

} // namespace superlink
