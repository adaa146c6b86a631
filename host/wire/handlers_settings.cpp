#include "wire/handlers.hpp"

namespace superlink {

Settings currentSettings(const Context& context) {
    const auto saved = context.store.settings();
    return saved ? settingsFromText(saved->document) : Settings{};
}

SettingsResult getSettings(const Context& context, const NoParams&) {
    const auto saved = context.store.settings();
    if (!saved) {
        return {Settings{}, std::nullopt};
    }
    return {settingsFromText(saved->document), saved->updatedAt};
}

SettingsResult putSettings(const Context& context, const SettingsPut& params) {
    const Millis now = context.clock.now();
    context.store.putSettings({toText(params.settings), now});
    return {params.settings, now};
}

} // namespace superlink
