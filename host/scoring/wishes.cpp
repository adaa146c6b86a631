#include "scoring/wishes.hpp"

#include "data/embedded.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

namespace superlink {
namespace {

using Rarities = std::unordered_map<std::string, float>;

/// Lines of `word <TAB> rarity`; see host/data/README.md.
Rarities readRarities(std::string_view tsv) {
    Rarities out;
    while (!tsv.empty()) {
        std::string_view line = takeUntil(tsv, '\n');
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const std::string_view word = takeUntil(line, '\t');
        float value = 1;
        std::from_chars(line.data(), line.data() + line.size(), value);
        out.emplace(word, value);
    }
    return out;
}

template <std::size_t N>
std::vector<std::size_t> likely(const std::array<float, N>& probabilities) {
    constexpr float kAtAll = 0.02F;
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < N; ++i) {
        if (probabilities[i] >= kAtAll) {
            out.push_back(i);
        }
    }
    return out;
}

Wish wishOf(std::string term, const std::vector<Token>& tokens, std::size_t begin, std::size_t end,
            const CardReader& reader) {
    Wish wish;
    wish.term = std::move(term);
    for (std::size_t i = begin; i < end; ++i) {
        wish.phrase.words.push_back(tokens[i].folded);
        wish.outlines.push_back(outlineOf(tokens[i].folded));
        wish.weights.push_back(rarity(tokens[i].folded));
    }
    wish.meaning = reader.meaningOf(tokens, begin, end);
    wish.functions = likely(wish.meaning.functions);
    wish.industries = likely(wish.meaning.industries);
    return wish;
}

std::vector<Wish> listOf(const std::vector<std::string>& terms, const CardReader& reader) {
    std::vector<Wish> out;
    for (const std::string& term : terms) {
        if (const auto tokens = tokensOf(term); !tokens.empty()) {
            out.push_back(wishOf(term, tokens, 0, tokens.size(), reader));
        }
    }
    return out;
}

WishList listsOf(const Interests& interests, const CardReader& reader) {
    return {listOf(interests.roles, reader), listOf(interests.industries, reader),
            listOf(interests.companies, reader), listOf(interests.places, reader),
            listOf(interests.topics, reader)};
}

/// A longer text in parts of a few words: a goal names several things, each of which may stand on a card.
/// Places are left out: they are compared as places.
void addParts(std::vector<Wish>& out, const std::string& text, const CardReader& reader) {
    auto tokens = tokensOf(text);
    for (const PlaceMention& mention : gazetteer().find(tokens)) {
        for (std::size_t i = mention.begin; i < mention.end; ++i) {
            tokens[i].folded.clear();
        }
    }
    bool opens = false;
    std::erase_if(tokens, [&](Token& token) {
        opens = opens || token.opensPart || token.afterComma;
        if (token.folded.empty()) {
            return true;
        }
        token.opensPart = opens;
        opens = false;
        return false;
    });
    std::size_t begin = 0;
    for (std::size_t i = 1; i <= tokens.size() && !tokens.empty(); ++i) {
        if (i == tokens.size() || tokens[i].opensPart) {
            std::string term = text.substr(tokens[begin].begin, tokens[i - 1].end - tokens[begin].begin);
            out.push_back(wishOf(std::move(term), tokens, begin, i, reader));
            begin = i;
        }
    }
}

std::vector<const Locality*> placesIn(const std::vector<std::string>& texts) {
    std::vector<const Locality*> out;
    for (const std::string& text : texts) {
        for (const PlaceMention& mention : gazetteer().find(tokensOf(text))) {
            out.push_back(mention.place);
        }
    }
    return out;
}

/// Someone who markets wine and avoids "growth hacking" does not avoid marketing: what the person wants or
/// does is taken out of what avoided terms mean beyond their own words.
void keepWanted(Wishes& wishes) {
    const auto sparing = [](std::vector<Wish>& avoided, const Wish& wanted) {
        for (Wish& wish : avoided) {
            for (std::size_t i = 0; i < kMostFunctions; ++i) {
                wish.meaning.functions[i] *= 1 - wanted.meaning.functions[i];
            }
            for (std::size_t i = 0; i < kMostIndustries; ++i) {
                wish.meaning.industries[i] *= 1 - wanted.meaning.industries[i];
            }
        }
    };
    const auto& wanted = wishes.wanted;
    const std::array<const std::vector<Wish>*, 5> kept{&wanted.roles, &wanted.industries, &wanted.topics,
                                                       &wishes.goals, &wishes.about};
    for (const auto* list : kept) {
        for (const Wish& wish : *list) {
            for (auto* avoided :
                 {&wishes.avoided.roles, &wishes.avoided.industries, &wishes.avoided.topics}) {
                sparing(*avoided, wish);
            }
        }
    }
}

struct Implied {
    GoalKind goal;
    Relationship relationship;
    float strength;
};

/// Whom a goal makes welcome even if the person did not tick the relationship.
constexpr std::array kImplied{
    Implied{GoalKind::GetHired, Relationship::Employer, 1.0F},
    Implied{GoalKind::GetHired, Relationship::Recruiter, 0.7F},
    Implied{GoalKind::GetHired, Relationship::Mentor, 0.4F},
    Implied{GoalKind::GetHired, Relationship::Peer, 0.3F},
    Implied{GoalKind::Hire, Relationship::Candidate, 1.0F},
    Implied{GoalKind::FindClients, Relationship::Client, 1.0F},
    Implied{GoalKind::FindClients, Relationship::Partner, 0.4F},
    Implied{GoalKind::RaiseFunding, Relationship::Investor, 1.0F},
    Implied{GoalKind::RaiseFunding, Relationship::Partner, 0.4F},
    Implied{GoalKind::Invest, Relationship::Founder, 1.0F},
    Implied{GoalKind::Invest, Relationship::Investor, 0.5F},
    Implied{GoalKind::Partner, Relationship::Partner, 1.0F},
    Implied{GoalKind::Partner, Relationship::Client, 0.3F},
    Implied{GoalKind::Learn, Relationship::Mentor, 0.8F},
    Implied{GoalKind::Learn, Relationship::Peer, 0.6F},
    Implied{GoalKind::Peers, Relationship::Peer, 1.0F},
    Implied{GoalKind::Peers, Relationship::Colleague, 0.5F},
};

} // namespace

