#include "scoring/card.hpp"

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
    const std::size_t count = std::min(N, group.size());
    group.last = group.first + count;
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

} // namespace

CardReader::CardReader(const SubwordModel& model)
    : model_(model), functions_(model.group("function")), industries_(model.group("industry")),
      levels_(model.group("level")), languages_(model.group("language")), intents_(model.group("intent")),
      who_(model.group("who")), welcome_(model.group("welcome")) {}

std::string CardReader::functionName(std::size_t index) const {
    return model_.labels()[functions_.first + index].substr(std::string_view("function:").size());
}

std::string CardReader::industryName(std::size_t index) const {
    return model_.labels()[industries_.first + index].substr(std::string_view("industry:").size());
}

void CardReader::readKnowledge(Meaning& meaning) const {
    fill(meaning.functions, model_, meaning.mean, functions_);
    fill(meaning.industries, model_, meaning.mean, industries_);
    fill(meaning.levels, model_, meaning.mean, levels_);
}

std::string CardReader::languageName(std::size_t index) const {
    return model_.labels()[languages_.first + index].substr(std::string_view("language:").size());
}

TextSum CardReader::readText(TextReading& text, std::string raw, bool isNote) const {
    text.raw = std::move(raw);
    text.tokens = tokensOf(text.raw);
    text.shape = shapeOf(text.raw);
    text.parts = partsOf(text.tokens, isNote);
    TextSum all;
    for (Part& part : text.parts) {
        TextSum sum = model_.read(text.tokens, part.begin, part.end);
        part.meaning.mean = model_.mean(sum);
        if (isNote) {
            model_.markNote(sum);
        }
        fillVotes(part.meaning.intents, model_, sum, intents_);
        if (!isNote) {
            readKnowledge(part.meaning);
        }
        all += sum;
    }
    if (!text.parts.empty()) {
        text.whole.mean = model_.mean(all);
        fillVotes(text.whole.intents, model_, all, intents_);
        readKnowledge(text.whole);
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
    fill(card.languages, model_, model_.mean(all), languages_);
    fillVotes(card.who, model_, all, who_);
    std::array<float, 1> welcome{};
    fillVotes(welcome, model_, all, welcome_);
    card.welcome = welcome[0];
    return card;
}

Meaning CardReader::meaningOf(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) const {
    Meaning meaning;
    meaning.mean = model_.mean(model_.read(tokens, begin, end));
    readKnowledge(meaning);
    return meaning;
}

} // namespace superlink
