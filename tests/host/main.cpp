// One binary for all units of the host. Refused requests are expected here; their log lines are not wanted.

#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include <spdlog/spdlog.h>

int main(int argc, char** argv) {
    spdlog::set_level(spdlog::level::off);
    return Catch::Session().run(argc, argv);
}
