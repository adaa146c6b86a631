#include "common/lines.hpp"

#include "common/error.hpp"

#include <iterator>

namespace superlink {

std::ifstream openedFile(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        throw Error(ErrorCode::NotFound, "cannot read " + file + "; check the name");
    }
    return stream;
}

std::string textOf(const std::string& file) {
    auto stream = openedFile(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void eachLine(std::istream& stream, const std::string& place,
              const std::function<void(const std::string&)>& take) {
    std::string line;
    for (int number = 1; std::getline(stream, line); ++number) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) {
            continue;
        }
        try {
            take(line);
        } catch (const Error& error) {
            throw Error(error.code(), place + ", line " + std::to_string(number) + ": " + error.what());
        }
    }
}

} // namespace superlink
