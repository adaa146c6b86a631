#pragma once

#include "common/clock.hpp"
#include "common/param.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace superlink {

/// The things that the product speaks of, as plain structs: what the page showed, what the person wants, what
/// the host thinks. The words are defined in tests/contract/README.md. Texts are UTF-8 and hostile: an
/// inviter wrote the headline and the note. Each enum has a `toString` and an `xFrom` that knows no other
/// spelling.

enum class Kind { Person, Newsletter, Company, Event, Group };
/// Later: deserves to be accepted, but not in this week's plan. Only planning says it, never scoring.
enum class Verdict { Accept, Ignore, Unsure, Later };
enum class Relationship {
    Client,
    Employer,
    Recruiter,
    Candidate,
    Investor,
    Founder,
    Partner,
    Mentor,
    Mentee,
    Peer,
    Colleague,
    Vendor,
    Friend,
    OpenNetworker,
    Suspicious,
    Other
};
enum class Badge { Verified, Premium, OpenToWork, Hiring, FollowsYou };
enum class GoalKind { GetHired, Hire, FindClients, RaiseFunding, Invest, Partner, Learn, Peers };
enum class Priority { High, Normal };
enum class Energy { Low, Normal, High };
enum class Action { Accept, Ignore };
enum class Source { Headline, Note, Subject };
enum class Correction { More, Less, Never, Wrong };
enum class Settles { ANote, MoreSettings, YourDecision };
/// Where an invitation stands in the week, in the order in which a person goes through them.
enum class Place { Planned, AskFirst, YourCall, Later, Lapse, Free, Aside };
inline constexpr std::size_t kPlaces = 7;
enum class LaterReason { BudgetUsed, LowEnergy, Variety };
/// What terms can be suggested for.
enum class SuggestedList { Roles, Industries, Companies, Places, Topics };
enum class Weekday { Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday };

/// One invitation as the page shows it; an empty optional means that the card shows no such thing.
struct Invitation {
    std::string id;
    Kind kind = Kind::Person;
    std::optional<std::string> profileId;
    std::string name;
    std::optional<std::string> headline;
    /// What a newsletter, company, event or group invitation asks to follow or join.
    std::optional<std::string> subject;
    std::optional<int> mutualConnections;
    std::vector<std::string> mutualNames;
    std::optional<std::string> note;
    /// The age in the page's own words.
    std::optional<std::string> sentAgo;
    /// The same as whole days, at least; none where the page's words could not be read.
    std::optional<int> ageDays;
    std::vector<Badge> badges;

    bool operator==(const Invitation&) const = default;
};

struct Goal {
    GoalKind kind = GoalKind::Learn;
    std::string text;
    Priority priority = Priority::Normal;

    bool operator==(const Goal&) const = default;
};

struct Interests {
    std::vector<std::string> roles;
    std::vector<std::string> industries;
    std::vector<std::string> companies;
    std::vector<std::string> places;
    std::vector<std::string> topics;

    bool operator==(const Interests&) const = default;
};

struct ReviewSlot {
    Weekday day = Weekday::Friday;
    std::string at; ///< local time, "HH:MM"
    int minutes = 20;

    bool operator==(const ReviewSlot&) const = default;
};

struct WeekSettings {
    std::optional<Weekday> firstDay;     ///< none: the custom of the browser's language
    std::optional<std::string> timeZone; ///< IANA name; none: the computer's own, wherever the person travels

    bool operator==(const WeekSettings&) const = default;
};

/// What the person wrote into SuperLink. The defaults are what a person has who wrote nothing yet.
struct Settings {
    std::string about;
    std::vector<Goal> goals;
    Interests want;
    Interests avoid;
    std::vector<Relationship> relationships; ///< most wanted first
    Energy energy = Energy::Normal;
    std::optional<Millis> energyUntil; ///< then it is normal again; none: until it is changed
    int weeklyBudget = 10;             ///< people to accept in a week
    std::optional<ReviewSlot> reviewSlot;
    WeekSettings week;

    bool operator==(const Settings&) const = default;
};

/// The very words of a card that gave rise to something.
struct Evidence {
    Source source = Source::Headline;
    std::string words; ///< as the card shows them

    bool operator==(const Evidence&) const = default;
};

