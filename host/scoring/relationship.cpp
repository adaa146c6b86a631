#include "scoring/relationship.hpp"

#include <algorithm>

namespace superlink {
namespace {

/// The most important goal decides what a sender in a wanted role is.
Relationship fromWantedRole(const Settings& settings) {
    const Goal* first = nullptr;
    for (const Goal& goal : settings.goals) {
        if (first == nullptr || (first->priority == Priority::Normal && goal.priority == Priority::High)) {
            first = &goal;
        }
    }
    if (first == nullptr) {
        return Relationship::Peer;
    }
    switch (first->kind) {
    case GoalKind::GetHired:
        return Relationship::Employer;
    case GoalKind::Hire:
        return Relationship::Candidate;
    case GoalKind::FindClients:
        return Relationship::Client;
    case GoalKind::RaiseFunding:
        return Relationship::Investor;
    case GoalKind::Invest:
        return Relationship::Founder;
    case GoalKind::Partner:
        return Relationship::Partner;
    case GoalKind::Learn:
    case GoalKind::Peers:
        return Relationship::Peer;
    }
    return Relationship::Peer;
}

} // namespace

bool hasGoal(const Settings& settings, GoalKind kind) {
    return std::any_of(settings.goals.begin(), settings.goals.end(),
                       [kind](const Goal& goal) { return goal.kind == kind; });
}

Relationship relationshipOf(const Invitation& invitation, const Evidence& evidence,
                            const Settings& settings) {
    if (invitation.kind != Kind::Person) {
        return Relationship::Other;
    }
    if (evidence.suspicious) {
        return Relationship::Suspicious;
    }
    if (evidence.recruits) {
        return Relationship::Recruiter;
    }
    if (evidence.sells) {
        return Relationship::Vendor;
    }
    if (evidence.offersWork && hasGoal(settings, GoalKind::FindClients)) {
        return Relationship::Client;
    }
    if (evidence.offersWork && hasGoal(settings, GoalKind::GetHired)) {
        return Relationship::Employer;
    }
    if (evidence.shared) {
        return Relationship::Colleague;
    }
    if (!evidence.wanted.roles.empty()) {
        return evidence.sameTrade ? Relationship::Peer : fromWantedRole(settings);
    }
    if (evidence.invests) {
        return Relationship::Investor;
    }
    if (evidence.studies || evidence.asksAdvice) {
        return Relationship::Mentee;
    }
    if (evidence.seeksWork) {
        return Relationship::Candidate;
    }
    if (evidence.openNetwork || evidence.mass) {
        return Relationship::OpenNetworker;
    }
    if (evidence.founds) {
        return Relationship::Founder;
    }
    return evidence.goalWords.size() >= 2 ? Relationship::Peer : Relationship::Other;
}

} // namespace superlink
