// superlink: the command line for people. Judges and plans from files, registers the host, finds what is
// wrong.

#include "cli/commands.hpp"
#include "common/error.hpp"
#include "common/log.hpp"
#include "common/paths.hpp"
#include "common/version.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <sys/stat.h>

int main(int argc, char** argv) {
    using namespace superlink;
    ::umask(077);
    CLI::App app("SuperLink: which LinkedIn invitations to accept, judged on this computer");
    app.set_version_flag("--version", std::string("superlink ") + kVersion);
    app.require_subcommand(1);
    cli::addScoreCommands(app);
    cli::addEvaluateCommand(app);
    cli::addInstallCommands(app);
    try {
        app.parse(argc, argv);
        return 0;
    } catch (const CLI::ParseError& error) {
        return app.exit(error);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "superlink: %s\n", error.what());
        return 1;
    }
}
