// `superlink evaluate` and what it is made of. The expected numbers were printed by Python 3.11 and by
// the judgement bench.

#include "child.hpp"
#include "common/error.hpp"
#include "evaluation/figures.hpp"
#include "evaluation/measure.hpp"
#include "evaluation/persona.hpp"
#include "evaluation/python_random.hpp"
#include "temp_home.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <sstream>

using namespace superlink;
using nlohmann::json;

namespace {

constexpr std::array kNames = {"peer", "client", "vendor", "other"};

struct Files {
    std::string queue, first, second;
};

/// Ninety invitations whose cards and labels follow from their number.
Files ninety() {
    Files files;
    for (int i = 0; i < 90; ++i) {
        const int a = 1 + (i * i + 3 * i) % 5;
        const int b = std::clamp(a + (i % 4 == 1 ? 1 : 0) - (i % 6 == 2 ? 2 : 0), 1, 5);
        const std::string id = "p" + std::to_string(i);
        files.queue += json{{"id", id},
                            {"kind", i % 9 == 4 ? "newsletter" : "person"},
                            {"name", "N"},
                            {"mutualConnections", i % 5 == 0 ? json() : json(i * 37 % 50)},
                            {"mutualNames", json::array()},
                            {"badges", json::array()}}
                           .dump() +
                       "\n";
        const auto label = [&](int rating, int name) {
            return id + "\t" + std::to_string(rating) + "\t" + kNames.at(static_cast<std::size_t>(name)) +
                   "\n";
        };
        files.first += label(a, i % 4);
        files.second += label(b, i / 2 % 4);
    }
    return files;
}

constexpr const char* kSettings = R"({"about":"","goals":[],
 "want":{"roles":[],"industries":[],"companies":[],"places":[],"topics":[]},
 "avoid":{"roles":[],"industries":[],"companies":[],"places":[],"topics":[]},
 "relationships":[],"energy":"normal","weeklyBudget":12,"reviewSlot":null})";

std::filesystem::path writePersona(const TempHome& home, const Files& files) {
    home.write("someone/settings.json", kSettings);
    home.write("someone/invitations.jsonl", files.queue);
    if (!files.first.empty()) {
        home.write("someone/labels-a.tsv", files.first);
    }
    if (!files.second.empty()) {
        home.write("someone/labels-b.tsv", files.second);
    }
    return home.path() / "someone";
}

int numberOf(const Invitation& invitation) {
    return std::stoi(invitation.id.substr(1));
}

/// Judges by numbers alone; every past decision and its place among the others changes every score. Scores
/// differ in the fifth decimal, which is not printed.
std::vector<Judgement> byNumber(const Settings&, const Measured::Past& past, const Measured::Queue& queue) {
    int learnt = 0;
    for (std::size_t i = 0; i < past.size(); ++i) {
        learnt += static_cast<int>(i + 1) *
                  (numberOf(past[i].invitation) + (past[i].action == Action::Accept ? 50 : 0));
    }
    std::vector<Judgement> out;
    for (const Invitation& invitation : queue) {
        const int i = numberOf(invitation);
        const int mixed = (i * i * (7 + learnt % 89) + 31 * i + learnt) % 101;
        Judgement judgement;
        judgement.id = invitation.id;
        judgement.verdict = static_cast<Verdict>((mixed + i) % 3);
        judgement.score = mixed == 0 ? 0 : mixed / 100.0 - (i % 3) * 1e-5;
        judgement.relationship = *relationshipFrom(kNames.at(static_cast<std::size_t>(i / 3 % 4)));
        out.push_back(judgement);
    }
    return out;
}

std::vector<std::string> bestOf(const Settings& settings, const Measured::Past& past,
                                const Measured::Queue& queue, int budget) {
    auto judgements = byNumber(settings, past, queue);
    std::erase_if(judgements, [](const Judgement& it) { return it.verdict == Verdict::Ignore; });
    std::stable_sort(judgements.begin(), judgements.end(),
                     [](const Judgement& a, const Judgement& b) { return a.score > b.score; });
    std::vector<std::string> ids;
    for (int i = 0; i < budget; ++i) {
        ids.push_back(judgements.at(static_cast<std::size_t>(i)).id);
    }
    return ids;
}

const Measured kByNumber = {byNumber, bestOf};

std::vector<int> shuffled(std::uint32_t seed, int count) {
    std::vector<int> items(static_cast<std::size_t>(count));
    std::iota(items.begin(), items.end(), 0);
    PythonRandom(seed).shuffle(items);
    return items;
}

} // namespace

