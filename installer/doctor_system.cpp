#include "installer/doctor_parts.hpp"
#include "installer/files.hpp"
#include "installer/manifest.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>
#include <sys/stat.h>
#include <unistd.h>

namespace superlink::installer {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::size_t kMaxSystemFileBytes = 1024 * 1024;

/// The JSON files of a policy folder, later names before earlier ones: the last name wins, key by key
/// (Chromium's config_dir_policy_loader.cc).
std::vector<fs::path> policyFiles(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code failed;
    for (auto entry = fs::directory_iterator(folder, failed); !failed && entry != fs::directory_iterator();
         entry.increment(failed)) {
        if (entry->path().extension() == ".json") {
            files.push_back(entry->path());
        }
    }
    std::sort(files.rbegin(), files.rend());
    return files;
}

bool lists(const Json& policies, const char* key, const std::string& host) {
    const auto list = policies.find(key);
    return list != policies.end() && list->is_array() &&
           std::find(list->begin(), list->end(), host) != list->end();
}

/// `policies` and where each key came from.
Json readPolicies(const Browser& browser, const Environment& environment, Findings& findings, Json& origins) {
    Json merged = Json::object();
    for (const auto& file : policyFiles(systemPath(browser.policies, environment))) {
        const auto text = readFile(file, kMaxSystemFileBytes);
        const Json policies = text ? Json::parse(*text, nullptr, false, true) : Json();
        if (!policies.is_object()) {
            findings.push_back(
                {"POLICY_UNREADABLE", Severity::Warning, std::string(browser.name), file,
                 "This policy file cannot be read, so it is unknown whether it blocks the host.",
                 "Ask your administrator to mend or remove it."});
            continue;
        }
        for (const auto& [key, value] : policies.items()) {
            if (!merged.contains(key)) {
                merged[key] = value;
                origins[key] = file.string();
            }
        }
    }
    return merged;
}

/// One line of /proc/self/mountinfo: field 5 is the mount point, with octal escapes, field 6 its options.
struct Mount {
    std::string point;
    bool noexec = false;
};

std::string unescaped(const std::string& text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\' && at + 3 < text.size()) {
            result += static_cast<char>(std::stoi(text.substr(at + 1, 3), nullptr, 8));
            at += 3;
        } else {
            result += text[at];
        }
    }
    return result;
}

Mount parseMount(const std::string& line) {
    std::istringstream fields(line);
    std::string ignored;
    std::string point;
    std::string options;
    fields >> ignored >> ignored >> ignored >> ignored >> point >> options;
    return {unescaped(point), ("," + options + ",").find(",noexec,") != std::string::npos};
}

bool liesOn(const std::string& path, const std::string& point) {
    return point == "/" ||
           (path.rfind(point, 0) == 0 && (path.size() == point.size() || path[point.size()] == '/'));
}

/// The innermost mount decides; of two at the same point the later one.
bool isOnNoexecMount(const fs::path& program, const Environment& environment) {
    std::error_code failed;
    const std::string path = fs::canonical(program, failed).string();
    const auto text = readFile(systemPath("/proc/self/mountinfo", environment), kMaxSystemFileBytes);
    std::istringstream lines(text.value_or(""));
    std::string line;
    Mount innermost;
    while (!failed && std::getline(lines, line)) {
        Mount mount = parseMount(line);
        if (!mount.point.empty() && liesOn(path, mount.point) &&
            mount.point.size() >= innermost.point.size()) {
            innermost = std::move(mount);
        }
    }
    return innermost.noexec;
}

} // namespace

PolicyVerdict checkPolicies(const Browser& browser, const Environment& environment) {
    PolicyVerdict verdict;
    if (browser.policies.empty()) {
        return verdict;
    }
    Json origins = Json::object();
    const Json policies = readPolicies(browser, environment, verdict.findings, origins);
    const bool blocked = lists(policies, "NativeMessagingBlocklist", "*") ||
                         lists(policies, "NativeMessagingBlocklist", hostName());
    if (blocked && !lists(policies, "NativeMessagingAllowlist", hostName())) {
        verdict.findings.push_back(
            {"POLICY_BLOCKS_HOST", Severity::Error, std::string(browser.name),
             origins["NativeMessagingBlocklist"].get<std::string>(),
             "A policy (NativeMessagingBlocklist) forbids the browser to start the host.",
             "Ask your administrator to add " + hostName() + " to NativeMessagingAllowlist."});
    }
    const auto userLevel = policies.find("NativeMessagingUserLevelHosts");
    if (userLevel != policies.end() && *userLevel == false) {
        verdict.userHostsForbiddenBy = origins["NativeMessagingUserLevelHosts"].get<std::string>();
    }
    return verdict;
}

