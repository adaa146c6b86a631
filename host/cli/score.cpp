// superlink score, superlink plan: the host's judgement on files, with no state of their own.

#include "cli/commands.hpp"

#include "common/error.hpp"
#include "common/lines.hpp"
#include "planning/plan.hpp"
#include "scoring/score.hpp"
#include "wire/protocol.hpp"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace superlink::cli {
namespace {

struct Options {
    std::string settingsFile;
    std::string decisionsFile;
    int budget = 0;
};

Settings readSettings(const std::string& file) {
    const std::string text = textOf(file);
    try {
        return settingsFromText(text);
    } catch (const Error& error) {
        throw Error(error.code(), file + ": " + error.what());
    }
}

Model modelFrom(const std::string& decisionsFile) {
    if (decisionsFile.empty()) {
        return {};
    }
    int accepted = 0;
    int ignored = 0;
    auto stream = openedFile(decisionsFile);
    eachLine(stream, decisionsFile, [&](const std::string& line) {
        ++(pastDecisionFromText(line).action == Action::Accept ? accepted : ignored);
    });
    return modelAfter(accepted, ignored);
}

std::vector<Judgement> judgeInput(const Options& options) {
    const Settings settings = readSettings(options.settingsFile);
    const Model model = modelFrom(options.decisionsFile);
    std::vector<Judgement> judgements;
    eachLine(std::cin, "standard input", [&](const std::string& line) {
        judgements.push_back(score(invitationFromText(line), settings, model));
    });
    return judgements;
}

void printScores(const Options& options) {
    for (const Judgement& judgement : judgeInput(options)) {
        std::cout << toText(judgement) << '\n';
    }
}

void printPlan(const Options& options) {
    for (const std::string& id : plan(judgeInput(options), options.budget)) {
        std::cout << id << '\n';
    }
}

} // namespace

void addScoreCommands(CLI::App& app) {
    auto options = std::make_shared<Options>();
    const auto addInputs = [options](CLI::App* command) {
        command->add_option("--settings", options->settingsFile, "what you look for, as JSON")->required();
        command->add_option("--decisions", options->decisionsFile,
                            "past decisions, a line each: {\"invitation\": {...}, \"decision\": \"accept\"}");
    };
    CLI::App* scoring =
        app.add_subcommand("score", "judge the invitations on standard input, a JSON line each");
    addInputs(scoring);
    scoring->callback([options] { printScores(*options); });

    CLI::App* planning = app.add_subcommand("plan", "print the ids to accept, best first");
    addInputs(planning);
    planning->add_option("--budget", options->budget, "how many people at most")
        ->required()
        ->check(CLI::Range(0, kMaxWeeklyBudget));
    planning->callback([options] { printPlan(*options); });
}

} // namespace superlink::cli
