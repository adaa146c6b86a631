#include "scoring/score.hpp"

#include "scoring/evidence.hpp"
#include "scoring/relationship.hpp"

#include <algorithm>
#include <cmath>

namespace superlink {
namespace {

constexpr std::size_t kMostReasons = 4;
/// Before any evidence: most invitations are not worth a place in a network.
constexpr double kPriorPerson = -0.4;
constexpr double kPriorOther = -0.7;

/// However much speaks for or against, a card of a few lines leaves doubt: 3 to 97 percent.
constexpr double kSurest = 3.5;

/// Collects reasons; their weights add up to the score's log-odds (within kSurest).
class Ledger {
  public:
    void add(const char* code, double weight) { reasons_.push_back({code, {}, weight}); }
    void add(const char* code, double weight, const std::string& term) {
        reasons_.push_back({code, {{"term", term}}, weight});
    }
    void add(const char* code, double weight, int count) {
        reasons_.push_back({code, {{"count", count}}, weight});
    }

    double sum() const {
        double total = 0;
        for (const Reason& reason : reasons_) {
            total += reason.weight;
        }
        return total;
    }

    std::vector<Reason> strongest() && {
        std::stable_sort(reasons_.begin(), reasons_.end(), [](const Reason& a, const Reason& b) {
            return std::abs(a.weight) > std::abs(b.weight);
        });
        reasons_.resize(std::min(reasons_.size(), kMostReasons));
        return std::move(reasons_);
    }

    bool empty() const { return reasons_.empty(); }

