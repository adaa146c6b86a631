#include "installer/doctor_parts.hpp"
#include "installer/files.hpp"
#include "installer/manifest.hpp"

#include <sys/stat.h>
#include <unistd.h>

namespace superlink::installer {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxManifestBytes = 64 * 1024;

/// A place that a browser reads.
struct Source {
    std::string browser;
    Family family;
    fs::path path;
    std::string mend; ///< what writes this manifest anew
};

bool stands(const fs::path& path) {
    std::error_code failed;
    return fs::exists(fs::symlink_status(path, failed));
}

Finding finding(const Source& source, std::string code, Severity severity, std::string what,
                std::string mend) {
    return {std::move(code), severity, source.browser, source.path, std::move(what), std::move(mend)};
}

/// Rights that the person has as the person, also when the superuser runs this.
bool isReadable(const struct stat& file, const fs::path& path) {
    return file.st_uid == ::geteuid() ? (file.st_mode & S_IRUSR) != 0 : ::access(path.c_str(), R_OK) == 0;
}

/// Everything but the text. An error means that the text cannot be judged.
Findings checkFile(const Source& source) {
    Findings findings;
    struct stat file {};
    struct stat entry {};
    const bool isLink = ::lstat(source.path.c_str(), &entry) == 0 && S_ISLNK(entry.st_mode);
    if (::stat(source.path.c_str(), &file) != 0) {
        findings.push_back(finding(source, "MANIFEST_LINK_BROKEN", Severity::Error,
                                   "The manifest is a symbolic link that leads nowhere.",
                                   "rm " + shellQuoted(source.path) + " && " + source.mend));
        return findings;
    }
    if (isLink) {
        findings.push_back(
            finding(source, "MANIFEST_IS_SYMLINK", Severity::Warning,
                    "The manifest is a symbolic link, which SuperLink neither makes nor updates.",
                    "rm " + shellQuoted(source.path) + " && " + source.mend));
    }
    if (!S_ISREG(file.st_mode)) {
        findings.push_back(finding(source, "MANIFEST_NOT_A_FILE", Severity::Error,
                                   "What stands where the manifest belongs is not a file.",
                                   "Move " + source.path.string() + " away, then run: " + source.mend));
        return findings;
    }
    if (!isReadable(file, source.path)) {
        findings.push_back(finding(source, "MANIFEST_UNREADABLE", Severity::Error,
                                   "The browser may not read the manifest.",
                                   "chmod 644 " + shellQuoted(source.path)));
    }
    if ((file.st_mode & S_IWOTH) != 0 || (file.st_uid != ::geteuid() && file.st_uid != 0)) {
        findings.push_back(
            finding(source, "MANIFEST_WRITABLE_BY_OTHERS", Severity::Warning,
                    "Another user may change the manifest, and so which program the browser starts.",
                    "rm -f " + shellQuoted(source.path) + " && " + source.mend));
    }
    return findings;
}

Findings checkSource(const Source& source, std::vector<Registration>& registrations) {
    Findings findings = checkFile(source);
    if (hasError(findings)) {
        return findings;
    }
    const auto text = readFile(source.path, kMaxManifestBytes);
    if (!text) {
        findings.push_back(finding(source, "MANIFEST_UNREADABLE", Severity::Error,
                                   "The manifest cannot be read or is larger than 64 KiB.", source.mend));
        return findings;
    }
    const auto faults = faultsIn(*text, source.family);
    for (const auto& fault : faults) {
        const std::string what = (fault.fatal ? "The browser will not start the host: "
                                              : "The browser will start the host, but ") +
                                 fault.what + ".";
        findings.push_back(finding(source, fault.code, fault.fatal ? Severity::Error : Severity::Warning,
                                   what, source.mend));
    }
    const auto host = hostPathIn(*text);
    if (host && host->is_absolute()) {
        registrations.push_back({source.browser, source.family, source.path, *host});
    }
    if (faults.empty()) {
        findings.push_back(finding(source, "MANIFEST_OK", Severity::Ok, "The manifest is in order.", ""));
    }
    return findings;
}

void append(Findings& findings, const Findings& more) {
    findings.insert(findings.end(), more.begin(), more.end());
}

std::string installCommand(const Browser& browser) {
    return "superlink install --browser " + std::string(browser.id);
}

/// The first system-wide manifest, the only one that the browser would read.
fs::path systemManifest(const Browser& browser, const Environment& environment) {
    for (const auto folder : browser.systemHosts) {
        const fs::path path = systemPath(folder, environment) / manifestFileName();
        if (std::error_code failed; fs::exists(path, failed)) {
            return path;
        }
    }
    return {};
}

/// A second manifest is read by nobody as long as the person's own stands, and surprises when it goes.
Findings checkShadowed(const Browser& browser, const fs::path& own, const fs::path& system) {
    const auto ownText = readFile(own, kMaxManifestBytes);
    const auto systemText = readFile(system, kMaxManifestBytes);
    if (!ownText || (systemText && hostPathIn(*ownText) == hostPathIn(*systemText))) {
        return {};
    }
    return {{"SYSTEM_MANIFEST_DIFFERS", Severity::Warning, std::string(browser.name), system,
             "A system-wide manifest of the same name starts another host; the browser reads only the first "
             "manifest that it finds, your own.",
             "sudo rm " + shellQuoted(system)}};
}

Findings checkSystemOnly(const Browser& browser, const PolicyVerdict& policies, const fs::path& system,
                         std::vector<Registration>& registrations) {
    const bool forbidden = !policies.userHostsForbiddenBy.empty();
    const std::string name(browser.name);
    Findings findings;
    if (!system.empty()) {
        findings = checkSource(
            {name, browser.family, system, "ask your administrator to reinstall SuperLink"}, registrations);
    } else if (!forbidden) {
        findings.push_back({"MANIFEST_MISSING", Severity::Error, name, "",
                            "The browser has no manifest, so it does not know of the host.",
                            installCommand(browser)});
    }
    if (forbidden && (system.empty() || hasError(findings))) {
        findings.push_back(
            {"POLICY_FORBIDS_USER_HOSTS", Severity::Error, name, policies.userHostsForbiddenBy,
             "A policy (NativeMessagingUserLevelHosts) forbids manifests that a user installs.",
             "Ask your administrator to allow them or to install SuperLink system-wide."});
    }
    return findings;
}

} // namespace

