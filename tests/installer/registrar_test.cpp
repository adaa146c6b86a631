#include "installer/registrar.hpp"

#include "common/error.hpp"
#include "installer/manifest.hpp"
#include "temporary_home.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>

using namespace superlink::installer;
namespace fs = std::filesystem;

namespace {

std::size_t count(const std::vector<Outcome>& outcomes, Happened happened) {
    return static_cast<std::size_t>(
        std::count_if(outcomes.begin(), outcomes.end(),
                      [happened](const Outcome& each) { return each.happened == happened; }));
}

superlink::ErrorCode codeOf(const std::function<void()>& action) {
    try {
        action();
    } catch (const superlink::Error& error) {
        CHECK(std::string(error.what()).size() > 10);
        return error.code();
    }
    FAIL("nothing was thrown");
    return superlink::ErrorCode::Internal;
}

} // namespace

TEST_CASE("Installing writes a manifest for every browser that is there and for no other") {
    const TemporaryHome home;
    home.startBrowserOnce("chromium");
    home.startBrowserOnce("firefox");
    const auto host = home.writeGoodHost();

    const auto outcomes = registerHost(host, home.environment, {});

    CHECK(count(outcomes, Happened::Written) == 2);
    CHECK(count(outcomes, Happened::NotInstalled) == browsersOf(Os::Linux).size() - 2);
    CHECK(!anyRefused(outcomes));
    CHECK(readText(home.manifest("chromium")) == fillManifest(Family::Chromium, host));
    CHECK(readText(home.manifest("firefox")) == fillManifest(Family::Firefox, host));
    CHECK(!fs::exists(home.environment.configHome / "google-chrome"));
}

TEST_CASE("Installing a second time changes nothing and says so") {
    const TemporaryHome home;
    home.startBrowserOnce("chromium");
    home.startBrowserOnce("zen");
    const auto host = home.writeGoodHost();
    registerHost(host, home.environment, {});
    const auto before = home.snapshot();

    const auto outcomes = registerHost(host, home.environment, {});

    CHECK(count(outcomes, Happened::Unchanged) == 3); // Zen has two places
    CHECK(count(outcomes, Happened::Written) == 0);
    CHECK(home.snapshot() == before);
}

TEST_CASE(
    "Installing, even twice, and uninstalling leaves a home as it was, for every browser of every system") {
    for (const Os os : {Os::Linux, Os::MacOs}) {
        for (const auto& browser : browsersOf(os)) {
            INFO(static_cast<int>(os) << " " << browser.id);
            const TemporaryHome home(os);
            home.startBrowserOnce(browser);
            const auto host = home.writeGoodHost();
            const auto before = home.snapshot();

            registerHost(host, home.environment, {});
            registerHost(host, home.environment, {});
            CHECK(home.snapshot() != before);
            const auto removed = unregisterHost(home.environment, {});
            CHECK(count(removed, Happened::Removed) == browser.hosts.size());
            CHECK(home.snapshot() == before);

            const auto again = unregisterHost(home.environment, {});
            CHECK(count(again, Happened::Absent) == again.size());
            CHECK(home.snapshot() == before);
        }
    }
}

TEST_CASE("Nothing is left in a home in which the browser was never started") {
    const TemporaryHome home;
    writeFile(home.environment.path.front() / "chromium",
              "\x7f"
              "ELF",
              0755);
    writeFile(home.environment.path.front() / "firefox-esr",
              "\x7f"
              "ELF",
              0755);
    CHECK(count(registerHost(home.writeGoodHost(), home.environment, {}), Happened::Written) == 2);
    CHECK(count(unregisterHost(home.environment, {}), Happened::Removed) == 2);
    CHECK(home.snapshot().empty());
}

TEST_CASE("Manifests of other products stay byte for byte, before and after uninstalling") {
    const TemporaryHome home;
    home.startBrowserOnce("chromium");
    const auto folder = home.manifest("chromium").parent_path();
    writeFile(folder / "org.keepassxc.keepassxc_browser.json",
              R"({"name":"org.keepassxc.keepassxc_browser"})", 0600);
    writeFile(folder / ".io.superlink.host.json.notes", "mine");
    const auto before = home.snapshot();
    registerHost(home.writeGoodHost(), home.environment, {});
    unregisterHost(home.environment, {});
    CHECK(home.snapshot() == before);
}

TEST_CASE("A manifest that is not ours is left, even under our file name") {
    for (const std::string text : {R"({"name":"com.example.other"})", "garbled", ""}) {
        const TemporaryHome home;
        home.startBrowserOnce("chromium");
        writeFile(home.manifest("chromium"), text);
        const auto outcomes = unregisterHost(home.environment, {});
        CHECK(anyRefused(outcomes));
        CHECK(readText(home.manifest("chromium")) == text);
    }
}

