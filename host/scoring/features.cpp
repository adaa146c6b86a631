// Long, since it is one job: the list of all features in their one order, each beside its neighbours in
// meaning.

#include "scoring/features.hpp"

#include "scoring/answers.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace superlink {

namespace {

Value strongest(const Value& a, const Value& b) {
    return a.value >= b.value ? a : b;
}
Value times(Value value, float factor) {
    value.value *= factor;
    return value;
}

constexpr std::array<const char*, kIntents> kIntentReasons{
    "SALES_LANGUAGE", "SUSPICIOUS",     "MASS_INVITATION", "AGENCY",        "RECRUITER",
    "OFFERS_WORK",    "INTRODUCED",     "SHARED_CONTEXT",  "ASKS_ADVICE",   "SEEKS_WORK",
    "INVESTOR",       "RAISES_FUNDING", "INVITES_YOU",     "SPECIFIC_NOTE", "USUAL"};

/// By Relationship: what being one of these is told as.
constexpr std::array<const char*, kRelationships> kWhoReasons{
    "USUAL", "USUAL", "RECRUITER", "USUAL",          "USUAL", "USUAL",           "USUAL",      "USUAL",
    "USUAL", "USUAL", "USUAL",     "SALES_LANGUAGE", "USUAL", "MASS_INVITATION", "SUSPICIOUS", "USUAL"};

/// Averages over the training cards.
constexpr float kUsuallyNear = 0.5F;
constexpr float kUsuallyWanted = 0.45F;

/// Computes the values in a fixed order; in naming mode also writes down what they are.
class Builder {
  public:
    Builder(const Invitation& invitation, const CardReading& card, const Wishes& wishes,
            std::vector<FeatureName>* names)
        : invitation_(invitation), card_(card), wishes_(wishes), names_(names) {
        values_.reserve(kAbout);
    }

    std::vector<Value> build() && {
        readSender();
        readIntents();
        addAnswers();
        addAvoided();
        addIntents();
        addGoals();
        addFits();
        addSender();
        addSurroundings();
        return std::move(values_);
    }

  private:
    /// The name comes in two halves: it is put together only when somebody asks for it.
    void put(std::string_view group, std::string_view name, const char* reason, const Value& value) {
        if (names_ != nullptr) {
            names_->push_back({std::string(group).append(name), reason});
        }
        values_.push_back(value);
    }
    void put(std::string_view name, const char* reason, const Value& value) { put("", name, reason, value); }
    void put(std::string_view name, const char* reason, float value) {
        put("", name, reason, Value{value, nullptr, {}});
    }

    void readSender() {
        for (const Part& part : card_.headline.parts) {
            const Span span{false, part.begin, part.end};
            const auto& functions = part.meaning.functions;
            const auto& industries = part.meaning.industries;
            function_.take({*std::max_element(functions.begin(), functions.end()), nullptr, span});
            field_.take({*std::max_element(industries.begin(), industries.end()), nullptr, span});
        }
    }

    void readIntents() {
        for (std::size_t i = 0; i < kIntents; ++i) {
            inHeadline_[i] = intentIn(card_.headline, false, static_cast<Intent>(i));
            inNote_[i] = intentIn(card_.note, true, static_cast<Intent>(i));
        }
        agenda_ = std::max({either(Intent::Sells).value, either(Intent::Suspicious).value,
                            0.7F * either(Intent::Mass).value});
    }
    const Value& headline(Intent intent) const { return inHeadline_[static_cast<std::size_t>(intent)]; }
    const Value& note(Intent intent) const { return inNote_[static_cast<std::size_t>(intent)]; }
    Value either(Intent intent) const { return strongest(headline(intent), note(intent)); }

