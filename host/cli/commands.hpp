#pragma once

namespace CLI {
class App;
}

namespace superlink::cli {

/// Each adds its subcommands of `superlink`, with what they do when chosen. A subcommand throws Error with a
/// message that says what to do next; `main` prints it and exits with 1.
void addScoreCommands(CLI::App& app);
void addInstallCommands(CLI::App& app);

} // namespace superlink::cli