TEST_CASE("Python's random numbers are drawn as Python draws them") {
    PythonRandom zero(0);
    CHECK(zero.bits(32) == 3626764237);
    CHECK(zero.bits(32) == 1654615998);
    CHECK(PythonRandom(1).bits(32) == 577090037);
    CHECK(PythonRandom(4294967295).bits(32) == 2728839433);
    PythonRandom seven(7);
    std::vector<std::uint32_t> drawn;
    for (const std::uint32_t end : {1U, 2U, 3U, 64U, 65U, 1000U, 4294967295U}) {
        drawn.push_back(seven.below(end));
    }
    CHECK(drawn == std::vector<std::uint32_t>{0, 0, 1, 6, 9, 840, 2301595691});
}

TEST_CASE("a list is shuffled as Python shuffles it") {
    CHECK(shuffled(0, 12) == std::vector<int>{1, 9, 8, 5, 10, 2, 3, 7, 4, 0, 11, 6});
    CHECK(shuffled(1, 12) == std::vector<int>{7, 11, 0, 8, 5, 6, 3, 10, 4, 1, 9, 2});
    CHECK(shuffled(100, 12) == std::vector<int>{1, 4, 9, 0, 3, 8, 5, 6, 11, 10, 7, 2});
    CHECK(shuffled(5, 1) == std::vector<int>{0});
    CHECK(shuffled(5, 0).empty());
    const auto many = shuffled(3, 700); // more than the generator's state
    long sum = 0;
    for (std::size_t i = 0; i < many.size(); ++i) {
        sum += static_cast<long>(i) * many[i];
    }
    CHECK(sum == 86781264);
}

TEST_CASE("the area under the curve counts a tie as half, and is none without both kinds") {
    CHECK(areaUnderCurve({0.9, 0.1}, {true, false}) == 1);
    CHECK(areaUnderCurve({0.1, 0.9}, {true, false}) == 0);
    CHECK(areaUnderCurve({0.5, 0.5, 0.2}, {true, false, false}) == 0.75);
    CHECK(std::isnan(areaUnderCurve({0.5, 0.6}, {true, true})));
    CHECK(std::isnan(areaUnderCurve({}, {})));
}

TEST_CASE("the calibration error is what scores promise and do not keep") {
    CHECK(calibrationError({1, 0}, {true, false}) == 0);
    CHECK(calibrationError({1, 0}, {false, true}) == 1);
    CHECK(calibrationError({0.75, 0.75, 0.75, 0.75}, {true, true, true, false}) == 0);
    // 0.3 stands in the fourth bin, beside 0.35 and not beside 0.25.
    CHECK(calibrationError({0.25, 0.3}, {true, false}) == Approx((0.75 + 0.3) / 2));
    CHECK(calibrationError({0.35, 0.3}, {true, false}) == Approx((1 - 0.65) / 2));
    CHECK(std::isnan(calibrationError({}, {})));
}

TEST_CASE("the mean has no figure where one of its rows has none") {
    Figures one;
    one.auc = 0.5;
    one.right = 1;
    Figures other;
    other.auc = 0.7;
    const Figures mean = meanOf({one, other});
    CHECK(mean.auc == Approx(0.6));
    CHECK(std::isnan(mean.right));
}

TEST_CASE("the figures of a persona are those of InviteBench") {
    const TempHome home;
    const Figures figures = figuresOf(readPersona(writePersona(home, ninety())), kByNumber);
    const std::vector<double> expected = {84,
                                          0.5714285714285714,
                                          0.5815972222222222,
                                          0.5738636363636364,
                                          0.47681818181818175,
                                          0.5815909090909092,
                                          0.45999999999999996,
                                          0.6904761904761905,
                                          0.6206896551724138,
                                          0.16666666666666666,
                                          0.23226190476190473,
                                          0.6166666666666667,
                                          0.525,
                                          0.7228009259259259,
                                          0.9523809523809523,
                                          0.9310344827586207};
    REQUIRE(expected.size() == kFigureColumns.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        INFO(kFigureColumns.at(i).name);
        CHECK(figures.*kFigureColumns.at(i).value == Approx(expected[i]).epsilon(1e-12));
    }
}

TEST_CASE("one judge is enough for all figures but the judges' own") {
    const TempHome home;
    Files files = ninety();
    files.second.clear();
    const Persona persona = readPersona(writePersona(home, files));
    CHECK(persona.queue.at(1).rating == 5);
    const Figures figures = figuresOf(persona, kByNumber);
    const std::set<std::string> none = {"judges_auc", "judges_right"};
    for (const FigureColumn& column : kFigureColumns) {
        INFO(column.name);
        CHECK(std::isnan(figures.*column.value) == none.contains(column.name));
    }
}

