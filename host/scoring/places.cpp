#include "scoring/places.hpp"

#include "common/error.hpp"
#include "data/embedded.hpp"

#include <algorithm>
#include <unordered_set>

namespace superlink {
namespace {

std::string_view cut(std::string_view& text, char mark) {
    const auto part = text.substr(0, text.find(mark));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    return part;
}

} // namespace

Gazetteer::Gazetteer(std::string_view tsv) {
    std::vector<std::string_view> lines;
    while (!tsv.empty()) {
        const auto line = cut(tsv, '\n');
        if (!line.empty() && !line.starts_with('#')) {
            lines.push_back(line);
        }
    }
    places_.reserve(lines.size());
    std::unordered_set<std::string_view> countries;
    for (std::string_view line : lines) {
        const auto name = cut(line, '\t');
        const auto country = cut(line, '\t');
        const auto region = cut(line, '\t');
        if (name.empty() || country.empty() || region.empty()) {
            throw Error(ErrorCode::Internal, "host/data/places.tsv: four columns expected");
        }
        places_.push_back({std::string(name), std::string(country), std::string(region), false});
        places_.back().isCountry = countries.insert(country).second; // its line is the first with its code
        add(name, places_.size() - 1);
        while (!line.empty()) {
            add(cut(line, ';'), places_.size() - 1);
        }
    }
}

void Gazetteer::add(std::string_view name, std::size_t place) {
    Phrase phrase = phraseOf(name);
    if (!phrase.words.empty()) {
        auto& list = byFirstWord_[phrase.words.front()];
        list.push_back({std::move(phrase), place});
    }
}

std::vector<PlaceMention> Gazetteer::find(const std::vector<Token>& tokens) const {
    std::vector<PlaceMention> found;
    for (std::size_t at = 0; at < tokens.size();) {
        const Name* best = nullptr;
        if (const auto names = byFirstWord_.find(tokens[at].folded); names != byFirstWord_.end()) {
            for (const Name& name : names->second) {
                const bool longer = best == nullptr || name.phrase.words.size() > best->phrase.words.size();
                if (longer && matchesAt(tokens, at, name.phrase)) {
                    best = &name;
                }
            }
        }
        const std::size_t length = best == nullptr ? 1 : best->phrase.words.size();
        if (best != nullptr) {
            found.push_back({&places_[best->place], at, at + length});
        }
        at += length;
    }
    return found;
}

const Gazetteer& gazetteer() {
    static const Gazetteer places(kPlacesTsv);
    return places;
}

float placeAnswers(const Place& wanted, const Place& place) {
    if (wanted.name == place.name || (wanted.isCountry && wanted.country == place.country)) {
        return 1;
    }
    if (wanted.country == place.country) {
        return place.isCountry ? 0.5F : 0.4F;
    }
    return wanted.region == place.region ? 0.3F : 0;
}

} // namespace superlink
