#pragma once

#include <array>
#include <limits>
#include <vector>

namespace superlink {

/// What a figure is where there is nothing to measure it on.
inline constexpr double kNoFigure = std::numeric_limits<double>::quiet_NaN();

/// part / whole; kNoFigure of nothing.
double share(double part, double whole);

/// The chance that a random true one outscores a random false one; a tie is half. kNoFigure when all are
/// true or none is. Both lists are of one length.
double areaUnderCurve(const std::vector<double>& scores, const std::vector<bool>& truth);

/// Expected calibration error in ten bins of equal width: how far a score of 0.7 is from seven out of ten, on
/// average. Scores are 0 to 1.
double calibrationError(const std::vector<double>& scores, const std::vector<bool>& truth);

/// How well verdicts agree with what a thoughtful person would do. All are 0 to 1, but `known`, a count, and
/// `utility`, which begins at -1. Truth is the mean of the judges; toss-ups count for nothing.
struct Figures {
    double known = kNoFigure;       ///< invitations that are no toss-up
    double acceptShare = kNoFigure; ///< share of those that the judges accept
    double auc = kNoFigure;         ///< areaUnderCurve of the score, nothing learnt
    double aucAfter0 = kNoFigure;   ///< the same on a fixed half of the queue,
    double aucAfter10 = kNoFigure;  ///< and after so many decisions on the other half
    double aucAfter30 = kNoFigure;
    double aucAfter60 = kNoFigure;
    double covered = kNoFigure;     ///< share with a plain verdict (not unsure)
    double right = kNoFigure;       ///< share of the plain verdicts that agree with the judges
    double utility = kNoFigure;     ///< (right - wrong) / all: what is gained by trusting the badges
    double ece = kNoFigure;         ///< calibrationError of the score
    double plan = kNoFigure;        ///< ratings of a week's picks as a share of the best possible
    double relation = kNoFigure;    ///< share of persons whose relationship agrees with a judge's
    double mutualsAuc = kNoFigure;  ///< areaUnderCurve of the mutual connections: the floor
    double judgesAuc = kNoFigure;   ///< the first judge against the second: the ceiling
    double judgesRight = kNoFigure; ///< share on which they agree where neither said 3
};

struct FigureColumn {
    const char* name;
    double Figures::*value;
};

/// The figures in the order in which they are printed, by the names that InviteBench gives them.
inline constexpr std::array<FigureColumn, 16> kFigureColumns = {{{"n", &Figures::known},
                                                                 {"accept_share", &Figures::acceptShare},
                                                                 {"auc", &Figures::auc},
                                                                 {"auc@0", &Figures::aucAfter0},
                                                                 {"auc@10", &Figures::aucAfter10},
                                                                 {"auc@30", &Figures::aucAfter30},
                                                                 {"auc@60", &Figures::aucAfter60},
                                                                 {"covered", &Figures::covered},
                                                                 {"right", &Figures::right},
                                                                 {"utility", &Figures::utility},
                                                                 {"ece", &Figures::ece},
                                                                 {"plan", &Figures::plan},
                                                                 {"relation", &Figures::relation},
                                                                 {"mutuals_auc", &Figures::mutualsAuc},
                                                                 {"judges_auc", &Figures::judgesAuc},
                                                                 {"judges_right", &Figures::judgesRight}}};

/// Column by column; a figure that one of them lacks, the mean lacks too.
Figures meanOf(const std::vector<Figures>& rows);

} // namespace superlink
