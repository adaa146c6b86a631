#include "common/tables.hpp"

#include "common/error.hpp"
#include "common/lines.hpp"

#include <algorithm>
#include <iterator>
#include <sstream>

namespace superlink {

namespace fs = std::filesystem;

std::vector<std::string> split(const std::string& text, char mark) {
    std::vector<std::string> out;
    std::istringstream in(text);
    for (std::string item; std::getline(in, item, mark);) {
        const auto first = item.find_first_not_of(" \r");
        const auto last = item.find_last_not_of(" \r");
        out.push_back(first == std::string::npos ? "" : item.substr(first, last - first + 1));
    }
    return out;
}

void eachRow(const fs::path& file, std::size_t columns,
             const std::function<void(const std::vector<std::string>&)>& take) {
    auto in = openedFile(file.string());
    eachLine(in, file.string(), [&](const std::string& line) {
        if (line.front() == '#') {
            return;
        }
        const auto cells = split(line, '\t');
        if (cells.size() < columns) {
            throw Error(ErrorCode::InvalidParams, std::to_string(columns) + " columns expected");
        }
        take(cells);
    });
}

std::vector<fs::path> entriesOf(const fs::path& folder) {
    std::vector<fs::path> out;
    if (fs::exists(folder)) {
        std::copy(fs::directory_iterator(folder), {}, std::back_inserter(out));
    }
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace superlink
