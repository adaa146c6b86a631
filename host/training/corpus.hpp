#pragma once

#include "common/domain.hpp"
#include "training/text_trainer.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace superlink::training {

/// One invitation of a persona's queue and how its two judges took it.
struct JudgedInvitation {
    Invitation invitation;
    double rating = 3;                       ///< mean of the judges, 1 surely ignore to 5 surely accept
    std::vector<Relationship> relationships; ///< one from each judge

    bool decided() const { return rating <= 2.5 || rating >= 3.5; }
    bool accepted() const { return rating >= 3.5; }
};

struct Persona {
    std::string name;
    Settings settings;
    std::vector<JudgedInvitation> queue;
};

/// A persona folder as host/training/README.md describes. One judge is enough. Throws Error(NotFound or
/// InvalidParams) that names file and line.
Persona readPersona(const std::filesystem::path& folder);

/// The persona folders below `folder` that were judged, by name.
std::vector<Persona> readPersonas(const std::filesystem::path& folder);

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
    std::vector<std::string> places; ///< every name of every place
    std::vector<IntentText> texts;
    std::vector<Persona> personas;
};

Corpus readCorpus(const std::filesystem::path& host);

/// The text model's labels, group by group.
std::vector<std::string> labelsOf(const Corpus& corpus);

/// Examples for the text model; cards only of the personas for which `use` says so.
std::vector<Example> examplesOf(const Corpus& corpus, const std::vector<std::string>& labels,
                                const std::vector<bool>& use, std::uint64_t seed);

} // namespace superlink::training
