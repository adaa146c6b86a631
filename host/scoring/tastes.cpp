#include "scoring/tastes.hpp"

#include "scoring/wishes.hpp"

#include <algorithm>
#include <functional>

namespace superlink {
namespace {

constexpr float kFaintest = 0.05F;
constexpr float kRare = 0.75F; ///< rarity from which a word may be a taste of its own
constexpr std::size_t kMostWords = 40;

/// FNV-1a; std::hash may differ from one library to the next, and a model must not.
std::size_t hashed(const std::string& text, std::size_t size) {
    std::uint32_t hash = 2166136261U;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    return (hash ^ (hash >> 15U)) % size;
}

class Collector {
  public:
    void add(std::size_t group, std::size_t index, float value, Span span = {}) {
        if (value > kFaintest && index < kTasteGroups[group].size) {
            tastes_.push_back({kTasteGroups[group].first + index, value, span});
        }
    }

    /// The strongest part for each label.
    template <std::size_t N>
    void addLabels(std::size_t group, const std::vector<Part>& parts, std::array<float, N> Meaning::*labels,
                   bool alsoEmployer) {
        std::array<float, N> best{};
        std::array<const Part*, N> where{};
        for (const Part& part : parts) {
            if (part.employer && !alsoEmployer) {
                continue;
            }
            for (std::size_t i = 0; i < N; ++i) {
                if (const float value = (part.meaning.*labels)[i]; value > best[i]) {
                    best[i] = value;
                    where[i] = &part;
                }
            }
        }
        for (std::size_t i = 0; i < N; ++i) {
            if (where[i] != nullptr) {
                add(group, i, best[i], {false, where[i]->begin, where[i]->end});
            }
        }
    }

    void addWords(std::size_t group, const TextReading& text, bool inNote, float value) {
        std::size_t words = 0;
        for (std::size_t i = 0; i < text.tokens.size() && words < kMostWords; ++i) {
            const std::string& word = text.tokens[i].folded;
            if (word.size() >= 3 && rarity(word) >= kRare) {
                add(group, hashed(word, kTasteWords), value, {inNote, i, i + 1});
                ++words;
            }
        }
    }

    std::vector<Taste> take() && { return std::move(tastes_); }

  private:
    std::vector<Taste> tastes_;
};

enum Group : std::size_t {
    Function,
    Industry,
    Level,
    Language,
    IntentGroup,
    Who,
    KindGroup,
    Look,
    PlaceGroup,
    Word
};

} // namespace

std::vector<Taste> tastesOf(const Invitation& invitation, const CardReading& card) {
    Collector out;
    const auto& parts = card.headline.parts;
    out.addLabels(Function, parts, &Meaning::functions, false);
    out.addLabels(Industry, parts, &Meaning::industries, true);
    out.addLabels(Level, parts, &Meaning::levels, false);
    for (std::size_t i = 0; i < kMostLanguages; ++i) {
        out.add(Language, i, card.languages[i]);
    }
    for (std::size_t i = 0; i < kIntents; ++i) {
        out.add(IntentGroup, i, card.headline.whole.intents[i]);
        out.add(IntentGroup, kIntents + i, card.note.whole.intents[i]);
    }
    for (std::size_t i = 0; i < kRelationships; ++i) {
        out.add(Who, i, card.who[i]);
    }
    out.add(KindGroup, static_cast<std::size_t>(invitation.kind),
            invitation.kind == Kind::Person ? 0.0F : 1.0F);
    out.add(Look, 0, std::min(1.0F, static_cast<float>(card.headline.shape.pictures) / 3));
    out.add(Look, 1, std::min(1.0F, static_cast<float>(card.headline.shape.capitals) / 3));
    for (const PlaceMention& mention : card.places) {
        const Span span{false, mention.begin, mention.end};
        out.add(PlaceGroup, hashed(mention.place->name, kTastePlaces), 1, span);
        out.add(PlaceGroup, hashed(mention.place->country, kTastePlaces), 0.8F, span);
        out.add(PlaceGroup, hashed(mention.place->region, kTastePlaces), 0.4F, span);
    }
    out.addWords(Word, card.headline, false, 1);
    out.addWords(Word, card.note, true, 0.5F);
    return std::move(out).take();
}

} // namespace superlink
