#include "wire/fields.hpp"

#include <algorithm>

namespace superlink {
namespace {

using nlohmann::json;

std::size_t codePoints(const std::string& utf8) {
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; // not a continuation byte
    }));
}

std::string textOf(const json& value, const std::string& path, std::size_t least, std::size_t most) {
    if (!value.is_string()) {
        Fields::refuse(path, "is not a text");
    }
    const auto& text = value.get_ref<const std::string&>();
    const std::size_t length = codePoints(text);
    if (length < least || length > most) {
        Fields::refuse(path, "has " + std::to_string(length) + " characters; " + std::to_string(least) +
                                 " to " + std::to_string(most) + " are allowed");
    }
    return text;
}

std::int64_t integerOf(const json& value, const std::string& path, std::int64_t least, std::int64_t most) {
    if (!value.is_number_integer()) {
        Fields::refuse(path, "is not a whole number");
    }
    // An unsigned value beyond int64 would turn negative on reading.
    const bool tooLarge = value.is_number_unsigned() && value.get<std::uint64_t>() > (1ULL << 53U);
    const auto number = tooLarge ? 0 : value.get<std::int64_t>();
    if (tooLarge || number < least || number > most) {
        Fields::refuse(path, "is outside " + std::to_string(least) + " to " + std::to_string(most));
    }
    return number;
}

} // namespace

Fields::Fields(const json& object, std::string path) : object_(object), path_(std::move(path)) {
    if (!object.is_object()) {
        refuse(path_, "is not an object");
    }
}

bool Fields::yesOrNo(const char* name) const {
    const json& value = at(name);
    if (!value.is_boolean()) {
        refuse(pathOf(name), "is neither true nor false");
    }
    return value.get<bool>();
}

void Fields::refuse(const std::string& path, const std::string& why) {
    throw Error(ErrorCode::InvalidParams, path + " " + why);
}

const json& Fields::at(const char* name) const {
    const auto found = object_.find(name);
    if (found == object_.end()) {
        refuse(pathOf(name), "is missing");
    }
    return *found;
}

const json* Fields::find(const char* name) const {
    const auto found = object_.find(name);
    return found == object_.end() || found->is_null() ? nullptr : &*found;
}

std::string Fields::text(const char* name, std::size_t least, std::size_t most) const {
    return textOf(at(name), pathOf(name), least, most);
}

std::optional<std::string> Fields::optionalText(const char* name, std::size_t most) const {
    const json* value = find(name);
    return value == nullptr ? std::nullopt : std::optional(textOf(*value, pathOf(name), 0, most));
}

std::vector<std::string> Fields::texts(const char* name, std::size_t mostItems, std::size_t most) const {
    std::vector<std::string> out;
    for (const auto& [item, path] : items(name, mostItems)) {
        out.push_back(textOf(*item, path, 1, most));
    }
    return out;
}

std::int64_t Fields::integer(const char* name, std::int64_t least, std::int64_t most) const {
    return integerOf(at(name), pathOf(name), least, most);
}

std::optional<std::int64_t> Fields::optionalInteger(const char* name, std::int64_t least,
                                                    std::int64_t most) const {
    const json* value = find(name);
    return value == nullptr ? std::nullopt : std::optional(integerOf(*value, pathOf(name), least, most));
}

std::vector<Fields::Item> Fields::items(const char* name, std::size_t most) const {
    const json& list = at(name);
    if (!list.is_array()) {
        refuse(pathOf(name), "is not a list");
    }
    if (list.size() > most) {
        refuse(pathOf(name), "has more than " + std::to_string(most) + " items");
    }
    std::vector<Item> out;
    for (std::size_t i = 0; i < list.size(); ++i) {
        out.push_back({&list[i], pathOf(name) + "[" + std::to_string(i) + "]"});
    }
    return out;
}

} // namespace superlink
