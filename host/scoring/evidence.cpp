#include "scoring/evidence.hpp"

#include "scoring/lexicon.hpp"

#include <algorithm>
#include <set>

namespace superlink {
namespace {

/// Words of goals shorter than this are mostly grammar ("with", "for", "und").
constexpr std::size_t kShortestGoalWord = 5;
constexpr std::size_t kMostGoalWords = 3;

ReadText read(std::string raw) {
    ReadText text{std::move(raw), {}};
    text.tokens = tokensOf(text.raw);
    return text;
}

/// What stands before the note: for a person the headline, for other kinds also the page's and the sender's
/// names.
ReadText cardText(const Invitation& invitation) {
    std::string raw = invitation.headline.value_or("");
    if (invitation.kind != Kind::Person) {
        raw = invitation.subject.value_or("") + "\n" + raw + "\n" + invitation.name;
    }
    return read(std::move(raw));
}

std::optional<Quote>* slotFor(Evidence& evidence, const std::string& cue) {
    struct Slot {
        const char* cue;
        std::optional<Quote> Evidence::*member;
    };
    static constexpr Slot kSlots[] = {{"sells", &Evidence::sells},
                                      {"suspicious", &Evidence::suspicious},
                                      {"mass", &Evidence::mass},
                                      {"shared", &Evidence::shared},
                                      {"offers-work", &Evidence::offersWork},
                                      {"seeks-work", &Evidence::seeksWork},
                                      {"recruits", &Evidence::recruits},
                                      {"asks-advice", &Evidence::asksAdvice},
                                      {"invests", &Evidence::invests},
                                      {"founds", &Evidence::founds},
                                      {"studies", &Evidence::studies},
                                      {"open-network", &Evidence::openNetwork}};
    for (const Slot& slot : kSlots) {
        if (cue == slot.cue) {
            return &(evidence.*slot.member);
        }
    }
    return nullptr;
}

void addCues(Evidence& evidence, const ReadText& text, bool isNote) {
    for (const CueMatch& match : cueLexicon().find(text.tokens)) {
        // "Our talks" in a headline is no shared past; who a sender is stands in the headline, not in the
        // note.
        const bool onlyInNote = match.cue == "shared" || match.cue == "asks-advice";
        const bool onlyInHeadline = match.cue == "recruits" || match.cue == "invests" ||
                                    match.cue == "founds" || match.cue == "studies" ||
                                    match.cue == "open-network";
        if ((onlyInNote && !isNote) || (onlyInHeadline && isNote)) {
            continue;
        }
        auto* slot = slotFor(evidence, match.cue);
        if (slot != nullptr && !*slot) {
            *slot = Quote{quoted(text.raw, text.tokens, match.at, *match.phrase), isNote};
        }
    }
}

std::vector<TermMatch> termsIn(const std::vector<std::string>& terms, const ReadText& card,
                               const ReadText& note) {
    std::vector<TermMatch> found;
    for (const std::string& term : terms) {
        const Phrase phrase = phraseOf(term);
        if (findPhrase(card.tokens, phrase) != kNowhere) {
            found.push_back({term, false});
        } else if (findPhrase(note.tokens, phrase) != kNowhere) {
            found.push_back({term, true});
        }
    }
    return found;
}

Evidence::Terms interestsIn(const Interests& interests, const ReadText& card, const ReadText& note) {
    return {termsIn(interests.roles, card, note), termsIn(interests.industries, card, note),
            termsIn(interests.companies, card, note), termsIn(interests.places, card, note),
            termsIn(interests.topics, card, note)};
}

std::vector<std::string> goalWordsIn(const std::vector<Goal>& goals, const ReadText& card) {
    std::set<std::string> onCard;
    for (const Token& token : card.tokens) {
        onCard.insert(token.folded);
    }
    std::vector<std::string> found;
    std::set<std::string> seen;
    for (const Goal& goal : goals) {
        for (const Token& token : tokensOf(goal.text)) {
            const bool longEnough = token.end - token.begin >= kShortestGoalWord;
            if (longEnough && onCard.contains(token.folded) && seen.insert(token.folded).second) {
                found.push_back(goal.text.substr(token.begin, token.end - token.begin));
            }
        }
    }
    found.resize(std::min(found.size(), kMostGoalWords));
    return found;
}

} // namespace

Evidence evidenceOf(const Invitation& invitation, const Settings& settings) {
    const ReadText card = cardText(invitation);
    const ReadText note = read(invitation.note.value_or(""));
    Evidence evidence;
    addCues(evidence, card, false);
    addCues(evidence, note, true);
    evidence.wanted = interestsIn(settings.want, card, note);
    evidence.avoided = interestsIn(settings.avoid, card, note);
    evidence.goalWords = goalWordsIn(settings.goals, card);
    const auto about = tokensOf(settings.about);
    evidence.sameTrade =
        std::any_of(evidence.wanted.roles.begin(), evidence.wanted.roles.end(), [&](const TermMatch& role) {
            return findPhrase(about, phraseOf(role.term)) != kNowhere;
        });
    evidence.hasNote = !note.tokens.empty();
    return evidence;
}

} // namespace superlink
