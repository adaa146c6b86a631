#pragma once

/// Before a function: compiled twice, with and without the wide registers that most processors have, and the
/// loader picks. Both give the same numbers: nothing is fused or reordered.
#if defined(__x86_64__) && defined(__linux__) && defined(__GNUC__) && !defined(__clang__)
#define SUPERLINK_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define SUPERLINK_WIDE
#endif
