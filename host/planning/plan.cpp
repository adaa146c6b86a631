#include "planning/plan.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <queue>
#include <utility>

namespace superlink {
namespace {

/// In the same measure as scores, which are probabilities: an accept stands between 0.52 and 0.98.
constexpr double kAlike = 0.02;       ///< less for each that is alike and already in
constexpr double kFirstWanted = 0.06; ///< more for the first of a wanted relationship
constexpr double kUrgency = 0.15;     ///< more for one that lapses this week, falling to nothing over
constexpr double kUrgentWeeks = 6;

double urgencyOf(const Candidate& candidate, Millis startsAt) {
    const Millis weeks = (candidate.lapsesAt - startsAt) / kDay / 7; // whole ones: the same all week
    return kUrgency * std::clamp(1 - static_cast<double>(weeks) / kUrgentWeeks, 0.0, 1.0);
}

/// How many of each kind are in the set so far.
class Mix {
  public:
    explicit Mix(const std::vector<Relationship>& wanted) {
        for (const Relationship relationship : wanted) {
            wanted_.at(static_cast<std::size_t>(relationship)) = true;
        }
    }

    void add(Relationship relationship, int trade) {
        ++relationships_.at(static_cast<std::size_t>(relationship));
        if (trade >= 0) {
            ++alike_[{relationship, trade}];
        }
    }

    /// What one more of these would bring, beside its own worth.
    double valueOf(const Candidate& candidate) const {
        const auto relationship = static_cast<std::size_t>(candidate.relationship);
        const bool first = wanted_.at(relationship) && relationships_.at(relationship) == 0;
        const auto found = alike_.find({candidate.relationship, candidate.trade});
        const int alike = found == alike_.end() ? 0 : found->second;
        return (first ? kFirstWanted : 0) - kAlike * alike;
    }

  private:
    static constexpr std::size_t kRelationships = static_cast<std::size_t>(Relationship::Other) + 1;
    std::array<bool, kRelationships> wanted_{};
    std::array<int, kRelationships> relationships_{};
    std::map<std::pair<Relationship, int>, int> alike_;
};

/// Orders by worth, then the older lapse, then the id: never by chance.
struct Ranked {
    double worth = 0;
    const Candidate* candidate = nullptr;

    bool operator<(const Ranked& other) const {
        if (worth != other.worth) {
            return worth < other.worth;
        }
        if (candidate->lapsesAt != other.candidate->lapsesAt) {
            return candidate->lapsesAt > other.candidate->lapsesAt;
        }
        return candidate->id > other.candidate->id;
    }
};

/// People of one relationship and trade, whose worth falls alike as others are taken: best first.
struct Group {
    std::vector<Ranked> members; ///< with their own worth alone
    std::size_t next = 0;
};

std::vector<Group> groupsOf(const std::vector<const Candidate*>& accepts, Millis startsAt) {
    std::map<std::pair<Relationship, int>, Group> groups;
    for (const Candidate* candidate : accepts) {
        groups[{candidate->relationship, candidate->trade}].members.push_back(
            {candidate->score + urgencyOf(*candidate, startsAt), candidate});
    }
    std::vector<Group> out;
    for (auto& [kind, group] : groups) {
        std::sort(group.members.begin(), group.members.end(),
                  [](const Ranked& a, const Ranked& b) { return b < a; });
        out.push_back(std::move(group));
    }
    return out;
}

/// All of `accepts` in the order in which the best next one is taken. What a group's best brings only falls
/// as others are taken, so one that is still best after a fresh look is best of all.
std::vector<const Candidate*> inOrder(const std::vector<const Candidate*>& accepts,
                                      const PlanRequest& request) {
    Mix mix(request.wanted);
    for (const Accepted& accepted : request.accepted) {
        mix.add(accepted.relationship, accepted.trade);
    }
    auto groups = groupsOf(accepts, request.startsAt);
    const auto best = [&](const Group& group) {
        const Ranked& head = group.members[group.next];
        return Ranked{head.worth + mix.valueOf(*head.candidate), head.candidate};
    };
    std::priority_queue<std::pair<Ranked, std::size_t>> queue;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        queue.emplace(best(groups[group]), group);
    }
    std::vector<const Candidate*> out;
    out.reserve(accepts.size());
    while (!queue.empty()) {
        const auto [top, at] = queue.top();
        queue.pop();
        Group& group = groups[at];
        const Ranked now = best(group);
        if (now.worth < top.worth) {
            queue.emplace(now, at);
            continue;
        }
        mix.add(top.candidate->relationship, top.candidate->trade);
        out.push_back(top.candidate);
        if (++group.next < group.members.size()) {
            queue.emplace(best(group), at);
        }
    }
    return out;
}

/// The scores from which on an accept would be in the plan if each were judged alone.
double barOf(std::vector<const Candidate*> accepts, std::size_t room) {
    if (room == 0 || accepts.size() <= room) {
        return 2; // nobody is put off for being like others
    }
    const auto last = accepts.begin() + static_cast<std::ptrdiff_t>(room) - 1;
    std::nth_element(accepts.begin(), last, accepts.end(),
                     [](const Candidate* a, const Candidate* b) { return a->score > b->score; });
    return (*last)->score;
}

Placed put(const std::vector<Candidate>& candidates, const Candidate* candidate, Place place) {
    Placed out;
    out.candidate = static_cast<std::size_t>(candidate - candidates.data());
    out.place = place;
    return out;
}

Place placeOf(const Candidate& candidate) {
    if (candidate.aside) {
        return Place::Aside;
    }
    if (!candidate.person) {
        return Place::Free;
    }
    switch (candidate.verdict) {
    case Verdict::Accept:
    case Verdict::Later:
        return Place::Planned; // or later
    case Verdict::Ignore:
        return Place::Lapse;
    case Verdict::Unsure:
        break;
    }
    return candidate.relevant && !candidate.hasNote ? Place::AskFirst : Place::YourCall;
}

void placeAccepts(const std::vector<Candidate>& candidates, const std::vector<const Candidate*>& accepts,
                  const PlanRequest& request, std::vector<Placed>& planned, std::vector<Placed>& later) {
    const auto room = static_cast<std::size_t>(std::max(0, request.room));
    const auto usualRoom = static_cast<std::size_t>(std::max(request.room, request.usualRoom));
    const double bar = barOf(accepts, room);
    const auto ordered = inOrder(accepts, request);
    for (std::size_t rank = 0; rank < ordered.size(); ++rank) {
        if (rank < room) {
            planned.push_back(put(candidates, ordered[rank], Place::Planned));
            continue;
        }
        Placed one = put(candidates, ordered[rank], Place::Later);
        one.because = rank < usualRoom              ? LaterReason::LowEnergy
                      : ordered[rank]->score >= bar ? LaterReason::Variety
                                                    : LaterReason::BudgetUsed;
        if (request.weeklyRoom > 0) {
            one.weeksAhead = 1 + static_cast<int>(rank - room) / request.weeklyRoom;
        }
        later.push_back(one);
    }
}

} // namespace

