#include "wire/framing.hpp"

#include <cstring>

namespace superlink {

std::string frame(std::string_view message) {
    const auto length = static_cast<std::uint32_t>(message.size());
    std::string bytes(kLengthBytes, '\0');
    std::memcpy(bytes.data(), &length, kLengthBytes);
    bytes.append(message);
    return bytes;
}

std::optional<std::string> FrameReader::next() {
    if (tooLarge_ || buffer_.size() - begin_ < kLengthBytes) {
        return std::nullopt;
    }
    std::uint32_t length = 0;
    std::memcpy(&length, buffer_.data() + begin_, kLengthBytes);
    if (length > kMaxMessageBytes) {
        tooLarge_ = length;
        return std::nullopt;
    }
    if (buffer_.size() - begin_ - kLengthBytes < length) {
        return std::nullopt;
    }
    std::string message = buffer_.substr(begin_ + kLengthBytes, length);
    begin_ += kLengthBytes + length;
    if (begin_ == buffer_.size()) {
        buffer_.clear();
        begin_ = 0;
    } else if (begin_ > kMaxMessageBytes) {
        buffer_.erase(0, begin_); // rarely, so that many small frames in one read stay linear
        begin_ = 0;
    }
    return message;
}

} // namespace superlink
