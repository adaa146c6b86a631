#pragma once

namespace superlink::installer {

/// manifests/native-host.chromium.json and manifests/native-host.firefox.json, as they were when building.
extern const char* const kChromiumTemplate;
extern const char* const kFirefoxTemplate;

} // namespace superlink::installer
