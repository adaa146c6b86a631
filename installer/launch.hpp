#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace superlink::installer {

/// Starts a host as browsers do and lets it say hello: its own folder as the working directory, pipes as
/// stdin and stdout, the caller in its arguments (Chromium: the extension's origin; Firefox: the manifest's
/// path and the add-on's id), one frame each way (u32 length in native byte order, then JSON). Unlike a
/// browser it gives the host a process group of its own, so that nothing it started outlives the check.

struct Launch {
    std::filesystem::path host;
    std::vector<std::string> arguments; ///< without the program's own name
    std::vector<std::string> variables; ///< "NAME=value"
    int protocol = 2;
    std::string version;
    std::chrono::milliseconds deadline{5000}; ///< for the reply
    std::chrono::milliseconds farewell{2000}; ///< for leaving after end of input; Chromium kills after 2 s
};

enum class LaunchResult {
    Answered,
    CannotStart,      ///< the system refused to start it
    ExitedEarly,      ///< it ended before it answered
    StrayOutput,      ///< something on stdout that is no frame
    BadReply,         ///< a frame that is no answer to hello
    NoAnswer,         ///< nothing within the deadline
    ProtocolMismatch, ///< it speaks another protocol
    RefusedHello,     ///< it answered with another error
};

struct LaunchReport {
    LaunchResult result = LaunchResult::Answered;
    std::string detail;    ///< what was seen, fit for a terminal; empty when there is nothing to add
    std::string version;   ///< the host's own, if it told
    bool lingered = false; ///< it did not leave within the farewell after end of input, and was killed
};

/// Blocks for at most deadline + farewell. Ignores SIGPIPE meanwhile. Leaves no process behind.
LaunchReport sayHello(const Launch& launch);

} // namespace superlink::installer