TEST_CASE("Installing mends a manifest that is garbled, outdated or of wrong rights") {
    const TemporaryHome home;
    home.startBrowserOnce("chromium");
    const auto host = home.writeGoodHost();
    const std::string right = fillManifest(Family::Chromium, host);
    for (const auto& [text, mode] : std::vector<std::pair<std::string, mode_t>>{
             {"garbled", 0644},
             {fillManifest(Family::Chromium, "/old/superlink-host"), 0644},
             {right, 0600}}) {
        writeFile(home.manifest("chromium"), text, mode);
        CHECK(count(registerHost(host, home.environment, {}), Happened::Written) == 1);
        CHECK(readText(home.manifest("chromium")) == right);
        CHECK(modeOf(home.manifest("chromium")) == 0644);
    }
}

TEST_CASE("A browser may be named, though it is not there, and a wrong name is told with the right ones") {
    const TemporaryHome home;
    const auto host = home.writeGoodHost();
    const auto outcomes = registerHost(host, home.environment, {{"vivaldi"}, {}});
    REQUIRE(outcomes.size() == 1);
    CHECK(outcomes.front().happened == Happened::Written);
    CHECK(outcomes.front().path == home.manifest("vivaldi"));
    CHECK(codeOf([&] {
              registerHost(host, home.environment, {{"netscape"}, {}});
          }) == superlink::ErrorCode::InvalidParams);
    CHECK(count(unregisterHost(home.environment, {{"vivaldi"}, {}}), Happened::Removed) == 1);
    CHECK(home.snapshot().empty());
}

TEST_CASE("Uninstalling from Opera alone leaves the manifest that Chrome reads too") {
    const TemporaryHome home;
    home.startBrowserOnce("chrome");
    home.startBrowserOnce("opera");
    registerHost(home.writeGoodHost(), home.environment, {});
    unregisterHost(home.environment, {{"opera"}, {}});
    CHECK(fs::exists(home.manifest("chrome")));
    unregisterHost(home.environment, {{"opera", "chrome"}, {}});
    CHECK(!fs::exists(home.manifest("chrome")));
}

TEST_CASE("A folder given by hand gets the manifest of its family, and nothing else is touched") {
    const TemporaryHome home;
    home.startBrowserOnce("chromium");
    const fs::path profile = home.home().parent_path() / "throwaway profile";
    writeFile(profile / "Local State", "{}");
    const auto before = home.snapshot();
    const auto host = home.writeGoodHost();

    const Scope chromium{{}, ExplicitFolder{profile, Family::Chromium}};
    CHECK(registerHost(host, home.environment, chromium).front().happened == Happened::Written);
    CHECK(readText(profile / "NativeMessagingHosts/io.superlink.host.json") ==
          fillManifest(Family::Chromium, host));
    const Scope firefox{{}, ExplicitFolder{profile, Family::Firefox}};
    CHECK(registerHost(host, home.environment, firefox).front().happened == Happened::Written);
    CHECK(readText(profile / "native-messaging-hosts/io.superlink.host.json") ==
          fillManifest(Family::Firefox, host));
    CHECK(unregisterHost(home.environment, chromium).front().happened == Happened::Removed);
    CHECK(unregisterHost(home.environment, firefox).front().happened == Happened::Removed);

    CHECK(home.snapshot() == before);
    CHECK(fs::exists(profile / "Local State"));
    CHECK(!fs::exists(profile / "NativeMessagingHosts"));
    const Scope missing{{}, ExplicitFolder{profile / "typo", Family::Chromium}};
    CHECK(codeOf([&] { registerHost(host, home.environment, missing); }) == superlink::ErrorCode::NotFound);
}

TEST_CASE("A host that browsers could not start is refused before anything is written") {
    const TemporaryHome home;
    home.startBrowserOnce("chromium");
    const auto before = home.snapshot();
    const fs::path plain = home.home().parent_path() / "plain";
    writeFile(plain, "", 0644);
    using superlink::ErrorCode;
    CHECK(codeOf([&] { registerHost("superlink-host", home.environment, {}); }) == ErrorCode::InvalidParams);
    CHECK(codeOf([&] { registerHost("/no/such/host", home.environment, {}); }) == ErrorCode::NotFound);
    CHECK(codeOf([&] { registerHost(plain, home.environment, {}); }) == ErrorCode::NotFound);
    CHECK(codeOf([&] { registerHost(home.home(), home.environment, {}); }) == ErrorCode::NotFound);
    CHECK(home.snapshot() == before);
}

TEST_CASE("Without a home folder, and on Windows, it is told why nothing can be written") {
    TemporaryHome home;
    const auto host = home.writeGoodHost();
    home.environment.home.clear();
    CHECK(codeOf([&] { registerHost(host, home.environment, {}); }) == superlink::ErrorCode::StorageFailed);
    const TemporaryHome windows(Os::Windows);
    CHECK(codeOf([&] { registerHost(host, windows.environment, {}); }) == superlink::ErrorCode::Internal);
    CHECK(codeOf([&] { unregisterHost(windows.environment, {}); }) == superlink::ErrorCode::Internal);
}
