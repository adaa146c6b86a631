// superlink score, superlink plan: the host's judgement on files, with no state of their own.

#include "cli/commands.hpp"

#include "common/error.hpp"
#include "common/lines.hpp"
#include "planning/plan.hpp"
#include "scoring/judge.hpp"
#include "wire/protocol.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
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

std::vector<Experience> pastFrom(const std::string& decisionsFile) {
    std::vector<Experience> past;
    if (!decisionsFile.empty()) {
        auto stream = openedFile(decisionsFile);
        eachLine(stream, decisionsFile, [&](const std::string& line) {
            Decision decision = pastDecisionFromText(line);
            past.push_back({std::move(decision.invitation), decision.action});
        });
    }
    return past;
}

Judge judgeFrom(const Options& options) {
    return Judge(readSettings(options.settingsFile), pastFrom(options.decisionsFile));
}

std::vector<Judgement> judgeInput(const Options& options, std::vector<Invitation>& invitations) {
    const Judge judge = judgeFrom(options);
    std::vector<Judgement> judgements;
    eachLine(std::cin, "standard input", [&](const std::string& line) {
        invitations.push_back(invitationFromText(line));
        judgements.push_back(judge.judge(invitations.back()));
    });
    return judgements;
}

void printScores(const Options& options) {
    std::vector<Invitation> invitations;
    for (const Judgement& judgement : judgeInput(options, invitations)) {
        std::cout << toText(judgement) << '\n';
    }
}

void printPlan(const Options& options) {
    std::vector<Invitation> invitations;
    const auto judgements = judgeInput(options, invitations);
    const auto wanted = readSettings(options.settingsFile).relationships;
    for (const std::string& id : plan(invitations, judgements, options.budget, wanted)) {
        std::cout << id << '\n';
    }
}

void printLine(const char* name, double value, double share, const Reason& reason) {
    std::printf("%-26s %8.3f %+8.3f  %s", name, value, share, reason.code.c_str());
    for (const Param& param : reason.params) {
        if (const auto* text = std::get_if<std::string>(&param.value)) {
            std::printf("  [%s]", text->c_str());
        }
    }
    if (reason.evidence) {
        std::printf("  \"%s\"", reason.evidence->words.c_str());
    }
    std::printf("\n");
}

void printWhy(const Options& options) {
    const Judge judge = judgeFrom(options);
    eachLine(std::cin, "standard input",
             [&](const std::string& line) { printExplanation(judge.explain(invitationFromText(line))); });
}

} // namespace

void printExplanation(const Explanation& explanation) {
    std::cout << toText(explanation.judgement) << std::endl;
    std::printf("%-26s %8s %+8.3f\n", "(a card that says nothing)", "", explanation.bias);
    if (explanation.taste != 0) {
        std::printf("%-26s %8s %+8.3f\n", "(your own taste)", "", explanation.taste);
    }
    for (const Explanation::Line& line : explanation.lines) {
        printLine(line.feature.c_str(), line.value, line.reason.weight, line.reason);
    }
    std::printf("%-26s %8s %+8.3f\n", "log-odds", "", explanation.logOdds);
}

void addScoreCommands(CLI::App& app) {
    auto options = std::make_shared<Options>();
    const auto addInputs = [options](CLI::App* command) {
        CLI::Option* settings =
            command->add_option("--settings", options->settingsFile, "what you look for, as JSON");
        command->add_option("--decisions", options->decisionsFile,
                            "past decisions, a line each: {\"invitation\": {...}, \"decision\": \"accept\"}");
        return settings;
    };
    CLI::App* scoring =
        app.add_subcommand("score", "judge the invitations on standard input, a JSON line each");
    addInputs(scoring)->required();
    scoring->callback([options] { printScores(*options); });

    CLI::App* why = app.add_subcommand(
        "why", "tell why, feature by feature, for the invitations on standard input, a JSON line each");
    addInputs(why)->required();
    why->callback([options] { printWhy(*options); });

    CLI::App* planning = app.add_subcommand(
        "plan", "print this week's plan; with --settings, the ids of those on standard input to accept");
    CLI::Option* settings = addInputs(planning);
    CLI::Option* budget = planning->add_option("--budget", options->budget, "how many people at most")
                              ->check(CLI::Range(0, kMaxWeeklyBudget));
    settings->needs(budget);
    budget->needs(settings);
    planning->callback([options] { options->settingsFile.empty() ? printWeek() : printPlan(*options); });
}

} // namespace superlink::cli
