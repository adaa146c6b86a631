#pragma once

#include "scoring/phrase_index.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace superlink {

/// A country, city or state of host/data/places.tsv.
struct Locality {
    std::string name;
    std::string country; ///< ISO 3166-1 code
    std::string region;  ///< "west-europe", ...
    bool isCountry = false;
};

/// A place and the words that named it.
struct PlaceMention {
    const Locality* place = nullptr;
    std::size_t begin = 0, end = 0; ///< tokens
};

/// Finds places by any of their names, in time linear in the text.
class Gazetteer {
  public:
    /// Lines of `place <TAB> country <TAB> region <TAB> alias; alias`. Throws Error(Internal) for fewer
    /// columns.
    explicit Gazetteer(std::string_view tsv);

    std::vector<PlaceMention> find(const std::vector<Token>& tokens) const;

    std::size_t size() const { return places_.size(); }

  private:
    std::vector<Locality> places_;
    PhraseIndex names_; ///< by the place's index
};

/// The places that ship with the host.
const Gazetteer& gazetteer();

/// How far a place answers a wished one: 1 the same or inside it, 0.5 the wished city's country, 0.3 its
/// region.
float placeAnswers(const Locality& wanted, const Locality& place);

} // namespace superlink
