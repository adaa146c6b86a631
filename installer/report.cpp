#include "installer/doctor.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace superlink::installer {
namespace {

const char* word(Severity severity) {
    switch (severity) {
    case Severity::Ok:
        return "ok";
    case Severity::Warning:
        return "warning";
    case Severity::Error:
        return "error";
    }
    return "error";
}

std::size_t count(const std::vector<Finding>& findings, Severity severity) {
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(),
                      [severity](const Finding& finding) { return finding.severity == severity; }));
}

std::string plain(std::string text) {
    for (char& letter : text) {
        const auto code = static_cast<unsigned char>(letter);
        letter = code < 0x20 || code == 0x7f ? '?' : letter;
    }
    return text;
}

std::string counted(std::size_t number, const std::string& thing) {
    return std::to_string(number) + " " + thing + (number == 1 ? "" : "s");
}

} // namespace

std::string reportText(const std::vector<Finding>& findings) {
    std::string text;
    for (const auto& finding : findings) {
        std::string head = word(finding.severity);
        head.resize(9, ' ');
        const std::string browser = finding.browser.empty() ? "" : finding.browser + ": ";
        text += plain(head + browser + finding.what + " [" + finding.code + "]") + "\n";
        if (!finding.path.empty()) {
            text += plain("         " + finding.path.string()) + "\n";
        }
        if (!finding.mend.empty()) {
            text += plain("         mend: " + finding.mend) + "\n";
        }
    }
    const auto errors = count(findings, Severity::Error);
    const auto warnings = count(findings, Severity::Warning);
    return text + (errors == 0 ? "SuperLink is ready: " : "SuperLink is not ready: ") +
           counted(errors, "error") + ", " + counted(warnings, "warning") + ".\n";
}

std::string reportJson(const std::vector<Finding>& findings) {
    using Json = nlohmann::ordered_json;
    Json list = Json::array();
    for (const auto& finding : findings) {
        list.push_back({{"code", finding.code},
                        {"severity", word(finding.severity)},
                        {"browser", finding.browser},
                        {"path", finding.path.string()},
                        {"what", finding.what},
                        {"mend", finding.mend}});
    }
    const auto errors = count(findings, Severity::Error);
    const Json report{{"ok", errors == 0},
                      {"errors", errors},
                      {"warnings", count(findings, Severity::Warning)},
                      {"findings", std::move(list)}};
    return report.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace superlink::installer
