#include "evaluation/python_random.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace superlink {
namespace {

constexpr std::size_t kWords = std::mt19937::state_size;

/// mt19937ar's init_by_array with the one word `seed`, in the shape that std::mt19937 takes its state from.
class InitByArray {
  public:
    using result_type = std::uint32_t;

    explicit InitByArray(std::uint32_t seed) {
        state_[0] = 19650218;
        for (std::uint32_t i = 1; i < kWords; ++i) {
            state_[i] = 1812433253U * folded(i - 1) + i;
        }
        std::size_t at = 1;
        const auto step = [&](std::uint32_t factor, std::uint32_t plus) {
            state_[at] = (state_[at] ^ (folded(at - 1) * factor)) + plus;
            if (++at == kWords) {
                state_[0] = state_[kWords - 1];
                at = 1;
            }
        };
        for (std::size_t i = 0; i < kWords; ++i) {
            step(1664525U, seed);
        }
        for (std::size_t i = 1; i < kWords; ++i) {
            step(1566083941U, 0U - static_cast<std::uint32_t>(at));
        }
        state_[0] = 0x80000000U;
    }

    template <typename Iterator>
    void generate(Iterator first, Iterator last) {
        std::copy_n(state_.begin(), std::min<std::size_t>(kWords, static_cast<std::size_t>(last - first)),
                    first);
    }

  private:
    std::uint32_t folded(std::size_t i) const { return state_[i] ^ (state_[i] >> 30); }

    std::array<std::uint32_t, kWords> state_{};
};

std::mt19937 seeded(std::uint32_t seed) {
    InitByArray words(seed);
    return std::mt19937(words);
}

} // namespace

PythonRandom::PythonRandom(std::uint32_t seed) : generator_(seeded(seed)) {}

std::uint32_t PythonRandom::bits(int count) {
    return static_cast<std::uint32_t>(generator_()) >> (32 - count);
}

std::uint32_t PythonRandom::below(std::uint32_t end) {
    const auto width = static_cast<int>(std::bit_width(end));
    std::uint32_t drawn = bits(width);
    while (drawn >= end) {
        drawn = bits(width);
    }
    return drawn;
}

} // namespace superlink
