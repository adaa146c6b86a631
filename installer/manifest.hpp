#pragma once

#include "installer/browsers.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace superlink::installer {

/// The native messaging manifest: the small JSON file by which a browser learns of a host. Its text comes
/// from the templates in manifests/, which the build puts into the program, so that an installed `superlink`
/// needs no files beside it; names and ids are read from them and stand nowhere else. The rules are those of
/// Chromium's native_messaging_host_manifest.cc and Gecko's NativeManifests.sys.mjs, told again.

/// "io.superlink.host".
std::string hostName();

/// "io.superlink.host.json".
std::string manifestFileName();

/// What a browser of this family passes to the host to say who calls: `chrome-extension://<id>/`, or the
/// add-on's id.
std::string callerId(Family family);

/// The filled template, ending in a newline. `hostPath` must be absolute and UTF-8, else
/// Error(InvalidParams).
std::string fillManifest(Family family, const std::filesystem::path& hostPath);

/// What is wrong with a manifest. `what` is one sentence without a full stop.
struct ManifestFault {
    std::string code;
    std::string what;
    bool fatal = true; ///< the browser would not start our host for our extension
};

/// Judges the text alone, not the file that `path` names. Empty when nothing is wrong.
std::vector<ManifestFault> faultsIn(std::string_view text, Family family);

/// The `path` of a manifest; nullopt when the text is no JSON object with a text there.
std::optional<std::filesystem::path> hostPathIn(std::string_view text);

/// True when the text is JSON and its `name` is ours.
bool isOurs(std::string_view text);

} // namespace superlink::installer
