#include "common/error.hpp"

namespace superlink {

const char* toString(ErrorCode code) {
    switch (code) {
    case ErrorCode::InvalidMessage:
        return "INVALID_MESSAGE";
    case ErrorCode::InvalidParams:
        return "INVALID_PARAMS";
    case ErrorCode::UnknownMethod:
        return "UNKNOWN_METHOD";
    case ErrorCode::ProtocolMismatch:
        return "PROTOCOL_MISMATCH";
    case ErrorCode::IdempotencyConflict:
        return "IDEMPOTENCY_CONFLICT";
    case ErrorCode::NotFound:
        return "NOT_FOUND";
    case ErrorCode::Busy:
        return "BUSY";
    case ErrorCode::StorageFull:
        return "STORAGE_FULL";
    case ErrorCode::StorageFailed:
        return "STORAGE_FAILED";
    case ErrorCode::DatabaseTooNew:
        return "DATABASE_TOO_NEW";
    case ErrorCode::ReplyTooLarge:
        return "REPLY_TOO_LARGE";
    case ErrorCode::Internal:
        return "INTERNAL";
    }
    return "INTERNAL";
}

} // namespace superlink
