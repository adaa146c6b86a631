#include "wire/json_guard.hpp"

#include "common/error.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

namespace superlink {
namespace {

using nlohmann::json;
using Event = json::parse_event_t;

[[noreturn]] void refuse(const std::string& why) {
    throw Error(ErrorCode::InvalidMessage, why);
}

/// Called by the parser at every value; keeps the keys of each open object.
class Guard {
  public:
    bool operator()(int depth, Event event, const json& parsed) {
        switch (event) {
        case Event::object_start:
        case Event::array_start:
            if (depth >= kMaxJsonDepth) {
                refuse("nested deeper than " + std::to_string(kMaxJsonDepth));
            }
            keys_.emplace_back();
            break;
        case Event::object_end:
        case Event::array_end:
            keys_.pop_back();
            break;
        case Event::key:
            checkText(parsed);
            if (!keys_.back().insert(parsed.get_ref<const std::string&>()).second) {
                refuse("a key stands twice in one object");
            }
            break;
        case Event::value:
            if (parsed.is_string()) {
                checkText(parsed);
            }
            // An integer beyond 64 bits arrives as a double without a fraction.
            if (parsed.is_number_float() && std::abs(parsed.get<double>()) >= 9007199254740992.0) {
                refuse("a number beyond 2^53");
            }
            break;
        }
        return true;
    }

  private:
    static void checkText(const json& text) {
        if (text.get_ref<const std::string&>().size() > kMaxTextBytes) {
            refuse("a text longer than " + std::to_string(kMaxTextBytes) + " bytes");
        }
    }

    std::vector<std::set<std::string>> keys_;
};

} // namespace

nlohmann::json parseGuarded(std::string_view text) {
    Guard guard;
    const auto callback = [&guard](int depth, Event event, json& parsed) {
        return guard(depth, event, parsed);
    };
    json value = json::parse(text.begin(), text.end(), callback, /*allow_exceptions=*/false);
    if (value.is_discarded()) {
        refuse("not JSON, or not valid UTF-8");
    }
    return value;
}

} // namespace superlink
