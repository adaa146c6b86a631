#pragma once

#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace superlink::training {

/// Random numbers that are the same on every platform (std::uniform_real_distribution's are not).
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : generator_(seed) {}

    /// In [0, 1).
    float roll() { return static_cast<float>(generator_() >> 40U) / static_cast<float>(1U << 24U); }
    /// In [0, count).
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(generator_() % count); }

    void shuffle(std::vector<std::size_t>& order) {
        for (std::size_t i = order.size(); i > 1; --i) {
            std::swap(order[i - 1], order[below(i)]);
        }
    }

  private:
    std::mt19937_64 generator_;
};

} // namespace superlink::training
