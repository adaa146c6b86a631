#pragma once

#include <fstream>
#include <functional>
#include <istream>
#include <string>

namespace superlink {

/// Throws Error(NotFound) that names the file.
std::ifstream openedFile(const std::string& file);

/// The file's whole text; throws as openedFile.
std::string textOf(const std::string& file);

/// Calls `take` with each line that is not blank. An Error from it is thrown on with the place and the line's
/// number in front.
void eachLine(std::istream& stream, const std::string& place,
              const std::function<void(const std::string&)>& take);

} // namespace superlink
