#pragma once

#include "common/domain.hpp"

#include <string>
#include <vector>

namespace superlink {

/// Which of the judged `invitations` to accept with `budget` places left, best first: the people with the
/// highest scores whose verdict is not ignore. Newsletters, pages, events and groups use no budget and are
/// not planned. Equal scores keep their order. At most `budget` ids; fewer when fewer deserve it. The two
/// lists are in the same order.
std::vector<std::string> plan(const std::vector<Invitation>& invitations,
                              const std::vector<Judgement>& judgements, int budget);

} // namespace superlink
