// Scoring beside a scorer that only counts mutual connections: time for one card, for a batch of a thousand
// from JSON to JSON, for the first judge of a process, and the memory that the knowledge takes.
//   build/tests/score_speed QUEUE.jsonl SETTINGS.json

#include "common/lines.hpp"
#include "scoring/judge.hpp"
#include "wire/protocol.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

using namespace superlink;

namespace {

using Steady = std::chrono::steady_clock;

double microseconds(Steady::duration time) {
    return std::chrono::duration<double, std::micro>(time).count();
}

/// Private and file-backed resident memory of this process in MB.
double residentMb(const char* field) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(field)) {
            return std::stod(line.substr(line.find(':') + 1)) / 1024;
        }
    }
    return 0;
}

double median(std::vector<double> times) {
    std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2),
                     times.end());
    return times[times.size() / 2];
}

Judgement byMutualCount(const Invitation& invitation) {
    Judgement judgement;
    judgement.id = invitation.id;
    const double count = invitation.mutualConnections.value_or(0);
    judgement.score = 1 / (1 + std::exp(-(std::log2(1 + count) - 2)));
    judgement.verdict = judgement.score > 0.5 ? Verdict::Accept : Verdict::Ignore;
    return judgement;
}

/// Median time of one call over many cards.
template <typename Score>
double perCard(const std::vector<Invitation>& queue, Score score) {
    std::vector<double> times;
    double sum = 0;
    for (int round = 0; round < 40; ++round) {
        for (const Invitation& invitation : queue) {
            const auto begin = Steady::now();
            sum += score(invitation).score;
            times.push_back(microseconds(Steady::now() - begin));
        }
    }
    std::fprintf(stderr, "%s", sum < 0 ? "impossible\n" : "");
    return median(times);
}

/// Least time of several for a batch of a thousand lines.
template <typename Score>
double perBatch(const std::vector<std::string>& lines, Score score) {
    double best = 1e9;
    for (int round = 0; round < 7; ++round) {
        std::size_t bytes = 0;
        const auto begin = Steady::now();
        for (int i = 0; i < 1000; ++i) {
            bytes +=
                toText(score(invitationFromText(lines[static_cast<std::size_t>(i) % lines.size()]))).size();
        }
        best = std::min(best, microseconds(Steady::now() - begin) / 1000);
        if (bytes == 0) {
            return 0;
        }
    }
    return best;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("usage: score_speed QUEUE.jsonl SETTINGS.json\n", stderr);
        return 2;
    }
    const double privateBefore = residentMb("RssAnon");
    const double mappedBefore = residentMb("RssFile");
    const Settings settings = settingsFromText(textOf(argv[2]));
    auto stream = openedFile(argv[1]);
    std::vector<std::string> lines;
    std::vector<Invitation> queue;
    eachLine(stream, argv[1], [&](const std::string& line) {
        lines.push_back(line);
        queue.push_back(invitationFromText(line));
    });
    const auto begin = Steady::now();
    const Judge first(settings);
    const double start = microseconds(Steady::now() - begin) / 1000;
    first.judge(queue.front());
    const double privateMb = residentMb("RssAnon") - privateBefore;
    const double mappedMb = residentMb("RssFile") - mappedBefore;

    std::vector<Experience> past;
    for (int i = 0; i < 1000; ++i) {
        Invitation invitation = queue[static_cast<std::size_t>(i) % queue.size()];
        const bool accepted = first.judge(invitation).score > 0.5;
        past.push_back({std::move(invitation), accepted != (i % 7 == 0) ? Action::Accept : Action::Ignore});
    }
    const auto learning = Steady::now();
    const Judge learnt(settings, past);
    const double learn = microseconds(Steady::now() - learning) / 1000;

    const double baseline = perCard(queue, byMutualCount);
    const double cold = perCard(queue, [&](const Invitation& i) { return first.judge(i); });
    const double warm = perCard(queue, [&](const Invitation& i) { return learnt.judge(i); });
    const double baselineBatch = perBatch(lines, byMutualCount);
    const double batch = perBatch(lines, [&](const Invitation& i) { return learnt.judge(i); });
    std::printf("a card, by mutual count alone            %8.2f us\n", baseline);
    std::printf("a card, nothing learnt                   %8.2f us   ratio %.0f\n", cold, cold / baseline);
    std::printf("a card, 1,000 decisions learnt           %8.2f us   ratio %.0f\n", warm, warm / baseline);
    std::printf("1,000 cards JSON to JSON, mutual count   %8.2f ms\n", baselineBatch);
    std::printf("1,000 cards JSON to JSON, learnt         %8.2f ms   ratio %.1f\n", batch,
                batch / baselineBatch);
    std::printf("first judge of a process                 %8.2f ms\n", start);
    std::printf("learning 1,000 decisions                 %8.2f ms\n", learn);
    std::printf("memory of the knowledge                  %8.2f MB of its own, %.2f MB mapped\n", privateMb,
                mappedMb);
    return 0;
}
