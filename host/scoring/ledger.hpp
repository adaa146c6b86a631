#pragma once

#include "common/domain.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace superlink {

/// How often each reason agreed with what the person then did. A reason that has been used less than ten
/// times is not yet told.
class Ledger {
  public:
    /// Reasons as `noted` wrote them when the decision was made, and the decision.
    void add(std::string_view reasons, Action action);

    std::optional<Agreement> of(const std::string& code) const;

    /// Every reason that was ever used.
    const std::map<std::string, Agreement>& all() const { return uses_; }

  private:
    std::map<std::string, Agreement> uses_;
};

/// The reasons in short: "WANTED_ROLE+ SALES_LANGUAGE-".
std::string noted(const std::vector<Reason>& reasons);

} // namespace superlink
