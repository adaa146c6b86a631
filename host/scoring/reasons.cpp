#include "scoring/reasons.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace superlink {
namespace {

/// Below so many words a text's votes are weighed as if it had so many (kFewestPieces).
constexpr double kFewWords = 3;
constexpr std::size_t kMostQuoted = 12; ///< words of evidence

bool sameSign(double a, double b) {
    return (a < 0) == (b < 0);
}

Source sourceOf(const Invitation& invitation, bool inNote) {
    return inNote ? Source::Note : invitation.kind == Kind::Person ? Source::Headline : Source::Subject;
}

std::optional<Evidence> quote(const Invitation& invitation, const CardReading& card, const Span& span) {
    const TextReading& text = span.inNote ? card.note : card.headline;
    const std::size_t end = std::min({span.end, span.begin + kMostQuoted, text.tokens.size()});
    if (span.begin >= end) {
        return std::nullopt;
    }
    const std::size_t from = text.tokens[span.begin].begin;
    std::string words = text.raw.substr(from, text.tokens[end - 1].end - from);
    words.resize(std::min(words.size(), words.find('\n'))); // a subject's line ends there
    return Evidence{sourceOf(invitation, span.inNote), std::move(words)};
}

/// The part or sentence of the card that `saysMost` gives the most.
template <typename Says>
Span mostTelling(const CardReading& card, Says says) {
    Span best;
    double most = 0;
    for (const bool inNote : {false, true}) {
        const TextReading& text = inNote ? card.note : card.headline;
        for (const Part& part : text.parts) {
            const double said = part.employer ? 0 : says(text, part);
            if (said > most) {
                most = said;
                best = {inNote, part.begin, part.end};
            }
        }
    }
    return best;
}

/// The part that brings the most to how welcome such words are, or the least for a sign of -1.
Span mostWelcome(const CardReading& card, double sign) {
    return mostTelling(card, [&](const TextReading&, const Part& part) {
        // Alone a short part speaks louder than it does in the whole text.
        const auto words = static_cast<double>(part.end - part.begin);
        return sign * static_cast<double>(part.welcome) * std::sqrt(std::max(words, kFewWords));
    });
}

/// What a card as a whole can sound like, without any one word that says so.
bool soundsLike(std::string_view code) {
    return code == "SALES_LANGUAGE" || code == "SUSPICIOUS" || code == "MASS_INVITATION";
}

} // namespace

std::vector<ReasonGroup> groupsOf(const std::vector<Contribution>& contributions, double taste) {
    const auto& codes = reasonCodes();
    std::vector<ReasonGroup> out(codes.size());
    for (const Contribution& contribution : contributions) {
        out[contribution.code].weight += contribution.share;
    }
    for (const Contribution& contribution : contributions) {
        ReasonGroup& group = out[contribution.code];
        if (!sameSign(contribution.share, group.weight) || contribution.share == 0) {
            continue;
        }
        const auto keepStronger = [&](const Contribution*& kept) {
            if (kept == nullptr || std::abs(contribution.share) > std::abs(kept->share)) {
                kept = &contribution;
            }
        };
        keepStronger(group.strongest);
        // Words that are there speak; what is missing has none to quote.
        const bool present = contribution.value.value >= contribution.feature->present;
        if (present && contribution.value.span.end > contribution.value.span.begin) {
            keepStronger(group.quoted);
        }
    }
    for (std::size_t i = 0; i < codes.size(); ++i) {
        out[i].code = codes[i];
    }
    std::erase_if(out, [](const ReasonGroup& group) { return group.strongest == nullptr; });
    if (taste != 0) {
        out.push_back({"PERSONAL", taste, nullptr, nullptr});
    }
    std::stable_sort(out.begin(), out.end(), [](const ReasonGroup& a, const ReasonGroup& b) {
        return std::abs(a.weight) > std::abs(b.weight);
    });
    return out;
}

Reason reasonOf(const ReasonGroup& group, const Invitation& invitation, const CardReading& card,
                const Taste& taste, Relationship relationship) {
    Reason reason;
    reason.code = std::string(group.code);
    reason.weight = group.weight;
    const double sign = group.weight < 0 ? -1 : 1;
    if (group.code == "PERSONAL") {
        reason.evidence =
            quote(invitation, card, mostTelling(card, [&](const TextReading& text, const Part& part) {
                      return sign * taste.of(text, part.begin, part.end);
                  }));
    } else if (group.code == "USUAL" || (group.quoted == nullptr && soundsLike(group.code))) {
        reason.evidence = quote(invitation, card, mostWelcome(card, sign));
    } else if (group.code == "MUTUAL_CONNECTIONS") {
        reason.params.push_back({"count", invitation.mutualConnections.value_or(0)});
    } else if (group.code == "WANTED_RELATIONSHIP") {
        reason.params.push_back({"term", toString(relationship)});
    } else if (group.quoted != nullptr) {
        reason.evidence = quote(invitation, card, group.quoted->value.span);
        if (group.quoted->value.wish != nullptr) {
            reason.params.push_back({"term", group.quoted->value.wish->term});
        }
    }
    return reason;
}

} // namespace superlink
