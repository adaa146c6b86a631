#include "common/log.hpp"

#include "common/paths.hpp"

#include <spdlog/sinks/null_sink.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <unistd.h>
#include <vector>

namespace superlink {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxLogBytes = 256 * 1024;
constexpr std::size_t kKeptLogs = 9;

void removeOldLogs(const fs::path& folder) {
    std::vector<fs::directory_entry> logs;
    std::error_code ignored; // another host may be tidying up as well
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        if (entry.path().extension() == ".log") {
            logs.push_back(entry);
        }
    }
    if (logs.size() <= kKeptLogs) {
        return;
    }
    std::sort(logs.begin(), logs.end(), [&](const auto& a, const auto& b) {
        return a.last_write_time(ignored) > b.last_write_time(ignored);
    });
    for (std::size_t i = kKeptLogs; i < logs.size(); ++i) {
        fs::remove(logs[i].path(), ignored);
    }
}

} // namespace

void startLog(const fs::path& folder, const std::string& program) {
    // First of all: nothing may ever reach stdout.
    spdlog::set_default_logger(
        std::make_shared<spdlog::logger>(program, std::make_shared<spdlog::sinks::null_sink_mt>()));
    try {
        makePrivateFolder(folder);
        removeOldLogs(folder);
        const fs::path file = folder / (program + "-" + std::to_string(::getpid()) + ".log");
        auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file.string(), kMaxLogBytes, 1);
        auto logger = std::make_shared<spdlog::logger>(program, std::move(sink));
        logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e %l %v");
        logger->flush_on(spdlog::level::info);
        spdlog::set_default_logger(std::move(logger));
    } catch (const std::exception&) {
        // Documented above: without a place to write, the log is dropped and the host serves on.
    }
}

} // namespace superlink
