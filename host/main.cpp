// superlink-host: started by the browser, one process for each of its profiles. Builds the objects and runs
// the loop until the browser closes the pipe.

#include "common/error.hpp"
#include "common/log.hpp"
#include "common/paths.hpp"
#include "common/version.hpp"
#include "store/store.hpp"
#include "wire/dispatcher.hpp"
#include "wire/methods.hpp"
#include "wire/stdio_channel.hpp"

#include <spdlog/spdlog.h>

#include <csignal>
#include <cstdio>
#include <cstring>
#include <sys/stat.h>
#include <unistd.h>

namespace {

int serve() {
    using namespace superlink;
    startLog(logFolder(), "superlink-host");
    StdioChannel channel;
    Store store(defaultDatabaseFile(), [&] { return channel.inputEnded(); });
    const Clock clock = systemClock();
    const Context context{store, clock};
    Dispatcher dispatcher;
    addMethods(dispatcher, context);
    spdlog::info("{} started", kVersion);
    const int status = channel.run([&](std::string_view message) { return dispatcher.answer(message); },
                                   Dispatcher::tooLargeReply());
    spdlog::info("left with {}", status);
    return status;
}

} // namespace

int main(int argc, char** argv) {
    if (argc > 1 && std::strcmp(argv[1], "--version") == 0) {
        std::printf("superlink-host %s\n", superlink::kVersion);
        return 0;
    }
    if (::isatty(STDIN_FILENO) != 0) {
        std::fputs("superlink-host is started by your browser. To register it run: superlink install\n",
                   stderr);
        return 2;
    }
    ::umask(077);
    // A browser that stops reading, or a file size limit, must be an error that is handled, not the end.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    try {
        return serve();
    } catch (const std::exception& error) {
        std::fprintf(stderr, "superlink-host: %s\n", error.what());
        return 1;
    }
}
