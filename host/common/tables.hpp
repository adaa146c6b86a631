#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace superlink {

/// Tables that people write by hand: columns between tabs, '#' begins a remark, blank lines count for
/// nothing.

/// The parts of `text` between the marks, without the blanks around them. An empty last part is left out.
std::vector<std::string> split(const std::string& text, char mark);

/// Calls `take` with the cells of each row. Throws Error(NotFound) for a missing file and
/// Error(InvalidParams) with file and line for a row of fewer than `columns` cells; an Error from `take` gets
/// the place in front.
void eachRow(const std::filesystem::path& file, std::size_t columns,
             const std::function<void(const std::vector<std::string>&)>& take);

/// What stands in `folder`, by name; nothing when there is no such folder.
std::vector<std::filesystem::path> entriesOf(const std::filesystem::path& folder);

} // namespace superlink
