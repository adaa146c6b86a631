#pragma once

#include "wire/present.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace superlink {

/// The plan that the database, the clock and the calendar make: every pending invitation judged and placed.
/// Made anew when any of these changed, by this process or another; an invitation is read and judged again
/// only when it or the judge changed. Holds nothing that the database does not.
class CurrentPlan {
  public:
    struct Entry {
        PlanItem item;                     ///< with its place, and the verdict that goes with it
        std::string document;              ///< as stored
        Verdict verdict = Verdict::Unsure; ///< as judged, before it was put off
        bool aside = false;
        std::int64_t judge = 0; ///< which judge it was
    };
    struct Made {
        std::vector<Entry> entries; ///< in the order of the plan
        PlaceCounts counts{};
        std::vector<Millis> lapsed; ///< when each of the persons' invitations that lapsed did
    };

    const Made& of(const Context& context, const Present& present);

    /// The pending invitation of this id; null if it is not pending.
    const Entry* find(const std::string& id) const;

  private:
    /// What a plan depends on beside the judge.
    struct Key {
        std::int64_t judge = 0;
        std::int64_t invitations = 0;
        Week week;
        int used = 0;
        Millis day = 0; ///< lapsing is looked at once a day

        bool operator==(const Key&) const = default;
    };

    void read(const Context& context, const Present& present);
    void place(const Context& context, const Present& present);

    Made made_;
    std::map<std::string, std::size_t> places_; ///< of entries, by id
    std::optional<Key> key_;
};

} // namespace superlink
