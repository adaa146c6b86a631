#include "scoring/lexicon.hpp"

#include "common/error.hpp"
#include "data/embedded.hpp"

namespace superlink {

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
        cues_.emplace_back(cue);
        while (!line.empty()) {
            phrases_.add(takeUntil(line, ';'), cues_.size() - 1);
        }
    }
}

std::vector<CueMatch> Lexicon::find(const std::vector<Token>& tokens) const {
    std::vector<CueMatch> found;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        phrases_.eachAt(tokens, at, [&](std::size_t cue, const Phrase& phrase) {
            found.push_back({cues_[cue], at, &phrase});
        });
    }
    return found;
}

const Lexicon& cueLexicon() {
    static const Lexicon lexicon(kCuesTsv);
    return lexicon;
}

} // namespace superlink
