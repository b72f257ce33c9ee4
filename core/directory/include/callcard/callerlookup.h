#pragma once

#include <callcard/call.h>
#include <callcard/customer.h>
#include <callcard/result.h>

#include <QMetaType>

#include <optional>

namespace callcard {

/// How sure a match is. Facts first; the last two are guesses: shown apart, never in the name's place, never written anywhere.
enum class Confidence { Exact, OtherExtension, Email, Literal, Switchboard, Name };

[[nodiscard]] constexpr bool isGuess(Confidence confidence)
{
    return confidence == Confidence::Switchboard || confidence == Confidence::Name;
}

/// "exact", "other-extension" …: the words of `lookup`.
[[nodiscard]] QString confidenceName(Confidence confidence);

/// Why one of several stands before the others. The interface words it.
enum class RankReason { None, PickedLastTime, YourAccount, RecentContact, ActiveCustomer, OtherExtension, NoRecentContact };

struct Match {
    Customer customer{};
    Confidence confidence{};
    RankReason reason{};
    QDateTime reasonTime{}; ///< Of PickedLastTime, RecentContact and NoRecentContact.
    QString reasonText{};   ///< Of OtherExtension: the extension.
    bool operator==(const Match &) const = default;
};

/// Who is this? Best first.
struct WhoIs {
    QList<Match> facts{};
    QList<Match> guesses{};
    bool learned{}; ///< The first fact is the rep's own choice of another time, and can be undone.
    /// The directory could not be asked. Nobody is among the facts then, which says nothing about the caller.
    std::optional<Error> problem{};
    bool operator==(const WhoIs &) const = default;
};

/// A local, indexed read: microseconds, no network, no waiting.
class CallerLookup
{
public:
    virtual ~CallerLookup() = default;
    [[nodiscard]] virtual WhoIs whoIs(const CallParty &caller) const = 0;
};

} // namespace callcard

Q_DECLARE_METATYPE(callcard::WhoIs)
