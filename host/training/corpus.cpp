#include "training/corpus.hpp"

#include "common/error.hpp"
#include "common/tables.hpp"
#include "training/noise.hpp"

namespace superlink::training {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> itemsOf(const std::string& cell) {
    auto items = split(cell, ';');
    std::erase(items, "");
    return items;
}

} // namespace

Corpus readCorpus(const fs::path& host) {
    Corpus corpus;
    for (const fs::path& file : entriesOf(host / "data" / "titles")) {
        eachRow(file, 3, [&](const std::vector<std::string>& cells) {
            corpus.titles.push_back({cells[0],
                                     cells[1] == "-" ? std::nullopt : std::optional(std::stoi(cells[1])),
                                     file.stem().string(), itemsOf(cells[2])});
        });
    }
    for (const fs::path& file : entriesOf(host / "data" / "industries")) {
        eachRow(file, 2, [&](const std::vector<std::string>& cells) {
            corpus.industries.push_back({cells[0], file.stem().string(), itemsOf(cells[1])});
        });
    }
    for (const fs::path& file : entriesOf(host / "data" / "concepts")) {
        eachRow(file, 3, [&](const std::vector<std::string>& cells) {
            Concept concept_{cells[0], split(cells[1], ','), {}};
            for (std::size_t i = 2; i < cells.size(); ++i) {
                const auto colon = cells[i].find(':');
                if (colon != 2) {
                    throw Error(ErrorCode::InvalidParams,
                                cells[0] + ": names begin with a language, \"en: \"");
                }
                concept_.names.push_back({cells[i].substr(0, 2), itemsOf(cells[i].substr(3))});
            }
            corpus.concepts.push_back(std::move(concept_));
        });
    }
    for (const fs::path& file : entriesOf(host / "training" / "texts")) {
        eachRow(file, 3, [&](const std::vector<std::string>& cells) {
            corpus.texts.push_back(
                {cells[0] == "note", split(cells[1], ','), file.stem().string().substr(0, 2), cells[2]});
        });
    }
    eachRow(host / "data" / "places.tsv", 3, [&](const std::vector<std::string>& cells) {
        corpus.places.push_back(cells[0]);
        if (cells.size() > 3) {
            const auto names = itemsOf(cells[3]);
            corpus.places.insert(corpus.places.end(), names.begin(), names.end());
        }
    });
    corpus.personas = readPersonas(host / "training" / "personas");
    const Noise noise = readNoise(host / "training" / "noise.tsv");
    for (std::size_t i = 0; i < corpus.personas.size(); ++i) {
        addNoise(corpus.personas[i], noise, i + 1);
    }
    return corpus;
}

} // namespace superlink::training
