#include "wire/handlers.hpp"

#include "common/error.hpp"
#include "planning/week.hpp"

namespace superlink {

SettingsResult getSettings(const Context& context, const NoParams&) {
    const auto saved = context.store.settings();
    if (!saved) {
        return {Settings{}, std::nullopt};
    }
    return {settingsFromText(saved->document), saved->updatedAt};
}

SettingsResult putSettings(const Context& context, const SettingsPut& params) {
    const auto& zone = params.settings.week.timeZone;
    if (zone && !isTimeZone(*zone)) {
        throw Error(ErrorCode::InvalidParams,
                    "params.settings.week.timeZone is unknown on this computer; choose another");
    }
    const Millis now = context.clock.now();
    context.store.putSettings({toText(params.settings), now}, params.settings.weeklyBudget);
    return {params.settings, now};
}

} // namespace superlink
