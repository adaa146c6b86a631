#pragma once

#include "installer/files.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace superlink::installer {

using Clock = std::chrono::steady_clock;

/// A started program with pipes for its three streams. Killed and reaped at the latest when this goes.
class Process {
  public:
    /// Starts `program` with its folder as the working directory. `failure()` tells what the system said if
    /// it could not be started.
    Process(const std::filesystem::path& program, const std::vector<std::string>& arguments,
            const std::vector<std::string>& variables);
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;
    ~Process();

    const std::string& failure() const { return failure_; }

    /// Returns false when the program no longer reads.
    bool write(const std::string& bytes);
    void closeInput() { input_.close(); }

    /// Appends what the program has written to `output()` and `errors()`; waits until there is something,
    /// until stdout has ended or until `until`. Returns false at the end and when the time is over.
    bool readMore(Clock::time_point until);
    const std::string& output() const { return outputText_; }
    const std::string& errors() const { return errorText_; }
    bool outputEnded() const { return !output_.isOpen(); }

    /// Waits for the end; nullopt when it did not come in time.
    std::optional<int> waitStatus(Clock::time_point until);

  private:
    void kill();

    FileDescriptor input_;
    FileDescriptor output_;
    FileDescriptor errors_;
    pid_t id_ = -1;
    std::string failure_;
    std::string outputText_;
    std::string errorText_;
};

} // namespace superlink::installer
