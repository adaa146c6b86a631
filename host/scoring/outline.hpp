#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace superlink {

/// What can be told of a word at a glance, so that most pairs of words need no comparison.
struct Outline {
    std::uint32_t start = 0;   ///< its first four bytes; 0 for a shorter word
    std::uint32_t letters = 0; ///< which bytes it has, by their last five bits
};
Outline outlineOf(std::string_view word);

/// Which starts of words (Outline) may stand somewhere within the words of a text. Says yes too often, never
/// no where there is one.
class Starts {
  public:
    void add(std::string_view word);
    bool mayHold(const Outline& word) const { return word.start == 0 || held_.test(placeOf(word.start)); }

  private:
    static std::size_t placeOf(std::uint32_t start) { return (start * 2654435761U) >> 21U; }

    std::bitset<2048> held_;
};

} // namespace superlink
