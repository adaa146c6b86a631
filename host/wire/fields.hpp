#pragma once

#include "common/domain.hpp"
#include "common/error.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace superlink {

/// Reads the fields of one JSON object strictly. Every failure is Error(InvalidParams) that names the field
/// by its path from the root ("params.want.roles[3]"), never its content.
class Fields {
  public:
    Fields(const nlohmann::json& object, std::string path);

    const nlohmann::json& at(const char* name) const;
    /// Null when the field is missing or null.
    const nlohmann::json* find(const char* name) const;
    std::string pathOf(const char* name) const { return path_ + "." + name; }

    /// `most` is in characters (code points).
    std::string text(const char* name, std::size_t least, std::size_t most) const;
    std::optional<std::string> optionalText(const char* name, std::size_t most) const;
    std::vector<std::string> texts(const char* name, std::size_t mostItems, std::size_t most) const;
    std::int64_t integer(const char* name, std::int64_t least, std::int64_t most) const;
    std::optional<std::int64_t> optionalInteger(const char* name, std::int64_t least,
                                                std::int64_t most) const;

    bool yesOrNo(const char* name) const;

    /// A word of an enum; `from` is one of the domain's `xFrom` functions.
    template <typename Enum>
    Enum word(const char* name, std::optional<Enum> (*from)(std::string_view)) const {
        return wordOf(at(name), pathOf(name), from);
    }
    template <typename Enum>
    std::vector<Enum> words(const char* name, std::optional<Enum> (*from)(std::string_view)) const {
        std::vector<Enum> out;
        for (const auto& [item, path] : items(name, 100)) {
            out.push_back(wordOf(*item, path, from));
        }
        return out;
    }

    struct Item {
        const nlohmann::json* value;
        std::string path;
    };
    std::vector<Item> items(const char* name, std::size_t most) const;

    [[noreturn]] static void refuse(const std::string& path, const std::string& why);

  private:
    template <typename Enum>
    static Enum wordOf(const nlohmann::json& value, const std::string& path,
                       std::optional<Enum> (*from)(std::string_view)) {
        if (!value.is_string()) {
            refuse(path, "is not a text");
        }
        const auto found = from(value.get_ref<const std::string&>());
        if (!found) {
            refuse(path, "is not one of the known words");
        }
        return *found;
    }

    const nlohmann::json& object_;
    std::string path_;
};

} // namespace superlink
