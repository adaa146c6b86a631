#include "scoring/phrase_index.hpp"

#include <utility>

namespace superlink {

void PhraseIndex::add(std::string_view phrase, std::size_t id) {
    Phrase parsed = phraseOf(phrase);
    if (parsed.words.empty()) {
        return;
    }
    const std::size_t index = entries_.size();
    if (parsed.prefix && parsed.words.size() == 1) {
        prefixes_.push_back(index);
    } else {
        byFirstWord_[parsed.words.front()].push_back(index);
    }
    entries_.push_back({std::move(parsed), id});
}

void PhraseIndex::eachAt(const std::vector<Token>& tokens, std::size_t at,
                         const std::function<void(std::size_t, const Phrase&)>& take) const {
    const auto tryEach = [&](const std::vector<std::size_t>& candidates) {
        for (const std::size_t index : candidates) {
            if (const Entry& entry = entries_[index]; matchesAt(tokens, at, entry.phrase)) {
                take(entry.id, entry.phrase);
            }
        }
    };
    if (const auto candidates = byFirstWord_.find(tokens[at].folded); candidates != byFirstWord_.end()) {
        tryEach(candidates->second);
    }
    tryEach(prefixes_);
}

std::string_view takeUntil(std::string_view& rest, char separator) {
    const std::size_t end = rest.find(separator);
    const std::string_view part = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    return part;
}

} // namespace superlink
