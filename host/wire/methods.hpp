#pragma once

#include "common/clock.hpp"
#include "common/domain.hpp"
#include "store/store.hpp"
#include "wire/current_judge.hpp"
#include "wire/dispatcher.hpp"

#include <memory>
#include <optional>
#include <string>

namespace superlink {

class CurrentPlan;
std::shared_ptr<CurrentPlan> newPlan();

struct Browser {
    std::optional<std::string> timeZone;
    std::optional<Weekday> firstDay;
};

/// What handlers work with. The store opens its database on first use, so that `host.hello` is answered
/// without.
struct Context {
    Store& store;
    const Clock& clock;
    std::shared_ptr<CurrentJudge> judge = std::make_shared<CurrentJudge>();
    std::shared_ptr<CurrentPlan> plan = newPlan();
    /// What the browser at the other end of the pipe told of itself.
    std::shared_ptr<Browser> browser = std::make_shared<Browser>();
};

/// The list of everything that the extension can ask. `context` must outlive the dispatcher.
void addMethods(Dispatcher& dispatcher, const Context& context);

} // namespace superlink
