#include "scoring/outline.hpp"

#include <cstring>

namespace superlink {

Outline outlineOf(std::string_view word) {
    Outline out;
    if (word.size() >= sizeof out.start) {
        std::memcpy(&out.start, word.data(), sizeof out.start);
    }
    for (const char c : word) {
        out.letters |= 1U << (static_cast<unsigned char>(c) & 31U);
    }
    return out;
}

void Starts::add(std::string_view word) {
    std::uint32_t start = 0;
    for (std::size_t i = 0; i + sizeof start <= word.size(); ++i) {
        std::memcpy(&start, word.data() + i, sizeof start);
        held_.set(placeOf(start));
    }
}

} // namespace superlink
