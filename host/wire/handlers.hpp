#pragma once

#include "wire/methods.hpp"
#include "wire/protocol.hpp"

namespace superlink {

/// One function a method, over plain structs. Files are named by the noun: handlers_settings.cpp and so on.

Hello hello(const Context& context, const Hello& params);
SettingsResult getSettings(const Context& context, const NoParams& params);
SettingsResult putSettings(const Context& context, const SettingsPut& params);
Judgements scoreInvitations(const Context& context, const ScoreBatch& params);
Recorded recordDecision(const Context& context, const Decision& params);
Undone undoDecision(const Context& context, const UndoDecision& params);
ReasonsResult listReasons(const Context& context, const NoParams& params);
ReasonsResult correctReason(const Context& context, const CorrectReason& params);
Budget getBudget(const Context& context, const NoParams& params);

/// The person's settings, or the defaults if none were saved.
Settings currentSettings(const Context& context);

} // namespace superlink
