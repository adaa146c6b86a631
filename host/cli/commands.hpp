#pragma once

namespace CLI {
class App;
}

namespace superlink {
struct Explanation;
}

namespace superlink::cli {

/// Each adds its subcommands of `superlink`, with what they do when chosen. A subcommand throws Error with a
/// message that says what to do next; `main` prints it and exits with 1.
void addScoreCommands(CLI::App& app);
void addEvaluateCommand(CLI::App& app);
void addInstallCommands(CLI::App& app);

/// This week's plan, from the person's own database.
void printWeek();

/// The judgement as a JSON line, then every feature that brought something: value, share, code, wish, words.
void printExplanation(const Explanation& explanation);

} // namespace superlink::cli
