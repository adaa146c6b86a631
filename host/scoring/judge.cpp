#include "scoring/judge.hpp"

#include "scoring/knowledge.hpp"
#include "scoring/verdict.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace superlink {
namespace {

constexpr std::size_t kMostReasons = 4;
constexpr double kWeakest = 0.05; ///< log-odds that are worth a line
constexpr double kNamed = 0.15;   ///< log-odds from which something in a note counts as a reason
constexpr std::size_t kFewDecisions = 30;

/// How little of the headline was understood.
double unreadOf(const CardReading& card) {
    float known = 0;
    for (const Part& part : card.headline.parts) {
        const auto& functions = part.meaning.functions;
        known = std::max(known, *std::max_element(functions.begin(), functions.end()));
    }
    return 1 - static_cast<double>(known);
}

/// What the sender does now, as far as the headline tells: the likeliest function that is likelier than not.
int tradeOf(const CardReading& card) {
    constexpr float kLikely = 0.5F;
    int trade = -1;
    float most = kLikely;
    for (const Part& part : card.headline.parts) {
        if (part.employer || part.former || part.school) {
            continue;
        }
        const auto& functions = part.meaning.functions;
        const auto likeliest = std::max_element(functions.begin(), functions.end());
        if (*likeliest > most) {
            most = *likeliest;
            trade = static_cast<int>(likeliest - functions.begin());
        }
    }
    return trade;
}

const Contribution* quotable(const Contribution& contribution) {
    return contribution.value.value >= contribution.feature->present ? &contribution : nullptr;
}

/// Its place in reasonCodes().
std::size_t wantedRelationship() {
    static const auto at = static_cast<std::size_t>(
        std::find(reasonCodes().begin(), reasonCodes().end(), "WANTED_RELATIONSHIP") - reasonCodes().begin());
    return at;
}

double factorOf(Correction correction) {
    switch (correction) {
    case Correction::More:
        return 1.5;
    case Correction::Less:
        return 0.5;
    case Correction::Never:
    case Correction::Wrong:
        break;
    }
    return 0;
}

} // namespace

struct Judge::Weighed {
    CardReading card;
    std::vector<Contribution> contributions;
    double bias = 0;
    double taste = 0;
    double logOdds = 0;
    double unread = 0;
    Relationship relationship = Relationship::Other;
};

Judge::Judge(const Settings& settings, const std::vector<Experience>& past,
             std::vector<ReasonCorrection> corrections)
    : energy_(settings.energy), wantsNothing_(settings.goals.empty() && settings.want == Interests{}),
      wishes_(wishesOf(settings, knowledge().reader)), corrections_(std::move(corrections)),
      decisions_(past.size()) {
    std::vector<Weighed> weighed;
    std::vector<Lesson> lessons;
    weighed.reserve(past.size());
    for (const Experience& decision : past) {
        weighed.push_back(weigh(decision.invitation));
        lessons.push_back({&weighed.back().card, weighed.back().logOdds, decision.action == Action::Accept});
    }
    taste_ = Taste(lessons);
}

double Judge::weightOf(const std::string& code, const std::string& invitationId) const {
    double weight = 1;
    for (const ReasonCorrection& correction : corrections_) {
        if (correction.code == code &&
            (correction.correction != Correction::Wrong || correction.invitationId == invitationId)) {
            weight *= factorOf(correction.correction);
        }
    }
    return weight;
}

Judge::Weighed Judge::weigh(const Invitation& invitation) const {
    const Knowledge& known = knowledge();
    Weighed out;
    out.card = known.reader.read(invitation);
    out.unread = unreadOf(out.card);
    const auto& all = features();
    const auto values = featuresOf(invitation, out.card, wishes_);
    std::array<float, kOutputs> sums{};
    for (std::size_t output = 0; output < kOutputs; ++output) {
        sums[output] = known.verdicts.bias(output);
    }
    out.bias = static_cast<double>(sums[kAcceptOutput]);
    out.logOdds = out.bias;
    std::vector<float> numbers(all.size());
    std::vector<float> shares(all.size());
    std::transform(values.begin(), values.end(), numbers.begin(), [](const Value& v) { return v.value; });
    known.verdicts.addShares(numbers, sums, shares);
    if (invitation.kind == Kind::Person) {
        const auto first = sums.begin() + 1;
        out.relationship = static_cast<Relationship>(std::max_element(first, sums.end()) - first);
    }
    const bool wanted = wishes_.relationships[static_cast<std::size_t>(out.relationship)] > 0;
    out.contributions.reserve(all.size());
    for (std::size_t f = 0; f < all.size(); ++f) {
        auto share = static_cast<double>(shares[f]);
        std::size_t code = all[f].told(numbers[f], share);
        if (code == wantedRelationship() && !wanted) {
            code = all[f].usual; // near to some wanted one, but itself none
        }
        if (!corrections_.empty()) {
            share *= weightOf(reasonCodes()[code], invitation.id);
        }
        out.logOdds += share;
        if (share != 0) {
            out.contributions.push_back({&all[f], code, values[f], share});
        }
    }
    out.taste = taste_.of(out.card) * (corrections_.empty() ? 1 : weightOf("PERSONAL", invitation.id));
    out.logOdds += out.taste;
    return out;
}