std::vector<Placed> planWeek(const std::vector<Candidate>& candidates, const PlanRequest& request) {
    std::array<std::vector<Placed>, kPlaces> at;
    std::vector<const Candidate*> accepts;
    for (const Candidate& candidate : candidates) {
        const Place place = placeOf(candidate);
        if (place == Place::Planned) {
            accepts.push_back(&candidate);
        } else {
            at.at(static_cast<std::size_t>(place)).push_back(put(candidates, &candidate, place));
        }
    }
    for (auto& placed : at) {
        std::stable_sort(placed.begin(), placed.end(), [&](const Placed& a, const Placed& b) {
            const Candidate& first = candidates[a.candidate];
            const Candidate& second = candidates[b.candidate];
            return first.score != second.score ? first.score > second.score : first.id < second.id;
        });
    }
    placeAccepts(candidates, accepts, request, at[static_cast<std::size_t>(Place::Planned)],
                 at[static_cast<std::size_t>(Place::Later)]);
    std::vector<Placed> out;
    out.reserve(candidates.size());
    for (const auto& placed : at) {
        out.insert(out.end(), placed.begin(), placed.end());
    }
    return out;
}

Candidate candidateOf(const Invitation& invitation, const Judgement& judgement, Millis lapsesAt, bool aside) {
    Candidate out;
    out.id = invitation.id;
    out.person = invitation.kind == Kind::Person;
    out.aside = aside;
    out.hasNote = invitation.note.has_value();
    out.verdict = judgement.verdict;
    out.score = judgement.score;
    out.relationship = judgement.relationship;
    out.trade = judgement.trade;
    out.lapsesAt = lapsesAt;
    out.relevant = judgement.score >= 0.5 &&
                   std::any_of(judgement.reasons.begin(), judgement.reasons.end(), [](const Reason& reason) {
                       return reason.weight > 0 && reason.code != "USUAL";
                   });
    return out;
}

Millis lapseOf(const Invitation& invitation, Millis firstSeenAt, Millis lastSeenAt) {
    const Millis sentAt =
        invitation.ageDays ? std::min(firstSeenAt, lastSeenAt - *invitation.ageDays * kDay) : firstSeenAt;
    return sentAt + kInvitationLife;
}

std::vector<std::string> plan(const std::vector<Invitation>& invitations,
                              const std::vector<Judgement>& judgements, int budget,
                              const std::vector<Relationship>& wanted) {
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < judgements.size(); ++i) {
        // Files tell no dates: all lapse when the universe does, in the order of the queue.
        candidates.push_back(
            candidateOf(invitations[i], judgements[i], INT64_MAX / 2 + static_cast<Millis>(i), false));
    }
    PlanRequest request;
    request.room = budget;
    request.wanted = wanted;
    std::vector<std::string> ids;
    std::vector<const Candidate*> unsure;
    for (const Placed& placed : planWeek(candidates, request)) {
        const Candidate& candidate = candidates[placed.candidate];
        if (placed.place == Place::Planned) {
            ids.push_back(candidate.id);
        } else if (placed.place == Place::AskFirst || placed.place == Place::YourCall) {
            unsure.push_back(&candidate);
        }
    }
    std::stable_sort(unsure.begin(), unsure.end(), [](const Candidate* a, const Candidate* b) {
        return a->score != b->score ? a->score > b->score : a->lapsesAt < b->lapsesAt;
    });
    for (const Candidate* candidate : unsure) {
        if (static_cast<int>(ids.size()) >= budget) {
            break;
        }
        ids.push_back(candidate->id);
    }
    return ids;
}

} // namespace superlink
