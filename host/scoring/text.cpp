#include "scoring/text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <utility>

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

/// Letters that look like Latin ones, after case folding; an upper-case look-alike (Cyrillic EN) folds to a
/// letter that no longer looks alike but still stands for it. Also Latin letters that NFKD leaves whole.
/// From Unicode's confusables.txt, the letters of the alphabets in daily use.
utf8proc_int32_t lookAlike(utf8proc_int32_t c) {
    if (c < 0x00E0 || c > 0x051D) {
        return c;
    }
    static const std::array<std::pair<int, char>, 52> kTable{{
        {0x00F0, 'd'}, {0x00F8, 'o'}, {0x0111, 'd'}, {0x0127, 'h'}, {0x0131, 'i'}, {0x0142, 'l'},
        {0x0251, 'a'}, {0x0261, 'g'}, {0x0269, 'i'}, {0x028B, 'v'}, {0x03B1, 'a'}, {0x03B2, 'b'},
        {0x03B5, 'e'}, {0x03B6, 'z'}, {0x03B7, 'h'}, {0x03B9, 'i'}, {0x03BA, 'k'}, {0x03BC, 'm'},
        {0x03BD, 'v'}, {0x03BF, 'o'}, {0x03C1, 'p'}, {0x03C4, 't'}, {0x03C5, 'u'}, {0x03C7, 'x'},
        {0x03F2, 'c'}, {0x03F3, 'j'}, {0x0430, 'a'}, {0x0432, 'b'}, {0x0433, 'r'}, {0x0435, 'e'},
        {0x043A, 'k'}, {0x043C, 'm'}, {0x043D, 'h'}, {0x043E, 'o'}, {0x0440, 'p'}, {0x0441, 'c'},
        {0x0442, 't'}, {0x0443, 'y'}, {0x0445, 'x'}, {0x0455, 's'}, {0x0456, 'i'}, {0x0458, 'j'},
        {0x0461, 'w'}, {0x0475, 'v'}, {0x04AF, 'y'}, {0x04BB, 'h'}, {0x04CF, 'l'}, {0x0501, 'd'},
        {0x050D, 'g'}, {0x051B, 'q'}, {0x051D, 'w'}, {0x0454, 'e'},
    }};
    for (const auto& [from, to] : kTable) {
        if (from == c) {
            return to;
        }
    }
    return c;
}

bool separatesParts(utf8proc_int32_t c) {
    switch (c) {
    case '|':
    case '/':
    case '(':
    case ')':
    case '[':
    case ']':
    case ';':
    case ':':
    case '!':
    case '?':
    case '\n':
    case '"':
    case 0x00AB:
    case 0x00BB:
    case 0x00B7:
    case 0x2013:
    case 0x2014:
    case 0x2022:
    case 0x2026:
    case 0x3001:
    case 0x3002:
    case 0x30FB:
    case 0xFF01:
    case 0xFF0C:
    case 0xFF1A:
    case 0xFF1B:
    case 0xFF1F:
    case 0xFF5C:
        return true;
    default:
        return false;
    }
}

bool isPicture(utf8proc_int32_t c) {
    return c >= 0x2190 && utf8proc_category(c) == UTF8PROC_CATEGORY_SO;
}

