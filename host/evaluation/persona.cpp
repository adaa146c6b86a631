#include "evaluation/persona.hpp"

#include "common/error.hpp"
#include "common/lines.hpp"
#include "common/tables.hpp"
#include "wire/protocol.hpp"

#include <charconv>

namespace superlink {
namespace {

namespace fs = std::filesystem;

double ratingFrom(const std::string& text) {
    double rating = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), rating);
    if (error != std::errc() || end != text.data() + text.size() || !(rating >= 1 && rating <= 5)) {
        throw Error(ErrorCode::InvalidParams, "the rating is not a number from 1 to 5");
    }
    return rating;
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
        const double rating = ratingFrom(cells[1]);
        const auto judges = static_cast<double>(judged.ratings.size());
        judged.rating = (judged.rating * judges + rating) / (judges + 1);
        judged.ratings.push_back(rating);
        judged.relationships.push_back(*relationship);
    });
    if (row != persona.queue.size()) {
        throw Error(ErrorCode::InvalidParams, file.string() + ": some rows are not judged");
    }
}

Settings readSettings(const fs::path& file) {
    const std::string text = textOf(file.string());
    try {
        return settingsFromText(text);
    } catch (const Error& error) {
        throw Error(error.code(), file.string() + ": " + error.what());
    }
}

} // namespace

Persona readPersona(const fs::path& folder) {
    Persona persona;
    persona.name = (folder / "").parent_path().filename().string(); // also of "folder/"
    persona.settings = readSettings(folder / "settings.json");
    const std::string file = (folder / "invitations.jsonl").string();
    auto queue = openedFile(file);
    eachLine(queue, file, [&](const std::string& line) {
        persona.queue.push_back({invitationFromText(line), 3, {}, {}});
    });
    bool isJudged = false;
    for (const char* labels : {"labels-a.tsv", "labels-b.tsv"}) {
        if (fs::exists(folder / labels)) {
            addLabels(persona, folder / labels);
            isJudged = true;
        }
    }
    if (!isJudged) {
        throw Error(ErrorCode::NotFound, folder.string() + " has no labels-a.tsv: nobody judged its queue");
    }
    return persona;
}

std::vector<Persona> readPersonas(const fs::path& folder) {
    std::vector<Persona> out;
    for (const fs::path& persona : entriesOf(folder)) {
        if (fs::exists(persona / "labels-a.tsv")) {
            out.push_back(readPersona(persona));
        }
    }
    return out;
}

} // namespace superlink
