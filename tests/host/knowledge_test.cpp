#include "scoring/places.hpp"
#include "scoring/subwords.hpp"
#include "scoring/text.hpp"

#include <catch2/catch.hpp>

using namespace superlink;

TEST_CASE("a letter that looks like a Latin one hides no word") {
    CHECK(tokensOf("\xD1\x81rypt\xD0\xBE").at(0).folded == "crypto"); // Cyrillic es and o
}

TEST_CASE("an ampersand between letters joins them") {
    const auto tokens = tokensOf("L&D Manager, R & D");
    REQUIRE(tokens.size() == 4);
    CHECK(tokens[0].folded == "l&d");
    CHECK(tokens[2].afterComma);
}

TEST_CASE("marks between the parts of a headline are kept with the word behind them") {
    const auto tokens = tokensOf("CTO | ex SAP @ Nordlicht - Berlin");
    REQUIRE(tokens.size() == 5);
    CHECK(tokens[1].opensPart);
    CHECK(tokens[3].afterAt);
    CHECK(tokens[4].opensPart);
}

TEST_CASE("places are found by their names in other languages") {
    const auto found = gazetteer().find(tokensOf("Arquiteta em Lisboa"));
    REQUIRE(found.size() == 1);
    CHECK(found[0].place->name == "Lisbon");
    CHECK(found[0].place->country == "PT");
    const auto portugal = gazetteer().find(tokensOf("Portugal"));
    REQUIRE(portugal.size() == 1);
    CHECK(placeAnswers(*portugal[0].place, *found[0].place) == 1);
    CHECK(placeAnswers(*found[0].place, *portugal[0].place) == 0.5F);
}

TEST_CASE("the pieces of a text stay within the table, however long its words") {
    const auto tokens = tokensOf(std::string(20000, 'x') + " y");
    std::vector<std::uint32_t> buckets;
    appendBuckets(tokens, 0, tokens.size(), buckets);
    CHECK(buckets.size() > 100);
    CHECK(buckets.size() < 200);
    for (const auto bucket : buckets) {
        CHECK(bucket < kBuckets);
    }
}
