#include "installer/manifest.hpp"

#include "common/error.hpp"
#include "installer/manifest_templates.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace superlink::installer {
namespace {

using Json = nlohmann::ordered_json;

const Json& templateOf(Family family) {
    static const Json chromium = Json::parse(kChromiumTemplate);
    static const Json firefox = Json::parse(kFirefoxTemplate);
    return family == Family::Chromium ? chromium : firefox;
}

const char* callersKey(Family family) {
    return family == Family::Chromium ? "allowed_origins" : "allowed_extensions";
}

/// A JSON object, or nothing.
std::optional<Json> parseObject(std::string_view text) {
    Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) {
        return std::nullopt;
    }
    return json;
}

/// The text at `key`, or an empty one.
std::string textAt(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool isUtf8(const std::string& text) {
    const Json json(text);
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) ==
           json.dump(-1, ' ', false, Json::error_handler_t::ignore);
}

constexpr std::string_view kOriginScheme = "chrome-extension://";

/// Chromium takes it for a pattern of origins; one entry that is none voids the whole manifest. The slash at
/// the end is needed, wildcards are refused.
bool isOriginPattern(std::string_view text) {
    if (text.substr(0, kOriginScheme.size()) != kOriginScheme) {
        return false;
    }
    const auto slash = text.find('/', kOriginScheme.size());
    const auto host = text.substr(kOriginScheme.size(), slash - kOriginScheme.size());
    return slash != std::string_view::npos && !host.empty() && host.find('*') == std::string_view::npos;
}

/// `chrome-extension://<32 letters a-p>/`: it can be an extension's.
bool isOrigin(std::string_view text) {
    if (!isOriginPattern(text) || text.size() != kOriginScheme.size() + 33 || text.back() != '/') {
        return false;
    }
    const auto id = text.substr(kOriginScheme.size(), 32);
    return std::all_of(id.begin(), id.end(), [](char letter) { return letter >= 'a' && letter <= 'p'; });
}

/// A path or id as it may be printed to a terminal.
std::string quoted(const std::string& text) {
    return Json(text.substr(0, 200)).dump(-1, ' ', true, Json::error_handler_t::replace);
}

void checkPath(const Json& manifest, std::vector<ManifestFault>& faults) {
    const std::string path = textAt(manifest, "path");
    if (path.empty()) {
        faults.push_back({"MANIFEST_PATH_MISSING", "the manifest names no program in \"path\""});
    } else if (path.front() == '@') {
        faults.push_back({"MANIFEST_PLACEHOLDER", "the manifest is a template that was never filled in"});
    } else if (path.front() != '/') {
        faults.push_back({"MANIFEST_PATH_RELATIVE",
                          "the manifest's \"path\" is " + quoted(path) + ", which is not an absolute path"});
    }
}

void checkOrigins(const Json& manifest, std::vector<ManifestFault>& faults) {
    const auto origins = manifest.find("allowed_origins");
    if (origins == manifest.end() || !origins->is_array()) {
        faults.push_back({"ALLOWED_ORIGINS_MISSING", "the manifest has no list \"allowed_origins\""});
        return;
    }
    bool ours = false;
    for (const auto& origin : *origins) {
        const std::string text = origin.is_string() ? origin.get<std::string>() : origin.dump();
        if (!origin.is_string() || !isOriginPattern(text)) {
            faults.push_back({"ALLOWED_ORIGIN_MALFORMED",
                              "the entry " + quoted(text) +
                                  " of \"allowed_origins\" is malformed, and for that the browser drops the "
                                  "whole manifest"});
        } else if (!isOrigin(text)) {
            faults.push_back({"ALLOWED_ORIGIN_USELESS",
                              "the entry " + quoted(text) + " of \"allowed_origins\" fits no extension",
                              false});
        }
        ours = ours || text == callerId(Family::Chromium);
    }
    if (!ours) {
        faults.push_back({"ALLOWED_ORIGINS_LACK_US", "the manifest does not allow SuperLink's extension, " +
                                                         callerId(Family::Chromium)});
    }
}

