#include "temporary_home.hpp"

#include "installer/manifest.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <sys/stat.h>

namespace superlink::installer {

namespace fs = std::filesystem;

TemporaryHome::TemporaryHome(Os os) {
    std::string pattern = (fs::temp_directory_path() / "superlink-installer-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) {
        throw std::runtime_error("cannot make a temporary folder");
    }
    top_ = fs::canonical(pattern);
    environment.os = os;
    environment.home = top_ / "home";
    environment.configHome = environment.home / ".config";
    environment.dataHome = environment.home / ".local/share";
    environment.localAppData = environment.home / "AppData/Local";
    environment.roamingAppData = environment.home / "AppData/Roaming";
    environment.path = {top_ / "bin"};
    environment.root = top_ / "root";
    environment.variables = {"PATH=/usr/bin:/bin"};
    for (const auto& folder : {environment.home, environment.path.front(), environment.root}) {
        fs::create_directory(folder);
        ::chmod(folder.c_str(), 0755); // also under a test's umask
    }
}

TemporaryHome::~TemporaryHome() {
    std::error_code ignored; // a leftover in /tmp is no reason to fail
    fs::remove_all(top_, ignored);
}

void TemporaryHome::startBrowserOnce(const Browser& wanted) const {
    const auto profile = resolve(wanted.profiles.front(), wanted.family, environment);
    writeFile(profile / "Local State", "{}", 0600);
}

void TemporaryHome::startBrowserOnce(std::string_view id) const {
    startBrowserOnce(browser(id));
}

const Browser& TemporaryHome::browser(std::string_view id) const {
    const auto& rows = browsersOf(environment.os);
    return *std::find_if(rows.begin(), rows.end(), [id](const Browser& row) { return row.id == id; });
}

fs::path TemporaryHome::manifest(std::string_view id) const {
    const auto& row = browser(id);
    return resolve(row.hosts.front(), row.family, environment) / manifestFileName();
}

fs::path TemporaryHome::writeHost(std::string_view script, std::string_view reply) const {
    const fs::path host = top_ / "host with space/superlink-host";
    writeFile(host.parent_path() / "reply.bin", reply);
    writeFile(host, "#!/bin/sh\n" + std::string(script) + "\n", 0755);
    return host;
}

fs::path TemporaryHome::writeGoodHost() const {
    return writeHost("cat reply.bin\ncat >/dev/null",
                     framed(R"({"id":1,"result":{"protocol":2,"version":"0.1.0"}})"));
}

DoctorOptions TemporaryHome::doctorOptions() const {
    DoctorOptions options;
    options.version = "0.1.0";
    return options;
}

std::map<std::string, std::string> TemporaryHome::snapshot() const {
    std::map<std::string, std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(environment.home)) {
        struct stat state {};
        ::lstat(entry.path().c_str(), &state);
        std::ostringstream told;
        told << std::oct << state.st_mode << ' ';
        if (entry.is_symlink()) {
            told << fs::read_symlink(entry.path());
        } else if (entry.is_regular_file()) {
            told << state.st_mtim.tv_sec << '.' << state.st_mtim.tv_nsec << ' ' << state.st_ino << ' '
                 << readText(entry.path());
        }
        found[entry.path().string()] = told.str();
    }
    return found;
}

void writeFile(const fs::path& path, std::string_view text, mode_t mode) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
    ::chmod(path.c_str(), mode);
}

std::string readText(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

mode_t modeOf(const fs::path& path) {
    struct stat state {};
    ::stat(path.c_str(), &state);
    return state.st_mode & 07777;
}

std::string framed(std::string_view text) {
    const auto length = static_cast<std::uint32_t>(text.size());
    std::string frame(sizeof length, '\0');
    std::copy_n(reinterpret_cast<const char*>(&length), sizeof length, frame.begin());
    return frame.append(text);
}

Umask::Umask(mode_t mask) : before_(::umask(mask)) {}
Umask::~Umask() {
    ::umask(before_);
}

} // namespace superlink::installer
