#pragma once

#include "wire/framing.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace superlink {

/// The pipe to the browser. It takes the process's stdin and stdout for itself: stdout is duplicated to a
/// private descriptor and the public one pointed at stderr, so that no stray print of any library can break
/// the stream.
///
/// End of input is the only sure sign to leave: Chromium closes the pipe and kills the process two seconds
/// later, without a signal; a host that stays becomes an orphan. So input is always being listened to, also
/// while output is blocked, and `inputEnded` lets long waits elsewhere be given up.
///
/// Only this file knows Asio and the system's streams. Windows' pipes need a reader thread that posts whole
/// messages to the loop in place of the descriptors here.
class StdioChannel {
  public:
    /// Answers one message with one reply (neither of them framed, the reply at most kMaxMessageBytes).
    using Handler = std::function<std::string(std::string_view message)>;

    StdioChannel();
    ~StdioChannel();
    StdioChannel(const StdioChannel&) = delete;
    StdioChannel& operator=(const StdioChannel&) = delete;

    /// Serves until input ends, the browser stops reading or a signal asks to leave. Returns the process's
    /// exit status: 0 for a goodbye between frames or a signal, 1 when input ended inside a frame or
    /// announced a message beyond the limit (`tooLargeReply` is then sent first).
    int run(const Handler& handler, const std::string& tooLargeReply);

    /// True once the browser has closed its end of the pipe, asked without waiting.
    bool inputEnded() const;

  private:
    struct Loop;
    std::unique_ptr<Loop> loop_;
};

} // namespace superlink
