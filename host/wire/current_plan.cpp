#include "wire/current_plan.hpp"

#include "wire/protocol.hpp"

#include <utility>

namespace superlink {
void CurrentPlan::read(const Context& context, const Present& present) {
    const CurrentJudge::Made& judge = context.judge->of(context.store, present.now);
    std::vector<Entry> entries;
    made_.lapsed.clear();
    for (StoredInvitation& stored : context.store.undecided()) {
        Entry entry;
        const auto known = places_.find(stored.seen.id);
        if (known != places_.end() && made_.entries[known->second].document == stored.seen.document) {
            entry = std::move(made_.entries[known->second]);
        } else {
            entry.item.invitation = invitationFromText(stored.seen.document);
            entry.document = std::move(stored.seen.document);
        }
        const Invitation& invitation = entry.item.invitation;
        entry.aside = stored.aside;
        entry.item.firstSeenAt = stored.firstSeenAt;
        entry.item.lapsesAt = lapseOf(invitation, stored.firstSeenAt, stored.lastSeenAt);
        if (entry.item.lapsesAt <= present.now) {
            if (invitation.kind == Kind::Person) {
                made_.lapsed.push_back(entry.item.lapsesAt);
            }
            continue;
        }
        if (entry.judge != judge.number) {
            entry.item.judgement = judge.judge().judge(invitation);
            entry.verdict = entry.item.judgement.verdict;
            entry.judge = judge.number;
            for (Reason& reason : entry.item.judgement.reasons) {
                reason.agreed = judge.ledger.of(reason.code);
            }
        }
        entries.push_back(std::move(entry));
    }
    made_.entries = std::move(entries);
}

void CurrentPlan::place(const Context& context, const Present& present) {
    std::vector<Candidate> candidates;
    candidates.reserve(made_.entries.size());
    for (Entry& entry : made_.entries) {
        entry.item.judgement.verdict = entry.verdict;
        candidates.push_back(
            candidateOf(entry.item.invitation, entry.item.judgement, entry.item.lapsesAt, entry.aside));
    }
    std::vector<Entry> entries;
    entries.reserve(made_.entries.size());
    made_.counts = {};
    places_.clear();
    for (const Placed& placed : planWeek(candidates, requestFor(context, present, present.settings))) {
        Entry& entry = made_.entries[placed.candidate];
        entry.item.judgement.plan = plannedOf(placed, present);
        if (placed.place == Place::Later) {
            entry.item.judgement.verdict = Verdict::Later;
        }
        ++made_.counts.at(static_cast<std::size_t>(placed.place));
        places_[entry.item.invitation.id] = entries.size();
        entries.push_back(std::move(entry));
    }
    made_.entries = std::move(entries);
}

const CurrentPlan::Made& CurrentPlan::of(const Context& context, const Present& present) {
    const Key key{context.judge->of(context.store, present.now).number, context.store.invitationsRevision(),
                  present.week, present.budget.used, present.now / kDay};
    if (key_ == key) {
        return made_;
    }
    key_.reset(); // should anything throw, the next question begins anew
    read(context, present);
    place(context, present);
    key_ = key;
    return made_;
}

const CurrentPlan::Entry* CurrentPlan::find(const std::string& id) const {
    const auto found = places_.find(id);
    return found == places_.end() ? nullptr : &made_.entries[found->second];
}

} // namespace superlink
