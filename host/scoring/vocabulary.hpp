#pragma once

#include "common/domain.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace superlink {

/// Terms that SuperLink knows (host/data: titles, industries, concepts and places in many languages) and that
/// have a word beginning with `text`: those that begin with it first, then the shorter ones, at most `most`,
/// none twice. Nothing for a text of less than two characters, and for companies, of which there is no list.
/// Reads through the tables each time (some milliseconds) and keeps nothing: it is asked while a person
/// types.
std::vector<std::string> suggestedTerms(SuggestedList list, std::string_view text, std::size_t most = 8);

} // namespace superlink