  private:
    std::vector<Reason> reasons_;
};

/// The strongest term of a list speaks in full, a second one at a third. A term that stands only in the note
/// speaks at half: the note says what the sender is after, the headline what the sender is.
void addTerms(Ledger& ledger, const char* code, const std::vector<TermMatch>& terms, double weight) {
    double factor = 1;
    for (std::size_t i = 0; i < terms.size() && i < 2; ++i) {
        ledger.add(code, weight * factor * (terms[i].inNote ? 0.5 : 1), terms[i].term);
        factor /= 3;
    }
}

void addInterests(Ledger& ledger, const Evidence& evidence) {
    // In a pitch the wanted words name the seller's targets, not the seller.
    const bool pitch = evidence.sells || evidence.suspicious;
    const double trust = pitch ? 0.15 : 1;
    addTerms(ledger, "WANTED_ROLE", evidence.wanted.roles, 1.7 * trust);
    addTerms(ledger, "WANTED_INDUSTRY", evidence.wanted.industries, 0.9 * trust);
    addTerms(ledger, "WANTED_COMPANY", evidence.wanted.companies, 1.2 * trust);
    addTerms(ledger, "WANTED_PLACE", evidence.wanted.places, 0.4 * trust);
    addTerms(ledger, "WANTED_TOPIC", evidence.wanted.topics, 0.9 * trust);
    addTerms(ledger, "AVOIDED_ROLE", evidence.avoided.roles, -1.8);
    addTerms(ledger, "AVOIDED_INDUSTRY", evidence.avoided.industries, -1.6);
    addTerms(ledger, "AVOIDED_COMPANY", evidence.avoided.companies, -1.8);
    addTerms(ledger, "AVOIDED_PLACE", evidence.avoided.places, -0.8);
    addTerms(ledger, "AVOIDED_TOPIC", evidence.avoided.topics, -1.8);
    if (!evidence.goalWords.empty() && !pitch) {
        ledger.add("GOAL_WORDS", 0.35 * static_cast<double>(evidence.goalWords.size()),
                   evidence.goalWords.front());
    }
}

void addIntent(Ledger& ledger, const Evidence& evidence, const Settings& settings) {
    if (evidence.suspicious) {
        ledger.add("SUSPICIOUS", -2.6, evidence.suspicious->words);
    }
    if (evidence.sells) {
        ledger.add("SALES_LANGUAGE", -1.8, evidence.sells->words);
    }
    if (evidence.mass || evidence.openNetwork) {
        ledger.add("MASS_INVITATION", -0.7, (evidence.mass ? evidence.mass : evidence.openNetwork)->words);
    }
    if (evidence.shared) {
        ledger.add("SHARED_CONTEXT", 1.6, evidence.shared->words);
    }
    const bool seeksWork = hasGoal(settings, GoalKind::GetHired) || hasGoal(settings, GoalKind::FindClients);
    // A recruiter's headline that says "hiring" is said by RECRUITER already; an offer in a note is one.
    const bool onlyRecruits = evidence.recruits && evidence.offersWork && !evidence.offersWork->inNote;
    if (evidence.offersWork && !evidence.sells && !onlyRecruits) {
        ledger.add("OFFERS_WORK", seeksWork ? 1.1 : 0.1, evidence.offersWork->words);
    }
    if (evidence.seeksWork) {
        ledger.add("SEEKS_WORK", hasGoal(settings, GoalKind::Hire) ? 0.8 : -0.5, evidence.seeksWork->words);
    }
    if (evidence.recruits) { // judged by the person's goal, not by the word
        ledger.add("RECRUITER", hasGoal(settings, GoalKind::GetHired) ? 1.0 : -0.7, evidence.recruits->words);
    }
    if (evidence.hasNote && !evidence.shared && !evidence.sells && !evidence.suspicious && !evidence.mass) {
        ledger.add("PERSONAL_NOTE", 0.4);
    }
}

void addRelationship(Ledger& ledger, const Settings& settings, Relationship relationship) {
    const auto& wanted = settings.relationships;
    if (std::find(wanted.begin(), wanted.end(), relationship) != wanted.end()) {
        ledger.add("WANTED_RELATIONSHIP", 0.6, toString(relationship));
    }
}

/// Mutual connections measure reachability, not worth, and bots collect them: a small say that soon
/// saturates.
void addSurroundings(Ledger& ledger, const Invitation& invitation) {
    if (const int count = invitation.mutualConnections.value_or(0); count > 0) {
        ledger.add("MUTUAL_CONNECTIONS", 0.07 * std::log2(1.0 + std::min(count, 63)), count);
    }
    const auto has = [&](Badge badge) {
        return std::find(invitation.badges.begin(), invitation.badges.end(), badge) !=
               invitation.badges.end();
    };
    if (has(Badge::FollowsYou)) {
        ledger.add("FOLLOWS_YOU", 0.15);
    }
    if (has(Badge::Verified)) {
        ledger.add("VERIFIED", 0.1);
    }
}

struct Thresholds {
    double accept, ignore;
};

Thresholds thresholdsFor(Energy energy) {
    switch (energy) {
    case Energy::Low:
        return {0.68, 0.42};
    case Energy::High:
        return {0.52, 0.32};
    case Energy::Normal:
        break;
    }
    return {0.58, 0.38};
}

Verdict verdictFor(double score, Energy energy) {
    const auto [accept, ignore] = thresholdsFor(energy);
    return score >= accept ? Verdict::Accept : score <= ignore ? Verdict::Ignore : Verdict::Unsure;
}

} // namespace

Model modelAfter(int accepted, int ignored) {
    constexpr int kFewest = 5;
    constexpr double kShrink = 20; // counts as this many decisions of a person who accepts every other one
    if (std::min(accepted, ignored) < kFewest) {
        return {};
    }
    const double odds = std::log((accepted + kShrink) / (ignored + kShrink));
    return {std::clamp(odds, -0.7, 0.7)};
}

Judgement score(const Invitation& invitation, const Settings& settings, const Model& model) {
    const Evidence evidence = evidenceOf(invitation, settings);
    Judgement judgement;
    judgement.id = invitation.id;
    judgement.relationship = relationshipOf(invitation, evidence, settings);

    const bool person = invitation.kind == Kind::Person;
    Ledger ledger;
    addInterests(ledger, evidence);
    addIntent(ledger, evidence, settings);
    addRelationship(ledger, settings, judgement.relationship);
    addSurroundings(ledger, invitation);
    const double logOdds =
        std::clamp((person ? kPriorPerson : kPriorOther) + model.readiness + ledger.sum(), -kSurest, kSurest);
    if (!person) {
        ledger.add("NEWSLETTER_OR_PAGE", 0);
    } else if (ledger.empty()) {
        ledger.add("NO_EVIDENCE", 0);
    }
    judgement.score = 1 / (1 + std::exp(-logOdds));
    judgement.verdict = verdictFor(judgement.score, settings.energy);
    judgement.reasons = std::move(ledger).strongest();
    return judgement;
}

} // namespace superlink
