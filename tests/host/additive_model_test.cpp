#include "common/error.hpp"
#include "scoring/additive_model.hpp"
#include "scoring/features.hpp"
#include "scoring/knowledge.hpp"

#include <catch2/catch.hpp>

using namespace superlink;

namespace {
const std::vector<std::string> kTwo{"accept", "client"};
const std::vector<std::string> kFeatures{"role", "pitch"};
constexpr const char* kText = "# a remark\n"
                              "bias\taccept\t-0.5\n"
                              "bias\tclient\t-2\n"
                              "steps\trole\t0.25 0.75\n"
                              "accept\trole\t0 0.5 1\n"
                              "client\trole\t0 0 2\n"
                              "steps\tpitch\t0.5\n"
                              "accept\tpitch\t0 -3\n";
} // namespace

TEST_CASE("a value gets the share of its step, the edge itself that of the step it opens") {
    const AdditiveModel model(kText, kTwo, kFeatures);
    CHECK(model.bias(0) == -0.5F);
    CHECK(model.share(0, 0, 0) == 0);
    CHECK(model.share(0, 0, 0.25F) == 0.5F);
    CHECK(model.share(0, 0, 0.7F) == 0.5F);
    CHECK(model.share(0, 0, 99) == 1);
    CHECK(model.share(1, 0, 0.8F) == 2);
    CHECK(model.share(1, 1, 1) == 0); // no line: nothing to say
    std::vector<float> sums{model.bias(0), model.bias(1)};
    std::vector<float> first(2);
    model.addShares(std::vector<float>{1, 1}, sums, first);
    CHECK(sums == std::vector<float>{-2.5F, 0});
    CHECK(first == std::vector<float>{1, -3});
}

TEST_CASE("a model that does not fit the program is refused with what is wrong") {
    for (const char* text : {"bias\tbuyer\t1\n", "steps\tsize\t1\n", "steps\trole\t0.5\naccept\trole\t1\n",
                             "steps\trole\t0.5x\n"}) {
        CHECK_THROWS_AS(AdditiveModel(text, kTwo, kFeatures), Error);
    }
}

TEST_CASE("the shipped models fit the program, and wanted words never speak against") {
    const Knowledge& shipped = knowledge();
    const auto& all = features();
    for (std::size_t f = 0; f < all.size(); ++f) {
        const int direction = directionOf(all[f].reason);
        float before = shipped.verdicts.share(kAcceptOutput, f, -9);
        for (float value = -8; value < 9; value += 0.01F) {
            const float share = shipped.verdicts.share(kAcceptOutput, f, value);
            if (direction != 0 && share != before) {
                INFO(all[f].name << " at " << value);
                CHECK((share > before) == (direction > 0));
            }
            before = share;
        }
    }
}
