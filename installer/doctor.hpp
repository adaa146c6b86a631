#pragma once

#include "installer/browsers.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace superlink::installer {

/// Finds out why a badge might not show, by looking at everything between the browser and the host's first
/// answer, with the browsers' own rules, and tells each reason with its mend. It writes nothing itself and
/// never opens the database: closing any descriptor of it would drop the locks of this process. The one thing
/// that acts is the launch, in which the host does what it does whenever a browser starts it.

enum class Severity { Ok, Warning, Error };

/// One thing that was looked at. Codes are stable, for scripts and tests; the sentences are for people.
struct Finding {
    std::string code; ///< UPPER_SNAKE, such as MANIFEST_MISSING
    Severity severity;
    std::string browser;        ///< the browser's name, or empty
    std::filesystem::path path; ///< the file or folder it is about, or empty
    std::string what;           ///< one sentence
    std::string mend;           ///< one sentence or a command to copy; empty where nothing needs mending
};

struct DoctorOptions {
    int protocol = 2;    ///< of this build; the host must speak the same
    std::string version; ///< of this build; another one of the host is a warning
    /// The host that belongs to this program: a manifest that names another is a warning. Also what is
    /// started when no manifest names a host. Empty: neither.
    std::filesystem::path expectedHost;
    /// Look at this folder instead of at the browsers of the table.
    std::optional<ExplicitFolder> folder;
    bool launch = true;
    std::chrono::milliseconds deadline{5000}; ///< for the host's answer
    std::chrono::milliseconds farewell{2000}; ///< for the host to leave; Chromium kills after 2 s
};

/// Never throws for what it finds. Takes less than 2 s on a healthy system; a silent host costs `deadline`
/// for each of the two ways in which browsers start it.
std::vector<Finding> diagnose(const Environment& environment, const DoctorOptions& options);

/// 0 when no finding is an error, else 1.
int exitCode(const std::vector<Finding>& findings);

/// For a terminal: a line or two for each finding and a line of counts; control characters are shown as '?'.
std::string reportText(const std::vector<Finding>& findings);

/// For scripts, stable: {"ok": bool, "errors": n, "warnings": n, "findings": [{"code", "severity": "ok" |
/// "warning" | "error", "browser", "path", "what", "mend"}]}, every field always there, with a newline at the
/// end.
std::string reportJson(const std::vector<Finding>& findings);

} // namespace superlink::installer
