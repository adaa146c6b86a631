#pragma once

#include "common/domain.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace superlink {

/// One invitation of a persona's queue and how its judges took it.
struct JudgedInvitation {
    Invitation invitation;
    double rating = 3;                       ///< mean of the judges, 1 surely ignore to 5 surely accept
    std::vector<double> ratings;             ///< one from each judge
    std::vector<Relationship> relationships; ///< one from each judge

    bool decided() const { return rating <= 2.5 || rating >= 3.5; }
    bool accepted() const { return rating >= 3.5; }
};

/// An invented person: what they would write into SuperLink, and their queue with the judgements of people
/// who also knew tastes that stand in no setting.
struct Persona {
    std::string name;
    Settings settings;
    std::vector<JudgedInvitation> queue;
};

/// A persona folder: settings.json, invitations.jsonl, labels-a.tsv and labels-b.tsv (id, rating,
/// relationship in the queue's order). One judge is enough. Throws Error(NotFound or InvalidParams) that
/// names file and line.
Persona readPersona(const std::filesystem::path& folder);

/// The persona folders below `folder` that were judged, by name.
std::vector<Persona> readPersonas(const std::filesystem::path& folder);

} // namespace superlink
