// superlink-train: makes model files from host/data and host/training. See README.md beside this.

#include "common/error.hpp"
#include "common/lines.hpp"
#include "training/common_words.hpp"
#include "training/corpus.hpp"
#include "training/verdicts.hpp"

#include <CLI/CLI.hpp>

#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

namespace superlink::training {
namespace {

struct Options {
    std::filesystem::path host = "host";
    std::filesystem::path out;
    std::size_t folds = 4;
    KnowledgeTraining knowledge;
    DirectTraining direct;
    AdditiveTraining verdicts;
    std::filesystem::path table;
};

void writeFile(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream out(file, std::ios::binary);
    out << bytes;
    if (!out.flush()) {
        throw Error(ErrorCode::StorageFailed, "cannot write " + file.string() + "; check the folder");
    }
}

void train(const Options& options) {
    const Corpus corpus = readCorpus(options.host);
    const auto labels = labelsOf(corpus);
    const std::filesystem::path common = options.host / "data" / "common-words.tsv";
    const std::string words = commonWords(corpus);
    if (words != textOf(common.string())) {
        writeFile(common, words);
        std::cout << "common-words.tsv has changed and is compiled in: build and run this again\n";
        return;
    }
    std::filesystem::create_directories(options.out);
    SubwordModelParts parts;
    parts.labels = labels;
    trainKnowledge(knowledgeOf(corpus, labels, 7), corpus.concepts.size(), options.knowledge, parts);
    JudgedTable table = emptyTable();
    for (std::size_t fold = 0; fold < options.folds; ++fold) {
        std::vector<bool> use;
        for (std::size_t i = 0; i < corpus.personas.size(); ++i) {
            use.push_back(i % options.folds != fold);
        }
        trainDirect(directOf(corpus, labels, use, 7), options.direct, parts);
        const std::string bytes = bytesOf(parts);
        for (std::size_t i = fold; i < corpus.personas.size(); i += options.folds) {
            addCards(table, SubwordModel(bytes), corpus.personas[i]);
        }
    }
    std::cout << crossValidated(table, options.verdicts);
    writeFile(options.out / "verdict-model.tsv", trainVerdicts(table, options.verdicts));

    const std::vector<bool> all(corpus.personas.size(), true);
    trainDirect(directOf(corpus, labels, all, 7), options.direct, parts);
    const std::string bytes = bytesOf(parts);
    writeFile(options.out / "text-model.bin", bytes);
    if (!options.table.empty()) {
        const auto heldBack = readPersonas(options.host / "training" / "held-back");
        for (const Persona& persona : heldBack) {
            addCards(table, SubwordModel(bytes), persona);
        }
        writeFile(options.table, tsvOf(table));
    }
    std::cout << corpus.personas.size() << " personas, " << labels.size() << " labels\n";
}

int run(int argc, char** argv) {
    CLI::App app("Trains SuperLink's models from host/data and host/training");
    Options options;
    app.add_option("--host", options.host, "the folder that holds data/ and training/");
    app.add_option("--out", options.out, "where text-model.bin and verdict-model.tsv go (host/data/model)")
        ->required();
    app.add_option("--table", options.table, "where the features of every judged card go, as TSV");
    app.add_option("--folds", options.folds, "personas are read by a model that has not seen them");
    app.add_option("--epochs", options.knowledge.epochs, "passes over titles, industries and concepts");
    app.add_option("--trust", options.direct.trust, "C of the direct labels");
    CLI11_PARSE(app, argc, argv);
    train(options);
    return 0;
}

} // namespace
} // namespace superlink::training

int main(int argc, char** argv) {
    try {
        return superlink::training::run(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << "superlink-train: " << error.what() << '\n';
        return 1;
    }
}
