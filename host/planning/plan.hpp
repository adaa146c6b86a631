#pragma once

#include "common/domain.hpp"

#include <optional>
#include <string>
#include <vector>

namespace superlink {

/// A pending invitation as planning sees it.
struct Candidate {
    std::string id;
    bool person = true;
    bool aside = false; ///< the person put it aside
    bool hasNote = false;
    bool relevant = false; ///< for unsure: something on the card speaks for it
    Verdict verdict = Verdict::Unsure;
    double score = 0.5;
    Relationship relationship = Relationship::Other;
    int trade = -1; ///< what the sender does; -1 where that cannot be told, which is like nobody else
    Millis lapsesAt = 0;
};

/// A person who was accepted this week already: there is less need of another of the same kind.
struct Accepted {
    Relationship relationship = Relationship::Other;
    int trade = -1;
};

/// What there is to plan with. The week's start, not the present moment, tells how near to lapsing an
/// invitation is: that is what keeps a plan the same from hour to hour.
struct PlanRequest {
    int room = 0;                     ///< people to accept until the week ends
    int usualRoom = 0;                ///< what it would be with normal energy; not below `room`
    int weeklyRoom = 0;               ///< people in each later week
    Millis startsAt = 0;              ///< of the week
    std::vector<Relationship> wanted; ///< most wanted first
    std::vector<Accepted> accepted;
};

/// Where one candidate stands. `weeksAhead` is in how many weeks its turn is likely to come, for later; none
/// where no week has room.
struct Placed {
    std::size_t candidate = 0; ///< its place in the list that was given
    Place place = Place::Lapse;
    std::optional<LaterReason> because;
    std::optional<int> weeksAhead;
};

/// Places every candidate, in the order in which a person goes through them: planned first and best first,
/// aside last.
///
/// Planned are the people whose verdict is accept and who together are worth most: the sum of the scores,
/// plus a little for each wanted relationship that is there at all and for invitations that are about to
/// lapse, minus a little for each pair of the same relationship and trade (ten of a kind tell the person
/// less). The terms nest (trades within relationships) and each falls off with every further member, so
/// taking the best next one each time gives the best set there is (greedy is exact on laminar concave sums:
/// Murota 2003, "Discrete Convex Analysis", M-natural-concave functions), and accepting one of the planned
/// leaves the others planned. Equal ones go by the older lapse, then by id.
std::vector<Placed> planWeek(const std::vector<Candidate>& candidates, const PlanRequest& request);

/// What planning needs to know of a judged invitation. `lapsesAt` as in `lapseOf`.
Candidate candidateOf(const Invitation& invitation, const Judgement& judgement, Millis lapsesAt, bool aside);

/// From being sent to being let lapse by LinkedIn, whose help says "about six months".
inline constexpr Millis kInvitationLife = 180 * kDay;

/// When LinkedIn is likely to let an invitation lapse. It was sent `ageDays` before it was last read, or,
/// where the page told no age, not after it was first seen.
Millis lapseOf(const Invitation& invitation, Millis firstSeenAt, Millis lastSeenAt);

/// For the command line: which of the judged `invitations` to accept with `budget` places, best first. As
/// above, and while places are left then also people who are unsure, by score. At most `budget` ids. The two
/// lists are in the same order.
std::vector<std::string> plan(const std::vector<Invitation>& invitations,
                              const std::vector<Judgement>& judgements, int budget,
                              const std::vector<Relationship>& wanted = {});

} // namespace superlink
