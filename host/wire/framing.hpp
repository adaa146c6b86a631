#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace superlink {

/// Native messaging's frames: a 32-bit length in native byte order, then that many bytes of UTF-8 JSON.
/// Browsers kill a host that sends more than 1 MiB; the same limit holds for what comes in, and a length
/// beyond it is refused before anything is allocated for it.
inline constexpr std::size_t kMaxMessageBytes = 1024 * 1024;
inline constexpr std::size_t kLengthBytes = 4;

/// `message` with its length in front. Precondition: at most kMaxMessageBytes.
std::string frame(std::string_view message);

/// Cuts a stream of bytes back into messages, however the bytes were split or joined on their way.
class FrameReader {
  public:
    void append(const char* bytes, std::size_t count) { buffer_.append(bytes, count); }

    /// The next whole message (possibly empty), or nothing until more bytes come or after `tooLarge()`.
    std::optional<std::string> next();

    /// The length that went beyond the limit, if one did. There is no way back: the stream must be left.
    std::optional<std::uint32_t> tooLarge() const { return tooLarge_; }

    /// True while a message has begun and not ended.
    bool insideFrame() const { return begin_ < buffer_.size(); }

  private:
    std::string buffer_;
    std::size_t begin_ = 0; ///< where in buffer_ the next frame begins; the rest is dropped now and then
    std::optional<std::uint32_t> tooLarge_;
};

} // namespace superlink
