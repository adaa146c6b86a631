#include "scoring/vocabulary.hpp"

#include "scoring/text.hpp"

#include <algorithm>
#include <set>
#include <tuple>

// Made by CMake from the tables in host/data: "@titles" and the like stand before each kind's lines.
extern "C" const char superlink_vocabulary[];
extern "C" const char superlink_vocabulary_end[];

namespace superlink {
namespace {

constexpr std::size_t kFewestCharacters = 2;
constexpr std::size_t kLongestTerm = 60; ///< bytes; beyond it is a description

std::string_view sectionOf(SuggestedList list) {
    std::string_view name;
    switch (list) {
    case SuggestedList::Roles:
        name = "@titles\n";
        break;
    case SuggestedList::Industries:
        name = "@industries\n";
        break;
    case SuggestedList::Places:
        name = "@places\n";
        break;
    case SuggestedList::Topics:
        name = "@concepts\n";
        break;
    case SuggestedList::Companies:
        return {};
    }
    const std::string_view all(superlink_vocabulary,
                               static_cast<std::size_t>(superlink_vocabulary_end - superlink_vocabulary));
    const std::size_t begin = all.find(name);
    if (begin == std::string_view::npos) {
        return {};
    }
    const std::size_t end = all.find("\n@", begin);
    return all.substr(begin + name.size(), end - begin - name.size());
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) {
        text.remove_suffix(1);
    }
    return text;
}

/// "de: Entwickler" without its language.
std::string_view withoutLanguage(std::string_view term) {
    const bool marked = term.size() > 4 && term[2] == ':' && term[3] == ' ';
    return marked ? trimmed(term.substr(4)) : term;
}

/// Calls `take` with each term of a line: what stands between tabs and semicolons, in the columns
/// that hold terms.
template <typename Holds, typename Take>
void eachTerm(std::string_view line, Holds holdsTerms, Take take) {
    std::size_t column = 0;
    while (!line.empty()) {
        const std::size_t end = std::min(line.find_first_of("\t;"), line.size());
        const std::string_view term = withoutLanguage(trimmed(line.substr(0, end)));
        if (holdsTerms(column) && !term.empty() && term.size() <= kLongestTerm) {
            take(term);
        }
        if (end == line.size()) {
            return;
        }
        column += line[end] == '\t' ? 1 : 0;
        line.remove_prefix(end + 1);
    }
}

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

/// Could a word of the term begin with this letter? Letters beyond ASCII fold to whatever.
bool mayHold(std::string_view term, char first) {
    char before = ' ';
    for (const char letter : term) {
        const bool starts = before == ' ' || before == '-' || before == '/' || before == '(';
        if (starts && (lower(letter) == first || (letter & '\x80') != 0)) {
            return true;
        }
        before = letter;
    }
    return false;
}

/// How many words into the term the phrase begins; kNowhere if it does not.
std::size_t whereIn(std::string_view term, const Phrase& phrase) {
    return findPhrase(tokensOf(term), phrase);
}

} // namespace

std::vector<std::string> suggestedTerms(SuggestedList list, std::string_view text, std::size_t most) {
    Phrase phrase = phraseOf(text);
    const auto characters =
        std::count_if(text.begin(), text.end(), [](char byte) { return (byte & '\xC0') != '\x80'; });
    if (phrase.words.empty() || characters < static_cast<std::ptrdiff_t>(kFewestCharacters)) {
        return {};
    }
    phrase.prefix = true;
    const char first = phrase.words.front().front();
    const auto holdsTerms = [&](std::size_t column) {
        return list == SuggestedList::Places       ? column != 1 && column != 2 // codes
               : list == SuggestedList::Industries ? column >= 1
                                                   : column >= 2;
    };
    std::set<std::tuple<bool, std::size_t, std::string>>
        found; // later words after first ones, then by length
    std::string_view section = sectionOf(list);
    while (!section.empty()) {
        const std::size_t end = std::min(section.find('\n'), section.size());
        const std::string_view line = section.substr(0, end);
        section.remove_prefix(std::min(section.size(), end + 1));
        if (line.empty() || line.front() == '#') {
            continue;
        }
        eachTerm(line, holdsTerms, [&](std::string_view term) {
            if ((first & '\x80') == 0 && !mayHold(term, first)) {
                return;
            }
            const std::size_t at = whereIn(term, phrase);
            if (at != kNowhere) {
                found.emplace(at != 0, term.size(), term);
                if (found.size() > most) {
                    found.erase(std::prev(found.end()));
                }
            }
        });
    }
    std::vector<std::string> out;
    for (const auto& [later, size, term] : found) {
        out.push_back(term);
    }
    return out;
}

} // namespace superlink
