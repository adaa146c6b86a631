#include "installer/process.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace superlink::installer {
namespace {

constexpr std::size_t kMaxKeptBytes = 2 * 1024 * 1024; // more than any frame a browser would take

struct Pipe {
    FileDescriptor readEnd;
    FileDescriptor writeEnd;
};

Pipe makePipe() {
    std::array<int, 2> ends{-1, -1};
    if (::pipe(ends.data()) != 0) {
        return {};
    }
    for (const int end : ends) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
    }
    return {FileDescriptor(ends[0]), FileDescriptor(ends[1])};
}

std::vector<char*> pointersTo(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (auto& text : texts) {
        pointers.push_back(text.data());
    }
    pointers.push_back(nullptr);
    return pointers;
}

/// What posix_spawn does in the child besides starting: streams, working directory, process group, signals.
class SpawnPlan {
  public:
    SpawnPlan(const Pipe& input, const Pipe& output, const Pipe& errors,
              const std::filesystem::path& folder) {
        ::posix_spawn_file_actions_init(&actions_);
        ::posix_spawn_file_actions_adddup2(&actions_, input.readEnd.get(), STDIN_FILENO);
        ::posix_spawn_file_actions_adddup2(&actions_, output.writeEnd.get(), STDOUT_FILENO);
        ::posix_spawn_file_actions_adddup2(&actions_, errors.writeEnd.get(), STDERR_FILENO);
        ::posix_spawn_file_actions_addchdir_np(&actions_, folder.c_str());
        ::posix_spawnattr_init(&attributes_);
        sigset_t pipeSignal;
        sigemptyset(&pipeSignal);
        sigaddset(&pipeSignal, SIGPIPE);
        ::posix_spawnattr_setsigdefault(&attributes_, &pipeSignal);
        ::posix_spawnattr_setpgroup(&attributes_, 0);
        ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF);
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;
    ~SpawnPlan() {
        ::posix_spawn_file_actions_destroy(&actions_);
        ::posix_spawnattr_destroy(&attributes_);
    }
    const posix_spawn_file_actions_t* actions() const { return &actions_; }
    const posix_spawnattr_t* attributes() const { return &attributes_; }

  private:
    posix_spawn_file_actions_t actions_{};
    posix_spawnattr_t attributes_{};
};

/// Appends what is there to read; closes at the end. Keeps no more than is of use.
void drain(FileDescriptor& from, std::string& into) {
    std::array<char, 16 * 1024> piece{};
    const auto count = ::read(from.get(), piece.data(), piece.size());
    if (count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN)) {
        from.close();
    } else if (count > 0 && into.size() < kMaxKeptBytes) {
        into.append(piece.data(), static_cast<std::size_t>(count));
    }
}

int millisecondsUntil(Clock::time_point until) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
    return static_cast<int>(std::clamp<long long>(left, 0, 60'000));
}

} // namespace

Process::Process(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                 const std::vector<std::string>& variables) {
    Pipe input = makePipe();
    Pipe output = makePipe();
    Pipe errors = makePipe();
    if (!input.readEnd.isOpen() || !output.readEnd.isOpen() || !errors.readEnd.isOpen()) {
        failure_ = std::strerror(errno);
        return;
    }
    std::vector<std::string> words{program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> lines = variables;
    const SpawnPlan plan(input, output, errors, program.parent_path());
    const int failed = ::posix_spawn(&id_, program.c_str(), plan.actions(), plan.attributes(),
                                     pointersTo(words).data(), pointersTo(lines).data());
    if (failed != 0) {
        id_ = -1;
        failure_ = std::strerror(failed);
        return;
    }
    input_ = std::move(input.writeEnd);
    output_ = std::move(output.readEnd);
    errors_ = std::move(errors.readEnd);
}

Process::~Process() {
    kill();
}

void Process::kill() {
    if (id_ > 0) {
        ::kill(-id_, SIGKILL);
        while (::waitpid(id_, nullptr, 0) < 0 && errno == EINTR) {
        }
        id_ = -1;
    }
}

bool Process::write(const std::string& bytes) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const auto count = ::write(input_.get(), bytes.data() + done, bytes.size() - done);
        if (count < 0 && errno != EINTR) {
            return false;
        }
        done += count > 0 ? static_cast<std::size_t>(count) : 0;
    }
    return true;
}

bool Process::readMore(Clock::time_point until) {
    if (outputEnded() || Clock::now() >= until) {
        return false;
    }
    std::array<pollfd, 2> waiting{pollfd{output_.get(), POLLIN, 0}, pollfd{errors_.get(), POLLIN, 0}};
    ::poll(waiting.data(), waiting.size(),
           millisecondsUntil(until)); // a closed stream is -1, which poll skips
    if (waiting[0].revents != 0) {
        drain(output_, outputText_);
    }
    if (waiting[1].revents != 0) {
        drain(errors_, errorText_);
    }
    return !outputEnded();
}

std::optional<int> Process::waitStatus(Clock::time_point until) {
    while (id_ > 0) {
        int status = 0;
        const pid_t ended = ::waitpid(id_, &status, WNOHANG);
        if (ended == id_) {
            ::kill(-id_, SIGKILL); // what it started itself
            id_ = -1;
            return status;
        }
        if (Clock::now() >= until) {
            break;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(2)); // POSIX has no wait with a deadline
    }
    return std::nullopt;
}

} // namespace superlink::installer
