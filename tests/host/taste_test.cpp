#include "scoring/judge.hpp"
#include "scoring/ledger.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace superlink;

namespace {

Invitation card(const std::string& headline) {
    Invitation invitation;
    invitation.id = "person:" + headline;
    invitation.headline = headline;
    return invitation;
}

Settings anybody() {
    Settings settings;
    settings.about = "Payroll consultant";
    settings.goals = {{GoalKind::Peers, "other payroll consultants", Priority::Normal}};
    return settings;
}

/// Potters are taken, dentists left, though no setting says so.
std::vector<Experience> likesPotters(int rounds) {
    std::vector<Experience> past;
    for (int i = 0; i < rounds; ++i) {
        const std::string n = std::to_string(i);
        past.push_back({card("Potter, workshop " + n), Action::Accept});
        past.push_back({card("Dentist, practice " + n), Action::Ignore});
    }
    return past;
}

} // namespace

TEST_CASE("a taste that no setting names is learnt from a handful of decisions and told as one") {
    const Judge cold(anybody());
    const Judge warm(anybody(), likesPotters(6));
    CHECK(warm.judge(card("Potter in Umbria")).score > cold.judge(card("Potter in Umbria")).score + 0.1);
    CHECK(warm.judge(card("Dentist in Umbria")).score < cold.judge(card("Dentist in Umbria")).score - 0.1);
    const auto reasons = warm.judge(card("Potter in Umbria")).reasons;
    const auto own = std::find_if(reasons.begin(), reasons.end(),
                                  [](const Reason& reason) { return reason.code == "PERSONAL"; });
    REQUIRE(own != reasons.end());
    CHECK(own->weight > 0);
    REQUIRE(own->evidence);
    CHECK(own->evidence->words.find("Potter") != std::string::npos);
}

TEST_CASE("few or one-sided decisions change nothing") {
    const double cold = Judge(anybody()).judge(card("Potter in Umbria")).score;
    std::vector<Experience> onlyAccepts;
    for (int i = 0; i < 40; ++i) {
        onlyAccepts.push_back({card("Potter, workshop " + std::to_string(i)), Action::Accept});
    }
    CHECK(Judge(anybody(), onlyAccepts).judge(card("Potter in Umbria")).score == cold);
    CHECK(Judge(anybody(), likesPotters(3)).judge(card("Potter in Umbria")).score == cold);
}

TEST_CASE("decisions at random teach nothing: taste is tried on the person's own decisions first") {
    std::vector<Experience> random;
    unsigned state = 7;
    for (int i = 0; i < 60; ++i) {
        state = state * 1103515245U + 12345U;
        random.push_back(
            {card("Clerk " + std::to_string(i)), (state >> 16U) % 2 == 0 ? Action::Accept : Action::Ignore});
    }
    const double cold = Judge(anybody()).judge(card("Potter in Umbria")).score;
    CHECK(Judge(anybody(), random).judge(card("Potter in Umbria")).score == Approx(cold).margin(0.03));
}

TEST_CASE("the same decisions give the same judgement, and one taken back leaves no trace") {
    auto past = likesPotters(8);
    const double before = Judge(anybody(), past).judge(card("Potter in Umbria")).score;
    CHECK(Judge(anybody(), past).judge(card("Potter in Umbria")).score == before);
    past.push_back({card("Potter in Umbria"), Action::Ignore});
    CHECK(Judge(anybody(), past).judge(card("Potter in Umbria")).score < before);
    past.pop_back();
    CHECK(Judge(anybody(), past).judge(card("Potter in Umbria")).score == before);
}

TEST_CASE("a reason counts more, less, never, or is wrong on one card") {
    Settings settings = anybody();
    settings.avoid.topics = {"forex"};
    const Invitation avoided = card("Trader | forex");
    const auto weightWith = [&](std::vector<ReasonCorrection> corrections, const Invitation& invitation) {
        double weight = 0;
        for (const auto& line : Judge(settings, {}, std::move(corrections)).explain(invitation).lines) {
            weight += line.reason.code == "AVOIDED_TOPIC" ? line.reason.weight : 0;
        }
        return weight;
    };
    const double plain = weightWith({}, avoided);
    REQUIRE(plain < -0.1);
    CHECK(weightWith({{"AVOIDED_TOPIC", Correction::More, {}}}, avoided) == Approx(1.5 * plain));
    CHECK(weightWith({{"AVOIDED_TOPIC", Correction::Less, {}}}, avoided) == Approx(0.5 * plain));
    CHECK(weightWith({{"AVOIDED_TOPIC", Correction::Never, {}}}, avoided) == 0);
    const ReasonCorrection wrong{"AVOIDED_TOPIC", Correction::Wrong, avoided.id};
    CHECK(weightWith({wrong}, avoided) == 0);
    Invitation other = avoided;
    other.id = "person:other";
    CHECK(weightWith({wrong}, other) == Approx(plain));
}

TEST_CASE("the ledger counts how often a reason agreed, and tells it from ten uses on") {
    Ledger ledger;
    for (int i = 0; i < 9; ++i) {
        ledger.add("WANTED_ROLE+ SALES_LANGUAGE-", i < 7 ? Action::Accept : Action::Ignore);
    }
    CHECK_FALSE(ledger.of("WANTED_ROLE"));
    ledger.add("WANTED_ROLE+", Action::Ignore);
    CHECK(ledger.of("WANTED_ROLE") == Agreement{7, 10});
    CHECK_FALSE(ledger.of("SALES_LANGUAGE"));
    CHECK(ledger.all().at("SALES_LANGUAGE") == Agreement{2, 9});
    CHECK_FALSE(ledger.of("NEVER_SEEN"));
}
