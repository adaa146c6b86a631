#include "scoring/vocabulary.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace superlink;

namespace {
bool has(const std::vector<std::string>& terms, const std::string& term) {
    return std::find(terms.begin(), terms.end(), term) != terms.end();
}
} // namespace

TEST_CASE("terms go on as the text begins, whatever its case, accents and language") {
    CHECK(has(suggestedTerms(SuggestedList::Roles, "data eng"), "data engineer"));
    CHECK(has(suggestedTerms(SuggestedList::Roles, "DATA ENGIN"), "data engineer"));
    CHECK(has(suggestedTerms(SuggestedList::Places, "munc"), "München"));
    CHECK(has(suggestedTerms(SuggestedList::Places, "portug"), "Portugal"));
    CHECK(has(suggestedTerms(SuggestedList::Industries, "insur"), "insurance"));
    CHECK_FALSE(suggestedTerms(SuggestedList::Topics, "kuber").empty());
}

TEST_CASE("at most eight terms, none twice, and those that begin with the text first") {
    const auto terms = suggestedTerms(SuggestedList::Roles, "engineer");
    REQUIRE(terms.size() == 8);
    CHECK(std::set<std::string>(terms.begin(), terms.end()).size() == 8);
    CHECK(terms.front().rfind("engineer", 0) == 0);
}

TEST_CASE("nothing is suggested for next to nothing, for companies, and for what nobody knows") {
    CHECK(suggestedTerms(SuggestedList::Roles, "").empty());
    CHECK(suggestedTerms(SuggestedList::Roles, "d").empty());
    CHECK(suggestedTerms(SuggestedList::Roles, "…").empty());
    CHECK(suggestedTerms(SuggestedList::Companies, "lumenfroth").empty());
    CHECK(suggestedTerms(SuggestedList::Roles, "xqzzw").empty());
}

TEST_CASE("codes and remarks of the tables are no terms") {
    for (const auto& term : suggestedTerms(SuggestedList::Places, "de")) {
        CHECK(term != "DE");
    }
    CHECK(suggestedTerms(SuggestedList::Roles, "own work").empty());
}
