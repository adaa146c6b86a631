#include "training/noise.hpp"

#include "common/error.hpp"
#include "common/tables.hpp"
#include "training/dice.hpp"

#include <map>

namespace superlink::training {
namespace {

constexpr float kGreeted = 0.5F; ///< share of the cards without a note that get a greeting
constexpr float kSchooled = 0.35F;
constexpr float kOrdered = 0.3F;

const std::string& oneOf(const std::vector<std::string>& texts, Dice& dice) {
    return texts[dice.below(texts.size())];
}

} // namespace

Noise readNoise(const std::filesystem::path& file) {
    Noise noise;
    const std::map<std::string, std::vector<std::string>*> kinds{
        {"greeting", &noise.greetings}, {"school", &noise.schools}, {"order", &noise.orders}};
    eachRow(file, 2, [&](const std::vector<std::string>& cells) {
        const auto kind = kinds.find(cells[0]);
        if (kind == kinds.end()) {
            throw Error(ErrorCode::InvalidParams,
                        cells[0] + " is no kind of noise: greeting, school or order");
        }
        for (std::string& text : split(cells[1], ';')) {
            kind->second->push_back(std::move(text));
        }
    });
    if (noise.greetings.empty() || noise.schools.empty() || noise.orders.empty()) {
        throw Error(ErrorCode::InvalidParams, file.string() + " needs greetings, schools and orders");
    }
    return noise;
}

void addNoise(Persona& persona, const Noise& noise, std::uint64_t seed) {
    Dice dice(seed);
    std::vector<JudgedInvitation> copies;
    for (const JudgedInvitation& judged : persona.queue) {
        if (judged.invitation.kind != Kind::Person) {
            continue;
        }
        const auto copy = [&]() -> Invitation& {
            copies.push_back(judged);
            return copies.back().invitation;
        };
        if (!judged.invitation.note && dice.roll() < kGreeted) {
            copy().note = oneOf(noise.greetings, dice);
        }
        if (judged.invitation.headline && dice.roll() < kSchooled) {
            copy().headline = *judged.invitation.headline + " | " + oneOf(noise.schools, dice);
        }
        if (dice.roll() < kOrdered) {
            Invitation& ordered = copy();
            ordered.note = ordered.note.value_or("") + " " + oneOf(noise.orders, dice);
        }
    }
    persona.queue.insert(persona.queue.end(), copies.begin(), copies.end());
}

} // namespace superlink::training
