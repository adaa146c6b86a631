#pragma once

#include <string>
#include <variant>
#include <vector>

namespace superlink {

/// A named value that fills a code's words in the extension: reasons and errors are sent as code +
/// parameters, so that every language can say them.
struct Param {
    std::string name;
    std::variant<std::string, int> value;

    bool operator==(const Param&) const = default;
};
using Params = std::vector<Param>;

} // namespace superlink
