#include "installer/doctor.hpp"

#include "installer/doctor_parts.hpp"
#include "installer/manifest.hpp"

#include <algorithm>
#include <set>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace superlink::installer {
namespace {

namespace fs = std::filesystem;

void append(Findings& findings, Findings more) {
    findings.insert(findings.end(), std::make_move_iterator(more.begin()),
                    std::make_move_iterator(more.end()));
}

/// What makes every further question pointless.
Findings checkPerson(const Environment& environment) {
    struct stat found {};
    if (environment.os == Os::Windows) {
        return {{"SYSTEM_NOT_SUPPORTED", Severity::Error, "", "",
                 "This build cannot look at Windows' registry.",
                 "Look at the keys under HKEY_CURRENT_USER\\Software by hand."}};
    }
    if (environment.home.empty() || ::stat(environment.home.c_str(), &found) != 0) {
        return {{"HOME_UNKNOWN", Severity::Error, "", environment.home, "Your home folder is unknown.",
                 "Set HOME to your home folder."}};
    }
    if (found.st_uid != ::geteuid()) {
        return {{"HOME_NOT_OURS", Severity::Error, "", environment.home,
                 "The home folder belongs to another user, so this is not what the browser sees.",
                 "Run superlink as the person who uses the browser, without sudo."}};
    }
    return {};
}

Findings checkBrowsers(const Environment& environment, std::vector<Registration>& registrations) {
    Findings findings;
    bool any = false;
    for (const auto& browser : browsersOf(environment.os)) {
        const Presence presence = findBrowser(browser, environment);
        if (!presence.any()) {
            continue;
        }
        any = true;
        PolicyVerdict policies = checkPolicies(browser, environment);
        append(findings, checkManifests(browser, policies, environment, registrations));
        append(findings, std::move(policies.findings));
        append(findings, checkSandbox(browser, presence));
    }
    if (!any) {
        findings.push_back({"NO_BROWSER_FOUND", Severity::Warning, "", "",
                            "No browser that SuperLink knows was found for this user.",
                            "Start the browser once, or name it: superlink install --browser firefox"});
    }
    return findings;
}

Findings checkExpected(const Registration& registration, const fs::path& expected) {
    std::error_code failed;
    if (expected.empty() || !fs::exists(registration.host, failed) ||
        fs::equivalent(registration.host, expected, failed)) {
        return {};
    }
    return {{"HOST_IS_ANOTHER", Severity::Warning, registration.browser, registration.manifest,
             "The browser starts " + registration.host.string() +
                 ", not the host that belongs to this program, " + expected.string() + ".",
             "superlink install"}};
}

Findings checkHosts(std::vector<Registration> registrations, const Environment& environment,
                    const DoctorOptions& options) {
    Findings findings;
    for (const auto& registration : registrations) {
        append(findings, checkExpected(registration, options.expectedHost));
    }
    if (registrations.empty() && !options.expectedHost.empty()) {
        registrations.push_back({"", Family::Chromium, "", options.expectedHost});
    }
    std::set<fs::path> seen;
    std::set<fs::path> sound;
    std::set<std::pair<fs::path, Family>> launched;
    for (const auto& registration : registrations) {
        if (seen.insert(registration.host).second) {
            Findings file = checkHostFile(registration.host, environment);
            if (!hasError(file)) {
                sound.insert(registration.host);
            }
            append(findings, std::move(file));
        }
        if (options.launch && sound.count(registration.host) != 0 &&
            launched.insert({registration.host, registration.family}).second) {
            append(findings, checkLaunch(registration, environment, options));
        }
    }
    return findings;
}

} // namespace

std::vector<Finding> diagnose(const Environment& environment, const DoctorOptions& options) {
    Findings findings = checkPerson(environment);
    if (!findings.empty()) {
        return findings;
    }
    std::vector<Registration> registrations;
    append(findings, options.folder ? checkExplicitFolder(*options.folder, environment, registrations)
                                    : checkBrowsers(environment, registrations));
    append(findings, checkDataFolder(environment)); // before the launch, which may make it
    append(findings, checkHosts(std::move(registrations), environment, options));
    return findings;
}

bool hasError(const Findings& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.severity == Severity::Error; });
}

int exitCode(const std::vector<Finding>& findings) {
    return hasError(findings) ? 1 : 0;
}

std::string shellQuoted(const fs::path& path) {
    std::string quoted = "'";
    for (const char letter : path.string()) {
        quoted += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    }
    return quoted + "'";
}

} // namespace superlink::installer
