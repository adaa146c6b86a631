#pragma once

#include "common/domain.hpp"
#include "scoring/card.hpp"

#include <array>
#include <string>
#include <vector>

namespace superlink {

/// One of the person's own terms, prepared for finding it on cards.
struct Wish {
    std::string term; ///< as the person wrote it
    Phrase phrase;
    std::vector<Outline> outlines; ///< of each word
    std::vector<float> weights;    ///< of each word: 1 for a rare one, near 0 for "of", "manager", "director"
    Meaning meaning;
    std::vector<std::size_t> functions, industries; ///< those that it may mean at all
};

struct WishList {
    std::vector<Wish> roles, industries, companies, places, topics;
};

/// The person's settings, read once for many cards.
struct Wishes {
    WishList wanted, avoided;
    std::vector<Wish> goals;                                        ///< parts of the goals' texts
    std::vector<Wish> about;                                        ///< parts of what the person does
    std::vector<const Locality*> wantedPlaces, avoidedPlaces, home; ///< those that the gazetteer knows

    std::array<float, 8> goalKinds{};                  ///< by GoalKind: 0 none, 0.7 normal, 1 high priority
    std::array<float, kRelationships> relationships{}; ///< 1 wanted, less if only a goal implies it
};

Wishes wishesOf(const Settings& settings, const CardReader& reader);

/// How rare a word is among titles and headlines, 0 (everywhere) to 1 (rare or unknown), from
/// host/data/common-words.tsv.
float rarity(const std::string& folded);

} // namespace superlink
