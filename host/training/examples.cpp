#include "training/corpus.hpp"

#include "scoring/card.hpp"
#include "scoring/subwords.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace superlink::training {
namespace {

/// Titles of these say by themselves what their bearer is after.
const std::set<std::string> kWithAgenda{"recruiting", "coaching", "investing", "student"};

/// Builds examples; knows the place of every label.
class Builder {
  public:
    Builder(const std::vector<std::string>& labels, std::uint64_t seed) : generator_(seed) {
        for (std::size_t i = 0; i < labels.size(); ++i) {
            index_[labels[i]] = i;
            auto& group = groups_[labels[i].substr(0, labels[i].find(':'))];
            group = group.last == 0 ? SubwordModel::Group{i, i + 1} : SubwordModel::Group{group.first, i + 1};
        }
    }

    void addTitles(const Corpus& corpus) {
        for (const Titles& titles : corpus.titles) {
            for (const std::string& item : titles.items) {
                addTitle(titles, item);
                addTitleIn(titles, item, corpus);
                addTitleWithPlaces(titles, item, corpus);
            }
        }
    }

    void addIndustries(const Corpus& corpus) {
        for (const Industries& industries : corpus.industries) {
            for (const std::string& item : industries.items) {
                Example example = of(item);
                label(example, "industry:" + industries.industry);
                label(example, "language:" + industries.language);
                example.groups = {groups_["industry"], groups_["language"]};
                examples_.push_back(std::move(example));
            }
        }
    }

    /// A place alone is no trade.
    void addPlaces(const Corpus& corpus) {
        for (const std::string& place : corpus.places) {
            Example example = of(place);
            example.groups = {groups_["function"], groups_["industry"], groups_["level"]};
            examples_.push_back(std::move(example));
        }
    }

    void addTexts(const Corpus& corpus) {
        for (const IntentText& text : corpus.texts) {
            Example example = of(text.text);
            for (const std::string& name : text.labels) {
                label(example, "intent:" + name);
            }
            label(example, "language:" + text.language);
            example.groups = {groups_["intent"], groups_["language"]};
            if (text.inNote) {
                example.buckets.push_back(kNoteBucket);
            }
            examples_.push_back(std::move(example));
        }
    }

    void addCards(const Persona& persona) {
        for (const JudgedInvitation& judged : persona.queue) {
            const Invitation& invitation = judged.invitation;
            Example example = of(invitation.kind == Kind::Person ? "" : invitation.name);
            append(example, invitation.headline.value_or(""));
            if (invitation.note) {
                append(example, *invitation.note);
                example.buckets.push_back(kNoteBucket);
            }
            if (example.buckets.empty()) {
                continue;
            }
            for (const Relationship relationship : judged.relationships) {
                label(example, std::string("who:") + toString(relationship));
            }
            example.groups = {groups_["who"]};
            if (judged.decided()) {
                example.groups.push_back(groups_["welcome"]);
                if (judged.accepted()) {
                    label(example, "welcome:yes");
                }
            }
            examples_.push_back(std::move(example));
        }
    }

    std::vector<Example> take() && { return std::move(examples_); }

  private:
    static void append(Example& example, const std::string& text) {
        const auto tokens = tokensOf(text);
        appendBuckets(tokens, 0, tokens.size(), example.buckets);
    }
    static Example of(const std::string& text) {
        Example example;
        append(example, text);
        return example;
    }
    void label(Example& example, const std::string& name) { example.labels.push_back(index_.at(name)); }

    void describe(Example& example, const Titles& titles) {
        label(example, "function:" + titles.function);
        example.groups = {groups_["function"]};
        if (titles.level) {
            label(example, "level:" + std::to_string(*titles.level));
            example.groups.push_back(groups_["level"]);
        }
        label(example, "language:" + titles.language);
        example.groups.push_back(groups_["language"]);
    }

    void addTitle(const Titles& titles, const std::string& item) {
        Example example = of(item);
        describe(example, titles);
        // One in twenty: there are far more titles than texts.
        if (titles.level && !kWithAgenda.contains(titles.function) && generator_() % 20 == 0) {
            label(example, "intent:plain");
            example.groups.push_back(groups_["intent"]);
        }
        examples_.push_back(std::move(example));
    }

    std::string somePlace(const Corpus& corpus) {
        return corpus.places.empty() ? "" : corpus.places[generator_() % corpus.places.size()];
    }

    /// The title beside a place or two, which say nothing of what one does.
    void addTitleWithPlaces(const Titles& titles, const std::string& item, const Corpus& corpus) {
        Example example =
            of(item + " " + somePlace(corpus) + " " + (generator_() % 2 == 0 ? somePlace(corpus) : ""));
        describe(example, titles);
        examples_.push_back(std::move(example));
    }

    /// The title beside an industry of the same language, as headlines have them.
    void addTitleIn(const Titles& titles, const std::string& item, const Corpus& corpus) {
        if (corpus.industries.empty() || !titles.level) {
            return;
        }
        const auto& industries = corpus.industries[generator_() % corpus.industries.size()];
        if (industries.items.empty() || industries.language != titles.language) {
            return;
        }
        Example example = of(item + " " + industries.items[generator_() % industries.items.size()] + " " +
                             somePlace(corpus));
        describe(example, titles);
        label(example, "industry:" + industries.industry);
        example.groups.push_back(groups_["industry"]);
        examples_.push_back(std::move(example));
    }

    std::mt19937_64 generator_;
    std::map<std::string, std::size_t> index_;
    std::map<std::string, SubwordModel::Group> groups_;
    std::vector<Example> examples_;
};

} // namespace

std::vector<std::string> labelsOf(const Corpus& corpus) {
    std::set<std::string> functions, industries, languages;
    for (const Titles& titles : corpus.titles) {
        functions.insert("function:" + titles.function);
        languages.insert("language:" + titles.language);
    }
    for (const Industries& line : corpus.industries) {
        industries.insert("industry:" + line.industry);
        languages.insert("language:" + line.language);
    }
    for (const IntentText& text : corpus.texts) {
        languages.insert("language:" + text.language);
    }
    std::vector<std::string> labels; // those that pieces vote on directly stand first
    for (const char* intent : kIntentNames) {
        labels.push_back(std::string("intent:") + intent);
    }
    for (std::size_t i = 0; i < kRelationships; ++i) {
        labels.push_back(std::string("who:") + toString(static_cast<Relationship>(i)));
    }
    labels.emplace_back("welcome:yes");
    labels.insert(labels.end(), functions.begin(), functions.end());
    labels.insert(labels.end(), industries.begin(), industries.end());
    for (std::size_t level = 0; level < kLevels; ++level) {
        labels.push_back("level:" + std::to_string(level));
    }
    labels.insert(labels.end(), languages.begin(), languages.end());
    return labels;
}

std::vector<Example> examplesOf(const Corpus& corpus, const std::vector<std::string>& labels,
                                const std::vector<bool>& use, std::uint64_t seed) {
    Builder builder(labels, seed);
    builder.addTitles(corpus);
    builder.addIndustries(corpus);
    builder.addPlaces(corpus);
    builder.addTexts(corpus);
    for (std::size_t i = 0; i < corpus.personas.size(); ++i) {
        if (use[i]) {
            builder.addCards(corpus.personas[i]);
        }
    }
    return std::move(builder).take();
}

} // namespace superlink::training
