#include "wire/stdio_channel.hpp"

#include "common/error.hpp"

#include <array>
#include <chrono>
#include <deque>
#include <utility> // Boost 1.74's Asio needs std::exchange and does not include this

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace superlink {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;

/// How much unread output may pile up before input waits: a browser that does not read must not fill our
/// memory.
constexpr std::size_t kMaxQueuedBytes = 4 * kMaxMessageBytes;
/// After the end of input, how long the last replies may take to be read. Chromium kills after 2,000 ms.
constexpr std::chrono::milliseconds kLastWords{150};

int duplicate(int descriptor) {
    // Never 0, 1 or 2, whatever the parent left closed: a library's print would then go to the browser.
    const int copy = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
    if (copy < 0) {
        throw Error(ErrorCode::Internal, "stdin or stdout is closed; superlink-host is started by a browser");
    }
    return copy;
}

int takeStdin() {
    const int own = duplicate(STDIN_FILENO);
    const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (nothing >= 0) {
        ::dup2(nothing, STDIN_FILENO);
        ::close(nothing);
    }
    return own;
}

int takeStdout() {
    const int own = duplicate(STDOUT_FILENO);
    if (::dup2(STDERR_FILENO, STDOUT_FILENO) < 0) { // stderr is closed
        const int nothing = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
        ::dup2(nothing, STDOUT_FILENO);
        ::close(nothing);
    }
    return own;
}

} // namespace

struct StdioChannel::Loop {
    asio::io_context context{1};
    asio::posix::stream_descriptor input{context, takeStdin()};
    asio::posix::stream_descriptor output{context, takeStdout()};
    asio::signal_set signals{context, SIGTERM, SIGINT, SIGHUP};
    asio::steady_timer lastWords{context};

    const Handler* handler = nullptr;
    const std::string* tooLargeReply = nullptr;
    FrameReader reader;
    std::array<char, 64 * 1024> bytes{};
    std::deque<std::string> queue;
    std::size_t queuedBytes = 0;
    bool ending = false; ///< no more input will be read
    int status = 0;

    void read() {
        if (queuedBytes > kMaxQueuedBytes) {
            awaitRoom();
            return;
        }
        input.async_read_some(asio::buffer(bytes), [this](const error_code& error, std::size_t count) {
            if (error) {
                end(reader.insideFrame() ? 1 : 0);
                return;
            }
            reader.append(bytes.data(), count);
            answerAll();
            if (!ending) {
                read();
            }
        });
    }

    /// Output is blocked: leave input unread, but notice if the browser goes away.
    void awaitRoom() {
        input.async_wait(asio::posix::stream_descriptor::wait_error, [this](const error_code& error) {
            if (!error) {
                end(0);
            }
        });
    }

    void answerAll() {
        while (const auto message = reader.next()) {
            send((*handler)(*message));
        }
        if (reader.tooLarge()) {
            send(*tooLargeReply);
            end(1);
        }
    }

    void send(const std::string& reply) {
        queue.push_back(frame(reply));
        queuedBytes += queue.back().size();
        if (queue.size() == 1) {
            write();
        }
    }

    void write() {
        asio::async_write(output, asio::buffer(queue.front()), [this](const error_code& error, std::size_t) {
            if (error) { // nobody reads any more
                context.stop();
                return;
            }
            const bool wasFull = queuedBytes > kMaxQueuedBytes;
            queuedBytes -= queue.front().size();
            queue.pop_front();
            if (!queue.empty()) {
                write();
            } else if (ending) {
                context.stop();
            }
            if (wasFull && queuedBytes <= kMaxQueuedBytes && !ending) {
                input.cancel();
                read();
            }
        });
    }

    void end(int exitStatus) {
        ending = true;
        status = exitStatus;
        if (queue.empty()) {
            context.stop();
            return;
        }
        lastWords.expires_after(kLastWords);
        lastWords.async_wait([this](const error_code&) { context.stop(); });
    }
};

StdioChannel::StdioChannel() : loop_(std::make_unique<Loop>()) {}
StdioChannel::~StdioChannel() = default;

int StdioChannel::run(const Handler& handler, const std::string& tooLargeReply) {
    loop_->handler = &handler;
    loop_->tooLargeReply = &tooLargeReply;
    loop_->signals.async_wait([this](const error_code& error, int) {
        if (!error) {
            loop_->context.stop();
        }
    });
    loop_->read();
    loop_->context.run();
    return loop_->status;
}

bool StdioChannel::inputEnded() const {
    // A const_cast because Asio's native_handle is not const; nothing is changed.
    pollfd input{const_cast<Loop&>(*loop_).input.native_handle(), POLLIN, 0};
    return ::poll(&input, 1, 0) == 1 && (input.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
}

} // namespace superlink
