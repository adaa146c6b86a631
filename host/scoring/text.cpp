#include "scoring/text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace superlink {
namespace {

constexpr auto kFolding = static_cast<utf8proc_option_t>(
    UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);

/// Scripts that put no spaces between words. Ranges of Unicode 15: Thai to Myanmar, Khmer, Kana, Han (with
/// its extensions). Hangul is left out: Korean has spaces.
bool standsAlone(utf8proc_int32_t c) {
    return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF) ||
           (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool isWordCharacter(utf8proc_int32_t c) {
    switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return true;
    default:
        return false;
    }
}

void appendUtf8(std::string& out, utf8proc_int32_t c) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto count = utf8proc_encode_char(c, bytes.data());
    out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(count));
}

/// Builds tokens from one character of the raw text after the other.
class Tokenizer {
  public:
    void take(utf8proc_int32_t c, std::size_t begin, std::size_t end) {
        std::array<utf8proc_int32_t, 32> folded{};
        int boundary = 0;
        const auto count = utf8proc_decompose_char(
            c, folded.data(), static_cast<utf8proc_ssize_t>(folded.size()), kFolding, &boundary);
        if (count < 0 || count > static_cast<utf8proc_ssize_t>(folded.size())) {
            finish();
            return;
        }
        for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
            takeFolded(folded[i], begin, end);
        }
    }

    void finish() {
        if (!current_.folded.empty()) {
            tokens_.push_back(std::move(current_));
        }
        current_ = {};
    }

    std::vector<Token> tokens() && {
        finish();
        return std::move(tokens_);
    }

  private:
    void takeFolded(utf8proc_int32_t c, std::size_t begin, std::size_t end) {
        const bool closesWord = (c == '+' || c == '#') && !current_.folded.empty();
        if (!closesWord && !isWordCharacter(c)) {
            finish();
            return;
        }
        if (standsAlone(c)) {
            finish();
        }
        if (current_.folded.empty()) {
            current_.begin = begin;
        }
        appendUtf8(current_.folded, c);
        current_.end = end;
        if (standsAlone(c)) {
            finish();
        }
    }

    std::vector<Token> tokens_;
    Token current_;
};

} // namespace

std::vector<Token> tokensOf(std::string_view raw) {
    Tokenizer tokenizer;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(raw.data());
    std::size_t at = 0;
    while (at < raw.size()) {
        utf8proc_int32_t c = 0;
        const auto left = static_cast<utf8proc_ssize_t>(raw.size() - at);
        const auto length = utf8proc_iterate(bytes + at, left, &c);
        if (length <= 0) {
            tokenizer.finish();
            ++at;
            continue;
        }
        tokenizer.take(c, at, at + static_cast<std::size_t>(length));
        at += static_cast<std::size_t>(length);
    }
    return std::move(tokenizer).tokens();
}

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
