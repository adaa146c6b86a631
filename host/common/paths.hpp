#pragma once

#include <filesystem>

namespace superlink {

/// Where this person's data and logs live, by the XDG variables ($XDG_DATA_HOME, $XDG_STATE_HOME, $HOME), so
/// that a temporary HOME isolates everything. A relative XDG variable is ignored, as its specification asks.
/// Throws Error(NotFound) when neither the variable nor HOME is set.
std::filesystem::path dataFolder();
std::filesystem::path logFolder();

/// Makes a folder for this person alone: it and any missing parent are created 0700 whatever the umask, and
/// an existing folder that others may read is closed to them. Throws Error(StorageFailed) when it cannot be
/// made, is a link, is not a folder or belongs to somebody else.
void makePrivateFolder(const std::filesystem::path& folder);

} // namespace superlink
