#pragma once

#include "scoring/phrase_index.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace superlink {

/// A set phrase found in a text.
struct CueMatch {
    std::string cue; ///< "sells", "shared", ...: see host/data/cues.tsv
    std::size_t at = 0;
    const Phrase* phrase = nullptr;
};

/// Set phrases that tell what a sender is after, in several languages at once: an account's language says
/// little about the language of those who write to it. Looking a text up costs time in proportion to its
/// length.
class Lexicon {
  public:
    /// `tsv` as host/data/README.md describes. Throws Error(Internal) for a line without three columns.
    explicit Lexicon(std::string_view tsv);

    /// Every phrase found, in the text's order; one that stands inside a longer one is reported as well.
    std::vector<CueMatch> find(const std::vector<Token>& tokens) const;

    std::size_t size() const { return phrases_.size(); }

  private:
    std::vector<std::string> cues_;
    PhraseIndex phrases_; ///< by the cue's index
};

/// The words shipped with the host, read once.
const Lexicon& cueLexicon();

} // namespace superlink
