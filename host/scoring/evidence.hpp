#pragma once

#include "common/domain.hpp"
#include "scoring/text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace superlink {

/// One text of a card with its words. Keeps its own copy of the raw text for quoting.
struct ReadText {
    std::string raw;
    std::vector<Token> tokens;
};

/// A phrase on the card and where it stood.
struct Quote {
    std::string words; ///< as the card shows them
    bool inNote = false;
};

/// Which of the person's own terms stand on the card.
struct TermMatch {
    std::string term;    ///< as the person wrote it
    bool inNote = false; ///< found only in the note
};

/// What a card says about its sender, before any of it is weighed. Only what is written on the card and in
/// the settings goes in: never the name, the looks or the absence of a note (free members have five a month).
struct Evidence {
    // What the sender is after, each with the first phrase that told it.
    std::optional<Quote> sells, suspicious, mass, shared, offersWork, seeksWork, recruits, asksAdvice,
        invests, founds, studies, openNetwork;

    struct Terms {
        std::vector<TermMatch> roles, industries, companies, places, topics;
    };
    Terms wanted, avoided;

    /// Words of the goals that stand on the card, at most three, as the person wrote them.
    std::vector<std::string> goalWords;
    /// The sender does what the person does: a wanted role that stands in their own "about".
    bool sameTrade = false;
    bool hasNote = false;
};

Evidence evidenceOf(const Invitation& invitation, const Settings& settings);

} // namespace superlink
