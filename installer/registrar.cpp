#include "installer/registrar.hpp"

#include "common/error.hpp"
#include "installer/files.hpp"
#include "installer/manifest.hpp"

#include <algorithm>
#include <set>
#include <unistd.h>

namespace superlink::installer {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxManifestBytes = 64 * 1024;

/// A folder that manifests belong in.
struct Target {
    std::string browser;
    Family family;
    fs::path base;
    fs::path below;
    fs::path path() const { return base / below / manifestFileName(); }
};

void checkHome(const Environment& environment) {
    if (environment.os == Os::Windows) {
        throw Error(ErrorCode::Internal,
                    "this build cannot write the Windows registry; on Windows, point the "
                    "registry keys of the browsers at the manifest by hand");
    }
    struct stat found {};
    if (environment.home.empty() || ::stat(environment.home.c_str(), &found) != 0) {
        throw Error(ErrorCode::StorageFailed, "your home folder is unknown; set HOME");
    }
    if (found.st_uid != ::geteuid()) {
        throw Error(ErrorCode::StorageFailed, environment.home.string() +
                                                  " belongs to another user; browsers are registered for one "
                                                  "person, so run superlink as that person, without sudo");
    }
}

void checkHost(const fs::path& host) {
    struct stat found {};
    if (!host.is_absolute()) {
        throw Error(ErrorCode::InvalidParams,
                    "the path of the host, " + host.string() + ", must be absolute");
    }
    if (::stat(host.c_str(), &found) != 0 || !S_ISREG(found.st_mode)) {
        throw Error(ErrorCode::NotFound,
                    "there is no program " + host.string() + "; build or install it first");
    }
    if ((found.st_mode & 0111) == 0 || ::access(host.c_str(), X_OK) != 0) {
        throw Error(ErrorCode::NotFound,
                    host.string() + " is not executable; run: chmod +x '" + host.string() + "'");
    }
}

void checkIds(const std::vector<std::string>& ids, const std::vector<Browser>& rows) {
    for (const auto& id : ids) {
        if (std::none_of(rows.begin(), rows.end(), [&](const Browser& row) { return row.id == id; })) {
            std::string known;
            for (const auto& row : rows) {
                known.append(known.empty() ? "" : ", ").append(row.id);
            }
            throw Error(ErrorCode::InvalidParams, "no browser is called \"" + id + "\"; there are: " + known);
        }
    }
}

bool isNamed(const Scope& scope, const Browser& browser) {
    return std::find(scope.browsers.begin(), scope.browsers.end(), browser.id) != scope.browsers.end();
}

Target explicitTarget(const ExplicitFolder& wanted, Os os) {
    std::error_code failed;
    const fs::path folder = fs::absolute(wanted.folder, failed);
    if (failed || !fs::is_directory(folder, failed)) {
        throw Error(ErrorCode::NotFound, "there is no folder " + wanted.folder.string() +
                                             "; start the browser with it once, or make it");
    }
    return {"--browser-dir", wanted.family, folder, hostsFolderName(wanted.family, os)};
}

std::vector<Target> targetsOf(const Browser& browser, const Environment& environment) {
    std::vector<Target> targets;
    for (const auto& place : browser.hosts) {
        targets.push_back({std::string(browser.name), browser.family,
                           baseFolder(place.base, browser.family, environment), place.below});
    }
    return targets;
}

/// The name of another browser that is there, not meant by `scope` and reads `path` too; empty when there is
/// none.
std::string otherReader(const fs::path& path, const std::vector<Browser>& rows,
                        const Environment& environment, const Scope& scope) {
    for (const auto& row : rows) {
        const auto targets = targetsOf(row, environment);
        const bool reads = std::any_of(targets.begin(), targets.end(),
                                       [&](const Target& target) { return target.path() == path; });
        if (reads && !isNamed(scope, row) && findBrowser(row, environment).any()) {
            return std::string(row.name);
        }
    }
    return {};
}

Outcome outcome(const Target& target, Happened happened, std::string why = {}) {
    return {target.browser, target.path(), happened, std::move(why)};
}

/// Why a manifest's name cannot be written to or removed; empty when it can.
std::string entryRefusal(const std::optional<struct stat>& entry, const fs::path& path) {
    if (entry && S_ISLNK(entry->st_mode)) {
        return path.string() + " is a symbolic link, which SuperLink does not make; remove it";
    }
    if (entry && !S_ISREG(entry->st_mode)) {
        return path.string() + " is not a file; move it away";
    }
    return {};
}

Outcome registerAt(const Target& target, const std::string& text, const fs::path& home) {
    const Folder folder = openFolder(target.base, target.below, home, Missing::Make);
    if (!folder.refusal.empty()) {
        return outcome(target, Happened::Refused, folder.refusal);
    }
    const std::string name = manifestFileName();
    removeLeftovers(folder, name);
    const auto entry = statEntry(folder, name);
    if (const auto refusal = entryRefusal(entry, target.path()); !refusal.empty()) {
        return outcome(target, Happened::Refused, refusal);
    }
    if (entry && (entry->st_mode & 07777) == 0644 && readEntry(folder, name, kMaxManifestBytes) == text) {
        return outcome(target, Happened::Unchanged);
    }
    const std::string refusal = replaceEntry(folder, name, text);
    return outcome(target, refusal.empty() ? Happened::Written : Happened::Refused, refusal);
}

Outcome unregisterAt(const Target& target, const fs::path& home) {
    const Folder folder = openFolder(target.base, target.below, home, Missing::LeaveOut);
    if (!folder.refusal.empty()) {
        std::error_code failed;
        const bool stands = fs::exists(fs::symlink_status(target.path(), failed));
        return outcome(target, stands ? Happened::Refused : Happened::Absent, stands ? folder.refusal : "");
    }
    const std::string name = manifestFileName();
    if (folder.descriptor.isOpen()) {
        removeLeftovers(folder, name);
    }
    const auto entry = folder.descriptor.isOpen() ? statEntry(folder, name) : std::nullopt;
    if (!entry) {
        return outcome(target, Happened::Absent);
    }
    if (const auto refusal = entryRefusal(entry, target.path()); !refusal.empty()) {
        return outcome(target, Happened::Refused, refusal);
    }
    const auto text = readEntry(folder, name, kMaxManifestBytes);
    if (!text || !isOurs(*text)) {
        return outcome(target, Happened::Refused,
                       target.path().string() +
                           " is not SuperLink's manifest; look at it and remove it by hand");
    }
    if (::unlinkat(folder.descriptor.get(), name.c_str(), 0) != 0) {
        return outcome(target, Happened::Refused,
                       "cannot remove " + target.path().string() + "; check the rights of its folder");
    }
    std::error_code failed;
    const bool explicitFolder = target.browser == "--browser-dir";
    removeEmptyFolders(folder.path, explicitFolder ? fs::canonical(target.base, failed) : home);
    return outcome(target, Happened::Removed);
}

} // namespace

