#include "installer/browsers.hpp"

#include "installer/browsers_table.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <pwd.h>
#include <unistd.h>

extern char** environ;

namespace superlink::installer {
namespace {

namespace fs = std::filesystem;

fs::path absoluteVariable(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr && value[0] == '/' ? fs::path(value) : fs::path();
}

fs::path orBelow(const fs::path& chosen, const fs::path& home, std::string_view below) {
    return !chosen.empty() || home.empty() ? chosen : home / below;
}

bool isThere(const fs::path& path) {
    std::error_code ignored; // what we may not look at is as good as absent
    return fs::exists(path, ignored);
}

/// True for a folder with anything in it besides manifest folders.
bool isUsedFolder(const fs::path& folder) {
    std::error_code failed;
    for (auto entry = fs::directory_iterator(folder, failed); !failed && entry != fs::directory_iterator();
         entry.increment(failed)) {
        const auto name = entry->path().filename().string();
        if (name != "NativeMessagingHosts" && name != "native-messaging-hosts") {
            return true;
        }
    }
    return false;
}

bool contains(const fs::path& path, std::string_view part) {
    return path.native().find(part) != std::string::npos;
}

/// Ubuntu's /usr/bin/firefox and chromium-browser are scripts that start the snap.
bool isSnapStub(const fs::path& program) {
    std::ifstream file(program, std::ios::binary);
    std::string head(4096, '\0');
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(file.gcount()));
    return head.rfind("#!", 0) == 0 && head.find("/snap/bin/") != std::string::npos;
}

void noteProgram(const fs::path& program, Presence& found) {
    if (!isThere(program)) {
        return;
    }
    std::error_code failed;
    const fs::path real = fs::canonical(program, failed);
    if (contains(program, "/snap/") || real.filename() == "snap" || isSnapStub(real)) {
        found.snap = program;
    } else if (contains(program, "/flatpak/") || contains(real, "/flatpak/")) {
        found.flatpak = program;
    } else if (found.ordinary.empty()) {
        found.ordinary = program;
    }
}

void findPrograms(const Browser& browser, const Environment& environment, Presence& found) {
    for (const auto& name : browser.programs) {
        if (name.front() == '/') {
            noteProgram(systemPath(name, environment), found);
            if (browser.os == Os::MacOs && !environment.home.empty()) {
                noteProgram(environment.home / name.substr(1), found); // ~/Applications
            }
            continue;
        }
        for (const auto& folder : environment.path) {
            noteProgram(folder / name, found);
        }
    }
}

void findSandboxes(const Browser& browser, const Environment& environment, Presence& found) {
    const auto note = [](const fs::path& path, fs::path& into) {
        if (into.empty() && isThere(path)) {
            into = path;
        }
    };
    if (!browser.snap.empty()) {
        note(systemPath("/snap/bin/" + std::string(browser.snap), environment), found.snap);
    }
    if (!browser.flatpak.empty()) {
        note(systemPath("/var/lib/flatpak/app/" + std::string(browser.flatpak), environment), found.flatpak);
        if (!environment.home.empty()) {
            note(environment.home / ".local/share/flatpak/app" / browser.flatpak, found.flatpak);
            note(environment.home / ".var/app" / browser.flatpak, found.flatpak);
        }
    }
}

std::vector<fs::path> foldersOfPath() {
    std::vector<fs::path> folders;
    const char* value = std::getenv("PATH");
    std::string_view rest = value == nullptr ? "" : value;
    while (!rest.empty()) {
        const auto end = std::min(rest.find(':'), rest.size());
        if (rest.front() == '/') {
            folders.emplace_back(rest.substr(0, end));
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return folders;
}

} // namespace

Os runningOs() {
#if defined(_WIN32)
    return Os::Windows;
#elif defined(__APPLE__)
    return Os::MacOs;
#else
    return Os::Linux;
#endif
}

Environment environmentFromProcess() {
    Environment environment;
    environment.os = runningOs();
    environment.home = absoluteVariable("HOME");
    if (environment.home.empty()) {
        const passwd* entry = ::getpwuid(::geteuid());
        environment.home = entry != nullptr && entry->pw_dir[0] == '/' ? entry->pw_dir : "";
    }
    environment.configHome = orBelow(absoluteVariable("XDG_CONFIG_HOME"), environment.home, ".config");
    environment.chromeConfigHome = absoluteVariable("CHROME_CONFIG_HOME");
    environment.dataHome = orBelow(absoluteVariable("XDG_DATA_HOME"), environment.home, ".local/share");
    environment.path = foldersOfPath();
    for (char** line = environ; line != nullptr && *line != nullptr; ++line) {
        environment.variables.emplace_back(*line);
    }
    return environment;
}

fs::path baseFolder(Base base, Family family, const Environment& environment) {
    switch (base) {
    case Base::Home:
        return environment.home;
    case Base::Config:
        return family == Family::Chromium && !environment.chromeConfigHome.empty()
                   ? environment.chromeConfigHome
                   : environment.configHome;
    case Base::ApplicationSupport:
        return environment.home.empty() ? fs::path() : environment.home / "Library/Application Support";
    case Base::LocalAppData:
        return environment.localAppData;
    case Base::RoamingAppData:
        return environment.roamingAppData;
    case Base::Registry:
        return {};
    }
    return {};
}

fs::path resolve(const Place& place, Family family, const Environment& environment) {
    const fs::path base = baseFolder(place.base, family, environment);
    return base.empty() ? base : base / place.below;
}

fs::path systemPath(std::string_view absolute, const Environment& environment) {
    return environment.root / absolute.substr(1);
}

std::string_view hostsFolderName(Family family, Os os) {
    return family == Family::Firefox && os == Os::Linux ? "native-messaging-hosts" : "NativeMessagingHosts";
}

Presence findBrowser(const Browser& browser, const Environment& environment) {
    Presence found;
    for (const auto& place : browser.profiles) {
        const fs::path folder = resolve(place, browser.family, environment);
        if (found.ordinary.empty() && !folder.empty() && isUsedFolder(folder)) {
            found.ordinary = folder;
        }
    }
    findPrograms(browser, environment, found);
    findSandboxes(browser, environment, found);
    return found;
}

const std::vector<Browser>& browsersOf(Os os) {
    switch (os) {
    case Os::Linux:
        return kLinuxBrowsers;
    case Os::MacOs:
        return kMacBrowsers;
    case Os::Windows:
        return kWindowsBrowsers;
    }
    return kLinuxBrowsers;
}

} // namespace superlink::installer
