#include "wire/handlers.hpp"

#include "common/version.hpp"

namespace superlink {

Hello hello(const Context&, const Hello& params) {
    if (params.protocol != kProtocolVersion) {
        // The extension compares, and tells the person which half to update.
        throw Error(ErrorCode::ProtocolMismatch, "the extension speaks another protocol",
                    {{"protocol", kProtocolVersion}, {"version", std::string(kVersion)}});
    }
    return {kProtocolVersion, kVersion};
}

} // namespace superlink
