#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace callcard {

enum class SettingKind {
    Text,
    Flag,
    Number,
    Choice,
    List, ///< of texts; of choices where choices are named
    Email,
    Url,          ///< https, wss; http and ws for loopback only
    UrlTemplate,  ///< as Url, with {placeholders}
    LoopbackHost, ///< host:port, as the official emulators' variables hold it
    Region,       ///< ISO country
    TimeZone,     ///< IANA
    TimeOfDay,    ///< "08:30"
};

/// A row of the table of all settings.
struct SettingInfo {
    QString key{};      ///< "card/mode": section and name in the file
    QString variable{}; ///< of the environment: CALLCARD_CARD_MODE, or the name that people know already
    SettingKind kind{};
    QVariant standard{}; ///< The default.
    QStringList choices{};
    QStringList targets{}; ///< Of a list: each entry is "TARGET=NAME" or "WHERE.TARGET=NAME", and these are the targets.
    int least{};
    int most{};
    bool secret{}; ///< Lives in the keychain, never in a file: listed here for its names only.
};

/// Every setting there is, in the order of the settings pages.
[[nodiscard]] const QList<SettingInfo> &allSettings();
[[nodiscard]] const SettingInfo *findSetting(QStringView keyOrVariable);

/// A key that knows its type: `preferences.value(settings::kCardMode)`.
template <typename Value>
struct Setting {
    const char16_t *key;
    [[nodiscard]] QString name() const { return QString::fromUtf16(key); }
};

namespace settings {

inline constexpr Setting<QString> kUserEmail{u"user/email"};
inline constexpr Setting<QString> kUserRegion{u"user/region"};
inline constexpr Setting<QString> kUserTimeZone{u"user/timeZone"};

inline constexpr Setting<QStringList> kCallSources{u"calls/sources"};
inline constexpr Setting<QString> kRingCentralServerUrl{u"ringcentral/serverUrl"};
inline constexpr Setting<QString> kRingCentralClientId{u"ringcentral/clientId"};
inline constexpr Setting<QString> kRingCentralAccountId{u"ringcentral/accountId"};
inline constexpr Setting<QString> kRingCentralRedirectUri{u"ringcentral/redirectUri"};
inline constexpr Setting<QString> kJustCallBaseUrl{u"justcall/baseUrl"};
inline constexpr Setting<QString> kRelayUrl{u"relay/url"};
inline constexpr Setting<QString> kFirebaseProjectId{u"firebase/projectId"};
inline constexpr Setting<QString> kFirebaseApiKey{u"firebase/apiKey"};
inline constexpr Setting<QString> kFirestoreEmulatorHost{u"firebase/firestoreEmulatorHost"};
inline constexpr Setting<QString> kAuthEmulatorHost{u"firebase/authEmulatorHost"};
inline constexpr Setting<QString> kGoogleClientId{u"google/clientId"};
inline constexpr Setting<QString> kGoogleAuthUrl{u"google/authUrl"};
inline constexpr Setting<QString> kGoogleTokenUrl{u"google/tokenUrl"};
inline constexpr Setting<QString> kCopperUserEmail{u"copper/userEmail"};
inline constexpr Setting<QString> kCopperBaseUrl{u"copper/baseUrl"};

inline constexpr Setting<QString> kCardMode{u"card/mode"};
inline constexpr Setting<QStringList> kCardLines{u"card/lines"};
inline constexpr Setting<QString> kCardCorner{u"card/corner"};
inline constexpr Setting<QString> kCardScreen{u"card/screen"};
inline constexpr Setting<int> kCardHideAfter{u"card/hideAfter"};
inline constexpr Setting<int> kCardStayAfterEnd{u"card/stayAfterEnd"};
inline constexpr Setting<bool> kCardOutgoing{u"card/outgoing"};
inline constexpr Setting<bool> kCardQuietHours{u"card/quietHours"};
inline constexpr Setting<QString> kCardQuietFrom{u"card/quietFrom"};
inline constexpr Setting<QString> kCardQuietTo{u"card/quietTo"};
inline constexpr Setting<bool> kCardFollowDoNotDisturb{u"card/followDoNotDisturb"};
inline constexpr Setting<QString> kCardHotkey{u"card/hotkey"};
inline constexpr Setting<QString> kCrmUrl{u"card/crmUrl"};

inline constexpr Setting<QString> kDialVia{u"dialing/via"};
inline constexpr Setting<QString> kDialFromNumber{u"dialing/fromNumber"};
inline constexpr Setting<QString> kDialHotkey{u"dialing/hotkey"};
inline constexpr Setting<QString> kDaytimeFrom{u"dialing/daytimeFrom"};
inline constexpr Setting<QString> kDaytimeTo{u"dialing/daytimeTo"};

inline constexpr Setting<QStringList> kDirectorySources{u"directory/sources"};
inline constexpr Setting<QStringList> kDirectoryCollections{u"directory/collections"};
inline constexpr Setting<QStringList> kDirectoryFields{u"directory/fields"}; ///< "copper_people.phone=Direct Line"
inline constexpr Setting<QString> kDirectoryScope{u"directory/scope"};
inline constexpr Setting<int> kDirectorySyncMinutes{u"directory/syncMinutes"};
inline constexpr Setting<bool> kDirectoryWriteNew{u"directory/writeNewCustomers"};

inline constexpr Setting<int> kHistoryKeepDays{u"history/keepDays"};
inline constexpr Setting<QStringList> kMetricsAgents{u"metrics/agents"}; ///< "dana@acme.example=417000"
inline constexpr Setting<QString> kMetricsDateMarker{u"metrics/dateMarker"};
inline constexpr Setting<bool> kMetricsReadOnly{u"metrics/readOnly"};
inline constexpr Setting<int> kMetricsSyncMinutes{u"metrics/syncMinutes"};
inline constexpr Setting<bool> kGoalsWrite{u"metrics/writeGoals"};
inline constexpr Setting<bool> kCallRecords{u"callRecords/enabled"};
inline constexpr Setting<QString> kCallRecordsCollection{u"callRecords/collection"};

inline constexpr Setting<QString> kLanguage{u"desktop/language"};
inline constexpr Setting<QString> kColorScheme{u"desktop/colorScheme"};
inline constexpr Setting<QString> kTrayIcon{u"desktop/trayIcon"};
inline constexpr Setting<bool> kAutostart{u"desktop/autostart"};
inline constexpr Setting<bool> kTelLinks{u"desktop/telLinks"};

} // namespace settings

} // namespace callcard