Findings checkManifests(const Browser& browser, const PolicyVerdict& policies, const Environment& environment,
                        std::vector<Registration>& registrations) {
    std::vector<fs::path> standing;
    fs::path missing;
    for (const auto& place : browser.hosts) {
        const fs::path path = resolve(place, browser.family, environment) / manifestFileName();
        if (stands(path)) {
            standing.push_back(path);
        } else {
            missing = missing.empty() ? path : missing;
        }
    }
    const fs::path system = systemManifest(browser, environment);
    if (standing.empty() || !policies.userHostsForbiddenBy.empty()) {
        Findings findings = checkSystemOnly(browser, policies, system, registrations);
        if (!findings.empty() && findings.front().code == "MANIFEST_MISSING") {
            findings.front().path = missing;
        }
        return findings;
    }
    Findings findings;
    for (const auto& path : standing) {
        append(findings,
               checkSource({std::string(browser.name), browser.family, path, installCommand(browser)},
                           registrations));
    }
    if (!missing.empty()) {
        findings.push_back({"MANIFEST_INCOMPLETE", Severity::Warning, std::string(browser.name), missing,
                            "Some versions of this browser look here too, and there is no manifest.",
                            installCommand(browser)});
    }
    if (!system.empty()) {
        append(findings, checkShadowed(browser, standing.front(), system));
    }
    return findings;
}

Findings checkExplicitFolder(const ExplicitFolder& folder, const Environment& environment,
                             std::vector<Registration>& registrations) {
    const std::string family = folder.family == Family::Chromium ? "chromium" : "firefox";
    const Source source{
        "--browser-dir", folder.family,
        fs::path(folder.folder) / hostsFolderName(folder.family, environment.os) / manifestFileName(),
        "superlink install --browser-dir " + shellQuoted(folder.folder) + " --family " + family};
    if (!stands(source.path)) {
        return {finding(source, "MANIFEST_MISSING", Severity::Error,
                        "The folder has no manifest, so a browser started with it does not know of the host.",
                        source.mend)};
    }
    return checkSource(source, registrations);
}

} // namespace superlink::installer
