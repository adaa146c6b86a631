#pragma once

namespace SQLite {
class Database;
}

namespace superlink {

/// Brings the database to the newest schema, each numbered migration once, all in one IMMEDIATE transaction
/// that looks at the number again after it holds the lock (two hosts may start at the same moment). Throws
/// Error(DatabaseTooNew) if a newer host wrote it, Error(StorageFailed) if the file is not SuperLink's.
void migrate(SQLite::Database& database);

} // namespace superlink
