#include "installer/manifest.hpp"

#include "common/error.hpp"

#include <catch2/catch.hpp>
#include <functional>
#include <nlohmann/json.hpp>

using namespace superlink::installer;
using Json = nlohmann::json;

namespace {

constexpr const char* kHost = "/opt/superlink/superlink-host";

struct Mutant {
    const char* name;
    Family family;
    std::function<void(Json&)> change;
    const char* code;
};

std::vector<std::string> codes(const std::vector<ManifestFault>& faults) {
    std::vector<std::string> result;
    for (const auto& fault : faults) {
        result.push_back(fault.code);
    }
    return result;
}

const std::string kOrigin = callerId(Family::Chromium);
const std::string kOtherOrigin = "chrome-extension://abcdefghijklmnopabcdefghijklmnop/";

std::function<void(Json&)> set(const char* key, Json value) {
    return [key, value = std::move(value)](Json& manifest) { manifest[key] = value; };
}
std::function<void(Json&)> drop(const char* key) {
    return [key](Json& manifest) { manifest.erase(key); };
}
std::function<void(Json&)> addOrigin(Json value) {
    return [value = std::move(value)](Json& manifest) { manifest["allowed_origins"].push_back(value); };
}

const std::vector<Mutant> kMutantsOfOne{
    {"empty description", Family::Chromium, set("description", ""), "MANIFEST_DESCRIPTION_EMPTY"},
    {"no host", Family::Chromium, addOrigin("chrome-extension:///"), "ALLOWED_ORIGIN_MALFORMED"},
    {"an unknown key", Family::Firefox, set("note", "hello"), "MANIFEST_UNKNOWN_KEY"},
    {"no origins", Family::Chromium, drop("allowed_origins"), "ALLOWED_ORIGINS_MISSING"},
    {"origins are a text", Family::Chromium, set("allowed_origins", kOrigin), "ALLOWED_ORIGINS_MISSING"},
    {"empty origins", Family::Chromium, set("allowed_origins", Json::array()), "ALLOWED_ORIGINS_LACK_US"},
    {"others only", Family::Chromium, set("allowed_origins", {kOtherOrigin}), "ALLOWED_ORIGINS_LACK_US"},
    {"a number", Family::Chromium, addOrigin(7), "ALLOWED_ORIGIN_MALFORMED"},
    {"null", Family::Chromium, addOrigin(nullptr), "ALLOWED_ORIGIN_MALFORMED"},
    {"nothing", Family::Chromium, addOrigin(""), "ALLOWED_ORIGIN_MALFORMED"},
    {"no slash", Family::Chromium, addOrigin(kOrigin.substr(0, kOrigin.size() - 1)),
     "ALLOWED_ORIGIN_MALFORMED"},
    {"two slashes", Family::Chromium, addOrigin(kOrigin + "/"), "ALLOWED_ORIGIN_USELESS"},
    {"wildcard", Family::Chromium, addOrigin("chrome-extension://*/"), "ALLOWED_ORIGIN_MALFORMED"},
    {"31 letters", Family::Chromium, addOrigin("chrome-extension://abcdefghijklmnopabcdefghijklmno/"),
     "ALLOWED_ORIGIN_USELESS"},
    {"letters after p", Family::Chromium, addOrigin("chrome-extension://zbcdefghijklmnopabcdefghijklmnop/"),
     "ALLOWED_ORIGIN_USELESS"},
    {"capitals", Family::Chromium, addOrigin("chrome-extension://ABCDEFGHIJKLMNOPABCDEFGHIJKLMNOP/"),
     "ALLOWED_ORIGIN_USELESS"},
    {"Firefox's scheme", Family::Chromium, addOrigin("moz-extension://abcdefghijklmnopabcdefghijklmnop/"),
     "ALLOWED_ORIGIN_MALFORMED"},
    {"Firefox's id", Family::Chromium, addOrigin("superlink@superlink.io"), "ALLOWED_ORIGIN_MALFORMED"},
    {"no extensions", Family::Firefox, drop("allowed_extensions"), "ALLOWED_EXTENSIONS_MISSING"},
    {"empty extensions", Family::Firefox, set("allowed_extensions", Json::array()),
     "ALLOWED_EXTENSIONS_MISSING"},
    {"a number", Family::Firefox, set("allowed_extensions", {7}), "ALLOWED_EXTENSIONS_MISSING"},
    {"others only", Family::Firefox, set("allowed_extensions", {"a@b.c"}), "ALLOWED_EXTENSIONS_LACK_US"},
    {"Chromium's key", Family::Firefox, set("allowed_origins", {kOrigin}), "CHROMIUM_KEY_IN_FIREFOX"},
};

/// Of the fields that both families have; the family here stands for both.
const std::vector<Mutant> kMutantsOfBoth{
    {"no name", Family::Firefox, drop("name"), "MANIFEST_NAME_WRONG"},
    {"another name", Family::Firefox, set("name", "com.example.host"), "MANIFEST_NAME_WRONG"},
    {"capitals in the name", Family::Firefox, set("name", "IO.superlink.host"), "MANIFEST_NAME_WRONG"},
    {"a number for a name", Family::Firefox, set("name", 7), "MANIFEST_NAME_WRONG"},
    {"no description", Family::Firefox, drop("description"), "MANIFEST_DESCRIPTION_EMPTY"},
    {"a list for a description", Family::Firefox, set("description", Json::array()),
     "MANIFEST_DESCRIPTION_EMPTY"},
    {"no type", Family::Firefox, drop("type"), "MANIFEST_TYPE_WRONG"},
    {"pkcs11", Family::Firefox, set("type", "pkcs11"), "MANIFEST_TYPE_WRONG"},
    {"true for a type", Family::Firefox, set("type", true), "MANIFEST_TYPE_WRONG"},
    {"no path", Family::Firefox, drop("path"), "MANIFEST_PATH_MISSING"},
    {"empty path", Family::Firefox, set("path", ""), "MANIFEST_PATH_MISSING"},
    {"a number for a path", Family::Firefox, set("path", 3.7), "MANIFEST_PATH_MISSING"},
    {"relative path", Family::Firefox, set("path", "superlink-host"), "MANIFEST_PATH_RELATIVE"},
    {"tilde", Family::Firefox, set("path", "~/superlink-host"), "MANIFEST_PATH_RELATIVE"},
    {"placeholder", Family::Firefox, set("path", "@HOST_PATH@"), "MANIFEST_PLACEHOLDER"},
};

std::vector<Mutant> mutants() {
    std::vector<Mutant> all = kMutantsOfOne;
    for (const Family family : {Family::Chromium, Family::Firefox}) {
        for (Mutant mutant : kMutantsOfBoth) {
            mutant.family = family;
            all.push_back(mutant);
        }
    }
    return all;
}

} // namespace