/// Firefox refuses a manifest with any key that it does not know.
void checkKeys(const Json& manifest, std::vector<ManifestFault>& faults) {
    for (const auto& [key, ignored] : manifest.items()) {
        if (key == "allowed_origins") {
            faults.push_back({"CHROMIUM_KEY_IN_FIREFOX", "the manifest is one for Chromium (it has "
                                                         "\"allowed_origins\"), which Firefox refuses"});
        } else if (!templateOf(Family::Firefox).contains(key)) {
            faults.push_back({"MANIFEST_UNKNOWN_KEY", "the manifest has the key " + quoted(key) +
                                                          ", and Firefox refuses what it does not know"});
        }
    }
}

void checkExtensions(const Json& manifest, std::vector<ManifestFault>& faults) {
    checkKeys(manifest, faults);
    const auto extensions = manifest.find("allowed_extensions");
    const bool texts = extensions != manifest.end() && extensions->is_array() && !extensions->empty() &&
                       std::all_of(extensions->begin(), extensions->end(),
                                   [](const Json& entry) { return entry.is_string(); });
    if (!texts) {
        faults.push_back({"ALLOWED_EXTENSIONS_MISSING",
                          "the manifest has no list of add-on ids in \"allowed_extensions\""});
    } else if (std::find(extensions->begin(), extensions->end(), callerId(Family::Firefox)) ==
               extensions->end()) {
        faults.push_back({"ALLOWED_EXTENSIONS_LACK_US",
                          "the manifest does not allow SuperLink's add-on, " + callerId(Family::Firefox)});
    }
}

} // namespace

std::string hostName() {
    return textAt(templateOf(Family::Chromium), "name");
}

std::string manifestFileName() {
    return hostName() + ".json";
}

std::string callerId(Family family) {
    return templateOf(family).at(callersKey(family)).at(0).get_ref<const std::string&>();
}

std::string fillManifest(Family family, const std::filesystem::path& hostPath) {
    if (!hostPath.is_absolute() || !isUtf8(hostPath.string())) {
        throw Error(ErrorCode::InvalidParams,
                    "the path of the host must be absolute and UTF-8; install it in another folder");
    }
    Json manifest = templateOf(family);
    manifest["path"] = hostPath.string();
    return manifest.dump(2) + "\n";
}

std::vector<ManifestFault> faultsIn(std::string_view text, Family family) {
    const auto manifest = parseObject(text);
    if (!manifest) {
        return {{"MANIFEST_NOT_JSON", "the manifest is not a JSON object"}};
    }
    std::vector<ManifestFault> faults;
    if (textAt(*manifest, "name") != hostName()) {
        faults.push_back({"MANIFEST_NAME_WRONG", "the manifest's \"name\" is not " + hostName()});
    }
    const auto description = manifest->find("description");
    const bool described = description != manifest->end() && description->is_string();
    if (!described || (family == Family::Chromium && textAt(*manifest, "description").empty())) {
        faults.push_back(
            {"MANIFEST_DESCRIPTION_EMPTY", "the manifest's \"description\" is empty or missing"});
    }
    if (textAt(*manifest, "type") != "stdio") {
        faults.push_back({"MANIFEST_TYPE_WRONG", "the manifest's \"type\" is not \"stdio\""});
    }
    checkPath(*manifest, faults);
    if (family == Family::Chromium) {
        checkOrigins(*manifest, faults);
    } else {
        checkExtensions(*manifest, faults);
    }
    return faults;
}

std::optional<std::filesystem::path> hostPathIn(std::string_view text) {
    const auto manifest = parseObject(text);
    const std::string path = manifest ? textAt(*manifest, "path") : "";
    if (path.empty()) {
        return std::nullopt;
    }
    return path;
}

bool isOurs(std::string_view text) {
    const auto manifest = parseObject(text);
    return manifest && textAt(*manifest, "name") == hostName();
}

} // namespace superlink::installer
