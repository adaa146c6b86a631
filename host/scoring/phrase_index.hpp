#pragma once

#include "scoring/text.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace superlink {

/// Finds many phrases in a text at once, in time in proportion to the text: candidates by their first word.
class PhraseIndex {
  public:
    /// A phrase without a letter or digit is left out. `id` comes back with every match.
    void add(std::string_view phrase, std::size_t id);

    /// Calls `take` for each phrase that begins at token `at`. The phrase lives as long as the index.
    void eachAt(const std::vector<Token>& tokens, std::size_t at,
                const std::function<void(std::size_t id, const Phrase& phrase)>& take) const;

    std::size_t size() const { return entries_.size(); }

  private:
    struct Entry {
        Phrase phrase;
        std::size_t id;
    };

    std::vector<Entry> entries_;
    std::unordered_map<std::string, std::vector<std::size_t>> byFirstWord_;
    std::vector<std::size_t> prefixes_; ///< one-word prefixes, which no first word can find
};

/// Cuts `rest` at the first `separator` and returns what stood before it.
std::string_view takeUntil(std::string_view& rest, char separator);

} // namespace superlink
