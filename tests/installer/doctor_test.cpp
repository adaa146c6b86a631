#include "installer/doctor.hpp"

#include "installer/manifest.hpp"
#include "installer/registrar.hpp"
#include "temporary_home.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <nlohmann/json.hpp>
#include <sys/stat.h>

using namespace superlink::installer;
namespace fs = std::filesystem;

namespace {

/// What is not in order, one line each; empty on a healthy layout.
std::string complaints(const std::vector<Finding>& findings) {
    std::string text;
    for (const auto& finding : findings) {
        if (finding.severity != Severity::Ok) {
            text += finding.code + " " + finding.browser + " " + finding.path.string() + ": " + finding.what +
                    "\n";
        }
    }
    return text;
}

bool has(const std::vector<Finding>& findings, std::string_view code) {
    return std::any_of(findings.begin(), findings.end(),
                       [code](const Finding& finding) { return finding.code == code; });
}

struct Layout {
    const char* name;
    std::function<void(TemporaryHome&)> arrange; ///< before installing
    std::function<void(TemporaryHome&)> after;   ///< after installing
};

void nothing(TemporaryHome&) {}

void both(TemporaryHome& home) {
    home.startBrowserOnce("chromium");
    home.startBrowserOnce("firefox");
}

const std::vector<Layout> kLayouts{
    {"two browsers", both, nothing},
    {"XDG_CONFIG_HOME elsewhere",
     [](TemporaryHome& home) {
         home.environment.configHome = home.home() / "settings";
         home.startBrowserOnce("chrome");
         home.startBrowserOnce("firefox");
     },
     nothing},
    {"CHROME_CONFIG_HOME",
     [](TemporaryHome& home) {
         home.environment.chromeConfigHome = home.home() / "chromes";
         home.startBrowserOnce("chrome");
     },
     nothing},
    {"never started",
     [](TemporaryHome& home) {
         writeFile(home.environment.path.front() / "firefox",
                   "\x7f"
                   "ELF",
                   0755);
     },
     nothing},
    {"data folder of an earlier run", both,
     [](TemporaryHome& home) {
         writeFile(home.environment.dataHome / "superlink/superlink.db", "not to be opened", 0600);
         ::chmod((home.environment.dataHome / "superlink").c_str(), 0700);
     }},
    {"policies that concern others", both,
     [](TemporaryHome& home) {
         writeFile(home.system("/etc/chromium/policies/managed/a.json"),
                   R"({"NativeMessagingBlocklist":["com.example.other"],"HomepageLocation":"about:blank"})");
     }},
    {"a blocklist with an exception for us", both,
     [](TemporaryHome& home) {
         writeFile(home.system("/etc/chromium/policies/managed/a.json"),
                   "// comments are allowed\n"
                   R"({"NativeMessagingBlocklist":["*"],"NativeMessagingAllowlist":["io.superlink.host"]})");
     }},
    {"a later policy file that lifts an earlier one", both,
     [](TemporaryHome& home) {
         writeFile(home.system("/etc/chromium/policies/managed/10.json"),
                   R"({"NativeMessagingUserLevelHosts":false})");
         writeFile(home.system("/etc/chromium/policies/managed/20.json"),
                   R"({"NativeMessagingUserLevelHosts":true})");
     }},
    {"the same manifest system-wide", both,
     [](TemporaryHome& home) {
         fs::create_directories(home.system("/etc/chromium/native-messaging-hosts"));
         fs::copy_file(home.manifest("chromium"),
                       home.system("/etc/chromium/native-messaging-hosts/io.superlink.host.json"));
     }},
    {"a policy that allows system-wide manifests alone, and such a manifest",
     [](TemporaryHome& home) { home.startBrowserOnce("chromium"); },
     [](TemporaryHome& home) {
         writeFile(home.system("/etc/chromium/policies/managed/a.json"),
                   R"({"NativeMessagingUserLevelHosts":false})");
         fs::create_directories(home.system("/etc/chromium/native-messaging-hosts"));
         fs::rename(home.manifest("chromium"),
                    home.system("/etc/chromium/native-messaging-hosts/io.superlink.host.json"));
     }},
    {"a noexec mount elsewhere", both,
     [](TemporaryHome& home) {
         writeFile(home.system("/proc/self/mountinfo"), "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n"
                                                        "23 22 0:5 / " +
                                                            home.home().parent_path().string() +
                                                            "/h rw,noexec - tmpfs tmpfs rw\n");
     }},
    {"a noexec mount under an exec one", both,
     [](TemporaryHome& home) {
         writeFile(home.system("/proc/self/mountinfo"), "22 1 8:1 / / rw,noexec - ext4 /dev/sda1 rw\n"
                                                        "23 22 0:5 / " +
                                                            home.home().parent_path().string() +
                                                            " rw - tmpfs tmpfs rw\n");
     }},
    {"a configuration folder that is a link",
     [](TemporaryHome& home) {
         fs::create_directory(home.home() / "dotfiles");
         fs::create_directory_symlink("dotfiles", home.environment.configHome);
         both(home);
     },
     nothing},
    {"manifests of other products", both,
     [](TemporaryHome& home) {
         writeFile(home.manifest("chromium").parent_path() / "com.example.other.json", "garbled");
     }},
};

} // namespace

