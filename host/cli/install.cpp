// superlink install, uninstall, doctor: tells browsers where the host is, takes that back, finds what is
// wrong.

#include "cli/commands.hpp"

#include "common/error.hpp"
#include "common/version.hpp"
#include "installer/doctor.hpp"
#include "installer/registrar.hpp"
#include "store/store.hpp"
#include "wire/protocol.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>

namespace superlink::cli {
namespace {

namespace fs = std::filesystem;
using installer::Family;

struct Options {
    std::string host;
    std::string folder;
    Family family = Family::Chromium;
    std::vector<std::string> browsers;
    bool json = false;
};

/// The host that was built and installed together with this program.
fs::path hostBesideUs() {
    return fs::read_symlink("/proc/self/exe").parent_path() / "superlink-host";
}

std::optional<installer::ExplicitFolder> explicitFolder(const Options& options) {
    if (options.folder.empty()) {
        return std::nullopt;
    }
    return installer::ExplicitFolder{fs::absolute(options.folder), options.family};
}

installer::Scope scopeOf(const Options& options) {
    return {options.browsers, explicitFolder(options)};
}

void print(const std::vector<installer::Outcome>& outcomes) {
    for (const auto& outcome : outcomes) {
        if (outcome.happened == installer::Happened::NotInstalled) {
            continue; // a list of all the browsers that one does not have helps nobody
        }
        std::printf("%-12s %-24s %s%s%s\n", toString(outcome.happened), outcome.browser.c_str(),
                    outcome.path.c_str(), outcome.why.empty() ? "" : "  ", outcome.why.c_str());
    }
}

void finish(const std::vector<installer::Outcome>& outcomes) {
    print(outcomes);
    if (installer::anyRefused(outcomes)) {
        throw Error(ErrorCode::StorageFailed, "not everything could be done; see above");
    }
}

void install(const Options& options) {
    const fs::path host = options.host.empty() ? hostBesideUs() : fs::absolute(options.host);
    const auto outcomes =
        installer::registerHost(host, installer::environmentFromProcess(), scopeOf(options));
    finish(outcomes);
    const bool any = std::any_of(outcomes.begin(), outcomes.end(), [](const auto& outcome) {
        return outcome.happened != installer::Happened::NotInstalled;
    });
    if (!any) {
        std::puts("No browser was found for this user. Start yours once, then run: superlink install");
    }
}

void uninstall(const Options& options) {
    finish(installer::unregisterHost(installer::environmentFromProcess(), scopeOf(options)));
}

/// Whether the memory can be read, if there is one. Through SQLite alone: closing a plain descriptor of the
/// file would drop the locks of a store in this process.
std::optional<installer::Finding> databaseFinding() {
    const fs::path file = defaultDatabaseFile();
    if (!fs::exists(file)) {
        return std::nullopt;
    }
    try {
        Store(file).settings();
        return installer::Finding{"DATABASE_OK", installer::Severity::Ok,     "",
                                  file,          "The database can be read.", ""};
    } catch (const Error& error) {
        return installer::Finding{std::string("DATABASE_") + toString(error.code()),
                                  installer::Severity::Error,
                                  "",
                                  file,
                                  "The database cannot be read.",
                                  error.what()};
    }
}

void doctor(const Options& options) {
    installer::DoctorOptions asked;
    asked.protocol = kProtocolVersion;
    asked.version = kVersion;
    asked.expectedHost = hostBesideUs();
    asked.folder = explicitFolder(options);
    auto findings = installer::diagnose(installer::environmentFromProcess(), asked);
    if (const auto finding = databaseFinding()) {
        findings.push_back(*finding);
    }
    std::fputs((options.json ? reportJson(findings) : reportText(findings)).c_str(), stdout);
    if (installer::exitCode(findings) != 0) {
        throw CLI::RuntimeError(1); // the report has said it all
    }
}

void addFolderOptions(CLI::App* command, const std::shared_ptr<Options>& options) {
    const std::map<std::string, Family> families{{"chromium", Family::Chromium},
                                                 {"firefox", Family::Firefox}};
    CLI::Option* folder =
        command->add_option("--browser-dir", options->folder,
                            "only this browser folder: a --user-data-dir, or what stands for ~/.mozilla");
    command->add_option("--family", options->family, "what reads the folder: chromium or firefox")
        ->transform(CLI::CheckedTransformer(families))
        ->needs(folder);
}

} // namespace

void addInstallCommands(CLI::App& app) {
    auto options = std::make_shared<Options>();
    CLI::App* installing =
        app.add_subcommand("install", "register the host with every browser found for you");
    installing->add_option("--host", options->host,
                           "the host to register, if not the one beside this program");
    CLI::App* removing = app.add_subcommand("uninstall", "remove what install wrote; your data stays");
    for (CLI::App* command : {installing, removing}) {
        command->add_option("--browser", options->browsers, "only these, such as chrome or firefox");
        addFolderOptions(command, options);
    }
    installing->callback([options] { install(*options); });
    removing->callback([options] { uninstall(*options); });

    CLI::App* asking = app.add_subcommand("doctor", "find out why badges do not show, and how to mend it");
    asking->add_flag("--json", options->json, "for scripts");
    addFolderOptions(asking, options);
    asking->callback([options] { doctor(*options); });
}

} // namespace superlink::cli
