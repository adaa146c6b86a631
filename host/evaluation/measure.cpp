#include "evaluation/measure.hpp"

#include "common/error.hpp"
#include "evaluation/python_random.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace superlink {
namespace {

using Judged = std::vector<JudgedInvitation>;

/// As `superlink score` prints it: rounding makes ties, and ties count in the area under the curve.
double printed(double score) {
    return std::round(score * 1e4) / 1e4;
}

/// A queue with what was said of it.
struct Said {
    std::vector<Judgement> judgements;
    std::vector<double> scores;
    std::vector<bool> truth;
};

Said said(const Measured& measured, const Persona& persona, const Measured::Past& past, const Judged& queue) {
    Measured::Queue invitations;
    Said out;
    for (const JudgedInvitation& judged : queue) {
        invitations.push_back(judged.invitation);
        out.truth.push_back(judged.accepted());
    }
    out.judgements = measured.judge(persona.settings, past, invitations);
    if (!std::equal(invitations.begin(), invitations.end(), out.judgements.begin(), out.judgements.end(),
                    [](const auto& invitation, const auto& it) { return invitation.id == it.id; })) {
        throw Error(ErrorCode::Internal, persona.name + ": the judgements are not in the queue's order");
    }
    for (const Judgement& judgement : out.judgements) {
        out.scores.push_back(printed(judgement.score));
    }
    return out;
}

/// What `all` says of those of `queue` that `keep` wants.
template <typename Keep>
Said only(const Said& all, const Judged& queue, Keep keep) {
    Said out;
    for (std::size_t i = 0; i < queue.size(); ++i) {
        if (keep(queue[i])) {
            out.judgements.push_back(all.judgements[i]);
            out.scores.push_back(all.scores[i]);
            out.truth.push_back(all.truth[i]);
        }
    }
    return out;
}

void addVerdicts(Figures& figures, const Said& known) {
    double plain = 0;
    double right = 0;
    for (std::size_t i = 0; i < known.judgements.size(); ++i) {
        const Verdict verdict = known.judgements[i].verdict;
        if (verdict != Verdict::Unsure) {
            ++plain;
            right += (verdict == Verdict::Accept) == known.truth[i] ? 1 : 0;
        }
    }
    const auto all = static_cast<double>(known.judgements.size());
    figures.covered = share(plain, all);
    figures.right = share(right, plain);
    figures.utility = share(2 * right - plain, all);
}

double relationAgreement(const Judged& queue, const std::vector<Judgement>& judgements) {
    double persons = 0;
    double agreed = 0;
    for (std::size_t i = 0; i < queue.size(); ++i) {
        if (queue[i].invitation.kind == Kind::Person) {
            const auto& named = queue[i].relationships;
            ++persons;
            agreed +=
                std::find(named.begin(), named.end(), judgements[i].relationship) != named.end() ? 1 : 0;
        }
    }
    return share(agreed, persons);
}

double planShare(const Persona& persona, const Measured& measured) {
    Measured::Queue queue;
    std::vector<double> ratings;
    std::map<std::string, double> ratingOf;
    for (const JudgedInvitation& judged : persona.queue) {
        queue.push_back(judged.invitation);
        ratings.push_back(judged.rating);
        ratingOf[judged.invitation.id] = judged.rating;
    }
    const auto budget = static_cast<std::size_t>(persona.settings.weeklyBudget);
    const auto picks = measured.plan(persona.settings, {}, queue, persona.settings.weeklyBudget);
    if (picks.size() > budget || std::set(picks.begin(), picks.end()).size() != picks.size()) {
        throw Error(ErrorCode::Internal, persona.name + ": the plan repeats itself or is over the budget");
    }
    double got = 0;
    for (const std::string& id : picks) {
        const auto found = ratingOf.find(id);
        if (found == ratingOf.end()) {
            throw Error(ErrorCode::Internal, persona.name + ": the plan names nobody of the queue");
        }
        got += found->second;
    }
    std::sort(ratings.rbegin(), ratings.rend());
    ratings.resize(std::min(budget, ratings.size()));
    double best = 0;
    for (const double rating : ratings) {
        best += rating;
    }
    return share(got, best);
}

/// A fixed half of the known invitations is the test, decisions on the other half come first.
class Halves {
  public:
    Halves(const Persona& persona, const Measured& measured, Judged known)
        : persona_(persona), measured_(measured), pool_(std::move(known)) {
        PythonRandom(1).shuffle(pool_);
        const auto middle = pool_.begin() + static_cast<std::ptrdiff_t>(pool_.size() / 2);
        test_.assign(pool_.begin(), middle);
        pool_.erase(pool_.begin(), middle);
    }

