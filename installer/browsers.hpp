#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace superlink::installer {

/// Where every browser that we know looks for native messaging manifests, on all three systems, and how it is
/// noticed that this person has it. One data table (browsers_linux.cpp, browsers_mac.cpp,
/// browsers_windows.cpp) feeds installer, doctor and
/// uninstaller; tests/installer types it a second time. The system is an argument, so that all of it is
/// tested on Linux.
///
/// Sources of the facts, named in the table's remarks: [SRC] source read (Chromium's chrome_paths.cc and
/// native_process_launcher_posix.cc, Gecko's NativeManifests.sys.mjs), [DOC] the maker's documentation, [ISS]
/// an issue thread, [PEER] what KeePassXC, Bitwarden, browserpass or firenvim write, [TRACE] a published
/// trace of which folder the running browser opened (2026-09), [RUN] seen here with the real browser.

enum class Os { Linux, MacOs, Windows };

/// Chromium reads `allowed_origins`, Firefox `allowed_extensions`.
enum class Family { Chromium, Firefox };

/// What a place is relative to.
enum class Base {
    Home,               ///< $HOME
    Config,             ///< Linux: $CHROME_CONFIG_HOME (Chromium family only), $XDG_CONFIG_HOME, ~/.config
    ApplicationSupport, ///< macOS: ~/Library/Application Support
    LocalAppData,       ///< Windows: %LOCALAPPDATA%
    RoamingAppData,     ///< Windows: %APPDATA%
    Registry,           ///< Windows: HKEY_CURRENT_USER\Software; the part below is written with backslashes
};

struct Place {
    Base base;
    std::string below;
};

/// One browser on one system.
struct Browser {
    std::string_view id;   ///< as `--browser` takes it: "chrome-beta"
    std::string_view name; ///< as people know it: "Google Chrome Beta"
    Os os;
    Family family;
    /// Manifest folders (or registry keys); the one it surely reads comes first, we write all of them.
    std::vector<Place> hosts;
    /// Folders that exist once this person has started it.
    std::vector<Place> profiles;
    /// Names to look for on PATH, or absolute paths, any of which shows that it is installed.
    std::vector<std::string> programs;
    /// System-wide manifest folders in reading order, after the person's own.
    std::vector<std::string_view> systemHosts;
    std::string_view policies; ///< folder of managed policies; empty where none is known
    std::string_view snap;     ///< name of the snap; empty where there is none
    std::string_view flatpak;  ///< id of the Flatpak; empty where there is none
};

/// The rows of one system, in the order in which people are told of them.
const std::vector<Browser>& browsersOf(Os os);

/// Everything that the installer asks of its surroundings. All paths are absolute or empty.
struct Environment {
    Os os = Os::Linux;
    std::filesystem::path home;
    std::filesystem::path configHome;       ///< $XDG_CONFIG_HOME or ~/.config
    std::filesystem::path chromeConfigHome; ///< $CHROME_CONFIG_HOME or empty
    std::filesystem::path dataHome;         ///< $XDG_DATA_HOME or ~/.local/share
    std::filesystem::path localAppData;
    std::filesystem::path roamingAppData;
    std::vector<std::filesystem::path> path; ///< the folders of $PATH
    /// Put before every system-wide path (/etc, /opt, /snap, /usr/lib, /proc), for tests.
    std::filesystem::path root = "/";
    /// "NAME=value" lines that a started host inherits, as from a browser.
    std::vector<std::string> variables;
};

/// The only place that asks the process. As the XDG specification wants, relative values are ignored. `home`
/// is empty when HOME is unset and the user database knows none.
Environment environmentFromProcess();

/// The system that this program was built for.
Os runningOs();

/// A folder for one started browser, as given to `--user-data-dir` (Chromium family; not Brave and Opera,
/// which read their usual folder even then [TRACE]) or, for the Firefox family, the folder that stands in for
/// `~/.mozilla`. Firefox does not look into a profile folder; for a throwaway Firefox set HOME instead [RUN].
struct ExplicitFolder {
    std::filesystem::path folder;
    Family family = Family::Chromium;
};

/// `<base>/<below>` on this system; empty for registry keys and where the environment lacks the base.
std::filesystem::path resolve(const Place& place, Family family, const Environment& environment);

/// The base folder of a place alone: what the installer may create, and climb up to.
std::filesystem::path baseFolder(Base base, Family family, const Environment& environment);

/// A system-wide path below the environment's root.
std::filesystem::path systemPath(std::string_view absolute, const Environment& environment);

/// The name of the folder that manifests lie in: "NativeMessagingHosts", or for Firefox on Linux
/// "native-messaging-hosts" [SRC].
std::string_view hostsFolderName(Family family, Os os);

/// What shows that a browser is there for this person; empty paths where nothing does.
struct Presence {
    std::filesystem::path ordinary; ///< profile folder or program of a browser outside any sandbox
    std::filesystem::path snap;
    std::filesystem::path flatpak;
    bool any() const { return !ordinary.empty() || !snap.empty() || !flatpak.empty(); }
};

/// Only reads. A profile folder that holds nothing but a manifest folder does not count: installers, ours
/// included, make such folders.
Presence findBrowser(const Browser& browser, const Environment& environment);

} // namespace superlink::installer
