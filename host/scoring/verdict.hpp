#pragma once

#include "common/domain.hpp"

namespace superlink {

/// Where plain verdicts begin.
struct Thresholds {
    double accept = 0.5; ///< a score from here on is accept
    double ignore = 0.5; ///< a score up to here is ignore
};

/// A plain verdict that is right gains one, a wrong one loses one, unsure costs nothing: so it is worth
/// saying only as far from a coin toss as the person wants. With little energy a wrong accept costs more
/// (somebody to deal with) and letting lapse costs nothing; with much it is the other way round.
Thresholds thresholdsFor(Energy energy);

Verdict verdictFor(double score, const Thresholds& thresholds);

/// Log-odds to a probability that knows its doubt: uncertain evidence pulls it towards a coin toss (MacKay
/// 1992, "The Evidence Framework Applied to Classification Networks"). `unread` is how little of the headline
/// was understood, 0 to 1.
double calibrated(double logOdds, double unread);

/// The inverse: which log-odds a probability asks for.
double logOddsFor(double probability, double unread);

} // namespace superlink
