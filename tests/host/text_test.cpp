#include "scoring/knowledge.hpp"
#include "scoring/text.hpp"

#include <catch2/catch.hpp>

#include <chrono>

using namespace superlink;

namespace {

std::vector<std::string> wordsOf(std::string_view raw) {
    std::vector<std::string> words;
    for (const Token& token : tokensOf(raw)) {
        words.push_back(token.folded);
    }
    return words;
}

using Words = std::vector<std::string>;

} // namespace

TEST_CASE("words are folded: case, accents, width, ligatures") {
    CHECK(wordsOf("Größenordnungs-Ingenieurin") == Words{"grossenordnungs", "ingenieurin"});
    CHECK(wordsOf("DÉVELOPPEUR ﬁnance ＣＴＯ") == Words{"developpeur", "finance", "cto"});
    CHECK(wordsOf("C++ and C# @ Node.js") == Words{"c++", "and", "c#", "node", "js"});
}

TEST_CASE("zero-width and bidi controls hide nothing") {
    CHECK(wordsOf("rec\u200bru\u2060it\ufeffer") == Words{"recruiter"});
    CHECK(wordsOf("\u202efo\u202crex") == Words{"forex"});
}

TEST_CASE("scripts without spaces give a word a character") {
    CHECK(wordsOf("数据 engineer") == Words{"数", "据", "engineer"});
    CHECK(wordsOf("데이터 엔지니어").size() == 2);
}

TEST_CASE("broken bytes separate words and harm nothing") {
    CHECK(wordsOf("a\xff"
                  "b\xc3") == Words{"a", "b"});
    CHECK(wordsOf(std::string_view("\0x\0", 3)) == Words{"x"});
    CHECK(wordsOf("").empty());
}

TEST_CASE("a phrase is found as whole words and quoted as the card shows it") {
    const std::string raw = "Former HEAD of  Data, now beekeeper";
    const auto tokens = tokensOf(raw);
    const Phrase phrase = phraseOf("head of data");
    const std::size_t at = findPhrase(tokens, phrase);
    REQUIRE(at == 1);
    CHECK(quoted(raw, tokens, at, phrase) == "HEAD of  Data");
    CHECK(findPhrase(tokensOf("headof data"), phrase) == kNowhere);
    CHECK(findPhrase(tokensOf("partnering"), phraseOf("partner")) == kNowhere);
    CHECK(findPhrase(tokensOf("recruiters"), phraseOf("recruit*")) == 0);
    CHECK(findPhrase(tokens, phraseOf("")) == kNowhere);
    CHECK(findPhrase(tokens, phraseOf("!!")) == kNowhere);
}

TEST_CASE("reading grows with the length of the text, not faster") {
    // Twice the text may cost a little more than twice the work; a quadratic reader would need four times.
    // The smallest of several runs is compared, so that a busy machine does not decide.
    const auto cost = [](std::size_t characters) {
        std::string bait;
        while (bait.size() < characters) {
            bait += "i help i help recruit we are looking ";
        }
        Invitation invitation;
        invitation.headline = bait;
        invitation.note = bait;
        auto best = std::chrono::nanoseconds::max();
        for (int run = 0; run < 15; ++run) {
            const auto begin = std::chrono::steady_clock::now();
            const CardReading card = knowledge().reader.read(invitation);
            best = std::min<std::chrono::nanoseconds>(best, std::chrono::steady_clock::now() - begin);
            REQUIRE_FALSE(card.note.parts.empty());
        }
        return static_cast<double>(best.count());
    };
    CHECK(cost(160'000) / cost(40'000) < 9); // linear is 4, quadratic 16
}
