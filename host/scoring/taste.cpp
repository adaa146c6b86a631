#include "scoring/taste.hpp"

#include "scoring/knowledge.hpp"
#include "scoring/subwords.hpp"

#include <algorithm>
#include <cmath>

namespace superlink {
namespace {

/// Variance of what two cards of the same words may differ from the host's judgement; 12 did best among 4 to
/// 15 on thirty decisions of each training persona.
constexpr double kTextVariance = 12;
constexpr double kReadinessVariance = 0.25;
constexpr double kHalfLife = 400; ///< decisions
constexpr std::size_t kFewest = 8;
constexpr std::size_t kFewestOfEither = 2;
constexpr std::size_t kFolds = 5;
constexpr int kPasses = 25;

struct Piece {
    std::uint32_t piece;
    float value;
};

/// A card's pieces as the taste weighs them: rare ones more, in all as much as one card.
struct Bag {
    std::vector<Piece> pieces;
    double square = 0;
};

template <typename Take>
float eachPiece(const CardReading& card, Take take) {
    const SubwordModel& model = knowledge().reader.model();
    float square = 0;
    for (const TextReading* text : {&card.headline, &card.note}) {
        for (const std::uint32_t piece : text->pieces) {
            const float value = model.rarity(piece);
            take(piece, value);
            square += value * value;
        }
    }
    return 1 / std::sqrt(std::max(square, 1.0F));
}

Bag bagOf(const CardReading& card) {
    Bag bag;
    const float factor = eachPiece(card, [&](std::uint32_t piece, float value) {
        bag.pieces.push_back({piece, value});
    });
    std::sort(bag.pieces.begin(), bag.pieces.end(),
              [](const Piece& a, const Piece& b) { return a.piece < b.piece; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < bag.pieces.size(); ++i) {
        if (kept > 0 && bag.pieces[kept - 1].piece == bag.pieces[i].piece) {
            bag.pieces[kept - 1].value += bag.pieces[i].value;
        } else {
            bag.pieces[kept++] = bag.pieces[i];
        }
    }
    bag.pieces.resize(kept);
    for (Piece& piece : bag.pieces) {
        piece.value *= factor;
        bag.square += static_cast<double>(piece.value * piece.value);
    }
    return bag;
}

double logistic(double x) {
    return 1 / (1 + std::exp(-x));
}

/// The weights while they are learnt, for the lessons that `use` names: dual coordinate ascent for logistic
/// regression (Yu, Huang and Lin 2011), each lesson's pull solved by Newton's method.
struct Learner {
    const std::vector<Lesson>& lessons;
    const std::vector<Bag>& bags;
    std::vector<float> weights = std::vector<float>(kBuckets);
    double readiness = 0;

    double said(std::size_t i) const {
        double sum = readiness;
        for (const Piece& piece : bags[i].pieces) {
            sum += static_cast<double>(weights[piece.piece] * piece.value);
        }
        return sum;
    }

    void learn(const std::vector<std::size_t>& use) {
        std::vector<double> pulls(lessons.size());
        for (int pass = 0; pass < kPasses; ++pass) {
            for (const std::size_t i : use) {
                const double trust = std::exp2(-static_cast<double>(lessons.size() - 1 - i) / kHalfLife);
                const double curve = kTextVariance * bags[i].square + kReadinessVariance;
                const double rest = lessons[i].logOdds + said(i) - curve * pulls[i];
                double pull = pulls[i];
                for (int step = 0; step < 4; ++step) {
                    const double p = logistic(rest + curve * pull);
                    const double gap = pull - trust * ((lessons[i].accepted ? 1 : 0) - p);
                    pull -= gap / (1 + trust * curve * p * (1 - p));
                }
                add(i, pull - pulls[i]);
                pulls[i] = pull;
            }
        }
    }

    void add(std::size_t i, double change) {
        readiness += kReadinessVariance * change;
        const auto step = static_cast<float>(kTextVariance * change);
        for (const Piece& piece : bags[i].pieces) {
            weights[piece.piece] += step * piece.value;
        }
    }
};

double loss(double logOdds, bool accepted) {
    return std::log1p(std::exp(accepted ? -logOdds : logOdds));
}

/// Whether taste predicts the person's own decisions better than the host does without it.
bool earnsItsPlace(const std::vector<Lesson>& lessons, const std::vector<Bag>& bags) {
    double without = 0;
    double with = 0;
    for (std::size_t fold = 0; fold < kFolds; ++fold) {
        std::vector<std::size_t> rest;
        for (std::size_t i = 0; i < lessons.size(); ++i) {
            if (i % kFolds != fold) {
                rest.push_back(i);
            }
        }
        Learner learner{lessons, bags};
        learner.learn(rest);
        for (std::size_t i = fold; i < lessons.size(); i += kFolds) {
            without += loss(lessons[i].logOdds, lessons[i].accepted);
            with += loss(lessons[i].logOdds + learner.said(i), lessons[i].accepted);
        }
    }
    return with < without;
}

} // namespace

Taste::Taste(const std::vector<Lesson>& lessons) {
    const auto accepted = static_cast<std::size_t>(
        std::count_if(lessons.begin(), lessons.end(), [](const Lesson& l) { return l.accepted; }));
    // A person who only ever accepts may simply leave the rest alone.
    if (lessons.size() < kFewest || std::min(accepted, lessons.size() - accepted) < kFewestOfEither) {
        return;
    }
    std::vector<Bag> bags;
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < lessons.size(); ++i) {
        bags.push_back(bagOf(*lessons[i].card));
        all.push_back(i);
    }
    if (!earnsItsPlace(lessons, bags)) {
        return;
    }
    Learner learner{lessons, bags};
    learner.learn(all);
    weights_ = std::move(learner.weights);
    readiness_ = learner.readiness;
}

double Taste::of(const CardReading& card) const {
    if (silent()) {
        return 0;
    }
    float sum = 0;
    const float factor =
        eachPiece(card, [&](std::uint32_t piece, float value) { sum += value * weights_[piece]; });
    return readiness_ + static_cast<double>(factor * sum);
}

double Taste::of(const TextReading& text, std::size_t begin, std::size_t end) const {
    if (silent()) {
        return 0;
    }
    std::vector<std::uint32_t> pieces;
    appendBuckets(text.tokens, begin, end, pieces);
    const SubwordModel& model = knowledge().reader.model();
    float sum = 0;
    for (const std::uint32_t piece : pieces) {
        sum += model.rarity(piece) * weights_[piece];
    }
    return static_cast<double>(sum);
}

} // namespace superlink