float rarity(const std::string& folded) {
    static const Rarities rarities = readRarities(kCommonWordsTsv);
    const auto found = rarities.find(folded);
    return found == rarities.end() ? 1.0F : found->second;
}

Wishes wishesOf(const Settings& settings, const CardReader& reader) {
    Wishes wishes;
    wishes.wanted = listsOf(settings.want, reader);
    wishes.avoided = listsOf(settings.avoid, reader);
    for (const Goal& goal : settings.goals) {
        addParts(wishes.goals, goal.text, reader);
        auto& kind = wishes.goalKinds[static_cast<std::size_t>(goal.kind)];
        kind = std::max(kind, goal.priority == Priority::High ? 1.0F : 0.7F);
        for (const Implied& implied : kImplied) {
            if (implied.goal == goal.kind) {
                auto& slot = wishes.relationships[static_cast<std::size_t>(implied.relationship)];
                slot = std::max(slot, implied.strength);
            }
        }
    }
    for (const Relationship relationship : settings.relationships) {
        wishes.relationships[static_cast<std::size_t>(relationship)] = 1;
    }
    addParts(wishes.about, settings.about, reader);
    keepWanted(wishes);
    wishes.wantedPlaces = placesIn(settings.want.places);
    wishes.avoidedPlaces = placesIn(settings.avoid.places);
    wishes.home = placesIn({settings.about});
    return wishes;
}

} // namespace superlink
