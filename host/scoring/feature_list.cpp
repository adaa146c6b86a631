// What each feature is told as: its reason, from which value on, and which way it may speak.

#include "scoring/features.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace superlink {

int directionOf(std::string_view reason) {
    static constexpr std::array<std::string_view, 15> kFor{
        "WANTED_ROLE",    "WANTED_INDUSTRY", "WANTED_COMPANY", "WANTED_PLACE", "WANTED_TOPIC",
        "GOAL_WORDS",     "SAME_TRADE",      "NEAR_YOU",       "OFFERS_WORK",  "INTRODUCED",
        "SHARED_CONTEXT", "SPECIFIC_NOTE",   "VERIFIED",       "FOLLOWS_YOU",  "MUTUAL_CONNECTIONS"};
    static constexpr std::array<std::string_view, 11> kAgainst{
        "AVOIDED_ROLE",  "AVOIDED_INDUSTRY", "AVOIDED_COMPANY", "AVOIDED_PLACE",
        "AVOIDED_TOPIC", "SALES_LANGUAGE",   "SUSPICIOUS",      "MASS_INVITATION",
        "SHOUTING",      "OFF_TOPIC",        "AIMS_AT_YOU"};
    const auto in = [&](const auto& codes) {
        return std::find(codes.begin(), codes.end(), reason) != codes.end();
    };
    return in(kFor) ? 1 : in(kAgainst) ? -1 : 0;
}

namespace {

/// What is far from everything wanted is off topic; what lacks anything else is simply as such cards are.
Feature featureOf(FeatureName named) {
    const bool near = named.name.find("near") != std::string::npos;
    const bool logOdds = named.name.find("who_") != std::string::npos && named.name != "who_wanted";
    Feature feature;
    feature.name = std::move(named.name);
    feature.reason = named.reason;
    feature.present = 0.3F;
    feature.absent = "USUAL";
    if (near && feature.reason != "USUAL") {
        feature.present = directionOf(feature.reason) > 0 ? 0.65F : 0.8F;
        feature.absent = directionOf(feature.reason) > 0 ? "OFF_TOPIC" : "USUAL";
    } else if (logOdds) {
        // A third for what is common; a hard word needs more.
        feature.present = feature.reason == "SUSPICIOUS" ? 0.5F : -0.7F;
    } else if (feature.reason == "MUTUAL_CONNECTIONS") {
        feature.present = 0.01F;
    }
    return feature;
}

std::vector<Feature> namedFeatures() {
    std::vector<Feature> all;
    for (FeatureName& name : featureNames()) {
        all.push_back(featureOf(std::move(name)));
    }
    return all;
}

} // namespace

const std::vector<std::string>& reasonCodes() {
    static const std::vector<std::string> list = [] {
        std::vector<std::string> codes{"PERSONAL"};
        for (const Feature& feature : namedFeatures()) {
            codes.push_back(feature.reason);
            codes.push_back(feature.absent);
        }
        std::sort(codes.begin(), codes.end());
        codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
        return codes;
    }();
    return list;
}

const std::vector<Feature>& features() {
    static const std::vector<Feature> list = [] {
        const auto& codes = reasonCodes();
        const auto at = [&](const std::string& code) {
            return static_cast<std::size_t>(std::lower_bound(codes.begin(), codes.end(), code) -
                                            codes.begin());
        };
        std::vector<Feature> all = namedFeatures();
        for (Feature& feature : all) {
            feature.whenPresent = {at(feature.reason), directionOf(feature.reason)};
            feature.whenAbsent = {at(feature.absent), directionOf(feature.absent)};
            feature.usual = at("USUAL");
        }
        return all;
    }();
    return list;
}

} // namespace superlink
