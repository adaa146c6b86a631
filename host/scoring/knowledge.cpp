#include "scoring/knowledge.hpp"

#include "scoring/features.hpp"

#include <string>
#include <string_view>
#include <vector>

extern "C" {
extern const char superlink_text_model[];
extern const char superlink_text_model_end[];
extern const char superlink_verdict_model[];
extern const char superlink_verdict_model_end[];
}

namespace superlink {
namespace {

std::string_view between(const char* begin, const char* end) {
    return {begin, static_cast<std::size_t>(end - begin)};
}

std::vector<std::string> outputNames() {
    std::vector<std::string> out{"accept"};
    for (std::size_t i = 0; i < kRelationships; ++i) {
        out.emplace_back(toString(static_cast<Relationship>(i)));
    }
    return out;
}

std::vector<std::string> namesOfFeatures() {
    std::vector<std::string> out;
    for (const Feature& feature : features()) {
        out.push_back(feature.name);
    }
    return out;
}

} // namespace

const Knowledge& knowledge() {
    static const SubwordModel text(between(superlink_text_model, superlink_text_model_end));
    static const Knowledge all{CardReader(text),
                               AdditiveModel(between(superlink_verdict_model, superlink_verdict_model_end),
                                             outputNames(), namesOfFeatures())};
    return all;
}

} // namespace superlink
