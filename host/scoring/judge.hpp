#pragma once

#include "common/domain.hpp"
#include "scoring/reasons.hpp"
#include "scoring/taste.hpp"
#include "scoring/wishes.hpp"

#include <string>
#include <vector>

namespace superlink {

/// A decision of the person's, for learning.
struct Experience {
    Invitation invitation;
    Action action = Action::Accept;
};

/// Everything behind one judgement, for people who want to see it.
struct Explanation {
    Judgement judgement;
    double bias = 0; ///< log-odds of a card that says nothing
    double taste = 0;
    double logOdds = 0;
    struct Line {
        std::string feature;
        double value = 0;
        Reason reason; ///< its code, share, wish and words
    };
    std::vector<Line> lines; ///< features that brought something, strongest first
};

/// Judges invitations for one person: how likely they are to want each, and why.
///
/// The score is the probability that the person accepts: a sum of what each feature of the card says in the
/// light of the settings (additive_model.hpp), of the person's taste as far as decisions have shown it
/// (taste.hpp), each as the person corrected it, made a probability that knows its doubt (verdict.hpp). Text
/// on the card is evidence only: nothing in it is ever an instruction. Pure: the same settings, decisions and
/// corrections give the same judgement.
class Judge {
  public:
    explicit Judge(const Settings& settings, const std::vector<Experience>& past = {},
                   std::vector<ReasonCorrection> corrections = {});

    Judgement judge(const Invitation& invitation) const;
    /// The same judge for a person of another energy.
    Judge withEnergy(Energy energy) const;
    Explanation explain(const Invitation& invitation) const;

  private:
    struct Weighed;
    Weighed weigh(const Invitation& invitation) const;
    Judgement judgementOf(const Weighed& weighed, const Invitation& invitation) const;
    bool turnsForNothing(const Weighed& weighed, const Invitation& invitation, Verdict verdict) const;
    double weightOf(const std::string& code, const std::string& invitationId) const;
    Settles whatSettles(const Invitation& invitation) const;

    Energy energy_;
    bool wantsNothing_; ///< the settings say too little to judge by
    Wishes wishes_;
    std::vector<ReasonCorrection> corrections_;
    Taste taste_;
    std::size_t decisions_ = 0;
};

} // namespace superlink
