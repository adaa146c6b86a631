#include "scoring/places.hpp"

#include "common/error.hpp"
#include "data/embedded.hpp"

#include <unordered_set>

namespace superlink {

Gazetteer::Gazetteer(std::string_view tsv) {
    std::unordered_set<std::string_view> countries;
    while (!tsv.empty()) {
        std::string_view line = takeUntil(tsv, '\n');
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const std::string_view name = takeUntil(line, '\t');
        const std::string_view country = takeUntil(line, '\t');
        const std::string_view region = takeUntil(line, '\t');
        if (name.empty() || country.empty() || region.empty()) {
            throw Error(ErrorCode::Internal, "a line of the places has fewer than three columns");
        }
        const bool isCountry = countries.insert(country).second; // its line is the first with its code
        const std::size_t place = places_.size();
        places_.push_back({std::string(name), std::string(country), std::string(region), isCountry});
        names_.add(name, place);
        while (!line.empty()) {
            names_.add(takeUntil(line, ';'), place);
        }
    }
}

std::vector<PlaceMention> Gazetteer::find(const std::vector<Token>& tokens) const {
    std::vector<PlaceMention> found;
    for (std::size_t at = 0; at < tokens.size();) {
        std::size_t longest = 0;
        const Locality* best = nullptr;
        names_.eachAt(tokens, at, [&](std::size_t place, const Phrase& phrase) {
            if (phrase.words.size() > longest) {
                longest = phrase.words.size();
                best = &places_[place];
            }
        });
        if (best == nullptr) {
            ++at;
            continue;
        }
        found.push_back({best, at, at + longest});
        at += longest;
    }
    return found;
}

const Gazetteer& gazetteer() {
    static const Gazetteer places(kPlacesTsv);
    return places;
}

float placeAnswers(const Locality& wanted, const Locality& place) {
    if (wanted.name == place.name || (wanted.isCountry && wanted.country == place.country)) {
        return 1;
    }
    if (wanted.country == place.country) {
        return place.isCountry ? 0.5F : 0.4F;
    }
    return wanted.region == place.region ? 0.3F : 0;
}

} // namespace superlink
