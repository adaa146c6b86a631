#include "planning/plan.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <set>

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

Candidate accept(const std::string& id, double score, Relationship relationship = Relationship::Peer,
                 int trade = -1) {
    Candidate out;
    out.id = id;
    out.verdict = Verdict::Accept;
    out.score = score;
    out.relationship = relationship;
    out.trade = trade;
    out.lapsesAt = 400 * kDay;
    return out;
}

PlanRequest roomFor(int room) {
    PlanRequest request;
    request.room = room;
    request.usualRoom = room;
    request.weeklyRoom = 10;
    return request;
}

std::vector<std::string> idsAt(Place place, const std::vector<Candidate>& candidates,
                               const std::vector<Placed>& placed) {
    std::vector<std::string> out;
    for (const Placed& one : placed) {
        if (one.place == place) {
            out.push_back(candidates[one.candidate].id);
        }
    }
    return out;
}

std::vector<std::string> planned(const std::vector<Candidate>& candidates, const PlanRequest& request) {
    return idsAt(Place::Planned, candidates, planWeek(candidates, request));
}

std::vector<Candidate> randomCandidates(std::mt19937& random, int count, int trades) {
    std::vector<Candidate> out;
    for (int i = 0; i < count; ++i) {
        out.push_back(accept("p" + std::to_string(i),
                             0.52 + 0.46 * std::uniform_real_distribution<>()(random),
                             static_cast<Relationship>(random() % 4), static_cast<int>(random() % trades)));
        out.back().lapsesAt = static_cast<Millis>(random() % 180) * kDay;
    }
    return out;
}

/// What a set is worth, told as the header tells it and not as the code counts it.
double worthOf(const std::vector<Candidate>& candidates, unsigned set, const PlanRequest& request) {
    double worth = 0;
    std::map<std::pair<Relationship, int>, int> alike;
    std::set<Relationship> relationships;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if ((set >> i & 1U) != 0) {
            const Candidate& one = candidates[i];
            const auto weeks = static_cast<double>((one.lapsesAt - request.startsAt) / kDay / 7);
            worth += one.score + 0.15 * std::clamp(1 - weeks / 6, 0.0, 1.0);
            worth -= 0.02 * alike[{one.relationship, one.trade}]++;
            relationships.insert(one.relationship);
        }
    }
    for (const Relationship wanted : request.wanted) {
        worth += relationships.count(wanted) > 0 ? 0.06 : 0;
    }
    return worth;
}
} // namespace

TEST_CASE("on the command line the plan takes the best that fit, then the unsure, never an ignored one") {
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

TEST_CASE("not ten of the same trade: the week is mixed where scores are near") {
    std::vector<Candidate> candidates;
    for (int i = 0; i < 10; ++i) {
        candidates.push_back(accept("engineer" + std::to_string(i), 0.9, Relationship::Peer, 1));
    }
    candidates.push_back(accept("nurse", 0.85, Relationship::Peer, 2));
    candidates.push_back(accept("teacher", 0.84, Relationship::Peer, 3));
    const auto ids = planned(candidates, roomFor(6));
    CHECK(std::count(ids.begin(), ids.end(), "nurse") == 1);
    CHECK(std::count(ids.begin(), ids.end(), "teacher") == 1);
    candidates[10].score = 0.55; // but not for anybody
    const auto worse = planned(candidates, roomFor(6));
    CHECK(std::count(worse.begin(), worse.end(), "nurse") == 0);
}

TEST_CASE("a wanted relationship is covered, and once is enough") {
    const std::vector<Candidate> candidates = {accept("a", 0.9), accept("b", 0.9),
                                               accept("c", 0.86, Relationship::Mentor),
                                               accept("d", 0.86, Relationship::Mentor)};
    PlanRequest request = roomFor(2);
    CHECK(planned(candidates, request) == std::vector<std::string>{"a", "b"});
    request.wanted = {Relationship::Mentor};
    CHECK(planned(candidates, request) == std::vector<std::string>{"c", "a"});
    request.accepted = {{Relationship::Mentor, 5}};
    CHECK(planned(candidates, request) == std::vector<std::string>{"a", "b"});
}

TEST_CASE("one that is about to lapse comes before a slightly better one that can wait") {
    std::vector<Candidate> candidates = {accept("young", 0.9), accept("old", 0.82)};
    candidates[1].lapsesAt = 3 * kDay;
    CHECK(planned(candidates, roomFor(1)) == std::vector<std::string>{"old"});
}

TEST_CASE("what deserves acceptance beyond the plan is later, and says why and when") {
    std::vector<Candidate> candidates;
    for (int i = 0; i < 25; ++i) {
        candidates.push_back(accept("p" + std::to_string(100 + i), 0.9 - 0.01 * i));
    }
    PlanRequest request = roomFor(3);
    request.usualRoom = 5;
    const auto placed = planWeek(candidates, request);
    CHECK(idsAt(Place::Planned, candidates, placed) == std::vector<std::string>{"p100", "p101", "p102"});
    REQUIRE(placed.size() == 25);
    CHECK(placed[3].because == LaterReason::LowEnergy);
    CHECK(placed[4].because == LaterReason::LowEnergy);
    CHECK(placed[5].because == LaterReason::BudgetUsed);
    CHECK(placed[3].weeksAhead == 1);
    CHECK(placed[12].weeksAhead == 1);
    CHECK(placed[13].weeksAhead == 2);
    CHECK(placed[24].weeksAhead == 3);
    request.weeklyRoom = 0;
    CHECK_FALSE(planWeek(candidates, request).back().weeksAhead);
}

TEST_CASE("who is put off because others are like them is told so") {
    std::vector<Candidate> candidates;
    for (int i = 0; i < 4; ++i) {
        candidates.push_back(accept("e" + std::to_string(i), 0.9 - 0.001 * i, Relationship::Peer, 1));
    }
    candidates.push_back(accept("nurse", 0.85, Relationship::Peer, 2));
    const auto placed = planWeek(candidates, roomFor(4));
    CHECK(candidates[placed.back().candidate].id == "e3");
    CHECK(placed.back().because == LaterReason::Variety);
}

TEST_CASE("the others have their places: ask first, your call, lapse, free and aside") {
    std::vector<Candidate> candidates(6);
    const char* ids[] = {"ask", "noted", "dull", "ignored", "letter", "aside"};
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        candidates[i].id = ids[i];
        candidates[i].relevant = true;
    }
    candidates[1].hasNote = true;
    candidates[2].relevant = false;
    candidates[3].verdict = Verdict::Ignore;
    candidates[4].person = false;
    candidates[5].aside = true;
    candidates[5].verdict = Verdict::Accept;
    const auto placed = planWeek(candidates, roomFor(10));
    CHECK(idsAt(Place::AskFirst, candidates, placed) == std::vector<std::string>{"ask"});
    CHECK(idsAt(Place::YourCall, candidates, placed) == std::vector<std::string>{"dull", "noted"});
    CHECK(idsAt(Place::Lapse, candidates, placed) == std::vector<std::string>{"ignored"});
    CHECK(idsAt(Place::Free, candidates, placed) == std::vector<std::string>{"letter"});
    CHECK(idsAt(Place::Aside, candidates, placed) == std::vector<std::string>{"aside"});
    CHECK(placed.size() == 6);
}

