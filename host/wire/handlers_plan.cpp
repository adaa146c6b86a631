#include "wire/handlers.hpp"

#include "common/error.hpp"
#include "planning/energy.hpp"
#include "scoring/vocabulary.hpp"
#include "wire/current_plan.hpp"
#include "wire/present.hpp"
#include "wire/reply_size.hpp"

#include <algorithm>
#include <cstdlib>

namespace superlink {
namespace {

/// Beside what it quotes, which is no more than its invitation says.
constexpr std::size_t kJudgementBytes = 3000;
constexpr std::size_t kMostChanges = 20;

std::optional<ReviewSession> sessionAt(const Present& present) {
    const auto& slot = present.settings.reviewSlot;
    if (!slot) {
        return std::nullopt;
    }
    return reviewSession(*slot, present.settings.energy, present.now, present.calendar.timeZone);
}

/// Where everybody stands under other settings at an energy, by the order of `entries`.
struct Outlook {
    std::vector<Stand> stands;
    PlaceCounts counts{};
};

Outlook outlookOf(const Context& context, const Present& present, const Settings& settings,
                  const Judge& judge, const std::vector<CurrentPlan::Entry>& entries) {
    std::vector<Candidate> candidates;
    Outlook out;
    for (const CurrentPlan::Entry& entry : entries) {
        const Judgement judgement = judge.judge(entry.item.invitation);
        candidates.push_back(candidateOf(entry.item.invitation, judgement, entry.item.lapsesAt, entry.aside));
        out.stands.push_back({judgement.verdict, Place::Lapse});
    }
    for (const Placed& placed : planWeek(candidates, requestFor(context, present, settings))) {
        Stand& stand = out.stands[placed.candidate];
        stand.place = placed.place;
        stand.verdict = placed.place == Place::Later ? Verdict::Later : stand.verdict;
        ++out.counts.at(static_cast<std::size_t>(placed.place));
    }
    return out;
}

std::vector<PreviewResult::Change> changesOf(const std::vector<CurrentPlan::Entry>& entries,
                                             const std::vector<Stand>& after) {
    std::vector<PreviewResult::Change> changes;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Judgement& judgement = entries[i].item.judgement;
        const Stand before{judgement.verdict, judgement.plan->place};
        if (before != after[i]) {
            changes.push_back({entries[i].item.invitation, before, after[i]});
        }
    }
    const auto moved = [](const PreviewResult::Change& change) {
        return std::abs(static_cast<int>(change.before.place) - static_cast<int>(change.after.place));
    };
    std::stable_sort(changes.begin(), changes.end(),
                     [&](const auto& a, const auto& b) { return moved(a) > moved(b); });
    return changes;
}

} // namespace

PlanResult getPlan(const Context& context, const GetPlan& params) {
    const Present present = presentOf(context);
    const CurrentPlan::Made& made = context.plan->of(context, present);
    PlanResult out;
    out.budget = budgetWithSuggestion(context, present);
    out.energy = present.settings.energy;
    if (present.settings.energyUntil && *present.settings.energyUntil > present.now) {
        out.energyUntil = present.settings.energyUntil;
    }
    out.review = sessionAt(present);
    out.counts = made.counts;
    std::size_t bytes = 0;
    auto at = static_cast<std::size_t>(params.from);
    for (; at < made.entries.size() && static_cast<int>(out.items.size()) < params.most; ++at) {
        const CurrentPlan::Entry& entry = made.entries[at];
        bytes += 2 * entry.document.size() + kJudgementBytes;
        if (bytes > kMostReplyBytes && !out.items.empty()) {
            break;
        }
        out.items.push_back(entry.item);
    }
    if (at < made.entries.size()) {
        out.next = static_cast<std::int64_t>(at);
    }
    return out;
}

PreviewResult previewPlan(const Context& context, const SettingsPut& params) {
    const Present present = presentOf(context);
    const Settings settings = settingsAt(params.settings, present.now);
    const CurrentPlan::Made& plan = context.plan->of(context, present);
    const auto& entries = plan.entries;
    const CurrentJudge::Made& made = context.judge->of(context.store, present.now);
    const Judge judge(settings, made.experiences(), made.corrections);
    PreviewResult out;
    out.before = plan.counts;
    for (const Energy energy : {Energy::Low, Energy::Normal, Energy::High}) {
        Settings other = settings;
        other.energy = energy;
        const Outlook outlook = outlookOf(context, present, other, judge.withEnergy(energy), entries);
        out.planned.at(static_cast<std::size_t>(energy)) =
            outlook.counts[static_cast<std::size_t>(Place::Planned)];
        if (energy == settings.energy) {
            out.after = outlook.counts;
            out.changes = changesOf(entries, outlook.stands);
        }
    }
    out.changed = static_cast<int>(out.changes.size());
    out.changes.resize(std::min(out.changes.size(), kMostChanges));
    fitIntoReply(out.changes);
    return out;
}

Announced announceReview(const Context& context, const AnnounceReview& params) {
    const Present present = presentOf(context);
    const int planned = context.plan->of(context, present).counts[static_cast<std::size_t>(Place::Planned)];
    const auto session = sessionAt(present);
    const bool runs = session && session->startsAt == params.startsAt && present.now >= session->startsAt;
    return {runs && planned > 0 && context.store.announce(params.startsAt), planned};
}

WasSetAside setAside(const Context& context, const SetAside& params) {
    if (!context.store.setAside(params.id, params.aside)) {
        throw Error(ErrorCode::NotFound, "there is no such invitation");
    }
    return {params.aside};
}

Terms suggestTerms(const Context&, const SuggestTerms& params) {
    return {suggestedTerms(params.list, params.text)};
}

} // namespace superlink
