#pragma once

#include <filesystem>
#include <string>

namespace superlink {

/// Sends spdlog's default logger, whose first line would otherwise go to stdout and break the wire, into a
/// file of this process alone: `PROGRAM-PID.log`, 0600, at most twice 256 KiB (spdlog cannot share a file
/// between processes). Logs hold ids and counts, never names, headlines or notes. Keeps the newest nine logs
/// beside it. Where no file can be written the log is dropped; the product does not depend on it.
void startLog(const std::filesystem::path& folder, const std::string& program);

} // namespace superlink
