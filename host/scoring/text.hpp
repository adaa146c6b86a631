#pragma once

#include "scoring/outline.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace superlink {

/// One word of a text, folded for matching, and where it stands in the raw text.
struct Token {
    std::string folded;
    std::size_t begin = 0; ///< byte offset in the raw text
    std::size_t end = 0;   ///< one past its last byte
    Outline outline;
    bool opensPart = false;  ///< a mark stands before it that separates parts of a headline, or sentences
    bool afterComma = false; ///< a comma stands before it
    bool afterAt = false;    ///< an @ stands before it
};

/// Words of a hostile text in linear time (a headline of 20,000 characters costs about a millisecond; no
/// regular expressions: libstdc++'s crash on long text). Folding is Unicode's, by utf8proc: NFKD, case
/// folded, marks and ignorable characters (zero-width, bidi controls) dropped; then Cyrillic and Greek
/// letters that look like Latin ones become these, in every word, so that neither hides a word and each still
/// equals itself. A word is a run of letters and digits, with + and # at its end ("c++", "c#") and & between
/// ("l&d"); in scripts without spaces (Han, Kana, Thai, ...) every character is one. Bytes that are not
/// UTF-8 separate words.
std::vector<Token> tokensOf(std::string_view raw);

/// How a text looks, beside its words.
struct TextShape {
    int pictures = 0; ///< emoji and other symbols
    int capitals = 0; ///< words of four letters and more that are all upper case
};
TextShape shapeOf(std::string_view raw);

/// A phrase to look for: folded words in a row; the last may be a prefix ("recruit*").
struct Phrase {
    std::vector<std::string> words;
    bool prefix = false;
};

/// Empty `words` for a phrase without a letter or digit. A trailing '*' makes the last word a prefix.
Phrase phraseOf(std::string_view text);

/// Whether `phrase` (not empty) begins at token `at`.
bool matchesAt(const std::vector<Token>& tokens, std::size_t at, const Phrase& phrase);

/// Where `phrase` stands in `tokens`: the index of its first token, or npos. An empty phrase is nowhere.
std::size_t findPhrase(const std::vector<Token>& tokens, const Phrase& phrase, std::size_t from = 0);
inline constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

/// The raw words that a match covers, as the card shows them.
std::string quoted(std::string_view raw, const std::vector<Token>& tokens, std::size_t at,
                   const Phrase& phrase);

} // namespace superlink
