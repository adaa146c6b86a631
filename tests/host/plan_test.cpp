#include "planning/plan.hpp"

#include <catch2/catch.hpp>

using namespace superlink;

namespace {
Judgement judged(const std::string& id, Verdict verdict, double score) {
    Judgement judgement;
    judgement.id = id;
    judgement.verdict = verdict;
    judgement.score = score;
    return judgement;
}

/// The people behind the judgements.
std::vector<Invitation> peopleOf(const std::vector<Judgement>& judgements) {
    std::vector<Invitation> out;
    for (const Judgement& judgement : judgements) {
        out.emplace_back();
        out.back().id = judgement.id;
    }
    return out;
}
} // namespace

TEST_CASE("the plan takes the best that fit the budget and never an ignored one") {
    const std::vector<Judgement> judgements = {
        judged("low", Verdict::Unsure, 0.4), judged("best", Verdict::Accept, 0.9),
        judged("no", Verdict::Ignore, 0.95), judged("good", Verdict::Accept, 0.7)};
    CHECK(plan(peopleOf(judgements), judgements, 2) == std::vector<std::string>{"best", "good"});
    CHECK(plan(peopleOf(judgements), judgements, 10) == std::vector<std::string>{"best", "good", "low"});
    CHECK(plan(peopleOf(judgements), judgements, 0).empty());
    CHECK(plan({}, {}, 5).empty());
}

TEST_CASE("equal scores keep the order of the queue") {
    const std::vector<Judgement> judgements = {judged("first", Verdict::Accept, 0.7),
                                               judged("second", Verdict::Accept, 0.7)};
    CHECK(plan(peopleOf(judgements), judgements, 2) == std::vector<std::string>{"first", "second"});
}

TEST_CASE("a newsletter uses no budget and is not planned") {
    const std::vector<Judgement> judgements = {judged("letter", Verdict::Accept, 0.9),
                                               judged("person", Verdict::Accept, 0.7)};
    auto invitations = peopleOf(judgements);
    invitations[0].kind = Kind::Newsletter;
    CHECK(plan(invitations, judgements, 2) == std::vector<std::string>{"person"});
}
