#include "installer/doctor.hpp"

#include "installer/manifest.hpp"
#include "installer/registrar.hpp"
#include "temporary_home.hpp"

#include <catch2/catch.hpp>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

using namespace superlink::installer;
namespace fs = std::filesystem;
using Codes = std::multiset<std::string>;

namespace {

/// A home with Chromium and Firefox, all in order, into which one fault is put.
struct Patient {
    TemporaryHome home;
    fs::path host = home.writeGoodHost();
    fs::path manifest = home.manifest("chromium");
    DoctorOptions options = home.doctorOptions();
    Patient() {
        home.startBrowserOnce("chromium");
        home.startBrowserOnce("firefox");
        registerHost(host, home.environment, {});
    }
    void policy(std::string_view text) const {
        writeFile(home.system("/etc/chromium/policies/managed/superlink.json"), text);
    }
    fs::path data() const { return home.environment.dataHome / "superlink"; }
    void makeData(mode_t mode) const {
        fs::create_directories(data());
        ::chmod(data().c_str(), mode);
    }
    void change(const char* key, const nlohmann::json& value) const {
        auto json = nlohmann::json::parse(readText(manifest));
        json[key] = value;
        writeFile(manifest, json.dump());
    }
};

struct Fault {
    const char* name;
    std::function<void(Patient&)> seed;
    Codes codes; ///< exactly what is not in order then
    bool error = true;
};

const std::string kOther = "/opt/other/superlink-host";

const std::vector<Fault> kFaultsOfManifests{
    {"missing", [](Patient& p) { fs::remove(p.manifest); }, {"MANIFEST_MISSING"}},
    {"empty", [](Patient& p) { writeFile(p.manifest, ""); }, {"MANIFEST_NOT_JSON"}},
    {"garbled", [](Patient& p) { writeFile(p.manifest, "{\"name\": "); }, {"MANIFEST_NOT_JSON"}},
    {"huge", [](Patient& p) { writeFile(p.manifest, std::string(70'000, ' ')); }, {"MANIFEST_UNREADABLE"}},
    {"another's", [](Patient& p) { p.change("name", "com.example.other"); }, {"MANIFEST_NAME_WRONG"}},
    {"no description", [](Patient& p) { p.change("description", ""); }, {"MANIFEST_DESCRIPTION_EMPTY"}},
    {"wrong type", [](Patient& p) { p.change("type", "pipe"); }, {"MANIFEST_TYPE_WRONG"}},
    {"no path", [](Patient& p) { p.change("path", nullptr); }, {"MANIFEST_PATH_MISSING"}},
    {"relative path", [](Patient& p) { p.change("path", "superlink-host"); }, {"MANIFEST_PATH_RELATIVE"}},
    {"placeholder", [](Patient& p) { p.change("path", "@HOST_PATH@"); }, {"MANIFEST_PLACEHOLDER"}},
    {"no origins", [](Patient& p) { p.change("allowed_origins", nullptr); }, {"ALLOWED_ORIGINS_MISSING"}},
    {"a Gecko id among the origins",
     [](Patient& p) {
         p.change("allowed_origins", {callerId(Family::Chromium), "superlink@superlink.io"});
     },
     {"ALLOWED_ORIGIN_MALFORMED"}},
    {"an origin that is none",
     [](Patient& p) {
         p.change("allowed_origins", {callerId(Family::Chromium), "chrome-extension://abc/"});
     },
     {"ALLOWED_ORIGIN_USELESS"},
     false},
    {"wrong id",
     [](Patient& p) {
         p.change("allowed_origins", {"chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/"});
     },
     {"ALLOWED_ORIGINS_LACK_US"}},
    {"Chromium's template in Firefox",
     [](Patient& p) { writeFile(p.home.manifest("firefox"), readText(p.manifest)); },
     {"CHROMIUM_KEY_IN_FIREFOX", "ALLOWED_EXTENSIONS_MISSING"}},
    {"another add-on in Firefox",
     [](Patient& p) {
         auto json = nlohmann::json::parse(readText(p.home.manifest("firefox")));
         json["allowed_extensions"] = {"a@b.c"};
         writeFile(p.home.manifest("firefox"), json.dump());
     },
     {"ALLOWED_EXTENSIONS_LACK_US"}},
    {"unreadable", [](Patient& p) { ::chmod(p.manifest.c_str(), 0); }, {"MANIFEST_UNREADABLE"}},
    {"open to all",
     [](Patient& p) { ::chmod(p.manifest.c_str(), 0666); },
     {"MANIFEST_WRITABLE_BY_OTHERS"},
     false},
    {"a link",
     [](Patient& p) {
         fs::rename(p.manifest, p.home.home() / "elsewhere.json");
         fs::create_symlink(p.home.home() / "elsewhere.json", p.manifest);
     },
     {"MANIFEST_IS_SYMLINK"},
     false},
    {"a link to nowhere",
     [](Patient& p) {
         fs::remove(p.manifest);
         fs::create_symlink("/no/such/file", p.manifest);
     },
     {"MANIFEST_LINK_BROKEN"}},
    {"a folder",
     [](Patient& p) {
         fs::remove(p.manifest);
         fs::create_directory(p.manifest);
     },
     {"MANIFEST_NOT_A_FILE"}},
    {"one of two places",
     [](Patient& p) {
         p.home.startBrowserOnce("zen");
         registerHost(p.host, p.home.environment, {});
         fs::remove_all(p.home.home() / ".zen/native-messaging-hosts");
     },
     {"MANIFEST_INCOMPLETE"},
     false},
    {"another host system-wide",
     [](Patient& p) {
         writeFile(p.home.system("/etc/chromium/native-messaging-hosts/io.superlink.host.json"),
                   fillManifest(Family::Chromium, kOther));
     },
     {"SYSTEM_MANIFEST_DIFFERS"},
     false},
    {"a stale manifest system-wide, and none of the person's own",
     [](Patient& p) {
         fs::remove(p.manifest);
         writeFile(p.home.system("/etc/chromium/native-messaging-hosts/io.superlink.host.json"), "{}");
     },
     {"MANIFEST_NAME_WRONG", "MANIFEST_DESCRIPTION_EMPTY", "MANIFEST_TYPE_WRONG", "MANIFEST_PATH_MISSING",
      "ALLOWED_ORIGINS_MISSING"}},
};

const std::vector<Fault> kFaultsOfSurroundings{
    {"a blocklist with everything",
     [](Patient& p) { p.policy(R"({"NativeMessagingBlocklist":["*"]})"); },
     {"POLICY_BLOCKS_HOST"}},
    {"a blocklist with us",
     [](Patient& p) { p.policy(R"({"NativeMessagingBlocklist":["a.b","io.superlink.host"]})"); },
     {"POLICY_BLOCKS_HOST"}},
    {"no user-level hosts",
     [](Patient& p) { p.policy(R"({"NativeMessagingUserLevelHosts":false})"); },
     {"POLICY_FORBIDS_USER_HOSTS"}},
    {"a policy file that is no JSON", [](Patient& p) { p.policy("{,}"); }, {"POLICY_UNREADABLE"}, false},
    {"a snap",
     [](Patient& p) { writeFile(p.home.system("/snap/bin/firefox"), "", 0755); },
     {"BROWSER_IN_SNAP"},
     false},
    {"a Flatpak",
     [](Patient& p) { fs::create_directories(p.home.home() / ".var/app/org.chromium.Chromium"); },
     {"BROWSER_IN_FLATPAK"},
     false},
    {"data open to readers", [](Patient& p) { p.makeData(0755); }, {"DATA_FOLDER_TOO_OPEN"}, false},
    {"data open to writers", [](Patient& p) { p.makeData(0770); }, {"DATA_FOLDER_TOO_OPEN"}},
    {"data read-only", [](Patient& p) { p.makeData(0500); }, {"DATA_FOLDER_NOT_WRITABLE"}},
    {"data is a file", [](Patient& p) { writeFile(p.data(), ""); }, {"DATA_FOLDER_NOT_A_FOLDER"}},
    {"data is a link",
     [](Patient& p) {
         fs::create_directories(p.data().parent_path());
         fs::create_directory_symlink("/tmp", p.data());
     },
     {"DATA_FOLDER_NOT_A_FOLDER"}},
    {"no home", [](Patient& p) { p.home.environment.home.clear(); }, {"HOME_UNKNOWN"}},
    {"no browser",
     [](Patient& p) {
         fs::remove_all(p.home.environment.configHome);
         fs::remove_all(p.home.home() / ".mozilla");
     },
     {"NO_BROWSER_FOUND"},
     false},
};

const std::vector<Fault> kFaultsOfTheHostFile{
    {"gone", [](Patient& p) { fs::remove(p.host); }, {"HOST_MISSING"}},
    {"a folder",
     [](Patient& p) {
         fs::remove(p.host);
         fs::create_directory(p.host);
     },
     {"HOST_NOT_A_FILE"}},
    {"not executable", [](Patient& p) { ::chmod(p.host.c_str(), 0644); }, {"HOST_NOT_EXECUTABLE"}},
    {"open to all", [](Patient& p) { ::chmod(p.host.c_str(), 0757); }, {"HOST_WRITABLE_BY_OTHERS"}, false},
    {"on a noexec mount",
     [](Patient& p) {
         std::string point = p.host.parent_path().string();
         point.replace(point.find(' '), 1, "\\040");
         point.replace(point.find(' '), 1, "\\040");
         writeFile(p.home.system("/proc/self/mountinfo"), "23 22 0:5 / " + point +
                                                              " rw,nosuid,noexec - tmpfs tmpfs rw\n"
                                                              "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n");
     },
     {"HOST_ON_NOEXEC_MOUNT"}},
    {"another than this program's",
     [](Patient& p) {
         p.options.expectedHost = p.host.parent_path() / "new-host";
         fs::copy_file(p.host, p.options.expectedHost);
     },
     {"HOST_IS_ANOTHER", "HOST_IS_ANOTHER"},
     false},
};

void checkEach(const std::vector<Fault>& faults) {
    for (const auto& fault : faults) {
        INFO(fault.name);
        Patient patient;
        fault.seed(patient);
        const auto findings = diagnose(patient.home.environment, patient.options);
        Codes found;
        for (const auto& finding : findings) {
            if (finding.severity != Severity::Ok) {
                INFO(finding.code);
                found.insert(finding.code);
                CHECK(finding.what.back() == '.');
                CHECK(!finding.mend.empty());
            }
        }
        CHECK(found == fault.codes);
        CHECK(exitCode(findings) == (fault.error ? 1 : 0));
    }
}

} // namespace

TEST_CASE("Every fault of a manifest is named, with a mend, and nothing else is") {
    checkEach(kFaultsOfManifests);
}

TEST_CASE("Every fault of policies, sandboxes and folders is named, with a mend, and nothing else is") {
    checkEach(kFaultsOfSurroundings);
}

TEST_CASE("Every fault of the host's file is named, with a mend, and nothing else is") {
    checkEach(kFaultsOfTheHostFile);
}

TEST_CASE("What belongs to another user is named and refused") {
    if (::geteuid() != 0) {
        TemporaryHome home;
        home.environment.home = "/usr"; // the superuser's
        CHECK(diagnose(home.environment, home.doctorOptions()).front().code == "HOME_NOT_OURS");
        return;
    }
    const Patient data;
    data.makeData(0700);
    REQUIRE(::chown(data.data().c_str(), 12345, 12345) == 0);
    CHECK(reportText(diagnose(data.home.environment, data.options)).find("DATA_FOLDER_NOT_OURS") !=
          std::string::npos);

    const Patient folder;
    REQUIRE(::chown(folder.manifest.parent_path().c_str(), 12345, 12345) == 0);
    CHECK(anyRefused(unregisterHost(folder.home.environment, {})));
    CHECK(fs::exists(folder.manifest));

    const Patient home;
    REQUIRE(::chown(home.home.home().c_str(), 12345, 12345) == 0);
    CHECK(diagnose(home.home.environment, home.options).front().code == "HOME_NOT_OURS");
    CHECK_THROWS(registerHost(home.host, home.home.environment, {}));
}

TEST_CASE("On Windows the doctor says that it cannot look") {
    const TemporaryHome home(Os::Windows);
    CHECK(diagnose(home.environment, home.doctorOptions()).front().code == "SYSTEM_NOT_SUPPORTED");
}