TEST_CASE("A filled manifest has no fault, for both families, and keeps the order of its template") {
    for (const Family family : {Family::Chromium, Family::Firefox}) {
        const std::string text = fillManifest(family, kHost);
        CHECK(codes(faultsIn(text, family)).empty());
        CHECK(hostPathIn(text) == kHost);
        CHECK(isOurs(text));
        CHECK(text.find("\"name\"") < text.find("\"description\""));
        CHECK(text.find("\"description\"") < text.find("\"path\""));
        CHECK(text.back() == '\n');
    }
}

TEST_CASE("Every mutation of a manifest that a browser would refuse is named") {
    CHECK(mutants().size() >= 50);
    for (const auto& mutant : mutants()) {
        INFO(mutant.name << " " << mutant.code);
        Json manifest = Json::parse(fillManifest(mutant.family, kHost));
        mutant.change(manifest);
        CHECK(codes(faultsIn(manifest.dump(), mutant.family)) == std::vector<std::string>{mutant.code});
    }
}

TEST_CASE("What a browser lets pass is no reason to refuse a manifest") {
    // Tried in Chromium 156 and Firefox 153: the first passes over unknown keys, the second asks for no
    // words.
    Json chromium = Json::parse(fillManifest(Family::Chromium, kHost));
    chromium["allowed_extensions"] = {"superlink@superlink.io"};
    chromium["allowed_origins"].push_back(kOtherOrigin);
    CHECK(codes(faultsIn(chromium.dump(), Family::Chromium)).empty());
    Json firefox = Json::parse(fillManifest(Family::Firefox, kHost));
    firefox["description"] = "";
    CHECK(codes(faultsIn(firefox.dump(), Family::Firefox)).empty());
    chromium["allowed_origins"].push_back("chrome-extension://abc/");
    CHECK(!faultsIn(chromium.dump(), Family::Chromium).front().fatal);
}

TEST_CASE("What is no JSON object is one fault, whatever it is") {
    const std::string whole = fillManifest(Family::Chromium, kHost);
    const std::string deep(60'000, '[');
    for (const std::string& text : {std::string(), std::string("null"), std::string("[]"), std::string("7"),
                                    std::string("<!DOCTYPE html>"), whole.substr(0, whole.size() / 2),
                                    std::string("{\"name\": \"\xff\"}"), deep}) {
        CHECK(codes(faultsIn(text, Family::Chromium)) == std::vector<std::string>{"MANIFEST_NOT_JSON"});
        CHECK(!isOurs(text));
        CHECK(!hostPathIn(text));
    }
}

TEST_CASE("The other family's manifest is refused by both") {
    CHECK(codes(faultsIn(fillManifest(Family::Firefox, kHost), Family::Chromium)) ==
          std::vector<std::string>{"ALLOWED_ORIGINS_MISSING"});
    CHECK(codes(faultsIn(fillManifest(Family::Chromium, kHost), Family::Firefox)) ==
          std::vector<std::string>{"CHROMIUM_KEY_IN_FIREFOX", "ALLOWED_EXTENSIONS_MISSING"});
}

TEST_CASE("A host's path may hold quotes, spaces and letters of any language, but must be UTF-8") {
    const std::filesystem::path odd = "/home/J\xc3\xbcrgen \"J\"/back\\slash/superlink-host";
    CHECK(hostPathIn(fillManifest(Family::Firefox, odd)) == odd);
    CHECK_THROWS_AS(fillManifest(Family::Firefox, "/home/\xff/superlink-host"), superlink::Error);
    CHECK_THROWS_AS(fillManifest(Family::Firefox, "superlink-host"), superlink::Error);
}
