#include "scoring/card.hpp"

#include "common/error.hpp"
#include "scoring/subwords.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace superlink {
namespace {

constexpr std::size_t kMostHeadlineParts = 12;
constexpr std::size_t kMostSentences = 10;
/// LinkedIn's longest headline is 220 characters and its longest note 300: what lies far beyond is bait.
constexpr std::size_t kMostWords = 600;

template <std::size_t N>
void fill(std::array<float, N>& out, const SubwordModel& model, const TextVector& mean,
          SubwordModel::Group group) {
    const std::size_t count = group.size();
    model.logits(mean, group, std::span(out).first(count));
    std::transform(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(count), out.begin(), probability);
}

template <std::size_t N>
void toProbabilities(std::array<float, N>& logits) {
    std::transform(logits.begin(), logits.end(), logits.begin(), probability);
}

TextVector directionOf(const TextVector& mean) {
    float square = 0;
    for (const float value : mean) {
        square += value * value;
    }
    TextVector out{};
    if (square > 1e-12F) {
        const float factor = 1 / std::sqrt(square);
        std::transform(mean.begin(), mean.end(), out.begin(), [=](float value) { return value * factor; });
    }
    return out;
}

using Words = std::unordered_set<std::string_view>;

bool namesEmployerNext(const std::string& word) {
    static const Words kWords{"at", "bei", "beim", "chez", "presso", "bij", "hos", "bi"};
    return kWords.contains(word);
}

bool meansFormer(const std::string& word) {
    static const Words kWords{"ex",         "former", "formerly", "previously", "ehemals", "ehemalige",
                              "ehemaliger", "ancien", "ancienne", "antiguo",    "antigua", "anteriormente",
                              "voormalig",  "eski",   "byly",     "vormals"};
    return kWords.contains(word);
}

bool namesSchool(const std::string& word) {
    static const Words kWords{
        "university",   "universitat",  "universite",    "universidad", "universidade",   "universita",
        "universiteit", "universitet",  "universitetet", "uniwersytet", "universitesi",   "universitas",
        "univerzita",   "egyetem",      "yliopisto",     "uni",         "college",        "polytechnic",
        "politecnico",  "politechnika", "hochschule",    "hogeschool",  "fachhochschule", "gymnasium",
        "lycee",        "liceo",        "alumni",        "alumnus",     "alumna",         "mba",
        "harvard",      "stanford",     "oxford",        "mit"};
    return kWords.contains(word);
}

/// A part that names a school and no work done there: "Lecturer, X University" has a part of each kind.
void markSchools(const std::vector<Token>& tokens, std::vector<Part>& parts) {
    constexpr std::size_t kLongestName = 6;
    for (Part& part : parts) {
        if (part.end - part.begin <= kLongestName) {
            part.school = std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(part.begin),
                                      tokens.begin() + static_cast<std::ptrdiff_t>(part.end),
                                      [](const Token& token) { return namesSchool(token.folded); });
        }
    }
}

std::vector<Part> partsOf(const std::vector<Token>& tokens, bool isNote) {
    const std::size_t most = isNote ? kMostSentences : kMostHeadlineParts;
    std::vector<Part> parts;
    parts.reserve(std::min(most, tokens.size()));
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        const bool employer = !isNote && (token.afterAt || namesEmployerNext(token.folded));
        const bool former = !isNote && meansFormer(token.folded);
        const bool opens =
            parts.empty() || token.opensPart || (!isNote && token.afterComma) || employer || former;
        if (opens && parts.size() < most) {
            if (!parts.empty()) {
                parts.back().end = i;
            }
            parts.push_back({});
            parts.back().begin = i;
            parts.back().employer = employer;
            // "ex-Google, ex-SAP": what follows an employer's mark inside a former part is former as well
            parts.back().former = former || (employer && parts.size() > 1 && parts[parts.size() - 2].former &&
                                             !token.opensPart);
        }
        parts.back().end = i + 1;
    }
    if (!isNote) {
        markSchools(tokens, parts);
    }
    return parts;
}

