// superlink plan without files: this week's plan from what the host remembers.

#include "cli/commands.hpp"

#include "store/store.hpp"
#include "wire/current_plan.hpp"
#include "wire/methods.hpp"
#include "wire/present.hpp"

#include <absl/time/civil_time.h>
#include <absl/time/time.h>

#include <cstdio>
#include <string>

namespace superlink::cli {
namespace {

constexpr std::size_t kHeadline = 60; ///< bytes shown of a headline

/// Strangers wrote it: what a terminal would obey becomes a blank, and a character is not cut in two.
std::string shown(const std::string& text, std::size_t most) {
    std::string out;
    for (const char byte : text) {
        const auto code = static_cast<unsigned char>(byte);
        out += code < 0x20 || code == 0x7f ? ' ' : byte;
    }
    // C1 controls, which some terminals obey, are C2 80 to C2 9F.
    for (std::size_t at = 0; (at = out.find('\xc2', at)) != std::string::npos; ++at) {
        if (at + 1 < out.size() && static_cast<unsigned char>(out[at + 1]) < 0xa0) {
            out.replace(at, 2, " ");
        }
    }
    if (out.size() > most) {
        std::size_t end = most;
        while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xc0U) == 0x80U) {
            --end;
        }
        out = out.substr(0, end) + "...";
    }
    return out;
}

std::string dayOf(Millis moment, const Calendar& calendar) {
    absl::TimeZone zone = absl::LocalTimeZone();
    if (!calendar.timeZone.empty()) {
        absl::LoadTimeZone(calendar.timeZone, &zone);
    }
    return absl::FormatTime("%a %e %b %Y", absl::FromUnixMillis(moment), zone);
}

const char* titleOf(Place place) {
    switch (place) {
    case Place::Planned:
        return "Accept this week";
    case Place::AskFirst:
        return "Ask first";
    case Place::YourCall:
        return "Your call";
    case Place::Later:
        return "Later";
    case Place::Lapse:
        return "Ignore, or let lapse";
    case Place::Free:
        return "Pages, newsletters, events: free";
    case Place::Aside:
        return "Put aside";
    }
    return "";
}

std::string whyLater(const Planned& plan, const Calendar& calendar) {
    std::string why = plan.because == LaterReason::LowEnergy ? "your energy is low"
                      : plan.because == LaterReason::Variety ? "others like them come first"
                                                             : "the week is full";
    return plan.at ? why + "; from " + dayOf(*plan.at, calendar) : why;
}

void printEntry(const CurrentPlan::Entry& entry, const Calendar& calendar) {
    const Judgement& judgement = entry.item.judgement;
    std::printf("  %3.0f%%  %s", judgement.score * 100, shown(entry.item.invitation.name, kHeadline).c_str());
    if (entry.item.invitation.headline) {
        std::printf("  (%s)", shown(*entry.item.invitation.headline, kHeadline).c_str());
    }
    if (judgement.plan->place == Place::Later) {
        std::printf("  %s", whyLater(*judgement.plan, calendar).c_str());
    }
    std::printf("\n");
}

} // namespace

void printWeek() {
    Store store(defaultDatabaseFile());
    const Clock clock = systemClock();
    const Context context{store, clock};
    const Present present = presentOf(context);
    const CurrentPlan::Made& plan = context.plan->of(context, present);
    std::printf("%d of %d accepted, %d left; the week ends before %s\n", present.budget.used,
                present.budget.weeklyBudget, present.budget.left,
                dayOf(present.budget.resetsAt, present.calendar).c_str());
    if (plan.entries.empty()) {
        std::printf(
            "No pending invitations are known. Open your invitations on LinkedIn, and they will be.\n");
        return;
    }
    std::optional<Place> last;
    for (const CurrentPlan::Entry& entry : plan.entries) {
        const Place place = entry.item.judgement.plan->place;
        if (last != place) {
            std::printf("\n%s: %d\n", titleOf(place), plan.counts.at(static_cast<std::size_t>(place)));
            last = place;
        }
        printEntry(entry, present.calendar);
    }
}

} // namespace superlink::cli
