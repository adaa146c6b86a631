// The real program, as a browser starts it.

#include "child.hpp"
#include "temp_home.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <cstring>
#include <fstream>

using namespace superlink;
using nlohmann::json;
using std::chrono::milliseconds;

namespace {

const std::string kHello = R"({"id":1,"method":"host.hello","params":{"protocol":3,"version":"0.1.0"}})";

std::vector<std::string> asChromium() {
    return {"chrome-extension://caniejdnfapanpblmoanligkflnoifom/"};
}
std::vector<std::string> asFirefox() {
    return {"/home/x/.mozilla/native-messaging-hosts/io.superlink.host.json", "superlink@superlink.io"};
}

json decision(const std::string& key, const std::string& id) {
    return {{"id", 2},
            {"method", "decisions.record"},
            {"params",
             {{"key", key},
              {"action", "accept"},
              {"decidedAt", 1'795'340'000'000},
              {"invitation",
               {{"id", id},
                {"kind", "person"},
                {"name", "Canary Zebrafinch"},
                {"headline", "Keeper of canaries"},
                {"note", "a canary note"},
                {"mutualNames", json::array()},
                {"badges", json::array()}}}}}};
}

std::string lengthOnly(std::uint32_t length) {
    std::string bytes(4, '\0');
    std::memcpy(bytes.data(), &length, 4);
    return bytes;
}

std::string allFilesBelow(const std::filesystem::path& folder, const std::string& extension) {
    std::string text;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file() && entry.path().extension() == extension) {
            text += readFile(entry.path());
        }
    }
    return text;
}

} // namespace

TEST_CASE("the host greets whoever starts it: Chromium, Firefox, a portal, a newer browser") {
    for (const auto& arguments : {asChromium(), asFirefox(), std::vector<std::string>{},
                                  std::vector<std::string>{"--parent-window=0", "", "\xff"}}) {
        const TempHome home;
        Child host(SUPERLINK_HOST, arguments, home.path());
        host.send(kHello);
        const auto reply = host.receive();
        REQUIRE(reply);
        CHECK(json::parse(*reply) == json::parse(R"({"id":1,"result":{"protocol":3,"version":"0.1.0"}})"));
        host.closeInput();
        CHECK(host.wait() == 0);
    }
}

TEST_CASE("the end of input between messages is goodbye, inside a message an error") {
    const std::string bytes = frame(kHello);
    for (std::size_t cut = 0; cut <= bytes.size(); cut += 5) {
        const TempHome home;
        Child host(SUPERLINK_HOST, asChromium(), home.path());
        host.write(bytes.substr(0, cut));
        host.closeInput();
        INFO("cut at " << cut);
        CHECK(host.wait() == (cut == 0 || cut == bytes.size() ? 0 : 1));
    }
}

TEST_CASE("messages sent before the end of input are all answered") {
    const TempHome home;
    Child host(SUPERLINK_HOST, asFirefox(), home.path());
    std::string bytes;
    for (int i = 1; i <= 500; ++i) {
        bytes += frame(
            json{{"id", i}, {"method", "host.hello"}, {"params", {{"protocol", 3}, {"version", "0.1.0"}}}}
                .dump());
    }
    host.write(bytes);
    host.closeInput();
    for (int i = 1; i <= 500; ++i) {
        const auto reply = host.receive();
        REQUIRE(reply);
        CHECK(json::parse(*reply).at("id") == i);
    }
    CHECK_FALSE(host.receive());
    CHECK(host.wait() == 0);
}

TEST_CASE("an absurd length is told and left") {
    for (const std::uint32_t length : {static_cast<std::uint32_t>(kMaxMessageBytes + 1), 0xFFFFFFFFU}) {
        const TempHome home;
        Child host(SUPERLINK_HOST, asChromium(), home.path());
        host.send(kHello);
        host.write(lengthOnly(length));
        REQUIRE(host.receive());
        const auto reply = host.receive();
        REQUIRE(reply);
        CHECK(json::parse(*reply).at("error").at("code") == "INVALID_MESSAGE");
        CHECK(host.wait() == 1);
    }
}

TEST_CASE("an empty message and a message of a megabyte are answered, and the next one too") {
    const TempHome home;
    Child host(SUPERLINK_HOST, asChromium(), home.path());
    host.send("");
    host.send(std::string(kMaxMessageBytes, ' '));
    host.send(kHello);
    CHECK(json::parse(*host.receive()).at("error").at("code") == "INVALID_MESSAGE");
    CHECK(json::parse(*host.receive()).at("error").at("code") == "INVALID_MESSAGE");
    CHECK(json::parse(*host.receive()).contains("result"));
}

TEST_CASE("the host leaves at the end of input although its output is blocked") {
    const TempHome home;
    Child host(SUPERLINK_HOST, asChromium(), home.path());
    // More replies than a pipe holds, and nobody reads them.
    for (int i = 0; i < 3000; ++i) {
        host.send(R"({"id":1,"method":"settings.get","params":{}})");
    }
    host.closeInput();
    CHECK(host.wait(milliseconds(1900)) == 0); // Chromium kills after 2,000
}

