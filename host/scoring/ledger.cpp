#include "scoring/ledger.hpp"

namespace superlink {
namespace {

constexpr int kFewestTold = 10;

} // namespace

void Ledger::add(std::string_view reasons, Action action) {
    while (!reasons.empty()) {
        const auto end = reasons.find(' ');
        const std::string_view one = reasons.substr(0, end);
        reasons.remove_prefix(end == std::string_view::npos ? reasons.size() : end + 1);
        if (one.size() < 2) {
            continue;
        }
        Agreement& agreement = uses_[std::string(one.substr(0, one.size() - 1))];
        agreement.times += (one.back() == '+') == (action == Action::Accept) ? 1 : 0;
        ++agreement.of;
    }
}

std::optional<Agreement> Ledger::of(const std::string& code) const {
    const auto found = uses_.find(code);
    return found == uses_.end() || found->second.of < kFewestTold ? std::nullopt
                                                                  : std::optional(found->second);
}

std::string noted(const std::vector<Reason>& reasons) {
    std::string out;
    for (const Reason& reason : reasons) {
        if (reason.weight != 0) {
            out += (out.empty() ? "" : " ") + reason.code + (reason.weight > 0 ? "+" : "-");
        }
    }
    return out;
}

} // namespace superlink