    void addAnswers() {
        const auto& wanted = wishes_.wanted;
        role_ = headlineAnswer(wanted.roles, card_.headline, Sense::Function);
        industry_ = headlineAnswer(wanted.industries, card_.headline, Sense::Industry);
        topic_ = headlineAnswer(wanted.topics, card_.headline, Sense::Either);
        goal_ = headlineAnswer(wishes_.goals, card_.headline, Sense::Either);
        about_ = headlineAnswer(wishes_.about, card_.headline, Sense::Function);
        const float clean = 1 - agenda_;
        put("role_words", "WANTED_ROLE", times(valueOf(role_.words), clean));
        put("role_meaning", "WANTED_ROLE", times(valueOf(role_.meaning), clean));
        put("industry_words", "WANTED_INDUSTRY", times(valueOf(industry_.words), clean));
        put("industry_meaning", "WANTED_INDUSTRY", times(valueOf(industry_.meaning), clean));
        put("topic_words", "WANTED_TOPIC", times(valueOf(topic_.words), clean));
        put("topic_meaning", "WANTED_TOPIC", times(valueOf(topic_.meaning), clean));
        put("goal_words", "GOAL_WORDS", times(valueOf(goal_.words), clean));
        put("goal_meaning", "GOAL_WORDS", times(valueOf(goal_.meaning), clean));
        put("role_near", "WANTED_ROLE", times(nearTo(wanted.roles, role_), clean));
        put("industry_near", "WANTED_INDUSTRY", times(nearTo(wanted.industries, industry_), clean));
        put("topic_near", "WANTED_TOPIC", times(nearTo(wanted.topics, topic_), clean));
        put("goal_near", "GOAL_WORDS", times(nearTo(wishes_.goals, goal_), clean));
        put("trade_near", "SAME_TRADE", times(nearTo(wishes_.about, about_), clean));
        for (const Answer* answer : {&role_, &industry_, &topic_, &goal_, &about_}) {
            nearest_ = strongest(nearest_, valueOf(answer->near));
        }
        put("nearest", "GOAL_WORDS", times(nearest_, clean));
        put("company", "WANTED_COMPANY",
            times(valueOf(namesIn(wanted.companies, card_.headline, false)), clean));
        put("place", "WANTED_PLACE",
            times(strongest(valueOf(namesIn(wanted.places, card_.headline, false)),
                            placeIn(wishes_.wantedPlaces)),
                  clean));
        put("home", "NEAR_YOU", times(placeIn(wishes_.home), clean));
        put("elsewhere", "ELSEWHERE", elsewhere());
        put("trade", "SAME_TRADE", times(valueOf(about_.meaning), clean));
        put("about_words", "SAME_TRADE", times(valueOf(about_.words), clean));
        put("role_and_industry", "WANTED_ROLE", times(valueOf(role_.best), clean * industry_.best.value));
        relevance_ = std::max({role_.best.value, industry_.best.value, topic_.best.value, goal_.words.value,
                               0.7F * about_.meaning.value});
        put("off_topic", "OFF_TOPIC", std::max(0.0F, 1 - 1.5F * relevance_));
        put("aimed_at", "AIMS_AT_YOU", times(strongest(valueOf(role_.best), valueOf(topic_.best)), agenda_));
        addNoteAnswers();
    }

    /// A person who wished nothing of a kind is neither near nor far: as near as cards are on average.
    static Value nearTo(const std::vector<Wish>& wishes, const Answer& answer) {
        return wishes.empty() ? Value{kUsuallyNear, nullptr, {}} : valueOf(answer.near);
    }

    void addNoteAnswers() {
        const auto& wanted = wishes_.wanted;
        const Answer role = noteAnswer(wanted.roles, card_.note, Sense::Function);
        const Answer topic = noteAnswer(wanted.topics, card_.note, Sense::Either);
        const Answer goal = noteAnswer(wishes_.goals, card_.note, Sense::Either);
        const Answer industry = noteAnswer(wanted.industries, card_.note, Sense::Industry);
        const Answer about = noteAnswer(wishes_.about, card_.note, Sense::Function);
        noteRelevance_ = std::max({role.best.value, topic.best.value, goal.best.value, industry.best.value});
        const float clean = 1 - agenda_;
        put("note_topic", "WANTED_TOPIC", times(strongest(valueOf(topic.words), valueOf(goal.words)), clean));
        put("note_meaning", "WANTED_TOPIC",
            times(strongest(valueOf(topic.meaning), valueOf(goal.meaning)), clean));
        put("note_near", "WANTED_TOPIC", times(strongest(valueOf(topic.near), valueOf(goal.near)), clean));
        put("note_role", "WANTED_ROLE", times(valueOf(role.best), clean));
        put("note_company", "WANTED_COMPANY",
            times(valueOf(namesIn(wanted.companies, card_.note, true)), clean));
        put("note_trade", "SAME_TRADE", times(valueOf(about.best), clean));
        put("note_aimed", "AIMS_AT_YOU", noteRelevance_ * agenda_);
    }

