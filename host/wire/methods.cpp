#include "wire/methods.hpp"

#include "wire/handlers.hpp"

#include <nlohmann/json.hpp>

namespace superlink {

template <typename Params, typename Handler>
void Dispatcher::add(const std::string& method, Handler handler) {
    handlers_[method] = [handler](const nlohmann::json& params) {
        return encode(handler(decode<Params>(params)));
    };
}

void addMethods(Dispatcher& dispatcher, const Context& context) {
    const auto add = [&]<typename Params, typename Result>(const char* method,
                                                           Result (*handler)(const Context&, const Params&)) {
        dispatcher.add<Params>(method, [&context, handler](const Params& p) { return handler(context, p); });
    };
    add("host.hello", hello);
    add("settings.get", getSettings);
    add("settings.put", putSettings);
    add("invitations.score", scoreInvitations);
    add("decisions.record", recordDecision);
    add("decisions.undo", undoDecision);
    add("reasons.list", listReasons);
    add("reasons.correct", correctReason);
    add("budget.get", getBudget);
}

} // namespace superlink
