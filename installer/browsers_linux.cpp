#include "installer/browsers_table.hpp"

namespace superlink::installer {
namespace {

using Names = std::vector<std::string>;

/// Where an administrator's manifests and policies for a browser lie.
struct SystemPlaces {
    std::vector<std::string_view> hosts;
    std::string_view policies;
};

// Only the Chromium brand reads /etc/chromium; all others read Google's folder [SRC, TRACE].
constexpr std::string_view kGoogleHosts = "/etc/opt/chrome/native-messaging-hosts";
const SystemPlaces kGoogle{{kGoogleHosts}, "/etc/opt/chrome/policies/managed"};
const SystemPlaces kGoogleTesting{
    {"/etc/opt/chrome_for_testing/native-messaging-hosts", kGoogleHosts}, // [DOC]
    "/etc/opt/chrome_for_testing/policies/managed"};
const SystemPlaces kChromium{{"/etc/chromium/native-messaging-hosts"}, "/etc/chromium/policies/managed"};
const SystemPlaces kMicrosoft{{"/etc/opt/edge/native-messaging-hosts", kGoogleHosts},
                              "/etc/opt/edge/policies/managed"};
const SystemPlaces kBrave{{kGoogleHosts}, "/etc/brave/policies/managed"};
const SystemPlaces kPoliciesUnknown{{kGoogleHosts}, ""};
const SystemPlaces kMozilla{
    {"/usr/lib/mozilla/native-messaging-hosts", "/usr/lib64/mozilla/native-messaging-hosts"}, ""};
const SystemPlaces kLibreWolf{
    {"/usr/lib/librewolf/native-messaging-hosts", "/usr/lib64/librewolf/native-messaging-hosts"}, ""};
const SystemPlaces kWaterfox{
    {"/usr/lib/waterfox/native-messaging-hosts", "/usr/lib/mozilla/native-messaging-hosts"}, ""};

struct Packages {
    std::string_view snap;
    std::string_view flatpak;
};

/// <user data>/NativeMessagingHosts below CHROME_CONFIG_HOME, XDG_CONFIG_HOME or ~/.config [SRC, RUN].
Browser chromium(std::string_view id, std::string_view name, const std::string& userData, Names programs,
                 const SystemPlaces& system, Packages packages = {}) {
    return {id,
            name,
            Os::Linux,
            Family::Chromium,
            {{Base::Config, userData + "/NativeMessagingHosts"}},
            {{Base::Config, userData}},
            std::move(programs),
            system.hosts,
            system.policies,
            packages.snap,
            packages.flatpak};
}

/// A Chromium that reads, besides or instead of its own, the folder of another.
Browser readingFrom(const Names& others, Browser browser) {
    std::vector<Place> hosts;
    for (const auto& other : others) {
        hosts.push_back({Base::Config, other + "/NativeMessagingHosts"});
    }
    browser.hosts = std::move(hosts);
    return browser;
}

/// `folders` are what stands in for ~/.mozilla, the one that is surely read first.
Browser firefox(std::string_view id, std::string_view name, const Names& folders, std::vector<Place> profiles,
                Names programs, const SystemPlaces& system, Packages packages) {
    std::vector<Place> hosts;
    for (const auto& folder : folders) {
        hosts.push_back({Base::Home, folder + "/native-messaging-hosts"});
    }
    return {id,
            name,
            Os::Linux,
            Family::Firefox,
            hosts,
            std::move(profiles),
            std::move(programs),
            system.hosts,
            system.policies,
            packages.snap,
            packages.flatpak};
}

Place home(const std::string& below) {
    return {Base::Home, below};
}
Place config(const std::string& below) {
    return {Base::Config, below};
}

} // namespace

const std::vector<Browser> kLinuxBrowsers{
    chromium("chrome", "Google Chrome", "google-chrome", // [DOC]
             {"google-chrome", "google-chrome-stable", "/opt/google/chrome/chrome"}, kGoogle,
             {"", "com.google.Chrome"}),
    chromium("chrome-beta", "Google Chrome Beta", "google-chrome-beta", {"google-chrome-beta"},
             kGoogle),                                                                                // [DOC]
    chromium("chrome-dev", "Google Chrome Dev", "google-chrome-unstable", {"google-chrome-unstable"}, // [DOC]
             kGoogle),
    chromium("chrome-for-testing", "Chrome for Testing", "google-chrome-for-testing", {},
             kGoogleTesting),                                                                 // [DOC]
    chromium("chromium", "Chromium", "chromium", {"chromium", "chromium-browser"}, kChromium, // [DOC, RUN]
             {"chromium", "org.chromium.Chromium"}),
    // Builds differ in whether they keep Chromium's folder name [PEER].
    readingFrom({"chromium", "ungoogled-chromium"},
                chromium("ungoogled-chromium", "ungoogled-chromium", "ungoogled-chromium",
                         {"ungoogled-chromium"}, kChromium,
                         {"", "io.github.ungoogled_software.ungoogled_chromium"})),
    chromium("helium", "Helium", "net.imput.helium", {"helium", "helium-browser"},
             kChromium),                                                       // [PEER Bitwarden]
    chromium("iridium", "Iridium", "iridium", {"iridium-browser"}, kChromium), // [PEER browserpass]
    chromium("edge", "Microsoft Edge", "microsoft-edge",                       // [DOC, TRACE]
             {"microsoft-edge", "microsoft-edge-stable", "/opt/microsoft/msedge/msedge"}, kMicrosoft,
             {"", "com.microsoft.Edge"}),
    chromium("edge-beta", "Microsoft Edge Beta", "microsoft-edge-beta", {"microsoft-edge-beta"}, kMicrosoft),
    chromium("edge-dev", "Microsoft Edge Dev", "microsoft-edge-dev", {"microsoft-edge-dev"}, kMicrosoft),
    chromium("brave", "Brave", "BraveSoftware/Brave-Browser", // [TRACE]
             {"brave", "brave-browser", "/opt/brave.com/brave/brave"}, kBrave,
             {"brave", "com.brave.Browser"}),
    chromium("brave-beta", "Brave Beta", "BraveSoftware/Brave-Browser-Beta", {"brave-browser-beta"}, kBrave),
    chromium("brave-nightly", "Brave Nightly", "BraveSoftware/Brave-Browser-Nightly",
             {"brave-browser-nightly"}, kBrave),
    chromium("vivaldi", "Vivaldi", "vivaldi", {"vivaldi", "vivaldi-stable"}, kPoliciesUnknown, // [TRACE]
             {"vivaldi", "com.vivaldi.Vivaldi"}),
    chromium("vivaldi-snapshot", "Vivaldi Snapshot", "vivaldi-snapshot", {"vivaldi-snapshot"}, // [TRACE]
             kPoliciesUnknown),
    // Opera reads Chrome's folder and never its own [TRACE].
    readingFrom({"google-chrome"}, chromium("opera", "Opera", "opera", {"opera"}, kPoliciesUnknown,
                                            {"opera", "com.opera.Opera"})),
    chromium("yandex", "Yandex Browser", "yandex-browser",
             {"yandex-browser", "yandex-browser-stable"}, // [PEER]
             kPoliciesUnknown, {"", "ru.yandex.Browser"}),
    // ~/.mozilla is read with XDG_CONFIG_HOME set and after Firefox's own move to ~/.config/mozilla, too;
    // ~/.config/mozilla/native-messaging-hosts is not [RUN; bug 2005167]. ESR and developer builds share it.
    firefox("firefox", "Firefox", {".mozilla"}, {home(".mozilla/firefox"), config("mozilla/firefox")},
            {"firefox", "firefox-esr", "firefox-developer-edition", "firefox-nightly"}, kMozilla,
            {"firefox", "org.mozilla.firefox"}),
    firefox("librewolf", "LibreWolf", {".librewolf"}, {home(".librewolf"), config("librewolf")}, // [ISS
            {"librewolf"}, kLibreWolf,
            {"", "io.gitlab.librewolf-community"}), // nixpkgs#414205, home-manager#6635]
    // Its own folder [ISS waterfox#3763]; some versions Mozilla's as well [ISS waterfox#2875].
    firefox("waterfox", "Waterfox", {".waterfox", ".mozilla"}, {home(".waterfox")}, {"waterfox"}, kWaterfox,
            {"", "net.waterfox.waterfox"}),
    // Mozilla's folder [ISS zen-browser/desktop#10622]; its own is what installers write, too [PEER
    // firenvim].
    firefox("zen", "Zen", {".mozilla", ".zen"}, {home(".zen"), config("zen")},
            {"zen", "zen-browser", "zen-bin"}, kMozilla, {"", "app.zen_browser.zen"}),
};

} // namespace superlink::installer
