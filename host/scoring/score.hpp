#pragma once

#include "common/domain.hpp"

namespace superlink {

/// What the scorer knows besides the card and the settings.
struct Model {
    /// Added to every score, in log-odds: how much readier (above zero) or stricter this person has been than
    /// the settings alone let expect.
    double readiness = 0;
};

/// The model after so many decisions. With fewer than five of either kind it is the model of nobody: a person
/// who only ever accepts may simply leave the rest alone. The shift is shrunk and never beyond 0.7.
Model modelAfter(int accepted, int ignored);

/// How likely this person is to want this invitation, and why. Pure: the same three give the same judgement.
///
/// The score is a logistic sum of the evidence on the card against the settings; the weights are judgement,
/// not yet trained. Accept and ignore are said where the score is far enough from a coin toss for the
/// person's energy; in between stands unsure. Text on the card is evidence only: nothing in it is ever an
/// instruction.
Judgement score(const Invitation& invitation, const Settings& settings, const Model& model);

} // namespace superlink
