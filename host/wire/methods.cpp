#include "wire/methods.hpp"

#include "wire/current_plan.hpp"
#include "wire/handlers.hpp"

#include <nlohmann/json.hpp>

namespace superlink {

template <typename Params, typename Handler>
void Dispatcher::add(const std::string& method, Handler handler) {
    handlers_[method] = [handler](const nlohmann::json& params) {
        return encode(handler(decode<Params>(params)));
    };
}

std::shared_ptr<CurrentPlan> newPlan() {
    return std::make_shared<CurrentPlan>();
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
    add("budget.put", putBudget);
    add("plan.get", getPlan);
    add("plan.preview", previewPlan);
    add("review.announce", announceReview);
    add("invitations.setAside", setAside);
    add("decisions.list", listDecisions);
    add("history.get", getHistory);
    add("settings.suggest", suggestTerms);
    add("data.summary", summariseData);
    add("data.export", exportData);
    add("data.import", importData);
    add("data.erase", eraseData);
}

} // namespace superlink
