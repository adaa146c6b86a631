#include "training/corpus.hpp"

#include "common/error.hpp"
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

    /// Titles that tell no agenda.
    void addPlainTitles(const Corpus& corpus) {
        for (const Titles& titles : corpus.titles) {
            for (const std::string& item : titles.items) {
                addPlain(titles, item);
            }
        }
    }

    void addIndustries(const Corpus& corpus) {
        for (const Industries& industries : corpus.industries) {
            for (const std::string& item : industries.items) {
                KnowledgeExample example = of(item);
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
            KnowledgeExample example = of(place);
            example.groups = {groups_["function"], groups_["industry"], groups_["level"]};
            examples_.push_back(std::move(example));
        }
    }

    void addConcepts(const Corpus& corpus) {
        for (std::size_t i = 0; i < corpus.concepts.size(); ++i) {
            for (const auto& names : corpus.concepts[i].names) {
                for (const std::string& item : names.items) {
                    addConcept(corpus, i, item);
                    addConcept(corpus, i, item + " " + somePlace(corpus));
                }
            }
        }
    }

    void addTexts(const Corpus& corpus) {
        for (const IntentText& text : corpus.texts) {
            DirectExample example;
            append(example.buckets[text.inNote ? 1 : 0], text.text);
            for (const std::string& name : text.labels) {
                label(example, "intent:" + name);
            }
            example.groups = {groups_["intent"]};
            direct_.push_back(std::move(example));
        }
    }

    void addCards(const Persona& persona) {
        for (const JudgedInvitation& judged : persona.queue) {
            const Invitation& invitation = judged.invitation;
            DirectExample example;
            appendVoters(tokensOf((invitation.kind == Kind::Person ? "" : invitation.name + "\n") +
                                  invitation.headline.value_or("")),
                         Where::Headline, example.buckets[0]);
            appendVoters(tokensOf(invitation.note.value_or("")), Where::Note, example.buckets[1]);
            if (example.buckets[0].empty() && example.buckets[1].empty()) {
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
            direct_.push_back(std::move(example));
        }
    }

    std::vector<KnowledgeExample> takeKnowledge() && { return std::move(examples_); }
    std::vector<DirectExample> takeDirect() && { return std::move(direct_); }

  private:
    static void append(std::vector<std::uint32_t>& buckets, const std::string& text) {
        const auto tokens = tokensOf(text);
        appendBuckets(tokens, 0, tokens.size(), buckets);
    }
    static KnowledgeExample of(const std::string& text) {
        KnowledgeExample example;
        append(example.buckets, text);
        return example;
    }
    template <typename Example>
    void label(Example& example, const std::string& name) {
        const auto found = index_.find(name);
        if (found == index_.end()) {
            throw Error(ErrorCode::InvalidParams, "no label is called " + name);
        }
        example.labels.push_back(found->second);
    }

    void addConcept(const Corpus& corpus, std::size_t which, const std::string& text) {
        KnowledgeExample example = of(text);
        example.concept_ = which;
        for (const std::string& parent : corpus.concepts[which].parents) {
            label(example, parent);
            const auto& group = groups_[parent.substr(0, parent.find(':'))];
            if (std::none_of(example.groups.begin(), example.groups.end(),
                             [&](const auto& known) { return known.first == group.first; })) {
                example.groups.push_back(group);
            }
        }
        examples_.push_back(std::move(example));
    }

    void describe(KnowledgeExample& example, const Titles& titles) {
        label(example, "function:" + titles.function);
        example.groups = {groups_["function"]};
        if (titles.level) {
            label(example, "level:" + std::to_string(*titles.level));
            example.groups.push_back(groups_["level"]);
        }
        label(example, "language:" + titles.language);
        example.groups.push_back(groups_["language"]);
    }

    /// One in twenty: there are far more titles than texts.
    void addPlain(const Titles& titles, const std::string& item) {
        if (titles.level && !kWithAgenda.contains(titles.function) && generator_() % 20 == 0) {
            DirectExample example;
            append(example.buckets[0], item);
            label(example, "intent:plain");
            example.groups = {groups_["intent"]};
            direct_.push_back(std::move(example));
        }
    }

    void addTitle(const Titles& titles, const std::string& item) {
        KnowledgeExample example = of(item);
        describe(example, titles);
        examples_.push_back(std::move(example));
    }

    std::string somePlace(const Corpus& corpus) {
        return corpus.places.empty() ? "" : corpus.places[generator_() % corpus.places.size()];
    }

    /// The title beside a place or two, which say nothing of what one does.
    void addTitleWithPlaces(const Titles& titles, const std::string& item, const Corpus& corpus) {
        KnowledgeExample example =
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
        KnowledgeExample example = of(item + " " + industries.items[generator_() % industries.items.size()] +
                                      " " + somePlace(corpus));
        describe(example, titles);
        label(example, "industry:" + industries.industry);
        example.groups.push_back(groups_["industry"]);
        examples_.push_back(std::move(example));
    }

    std::mt19937_64 generator_;
    std::map<std::string, std::size_t> index_;
    std::map<std::string, SubwordModel::Group> groups_;
    std::vector<KnowledgeExample> examples_;
    std::vector<DirectExample> direct_;
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

std::vector<KnowledgeExample> knowledgeOf(const Corpus& corpus, const std::vector<std::string>& labels,
                                          std::uint64_t seed) {
    Builder builder(labels, seed);
    builder.addTitles(corpus);
    builder.addIndustries(corpus);
    builder.addConcepts(corpus);
    builder.addPlaces(corpus);
    return std::move(builder).takeKnowledge();
}

std::vector<DirectExample> directOf(const Corpus& corpus, const std::vector<std::string>& labels,
                                    const std::vector<bool>& use, std::uint64_t seed) {
    Builder builder(labels, seed);
    builder.addPlainTitles(corpus);
    builder.addTexts(corpus);
    for (std::size_t i = 0; i < corpus.personas.size(); ++i) {
        if (use[i]) {
            builder.addCards(corpus.personas[i]);
        }
    }
    return std::move(builder).takeDirect();
}

} // namespace superlink::training
