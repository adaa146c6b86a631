#pragma once

#include "installer/browsers.hpp"
#include "installer/doctor.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <sys/types.h>

namespace superlink::installer {

/// A home folder and a system below /tmp, gone at the end. Nothing of the real person's is touched or seen.
class TemporaryHome {
  public:
    explicit TemporaryHome(Os os = Os::Linux);
    TemporaryHome(const TemporaryHome&) = delete;
    TemporaryHome& operator=(const TemporaryHome&) = delete;
    ~TemporaryHome();

    Environment environment; ///< with an empty system below `root`, and a PATH on which nothing is

    std::filesystem::path home() const { return environment.home; }
    /// Below the system's root.
    std::filesystem::path system(std::string_view absolute) const {
        return systemPath(absolute, environment);
    }

    /// What a browser leaves when it was started once.
    void startBrowserOnce(const Browser& browser) const;
    void startBrowserOnce(std::string_view id) const;
    const Browser& browser(std::string_view id) const;

    /// Where the first manifest of a browser belongs.
    std::filesystem::path manifest(std::string_view id) const;

    /// A shell script beside which `reply` lies as "reply.bin"; it is started in its own folder.
    std::filesystem::path writeHost(std::string_view script, std::string_view reply = "") const;

    /// A host that says hello as it should and leaves at the end of its input.
    std::filesystem::path writeGoodHost() const;

    /// Options that fit writeGoodHost().
    DoctorOptions doctorOptions() const;

    /// Everything below the home folder: kind, rights, time of change and content.
    std::map<std::string, std::string> snapshot() const;

  private:
    std::filesystem::path top_;
};

/// With missing parents.
void writeFile(const std::filesystem::path& path, std::string_view text, mode_t mode = 0644);
std::string readText(const std::filesystem::path& path);
mode_t modeOf(const std::filesystem::path& path);

/// `text` as a frame of native messaging.
std::string framed(std::string_view text);

/// For as long as it lives.
class Umask {
  public:
    explicit Umask(mode_t mask);
    Umask(const Umask&) = delete;
    Umask& operator=(const Umask&) = delete;
    ~Umask();

  private:
    mode_t before_;
};

} // namespace superlink::installer
