#pragma once

#include "wire/protocol.hpp"

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace superlink {

/// Finds the method of a request, runs its handler and writes the reply: exactly one for each message, also
/// for an unknown method or nonsense. The one place of the host in which exceptions end: an Error is answered
/// with its code, anything else is logged in full and answered INTERNAL without details (paths and SQL stay
/// home).
class Dispatcher {
  public:
    using JsonHandler = std::function<nlohmann::json(const nlohmann::json& params)>;

    /// Registers a method with a handler that knows no JSON: `Result handler(const Params&)`.
    template <typename Params, typename Handler>
    void add(const std::string& method, Handler handler);

    /// `message` is a request `{id, method, params}` as text; the reply never exceeds kMaxMessageBytes.
    std::string answer(std::string_view message) const;

    /// What a message beyond kMaxMessageBytes is answered with, since it is never read.
    static std::string tooLargeReply();

    std::vector<std::string> methods() const;

  private:
    nlohmann::json call(const nlohmann::json& request) const;

    std::map<std::string, JsonHandler, std::less<>> handlers_;
};

} // namespace superlink
