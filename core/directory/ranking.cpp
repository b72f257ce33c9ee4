#include "ranking.h"
#include "indextext.h"

#include <algorithm>
#include <tuple>

namespace callcard {

namespace {

/// Longer ago, it is no reason to expect that customer.
constexpr int kRecentDays = 90;
constexpr qint64 kNever = -1'000'000'000'000'000;

int kindOrder(CustomerKind kind)
{
    switch (kind) {
    case CustomerKind::Person:
        return 0;
    case CustomerKind::Company:
        return 1;
    case CustomerKind::Lead:
        return 2;
    }
    Q_UNREACHABLE();
}

void giveReason(Match &match, const Me &me, const QDateTime &now)
{
    const Customer &customer = match.customer;
    if (match.confidence == Confidence::OtherExtension) {
        match.reason = RankReason::OtherExtension; // reasonText has been set by whoever compared them
    } else if (isMine(customer, me)) {
        match.reason = RankReason::YourAccount;
    } else if (customer.lastContact.isValid() && customer.lastContact.daysTo(now) <= kRecentDays) {
        match.reason = RankReason::RecentContact;
        match.reasonTime = customer.lastContact;
    } else if (customer.active) {
        match.reason = RankReason::ActiveCustomer;
    } else {
        match.reason = RankReason::NoRecentContact;
        match.reasonTime = customer.lastContact;
    }
}

} // namespace

bool isMine(const Customer &customer, const Me &me)
{
    if (!me.email.isEmpty() && !customer.ownerEmail.isEmpty())
        return emailForm(customer.ownerEmail) == emailForm(me.email);
    return !me.name.isEmpty() && !customer.ownerName.isEmpty() && nameKey(customer.ownerName) == nameKey(me.name);
}

QList<Match> ranked(QList<Match> matches, const Me &me, const QDateTime &now)
{
    const auto order = [&](const Match &match) {
        const Customer &customer = match.customer;
        const qint64 contact = customer.lastContact.isValid() ? customer.lastContact.toMSecsSinceEpoch() : kNever;
        // The id at the end: the same answer every time, whatever order the import had.
        return std::tuple(match.confidence, !isMine(customer, me), -contact, !customer.active, kindOrder(customer.kind), customer.id);
    };
    std::sort(matches.begin(), matches.end(), [&](const Match &a, const Match &b) { return order(a) < order(b); });
    if (matches.size() > 1) {
        for (Match &match : matches)
            giveReason(match, me, now);
    }
    return matches;
}

} // namespace callcard
