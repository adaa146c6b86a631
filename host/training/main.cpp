// superlink-train: makes model files from host/data and host/training. See README.md beside this.

#include "common/error.hpp"
#include "common/lines.hpp"
#include "training/common_words.hpp"
#include "training/corpus.hpp"
#include "training/features_table.hpp"

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
    TextTraining how;
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
    std::string table = featureNames();
    for (std::size_t fold = 0; fold < options.folds; ++fold) {
        std::vector<bool> use;
        for (std::size_t i = 0; i < corpus.personas.size(); ++i) {
            use.push_back(i % options.folds != fold);
        }
        const std::string bytes = trainTextModel(examplesOf(corpus, labels, use, 7), labels, options.how);
        for (std::size_t i = fold; i < corpus.personas.size(); i += options.folds) {
            table += featureRows(SubwordModel(bytes), corpus.personas[i]);
        }
    }
    const std::vector<bool> all(corpus.personas.size(), true);
    const std::string bytes = trainTextModel(examplesOf(corpus, labels, all, 7), labels, options.how);
    for (const Persona& persona : readPersonas(options.host / "training" / "held-back")) {
        table += featureRows(SubwordModel(bytes), persona);
    }
    writeFile(options.out / "text-model.bin", bytes);
    writeFile(options.out / "features.tsv", table);
    std::cout << corpus.personas.size() << " personas, " << labels.size() << " labels\n";
}

int run(int argc, char** argv) {
    CLI::App app("Trains SuperLink's text model and prints the features of every judged invitation");
    Options options;
    app.add_option("--host", options.host, "the folder that holds data/ and training/");
    app.add_option("--out", options.out, "where text-model.bin and features.tsv go")->required();
    app.add_option("--folds", options.folds, "personas are read by a model that has not seen them");
    app.add_option("--epochs", options.how.epochs, "passes over the texts");
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