TEST_CASE("A healthy layout gives no false alarm") {
    for (const auto& layout : kLayouts) {
        INFO(layout.name);
        TemporaryHome home;
        layout.arrange(home);
        registerHost(home.writeGoodHost(), home.environment, {});
        layout.after(home);
        const auto before = home.snapshot();

        const auto findings = diagnose(home.environment, home.doctorOptions());

        CHECK(complaints(findings).empty());
        CHECK(exitCode(findings) == 0);
        CHECK(has(findings, "MANIFEST_OK"));
        CHECK(has(findings, "HOST_ANSWERS"));
        CHECK(home.snapshot() == before);
    }
}

TEST_CASE("Every browser of Linux and macOS that was installed for is found in order") {
    for (const Os os : {Os::Linux, Os::MacOs}) {
        for (const auto& browser : browsersOf(os)) {
            INFO(static_cast<int>(os) << " " << browser.id);
            const TemporaryHome home(os);
            home.startBrowserOnce(browser);
            registerHost(home.writeGoodHost(), home.environment, {});
            CHECK(complaints(diagnose(home.environment, home.doctorOptions())).empty());
        }
    }
}

TEST_CASE("A host is started once in the way of each family, however many browsers there are") {
    const TemporaryHome home;
    for (const char* id : {"chromium", "chrome", "brave", "firefox", "librewolf"}) {
        home.startBrowserOnce(id);
    }
    registerHost(home.writeGoodHost(), home.environment, {});
    const auto findings = diagnose(home.environment, home.doctorOptions());
    CHECK(std::count_if(findings.begin(), findings.end(),
                        [](const Finding& finding) { return finding.code == "HOST_ANSWERS"; }) == 2);
    CHECK(std::count_if(findings.begin(), findings.end(),
                        [](const Finding& finding) { return finding.code == "MANIFEST_OK"; }) == 5);
}

TEST_CASE("A throwaway profile is looked at alone") {
    const TemporaryHome home;
    home.startBrowserOnce("chrome"); // without a manifest
    const fs::path profile = home.home().parent_path() / "profile";
    fs::create_directory(profile);
    auto options = home.doctorOptions();
    options.folder = ExplicitFolder{profile, Family::Chromium};

    const auto missing = diagnose(home.environment, options);
    CHECK(complaints(missing).rfind("MANIFEST_MISSING --browser-dir", 0) == 0);
    CHECK(missing.front().mend ==
          "superlink install --browser-dir '" + profile.string() + "' --family chromium");

    registerHost(home.writeGoodHost(), home.environment, {{}, options.folder});
    CHECK(complaints(diagnose(home.environment, options)).empty());
}

TEST_CASE("The report for scripts is stable JSON with every field in every finding") {
    const TemporaryHome home;
    home.startBrowserOnce("chromium");
    const auto findings = diagnose(home.environment, home.doctorOptions());
    const auto report = nlohmann::json::parse(reportJson(findings));
    CHECK(report.at("ok") == false);
    CHECK(report.at("errors") == 1);
    CHECK(report.at("warnings") == 0);
    CHECK(report.at("findings").size() == findings.size());
    for (const auto& finding : report.at("findings")) {
        CHECK(finding.size() == 6);
        for (const char* field : {"code", "severity", "browser", "path", "what", "mend"}) {
            CHECK(finding.at(field).is_string());
        }
    }
    CHECK(report.at("findings")[0].at("code") == "MANIFEST_MISSING");
    CHECK(report.at("findings")[0].at("severity") == "error");
    CHECK(exitCode(findings) == 1);
}

TEST_CASE("The report for people names each mend and cannot play tricks on a terminal") {
    const std::vector<Finding> findings{
        {"HOST_MISSING", Severity::Error, "Firefox", "/home/\x1b[2Jada", "It is gone.", "superlink install"},
        {"DATA_FOLDER_OK", Severity::Ok, "", "", "All is well.", ""}};
    const std::string text = reportText(findings);
    CHECK(text == "error    Firefox: It is gone. [HOST_MISSING]\n"
                  "         /home/?[2Jada\n"
                  "         mend: superlink install\n"
                  "ok       All is well. [DATA_FOLDER_OK]\n"
                  "SuperLink is not ready: 1 error, 0 warnings.\n");
    CHECK(reportText({}) == "SuperLink is ready: 0 errors, 0 warnings.\n");
}
