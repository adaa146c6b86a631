#include "installer/doctor_parts.hpp"
#include "installer/launch.hpp"
#include "installer/manifest.hpp"

namespace superlink::installer {
namespace {

struct Told {
    const char* code;
    std::string what;
    std::string mend;
};

Told tell(LaunchResult result) {
    switch (result) {
    case LaunchResult::Answered:
        return {"HOST_ANSWERS", "The host starts and answers", ""};
    case LaunchResult::CannotStart:
        return {"HOST_CANNOT_START", "The host cannot be started",
                "Build or install SuperLink again for this computer."};
    case LaunchResult::ExitedEarly:
        return {"HOST_EXITED_EARLY", "The host ended before it answered",
                "Start it by hand to see why, then install SuperLink again."};
    case LaunchResult::StrayOutput:
        return {"HOST_STRAY_OUTPUT",
                "Something other than messages came from the host, and browsers drop it for that",
                "Remove what prints to standard output (a wrapper script, a preloaded library) and install "
                "again."};
    case LaunchResult::BadReply:
        return {"HOST_BAD_REPLY", "The host's first message is no answer",
                "The manifest may name another program; run: superlink install"};
    case LaunchResult::NoAnswer:
        return {"HOST_NO_ANSWER", "The host did not answer in time",
                "End all superlink-host processes and try again; if it stays so, install SuperLink again."};
    case LaunchResult::ProtocolMismatch:
        return {"HOST_PROTOCOL_MISMATCH", "The host speaks another protocol than this program",
                "Update SuperLink, then run: superlink install"};
    case LaunchResult::RefusedHello:
        return {"HOST_REFUSED_HELLO", "The host answered with an error",
                "Update SuperLink, then run: superlink install"};
    }
    return {"HOST_CANNOT_START", "The host cannot be started", ""};
}

} // namespace

Findings checkLaunch(const Registration& registration, const Environment& environment,
                     const DoctorOptions& options) {
    Launch launch{
        registration.host, {}, environment.variables, options.protocol, options.version, options.deadline,
        options.farewell};
    if (registration.family == Family::Firefox) {
        launch.arguments.push_back(registration.manifest.string());
    }
    launch.arguments.push_back(callerId(registration.family));
    const LaunchReport report = sayHello(launch);
    const Told told = tell(report.result);
    const std::string manner =
        registration.family == Family::Firefox ? "as Firefox starts it" : "as Chromium starts it";
    const bool good = report.result == LaunchResult::Answered;
    Findings findings{
        {told.code, good ? Severity::Ok : Severity::Error, "", registration.host,
         told.what + " (started " + manner + ")" + (report.detail.empty() ? "" : ": " + report.detail) + ".",
         told.mend}};
    if (report.lingered) {
        findings.push_back({"HOST_LINGERS", Severity::Warning, "", registration.host,
                            "The host does not leave when its browser goes (started " + manner + ").",
                            "Install SuperLink again and end all superlink-host processes."});
    }
    if (good && !options.version.empty() && report.version != options.version) {
        findings.push_back({"HOST_VERSION_DIFFERS", Severity::Warning, "", registration.host,
                            "The host is of version " +
                                (report.version.empty() ? "unknown" : report.version) + ", this program of " +
                                options.version + ".",
                            "superlink install"});
    }
    return findings;
}

} // namespace superlink::installer
