#include "wire/current_judge.hpp"

#include "wire/protocol.hpp"

namespace superlink {

std::vector<ReasonCorrection> correctionsIn(Store& store) {
    std::vector<ReasonCorrection> corrections;
    for (const StoredCorrection& stored : store.corrections()) {
        ReasonCorrection correction{stored.code, *correctionFrom(stored.correction), std::nullopt};
        if (!stored.invitationId.empty()) {
            correction.invitationId = stored.invitationId;
        }
        corrections.push_back(std::move(correction));
    }
    return corrections;
}

const CurrentJudge::Made& CurrentJudge::of(Store& store) {
    const std::int64_t revision = store.revision();
    if (made_ && revision == revision_) {
        return *made_;
    }
    const auto saved = store.settings();
    std::vector<PastDecision> past;
    Ledger ledger;
    for (const RememberedDecision& decision : store.decisions()) {
        const Action action = actionFrom(decision.action).value_or(Action::Ignore);
        past.push_back({invitationFromText(decision.document), action});
        ledger.add(decision.reasons, action);
    }
    made_.emplace(
        Made{Judge(saved ? settingsFromText(saved->document) : Settings{}, past, correctionsIn(store)),
             std::move(ledger)});
    revision_ = revision;
    return *made_;
}

} // namespace superlink
