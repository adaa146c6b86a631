#include "installer/launch.hpp"

#include "installer/manifest.hpp"
#include "installer/registrar.hpp"
#include "temporary_home.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <csignal>
#include <sstream>
#include <thread>

using namespace superlink::installer;
namespace fs = std::filesystem;
using std::chrono::milliseconds;

namespace {

const std::string kGoodReply = R"({"id":1,"result":{"protocol":2,"version":"0.1.0"}})";

struct FaultyHost {
    const char* name;
    std::string script;
    std::string reply;
    LaunchResult result;
    const char* code;   ///< the doctor's
    const char* detail; ///< part of what is told
};

std::vector<FaultyHost> faultyHosts() {
    const std::string answer = "cat reply.bin\ncat >/dev/null";
    const std::string tooLong = std::string("\x01\x00\x10\x00", 4) + "{}";
    return {
        {"ends at once", "exit 3", "", LaunchResult::ExitedEarly, "HOST_EXITED_EARLY", "code 3"},
        {"ends as if all were well", "exit 0", "", LaunchResult::ExitedEarly, "HOST_EXITED_EARLY", "code 0"},
        {"crashes", "kill -SEGV $$", "", LaunchResult::ExitedEarly, "HOST_EXITED_EARLY", "signal 11"},
        {"lacks a library", "echo 'libspdlog.so.1: cannot open shared object file' >&2; exit 127", "",
         LaunchResult::ExitedEarly, "HOST_EXITED_EARLY", "libspdlog.so.1"},
        {"ends within its frame", "cat reply.bin", framed(kGoodReply).substr(0, 20),
         LaunchResult::ExitedEarly, "HOST_EXITED_EARLY", "code 0"},
        {"prints a line first", "echo 'Starting SuperLink'\n" + answer, framed(kGoodReply),
         LaunchResult::StrayOutput, "HOST_STRAY_OUTPUT", "Starting SuperLink"},
        {"prints a line afterwards", "cat reply.bin\necho bye\ncat >/dev/null", framed(kGoodReply),
         LaunchResult::StrayOutput, "HOST_STRAY_OUTPUT", "bye"},
        {"sends an empty frame", answer, framed(""), LaunchResult::StrayOutput, "HOST_STRAY_OUTPUT", ""},
        {"sends more than browsers take", answer, tooLong, LaunchResult::StrayOutput, "HOST_STRAY_OUTPUT",
         ""},
        {"sends no JSON", answer, framed("hello"), LaunchResult::StrayOutput, "HOST_STRAY_OUTPUT", "hello"},
        {"echoes the request", answer, framed(R"({"id":1,"method":"host.hello","params":{"protocol":2}})"),
         LaunchResult::BadReply, "HOST_BAD_REPLY", "host.hello"},
        {"answers another request", answer, framed(R"({"id":2,"result":{"protocol":2,"version":"0.1.0"}})"),
         LaunchResult::BadReply, "HOST_BAD_REPLY", ""},
        {"answers with wrong types", answer,
         framed(R"({"id":1,"result":{"protocol":true,"version":"0.1.0"}})"), LaunchResult::BadReply,
         "HOST_BAD_REPLY", ""},
        {"is newer", answer, framed(R"({"id":1,"result":{"protocol":9,"version":"9.0.0"}})"),
         LaunchResult::ProtocolMismatch, "HOST_PROTOCOL_MISMATCH", "protocol 9"},
        {"says that it is newer", answer,
         framed(R"({"id":1,"error":{"code":"PROTOCOL_MISMATCH","message":"this host speaks protocol 9"}})"),
         LaunchResult::ProtocolMismatch, "HOST_PROTOCOL_MISMATCH", "speaks protocol 9"},
        {"has an error", answer, framed(R"({"id":1,"error":{"code":"STORAGE_FAILED","message":"no room"}})"),
         LaunchResult::RefusedHello, "HOST_REFUSED_HELLO", "STORAGE_FAILED: no room"},
        {"is silent", "cat >/dev/null", "", LaunchResult::NoAnswer, "HOST_NO_ANSWER", ""},
        {"stops within its frame", answer, framed(kGoodReply).substr(0, 20), LaunchResult::NoAnswer,
         "HOST_NO_ANSWER", ""},
    };
}

Launch launchOf(const TemporaryHome& home, const fs::path& host) {
    Launch launch;
    launch.host = host;
    launch.arguments = {callerId(Family::Chromium)};
    launch.variables = home.environment.variables;
    launch.version = "0.1.0";
    return launch;
}

std::vector<std::string> linesOf(const fs::path& file) {
    std::istringstream text(readText(file));
    std::vector<std::string> lines;
    for (std::string line; std::getline(text, line);) {
        lines.push_back(line);
    }
    return lines;
}

/// A killed process takes a moment to go, and stays as a zombie where nobody is its parent.
bool endsWithin(pid_t process, std::chrono::seconds time) {
    const auto until = std::chrono::steady_clock::now() + time;
    while (std::chrono::steady_clock::now() < until) {
        const std::string state = readText("/proc/" + std::to_string(process) + "/stat");
        if (::kill(process, 0) != 0 || state.find(") Z ") != std::string::npos) {
            return true;
        }
        std::this_thread::yield();
    }
    return false;
}

} // namespace

