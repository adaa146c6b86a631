#include "installer/launch.hpp"

#include "installer/process.hpp"

#include <csignal>
#include <cstdint>
#include <cstring>
#include <nlohmann/json.hpp>
#include <sys/wait.h>

namespace superlink::installer {
namespace {

using Json = nlohmann::json;

constexpr std::uint32_t kMaxReplyBytes = 1024 * 1024; // browsers end the host that sends more
constexpr std::size_t kHeaderBytes = sizeof(std::uint32_t);

/// A host may be gone before we have written to it.
class SigpipeIgnored {
  public:
    SigpipeIgnored() { ::sigaction(SIGPIPE, &ignore_, &before_); }
    SigpipeIgnored(const SigpipeIgnored&) = delete;
    SigpipeIgnored& operator=(const SigpipeIgnored&) = delete;
    ~SigpipeIgnored() { ::sigaction(SIGPIPE, &before_, nullptr); }

  private:
    static struct sigaction ignoring() {
        struct sigaction action {};
        action.sa_handler = SIG_IGN;
        return action;
    }
    struct sigaction ignore_ = ignoring();
    struct sigaction before_ {};
};

std::string helloFrame(const Launch& launch) {
    const Json request{{"id", 1},
                       {"method", "host.hello"},
                       {"params", {{"protocol", launch.protocol}, {"version", launch.version}}}};
    const std::string text = request.dump(-1, ' ', false, Json::error_handler_t::replace);
    const auto length = static_cast<std::uint32_t>(text.size());
    std::string frame(kHeaderBytes, '\0');
    std::memcpy(frame.data(), &length, kHeaderBytes);
    return frame + text;
}

std::uint32_t lengthIn(const std::string& output) {
    std::uint32_t length = 0;
    std::memcpy(&length, output.data(), kHeaderBytes);
    return length;
}

/// The start of what a program wrote, in one line that a terminal takes no harm from.
std::string excerpt(const std::string& text) {
    const std::string end = text.substr(0, 160);
    return Json(end).dump(-1, ' ', true, Json::error_handler_t::replace);
}

/// The last line on stderr: the loader's complaint about a missing library stands there.
std::string lastLine(const std::string& text) {
    const auto end = text.find_last_not_of("\r\n");
    if (end == std::string::npos) {
        return {};
    }
    const auto start = text.find_last_of('\n', end);
    return excerpt(text.substr(start == std::string::npos ? 0 : start + 1, end - start));
}

std::string describe(std::optional<int> status, const std::string& errors) {
    std::string told = "it closed its output";
    if (status && WIFSIGNALED(*status)) {
        told = "it was ended by signal " + std::to_string(WTERMSIG(*status));
    } else if (status && WIFEXITED(*status)) {
        told = "it ended with code " + std::to_string(WEXITSTATUS(*status));
    }
    const std::string line = lastLine(errors);
    return line.empty() ? told : told + " and said " + line;
}

std::string textAt(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// Judges the one frame that came.
LaunchReport judge(const std::string& text, int protocol) {
    const Json reply = Json::parse(text, nullptr, false);
    if (!reply.is_object()) {
        return {LaunchResult::StrayOutput, "it wrote " + excerpt(text), {}, false};
    }
    const auto error = reply.find("error");
    if (error != reply.end() && error->is_object()) {
        const bool mismatch = textAt(*error, "code") == "PROTOCOL_MISMATCH";
        return {mismatch ? LaunchResult::ProtocolMismatch : LaunchResult::RefusedHello,
                "it answered " + excerpt(textAt(*error, "code") + ": " + textAt(*error, "message")),
                {},
                false};
    }
    const auto result = reply.find("result");
    const auto id = reply.find("id");
    const bool answers = id != reply.end() && id->is_number_integer() && *id == 1 && result != reply.end() &&
                         result->is_object() && result->contains("protocol") &&
                         result->at("protocol").is_number_integer();
    if (!answers) {
        return {LaunchResult::BadReply, "it answered " + excerpt(text), {}, false};
    }
    LaunchReport report{LaunchResult::Answered, {}, textAt(*result, "version"), false};
    if (result->at("protocol") != protocol) {
        report.result = LaunchResult::ProtocolMismatch;
        report.detail =
            "it speaks protocol " + result->at("protocol").dump() + ", not " + std::to_string(protocol);
    }
    return report;
}

/// Reads until one whole frame is there, or tells why none came.
LaunchReport awaitReply(Process& process, const Launch& launch, Clock::time_point until) {
    std::size_t wanted = kHeaderBytes;
    bool more = true;
    while (more && process.output().size() < wanted) {
        more = process.readMore(until);
        if (process.output().size() >= kHeaderBytes) {
            const auto length = lengthIn(process.output());
            if (length > kMaxReplyBytes) {
                return {LaunchResult::StrayOutput, "it wrote " + excerpt(process.output()), {}, false};
            }
            wanted = kHeaderBytes + length;
        }
    }
    if (process.output().size() >= wanted) {
        return judge(process.output().substr(kHeaderBytes, wanted - kHeaderBytes), launch.protocol);
    }
    if (process.outputEnded()) {
        const auto status = process.waitStatus(Clock::now() + launch.farewell);
        return {LaunchResult::ExitedEarly, describe(status, process.errors()), {}, false};
    }
    return {LaunchResult::NoAnswer, lastLine(process.errors()), {}, false};
}

/// Ends the conversation as a browser does and sees whether the host leaves, without a further word.
void sayGoodbye(Process& process, const Launch& launch, LaunchReport& report) {
    const auto expected = kHeaderBytes + lengthIn(process.output());
    const auto until = Clock::now() + launch.farewell;
    process.closeInput();
    while (process.readMore(until)) {
    }
    report.lingered = !process.outputEnded() || !process.waitStatus(until);
    if (report.result == LaunchResult::Answered && process.output().size() > expected) {
        report.result = LaunchResult::StrayOutput;
        report.detail = "after its answer it wrote " + excerpt(process.output().substr(expected));
    }
}

} // namespace

LaunchReport sayHello(const Launch& launch) {
    const SigpipeIgnored guard;
    const auto until = Clock::now() + launch.deadline;
    Process process(launch.host, launch.arguments, launch.variables);
    if (!process.failure().empty()) {
        return {LaunchResult::CannotStart, "the system says: " + process.failure(), {}, false};
    }
    process.write(helloFrame(launch)); // a host that is gone shows itself when reading
    LaunchReport report = awaitReply(process, launch, until);
    if (report.result == LaunchResult::Answered || report.result == LaunchResult::ProtocolMismatch) {
        sayGoodbye(process, launch, report);
    }
    return report;
}

} // namespace superlink::installer
