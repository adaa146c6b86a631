#pragma once

#include "common/domain.hpp"
#include "evaluation/figures.hpp"
#include "evaluation/persona.hpp"

#include <functional>
#include <string>
#include <vector>

namespace superlink {

/// What is measured: the two things that SuperLink says of a queue, given what the person wrote and did. Of
/// past decisions, oldest first, only action and invitation are filled in.
struct Measured {
    using Past = std::vector<Decision>;
    using Queue = std::vector<Invitation>;

    /// One judgement for each invitation, in the queue's order.
    std::function<std::vector<Judgement>(const Settings&, const Past&, const Queue&)> judge;
    /// At most `budget` different ids of the queue, best first.
    std::function<std::vector<std::string>(const Settings&, const Past&, const Queue&, int budget)> plan;
};

/// The figures of one persona, the same as the judgement bench prints: same halves,
/// same orders of decisions, and scores as the command line prints them. Pure as far as `measured` is.
/// Judges' figures need two judges. Throws Error(Internal) when `measured` breaks its promise.
Figures figuresOf(const Persona& persona, const Measured& measured);

} // namespace superlink
