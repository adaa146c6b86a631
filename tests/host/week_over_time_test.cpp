// The week as a person lives it: the real dispatcher over an in-memory database, with a clock and a zone that
// move.

#include "store/store.hpp"
#include "wire/dispatcher.hpp"
#include "wire/methods.hpp"
#include "wire/protocol.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

using namespace superlink;
using nlohmann::json;

namespace {
constexpr Millis kHour = 3'600'000;
constexpr Millis kMonday = 1'795'392'000'000; // Monday 2026-11-23 00:00 UTC

class Person {
  public:
    Person() {
        addMethods(dispatcher_, context_);
        Settings settings;
        settings.about = "Freelance data engineer";
        settings.want.roles = {"Head of Data"};
        settings.want.places = {"Lisbon"};
        settings.goals = {{GoalKind::FindClients, "data platform contracts", Priority::High}};
        settings.relationships = {Relationship::Client};
        settings.weeklyBudget = 5;
        save(settings);
    }

    json ask(const char* method, const json& params = json::object()) {
        const json reply =
            json::parse(dispatcher_.answer(json{{"id", 1}, {"method", method}, {"params", params}}.dump()));
        INFO(reply.dump());
        REQUIRE(reply.contains("result"));
        return reply.at("result");
    }

    void save(const Settings& settings) {
        saved = settings;
        ask("settings.put", {{"settings", encode(settings)}});
    }

    /// So many people who are worth accepting, seen now.
    void see(int from, int to) {
        json invitations = json::array();
        for (int i = from; i < to; ++i) {
            invitations.push_back(encode(sender(i)));
        }
        ask("invitations.score", {{"invitations", invitations}});
    }

    static Invitation sender(int number) {
        Invitation out;
        out.id = "person:p" + std::to_string(1000 + number);
        out.name = "Sender " + std::to_string(number);
        out.headline = "Head of Data, Gearwheel Logistics " + std::to_string(number % 7) + " | Lisbon";
        return out;
    }

    void accept(int number) {
        ask("decisions.record", {{"key", "key-" + std::to_string(++decisions_) + "-of-many"},
                                 {"action", "accept"},
                                 {"decidedAt", now},
                                 {"invitation", encode(sender(number))},
                                 {"verdict", "accept"}});
    }

    std::vector<std::string> planned() {
        std::vector<std::string> out;
        const json plan = ask("plan.get", {{"from", 0}, {"most", 100}});
        for (const json& item : plan.at("items")) {
            if (item.at("judgement").at("plan").at("place") == "planned") {
                out.push_back(item.at("invitation").at("id"));
            }
        }
        return out;
    }

    int used() { return ask("budget.get").at("used"); }

    Millis now = kMonday + 10 * kHour;
    Settings saved;

  private:
    int decisions_ = 0;
    Store store_{":memory:"};
    Clock clock_{[this] { return now; }, "UTC"};
    Context context_{store_, clock_};
    Dispatcher dispatcher_;
};
} // namespace

TEST_CASE("the plan is the same from hour to hour, all week") {
    Person person;
    person.see(0, 12);
    const auto ids = person.planned();
    REQUIRE(ids.size() == 5);
    for (person.now = kMonday; person.now < kMonday + 7 * kDay; person.now += kHour) {
        REQUIRE(person.planned() == ids);
    }
}

TEST_CASE("accepting moves the budget, keeps the rest of the plan, and the week's end brings a new one") {
    Person person;
    person.see(0, 12);
    const auto ids = person.planned();
    REQUIRE(ids.size() == 5);
    person.accept(std::stoi(ids[2].substr(8)) - 1000);
    CHECK(person.used() == 1);
    auto rest = person.planned();
    CHECK(rest.size() == 4);
    CHECK(std::set<std::string>(rest.begin(), rest.end()) ==
          std::set<std::string>{ids[0], ids[1], ids[3], ids[4]});
    person.now = kMonday + 7 * kDay - 1;
    CHECK(person.used() == 1);
    person.now += 1;
    CHECK(person.used() == 0);
    CHECK(person.planned().size() == 5);
}

TEST_CASE("beyond the budget is allowed and shown, and nobody more is planned") {
    Person person;
    person.see(0, 12);
    for (int i = 0; i < 7; ++i) {
        person.accept(i);
    }
    CHECK(person.used() == 7);
    CHECK(person.ask("budget.get").at("left") == 0);
    CHECK(person.planned().empty());
    CHECK(person.ask("plan.get", {{"from", 0}, {"most", 1}}).at("counts").at("later") == 5);
}