Settles Judge::whatSettles(const Invitation& invitation) const {
    if (wantsNothing_) {
        return Settles::MoreSettings;
    }
    return invitation.note || decisions_ < kFewDecisions ? Settles::YourDecision : Settles::ANote;
}

/// A note may turn accept into ignore, or ignore into accept, only by something in it that can be named: a
/// greeting in whatever language is no reason.
bool Judge::turnsForNothing(const Weighed& weighed, const Invitation& invitation, Verdict verdict) const {
    if (!invitation.note || verdict == Verdict::Unsure) {
        return false;
    }
    const double sign = verdict == Verdict::Accept ? 1 : -1;
    const auto named = [&](const Contribution& contribution) {
        return contribution.value.span.inNote && contribution.feature->reason != "USUAL" &&
               contribution.value.value >= contribution.feature->present &&
               sign * contribution.share >= kNamed;
    };
    if (std::any_of(weighed.contributions.begin(), weighed.contributions.end(), named)) {
        return false;
    }
    Invitation bare = invitation;
    bare.note.reset();
    const Weighed without = weigh(bare);
    const Verdict before = verdictFor(calibrated(without.logOdds, without.unread), thresholdsFor(energy_));
    return before != Verdict::Unsure && before != verdict;
}

Judgement Judge::judgementOf(const Weighed& weighed, const Invitation& invitation) const {
    const Thresholds thresholds = thresholdsFor(energy_);
    Judgement judgement;
    judgement.id = invitation.id;
    judgement.relationship = weighed.relationship;
    judgement.trade = tradeOf(weighed.card);
    judgement.score = calibrated(weighed.logOdds, weighed.unread);
    judgement.verdict = verdictFor(judgement.score, thresholds);
    if (weighed.card.headline.tokens.empty() && weighed.card.note.tokens.empty()) {
        judgement.verdict = Verdict::Unsure; // nothing was said: only a note or the profile can tell
        judgement.settles = Settles::ANote;
        judgement.reasons.push_back({"NO_EVIDENCE", {}, 0, {}, {}});
        return judgement;
    }
    if (turnsForNothing(weighed, invitation, judgement.verdict)) {
        judgement.verdict = Verdict::Unsure;
    }
    const double accept = logOddsFor(thresholds.accept, weighed.unread);
    const double ignore = logOddsFor(thresholds.ignore, weighed.unread);
    const bool person = invitation.kind == Kind::Person;
    for (const ReasonGroup& group : groupsOf(weighed.contributions, weighed.taste)) {
        const bool lane = !person && group.code == "NEWSLETTER_OR_PAGE"; // its place is kept free
        const bool listed = lane || (judgement.reasons.size() < kMostReasons - (person ? 0 : 1) &&
                                     std::abs(group.weight) >= kWeakest);
        const double without = weighed.logOdds - group.weight;
        const bool turns = !judgement.unless && (judgement.verdict == Verdict::Ignore   ? without >= accept
                                                 : judgement.verdict == Verdict::Accept ? without <= ignore
                                                                                        : false);
        if (!listed && !turns) {
            continue;
        }
        Reason reason = reasonOf(group, invitation, weighed.card, taste_, weighed.relationship);
        if (turns) {
            judgement.unless = reason;
        }
        if (listed) {
            judgement.reasons.push_back(std::move(reason));
        }
    }
    const bool laneTold = std::any_of(judgement.reasons.begin(), judgement.reasons.end(),
                                      [](const Reason& r) { return r.code == "NEWSLETTER_OR_PAGE"; });
    if (!person && !laneTold) {
        judgement.reasons.push_back({"NEWSLETTER_OR_PAGE", {}, 0, {}, {}});
    }
    // What can be pointed at is told before the general impression.
    std::stable_partition(judgement.reasons.begin(), judgement.reasons.end(),
                          [](const Reason& reason) { return reason.code != "USUAL"; });
    if (judgement.reasons.empty()) {
        judgement.reasons.push_back({"NO_EVIDENCE", {}, 0, {}, {}});
    }
    if (judgement.verdict == Verdict::Unsure) {
        judgement.settles = whatSettles(invitation);
    }
    return judgement;
}

Judgement Judge::judge(const Invitation& invitation) const {
    return judgementOf(weigh(invitation), invitation);
}

Judge Judge::withEnergy(Energy energy) const {
    Judge out = *this;
    out.energy_ = energy;
    return out;
}

Explanation Judge::explain(const Invitation& invitation) const {
    const Weighed weighed = weigh(invitation);
    Explanation out;
    out.judgement = judgementOf(weighed, invitation);
    out.bias = weighed.bias;
    out.taste = weighed.taste;
    out.logOdds = weighed.logOdds;
    for (const Contribution& contribution : weighed.contributions) {
        if (contribution.share != 0) {
            const ReasonGroup own{reasonCodes()[contribution.code], contribution.share, &contribution,
                                  quotable(contribution)};
            out.lines.push_back({contribution.feature->name, static_cast<double>(contribution.value.value),
                                 reasonOf(own, invitation, weighed.card, taste_, weighed.relationship)});
        }
    }
    std::stable_sort(out.lines.begin(), out.lines.end(), [](const auto& a, const auto& b) {
        return std::abs(a.reason.weight) > std::abs(b.reason.weight);
    });
    return out;
}

} // namespace superlink
