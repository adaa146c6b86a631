#include "installer/files.hpp"
#include "installer/manifest.hpp"
#include "installer/registrar.hpp"
#include "temporary_home.hpp"

#include <catch2/catch.hpp>
#include <csignal>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace superlink::installer;
namespace fs = std::filesystem;

namespace {

/// A home with Chromium in it, and a folder outside that nobody may be led to.
struct Trap {
    TemporaryHome home;
    fs::path host = home.writeGoodHost();
    fs::path outside = home.home().parent_path() / "outside";
    Trap() {
        home.startBrowserOnce("chromium");
        writeFile(outside / "treasure", "untouched", 0600);
    }
    Outcome install() const { return registerHost(host, home.environment, {{"chromium"}, {}}).front(); }
    Outcome uninstall() const { return unregisterHost(home.environment, {{"chromium"}, {}}).front(); }
    void checkOutside() const {
        CHECK(readText(outside / "treasure") == "untouched");
        CHECK(modeOf(outside / "treasure") == 0600);
        CHECK(std::distance(fs::directory_iterator(outside), fs::directory_iterator()) == 1);
    }
};

} // namespace

TEST_CASE("Whatever the umask, manifests are 0644 and new folders 0700") {
    for (const mode_t mask : std::vector<mode_t>{0000, 0022, 0027, 0077, 0777}) {
        INFO("umask " << std::oct << mask);
        const TemporaryHome home;
        const auto host = home.writeGoodHost();
        const Umask umask(mask);
        const auto outcomes = registerHost(host, home.environment, {{"brave", "firefox"}, {}});
        CHECK(!anyRefused(outcomes));
        CHECK(modeOf(home.manifest("brave")) == 0644);
        CHECK(modeOf(home.manifest("firefox")) == 0644);
        for (const char* folder : {".config", ".config/BraveSoftware", ".config/BraveSoftware/Brave-Browser",
                                   ".config/BraveSoftware/Brave-Browser/NativeMessagingHosts", ".mozilla",
                                   ".mozilla/native-messaging-hosts"}) {
            INFO(folder);
            CHECK(modeOf(home.home() / folder) == 0700);
        }
    }
}

TEST_CASE("Rights of folders that were there are left as they were") {
    const TemporaryHome home;
    fs::create_directories(home.home() / ".mozilla/native-messaging-hosts");
    ::chmod((home.home() / ".mozilla").c_str(), 0755);
    ::chmod((home.home() / ".mozilla/native-messaging-hosts").c_str(), 0775);
    registerHost(home.writeGoodHost(), home.environment, {{"firefox"}, {}});
    CHECK(modeOf(home.home() / ".mozilla") == 0755);
    CHECK(modeOf(home.home() / ".mozilla/native-messaging-hosts") == 0775);
}

TEST_CASE("A link planted as the manifest is neither followed nor removed") {
    const Trap trap;
    fs::create_directories(trap.home.manifest("chromium").parent_path());
    for (const auto& target : {trap.outside / "treasure", trap.outside / "new", fs::path("/dev/null")}) {
        fs::create_symlink(target, trap.home.manifest("chromium"));
        const Outcome installed = trap.install();
        CHECK(installed.happened == Happened::Refused);
        CHECK(installed.why.find("symbolic link") != std::string::npos);
        CHECK(trap.uninstall().happened == Happened::Refused);
        CHECK(fs::read_symlink(trap.home.manifest("chromium")) == target);
        trap.checkOutside();
        fs::remove(trap.home.manifest("chromium"));
    }
}

TEST_CASE("A link planted at any folder on the way is not followed out of the home") {
    for (const char* planted : {"chromium", "chromium/NativeMessagingHosts"}) {
        INFO(planted);
        const Trap trap;
        const fs::path link = trap.home.environment.configHome / planted;
        fs::remove_all(link);
        fs::create_directories(link.parent_path());
        fs::create_directory_symlink(trap.outside, link);
        CHECK(trap.install().happened == Happened::Refused);
        CHECK(trap.uninstall().happened == Happened::Absent);
        CHECK(fs::is_symlink(link));
        trap.checkOutside();
    }
}

TEST_CASE("A link inside the home is followed, as people link one browser's folder to another's") {
    const TemporaryHome home;
    fs::create_directories(home.home() / ".mozilla/native-messaging-hosts");
    fs::create_directories(home.home() / ".librewolf");
    fs::create_directory_symlink("../.mozilla/native-messaging-hosts",
                                 home.home() / ".librewolf/native-messaging-hosts");
    const auto host = home.writeGoodHost();
    const auto outcomes = registerHost(host, home.environment, {{"librewolf"}, {}});
    CHECK(outcomes.front().happened == Happened::Written);
    CHECK(readText(home.manifest("firefox")) == fillManifest(Family::Firefox, host));
}

TEST_CASE("A configuration folder that is itself a link elsewhere is the person's choice") {
    const Trap trap;
    fs::rename(trap.home.environment.configHome, trap.outside / "config");
    fs::create_directory_symlink(trap.outside / "config", trap.home.environment.configHome);
    CHECK(trap.install().happened == Happened::Written);
    CHECK(trap.uninstall().happened == Happened::Removed);
}

