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
Budget putBudget(const Context& context, const EnterElsewhere& params);
PlanResult getPlan(const Context& context, const GetPlan& params);
PreviewResult previewPlan(const Context& context, const SettingsPut& params);
Announced announceReview(const Context& context, const AnnounceReview& params);
WasSetAside setAside(const Context& context, const SetAside& params);
PastDecisions listDecisions(const Context& context, const ListDecisions& params);
History getHistory(const Context& context, const GetHistory& params);
Terms suggestTerms(const Context& context, const SuggestTerms& params);
DataSummary summariseData(const Context& context, const NoParams& params);
Exported exportData(const Context& context, const ExportFrom& params);
Imported importData(const Context& context, const ImportRecords& params);
Erased eraseData(const Context& context, const NoParams& params);

} // namespace superlink