    void addAvoided() {
        const auto& avoided = wishes_.avoided;
        const Answer role = headlineAnswer(avoided.roles, card_.headline, Sense::Function);
        const Answer industry = headlineAnswer(avoided.industries, card_.headline, Sense::Industry);
        const Answer topic = headlineAnswer(avoided.topics, card_.headline, Sense::Either);
        const Answer noteTopic = noteAnswer(avoided.topics, card_.note, Sense::Either);
        const Answer noteIndustry = noteAnswer(avoided.industries, card_.note, Sense::Industry);
        put("avoided_role_words", "AVOIDED_ROLE", valueOf(role.words));
        put("avoided_role_meaning", "AVOIDED_ROLE", valueOf(role.meaning));
        put("avoided_industry_words", "AVOIDED_INDUSTRY", valueOf(industry.words));
        put("avoided_industry_meaning", "AVOIDED_INDUSTRY", valueOf(industry.meaning));
        put("avoided_topic_words", "AVOIDED_TOPIC", valueOf(topic.words));
        put("avoided_topic_meaning", "AVOIDED_TOPIC", valueOf(topic.meaning));
        put("avoided_role_near", "AVOIDED_ROLE", valueOf(role.near));
        put("avoided_industry_near", "AVOIDED_INDUSTRY", valueOf(industry.near));
        put("avoided_topic_near", "AVOIDED_TOPIC", valueOf(topic.near));
        put("avoided_company", "AVOIDED_COMPANY", valueOf(namesIn(avoided.companies, card_.headline, false)));
        put("avoided_place", "AVOIDED_PLACE",
            strongest(valueOf(namesIn(avoided.places, card_.headline, false)),
                      placeIn(wishes_.avoidedPlaces)));
        put("avoided_in_note", "AVOIDED_TOPIC",
            strongest(valueOf(noteTopic.words), valueOf(noteIndustry.words)));
    }

    void addIntents() {
        for (std::size_t i = 0; i < kIntents; ++i) {
            put("headline_", kIntentNames[i], kIntentReasons[i], inHeadline_[i]);
            put("note_", kIntentNames[i], kIntentReasons[i], inNote_[i]);
        }
        // Warm words of a seller, and a seller's words beside a shared past.
        put("warm_pitch", "SALES_LANGUAGE", times(note(Intent::Shared), agenda_));
    }

    void addGoals() {
        const float getHired = goal(GoalKind::GetHired);
        const float clients = goal(GoalKind::FindClients);
        const float work = std::max(getHired, clients);
        const float clean = 1 - agenda_;
        const float fit = std::max(relevance_, noteRelevance_);
        const Value recruits = strongest(either(Intent::Recruits), times(either(Intent::Agency), 0.8F));
        put("recruiter_for_job", "RECRUITER", times(recruits, getHired));
        put("recruiter_who_fits", "RECRUITER", times(recruits, getHired * fit));
        put("recruiter_unasked", "RECRUITER", times(recruits, 1 - getHired));
        put("agency_for_job", "AGENCY", times(either(Intent::Agency), getHired));
        put("offer_for_worker", "OFFERS_WORK", times(either(Intent::OffersWork), work * clean));
        put("offer_that_fits", "OFFERS_WORK", times(either(Intent::OffersWork), fit * clean));
        put("seeker_for_hirer", "SEEKS_WORK", times(either(Intent::SeeksWork), goal(GoalKind::Hire)));
        put("seeker_who_fits", "SEEKS_WORK", times(either(Intent::SeeksWork), goal(GoalKind::Hire) * fit));
        put("investor_for_founder", "INVESTOR",
            times(either(Intent::Invests), goal(GoalKind::RaiseFunding) * clean));
        put("investor_for_investor", "INVESTOR",
            times(either(Intent::Invests), goal(GoalKind::Invest) * clean));
        put("raise_for_investor", "RAISES_FUNDING",
            times(either(Intent::Raises), goal(GoalKind::Invest) * clean));
        put("raise_that_fits", "RAISES_FUNDING",
            times(either(Intent::Raises), goal(GoalKind::Invest) * clean * fit));
        put("advice_for_mentor", "ASKS_ADVICE",
            times(either(Intent::AsksAdvice), wants(Relationship::Mentee)));
        put("advice_that_fits", "ASKS_ADVICE", times(note(Intent::AsksAdvice), fit));
        put("peer", "SAME_TRADE", times(valueOf(about_.best), clean * wants(Relationship::Peer)));
        put("note_that_fits", "SPECIFIC_NOTE",
            times(strongest(note(Intent::Topical), note(Intent::Shared)), noteRelevance_ * clean));
    }

