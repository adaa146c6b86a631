// Plays every golden case into the real dispatcher over an in-memory database, and once through the real
// program. The extension's tests play the same files: what either side changes alone fails here or there.

#include "child.hpp"
#include "scoring/features.hpp"
#include "store/store.hpp"
#include "temp_home.hpp"
#include "wire/dispatcher.hpp"
#include "wire/methods.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace superlink;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

const fs::path kContract = fs::path(SUPERLINK_TESTS_DIR) / "contract";

json readJson(const fs::path& file) {
    std::ifstream stream(file);
    return json::parse(stream);
}

/// Keeps the order in which people wrote the rest.
void rewrite(const fs::path& file, const json& reply) {
    std::ifstream stream(file);
    auto golden = nlohmann::ordered_json::parse(stream);
    golden["reply"] = reply;
    std::ofstream(file) << golden.dump(2) << '\n';
}

/// A host with an empty memory and a clock that stands still.
struct Host {
    explicit Host(const json& given)
        : clock{[now = given.at("now").get<Millis>()] { return now; },
                given.at("timeZone").get<std::string>()} {
        addMethods(dispatcher, context);
        for (const json& request : given.value("before", json::array())) {
            const json reply =
                ask({{"id", 1}, {"method", request.at("method")}, {"params", request.at("params")}});
            REQUIRE(reply.contains("result"));
        }
    }

    json ask(const json& request) const { return json::parse(dispatcher.answer(request.dump())); }

    Store store{":memory:"};
    Clock clock;
    Context context{store, clock, std::make_shared<CurrentJudge>()};
    Dispatcher dispatcher;
};

} // namespace

TEST_CASE("every golden case gets exactly its reply") {
    int played = 0;
    for (const auto& entry : fs::recursive_directory_iterator(kContract / "cases")) {
        if (entry.path().extension() != ".json") {
            continue;
        }
        const json golden = readJson(entry.path());
        INFO(fs::relative(entry.path(), kContract).string() << ": " << golden.at("shows").get<std::string>());
        const Host host(golden.at("given"));
        const json reply = host.ask(golden.at("request"));
        if (std::getenv("SUPERLINK_REWRITE_CASES") != nullptr && reply != golden.at("reply")) {
            rewrite(entry.path(), reply); // after training; to be read before it is committed
        }
        CHECK(reply == golden.at("reply"));
        ++played;
    }
    CHECK(played >= 35);
}

TEST_CASE("the host has the methods of the vocabulary, and each has cases") {
    const json vocabulary = readJson(kContract / "vocabulary.json");
    const Host host({{"now", 0}, {"timeZone", "UTC"}});
    CHECK(json(host.dispatcher.methods()) == vocabulary.at("methods"));
    std::vector<std::string> folders;
    for (const auto& entry : fs::directory_iterator(kContract / "cases")) {
        folders.push_back(entry.path().filename().string());
    }
    std::sort(folders.begin(), folders.end());
    CHECK(json(folders) == vocabulary.at("methods"));
}

TEST_CASE("the host's error codes are those of the vocabulary") {
    json codes = json::array();
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        codes.push_back(toString(static_cast<ErrorCode>(code)));
    }
    CHECK(codes == readJson(kContract / "vocabulary.json").at("errors"));
}

TEST_CASE("the host's reasons are those of the vocabulary, and that nothing spoke") {
    auto codes = reasonCodes();
    codes.push_back("NO_EVIDENCE");
    std::sort(codes.begin(), codes.end());
    auto known = readJson(kContract / "vocabulary.json").at("reasons").get<std::vector<std::string>>();
    std::sort(known.begin(), known.end());
    CHECK(codes == known);
}

TEST_CASE("the golden cases go through the real program's pipe: every request gets its kind of reply") {
    for (const auto& entry : fs::recursive_directory_iterator(kContract / "cases")) {
        if (entry.path().extension() != ".json") {
            continue;
        }
        const json golden = readJson(entry.path());
        INFO(fs::relative(entry.path(), kContract).string());
        const TempHome home;
        Child program(SUPERLINK_HOST, {}, home.path());
        int id = 1000;
        for (json request : golden.at("given").value("before", json::array())) {
            request["id"] = ++id;
            program.send(request.dump());
            REQUIRE(program.receive());
        }
        program.send(golden.at("request").dump());
        const auto reply = program.receive();
        REQUIRE(reply);
        const json got = json::parse(*reply);
        // Its clock is the real one, so figures of the week may differ; what is there may not.
        CHECK(got.at("id") == golden.at("reply").at("id"));
        CHECK(got.contains("result") == golden.at("reply").contains("result"));
        if (got.contains("error")) {
            CHECK(got.at("error") == golden.at("reply").at("error"));
        }
        program.closeInput();
        CHECK(program.wait() == 0);
    }
}
