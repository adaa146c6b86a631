#include "wire/current_judge.hpp"

#include "planning/energy.hpp"
#include "wire/protocol.hpp"

namespace superlink {
namespace {

PastDecision decisionOf(const RememberedDecision& remembered) {
    PastDecision out;
    out.key = remembered.decision.key;
    out.action = actionFrom(remembered.decision.action).value_or(Action::Ignore);
    out.decidedAt = remembered.decision.decidedAt;
    if (remembered.decision.verdict) {
        out.verdict = verdictFrom(*remembered.decision.verdict);
    }
    out.invitation = invitationFromText(remembered.document);
    return out;
}

std::vector<Experience> experiencesOf(const std::vector<PastDecision>& decisions) {
    std::vector<Experience> out;
    out.reserve(decisions.size());
    for (const PastDecision& decision : decisions) {
        out.push_back({decision.invitation, decision.action});
    }
    return out;
}

} // namespace

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

std::vector<Experience> CurrentJudge::Made::experiences() const {
    return experiencesOf(decisions);
}

const CurrentJudge::Made& CurrentJudge::of(Store& store, Millis now) {
    const std::int64_t revision = store.revision();
    if (made_ && revision == revision_ && made_->settings.energy == energyAt(stored_, now)) {
        return *made_;
    }
    const auto saved = store.settings();
    stored_ = saved ? settingsFromText(saved->document) : Settings{};
    Settings settings = settingsAt(stored_, now);
    std::vector<PastDecision> decisions;
    Ledger ledger;
    for (const RememberedDecision& remembered : store.decisions()) {
        decisions.push_back(decisionOf(remembered));
        ledger.add(remembered.decision.reasons, decisions.back().action);
    }
    Judge judge(settings, experiencesOf(decisions), correctionsIn(store));
    made_.emplace(
        Made{std::move(settings), std::move(judge), std::move(ledger), std::move(decisions), ++number_});
    revision_ = revision;
    return *made_;
}

} // namespace superlink
