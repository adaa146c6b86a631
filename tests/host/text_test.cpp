#include "scoring/knowledge.hpp"
#include "scoring/text.hpp"

#include <catch2/catch.hpp>

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

TEST_CASE("a text of eight million characters is read to its end") {
    // Twenty thousand take a few milliseconds, so these take seconds; a reader whose work grew with the
    // square of the length would need a day. No clock decides: it would simply not come back.
    std::string bait;
    while (bait.size() < 8'000'000) {
        bait += "i help i help recruit we are looking ";
    }
    Invitation invitation;
    invitation.headline = bait;
    invitation.note = bait;
    const CardReading card = knowledge().reader.read(invitation);
    CHECK_FALSE(card.note.parts.empty());
}