    /// Mean of `orders` orders in which the decisions came.
    double aucAfter(std::size_t decisions, std::uint32_t orders) const {
        double total = 0;
        for (std::uint32_t seed = 0; seed < orders; ++seed) {
            Judged order = pool_;
            PythonRandom(100 + seed).shuffle(order);
            order.resize(std::min(decisions, order.size()));
            Measured::Past past;
            for (const JudgedInvitation& judged : order) {
                Decision decision;
                decision.action = judged.accepted() ? Action::Accept : Action::Ignore;
                decision.invitation = judged.invitation;
                past.push_back(std::move(decision));
            }
            const Said got = said(measured_, persona_, past, test_);
            total += areaUnderCurve(got.scores, got.truth);
        }
        return total / orders;
    }

  private:
    const Persona& persona_;
    const Measured& measured_;
    Judged pool_;
    Judged test_;
};

void addJudges(Figures& figures, const Judged& queue) {
    std::vector<double> first;
    std::vector<bool> second;
    double sure = 0;
    double agreed = 0;
    for (const JudgedInvitation& judged : queue) {
        if (judged.ratings.size() < 2 || judged.ratings[1] == 3) {
            continue;
        }
        first.push_back(judged.ratings[0]);
        second.push_back(judged.ratings[1] > 3);
        if (first.back() != 3) {
            ++sure;
            agreed += (first.back() > 3) == second.back() ? 1 : 0;
        }
    }
    figures.judgesAuc = areaUnderCurve(first, second);
    figures.judgesRight = share(agreed, sure);
}

} // namespace

Figures figuresOf(const Persona& persona, const Measured& measured) {
    const auto decided = [](const JudgedInvitation& judged) { return judged.decided(); };
    Judged knownQueue;
    std::copy_if(persona.queue.begin(), persona.queue.end(), std::back_inserter(knownQueue), decided);
    std::vector<double> mutuals;
    for (const JudgedInvitation& judged : knownQueue) {
        mutuals.push_back(judged.invitation.mutualConnections.value_or(0));
    }
    const Said all = said(measured, persona, {}, persona.queue);
    const Said known = only(all, persona.queue, decided);

    Figures figures;
    figures.known = static_cast<double>(knownQueue.size());
    figures.acceptShare =
        share(static_cast<double>(std::count(known.truth.begin(), known.truth.end(), true)), figures.known);
    figures.auc = areaUnderCurve(known.scores, known.truth);
    figures.ece = calibrationError(known.scores, known.truth);
    figures.mutualsAuc = areaUnderCurve(mutuals, known.truth);
    addVerdicts(figures, known);
    figures.relation = relationAgreement(persona.queue, all.judgements);
    figures.plan = planShare(persona, measured);
    const Halves halves(persona, measured, knownQueue);
    figures.aucAfter0 = halves.aucAfter(0, 1);
    figures.aucAfter10 = halves.aucAfter(10, 5);
    figures.aucAfter30 = halves.aucAfter(30, 5);
    figures.aucAfter60 = halves.aucAfter(60, 5);
    addJudges(figures, persona.queue);
    return figures;
}

} // namespace superlink
