#pragma once

#include "evaluation/persona.hpp"
#include "training/direct_trainer.hpp"
#include "training/knowledge_trainer.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace superlink::training {

/// A line of a knowledge file: what its items are, in which language.
struct Titles {
    std::string function;
    std::optional<int> level; ///< none for words that tell the field but are no title
    std::string language;
    std::vector<std::string> items;
};
struct Industries {
    std::string industry;
    std::string language;
    std::vector<std::string> items;
};
/// One occupation or subject, what it belongs to ("function:nursing", "industry:hospitals"), and its names.
struct Concept {
    std::string name;
    std::vector<std::string> parents;
    struct Names {
        std::string language;
        std::vector<std::string> items;
    };
    std::vector<Names> names;
};
struct IntentText {
    bool inNote = false;
    std::vector<std::string> labels;
    std::string language;
    std::string text;
};

/// Everything that host/data and host/training hold.
struct Corpus {
    std::vector<Titles> titles;
    std::vector<Industries> industries;
    std::vector<Concept> concepts;
    std::vector<std::string> places; ///< every name of every place
    std::vector<IntentText> texts;
    std::vector<Persona> personas;
};

Corpus readCorpus(const std::filesystem::path& host);

/// The text model's labels, group by group.
std::vector<std::string> labelsOf(const Corpus& corpus);

/// What titles, industries, concepts and places are about.
std::vector<KnowledgeExample> knowledgeOf(const Corpus& corpus, const std::vector<std::string>& labels,
                                          std::uint64_t seed);

/// What the writers of texts and cards are after; cards only of the personas for which `use` says so.
std::vector<DirectExample> directOf(const Corpus& corpus, const std::vector<std::string>& labels,
                                    const std::vector<bool>& use, std::uint64_t seed);

} // namespace superlink::training
