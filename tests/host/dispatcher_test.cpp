#include "store/store.hpp"
#include "wire/dispatcher.hpp"
#include "wire/framing.hpp"
#include "wire/methods.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace superlink;
using nlohmann::json;

namespace {

struct Host {
    Host() { addMethods(dispatcher, context); }
    json ask(const std::string& message) const { return json::parse(dispatcher.answer(message)); }
    std::string codeOf(const std::string& message) const { return ask(message).at("error").at("code"); }

    Store store{":memory:"};
    Clock clock{[] { return 1'795'340'000'000; }, "UTC"};
    Context context{store, clock};
    Dispatcher dispatcher;
};

json invitation(const std::string& id, const std::string& note) {
    return {{"id", id},
            {"kind", "person"},
            {"name", "N"},
            {"mutualNames", json::array()},
            {"badges", json::array()},
            {"note", note}};
}

} // namespace

TEST_CASE("nonsense gets exactly one reply, with no id and a code") {
    const Host host;
    for (const char* message :
         {"[]", "null", "7", "\"text\"", "{}", R"({"id":1})",
          R"({"id":"1","method":"budget.get","params":{}})", R"({"id":0,"method":"budget.get","params":{}})",
          R"({"id":-1,"method":"budget.get","params":{}})", R"({"id":1.5,"method":"budget.get","params":{}})",
          R"({"id":true,"method":"budget.get","params":{}})",
          R"({"id":9007199254740993,"method":"budget.get","params":{}})"}) {
        INFO(message);
        CHECK(host.codeOf(message) == "INVALID_PARAMS");
    }
    for (const char* message : {"", "nonsense", "{\"id\":1"}) {
        CHECK(host.ask(message).at("id").is_null());
        CHECK(host.codeOf(message) == "INVALID_MESSAGE");
    }
}

TEST_CASE("a broken request with a readable id is answered under that id") {
    const Host host;
    for (const char* message :
         {R"({"id":5})", R"({"id":5,"method":3,"params":{}})", R"({"id":5,"method":"budget.get"})",
          R"({"id":5,"method":"budget.get","params":[]})"}) {
        CHECK(host.ask(message).at("id") == 5);
        CHECK(host.codeOf(message) == "INVALID_PARAMS");
    }
}

TEST_CASE("a batch beyond a hundred invitations is refused") {
    const Host host;
    json invitations = json::array();
    for (int i = 0; i < 101; ++i) {
        invitations.push_back(invitation("person:" + std::to_string(i), "hello"));
    }
    json request = {{"id", 1}, {"method", "invitations.score"}, {"params", {{"invitations", invitations}}}};
    CHECK(host.codeOf(request.dump()) == "INVALID_PARAMS");
    request["params"]["invitations"].erase(100);
    CHECK(host.ask(request.dump()).at("result").at("judgements").size() == 100);
}

TEST_CASE("no reply exceeds what browsers accept, whatever is asked") {
    const Host host;
    json invitations = json::array();
    for (int i = 0; i < 60; ++i) { // about the largest request that fits into a frame
        invitations.push_back(invitation("person:" + std::to_string(i), std::string(16'000, 'x')));
    }
    const json request = {
        {"id", 1}, {"method", "invitations.score"}, {"params", {{"invitations", invitations}}}};
    REQUIRE(request.dump().size() < kMaxMessageBytes);
    const std::string reply = host.dispatcher.answer(request.dump());
    CHECK(reply.size() <= kMaxMessageBytes);
    CHECK(json::parse(reply).contains("result"));
}

TEST_CASE("an error's message names fields, never a person's words") {
    const Host host;
    const std::string secret = "Wilhelmina's secret words";
    json bad = invitation("person:x", secret);
    bad["mutualConnections"] = secret;
    const json request = {{"id", 1}, {"method", "invitations.score"}, {"params", {{"invitations", {bad}}}}};
    const std::string reply = host.dispatcher.answer(request.dump());
    CHECK(reply.find("mutualConnections") != std::string::npos);
    CHECK(reply.find("secret") == std::string::npos);
}
