#include "scoring/lexicon.hpp"

#include "common/error.hpp"
#include "data/embedded.hpp"

namespace superlink {
namespace {

std::string_view takeUntil(std::string_view& rest, char separator) {
    const std::size_t end = rest.find(separator);
    const std::string_view part = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    return part;
}

} // namespace

Lexicon::Lexicon(std::string_view tsv) {
    while (!tsv.empty()) {
        std::string_view line = takeUntil(tsv, '\n');
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const std::string_view cue = takeUntil(line, '\t');
        const std::string_view language = takeUntil(line, '\t');
        if (cue.empty() || language.empty() || line.empty()) {
            throw Error(ErrorCode::Internal, "a line of the cues has fewer than three columns");
        }
        while (!line.empty()) {
            add(cue, takeUntil(line, ';'));
        }
    }
}

void Lexicon::add(std::string_view cue, std::string_view phrase) {
    Phrase parsed = phraseOf(phrase);
    if (parsed.words.empty()) {
        return;
    }
    const std::size_t index = phrases_.size();
    if (parsed.prefix && parsed.words.size() == 1) {
        prefixes_.push_back(index);
    } else {
        byFirstWord_[parsed.words.front()].push_back(index);
    }
    phrases_.push_back({std::string(cue), std::move(parsed)});
}

std::vector<CueMatch> Lexicon::find(const std::vector<Token>& tokens) const {
    std::vector<CueMatch> found;
    const auto tryAt = [&](std::size_t at, std::size_t index) {
        const Entry& entry = phrases_[index];
        if (matchesAt(tokens, at, entry.phrase)) {
            found.push_back({entry.cue, at, &entry.phrase});
        }
    };
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const auto candidates = byFirstWord_.find(tokens[at].folded);
        if (candidates != byFirstWord_.end()) {
            for (const std::size_t index : candidates->second) {
                tryAt(at, index);
            }
        }
        for (const std::size_t index : prefixes_) {
            tryAt(at, index);
        }
    }
    return found;
}

const Lexicon& cueLexicon() {
    static const Lexicon lexicon(kCuesTsv);
    return lexicon;
}

} // namespace superlink