TEST_CASE("A good host answers, and is gone afterwards") {
    const TemporaryHome home;
    const auto report = sayHello(launchOf(home, home.writeGoodHost()));
    CHECK(report.result == LaunchResult::Answered);
    CHECK(report.version == "0.1.0");
    CHECK(!report.lingered);
}

TEST_CASE("The host is started as browsers start it: arguments, folder, one framed hello") {
    for (const Family family : {Family::Chromium, Family::Firefox}) {
        const TemporaryHome home;
        const bool isFirefox = family == Family::Firefox;
        home.startBrowserOnce(isFirefox ? "firefox" : "chromium");
        const auto host = home.writeHost("{ pwd -P; printf '%s\\n' \"$0\" \"$@\"; } >seen\n"
                                         "cat reply.bin\ncat >request",
                                         framed(kGoodReply));
        registerHost(host, home.environment, {});
        const auto findings = diagnose(home.environment, home.doctorOptions());
        CHECK(exitCode(findings) == 0);

        std::vector<std::string> expected{host.parent_path().string(), host.string()};
        if (isFirefox) {
            expected.push_back(home.manifest("firefox").string());
        }
        expected.push_back(isFirefox ? "superlink@superlink.io"
                                     : "chrome-extension://caniejdnfapanpblmoanligkflnoifom/");
        CHECK(linesOf(host.parent_path() / "seen") == expected);
        CHECK(readText(host.parent_path() / "request") ==
              framed(R"({"id":1,"method":"host.hello","params":{"protocol":2,"version":"0.1.0"}})"));
    }
}

TEST_CASE("Every fault of a started host has its own name, from the launch and from the doctor") {
    for (const auto& faulty : faultyHosts()) {
        INFO(faulty.name);
        const TemporaryHome home;
        home.startBrowserOnce("chromium");
        const auto host = home.writeHost(faulty.script, faulty.reply);
        registerHost(host, home.environment, {});
        auto options = home.doctorOptions();
        const bool silent = faulty.result == LaunchResult::NoAnswer;
        options.deadline = silent ? milliseconds(150) : milliseconds(5000);

        auto launch = launchOf(home, host);
        launch.deadline = options.deadline;
        const auto report = sayHello(launch);
        CHECK(report.result == faulty.result);
        CHECK(report.detail.find(faulty.detail) != std::string::npos);

        const auto findings = diagnose(home.environment, options);
        CHECK(std::count_if(findings.begin(), findings.end(), [&](const Finding& finding) {
                  return finding.severity != Severity::Ok && finding.code == faulty.code;
              }) == 1);
        CHECK(exitCode(findings) == 1);
    }
}

TEST_CASE("A host that the system cannot start is told with the system's reason") {
    const TemporaryHome home;
    const auto host = home.writeHost("");
    for (const std::string text : {"#!/no/such/interpreter\n", "for another computer", ""}) {
        writeFile(host, text, 0755);
        const auto report = sayHello(launchOf(home, host));
        CHECK(report.result == LaunchResult::CannotStart);
        CHECK(!report.detail.empty());
    }
    home.startBrowserOnce("chromium");
    registerHost(host, home.environment, {});
    CHECK(reportText(diagnose(home.environment, home.doctorOptions())).find("HOST_CANNOT_START") !=
          std::string::npos);
}

TEST_CASE("A host that does not leave with its browser is told of and ended, with all that it started") {
    for (const char* script : {"cat reply.bin\necho $$ >pid\nexec sleep 1000 </dev/null",
                               "cat reply.bin\nsleep 1000 </dev/null &\necho $! >pid\ncat >/dev/null"}) {
        const TemporaryHome home;
        const auto host = home.writeHost(script, framed(kGoodReply));
        auto launch = launchOf(home, host);
        launch.farewell = milliseconds(150);
        const auto report = sayHello(launch);
        CHECK(report.result == LaunchResult::Answered);
        CHECK(report.lingered);
        const auto left = static_cast<pid_t>(std::stol(linesOf(host.parent_path() / "pid").at(0)));
        CHECK(endsWithin(left, std::chrono::seconds(5)));
    }
}

TEST_CASE("A host of another version is a warning, and a host that no manifest names is started too") {
    const TemporaryHome home;
    const auto host = home.writeGoodHost();
    auto options = home.doctorOptions();
    options.expectedHost = host;
    options.version = "0.2.0";
    const auto text = reportText(diagnose(home.environment, options));
    CHECK(text.find("HOST_ANSWERS") != std::string::npos);
    CHECK(text.find("HOST_VERSION_DIFFERS") != std::string::npos);
    CHECK(text.find("NO_BROWSER_FOUND") != std::string::npos);
}

TEST_CASE("A host that floods its output is stopped at what a browser would take") {
    const TemporaryHome home;
    const auto host = home.writeHost("exec yes aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
    CHECK(sayHello(launchOf(home, host)).result == LaunchResult::StrayOutput);
}

TEST_CASE("A launch restores what it changed in the process") {
    const TemporaryHome home;
    struct sigaction before {};
    struct sigaction after {};
    ::sigaction(SIGPIPE, nullptr, &before);
    sayHello(launchOf(home, home.writeHost("exec <&-; exit 0")));
    ::sigaction(SIGPIPE, nullptr, &after);
    CHECK(before.sa_handler == after.sa_handler);
}