TEST_CASE("no set of the same size is worth more than the planned one") {
    std::mt19937 random(20261128);
    for (int round = 0; round < 300; ++round) {
        const auto candidates = randomCandidates(random, 10, 3);
        PlanRequest request = roomFor(1 + static_cast<int>(random() % 8));
        request.wanted = {Relationship::Client, Relationship::Recruiter};
        unsigned chosen = 0;
        for (const Placed& placed : planWeek(candidates, request)) {
            chosen |= placed.place == Place::Planned ? 1U << placed.candidate : 0;
        }
        double best = 0;
        for (unsigned set = 0; set < 1U << candidates.size(); ++set) {
            if (__builtin_popcount(set) == request.room) {
                best = std::max(best, worthOf(candidates, set, request));
            }
        }
        REQUIRE(worthOf(candidates, chosen, request) == Approx(best).epsilon(1e-9));
    }
}

TEST_CASE("accepting any of the planned leaves the others planned") {
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        auto candidates = randomCandidates(random, 40, 3);
        PlanRequest request = roomFor(12);
        request.wanted = {Relationship::Client, Relationship::Employer};
        auto ids = planned(candidates, request);
        while (!ids.empty()) {
            const std::string id = ids[random() % ids.size()];
            const auto accepted = std::find_if(candidates.begin(), candidates.end(),
                                               [&](const Candidate& one) { return one.id == id; });
            request.accepted.push_back({accepted->relationship, accepted->trade});
            --request.room;
            candidates.erase(accepted);
            std::set<std::string> before(ids.begin(), ids.end());
            before.erase(id);
            ids = planned(candidates, request);
            REQUIRE(std::set<std::string>(ids.begin(), ids.end()) == before);
        }
    }
}

TEST_CASE("the order in which invitations are listed changes nothing") {
    std::mt19937 random(99);
    auto candidates = randomCandidates(random, 60, 4);
    for (Candidate& one : candidates) {
        one.score = 0.7; // many equals
        one.lapsesAt = 90 * kDay;
    }
    const auto ids = planned(candidates, roomFor(20));
    for (int round = 0; round < 20; ++round) {
        std::shuffle(candidates.begin(), candidates.end(), random);
        REQUIRE(planned(candidates, roomFor(20)) == ids);
    }
}

TEST_CASE("an invitation lapses half a year after it was sent, as near as the page tells") {
    Invitation invitation;
    CHECK(lapseOf(invitation, 10 * kDay, 30 * kDay) == 190 * kDay); // not after it was first seen
    invitation.ageDays = 14;
    CHECK(lapseOf(invitation, 30 * kDay, 30 * kDay) == 196 * kDay);
    CHECK(lapseOf(invitation, 10 * kDay, 30 * kDay) == 190 * kDay); // it cannot be younger than that
}
