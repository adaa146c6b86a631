#pragma once

#include "installer/doctor.hpp"

namespace superlink::installer {

/// The parts of the doctor, one question each; diagnose() in doctor.cpp puts them together.

using Findings = std::vector<Finding>;

/// A manifest that a browser reads and that names a host.
struct Registration {
    std::string browser;
    Family family;
    std::filesystem::path manifest;
    std::filesystem::path host;
};

/// What the managed policies of a browser say of native messaging.
struct PolicyVerdict {
    Findings findings;                          ///< blocked, or files that cannot be read
    std::filesystem::path userHostsForbiddenBy; ///< empty when the person's own manifests are allowed
};
PolicyVerdict checkPolicies(const Browser& browser, const Environment& environment);

/// Is there a manifest, and would this browser take it? Adds to `registrations` what it would start.
Findings checkManifests(const Browser& browser, const PolicyVerdict& policies, const Environment& environment,
                        std::vector<Registration>& registrations);

/// The same for one folder given by hand.
Findings checkExplicitFolder(const ExplicitFolder& folder, const Environment& environment,
                             std::vector<Registration>& registrations);

/// Is the browser in a snap or a Flatpak, which cannot simply start programs?
Findings checkSandbox(const Browser& browser, const Presence& presence);

/// Is the host a program that can be started, from where it lies?
Findings checkHostFile(const std::filesystem::path& host, const Environment& environment);

/// Is the data folder there for this person alone?
Findings checkDataFolder(const Environment& environment);

/// Starts the host as the browser of this registration does.
Findings checkLaunch(const Registration& registration, const Environment& environment,
                     const DoctorOptions& options);

/// 'a path' for a shell.
std::string shellQuoted(const std::filesystem::path& path);

bool hasError(const Findings& findings);

} // namespace superlink::installer
