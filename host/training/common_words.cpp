#include "training/common_words.hpp"

#include "scoring/text.hpp"

#include <cmath>
#include <cstdio>
#include <map>
#include <set>

namespace superlink::training {
namespace {

class Counter {
  public:
    void add(const std::string& text) {
        std::set<std::string> words;
        for (const Token& token : tokensOf(text)) {
            words.insert(token.folded);
        }
        for (const std::string& word : words) {
            ++seen_[word];
        }
        ++texts_;
    }

    std::string table() const {
        std::string out =
            "# Made by superlink-train: how rare a word is among titles, texts and cards, 0 to 1.\n";
        const double most = std::log(texts_ / 3.0);
        for (const auto& [word, count] : seen_) {
            const double rarity = std::log(texts_ / static_cast<double>(count)) / most;
            if (rarity < 0.75) {
                char line[32];
                std::snprintf(line, sizeof line, "\t%.2f\n", rarity);
                out += word + line;
            }
        }
        return out;
    }

  private:
    std::map<std::string, int> seen_;
    double texts_ = 0;
};

} // namespace

std::string commonWords(const Corpus& corpus) {
    Counter counter;
    for (const Titles& titles : corpus.titles) {
        for (const std::string& item : titles.items) {
            counter.add(item);
        }
    }
    for (const IntentText& text : corpus.texts) {
        counter.add(text.text);
    }
    for (const Persona& persona : corpus.personas) {
        for (const JudgedInvitation& judged : persona.queue) {
            counter.add(judged.invitation.headline.value_or("") + " \n" +
                        judged.invitation.note.value_or(""));
        }
    }
    return counter.table();
}

} // namespace superlink::training
