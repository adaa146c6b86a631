#include "wire/handlers.hpp"

#include "common/error.hpp"
#include "scoring/features.hpp"

#include <algorithm>

namespace superlink {

ReasonsResult listReasons(const Context& context, const NoParams&) {
    ReasonsResult out;
    out.corrections = correctionsIn(context.store);
    for (const auto& [code, agreement] : context.judge->of(context.store, context.clock.now()).ledger.all()) {
        out.ledger.push_back({code, agreement});
    }
    return out;
}

ReasonsResult correctReason(const Context& context, const CorrectReason& params) {
    const auto& codes = reasonCodes();
    if (std::find(codes.begin(), codes.end(), params.code) == codes.end()) {
        throw Error(ErrorCode::InvalidParams, "params.code is no reason that can be corrected");
    }
    const std::string invitation = params.invitationId.value_or("");
    if (!params.correction) {
        context.store.removeCorrection(params.code, invitation);
    } else if (*params.correction == Correction::Wrong) {
        if (invitation.empty()) {
            throw Error(ErrorCode::InvalidParams,
                        "params.invitationId is missing: a fact is wrong of one card");
        }
        context.store.putCorrection({params.code, invitation, "wrong"}, context.clock.now());
    } else {
        context.store.putCorrection({params.code, "", toString(*params.correction)}, context.clock.now());
    }
    return listReasons(context, {});
}

} // namespace superlink
