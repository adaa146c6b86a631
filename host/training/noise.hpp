#pragma once

#include "evaluation/persona.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace superlink::training {

/// Words that say nothing of whether a card is worth accepting: greetings in many languages, schools, orders
/// to the judge. host/training/noise.tsv: kind <TAB> text; text.
struct Noise {
    std::vector<std::string> greetings, schools, orders;
};

Noise readNoise(const std::filesystem::path& file);

/// Adds copies of some of the persona's cards with noise on them and the judgement that the card itself got,
/// so that models learn that noise means nothing. The same arguments add the same copies.
void addNoise(Persona& persona, const Noise& noise, std::uint64_t seed);

} // namespace superlink::training
