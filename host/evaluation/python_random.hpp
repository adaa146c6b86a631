#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace superlink {

/// Python's random.Random(seed), as far as shuffling goes: the same seed gives the same order, so that
/// figures measured here and by a Python script on shuffled halves can be compared number by number. Follows
/// CPython's Modules/_randommodule.c (seeding by init_by_array, after Matsumoto and Nishimura's mt19937ar.c)
/// and Lib/random.py (_randbelow_with_getrandbits, shuffle).
class PythonRandom {
  public:
    explicit PythonRandom(std::uint32_t seed);

    /// getrandbits(count); count is 1 to 32.
    std::uint32_t bits(int count);

    /// _randbelow(end): 0 to end - 1, evenly. `end` is 1 to 2^32 - 1.
    std::uint32_t below(std::uint32_t end);

    template <typename T>
    void shuffle(std::vector<T>& items) {
        for (std::size_t i = items.size(); i > 1; --i) {
            std::swap(items[i - 1], items[below(static_cast<std::uint32_t>(i))]);
        }
    }

  private:
    std::mt19937 generator_;
};

} // namespace superlink
