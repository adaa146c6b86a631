// `superlink` as a person calls it.

#include "child.hpp"
#include "temp_home.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <sstream>

using nlohmann::json;

namespace {

constexpr const char* kSettings = R"({"about":"","goals":[],
 "want":{"roles":["CTO"],"industries":[],"companies":[],"places":[],"topics":[]},
 "avoid":{"roles":[],"industries":[],"companies":[],"places":[],"topics":["forex"]},
 "relationships":[],"energy":"normal","weeklyBudget":5,"reviewSlot":null})";

std::string invitation(const std::string& id, const std::string& headline) {
    return json{{"id", id},
                {"kind", "person"},
                {"name", "N"},
                {"headline", headline},
                {"mutualConnections", nullptr},
                {"mutualNames", json::array()},
                {"note", nullptr},
                {"sentAgo", nullptr},
                {"badges", json::array()}}
               .dump() +
           "\n";
}

struct Outcome {
    int status;
    std::string output;
};

Outcome run(const TempHome& home, const std::vector<std::string>& arguments, const std::string& input) {
    Child cli(SUPERLINK_CLI, arguments, home.path());
    cli.write(input);
    cli.closeInput();
    std::string output = cli.readAll();
    return {cli.wait(), std::move(output)};
}

} // namespace

TEST_CASE("superlink score prints one judgement a line, in the order of the input, and keeps nothing") {
    const TempHome home;
    const auto settings = home.write("settings.json", kSettings);
    const auto [status, output] = run(home, {"score", "--settings", settings},
                                      invitation("b", "CTO") + "\n" + invitation("a", "forex trader"));
    CHECK(status == 0);
    std::istringstream lines(output);
    std::string line;
    std::getline(lines, line);
    const json first = json::parse(line);
    CHECK(first.at("id") == "b");
    CHECK(first.at("verdict") == "accept");
    CHECK(first.at("reasons").at(0).at("code") == "WANTED_ROLE");
    std::getline(lines, line);
    CHECK(json::parse(line).at("verdict") == "ignore");
    CHECK_FALSE(std::getline(lines, line));
    CHECK_FALSE(std::filesystem::exists(home.path() / ".local"));
}

TEST_CASE("superlink score takes past decisions") {
    const TempHome home;
    const auto settings = home.write("settings.json", kSettings);
    const std::vector<std::string> taken{"beekeeper, Umbria", "beekeeper and potter", "retired beekeeper"};
    const std::vector<std::string> left{"CTO at Orrery", "payroll consultant", "CTO, logistics"};
    std::string past;
    for (int i = 0; i < 18; ++i) {
        const auto& headlines = i % 2 == 0 ? taken : left;
        const json one =
            json::parse(invitation("x" + std::to_string(i), headlines[static_cast<std::size_t>(i / 2 % 3)]));
        past += json{{"invitation", one}, {"decision", i % 2 == 0 ? "accept" : "ignore"}}.dump() + "\n";
    }
    const auto decisions = home.write("past.jsonl", past);
    const auto cold = run(home, {"score", "--settings", settings}, invitation("a", "beekeeper"));
    const auto learnt =
        run(home, {"score", "--settings", settings, "--decisions", decisions}, invitation("a", "beekeeper"));
    CHECK(learnt.status == 0);
    CHECK(json::parse(learnt.output).at("score") > json::parse(cold.output).at("score"));
}

TEST_CASE("superlink plan prints ids, best first, within the budget") {
    const TempHome home;
    const auto settings = home.write("settings.json", kSettings);
    const std::string input =
        invitation("weak", "beekeeper") + invitation("best", "CTO") + invitation("never", "forex");
    CHECK(run(home, {"plan", "--settings", settings, "--budget", "1"}, input).output == "best\n");
    CHECK(run(home, {"plan", "--settings", settings, "--budget", "0"}, input).output.empty());
}

TEST_CASE("bad input to the command line is an error that says where, and prints nothing else") {
    const TempHome home;
    const auto settings = home.write("settings.json", kSettings);
    const auto broken = home.write("broken.json", "{\"about\": 3}");
    const auto noise = home.write("noise.json", "not json");
    const std::vector<std::pair<std::vector<std::string>, std::string>> bad = {
        {{"score", "--settings", (home.path() / "missing.json").string()}, ""},
        {{"score", "--settings", broken.string()}, ""},
        {{"score", "--settings", noise.string()}, ""},
        {{"score", "--settings", settings.string(), "--decisions", noise.string()}, ""},
        {{"score", "--settings", settings.string()}, "nonsense\n"},
        {{"score", "--settings", settings.string()}, "{\"id\":\"x\"}\n"},
        {{"plan", "--settings", settings.string()}, ""},
        {{"plan", "--settings", settings.string(), "--budget", "-1"}, ""},
        {{"dance"}, ""},
        {{}, ""}};
    for (const auto& [arguments, input] : bad) {
        const Outcome outcome = run(home, arguments, input);
        CHECK(outcome.status != 0);
        CHECK(outcome.output.empty());
    }
}

TEST_CASE("superlink plan without files tells this week's plan from what the host remembers, as text alone") {
    const TempHome home;
    const auto [status, empty] = run(home, {"plan"}, "");
    CHECK(status == 0);
    CHECK(empty.find("0 of 10 accepted, 10 left") != std::string::npos);
    CHECK(empty.find("No pending invitations are known") != std::string::npos);
    {
        Child host(SUPERLINK_HOST, {}, home.path());
        const auto ask = [&](const char* method, const json& params) {
            host.send(json{{"id", 1}, {"method", method}, {"params", params}}.dump());
            const auto reply = host.receive();
            REQUIRE(reply);
            REQUIRE(json::parse(*reply).contains("result"));
        };
        json settings = json::parse(kSettings);
        settings["weeklyBudget"] = 1;
        ask("settings.put", {{"settings", settings}});
        json invitations = json::array();
        for (const char* id : {"a", "b"}) {
            invitations.push_back(json::parse(invitation(id, "CTO at Lumenfroth\x1b[31m")));
            invitations.back()["name"] = std::string("Ada ") + id + "\x1b]0;owned\x07";
        }
        ask("invitations.score", {{"invitations", invitations}});
        host.closeInput();
        CHECK(host.wait() == 0);
    }
    const auto [again, output] = run(home, {"plan"}, "");
    CHECK(again == 0);
    CHECK(output.find("Accept this week: 1") != std::string::npos);
    CHECK(output.find("Later: 1") != std::string::npos);
    CHECK(output.find("; from ") != std::string::npos);
    CHECK(output.find("Ada ") != std::string::npos);
    CHECK(output.find('\x1b') == std::string::npos); // nothing that a terminal would obey
    CHECK(output.find('\x07') == std::string::npos);
}
