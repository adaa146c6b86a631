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
ReasonCorrection correctionOf(const StoredCorrection& stored);

/// The judge that the database makes: settings, decisions and corrections. Made anew whenever any of them has
/// changed, by this process or another, or the energy's date has passed, and kept until then; it holds
/// nothing that the database does not.
class CurrentJudge {
  public:
    struct Made {
        explicit Made(std::int64_t ordinal) : number(ordinal) {}

        Settings settings; ///< with the energy that holds now
        Ledger ledger;
        std::vector<PastDecision> decisions; ///< oldest first; relationships are not filled in
        std::vector<ReasonCorrection> corrections;
        std::int64_t number; ///< another one for each that is made

        /// The decisions as a judge learns from them.
        std::vector<Experience> experiences() const;

        /// Made when it is first asked for: who only wants the budget needs no models.
        const Judge& judge() const;

      private:
        mutable std::optional<Judge> judge_;
    };

    const Made& of(Store& store, Millis now);

  private:
    std::optional<Made> made_;
    Settings stored_;
    std::int64_t number_ = 0;
    std::int64_t revision_ = -1;
};

} // namespace superlink