TEST_CASE("the host leaves at the end of input although another process holds the database") {
    const TempHome home;
    {
        Child first(SUPERLINK_HOST, asChromium(), home.path());
        first.send(decision("key-of-first", "person:a").dump());
        REQUIRE(first.receive());
    }
    SQLite::Database holder((home.path() / ".local/share/superlink/superlink.db").string(),
                            SQLite::OPEN_READWRITE);
    holder.exec("BEGIN EXCLUSIVE");
    Child host(SUPERLINK_HOST, asChromium(), home.path());
    host.send(kHello);
    REQUIRE(host.receive());
    host.send(decision("key-of-second", "person:b").dump());
    host.closeInput();
    const auto reply = host.receive();
    REQUIRE(reply);
    CHECK(json::parse(*reply).at("error").at("code") == "BUSY");
    CHECK(host.wait(milliseconds(1900)) == 0);
}

TEST_CASE("a browser that stops reading is no reason to crash") {
    const TempHome home;
    Child host(SUPERLINK_HOST, asChromium(), home.path());
    host.closeOutput();
    host.send(kHello);
    CHECK(host.wait() == 0);
}

TEST_CASE("signals end the host in order") {
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
        const TempHome home;
        Child host(SUPERLINK_HOST, asChromium(), home.path());
        host.send(kHello);
        REQUIRE(host.receive());
        ::kill(host.process(), signal);
        CHECK(host.wait() == 0);
    }
}

TEST_CASE("a host without stderr still sends frames alone") {
    const TempHome home;
    Child host(SUPERLINK_HOST, asChromium(), home.path(), true);
    host.send("nonsense");
    host.send(kHello);
    host.closeInput();
    CHECK(json::parse(*host.receive()).contains("error"));
    CHECK(json::parse(*host.receive()).contains("result"));
    CHECK_FALSE(host.receive());
    CHECK_FALSE(host.leftOverOutput());
}

TEST_CASE("an acknowledged decision outlives a host that is killed at once") {
    const TempHome home;
    for (int i = 0; i < 10; ++i) {
        Child host(SUPERLINK_HOST, asChromium(), home.path());
        const std::string name = std::to_string(i);
        host.send(decision("key-number-" + name, "person:" + name).dump());
        REQUIRE(host.receive());
        ::kill(host.process(), SIGKILL);
        CHECK(host.wait() == -SIGKILL);
    }
    Child host(SUPERLINK_HOST, asChromium(), home.path());
    host.send(decision("key-number-3", "person:3").dump());
    CHECK(json::parse(*host.receive()).at("result").at("duplicate") == true);
    SQLite::Database database((home.path() / ".local/share/superlink/superlink.db").string());
    CHECK(database.execAndGet("SELECT count(*) FROM decisions").getInt() == 10);
}

TEST_CASE("logs hold ids and counts, never people's words") {
    const TempHome home;
    Child host(SUPERLINK_HOST, asChromium(), home.path());
    json bad = decision("key-of-the-canary", "person:canary");
    host.send(bad.dump());
    bad["params"]["invitation"]["badges"] = {"Canary"};
    host.send(bad.dump());
    bad["params"]["invitation"]["name"] = 7;
    host.send(bad.dump());
    host.send(R"({"id":9,"method":"canary.sing","params":{}})");
    for (int i = 0; i < 4; ++i) {
        REQUIRE(host.receive());
    }
    host.closeInput();
    CHECK(host.wait() == 0);
    const std::string logs = allFilesBelow(home.path(), ".log");
    CHECK(logs.find("INVALID_PARAMS") != std::string::npos);
    for (const char* word : {"anary", "Zebrafinch", "Keeper"}) {
        INFO(word);
        CHECK(logs.find(word) == std::string::npos);
    }
}

TEST_CASE("two hosts never share a log, and old logs are tidied away") {
    const TempHome home;
    for (int i = 0; i < 14; ++i) {
        Child host(SUPERLINK_HOST, asChromium(), home.path());
        host.send(kHello);
        REQUIRE(host.receive());
        host.closeInput();
        CHECK(host.wait() == 0);
    }
    const auto logs = std::filesystem::directory_iterator(home.path() / ".local/state/superlink/log");
    CHECK(std::distance(begin(logs), end(logs)) == 10);
}

TEST_CASE("a home that cannot be written to is an answer, not an end") {
    const TempHome home;
    home.write(".local", "a file where a folder should be");
    Child host(SUPERLINK_HOST, asChromium(), home.path());
    host.send(kHello);
    CHECK(json::parse(*host.receive()).contains("result"));
    host.send(R"({"id":2,"method":"budget.get","params":{}})");
    CHECK(json::parse(*host.receive()).at("error").at("code") == "STORAGE_FAILED");
    host.closeInput();
    CHECK(host.wait() == 0);
}