    /// What a sender in a wanted role, or about wanted things, is good for.
    void addFits() {
        static constexpr std::array<GoalKind, 8> kKinds{
            GoalKind::GetHired, GoalKind::Hire,    GoalKind::FindClients, GoalKind::RaiseFunding,
            GoalKind::Invest,   GoalKind::Partner, GoalKind::Learn,       GoalKind::Peers};
        for (const GoalKind kind : kKinds) {
            put("role_for_", toString(kind), "WANTED_ROLE", times(valueOf(role_.best), goal(kind)));
            put("near_for_", toString(kind), "GOAL_WORDS", times(nearest_, goal(kind)));
        }
        put("other_trade", "OFF_TOPIC",
            times(valueOf(function_), 1 - std::max(role_.best.value, about_.best.value)));
        put("other_industry", "OFF_TOPIC",
            times(valueOf(field_), wishes_.wanted.industries.empty() ? 0 : 1 - industry_.best.value));
    }

    /// Who the sender is, apart from what they want.
    void addSender() {
        float level = -1;
        std::size_t at = 0;
        for (std::size_t p = 0; p < card_.headline.parts.size(); ++p) {
            const Part& part = card_.headline.parts[p];
            if (part.meaning.level > level && !part.employer && !part.former) {
                level = part.meaning.level;
                at = p;
            }
        }
        const float high = level < 0 ? 0 : std::clamp((level - 3) / 4, 0.0F, 1.0F);
        const float low = level < 0 ? 0 : std::clamp((2 - level) / 2, 0.0F, 1.0F);
        Value leads{high, nullptr, {}};
        if (level >= 0) {
            leads.span = {false, card_.headline.parts[at].begin, card_.headline.parts[at].end};
        }
        const float clean = 1 - agenda_;
        put("senior", "SENIORITY", times(leads, clean));
        put("senior_who_fits", "SENIORITY", times(leads, clean * relevance_));
        put("senior_for_seller", "SENIORITY",
            times(leads,
                  clean * std::max(goal(GoalKind::FindClients), goal(GoalKind::Partner)) * relevance_));
        put("senior_for_job", "SENIORITY", times(leads, clean * goal(GoalKind::GetHired) * relevance_));
        put("junior", "SENIORITY", low);
        put("junior_for_hirer", "SENIORITY", low * goal(GoalKind::Hire));
        put("unread", "USUAL", card_.headline.tokens.empty() ? 0 : 1 - function_.value);
        put("shouting", "SHOUTING",
            std::min(1.0F, static_cast<float>(card_.headline.shape.pictures) / 4 +
                               static_cast<float>(std::max(0, card_.headline.shape.capitals - 1)) / 6));
    }

