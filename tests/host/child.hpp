#pragma once

#include "wire/framing.hpp"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <optional>
#include <poll.h>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

/// A real program with pipes to its streams, as a browser starts its host.
class Child {
  public:
    Child(const std::string& program, const std::vector<std::string>& arguments, const std::string& home,
          bool closeStderr = false) {
        std::array<int, 2> in{};
        std::array<int, 2> out{};
        if (::pipe(in.data()) != 0 || ::pipe(out.data()) != 0) {
            throw std::runtime_error("no pipe");
        }
        process_ = ::fork();
        if (process_ == 0) {
            ::setenv("HOME", home.c_str(), 1);
            for (const char* name : {"XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"}) {
                ::unsetenv(name);
            }
            ::dup2(in[0], STDIN_FILENO);
            ::dup2(out[1], STDOUT_FILENO);
            for (const int end : {in[0], in[1], out[0], out[1]}) {
                ::close(end);
            }
            if (closeStderr) {
                ::close(STDERR_FILENO);
            }
            std::vector<char*> words{const_cast<char*>(program.c_str())};
            for (const std::string& argument : arguments) {
                words.push_back(const_cast<char*>(argument.c_str()));
            }
            words.push_back(nullptr);
            ::execv(program.c_str(), words.data());
            ::_exit(127);
        }
        ::close(in[0]);
        ::close(out[1]);
        to_ = in[1];
        from_ = out[0];
    }
    ~Child() {
        closeInput();
        closeOutput();
        if (!status_) {
            ::kill(process_, SIGKILL);
            ::waitpid(process_, nullptr, 0);
        }
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    pid_t process() const { return process_; }

    bool write(const std::string& bytes) const {
        std::size_t sent = 0;
        while (sent < bytes.size()) {
            const ssize_t count = ::write(to_, bytes.data() + sent, bytes.size() - sent);
            if (count <= 0) {
                return false;
            }
            sent += static_cast<std::size_t>(count);
        }
        return true;
    }
    void send(const std::string& message) const { write(superlink::frame(message)); }

    /// The next whole message, or nothing when output ends.
    std::optional<std::string> receive() {
        for (;;) {
            if (auto message = reader_.next()) {
                return message;
            }
            std::array<char, 65536> bytes{};
            const ssize_t count = ::read(from_, bytes.data(), bytes.size());
            if (count <= 0) {
                return std::nullopt;
            }
            reader_.append(bytes.data(), static_cast<std::size_t>(count));
        }
    }
    std::string readAll() const {
        std::string text;
        std::array<char, 65536> bytes{};
        for (ssize_t count = 0; (count = ::read(from_, bytes.data(), bytes.size())) > 0;) {
            text.append(bytes.data(), static_cast<std::size_t>(count));
        }
        return text;
    }
    bool leftOverOutput() const { return reader_.insideFrame(); }

    void closeInput() { closeOnce(to_); }
    void closeOutput() { closeOnce(from_); }

    /// Waits for the end: the exit status, or minus the signal. Throws after `limit`.
    int wait(std::chrono::milliseconds limit = std::chrono::seconds(20)) {
        const auto until = std::chrono::steady_clock::now() + limit;
        int raw = 0;
        while (::waitpid(process_, &raw, WNOHANG) == 0) {
            if (std::chrono::steady_clock::now() > until) {
                throw std::runtime_error("the process did not leave");
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(1)); // polling, never a guess of how long
        }
        status_ = WIFEXITED(raw) ? WEXITSTATUS(raw) : -WTERMSIG(raw);
        return *status_;
    }

  private:
    static void closeOnce(int& descriptor) {
        if (descriptor >= 0) {
            ::close(descriptor);
            descriptor = -1;
        }
    }

    pid_t process_ = 0;
    int to_ = -1;
    int from_ = -1;
    std::optional<int> status_;
    superlink::FrameReader reader_;
};
