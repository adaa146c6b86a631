#include "installer/browsers_table.hpp"

namespace superlink::installer {
namespace {

using Names = std::vector<std::string>;

/// `makers` are the keys below HKEY_CURRENT_USER\Software that hold a NativeMessagingHosts, the one surely
/// read first. Any Chromium but the Chromium brand itself reads Google's [SRC launch_context_win.cc], any
/// Firefox Mozilla's [SRC].
Browser row(std::string_view id, std::string_view name, Family family, const Names& makers,
            std::vector<Place> profiles) {
    std::vector<Place> keys;
    for (const auto& maker : makers) {
        keys.push_back({Base::Registry, maker + "\\NativeMessagingHosts"});
    }
    return {id, name, Os::Windows, family, keys, std::move(profiles), {}, {}, "", "", ""};
}

Place local(const std::string& below) {
    return {Base::LocalAppData, below};
}
Place roaming(const std::string& below) {
    return {Base::RoamingAppData, below};
}

const std::string kGoogle = "Google\\Chrome";

} // namespace

const std::vector<Browser> kWindowsBrowsers{
    row("chrome", "Google Chrome", Family::Chromium, {kGoogle}, {local("Google/Chrome/User Data")}), // [DOC]
    row("chrome-beta", "Google Chrome Beta", Family::Chromium, {kGoogle},
        {local("Google/Chrome Beta/User Data")}),
    row("chrome-dev", "Google Chrome Dev", Family::Chromium, {kGoogle},
        {local("Google/Chrome Dev/User Data")}),
    row("chrome-canary", "Google Chrome Canary", Family::Chromium, {kGoogle},
        {local("Google/Chrome SxS/User Data")}),
    row("chrome-for-testing", "Chrome for Testing", Family::Chromium, {kGoogle},
        {local("Google/Chrome for Testing/User Data")}),
    row("chromium", "Chromium", Family::Chromium, {"Chromium", kGoogle},
        {local("Chromium/User Data")}), // [SRC]
    row("helium", "Helium", Family::Chromium, {kGoogle}, {local("imput/Helium/User Data")}),
    row("edge", "Microsoft Edge", Family::Chromium, {"Microsoft\\Edge"}, // [DOC]
        {local("Microsoft/Edge/User Data"), local("Microsoft/Edge Beta/User Data"),
         local("Microsoft/Edge Dev/User Data")}),
    // Google's [PEER KeePassXC], its own [PEER Bitwarden].
    row("brave", "Brave", Family::Chromium, {kGoogle, "BraveSoftware\\Brave-Browser"},
        {local("BraveSoftware/Brave-Browser/User Data")}),
    // Google's [ISS keepassxc-browser#48], its own [PEER Bitwarden].
    row("vivaldi", "Vivaldi", Family::Chromium, {kGoogle, "Vivaldi"}, {local("Vivaldi/User Data")}),
    row("opera", "Opera", Family::Chromium, {kGoogle}, // [DOC]
        {roaming("Opera Software/Opera Stable"), roaming("Opera Software/Opera GX Stable")}),
    row("arc", "Arc", Family::Chromium, {kGoogle}, {local("Packages/TheBrowserCompany.Arc_ttt1ap7aakyb4")}),
    row("yandex", "Yandex Browser", Family::Chromium, {kGoogle}, {local("Yandex/YandexBrowser/User Data")}),
    row("firefox", "Firefox", Family::Firefox, {"Mozilla"}, {roaming("Mozilla/Firefox")}), // [SRC, DOC]
    // Mozilla's [ISS librewolf-portable#13], its own [PEER passff].
    row("librewolf", "LibreWolf", Family::Firefox, {"Mozilla", "LibreWolf"}, {roaming("librewolf")}),
    // Mozilla's [ISS vdhcoapp#195], its own [PEER firenvim].
    row("waterfox", "Waterfox", Family::Firefox, {"Mozilla", "Waterfox"}, {roaming("Waterfox")}),
    row("zen", "Zen", Family::Firefox, {"Mozilla"}, {roaming("zen")}), // [PEER firenvim]
};

} // namespace superlink::installer