TEST_CASE("energy that has a date is low until then and normal afterwards, without anybody saving") {
    Person person;
    person.see(0, 12);
    Settings tired = person.saved;
    tired.energy = Energy::Low;
    tired.energyUntil = person.now + kDay;
    person.save(tired);
    CHECK(person.planned().size() == 2);
    person.now += kDay;
    CHECK(person.planned().size() == 5);
}

TEST_CASE("who travels is in the week of where they are, and a clock that jumps is believed both ways") {
    Person person;
    person.see(0, 3);
    person.now = kMonday + 2 * kHour; // Monday in Lisbon, still Sunday in Honolulu
    person.accept(0);
    CHECK(person.used() == 1);
    const auto moveTo = [&](const char* zone) {
        person.ask("host.hello", {{"protocol", kProtocolVersion}, {"version", "1"}, {"timeZone", zone}});
    };
    person.now += 9 * kHour; // Monday 11:00 in UTC, 01:00 in Honolulu: there the week has just begun
    CHECK(person.used() == 1);
    moveTo("Pacific/Honolulu");
    CHECK(person.used() == 0);
    person.now -= 2 * kHour; // the clock goes back to Sunday
    CHECK(person.used() == 1);
    moveTo("UTC");
    person.now += 7 * kDay;
    CHECK(person.used() == 0);
    person.now -= 7 * kDay;
    CHECK(person.used() == 1);
}

TEST_CASE("a host that was away for half a year lets invitations lapse and counts them") {
    Person person;
    person.see(0, 4);
    person.now += 179 * kDay;
    CHECK(person.planned().size() == 4);
    person.now += 2 * kDay;
    CHECK(person.planned().empty());
    const json weeks = person.ask("history.get", {{"weeks", 2}}).at("weeks");
    CHECK(weeks[0].at("lapsed").get<int>() + weeks[1].at("lapsed").get<int>() == 4);
}

TEST_CASE("a plan of any length comes in parts that fit through the pipe, with nobody twice or missing") {
    Person person;
    json invitations = json::array();
    for (int i = 0; i < 90; ++i) {
        Invitation long_ = Person::sender(i);
        long_.note = std::string(15'000, 'x') + " \x01\"";
        invitations.push_back(encode(long_));
        if (invitations.size() == 10) {
            person.ask("invitations.score", {{"invitations", invitations}});
            invitations.clear();
        }
    }
    std::set<std::string> ids;
    std::size_t read = 0;
    for (json next = 0; !next.is_null();) {
        const json part = person.ask("plan.get", {{"from", next}, {"most", 100}});
        CHECK(part.dump().size() < 1024 * 1024);
        for (const json& item : part.at("items")) {
            ids.insert(item.at("invitation").at("id").get<std::string>());
            ++read;
        }
        next = part.at("next");
    }
    CHECK(read == 90);
    CHECK(ids.size() == 90);
}

TEST_CASE("an export taken in by another host gives the same week, plan and history") {
    Person from;
    from.see(0, 70);
    from.accept(3);
    from.ask("budget.put", {{"elsewhere", 1}});
    from.ask("reasons.correct",
             {{"code", "MUTUAL_CONNECTIONS"}, {"correction", "never"}, {"invitationId", nullptr}});
    from.ask("invitations.setAside", {{"id", "person:p1005"}, {"aside", true}});
    Person to;
    to.now += kHour;
    to.ask("data.erase");
    json place = nullptr;
    do {
        const json part = from.ask("data.export", {{"from", place}});
        to.ask("data.import", {{"records", part.at("records")}});
        place = part.at("next");
    } while (!place.is_null());
    from.now += kHour;
    for (const char* method : {"budget.get", "reasons.list", "settings.get"}) {
        CHECK(from.ask(method) == to.ask(method));
    }
    CHECK(from.planned() == to.planned());
    CHECK(from.ask("history.get", {{"weeks", 4}}) == to.ask("history.get", {{"weeks", 4}}));
}

TEST_CASE("what the badge says later of becomes planned in the next week") {
    Person person;
    person.see(0, 8);
    const auto verdictOf = [&](int number) {
        const json reply =
            person.ask("invitations.score", {{"invitations", {encode(Person::sender(number))}}});
        return reply.at("judgements")[0].at("verdict").get<std::string>();
    };
    std::vector<int> later;
    for (int i = 0; i < 8; ++i) {
        if (verdictOf(i) == "later") {
            later.push_back(i);
        }
    }
    CHECK(later.size() == 3);
    for (int i = 0; i < 8; ++i) {
        if (std::find(later.begin(), later.end(), i) == later.end()) {
            person.accept(i);
        }
    }
    person.now += 7 * kDay;
    for (const int number : later) {
        CHECK(verdictOf(number) == "accept");
    }
}
