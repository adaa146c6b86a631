#include "installer/browsers.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <set>
#include <sstream>

using namespace superlink::installer;

namespace {

// The table once more, typed by hand from the documents and not from the code: system, id, family, and every
// place that a manifest belongs in. A slip of the pen on either side shows as a difference.
constexpr const char* kSecondTable = R"(
linux chrome             chromium /home/ada/.config/google-chrome/NativeMessagingHosts
linux chrome-beta        chromium /home/ada/.config/google-chrome-beta/NativeMessagingHosts
linux chrome-dev         chromium /home/ada/.config/google-chrome-unstable/NativeMessagingHosts
linux chrome-for-testing chromium /home/ada/.config/google-chrome-for-testing/NativeMessagingHosts
linux chromium           chromium /home/ada/.config/chromium/NativeMessagingHosts
linux ungoogled-chromium chromium /home/ada/.config/chromium/NativeMessagingHosts
linux ungoogled-chromium chromium /home/ada/.config/ungoogled-chromium/NativeMessagingHosts
linux helium             chromium /home/ada/.config/net.imput.helium/NativeMessagingHosts
linux iridium            chromium /home/ada/.config/iridium/NativeMessagingHosts
linux edge               chromium /home/ada/.config/microsoft-edge/NativeMessagingHosts
linux edge-beta          chromium /home/ada/.config/microsoft-edge-beta/NativeMessagingHosts
linux edge-dev           chromium /home/ada/.config/microsoft-edge-dev/NativeMessagingHosts
linux brave              chromium /home/ada/.config/BraveSoftware/Brave-Browser/NativeMessagingHosts
linux brave-beta         chromium /home/ada/.config/BraveSoftware/Brave-Browser-Beta/NativeMessagingHosts
linux brave-nightly      chromium /home/ada/.config/BraveSoftware/Brave-Browser-Nightly/NativeMessagingHosts
linux vivaldi            chromium /home/ada/.config/vivaldi/NativeMessagingHosts
linux vivaldi-snapshot   chromium /home/ada/.config/vivaldi-snapshot/NativeMessagingHosts
linux opera              chromium /home/ada/.config/google-chrome/NativeMessagingHosts
linux yandex             chromium /home/ada/.config/yandex-browser/NativeMessagingHosts
linux firefox            firefox  /home/ada/.mozilla/native-messaging-hosts
linux librewolf          firefox  /home/ada/.librewolf/native-messaging-hosts
linux waterfox           firefox  /home/ada/.waterfox/native-messaging-hosts
linux waterfox           firefox  /home/ada/.mozilla/native-messaging-hosts
linux zen                firefox  /home/ada/.mozilla/native-messaging-hosts
linux zen                firefox  /home/ada/.zen/native-messaging-hosts
mac chrome             chromium /home/ada/Library/Application Support/Google/Chrome/NativeMessagingHosts
mac chrome-beta        chromium /home/ada/Library/Application Support/Google/Chrome Beta/NativeMessagingHosts
mac chrome-dev         chromium /home/ada/Library/Application Support/Google/Chrome Dev/NativeMessagingHosts
mac chrome-canary      chromium /home/ada/Library/Application Support/Google/Chrome Canary/NativeMessagingHosts
mac chrome-for-testing chromium /home/ada/Library/Application Support/Google/ChromeForTesting/NativeMessagingHosts
mac chrome-for-testing chromium /home/ada/Library/Application Support/Google/Chrome for Testing/NativeMessagingHosts
mac chromium           chromium /home/ada/Library/Application Support/Chromium/NativeMessagingHosts
mac helium             chromium /home/ada/Library/Application Support/net.imput.helium/NativeMessagingHosts
mac edge               chromium /home/ada/Library/Application Support/Microsoft Edge/NativeMessagingHosts
mac edge-beta          chromium /home/ada/Library/Application Support/Microsoft Edge Beta/NativeMessagingHosts
mac edge-dev           chromium /home/ada/Library/Application Support/Microsoft Edge Dev/NativeMessagingHosts
mac edge-canary        chromium /home/ada/Library/Application Support/Microsoft Edge Canary/NativeMessagingHosts
mac brave              chromium /home/ada/Library/Application Support/BraveSoftware/Brave-Browser/NativeMessagingHosts
mac vivaldi            chromium /home/ada/Library/Application Support/Vivaldi/NativeMessagingHosts
mac opera              chromium /home/ada/Library/Application Support/Google/Chrome/NativeMessagingHosts
mac opera              chromium /home/ada/Library/Application Support/com.operasoftware.Opera/NativeMessagingHosts
mac opera-gx           chromium /home/ada/Library/Application Support/Google/Chrome/NativeMessagingHosts
mac opera-gx           chromium /home/ada/Library/Application Support/com.operasoftware.OperaGX/NativeMessagingHosts
mac arc                chromium /home/ada/Library/Application Support/Arc/User Data/NativeMessagingHosts
mac arc                chromium /home/ada/Library/Application Support/Google/Chrome/NativeMessagingHosts
mac yandex             chromium /home/ada/Library/Application Support/Yandex/YandexBrowser/NativeMessagingHosts
mac firefox            firefox  /home/ada/Library/Application Support/Mozilla/NativeMessagingHosts
mac librewolf          firefox  /home/ada/Library/Application Support/LibreWolf/NativeMessagingHosts
mac librewolf          firefox  /home/ada/Library/Application Support/librewolf/NativeMessagingHosts
mac waterfox           firefox  /home/ada/Library/Application Support/Mozilla/NativeMessagingHosts
mac zen                firefox  /home/ada/Library/Application Support/Mozilla/NativeMessagingHosts
mac zen                firefox  /home/ada/Library/Application Support/Zen/NativeMessagingHosts
windows chrome             chromium Google\Chrome\NativeMessagingHosts
windows chrome-beta        chromium Google\Chrome\NativeMessagingHosts
windows chrome-dev         chromium Google\Chrome\NativeMessagingHosts
windows chrome-canary      chromium Google\Chrome\NativeMessagingHosts
windows chrome-for-testing chromium Google\Chrome\NativeMessagingHosts
windows chromium           chromium Chromium\NativeMessagingHosts
windows chromium           chromium Google\Chrome\NativeMessagingHosts
windows helium             chromium Google\Chrome\NativeMessagingHosts
windows edge               chromium Microsoft\Edge\NativeMessagingHosts
windows brave              chromium Google\Chrome\NativeMessagingHosts
windows brave              chromium BraveSoftware\Brave-Browser\NativeMessagingHosts
windows vivaldi            chromium Google\Chrome\NativeMessagingHosts
windows vivaldi            chromium Vivaldi\NativeMessagingHosts
windows opera              chromium Google\Chrome\NativeMessagingHosts
windows arc                chromium Google\Chrome\NativeMessagingHosts
windows yandex             chromium Google\Chrome\NativeMessagingHosts
windows firefox            firefox  Mozilla\NativeMessagingHosts
windows librewolf          firefox  Mozilla\NativeMessagingHosts
windows librewolf          firefox  LibreWolf\NativeMessagingHosts
windows waterfox           firefox  Mozilla\NativeMessagingHosts
windows waterfox           firefox  Waterfox\NativeMessagingHosts
windows zen                firefox  Mozilla\NativeMessagingHosts
)";