const char* toString(Happened happened) {
    switch (happened) {
    case Happened::Written:
        return "written";
    case Happened::Unchanged:
        return "unchanged";
    case Happened::Removed:
        return "removed";
    case Happened::Absent:
        return "absent";
    case Happened::NotInstalled:
        return "skipped";
    case Happened::Refused:
        return "refused";
    }
    return "refused";
}

std::vector<Outcome> registerHost(const fs::path& host, const Environment& environment, const Scope& scope) {
    checkHome(environment);
    checkHost(host);
    const fs::path program = host.lexically_normal();
    if (scope.folder) {
        const Target target = explicitTarget(*scope.folder, environment.os);
        return {registerAt(target, fillManifest(target.family, program), environment.home)};
    }
    const auto rows = browsersOf(environment.os);
    checkIds(scope.browsers, rows);
    std::vector<Outcome> outcomes;
    for (const auto& row : rows) {
        if (!scope.browsers.empty() && !isNamed(scope, row)) {
            continue;
        }
        const auto targets = targetsOf(row, environment);
        if (scope.browsers.empty() && !findBrowser(row, environment).any()) {
            outcomes.push_back(outcome(targets.front(), Happened::NotInstalled,
                                       std::string(row.name) + " was not found for this user"));
            continue;
        }
        for (const auto& target : targets) {
            outcomes.push_back(registerAt(target, fillManifest(target.family, program), environment.home));
        }
    }
    return outcomes;
}

std::vector<Outcome> unregisterHost(const Environment& environment, const Scope& scope) {
    checkHome(environment);
    if (scope.folder) {
        return {unregisterAt(explicitTarget(*scope.folder, environment.os), environment.home)};
    }
    const auto rows = browsersOf(environment.os);
    checkIds(scope.browsers, rows);
    std::vector<Outcome> outcomes;
    std::set<fs::path> visited; // some browsers share a folder
    for (const auto& row : rows) {
        if (!scope.browsers.empty() && !isNamed(scope, row)) {
            continue;
        }
        const bool present = findBrowser(row, environment).any();
        for (const auto& target : targetsOf(row, environment)) {
            if (!visited.insert(target.path()).second) {
                continue;
            }
            const auto reader =
                scope.browsers.empty() ? "" : otherReader(target.path(), rows, environment, scope);
            if (!reader.empty()) {
                outcomes.push_back(outcome(target, Happened::Unchanged, reader + " reads it too"));
                continue;
            }
            Outcome result = unregisterAt(target, environment.home);
            if (present || result.happened != Happened::Absent) {
                outcomes.push_back(std::move(result));
            }
        }
    }
    return outcomes;
}

bool anyRefused(const std::vector<Outcome>& outcomes) {
    return std::any_of(outcomes.begin(), outcomes.end(),
                       [](const Outcome& each) { return each.happened == Happened::Refused; });
}

} // namespace superlink::installer
