// Planning a week beside sorting the same invitations by their scores, and the whole question as the popup
// asks it, from JSON to JSON: the first time, again, and after a decision. Decides nothing.
//   build/tests/plan_speed [PENDING]      5,000 unless told otherwise

#include "planning/plan.hpp"
#include "store/store.hpp"
#include "wire/dispatcher.hpp"
#include "wire/methods.hpp"
#include "wire/protocol.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <random>
#include <string>
#include <vector>

using namespace superlink;
using nlohmann::json;

namespace {

constexpr int kRounds = 31;

double milliseconds(const std::function<void()>& work) {
    const auto begun = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
}

double median(std::vector<double> times) {
    std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2),
                     times.end());
    return times[times.size() / 2];
}

std::vector<Candidate> candidatesOf(int count) {
    std::mt19937 random(5);
    std::vector<Candidate> out(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i].id = "person:" + std::to_string(i);
        out[i].score = std::uniform_real_distribution<>()(random);
        out[i].verdict = out[i].score > 0.56   ? Verdict::Accept
                         : out[i].score < 0.42 ? Verdict::Ignore
                                               : Verdict::Unsure;
        out[i].relationship = static_cast<Relationship>(random() % 16);
        out[i].trade = static_cast<int>(random() % 84);
        out[i].lapsesAt = static_cast<Millis>(random() % 180) * kDay;
    }
    return out;
}

void benchPlan(int pending) {
    const auto candidates = candidatesOf(pending);
    PlanRequest request;
    request.room = request.usualRoom = request.weeklyRoom = 15;
    request.wanted = {Relationship::Client, Relationship::Mentor};
    std::vector<double> planning;
    std::vector<double> sorting;
    std::size_t kept = 0;
    for (int round = 0; round < kRounds; ++round) {
        planning.push_back(milliseconds([&] { kept += planWeek(candidates, request).size(); }));
        sorting.push_back(milliseconds([&] {
            std::vector<const Candidate*> sorted;
            for (const Candidate& candidate : candidates) {
                sorted.push_back(&candidate);
            }
            std::sort(sorted.begin(), sorted.end(), [](auto* a, auto* b) { return a->score > b->score; });
            kept += sorted.size();
        }));
    }
    std::printf(
        "plan for %d pending: %.2f ms, sorting them by score %.2f ms, ratio %.1f (limit 50 ms) [%zu]\n",
        pending, median(planning), median(sorting), median(planning) / median(sorting), kept);
}

json invitation(int number) {
    static const char* const headlines[] = {"Head of Data, Gearwheel Logistics | Lisbon",
                                            "I help founders book 20 qualified calls a month",
                                            "Professor of statistics at the University of Tessaly",
                                            "Talent partner, hiring platform engineers", "Beekeeper"};
    Invitation out;
    out.id = "person:p" + std::to_string(number);
    out.name = "Sender " + std::to_string(number);
    out.headline = std::string(headlines[number % 5]) + " " + std::to_string(number);
    return encode(out);
}

void benchQuestion(int pending) {
    Store store(":memory:");
    const Clock clock{[] { return Millis{1'795'340'000'000}; }, "UTC"};
    const Context context{store, clock};
    Dispatcher dispatcher;
    addMethods(dispatcher, context);
    const auto ask = [&](const char* method, const json& params) {
        return dispatcher.answer(json{{"id", 1}, {"method", method}, {"params", params}}.dump());
    };
    json batch = json::array();
    std::vector<json> batches;
    for (int i = 0; i < pending; ++i) {
        batch.push_back(invitation(i));
        if (batch.size() == 100 || i + 1 == pending) {
            batches.push_back({{"invitations", batch}});
            batch.clear();
        }
    }
    // Remembered as an import does, so that the first plan is really the first.
    for (const json& one : batches) {
        json records = json::array();
        for (const json& each : one.at("invitations")) {
            records.push_back({{"record", "invitation"},
                               {"invitation", each},
                               {"firstSeenAt", 1'795'000'000'000},
                               {"lastSeenAt", 1'795'000'000'000},
                               {"aside", false}});
        }
        ask("data.import", {{"records", records}});
    }
    const json question = {{"from", 0}, {"most", 3}};
    std::printf("plan.get of %d pending, first of the process: %.1f ms\n", pending,
                milliseconds([&] { ask("plan.get", question); }));
    std::vector<double> again;
    for (int round = 0; round < kRounds; ++round) {
        again.push_back(milliseconds([&] { ask("plan.get", question); }));
    }
    std::printf("plan.get again: %.2f ms\n", median(again));
    std::vector<double> afterSeen;
    for (int round = 0; round < 9; ++round) {
        const json fresh = {{"invitations", {invitation(1'000'000 + round)}}};
        afterSeen.push_back(milliseconds([&] { ask("invitations.score", fresh); }));
    }
    std::printf("one more card judged and placed: %.1f ms\n", median(afterSeen));
    std::vector<double> afterDecision;
    for (int round = 0; round < 9; ++round) {
        ask("decisions.record", {{"key", "key-" + std::to_string(1000 + round)},
                                 {"action", "accept"},
                                 {"decidedAt", 1'795'339'000'000},
                                 {"invitation", invitation(round)},
                                 {"verdict", nullptr}});
        afterDecision.push_back(milliseconds([&] { ask("plan.get", question); }));
    }
    std::printf("plan.get after a decision: %.1f ms\n", median(afterDecision));
}

} // namespace

int main(int argc, char** argv) {
    const int pending = argc > 1 ? std::stoi(argv[1]) : 5000;
    benchPlan(pending);
    benchQuestion(pending);
    return 0;
}
