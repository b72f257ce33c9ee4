#pragma once

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace callcard::ui {

enum class WelcomeStep { Service, SignIn, Customers, Region, Metrics, Computer };
inline constexpr int kWelcomeSteps = 6;

enum class CallService { RingCentral, Relay, JustCall, Both };
enum class CustomerService { Firestore, Copper, File };

/// What went wrong in a step, as far as a person can do something about it.
enum class WelcomeTrouble {
    None,
    Incomplete,    ///< A field is empty.
    WrongKeys,     ///< The service knows neither key nor token, or no longer.
    NoRight,       ///< It knows who asks, and says no.
    SomethingElse, ///< An answer that is not the service's: a hotel's sign-in page, a wrong address.
    NoSuchHost,
    NotReachable,
    Untrusted, ///< The certificate is not one to trust.
    ClockWrong,
    ProxyTrouble,
    PlainHttp, ///< An address without encryption.
    BadAddress,
    NoBrowser,
    PortTaken,
    LoginRefused, ///< The sign-in page said no.
    NobodyCameBack,
    TooManyTries,
    KeychainLocked,
    KeychainAbsent,
    ServiceFault,
    NotAFile,    ///< The file cannot be read.
    NobodyInIt,  ///< The file has no row that could be kept.
    NobodyYours, ///< The service has no customer that would be fetched.
    DiskFull,
    NoDisk,         ///< Our folder may not be written.
    FilesUnusable,  ///< Ours: damaged, a newer Callcard's, or somebody is busy with them.
    KeychainFailed, ///< Neither locked nor absent.
    LinksRefused,   ///< The desktop gave the phone links to nobody, or to somebody else.
    LockedByPolicy,
};

/// What an administrator may have decided already.
enum class WelcomeField { ClientId, RelayUrl, FirebaseProject, FirebaseKey, Email, CopperEmail, Region, Zone };

/// Enough to sign in. Only the fields of the service are looked at.
struct SignInEntry {
    QString clientId{};
    QString jwt{};
    QString clientSecret{};
    QString relayUrl{};
    QString relayToken{};
    QString justcallKey{};
    QString justcallSecret{};
    bool viaRelay{}; ///< Of "Both": JustCall through the relay.
};

struct FirebaseEntry {
    QString projectId{};
    QString apiKey{};
    QString email{};
    QString password{};
    QString googleClientId{};
};

struct CopperEntry {
    QString email{};
    QString apiKey{};
};

/// A customer as a list shows them.
struct PreviewRow {
    QString id{}; ///< For the avatar's colour.
    QString name{};
    QString company{};
    QString number{};
    bool operator==(const PreviewRow &) const = default;
};

struct RefusedReason {
    QString why{};
    qint64 count{};
    bool operator==(const RefusedReason &) const = default;
};

/// Whether it is known who called last month.
enum class CallersKnown {
    NotYet, ///< They are being asked for.
    Partly, ///< Not every phone service could be asked.
    All,
};

/// What the directory will have, before anything is kept or after it was fetched.
struct DirectoryPreview {
    qint64 customers{};
    qint64 numbers{};
    qint64 refused{};
    qint64 unreadable{};
    qint64 callers{}; ///< Of last month, with a number.
    qint64 known{};   ///< Of them, those who are somebody now.
    CallersKnown callersKnown{CallersKnown::All};
    bool part{}; ///< Only the beginning was looked at.
    QList<PreviewRow> rows{};
    QList<RefusedReason> reasons{}; ///< Of what is refused.
    QStringList denied{};           ///< Parts of the source that cannot be read.
    bool kept{};                    ///< False: it was only looked at, and waits for a yes.
    bool operator==(const DirectoryPreview &) const = default;
};

[[nodiscard]] QString troubleText(WelcomeTrouble trouble, const QString &service);

} // namespace callcard::ui

Q_DECLARE_METATYPE(callcard::ui::SignInEntry)
Q_DECLARE_METATYPE(callcard::ui::FirebaseEntry)
Q_DECLARE_METATYPE(callcard::ui::CopperEntry)
