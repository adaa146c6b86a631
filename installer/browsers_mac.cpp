#include "installer/browsers_table.hpp"

namespace superlink::installer {
namespace {

using Names = std::vector<std::string>;

// An administrator's manifests [SRC, DOC]. Policies are preference lists on macOS, which the doctor cannot
// read.
const std::vector<std::string_view> kGoogle{"/Library/Google/Chrome/NativeMessagingHosts"};
const std::vector<std::string_view> kGoogleTesting{"/Library/Google/ChromeForTesting/NativeMessagingHosts",
                                                   "/Library/Google/Chrome/NativeMessagingHosts"};
const std::vector<std::string_view> kChromium{"/Library/Application Support/Chromium/NativeMessagingHosts"};
const std::vector<std::string_view> kMicrosoft{"/Library/Microsoft/Edge/NativeMessagingHosts",
                                               "/Library/Google/Chrome/NativeMessagingHosts"};
const std::vector<std::string_view> kMozilla{"/Library/Application Support/Mozilla/NativeMessagingHosts"};

std::vector<Place> places(const Names& folders, const std::string& below) {
    std::vector<Place> result;
    for (const auto& folder : folders) {
        result.push_back({Base::ApplicationSupport, folder + below});
    }
    return result;
}

/// `folders` of ~/Library/Application Support that hold a NativeMessagingHosts, the one surely read first.
Browser row(std::string_view id, std::string_view name, Family family, const Names& folders,
            const Names& profiles, const std::string& application,
            const std::vector<std::string_view>& system) {
    return {id,
            name,
            Os::MacOs,
            family,
            places(folders, "/NativeMessagingHosts"),
            places(profiles, ""),
            {"/Applications/" + application + ".app"},
            system,
            "",
            "",
            ""};
}

/// Most read <user data>/NativeMessagingHosts [SRC].
Browser chromium(std::string_view id, std::string_view name, const std::string& userData,
                 const std::string& application, const std::vector<std::string_view>& system) {
    return row(id, name, Family::Chromium, {userData}, {userData}, application, system);
}

} // namespace

const std::vector<Browser> kMacBrowsers{
    chromium("chrome", "Google Chrome", "Google/Chrome", "Google Chrome", kGoogle), // [DOC]
    chromium("chrome-beta", "Google Chrome Beta", "Google/Chrome Beta", "Google Chrome Beta", kGoogle),
    chromium("chrome-dev", "Google Chrome Dev", "Google/Chrome Dev", "Google Chrome Dev", kGoogle),
    chromium("chrome-canary", "Google Chrome Canary", "Google/Chrome Canary", "Google Chrome Canary",
             kGoogle),
    // A folder of its own, without spaces, since 146 [DOC]; before, its user data folder [ISS
    // Interceptor#98].
    row("chrome-for-testing", "Chrome for Testing", Family::Chromium,
        {"Google/ChromeForTesting", "Google/Chrome for Testing"}, {"Google/Chrome for Testing"},
        "Google Chrome for Testing", kGoogleTesting),
    chromium("chromium", "Chromium", "Chromium", "Chromium", kChromium),                // [DOC]
    chromium("helium", "Helium", "net.imput.helium", "Helium", kChromium),              // [PEER Bitwarden]
    chromium("edge", "Microsoft Edge", "Microsoft Edge", "Microsoft Edge", kMicrosoft), // [DOC]
    chromium("edge-beta", "Microsoft Edge Beta", "Microsoft Edge Beta", "Microsoft Edge Beta", kMicrosoft),
    chromium("edge-dev", "Microsoft Edge Dev", "Microsoft Edge Dev", "Microsoft Edge Dev", kMicrosoft),
    chromium("edge-canary", "Microsoft Edge Canary", "Microsoft Edge Canary", "Microsoft Edge Canary",
             kMicrosoft),
    chromium("brave", "Brave", "BraveSoftware/Brave-Browser", "Brave Browser", kGoogle), // [PEER KeePassXC]
    chromium("vivaldi", "Vivaldi", "Vivaldi", "Vivaldi", kGoogle),                       // [PEER KeePassXC]
    // Chrome's folder [Opera's forum, 2017; TRACE on Linux]; its own is what others write, too [PEER].
    row("opera", "Opera", Family::Chromium, {"Google/Chrome", "com.operasoftware.Opera"},
        {"com.operasoftware.Opera"}, "Opera", kGoogle),
    row("opera-gx", "Opera GX", Family::Chromium, {"Google/Chrome", "com.operasoftware.OperaGX"},
        {"com.operasoftware.OperaGX"}, "Opera GX", kGoogle),
    // Its own [PEER browserpass], Chrome's [PEER firenvim].
    row("arc", "Arc", Family::Chromium, {"Arc/User Data", "Google/Chrome"}, {"Arc/User Data"}, "Arc",
        kGoogle),
    chromium("yandex", "Yandex Browser", "Yandex/YandexBrowser", "Yandex", kGoogle),           // [PEER]
    row("firefox", "Firefox", Family::Firefox, {"Mozilla"}, {"Firefox"}, "Firefox", kMozilla), // [SRC, DOC]
    // Both spellings are in use [PEER passff, browserpass].
    row("librewolf", "LibreWolf", Family::Firefox, {"LibreWolf", "librewolf"}, {"LibreWolf", "librewolf"},
        "LibreWolf", kMozilla),
    row("waterfox", "Waterfox", Family::Firefox, {"Mozilla"}, {"Waterfox"}, "Waterfox",
        kMozilla), // [waterfox#2875]
    // Mozilla's [ISS zen-browser/desktop#15379], its own [PEER Bitwarden].
    row("zen", "Zen", Family::Firefox, {"Mozilla", "Zen"}, {"zen", "Zen"}, "Zen", kMozilla),
};

} // namespace superlink::installer
