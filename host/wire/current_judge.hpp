#pragma once

#include "scoring/judge.hpp"
#include "scoring/ledger.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace superlink {

/// What the person said of reasons, by code.
std::vector<ReasonCorrection> correctionsIn(Store& store);

/// The judge that the database makes: settings, decisions and corrections. Made anew whenever any of them has
/// changed, by this process or another, and kept until then; it holds nothing that the database does not.
class CurrentJudge {
  public:
    struct Made {
        Judge judge;
        Ledger ledger;
    };

    const Made& of(Store& store);

  private:
    std::optional<Made> made_;
    std::int64_t revision_ = -1;
};

} // namespace superlink
