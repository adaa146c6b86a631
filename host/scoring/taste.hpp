#pragma once

#include "common/domain.hpp"
#include "scoring/card.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace superlink {

/// What one decision teaches: how the card read, how likely the host thought it without any taste, and what
/// the person did.
struct Lesson {
    const CardReading* card = nullptr;
    double logOdds = 0;
    bool accepted = false;
};

/// What this person takes and leaves beyond what the settings say (a city, a trade, people who write in
/// Portuguese), learnt from their decisions: logistic regression on the pieces of the cards' texts, with a
/// Gaussian prior around "no taste of their own" and the host's own judgement as the offset.
///
/// It is made anew from all decisions each time, in their order: the same decisions give the same taste, and
/// a decision taken back leaves no trace. Old decisions fade: one that is followed by 400 others counts half.
/// Before it may speak it is tried on the person's own decisions: five times, a fifth of them is predicted
/// from the rest, and where it does not predict better than the host without it, it is silent.
class Taste {
  public:
    Taste() = default;
    explicit Taste(const std::vector<Lesson>& lessons);

    bool silent() const { return weights_.empty(); }

    /// What the taste says of a card, in log-odds.
    double of(const CardReading& card) const;

    /// What it says of tokens [begin, end) of one of the card's texts.
    double of(const TextReading& text, std::size_t begin, std::size_t end) const;

  private:
    std::vector<float> weights_; ///< by piece; empty while silent
    double readiness_ = 0;       ///< how much readier this person is altogether
};

} // namespace superlink
