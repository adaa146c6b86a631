#pragma once

#include "installer/browsers.hpp"

#include <optional>
#include <string>
#include <vector>

namespace superlink::installer {

/// Tells browsers of the host by writing a manifest where each one looks, and takes back only what is ours.
/// Nothing is remembered between runs: what stands in the folders is all the state there is, so a run that
/// was cut short is mended by running again.
///
/// Registering: a manifest is replaced as a whole (see files.hpp), 0644 under any umask; folders on the way
/// are made 0700. One that already says the same is left untouched, byte and time. A garbled or outdated file
/// of our name is overwritten (that is the mend the doctor names); a link or a folder of that name is
/// refused.
///
/// Unregistering: removes a manifest only if its "name" is ours, wherever the table knows a place, installed
/// browser or not. Folders that this leaves empty are removed as well, up to and without the home folder:
/// browsers and the XDG specification treat an empty and a missing folder alike, and so nothing of ours is
/// left.

enum class Happened { Written, Unchanged, Removed, Absent, NotInstalled, Refused };

const char* toString(Happened happened);

struct Outcome {
    std::string browser; ///< the table's name, or "--browser-dir"
    std::filesystem::path path;
    Happened happened;
    std::string why; ///< a sentence for Refused, NotInstalled and a place kept for another browser
};

/// Whom it concerns.
struct Scope {
    /// Ids of the table. Empty: when registering, every browser found for this person, when unregistering,
    /// all. A browser named here is registered even if it is not found.
    std::vector<std::string> browsers;
    /// This folder alone, whatever `browsers` says; it must exist.
    std::optional<ExplicitFolder> folder;
};

/// One outcome for every place that was looked at, in the table's order; a browser that is not there gives
/// one NotInstalled. Throws Error: InvalidParams when `host` is not absolute or a browser's id is unknown;
/// NotFound when `host` or the explicit folder does not exist or is not an executable file; StorageFailed
/// when the home folder is unknown or somebody else's (sudo); Internal on Windows, whose registry this build
/// cannot write.
std::vector<Outcome> registerHost(const std::filesystem::path& host, const Environment& environment,
                                  const Scope& scope);

/// As above, without a host. Places where nothing stood are told only for browsers that are there. When only
/// some browsers are meant, a manifest that another installed one reads too (Opera shares Chrome's) is left.
std::vector<Outcome> unregisterHost(const Environment& environment, const Scope& scope);

/// True when an outcome means that what was asked for did not happen: a reason to exit with 1.
bool anyRefused(const std::vector<Outcome>& outcomes);

} // namespace superlink::installer
