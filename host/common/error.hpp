#pragma once

#include "common/param.hpp"

#include <stdexcept>
#include <string>

namespace superlink {

/// Everything that the host can answer instead of a result. The wire carries the names that `toString` gives
/// (UPPER_SNAKE); tests/contract/vocabulary.json lists them and both sides are tested against it.
enum class ErrorCode {
    InvalidMessage,      ///< not JSON, or JSON beyond the limits (depth, size, duplicate keys, bad UTF-8)
    InvalidParams,       ///< a field is missing, of another type or out of range; the message names its path
    UnknownMethod,       ///< the extension is newer than the host
    ProtocolMismatch,    ///< the two halves speak different protocols
    IdempotencyConflict, ///< a decision's key was used before for another decision
    NotFound,            ///< a file or thing that was named does not exist
    Busy,                ///< another process holds the database; the same request may be sent again
    StorageFull,         ///< no room on the disk; nothing was changed
    StorageFailed,       ///< the database cannot be read or written
    DatabaseTooNew,      ///< a newer host wrote the database; this one must be updated
    ReplyTooLarge,       ///< the answer would exceed what browsers accept
    Internal,            ///< a mistake of ours; the log has the details
};

const char* toString(ErrorCode code);

/// The one exception of the product. `what()` is for logs and terminals: it may name fields and files, never
/// a person's words.
class Error : public std::runtime_error {
  public:
    Error(ErrorCode code, const std::string& message, Params params = {})
        : std::runtime_error(message), code_(code), params_(std::move(params)) {}
    ErrorCode code() const { return code_; }
    const Params& params() const { return params_; }

  private:
    ErrorCode code_;
    Params params_;
};

} // namespace superlink
