#include "planning/plan.hpp"

#include <algorithm>

namespace superlink {

std::vector<std::string> plan(const std::vector<Invitation>& invitations,
                              const std::vector<Judgement>& judgements, int budget) {
    std::vector<const Judgement*> candidates;
    for (std::size_t i = 0; i < judgements.size(); ++i) {
        if (judgements[i].verdict != Verdict::Ignore && invitations[i].kind == Kind::Person) {
            candidates.push_back(&judgements[i]);
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Judgement* a, const Judgement* b) { return a->score > b->score; });
    std::vector<std::string> ids;
    for (const Judgement* candidate : candidates) {
        if (static_cast<int>(ids.size()) >= budget) {
            break;
        }
        ids.push_back(candidate->id);
    }
    return ids;
}

} // namespace superlink
