#include "temporary_home.hpp"

#include <catch2/catch.hpp>

using namespace superlink::installer;
namespace fs = std::filesystem;

TEST_CASE("A browser that was started once is found, on every system, and no other is") {
    for (const Os os : {Os::Linux, Os::MacOs, Os::Windows}) {
        for (const auto& browser : browsersOf(os)) {
            INFO(static_cast<int>(os) << " " << browser.id);
            const TemporaryHome home(os);
            home.startBrowserOnce(browser);
            CHECK(!findBrowser(browser, home.environment).ordinary.empty());
            for (const auto& other : browsersOf(os)) {
                INFO(other.id);
                CHECK((other.id == browser.id || !findBrowser(other, home.environment).any()));
            }
        }
    }
}

TEST_CASE("A folder in which only installers wrote does not show a browser") {
    const TemporaryHome home;
    writeFile(home.environment.configHome / "google-chrome/NativeMessagingHosts/other.json", "{}");
    writeFile(home.home() / ".zen/native-messaging-hosts/other.json", "{}");
    CHECK(!findBrowser(home.browser("chrome"), home.environment).any());
    CHECK(!findBrowser(home.browser("zen"), home.environment).any());
}

TEST_CASE("A browser that was never started is found by its program") {
    const TemporaryHome home;
    writeFile(home.environment.path.front() / "firefox-esr",
              "\x7f"
              "ELF",
              0755);
    writeFile(home.system("/opt/google/chrome/chrome"),
              "\x7f"
              "ELF",
              0755);
    CHECK(!findBrowser(home.browser("firefox"), home.environment).ordinary.empty());
    CHECK(!findBrowser(home.browser("chrome"), home.environment).ordinary.empty());
    CHECK(!findBrowser(home.browser("chromium"), home.environment).any());

    const TemporaryHome mac(Os::MacOs);
    fs::create_directories(mac.system("/Applications/Arc.app"));
    fs::create_directories(mac.home() / "Applications/Vivaldi.app");
    CHECK(!findBrowser(mac.browser("arc"), mac.environment).ordinary.empty());
    CHECK(!findBrowser(mac.browser("vivaldi"), mac.environment).ordinary.empty());
}

TEST_CASE("A snap is known by /snap/bin, by a link to snap and by Ubuntu's stub script") {
    const TemporaryHome inBin;
    writeFile(inBin.system("/snap/bin/firefox"), "", 0755);
    CHECK(!findBrowser(inBin.browser("firefox"), inBin.environment).snap.empty());

    const TemporaryHome link;
    writeFile(link.system("/usr/bin/snap"),
              "\x7f"
              "ELF",
              0755);
    fs::create_symlink(link.system("/usr/bin/snap"), link.environment.path.front() / "chromium");
    CHECK(!findBrowser(link.browser("chromium"), link.environment).snap.empty());

    const TemporaryHome stub;
    writeFile(stub.environment.path.front() / "firefox", "#!/bin/sh\nexec /snap/bin/firefox \"$@\"\n", 0755);
    const Presence found = findBrowser(stub.browser("firefox"), stub.environment);
    CHECK(!found.snap.empty());
    CHECK(found.ordinary.empty());
}

TEST_CASE("A Flatpak is known by its installation, its launcher and its data") {
    const TemporaryHome installed;
    fs::create_directories(installed.system("/var/lib/flatpak/app/com.google.Chrome"));
    CHECK(!findBrowser(installed.browser("chrome"), installed.environment).flatpak.empty());

    const TemporaryHome data;
    fs::create_directories(data.home() / ".var/app/org.mozilla.firefox");
    CHECK(!findBrowser(data.browser("firefox"), data.environment).flatpak.empty());

    TemporaryHome launcher;
    launcher.environment.path = {launcher.system("/var/lib/flatpak/exports/bin")};
    writeFile(launcher.environment.path.front() / "brave", "#!/bin/sh\n", 0755);
    const Presence found = findBrowser(launcher.browser("brave"), launcher.environment);
    CHECK(!found.flatpak.empty());
    CHECK(found.ordinary.empty());
}

TEST_CASE("The process tells a complete environment") {
    const Environment environment = environmentFromProcess();
    CHECK(environment.os == runningOs());
    CHECK(environment.home.is_absolute());
    CHECK(environment.configHome.is_absolute());
    CHECK(environment.dataHome.is_absolute());
    CHECK(!environment.path.empty());
    CHECK(!environment.variables.empty());
}
