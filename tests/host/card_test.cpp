#include "common/error.hpp"
#include "scoring/card.hpp"
#include "scoring/subwords.hpp"

#include <catch2/catch.hpp>

using namespace superlink;

namespace {

/// A model that knows nothing yet: every weight is zero.
SubwordModelParts blank(std::size_t industries) {
    SubwordModelParts parts;
    for (const char* intent : kIntentNames) {
        parts.labels.push_back(std::string("intent:") + intent);
    }
    for (std::size_t i = 0; i < kRelationships; ++i) {
        parts.labels.push_back(std::string("who:") + toString(static_cast<Relationship>(i)));
    }
    parts.labels.insert(parts.labels.end(), {"welcome:yes", "function:nursing"});
    for (std::size_t i = 0; i < industries; ++i) {
        parts.labels.push_back("industry:" + std::to_string(i));
    }
    for (std::size_t i = 0; i < kLevels; ++i) {
        parts.labels.push_back("level:" + std::to_string(i));
    }
    parts.scale = 1;
    parts.directScales.assign(kWheres * kDirectLabels, 1);
    parts.directBiases.resize(kWheres * kDirectLabels);
    parts.biases.resize(parts.labels.size());
    parts.weights.resize(parts.labels.size() * kTextDimensions);
    parts.table.resize(std::size_t{kBuckets} * kTextDimensions);
    parts.rarities.resize(kBuckets);
    parts.direct.resize(kWheres * kBuckets * kDirectLabels);
    return parts;
}

} // namespace

TEST_CASE("a text model is read back as it was written") {
    SubwordModelParts parts = blank(1);
    const auto tokens = tokensOf("Nurse");
    std::vector<std::uint32_t> buckets;
    appendBuckets(tokens, 0, 1, buckets);
    parts.table[buckets[0] * kTextDimensions + 3] = 5;
    const std::size_t nursing = kIntents + kRelationships + 1;
    parts.weights[3 * parts.labels.size() + nursing] = 10;
    const std::string bytes = bytesOf(parts);
    const SubwordModel model(bytes);
    CHECK(model.labels() == parts.labels);
    const CardReader reader(model);
    const float expected = probability(10.0F * 5.0F / static_cast<float>(buckets.size()));
    CHECK(reader.meaningOf(tokens, 0, 1).functions[0] == Approx(expected));
    CHECK(reader.meaningOf(tokensOf("Baker"), 0, 1).functions[0] == 0.5F);
}

TEST_CASE("a text model that is cut off or of another format is refused") {
    const std::string bytes = bytesOf(blank(1));
    for (const std::size_t size : {std::size_t{4}, std::size_t{100}, bytes.size() - 1}) {
        CHECK_THROWS_AS(SubwordModel(std::string_view(bytes).substr(0, size)), Error);
    }
    CHECK_THROWS_AS(SubwordModel("not a text model, however long it may be"), Error);
}

TEST_CASE("a model with more industries than a card has room for is refused, not cut") {
    const std::string fits = bytesOf(blank(kMostIndustries));
    const SubwordModel model(fits);
    CHECK_NOTHROW(CardReader(model));
    const std::string tooMany = bytesOf(blank(kMostIndustries + 1));
    const SubwordModel larger(tooMany);
    CHECK_THROWS_AS(CardReader(larger), Error);
}

TEST_CASE("the same words vote apart in a headline and in a note") {
    SubwordModelParts parts = blank(1);
    const auto tokens = tokensOf("coach");
    std::vector<std::uint32_t> pieces;
    appendBuckets(tokens, 0, 1, pieces);
    constexpr std::size_t kClient = kIntents;
    parts.direct[(kBuckets + pieces[0]) * kDirectLabels + kClient] = 4; // in notes
    const std::string bytes = bytesOf(parts);
    const SubwordModel model(bytes);
    const CardReader reader(model);
    Invitation invitation;
    invitation.headline = "coach";
    CHECK(reader.read(invitation).headline.who[0] == 0);
    invitation.note = "coach";
    CHECK(reader.read(invitation).note.who[0] > 0);
    CHECK(reader.read(invitation).headline.who[0] == 0);
}

TEST_CASE("of a text far longer than LinkedIn allows, the first six hundred words are read") {
    const std::string bytes = bytesOf(blank(1));
    const SubwordModel model(bytes);
    const CardReader reader(model);
    Invitation invitation;
    std::string bait;
    while (bait.size() < 20'000) {
        bait += "bait ";
    }
    invitation.headline = bait;
    invitation.note = bait;
    const CardReading card = reader.read(invitation);
    CHECK(card.headline.tokens.size() == 600);
    CHECK(card.note.tokens.size() == 600);
    CHECK(card.headline.raw == bait);
}
