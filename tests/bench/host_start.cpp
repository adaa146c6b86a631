// From starting a host to its first reply, and its memory at rest: superlink-host beside a bare echo host,
// one run of each in turn so that a drifting machine touches both alike. Prints medians and their ratio;
// decides nothing.
//
//   host_start ECHO_HOST SUPERLINK_HOST [RUNS]

#include "wire/framing.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <spawn.h>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
constexpr const char* kHello = R"({"id":1,"method":"host.hello","params":{"protocol":3,"version":"0.1.0"}})";

double milliseconds(Clock::duration time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// A host that was started and has its ends of the pipes.
class Host {
  public:
    explicit Host(const std::string& program) {
        std::array<int, 2> in{};
        std::array<int, 2> out{};
        if (::pipe(in.data()) != 0 || ::pipe(out.data()) != 0) {
            throw std::runtime_error("no pipe");
        }
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
        for (const int end : {in[0], in[1], out[0], out[1]}) {
            posix_spawn_file_actions_addclose(&actions, end);
        }
        std::array<char*, 2> arguments{const_cast<char*>(program.c_str()), nullptr};
        if (posix_spawn(&process_, program.c_str(), &actions, nullptr, arguments.data(), environ) != 0) {
            throw std::runtime_error("cannot start " + program);
        }
        posix_spawn_file_actions_destroy(&actions);
        ::close(in[0]);
        ::close(out[1]);
        to_ = in[1];
        from_ = out[0];
    }
    ~Host() {
        ::close(to_);
        ::close(from_);
        ::waitpid(process_, nullptr, 0);
    }
    Host(const Host&) = delete;
    Host& operator=(const Host&) = delete;

    void ask(const std::string& request) const {
        const std::string bytes = superlink::frame(request);
        std::array<char, 4096> reply{};
        std::size_t have = 0;
        std::uint32_t length = 0;
        if (::write(to_, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) {
            throw std::runtime_error("the host does not read");
        }
        while (have < 4 || have < 4 + length) {
            const ssize_t got = ::read(from_, reply.data() + have, reply.size() - have);
            if (got <= 0) {
                throw std::runtime_error("the host does not answer");
            }
            have += static_cast<std::size_t>(got);
            std::memcpy(&length, reply.data(), 4);
        }
    }

    /// Resident kilobytes: all, and those of this process alone.
    std::pair<long, long> memory() const {
        std::ifstream rollup("/proc/" + std::to_string(process_) + "/smaps_rollup");
        std::string key;
        long value = 0;
        std::pair<long, long> found{0, 0};
        while (rollup >> key) {
            if (key == "Rss:" || key == "Private_Clean:" || key == "Private_Dirty:") {
                rollup >> value;
                (key == "Rss:" ? found.first : found.second) += value;
            }
        }
        return found;
    }

  private:
    pid_t process_ = 0;
    int to_ = -1;
    int from_ = -1;
};

struct Measured {
    std::string program;
    std::vector<double> start, warm;
};

void measure(Measured& measured) {
    const auto begin = Clock::now();
    const Host host(measured.program);
    host.ask(kHello);
    const auto answered = Clock::now();
    host.ask(kHello);
    measured.start.push_back(milliseconds(answered - begin));
    measured.warm.push_back(milliseconds(Clock::now() - answered));
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fprintf(stderr, "usage: host_start ECHO_HOST SUPERLINK_HOST [RUNS]\n");
        return 2;
    }
    const int runs = argc > 3 ? std::atoi(argv[3]) : 200;
    Measured echo{argv[1], {}, {}};
    Measured superlinkHost{argv[2], {}, {}};
    for (int i = 0; i < runs; ++i) {
        measure(echo);
        measure(superlinkHost);
    }
    const Host atRest(superlinkHost.program);
    atRest.ask(kHello);
    atRest.ask(R"({"id":2,"method":"budget.get","params":{}})"); // opens the database
    const auto [rss, own] = atRest.memory();
    std::printf(
        "start to first reply, median of %d: echo %.2f ms, superlink-host %.2f ms, ratio %.2f (at most 2)\n",
        runs, median(echo.start), median(superlinkHost.start),
        median(superlinkHost.start) / median(echo.start));
    std::printf("warm round trip, median: echo %.1f us, superlink-host %.1f us\n", 1000 * median(echo.warm),
                1000 * median(superlinkHost.warm));
    std::printf("at rest, database open: %.1f MB resident, %.1f MB its own (at most 8)\n",
                static_cast<double>(rss) / 1024, static_cast<double>(own) / 1024);
    return 0;
}
