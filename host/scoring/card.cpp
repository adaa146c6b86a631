#include "scoring/card.hpp"

#include "common/error.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace superlink {
namespace {

constexpr std::size_t kMostHeadlineParts = 12;
constexpr std::size_t kMostSentences = 10;

template <std::size_t N>
void fill(std::array<float, N>& out, const SubwordModel& model, const TextVector& mean,
          SubwordModel::Group group) {
    const std::size_t count = group.size();
    model.logits(mean, group, std::span(out).first(count));
    std::transform(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(count), out.begin(), probability);
}

template <std::size_t N>
void fillVotes(std::array<float, N>& out, const SubwordModel& model, const TextSum& text,
               SubwordModel::Group group) {
    model.votes(text, group, out);
    std::transform(out.begin(), out.end(), out.begin(), probability);
}

bool isOneOf(const std::string& word, std::span<const std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool namesEmployerNext(const std::string& word) {
    static constexpr std::array<std::string_view, 8> kWords{"at",     "bei", "beim", "chez",
                                                            "presso", "bij", "hos",  "bi"};
    return isOneOf(word, kWords);
}

bool meansFormer(const std::string& word) {
    static constexpr std::array<std::string_view, 16> kWords{
        "ex",         "former", "formerly", "previously", "ehemals", "ehemalige",
        "ehemaliger", "ancien", "ancienne", "antiguo",    "antigua", "anteriormente",
        "voormalig",  "eski",   "byly",     "vormals"};
    return isOneOf(word, kWords);
}

std::vector<Part> partsOf(const std::vector<Token>& tokens, bool isNote) {
    const std::size_t most = isNote ? kMostSentences : kMostHeadlineParts;
    std::vector<Part> parts;
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
    fill(meaning.functions, model_, mean, functions_);
    fill(meaning.industries, model_, mean, industries_);
    std::array<float, kLevels> levels{};
    fill(levels, model_, mean, levels_);
    meaning.level = levelOf(levels);
}

TextSum CardReader::readText(TextReading& text, std::string raw, bool isNote) const {
    text.raw = std::move(raw);
    text.tokens = tokensOf(text.raw);
    text.shape = shapeOf(text.raw);
    text.parts = partsOf(text.tokens, isNote);
    TextSum all;
    for (Part& part : text.parts) {
        TextSum sum = model_.read(text.tokens, part.begin, part.end);
        all += sum;
        if (isNote) {
            model_.markNote(sum);
        } else {
            readKnowledge(part.meaning, sum);
        }
        fillVotes(part.meaning.intents, model_, sum, intents_);
    }
    if (!text.parts.empty()) {
        if (isNote) {
            model_.markNote(all); // once, as the texts that the model learnt from
        }
        fillVotes(text.whole.intents, model_, all, intents_);
        readKnowledge(text.whole, all);
    }
    return all;
}

CardReading CardReader::read(const Invitation& invitation) const {
    std::string headline = invitation.headline.value_or("");
    if (invitation.kind != Kind::Person) {
        headline = invitation.subject.value_or(invitation.name) + "\n" + headline;
    }
    CardReading card;
    TextSum all = readText(card.headline, std::move(headline), false);
    all += readText(card.note, invitation.note.value_or(""), true);
    card.places = gazetteer().find(card.headline.tokens);
    fillVotes(card.who, model_, all, who_);
    std::array<float, 1> welcome{};
    fillVotes(welcome, model_, all, welcome_);
    card.welcome = welcome[0];
    return card;
}

Meaning CardReader::meaningOf(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) const {
    Meaning meaning;
    readKnowledge(meaning, model_.read(tokens, begin, end));
    return meaning;
}

} // namespace superlink