TEST_CASE("Links planted under the names of our temporary files are removed, not written through") {
    const Trap trap;
    const fs::path folder = trap.home.manifest("chromium").parent_path();
    fs::create_directories(folder);
    const std::string ours = ".io.superlink.host.json." + std::to_string(::getpid());
    fs::create_symlink(trap.outside / "treasure", folder / ours);
    CHECK(trap.install().happened == Happened::Written);
    CHECK(std::distance(fs::directory_iterator(folder), fs::directory_iterator()) == 1);
    trap.checkOutside();
}

TEST_CASE("What a killed process left is cleared away, what a running one writes is not") {
    const Trap trap;
    const pid_t dead = ::fork();
    if (dead == 0) {
        ::_exit(0);
    }
    ::waitpid(dead, nullptr, 0);
    const std::string prefix = ".io.superlink.host.json.";
    const fs::path folder = trap.home.manifest("chromium").parent_path();
    for (const auto& rest : {std::to_string(dead), std::to_string(::getppid()), std::string("notes")}) {
        writeFile(folder / (prefix + rest), "half");
    }
    CHECK(trap.install().happened == Happened::Written);
    CHECK(!fs::exists(folder / (prefix + std::to_string(dead))));
    CHECK(fs::exists(folder / (prefix + std::to_string(::getppid()))));
    CHECK(fs::exists(folder / (prefix + "notes")));
}

TEST_CASE("A hard link to another file is replaced, not written through") {
    const Trap trap;
    fs::create_directories(trap.home.manifest("chromium").parent_path());
    fs::create_hard_link(trap.outside / "treasure", trap.home.manifest("chromium"));
    CHECK(trap.install().happened == Happened::Written);
    trap.checkOutside();
}

TEST_CASE("A folder or a pipe in the manifest's place is refused and left") {
    const Trap trap;
    fs::create_directories(trap.home.manifest("chromium"));
    CHECK(trap.install().happened == Happened::Refused);
    CHECK(trap.uninstall().happened == Happened::Refused);
    CHECK(fs::is_directory(trap.home.manifest("chromium")));
    fs::remove(trap.home.manifest("chromium"));
    REQUIRE(::mkfifo(trap.home.manifest("chromium").c_str(), 0600) == 0);
    CHECK(trap.install().happened == Happened::Refused);
    CHECK(trap.uninstall().happened == Happened::Refused);
    CHECK(fs::is_fifo(trap.home.manifest("chromium")));
}

TEST_CASE("A file in a folder's place is refused and left") {
    const Trap trap;
    writeFile(trap.home.environment.configHome / "chromium/NativeMessagingHosts", "a file");
    CHECK(trap.install().happened == Happened::Refused);
    CHECK(trap.uninstall().happened == Happened::Absent);
    CHECK(readText(trap.home.environment.configHome / "chromium/NativeMessagingHosts") == "a file");
}

TEST_CASE("A folder that everybody may write to is refused with the command that mends it") {
    const Trap trap;
    const fs::path folder = trap.home.manifest("chromium").parent_path();
    fs::create_directories(folder);
    ::chmod(folder.c_str(), 0777);
    const Outcome installed = trap.install();
    CHECK(installed.happened == Happened::Refused);
    CHECK(installed.why.find("chmod o-w '" + folder.string() + "'") != std::string::npos);
    CHECK(fs::is_empty(folder));
}

TEST_CASE("One refused browser does not keep the others from being registered") {
    const Trap trap;
    trap.home.startBrowserOnce("firefox");
    fs::create_directories(trap.home.manifest("chromium"));
    registerHost(trap.host, trap.home.environment, {});
    CHECK(fs::exists(trap.home.manifest("firefox")));
}

TEST_CASE("A process that is killed while writing leaves a whole manifest and nothing that stays") {
    const Trap trap;
    const fs::path second = trap.host.parent_path() / "other-host";
    fs::copy_file(trap.host, second);
    const std::string one = fillManifest(Family::Chromium, trap.host);
    const std::string two = fillManifest(Family::Chromium, second);
    trap.install();
    std::size_t torn = 0;
    for (int round = 0; round < 50; ++round) {
        const pid_t child = ::fork();
        if (child == 0) {
            for (;;) {
                registerHost(second, trap.home.environment, {{"chromium"}, {}});
                registerHost(trap.host, trap.home.environment, {{"chromium"}, {}});
            }
        }
        for (int look = 0; look < 20; ++look) {
            const std::string text = readText(trap.home.manifest("chromium"));
            torn += text != one && text != two ? 1U : 0U;
        }
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        const std::string text = readText(trap.home.manifest("chromium"));
        torn += text != one && text != two ? 1U : 0U;
    }
    CHECK(torn == 0);
    trap.install();
    const fs::path folder = trap.home.manifest("chromium").parent_path();
    CHECK(std::distance(fs::directory_iterator(folder), fs::directory_iterator()) == 1);
}