/// The mean level if any is likely, else -1.
float levelOf(const std::array<float, kLevels>& levels) {
    float total = 0;
    float mean = 0;
    for (std::size_t i = 0; i < kLevels; ++i) {
        total += levels[i];
        mean += levels[i] * static_cast<float>(i);
    }
    return total < 0.25F ? -1 : mean / total;
}

} // namespace

void appendVoters(const std::vector<Token>& tokens, Where where, std::vector<std::uint32_t>& out) {
    for (const Part& part : partsOf(tokens, where == Where::Note)) {
        if (!part.school) {
            appendBuckets(tokens, part.begin, part.end, out);
        }
    }
}

CardReader::CardReader(const SubwordModel& model)
    : model_(model), functions_(model.group("function")), industries_(model.group("industry")),
      levels_(model.group("level")), intents_(model.group("intent")), who_(model.group("who")),
      welcome_(model.group("welcome")) {
    if (functions_.size() > kMostFunctions || industries_.size() > kMostIndustries ||
        levels_.size() > kLevels) {
        throw Error(ErrorCode::Internal, "the text model has more labels than a card has room for");
    }
}

void CardReader::readKnowledge(Meaning& meaning, const TextSum& text) const {
    const TextVector mean = model_.mean(text);
    meaning.direction = directionOf(mean);
    fill(meaning.functions, model_, mean, functions_);
    fill(meaning.industries, model_, mean, industries_);
    std::array<float, kLevels> levels{};
    fill(levels, model_, mean, levels_);
    meaning.level = levelOf(levels);
}

void CardReader::readIntents(Meaning& meaning, const TextSum& text, Where where) const {
    model_.priors(where, intents_, meaning.intents);
    model_.addVotes(text, where, intents_, meaning.intents);
    toProbabilities(meaning.intents);
}

float CardReader::welcomeOf(const TextSum& text, Where where) const {
    std::array<float, 1> welcome{};
    model_.addVotes(text, where, welcome_, welcome);
    return welcome[0];
}

void CardReader::readText(TextReading& text, std::string raw, Where where) const {
    text.raw = std::move(raw);
    text.tokens = tokensOf(text.raw);
    text.tokens.resize(std::min(text.tokens.size(), kMostWords));
    text.shape = shapeOf(text.raw);
    for (const Token& token : text.tokens) {
        text.starts.add(token.folded);
    }
    text.parts = partsOf(text.tokens, where == Where::Note);
    if (where == Where::Headline) {
        model_.priors(where, who_, text.who);
    }
    TextSum all;
    for (Part& part : text.parts) {
        const std::size_t first = text.pieces.size();
        appendBuckets(text.tokens, part.begin, part.end, text.pieces);
        const TextSum sum = model_.read(std::span(text.pieces).subspan(first), where);
        if (!part.school) {
            all += sum;
            part.welcome = welcomeOf(sum, where);
        }
        if (where == Where::Headline) {
            readKnowledge(part.meaning, sum);
        }
        readIntents(part.meaning, sum, where);
    }
    if (!text.parts.empty()) {
        readIntents(text.whole, all, where);
        if (where == Where::Note) { // a headline is known by its parts
            readKnowledge(text.whole, all);
        }
        model_.addVotes(all, where, who_, text.who);
        text.welcome = welcomeOf(all, where);
    }
}

CardReading CardReader::read(const Invitation& invitation) const {
    std::string headline = invitation.headline.value_or("");
    if (invitation.kind != Kind::Person) {
        headline = invitation.subject.value_or(invitation.name) + "\n" + headline;
    }
    CardReading card;
    readText(card.headline, std::move(headline), Where::Headline);
    readText(card.note, invitation.note.value_or(""), Where::Note);
    card.places = gazetteer().find(card.headline.tokens);
    return card;
}

Meaning CardReader::meaningOf(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) const {
    std::vector<std::uint32_t> pieces;
    appendBuckets(tokens, begin, end, pieces);
    Meaning meaning;
    readKnowledge(meaning, model_.read(pieces, Where::Headline));
    return meaning;
}

} // namespace superlink
