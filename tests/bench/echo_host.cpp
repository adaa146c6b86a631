// The floor that superlink-host is measured against: the least a native messaging host can do. Reads frames
// and writes them back; no JSON, no database, no log.

#include <cstdint>
#include <cstring>
#include <unistd.h>
#include <vector>

namespace {

template <typename Bytes, typename Call>
bool all(Bytes* bytes, std::size_t count, Call call) {
    while (count > 0) {
        const ssize_t done = call(bytes, count);
        if (done <= 0) {
            return false;
        }
        bytes += done;
        count -= static_cast<std::size_t>(done);
    }
    return true;
}

bool readAll(char* bytes, std::size_t count) {
    return all(bytes, count, [](char* to, std::size_t n) { return ::read(STDIN_FILENO, to, n); });
}

bool writeAll(const char* bytes, std::size_t count) {
    return all(bytes, count, [](const char* from, std::size_t n) { return ::write(STDOUT_FILENO, from, n); });
}

} // namespace

int main() {
    std::uint32_t length = 0;
    std::vector<char> frame;
    while (readAll(reinterpret_cast<char*>(&length), sizeof length)) {
        frame.resize(sizeof length + length);
        std::memcpy(frame.data(), &length, sizeof length);
        if (!readAll(frame.data() + sizeof length, length) || !writeAll(frame.data(), frame.size())) {
            return 0;
        }
    }
    return 0;
}
