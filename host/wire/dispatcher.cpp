#include "wire/dispatcher.hpp"

#include "wire/fields.hpp"
#include "wire/framing.hpp"
#include "wire/json_guard.hpp"

#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

namespace superlink {
namespace {

using nlohmann::json;

/// The request's id if it has a usable one, else null: the reply then belongs to nobody, but it is sent.
json idOf(const json& request) {
    if (request.is_object()) {
        const auto id = request.find("id");
        if (id != request.end() && id->is_number_unsigned()) {
            return *id;
        }
    }
    return nullptr;
}

std::string limited(const json& id, std::string reply) {
    if (reply.size() <= kMaxMessageBytes) {
        return reply;
    }
    const Error error(ErrorCode::ReplyTooLarge, "the answer is " + std::to_string(reply.size()) + " bytes");
    return errorText(id, error);
}

} // namespace

std::string Dispatcher::tooLargeReply() {
    return errorText(nullptr,
                     Error(ErrorCode::InvalidMessage, "a message beyond " + std::to_string(kMaxMessageBytes) +
                                                          " bytes; send less at once"));
}

std::vector<std::string> Dispatcher::methods() const {
    std::vector<std::string> names;
    for (const auto& [name, handler] : handlers_) {
        names.push_back(name);
    }
    return names;
}

json Dispatcher::call(const json& request) const {
    const Fields fields(request, "request");
    fields.integer("id", 1, (1LL << 53) - 1);
    const std::string method = fields.text("method", 1, 100);
    const json& params = fields.at("params");
    if (!params.is_object()) {
        Fields::refuse("params", "is not an object");
    }
    const auto found = handlers_.find(method);
    if (found == handlers_.end()) {
        throw Error(ErrorCode::UnknownMethod, "this host does not know the method; update it");
    }
    return found->second(params);
}

std::string Dispatcher::answer(std::string_view message) const {
    json id;
    try {
        const json request = parseGuarded(message);
        id = idOf(request);
        return limited(id, replyText(id, call(request)));
    } catch (const Error& error) {
        spdlog::warn("request {}: {}: {}", id.dump(), toString(error.code()), error.what());
        return errorText(id, error);
    } catch (const std::exception& error) {
        spdlog::error("request {}: {}", id.dump(), error.what());
        return errorText(
            id, Error(ErrorCode::Internal, "a mistake in SuperLink; the host's log has the details"));
    }
}

} // namespace superlink
