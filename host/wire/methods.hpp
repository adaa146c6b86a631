#pragma once

#include "common/clock.hpp"
#include "store/store.hpp"
#include "wire/current_judge.hpp"
#include "wire/dispatcher.hpp"

#include <memory>

namespace superlink {

/// What handlers work with. The store opens its database on first use, so that `host.hello` is answered
/// without.
struct Context {
    Store& store;
    const Clock& clock;
    std::shared_ptr<CurrentJudge> judge = std::make_shared<CurrentJudge>();
};

/// The list of everything that the extension can ask. `context` must outlive the dispatcher.
void addMethods(Dispatcher& dispatcher, const Context& context);

} // namespace superlink
