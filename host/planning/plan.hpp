#pragma once

#include "common/domain.hpp"

#include <string>
#include <vector>

namespace superlink {

/// Which of `judgements` to accept with `budget` places left, best first: the highest scores among those
/// whose verdict is not ignore. Equal scores keep their order. At most `budget` ids; fewer when fewer deserve
/// it.
std::vector<std::string> plan(const std::vector<Judgement>& judgements, int budget);

} // namespace superlink
