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
    std::vector<std::string> words;
    std::vector<float> weights; ///< of each word: 1 for a rare one, near 0 for "of", "manager", "director"
    Meaning meaning;
    float level = -1; ///< 0 to 7 as in host/data/README.md, -1 when the term names none
};

struct WishList {
    std::vector<Wish> roles, industries, companies, places, topics;
};

/// The person's settings, read once for many cards.
struct Wishes {
    WishList wanted, avoided;
    std::vector<Wish> goals;                                     ///< parts of the goals' texts
    std::vector<Wish> about;                                     ///< parts of what the person does
    std::vector<const Place*> wantedPlaces, avoidedPlaces, home; ///< those that the gazetteer knows

    std::array<float, 8> goalKinds{};                  ///< by GoalKind: 0 none, 1 normal, 1 high priority
    std::array<float, kRelationships> relationships{}; ///< 1 wanted, less if only a goal implies it
    Energy energy = Energy::Normal;

    bool has(GoalKind kind) const { return goalKinds[static_cast<std::size_t>(kind)] > 0; }
};

Wishes wishesOf(const Settings& settings, const CardReader& reader);

/// How rare a word is among titles and headlines, 0 (everywhere) to 1 (rare or unknown), from
/// host/data/common-words.tsv.
float rarity(const std::string& folded);

/// A part's level: the mean of its level labels if any is likely, else -1.
float levelOf(const Meaning& meaning);

} // namespace superlink
