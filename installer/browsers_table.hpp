#pragma once

#include "installer/browsers.hpp"

namespace superlink::installer {

/// The data of browsersOf(), one file a system. Not to be used before main().
extern const std::vector<Browser> kLinuxBrowsers;
extern const std::vector<Browser> kMacBrowsers;
extern const std::vector<Browser> kWindowsBrowsers;

} // namespace superlink::installer
