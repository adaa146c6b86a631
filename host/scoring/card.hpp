#pragma once

#include "common/domain.hpp"
#include "scoring/places.hpp"
#include "scoring/subword_model.hpp"
#include "scoring/text.hpp"

#include <array>
#include <string>
#include <vector>

namespace superlink {

/// What the sender of a text is after; the labels of group "intent" in this order. host/training/README.md
/// says what each means.
enum class Intent {
    Sells,
    Suspicious,
    Mass,
    Agency,
    Recruits,
    OffersWork,
    Introduces,
    Shared,
    AsksAdvice,
    SeeksWork,
    Invests,
    Raises,
    Invites,
    Topical,
    Plain
};
inline constexpr std::size_t kIntents = 15;
inline constexpr std::array<const char*, kIntents> kIntentNames{
    "sells",       "suspicious", "mass",    "agency", "recruits", "offers-work", "introduces", "shared",
    "asks-advice", "seeks-work", "invests", "raises", "invites",  "topical",     "plain"};

inline constexpr std::size_t kMostFunctions = 96;
inline constexpr std::size_t kMostIndustries = 80;
inline constexpr std::size_t kLevels = 8;
inline constexpr std::size_t kRelationships = 16;

/// Probabilities, each label by itself: a text may have none or several.
struct Meaning {
    std::array<float, kMostFunctions> functions{};
    std::array<float, kMostIndustries> industries{};
    float level = -1; ///< 0 to 7 as in host/data/README.md; -1 where none is likely
    std::array<float, kIntents> intents{};
    TextVector direction{}; ///< of length 1 where anything is known: near texts are about near things

    float intent(Intent which) const { return intents[static_cast<std::size_t>(which)]; }
};

/// A run of words between two marks: a part of a headline, a sentence of a note.
struct Part {
    std::size_t begin = 0, end = 0; ///< tokens
    bool employer = false;          ///< after "at", "@", "bei", ...: where they work, not what they do
    bool former = false;            ///< after "ex", "former", ...
    bool school = false;            ///< names a school: what it is called must not matter
    float welcome = 0;              ///< how welcome it would be alone, in log-odds
    Meaning meaning;
};

struct TextReading {
    std::string raw;
    std::vector<Token> tokens;
    Starts starts; ///< of all tokens
    std::vector<Part> parts;
    std::vector<std::uint32_t> pieces; ///< of all parts, as the text model knows them
    Meaning whole;
    TextShape shape;
    /// What these words say for each relationship, without knowing the reader, in log-odds; 0 for no text.
    std::array<float, kRelationships> who{};
    float welcome = 0; ///< and for the acceptance by readers at large
};

/// A card as read, before anything is compared with what a person wants. Never the sender's name, for a
/// person.
struct CardReading {
    TextReading headline; ///< for other kinds than persons: subject and headline
    TextReading note;
    std::vector<PlaceMention> places; ///< in the headline
};

/// Appends the pieces of tokens that may speak for or against their writer: all but names of schools.
void appendVoters(const std::vector<Token>& tokens, Where where, std::vector<std::uint32_t>& out);

/// Reads cards with a text model, which must outlive it.
class CardReader {
  public:
    /// Throws Error(Internal) for a model with more labels than a card has room for.
    explicit CardReader(const SubwordModel& model);

    CardReading read(const Invitation& invitation) const;

    /// Functions, industries and levels of a short text, such as a wish.
    Meaning meaningOf(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) const;

    const SubwordModel& model() const { return model_; }

  private:
    /// Headlines are read by part and for what they say of the sender; notes by sentence and for what they
    /// ask.
    void readText(TextReading& text, std::string raw, Where where) const;
    void readIntents(Meaning& meaning, const TextSum& text, Where where) const;
    float welcomeOf(const TextSum& text, Where where) const;
    void readKnowledge(Meaning& meaning, const TextSum& text) const;

    const SubwordModel& model_;
    SubwordModel::Group functions_, industries_, levels_, intents_, who_, welcome_;
};

} // namespace superlink
