#pragma once

#include "wire/protocol.hpp"

#include <cstddef>
#include <vector>

namespace superlink {

/// How much of what people wrote one reply carries: 1 MiB is what browsers take, and the rest of a reply
/// needs its room.
inline constexpr std::size_t kMostReplyBytes = 700 * 1024;

/// Keeps the first of them that fit into a reply, by the size of their invitations.
template <typename WithInvitation>
void fitIntoReply(std::vector<WithInvitation>& items) {
    std::size_t bytes = 0;
    std::size_t kept = 0;
    while (kept < items.size() && (bytes += toText(items[kept].invitation).size()) < kMostReplyBytes) {
        ++kept;
    }
    items.resize(kept);
}

} // namespace superlink
