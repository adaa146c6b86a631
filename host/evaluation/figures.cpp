#include "evaluation/figures.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace superlink {

double share(double part, double whole) {
    return whole == 0 ? kNoFigure : part / whole;
}

double areaUnderCurve(const std::vector<double>& scores, const std::vector<bool>& truth) {
    double won = 0;
    double pairs = 0;
    for (std::size_t yes = 0; yes < scores.size(); ++yes) {
        for (std::size_t no = 0; truth[yes] && no < scores.size(); ++no) {
            if (!truth[no]) {
                won += scores[yes] > scores[no] ? 1 : scores[yes] == scores[no] ? 0.5 : 0;
                ++pairs;
            }
        }
    }
    return share(won, pairs);
}

double calibrationError(const std::vector<double>& scores, const std::vector<bool>& truth) {
    constexpr int kBins = 10;
    double total = 0;
    for (int bin = 0; bin < kBins; ++bin) {
        double promised = 0;
        double came = 0;
        for (std::size_t i = 0; i < scores.size(); ++i) {
            // Divided, not multiplied: 0.3 * 10 and 3 / 10.0 fall on different sides of a border.
            const bool last = bin == kBins - 1 && scores[i] == 1;
            if (last || (scores[i] >= bin / double{kBins} && scores[i] < (bin + 1) / double{kBins})) {
                promised += scores[i];
                came += truth[i] ? 1 : 0;
            }
        }
        total += std::abs(promised - came);
    }
    return share(total, static_cast<double>(scores.size()));
}

Figures meanOf(const std::vector<Figures>& rows) {
    Figures mean;
    for (const FigureColumn& column : kFigureColumns) {
        double sum = 0;
        for (const Figures& row : rows) {
            sum += row.*column.value;
        }
        mean.*column.value = share(sum, static_cast<double>(rows.size()));
    }
    return mean;
}

} // namespace superlink
