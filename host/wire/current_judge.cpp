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

} // namespace

ReasonCorrection correctionOf(const StoredCorrection& stored) {
    ReasonCorrection correction{stored.code, *correctionFrom(stored.correction), std::nullopt};
    if (!stored.invitationId.empty()) {
        correction.invitationId = stored.invitationId;
    }
    return correction;
}

std::vector<ReasonCorrection> correctionsIn(Store& store) {
    std::vector<ReasonCorrection> corrections;
    for (const StoredCorrection& stored : store.corrections()) {
        corrections.push_back(correctionOf(stored));
    }
    return corrections;
}

std::vector<Experience> CurrentJudge::Made::experiences() const {
    std::vector<Experience> out;
    out.reserve(decisions.size());
    for (const PastDecision& decision : decisions) {
        out.push_back({decision.invitation, decision.action});
    }
    return out;
}

const Judge& CurrentJudge::Made::judge() const {
    if (!judge_) {
        judge_.emplace(settings, experiences(), corrections);
    }
    return *judge_;
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
    made_.emplace(++number_);
    made_->settings = std::move(settings);
    made_->ledger = std::move(ledger);
    made_->decisions = std::move(decisions);
    made_->corrections = correctionsIn(store);
    revision_ = revision;
    return *made_;
}

} // namespace superlink
