#pragma once

#include "training/additive_trainer.hpp"
#include "training/corpus.hpp"

#include <string>
#include <vector>

namespace superlink::training {

/// The features of judged cards, persona by persona.
struct JudgedTable {
    Table table;
    std::vector<const Persona*> personas;        ///< by card
    std::vector<const JudgedInvitation*> judged; ///< by card
};

/// An empty table of the features that the host knows.
JudgedTable emptyTable();

/// Adds a persona's cards as a text model reads them; `persona` must outlive the table.
void addCards(JudgedTable& table, const SubwordModel& model, const Persona& persona);

/// Trains accept and every relationship on the whole table; the text of host/data/model/verdict-model.tsv.
std::string trainVerdicts(const JudgedTable& table, const AdditiveTraining& how);

/// How well verdicts of a model trained on three quarters of the personas rank the others' cards: a line a
/// persona and the mean.
std::string crossValidated(const JudgedTable& table, const AdditiveTraining& how);

/// The table as text, a card a line, for looking into it with other tools.
std::string tsvOf(const JudgedTable& table);

} // namespace superlink::training