Findings checkSandbox(const Browser& browser, const Presence& presence) {
    Findings findings;
    const std::string name(browser.name);
    const bool isFirefox = browser.id == "firefox";
    if (!presence.snap.empty()) {
        findings.push_back(
            {"BROWSER_IN_SNAP", Severity::Warning, name, presence.snap,
             isFirefox
                 ? "This Firefox is a snap: it starts the host only through Ubuntu's desktop portal, which "
                   "asks for permission the first time."
                 : "This " + name + " is a snap, which may not be able to start the host.",
             isFirefox
                 ? "flatpak permission-set webextensions " + hostName() + " snap.firefox yes"
                 : "If no badge shows, install " + name + " as a package of its maker or distribution."});
    }
    if (!presence.flatpak.empty()) {
        findings.push_back(
            {"BROWSER_IN_FLATPAK", Severity::Warning, name, presence.flatpak,
             isFirefox
                 ? "This Firefox is a Flatpak: it starts the host only from version 157 on and with the "
                   "service xdg-native-messaging-proxy."
                 : "This " + name + " is a Flatpak, which cannot start programs outside its sandbox.",
             isFirefox
                 ? "Install xdg-native-messaging-proxy and enable its user service, or install Firefox as a "
                   "package of its maker or distribution."
                 : "Install " + name + " as a package of its maker or distribution."});
    }
    return findings;
}

Findings checkHostFile(const fs::path& host, const Environment& environment) {
    struct stat file {};
    if (::stat(host.c_str(), &file) != 0) {
        return {{"HOST_MISSING", Severity::Error, "", host,
                 "The program that the browsers are told to start is gone.", "superlink install"}};
    }
    if (!S_ISREG(file.st_mode)) {
        return {{"HOST_NOT_A_FILE", Severity::Error, "", host,
                 "What the browsers are told to start is not a program file.", "superlink install"}};
    }
    if ((file.st_mode & 0111) == 0 || ::access(host.c_str(), X_OK) != 0) {
        return {{"HOST_NOT_EXECUTABLE", Severity::Error, "", host, "The host may not be executed.",
                 "chmod 755 " + shellQuoted(host)}};
    }
    Findings findings;
    if (isOnNoexecMount(host, environment)) {
        findings.push_back(
            {"HOST_ON_NOEXEC_MOUNT", Severity::Error, "", host,
             "The host lies on a file system that forbids running programs (noexec).",
             "Install SuperLink in a folder on another file system and run: superlink install"});
    }
    if ((file.st_mode & S_IWOTH) != 0) {
        findings.push_back({"HOST_WRITABLE_BY_OTHERS", Severity::Warning, "", host,
                            "Everybody may replace the program that your browsers start.",
                            "chmod o-w " + shellQuoted(host)});
    }
    return findings;
}

Findings checkDataFolder(const Environment& environment) {
    const fs::path folder = environment.dataHome / "superlink";
    struct stat found {};
    if (::lstat(folder.c_str(), &found) != 0) {
        return {{"DATA_FOLDER_MISSING", Severity::Ok, "", folder,
                 "There is no data folder yet; the host makes it when it is first started.", ""}};
    }
    if (!S_ISDIR(found.st_mode)) {
        return {{"DATA_FOLDER_NOT_A_FOLDER", Severity::Error, "", folder,
                 "What stands where the data folder belongs is a link or a file.",
                 "mv " + shellQuoted(folder) + " " + shellQuoted(folder.string() + ".old")}};
    }
    if (found.st_uid != ::geteuid()) {
        return {{"DATA_FOLDER_NOT_OURS", Severity::Error, "", folder,
                 "The data folder belongs to another user, so the host refuses it.",
                 "sudo chown -R \"$USER\" " + shellQuoted(folder)}};
    }
    if ((found.st_mode & S_IRWXU) != S_IRWXU) {
        return {{"DATA_FOLDER_NOT_WRITABLE", Severity::Error, "", folder,
                 "You may not write to the data folder.", "chmod 700 " + shellQuoted(folder)}};
    }
    if ((found.st_mode & 0077) != 0) {
        const bool writable = (found.st_mode & 0022) != 0;
        return {
            {"DATA_FOLDER_TOO_OPEN", writable ? Severity::Error : Severity::Warning, "", folder,
             std::string("Other users may ") + (writable ? "write to" : "look into") + " the data folder.",
             "chmod 700 " + shellQuoted(folder)}};
    }
    return {{"DATA_FOLDER_OK", Severity::Ok, "", folder, "The data folder is yours alone.", ""}};
}

} // namespace superlink::installer
