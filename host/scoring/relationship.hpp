#pragma once

#include "scoring/evidence.hpp"

namespace superlink {

/// Who the sender would be to this person, from what the card says and what the person is after. Other when
/// nothing on the card tells.
Relationship relationshipOf(const Invitation& invitation, const Evidence& evidence, const Settings& settings);

bool hasGoal(const Settings& settings, GoalKind kind);

} // namespace superlink