    void addSurroundings() {
        const bool person = invitation_.kind == Kind::Person;
        put("newsletter", "NEWSLETTER_OR_PAGE", invitation_.kind == Kind::Newsletter ? 1 : 0);
        put("page", "NEWSLETTER_OR_PAGE", invitation_.kind == Kind::Company ? 1 : 0);
        put("event", "NEWSLETTER_OR_PAGE",
            invitation_.kind == Kind::Event || invitation_.kind == Kind::Group ? 1 : 0);
        put("subject_fits", "WANTED_TOPIC", person ? 0 : relevance_ * (1 - agenda_));
        put("mutual", "MUTUAL_CONNECTIONS",
            std::min(1.0F, std::log2(1.0F + static_cast<float>(
                                                std::max(0, invitation_.mutualConnections.value_or(0)))) /
                               5));
        put("verified", "VERIFIED", has(Badge::Verified));
        put("follows_you", "FOLLOWS_YOU", has(Badge::FollowsYou));
        put("hiring_for_job", "OFFERS_WORK", has(Badge::Hiring) * goal(GoalKind::GetHired) * relevance_);
        put("open_for_hirer", "SEEKS_WORK", has(Badge::OpenToWork) * goal(GoalKind::Hire) * relevance_);
        for (std::size_t i = 0; i < kRelationships; ++i) {
            const char* who = toString(static_cast<Relationship>(i));
            put("who_", who, kWhoReasons[i], Value{card_.headline.who[i], nullptr, {}});
            put("note_who_", who, kWhoReasons[i], Value{card_.note.who[i], nullptr, {}});
        }
        put("who_wanted", "WANTED_RELATIONSHIP", whoIsWanted());
        put("welcome", "USUAL", card_.headline.welcome);
        put("note_welcome", "USUAL", card_.note.welcome);
        put("welcome_near", "USUAL", card_.headline.welcome * nearest_.value);
        put("vendor_near", "USUAL",
            card_.headline.who[static_cast<std::size_t>(Relationship::Vendor)] * nearest_.value);
    }

    /// How much of what the sender may be is a relationship that the person wants.
    float whoIsWanted() const {
        if (wishes_.relationships == decltype(wishes_.relationships){}) {
            return kUsuallyWanted;
        }
        float total = 0;
        float wanted = 0;
        for (std::size_t i = 0; i < kRelationships; ++i) {
            const float share = std::exp(card_.headline.who[i] + card_.note.who[i]);
            total += share;
            wanted += share * wishes_.relationships[i];
        }
        return wanted / total;
    }

    Value placeIn(const std::vector<const Locality*>& wanted) const {
        Value best;
        for (const PlaceMention& mention : card_.places) {
            for (const Locality* place : wanted) {
                best = strongest(
                    best,
                    {placeAnswers(*place, *mention.place), nullptr, {false, mention.begin, mention.end}});
            }
        }
        return best;
    }
    /// Names a place, and none that the person wants or lives in.
    Value elsewhere() const {
        const auto& wanted = wishes_.wantedPlaces.empty() ? wishes_.home : wishes_.wantedPlaces;
        if (card_.places.empty() || wanted.empty()) {
            return {};
        }
        const PlaceMention& first = card_.places.front();
        return {1 - std::max(placeIn(wanted).value, placeIn(wishes_.home).value),
                nullptr,
                {false, first.begin, first.end}};
    }

    float goal(GoalKind kind) const { return wishes_.goalKinds[static_cast<std::size_t>(kind)]; }
    float wants(Relationship who) const { return wishes_.relationships[static_cast<std::size_t>(who)]; }
    float has(Badge badge) const {
        const auto& badges = invitation_.badges;
        return std::find(badges.begin(), badges.end(), badge) != badges.end() ? 1.0F : 0.0F;
    }

    static constexpr std::size_t kAbout = 220; ///< features, so that the list need not grow

    const Invitation& invitation_;
    const CardReading& card_;
    const Wishes& wishes_;
    std::vector<FeatureName>* names_;
    std::vector<Value> values_;
    std::array<Value, kIntents> inHeadline_{}, inNote_{};
    Answer role_, industry_, topic_, goal_, about_;
    float agenda_ = 0, relevance_ = 0, noteRelevance_ = 0;
    Value nearest_;
    Match function_, field_; ///< the likeliest of the headline
};

} // namespace

std::vector<FeatureName> featureNames() {
    std::vector<FeatureName> names;
    Builder({}, {}, {}, &names).build();
    return names;
}

std::vector<Value> featuresOf(const Invitation& invitation, const CardReading& card, const Wishes& wishes) {
    return Builder(invitation, card, wishes, nullptr).build();
}

} // namespace superlink