/// How often a reason and the person agreed.
struct Agreement {
    int times = 0;
    int of = 0;

    bool operator==(const Agreement&) const = default;
};

/// Why the verdict is what it is, as a code that the extension has words for.
struct Reason {
    std::string code;
    Params params;
    double weight = 0; ///< signed share of the score in log-odds; above zero speaks for accepting
    std::optional<Evidence> evidence;
    std::optional<Agreement> agreed; ///< from ten uses on

    bool operator==(const Reason&) const = default;
};

/// An invitation's place in the week.
struct Planned {
    Place place = Place::Lapse;
    std::optional<LaterReason> because; ///< for Later
    /// For Later: the start of the week in which its turn is likely to come; none if the budget is zero.
    std::optional<Millis> at;

    bool operator==(const Planned&) const = default;
};

struct Judgement {
    std::string id;
    Verdict verdict = Verdict::Unsure;
    double score = 0.5; ///< 0 to 1: how likely the person is to want this connection
    Relationship relationship = Relationship::Other;
    /// At most four, strongest first; the general impression (USUAL) stands last.
    std::vector<Reason> reasons;
    /// The reason without which the verdict would be the opposite, if there is one.
    std::optional<Reason> unless;
    std::optional<Settles> settles; ///< what would settle an unsure verdict
    /// What the sender does, as the text model's function; -1 where that cannot be told. Never on the wire.
    int trade = -1;
    std::optional<Planned> plan; ///< none where nobody planned, as on the command line
};

/// What the person said of a reason. Wrong holds for one card, the others wherever the reason stands.
struct ReasonCorrection {
    std::string code;
    Correction correction = Correction::Less;
    std::optional<std::string> invitationId; ///< for Wrong

    bool operator==(const ReasonCorrection&) const = default;
};

/// What the person did on LinkedIn, confirmed by the page.
struct Decision {
    std::string key; ///< made once for each decision; recorded once however often it is sent
    Action action = Action::Accept;
    Millis decidedAt = 0;
    Invitation invitation;
    std::optional<Verdict> verdict; ///< what the badge said at the time
};

/// A decision as it is remembered.
struct PastDecision {
    std::string key;
    Action action = Action::Accept;
    Millis decidedAt = 0;
    std::optional<Verdict> verdict;
    Relationship relationship = Relationship::Other; ///< by what is known now
    Invitation invitation;
};

/// A budget that would suit what happened. Only ever told, never set.
struct Suggestion {
    int weeklyBudget = 0;
    int used = 0;  ///< people a week, on average
    int weeks = 0; ///< how many complete weeks that rests on

    bool operator==(const Suggestion&) const = default;
};

/// The person's week and what is left of its budget.
struct Budget {
    int weeklyBudget = 0;
    int used = 0;      ///< different people accepted since `weekStartsAt`
    int elsewhere = 0; ///< of those, entered by the person because SuperLink did not see it
    int left = 0;      ///< never below zero
    Millis weekStartsAt = 0;
    Millis resetsAt = 0;
    std::string timeZone; ///< in which the week is counted; empty for the computer's own
    std::optional<Suggestion> suggestion;

    bool operator==(const Budget&) const = default;
};

const char* toString(Kind);
const char* toString(Verdict);
const char* toString(Relationship);
const char* toString(Badge);
const char* toString(GoalKind);
const char* toString(Priority);
const char* toString(Energy);
const char* toString(Action);
const char* toString(Weekday);
const char* toString(Source);
const char* toString(Correction);
const char* toString(Settles);
const char* toString(Place);
const char* toString(LaterReason);

std::optional<Kind> kindFrom(std::string_view);
std::optional<Verdict> verdictFrom(std::string_view);
std::optional<Relationship> relationshipFrom(std::string_view);
std::optional<Badge> badgeFrom(std::string_view);
std::optional<GoalKind> goalKindFrom(std::string_view);
std::optional<Priority> priorityFrom(std::string_view);
std::optional<Energy> energyFrom(std::string_view);
std::optional<Action> actionFrom(std::string_view);
std::optional<Weekday> weekdayFrom(std::string_view);
std::optional<Correction> correctionFrom(std::string_view);
std::optional<SuggestedList> suggestedListFrom(std::string_view);

} // namespace superlink