TEST_CASE("judgements out of order and plans that cheat are not measured") {
    const TempHome home;
    const Persona persona = readPersona(writePersona(home, ninety()));
    Measured reversed = kByNumber;
    reversed.judge = [](const Settings& settings, const Measured::Past& past, const Measured::Queue& queue) {
        auto judgements = byNumber(settings, past, queue);
        std::reverse(judgements.begin(), judgements.end());
        return judgements;
    };
    CHECK_THROWS_AS(figuresOf(persona, reversed), Error);
    for (const auto& picks : {std::vector<std::string>{"p1", "p1"}, std::vector<std::string>{"stranger"}, [] {
                                  std::vector<std::string> many;
                                  for (int i = 0; i < 13; ++i) {
                                      many.push_back("p" + std::to_string(i));
                                  }
                                  return many;
                              }()}) {
        Measured cheating = kByNumber;
        cheating.plan = [&](const auto&...) { return picks; };
        CHECK_THROWS_AS(figuresOf(persona, cheating), Error);
    }
}

TEST_CASE("a persona keeps what each judge said beside their mean") {
    const TempHome home;
    const auto folder = writePersona(home, ninety());
    const Persona persona = readPersona(folder / "");
    CHECK(persona.name == "someone");
    CHECK(persona.settings.weeklyBudget == 12);
    const JudgedInvitation& eighth = persona.queue.at(8);
    CHECK(eighth.ratings == std::vector<double>{4, 2});
    CHECK(eighth.rating == 3);
    CHECK_FALSE(eighth.decided());
    CHECK(eighth.relationships == std::vector<Relationship>{Relationship::Peer, Relationship::Peer});
    home.write("nobody/settings.json", kSettings); // not judged
    CHECK(readPersonas(home.path()).size() == 1);
}

TEST_CASE("labels that do not fit the queue are refused with their place") {
    const TempHome home;
    const Files good = ninety();
    const auto refused = [&](const std::string& labels) {
        Files files = good;
        files.first = labels;
        files.second.clear();
        try {
            readPersona(writePersona(home, files));
        } catch (const Error& error) {
            return std::string(error.what()).find("labels-a.tsv") != std::string::npos;
        }
        return false;
    };
    const std::string rest = good.first.substr(good.first.find('\n') + 1);
    CHECK_FALSE(refused("# a remark\np0\t1\tpeer\n" + rest));
    CHECK(refused("p1\t1\tpeer\n" + rest));
    CHECK(refused("p0\t1\tneighbour\n" + rest));
    CHECK(refused("p0\tyes\tpeer\n" + rest));
    CHECK(refused("p0\t6\tpeer\n" + rest));
    CHECK(refused("p0\t1\n" + rest));
    CHECK(refused("p0\t1\tpeer\n"));
    CHECK(refused(good.first + "p90\t1\tpeer\n"));
    std::filesystem::remove(home.path() / "someone" / "labels-a.tsv");
    CHECK(refused(""));
}

TEST_CASE("superlink evaluate prints a row per persona and their mean, as a table or as JSON") {
    const TempHome home;
    Files files = ninety();
    files.second.clear();
    const auto folder = writePersona(home, files).string() + "/";
    const auto printed = [&](const std::vector<std::string>& arguments) {
        Child cli(SUPERLINK_CLI, arguments, home.path());
        cli.closeInput();
        std::string output = cli.readAll();
        return std::pair(cli.wait(), std::move(output));
    };
    const auto [status, table] = printed({"evaluate", folder, folder});
    CHECK(status == 0);
    std::istringstream lines(table);
    std::vector<std::string> starts;
    for (std::string line; std::getline(lines, line);) {
        CHECK(line.size() == 24 + 13 * kFigureColumns.size());
        starts.push_back(line.substr(0, 37));
    }
    CHECK(starts.size() == 4);
    CHECK(starts.at(0) == std::string(36, ' ') + "n");
    CHECK(starts.at(1).starts_with("someone "));
    CHECK(starts.at(3).starts_with("MEAN "));
    CHECK(starts.at(1).substr(24) == starts.at(3).substr(24));

    const auto [jsonStatus, text] = printed({"evaluate", "--json", folder});
    CHECK(jsonStatus == 0);
    const json figures = json::parse(text);
    CHECK(figures.at("someone").size() == kFigureColumns.size());
    CHECK(figures.at("someone").at("judges_auc").is_null());
    CHECK(figures.at("someone").at("accept_share") == figures.at("MEAN").at("accept_share"));

    const auto [missing, nothing] = printed({"evaluate", (home.path() / "missing").string()});
    CHECK(missing == 1);
    CHECK(nothing.empty());
}
