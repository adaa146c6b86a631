#include "training/verdicts.hpp"

#include "scoring/features.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <sstream>
#include <utility>

namespace superlink::training {
namespace {

using Truth = std::vector<std::optional<bool>>;

Truth acceptedIn(const JudgedTable& table) {
    Truth out;
    for (const JudgedInvitation* judged : table.judged) {
        out.push_back(judged->decided() ? std::optional(judged->accepted()) : std::nullopt);
    }
    return out;
}

Truth isA(Relationship relationship, const JudgedTable& table) {
    Truth out;
    for (const JudgedInvitation* judged : table.judged) {
        const auto& all = judged->relationships;
        const bool is = std::find(all.begin(), all.end(), relationship) != all.end();
        out.push_back(judged->invitation.kind == Kind::Person ? std::optional(is) : std::nullopt);
    }
    return out;
}

/// Chance that a random accepted card outscores a random ignored one; nothing without both.
std::optional<double> aucOf(const std::vector<float>& scores, const std::vector<bool>& accepted) {
    double wins = 0;
    double pairs = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        for (std::size_t j = 0; j < scores.size(); ++j) {
            if (accepted[i] && !accepted[j]) {
                wins += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                ++pairs;
            }
        }
    }
    return pairs > 0 ? std::optional(wins / pairs) : std::nullopt;
}

float sumOf(const AdditiveOutput& output, const std::vector<std::vector<float>>& edges,
            const std::vector<float>& values) {
    float sum = output.bias;
    for (std::size_t f = 0; f < values.size(); ++f) {
        sum += output.shares[f][binOf(edges[f], values[f])];
    }
    return sum;
}

/// The queues were written with many decoys (wanted words in misleading places), so that they understate what
/// a plain match is worth in life: so much is believed before training, which may only add to it.
float beliefIn(const std::string& feature) {
    static const std::map<std::string, float> kBeliefs{{"role_words", 0.5F},
                                                       {"role_meaning", 0.4F},
                                                       {"industry_words", 0.2F},
                                                       {"industry_meaning", 0.2F},
                                                       {"topic_words", 0.4F},
                                                       {"note_topic", 0.2F},
                                                       {"goal_words", 0.2F},
                                                       {"company", 0.5F},
                                                       {"avoided_role_words", -0.5F},
                                                       {"avoided_industry_words", -0.5F},
                                                       {"avoided_topic_words", -0.5F},
                                                       {"avoided_company", -0.5F},
                                                       {"mutual", 0.1F},
                                                       {"verified", 0.05F},
                                                       {"follows_you", 0.1F}};
    const auto found = kBeliefs.find(feature);
    return found == kBeliefs.end() ? 0 : found->second;
}

} // namespace

JudgedTable emptyTable() {
    JudgedTable out;
    for (const Feature& feature : features()) {
        out.table.features.push_back(feature.name);
        out.table.directions.push_back(directionOf(feature.reason));
        out.table.beliefs.push_back(beliefIn(feature.name));
        out.table.impressions.push_back(feature.reason == "USUAL");
    }
    return out;
}

void addCards(JudgedTable& table, const SubwordModel& model, const Persona& persona) {
    const CardReader reader(model);
    const Wishes wishes = wishesOf(persona.settings, reader);
    for (const JudgedInvitation& judged : persona.queue) {
        std::vector<float> values;
        for (const Value& value : featuresOf(judged.invitation, reader.read(judged.invitation), wishes)) {
            values.push_back(value.value);
        }
        table.table.values.push_back(std::move(values));
        table.personas.push_back(&persona);
        table.judged.push_back(&judged);
    }
}

std::string trainVerdicts(const JudgedTable& table, const AdditiveTraining& how) {
    const auto edges = edgesOf(table.table);
    std::vector<std::string> names{"accept"};
    std::vector<AdditiveOutput> outputs{trainAdditive(table.table, edges, acceptedIn(table), how)};
    AdditiveTraining forWho = how;
    forWho.rounds = how.rounds / 4;
    forWho.voices = 2;
    forWho.directed = false;
    for (std::size_t i = 0; i < kRelationships; ++i) {
        const auto relationship = static_cast<Relationship>(i);
        names.emplace_back(toString(relationship));
        outputs.push_back(trainAdditive(table.table, edges, isA(relationship, table), forWho));
    }
    return additiveText(table.table, edges, names, outputs);
}

std::string crossValidated(const JudgedTable& table, const AdditiveTraining& how) {
    constexpr std::size_t kFolds = 4;
    const auto edges = edgesOf(table.table);
    const Truth accepted = acceptedIn(table);
    std::map<const Persona*, std::size_t> folds;
    for (const Persona* persona : table.personas) {
        folds.emplace(persona, folds.size() % kFolds);
    }
    std::map<std::string, std::pair<std::vector<float>, std::vector<bool>>> byPersona;
    for (std::size_t fold = 0; fold < kFolds; ++fold) {
        Truth known = accepted;
        for (std::size_t i = 0; i < known.size(); ++i) {
            if (folds[table.personas[i]] == fold) {
                known[i].reset();
            }
        }
        const AdditiveOutput output = trainAdditive(table.table, edges, known, how);
        for (std::size_t i = 0; i < known.size(); ++i) {
            if (folds[table.personas[i]] == fold && accepted[i]) {
                auto& [scores, truth] = byPersona[table.personas[i]->name];
                scores.push_back(sumOf(output, edges, table.table.values[i]));
                truth.push_back(*accepted[i]);
            }
        }
    }
    std::string out;
    double total = 0;
    double count = 0;
    char line[128];
    for (const auto& [name, persona] : byPersona) {
        if (const auto auc = aucOf(persona.first, persona.second)) {
            std::snprintf(line, sizeof line, "%-32s auc %.3f\n", name.c_str(), *auc);
            out += line;
            total += *auc;
            ++count;
        }
    }
    std::snprintf(line, sizeof line, "%-32s auc %.3f\n", "MEAN of personas not trained on", total / count);
    return out + line;
}

std::string tsvOf(const JudgedTable& table) {
    std::ostringstream out;
    out << "persona\tid\trating\trelationship_a\trelationship_b";
    for (const std::string& feature : table.table.features) {
        out << '\t' << feature;
    }
    out << '\n';
    for (std::size_t i = 0; i < table.judged.size(); ++i) {
        const JudgedInvitation& judged = *table.judged[i];
        out << table.personas[i]->name << '\t' << judged.invitation.id << '\t' << judged.rating << '\t'
            << toString(judged.relationships.front()) << '\t' << toString(judged.relationships.back());
        for (const float value : table.table.values[i]) {
            out << '\t' << value;
        }
        out << '\n';
    }
    return std::move(out).str();
}

} // namespace superlink::training
