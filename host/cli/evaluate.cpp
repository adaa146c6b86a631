// superlink evaluate: how well the judgement agrees with people, on persona folders. The figures are
// InviteBench's, measured from inside, so that both can be compared number by number.

#include "cli/commands.hpp"

#include "common/error.hpp"
#include "evaluation/measure.hpp"
#include "planning/plan.hpp"
#include "scoring/judge.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace superlink::cli {
namespace {

struct Options {
    std::vector<std::string> folders;
    bool asJson = false;
    std::string explained; ///< the id of one card
};

struct Row {
    std::string name;
    Figures figures;
};

std::vector<Judgement> judged(const Settings& settings, const Measured::Past& past,
                              const Measured::Queue& queue) {
    std::vector<Experience> lessons;
    for (const Decision& decision : past) {
        lessons.push_back({decision.invitation, decision.action});
    }
    const Judge judge(settings, lessons);
    std::vector<Judgement> out;
    for (const Invitation& invitation : queue) {
        out.push_back(judge.judge(invitation));
    }
    return out;
}

/// The one place that says what is measured: what `superlink score` and `superlink plan` do.
Measured product() {
    return {judged, [](const Settings& settings, const Measured::Past& past, const Measured::Queue& queue,
                       int budget) {
                return plan(queue, judged(settings, past, queue), budget, settings.relationships);
            }};
}

/// A row per persona, then their mean.
std::vector<Row> rowsOf(const Options& options) {
    const Measured measured = product();
    std::vector<Row> rows;
    std::vector<Figures> all;
    for (const std::string& folder : options.folders) {
        const Persona persona = readPersona(folder);
        all.push_back(figuresOf(persona, measured));
        rows.push_back({persona.name, all.back()});
    }
    rows.push_back({"MEAN", meanOf(all)});
    return rows;
}

std::string cell(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%13.3f", value);
    return std::isnan(value) ? "          nan" : text; // printf may say -nan
}

std::string padded(const std::string& text, std::size_t width, bool right) {
    const std::string blanks(width - std::min(width, text.size()), ' ');
    return right ? blanks + text : text + blanks;
}

void printTable(const std::vector<Row>& rows) {
    std::cout << padded("", 24, false);
    for (const FigureColumn& column : kFigureColumns) {
        std::cout << padded(column.name, 13, true);
    }
    for (const Row& row : rows) {
        std::cout << '\n' << padded(row.name, 24, false);
        for (const FigureColumn& column : kFigureColumns) {
            std::cout << cell(row.figures.*column.value);
        }
    }
    std::cout << '\n';
}

/// In full precision; null where there is no figure.
void printJson(const std::vector<Row>& rows) {
    nlohmann::ordered_json out;
    for (const Row& row : rows) {
        for (const FigureColumn& column : kFigureColumns) {
            out[row.name][column.name] = row.figures.*column.value;
        }
    }
    std::cout << out.dump(1) << '\n';
}

/// Every feature, weight and evidence of one card, in whichever folder it is.
void printExplained(const Options& options) {
    for (const std::string& folder : options.folders) {
        const Persona persona = readPersona(folder);
        for (const JudgedInvitation& judged : persona.queue) {
            if (judged.invitation.id == options.explained) {
                printExplanation(Judge(persona.settings).explain(judged.invitation));
                return;
            }
        }
    }
    throw Error(ErrorCode::NotFound, "no invitation is called " + options.explained +
                                         " in these folders; ids are the first field of invitations.jsonl");
}

} // namespace

void addEvaluateCommand(CLI::App& app) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("evaluate", "measure how well verdicts agree with people");
    command->add_option("DIR", options->folders, "persona folders: settings, invitations and their labels")
        ->required();
    command->add_option("--explain", options->explained, "tell why, feature by feature, for one card's id");
    command->add_flag("--json", options->asJson, "print the figures as JSON, not rounded");
    command->callback([options] {
        if (!options->explained.empty()) {
            printExplained(*options);
            return;
        }
        const auto rows = rowsOf(*options);
        options->asJson ? printJson(rows) : printTable(rows);
    });
}

} // namespace superlink::cli
