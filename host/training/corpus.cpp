#include "training/corpus.hpp"

#include "common/error.hpp"
#include "common/lines.hpp"
#include "wire/protocol.hpp"

#include <algorithm>
#include <iterator>
#include <sstream>

namespace superlink::training {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> split(const std::string& line, char mark) {
    std::vector<std::string> out;
    std::istringstream in(line);
    for (std::string item; std::getline(in, item, mark);) {
        const auto first = item.find_first_not_of(" \r");
        const auto last = item.find_last_not_of(" \r");
        out.push_back(first == std::string::npos ? "" : item.substr(first, last - first + 1));
    }
    return out;
}

std::vector<std::string> itemsOf(const std::string& cell) {
    auto items = split(cell, ';');
    std::erase(items, "");
    return items;
}

/// Calls `take(cells)` for each line with `columns` cells; '#' lines are remarks.
template <typename Take>
void eachRow(const fs::path& file, std::size_t columns, Take take) {
    auto in = openedFile(file.string());
    eachLine(in, file.string(), [&](const std::string& line) {
        if (line.front() == '#') {
            return;
        }
        const auto cells = split(line, '\t');
        if (cells.size() < columns) {
            throw Error(ErrorCode::InvalidParams, std::to_string(columns) + " columns expected");
        }
        take(cells);
    });
}

std::vector<fs::path> sorted(const fs::path& folder) {
    std::vector<fs::path> out;
    if (fs::exists(folder)) {
        std::copy(fs::directory_iterator(folder), {}, std::back_inserter(out));
    }
    std::sort(out.begin(), out.end());
    return out;
}

void addLabels(Persona& persona, const fs::path& file) {
    std::size_t row = 0;
    eachRow(file, 3, [&](const std::vector<std::string>& cells) {
        const auto relationship = relationshipFrom(cells[2]);
        if (row >= persona.queue.size() || persona.queue[row].invitation.id != cells[0] || !relationship) {
            throw Error(ErrorCode::InvalidParams,
                        "not the queue's order, or an unknown relationship, at " + cells[0]);
        }
        JudgedInvitation& judged = persona.queue[row++];
        const double rating = std::stod(cells[1]);
        const auto judges = static_cast<double>(judged.relationships.size());
        judged.rating = (judged.rating * judges + rating) / (judges + 1);
        judged.relationships.push_back(*relationship);
    });
    if (row != persona.queue.size()) {
        throw Error(ErrorCode::InvalidParams, file.string() + ": some rows are not judged");
    }
}

} // namespace

Persona readPersona(const fs::path& folder) {
    Persona persona;
    persona.name = folder.filename().string();
    persona.settings = settingsFromText(textOf((folder / "settings.json").string()));
    const std::string file = (folder / "invitations.jsonl").string();
    auto queue = openedFile(file);
    eachLine(queue, file, [&](const std::string& line) {
        persona.queue.push_back({invitationFromText(line), 3, {}});
    });
    for (const char* labels : {"labels-a.tsv", "labels-b.tsv"}) {
        if (fs::exists(folder / labels)) {
            addLabels(persona, folder / labels);
        }
    }
    return persona;
}

std::vector<Persona> readPersonas(const fs::path& folder) {
    std::vector<Persona> out;
    for (const fs::path& persona : sorted(folder)) {
        if (fs::exists(persona / "labels-a.tsv")) {
            out.push_back(readPersona(persona));
        }
    }
    return out;
}

Corpus readCorpus(const fs::path& host) {
    Corpus corpus;
    for (const fs::path& file : sorted(host / "data" / "titles")) {
        eachRow(file, 3, [&](const std::vector<std::string>& cells) {
            corpus.titles.push_back({cells[0],
                                     cells[1] == "-" ? std::nullopt : std::optional(std::stoi(cells[1])),
                                     file.stem().string(), itemsOf(cells[2])});
        });
    }
    for (const fs::path& file : sorted(host / "data" / "industries")) {
        eachRow(file, 2, [&](const std::vector<std::string>& cells) {
            corpus.industries.push_back({cells[0], file.stem().string(), itemsOf(cells[1])});
        });
    }
    for (const fs::path& file : sorted(host / "training" / "texts")) {
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
    return corpus;
}

} // namespace superlink::training
