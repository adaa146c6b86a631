#include "wire/handlers.hpp"

#include "planning/week.hpp"

#include "common/version.hpp"

namespace superlink {

Hello hello(const Context& context, const Hello& params) {
    if (params.protocol != kProtocolVersion) {
        // The extension compares, and tells the person which half to update.
        throw Error(ErrorCode::ProtocolMismatch, "the extension speaks another protocol",
                    {{"protocol", kProtocolVersion}, {"version", std::string(kVersion)}});
    }
    // A browser may know zones that this computer does not: then its own zone must do.
    context.browser->timeZone =
        params.timeZone && isTimeZone(*params.timeZone) ? params.timeZone : std::nullopt;
    context.browser->firstDay = params.firstDay;
    return {kProtocolVersion, kVersion, std::nullopt, std::nullopt};
}

} // namespace superlink