/// "<system> <id>" → family and places, in order.
using Table = std::map<std::string, std::vector<std::string>>;

Environment adas(Os os) {
    Environment environment;
    environment.os = os;
    environment.home = "/home/ada";
    environment.configHome = "/home/ada/.config";
    return environment;
}

Table secondTable() {
    Table table;
    std::istringstream lines(kSecondTable);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string system, id, family, place;
        if (words >> system >> id >> family && std::getline(words >> std::ws, place)) {
            auto& row = table[system + " " + id];
            if (row.empty()) {
                row.push_back(family);
            }
            row.push_back(place);
        }
    }
    return table;
}

Table firstTable() {
    const std::map<Os, std::string> systems{
        {Os::Linux, "linux"}, {Os::MacOs, "mac"}, {Os::Windows, "windows"}};
    Table table;
    for (const auto& [os, system] : systems) {
        for (const auto& browser : browsersOf(os)) {
            auto& row = table[system + " " + std::string(browser.id)];
            row.push_back(browser.family == Family::Chromium ? "chromium" : "firefox");
            for (const auto& place : browser.hosts) {
                const auto path = resolve(place, browser.family, adas(os)).string();
                row.push_back(place.base == Base::Registry ? place.below : path);
            }
        }
    }
    return table;
}

} // namespace

TEST_CASE("The table of browsers equals the one typed a second time") {
    const Table second = secondTable();
    for (const auto& [browser, places] : firstTable()) {
        INFO(browser);
        REQUIRE(second.count(browser) == 1);
        CHECK(places == second.at(browser));
    }
    CHECK(firstTable().size() == second.size());
}

TEST_CASE("At least fifteen browsers are known on every system, each once") {
    for (const Os os : {Os::Linux, Os::MacOs, Os::Windows}) {
        std::set<std::string_view> ids;
        for (const auto& browser : browsersOf(os)) {
            INFO(browser.id);
            CHECK(browser.os == os);
            CHECK(ids.insert(browser.id).second);
            CHECK(!browser.name.empty());
            CHECK(!browser.hosts.empty());
            CHECK(!browser.profiles.empty());
        }
        CHECK(ids.size() >= 15);
    }
}

TEST_CASE("Chromium's family follows XDG_CONFIG_HOME and before it CHROME_CONFIG_HOME, Firefox neither") {
    Environment environment = adas(Os::Linux);
    const Place chromes{Base::Config, "chromium/NativeMessagingHosts"};
    const Place firefoxes{Base::Home, ".mozilla/native-messaging-hosts"};

    environment.configHome = "/elsewhere";
    CHECK(resolve(chromes, Family::Chromium, environment) == "/elsewhere/chromium/NativeMessagingHosts");
    CHECK(resolve(firefoxes, Family::Firefox, environment) == "/home/ada/.mozilla/native-messaging-hosts");

    environment.chromeConfigHome = "/chromes";
    CHECK(resolve(chromes, Family::Chromium, environment) == "/chromes/chromium/NativeMessagingHosts");
    CHECK(resolve({Base::Config, "mozilla/firefox"}, Family::Firefox, environment) ==
          "/elsewhere/mozilla/firefox");
}

TEST_CASE("Every place of Linux and macOS lies in a folder that its family reads") {
    for (const Os os : {Os::Linux, Os::MacOs}) {
        for (const auto& browser : browsersOf(os)) {
            for (const auto& place : browser.hosts) {
                INFO(browser.id << " " << place.below);
                CHECK(resolve(place, browser.family, adas(os)).filename() ==
                      hostsFolderName(browser.family, os));
            }
            for (const auto system : browser.systemHosts) {
                INFO(browser.id << " " << system);
                CHECK(system.front() == '/');
            }
        }
    }
}
