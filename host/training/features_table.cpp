#include "training/features_table.hpp"

#include "scoring/features.hpp"

#include <sstream>
#include <utility>

namespace superlink::training {

std::string featureNames() {
    std::string line = "persona\tid\trating\trelationship_a\trelationship_b";
    for (const Feature& feature : features()) {
        line += "\t" + feature.name;
    }
    return line + "\n";
}

std::string featureRows(const SubwordModel& model, const Persona& persona) {
    const CardReader reader(model);
    const Wishes wishes = wishesOf(persona.settings, reader);
    std::ostringstream out;
    for (const JudgedInvitation& judged : persona.queue) {
        out << persona.name << '\t' << judged.invitation.id << '\t' << judged.rating << '\t'
            << toString(judged.relationships.front()) << '\t' << toString(judged.relationships.back());
        const CardReading card = reader.read(judged.invitation);
        for (const Value& value : featuresOf(judged.invitation, card, wishes)) {
            out << '\t' << value.value;
        }
        out << '\n';
    }
    return std::move(out).str();
}

} // namespace superlink::training