/// Builds tokens from one character of the raw text after the other.
class Tokenizer {
  public:
    void take(utf8proc_int32_t c, std::size_t begin, std::size_t end) {
        if (c < 0x80) {
            takeAscii(static_cast<char>(c), begin, end);
            return;
        }
        std::array<utf8proc_int32_t, 32> folded{};
        int boundary = 0;
        const auto count = utf8proc_decompose_char(
            c, folded.data(), static_cast<utf8proc_ssize_t>(folded.size()), kFolding, &boundary);
        if (count < 0 || count > static_cast<utf8proc_ssize_t>(folded.size())) {
            finish();
            return;
        }
        if (count == 0 && !current_.folded.empty()) {
            current_.end = end; // an invisible character belongs to the word it hides in: "c<zero width>++"
        }
        for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
            takeFolded(lookAlike(folded[i]), begin, end);
        }
    }

    void finish() {
        if (!current_.folded.empty()) {
            current_.outline = outlineOf(current_.folded);
            tokens_.push_back(std::move(current_));
            gap_ = {};
        }
        current_ = {};
    }

    std::vector<Token> tokens() && {
        finish();
        return std::move(tokens_);
    }

  private:
    /// What stood between the last word and the next.
    struct Gap {
        bool part = false, comma = false, at = false, space = false, dot = false;
    };

    void takeAscii(char c, std::size_t begin, std::size_t end) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            append(c, begin, end);
        } else if (c >= 'A' && c <= 'Z') {
            append(static_cast<char>(c - 'A' + 'a'), begin, end);
        } else {
            takeMark(c, begin, end);
        }
    }

    void append(char c, std::size_t begin, std::size_t end) {
        open(begin);
        current_.folded += c;
        current_.end = end;
    }

    void open(std::size_t begin) {
        if (!current_.folded.empty() && !pendingMark_) {
            return;
        }
        if (pendingMark_ && !current_.folded.empty()) { // "l&d"
            current_.folded += '&';
            pendingMark_ = false;
            return;
        }
        pendingMark_ = false;
        current_.begin = begin;
        current_.opensPart = gap_.part;
        current_.afterComma = gap_.comma;
        current_.afterAt = gap_.at;
    }

    void takeMark(utf8proc_int32_t c, std::size_t begin, std::size_t end) {
        const bool inWord = !current_.folded.empty() && current_.end == begin;
        if (inWord && (c == '+' || c == '#')) {
            current_.folded += static_cast<char>(c);
            current_.end = end;
            return;
        }
        if (inWord && c == '&' && !pendingMark_) {
            pendingMark_ = true;
            return;
        }
        pendingMark_ = false;
        finish();
        gap_.part = gap_.part || separatesParts(c) || isPicture(c) || (c == '-' && gap_.space) ||
                    (c == ' ' && gap_.dot);
        gap_.comma = gap_.comma || c == ',';
        gap_.at = gap_.at || c == '@';
        gap_.space = c == ' ';
        gap_.dot = c == '.';
    }

    void takeFolded(utf8proc_int32_t c, std::size_t begin, std::size_t end) {
        if (!isWordCharacter(c)) {
            takeMark(c, begin, end);
            return;
        }
        const bool alone = standsAlone(c);
        if (alone) {
            finish();
        }
        open(begin);
        appendUtf8(current_.folded, c);
        current_.end = end;
        if (alone) {
            finish();
        }
    }

    std::vector<Token> tokens_;
    Token current_;
    Gap gap_;
    bool pendingMark_ = false; ///< an & directly after a word, which joins it to a word directly behind
};

/// Calls `take(character, begin, end)` for each character, and `bad()` for a byte that is not UTF-8.
template <typename Take, typename Bad>
void eachCharacter(std::string_view raw, Take take, Bad bad) {
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(raw.data());
    std::size_t at = 0;
    while (at < raw.size()) {
        utf8proc_int32_t c = 0;
        const auto length = utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(raw.size() - at), &c);
        if (length <= 0) {
            bad();
            ++at;
            continue;
        }
        take(c, at, at + static_cast<std::size_t>(length));
        at += static_cast<std::size_t>(length);
    }
}

} // namespace

std::vector<Token> tokensOf(std::string_view raw) {
    Tokenizer tokenizer;
    eachCharacter(
        raw, [&](utf8proc_int32_t c, std::size_t begin, std::size_t end) { tokenizer.take(c, begin, end); },
        [&] { tokenizer.finish(); });
    return std::move(tokenizer).tokens();
}

TextShape shapeOf(std::string_view raw) {
    TextShape shape;
    int upper = 0;
    const auto endWord = [&] {
        shape.capitals += upper >= 4 ? 1 : 0;
        upper = 0;
    };
    eachCharacter(
        raw,
        [&](utf8proc_int32_t c, std::size_t, std::size_t) {
            if (c < 0x80 ? (c >= 'A' && c <= 'Z') : utf8proc_category(c) == UTF8PROC_CATEGORY_LU) {
                upper = upper < 0 ? upper : upper + 1;
            } else if (c < 0x80 ? (c >= 'a' && c <= 'z') : utf8proc_category(c) == UTF8PROC_CATEGORY_LL) {
                upper = -1; // a lower-case letter: not a shouted word
            } else if (c < 0x80 ||
                       utf8proc_category(c) != UTF8PROC_CATEGORY_CF) { // invisible: splits no word
                endWord();
                shape.pictures += isPicture(c) ? 1 : 0;
            }
        },
        endWord);
    endWord();
    return shape;
}

} // namespace superlink
