#include <callcard/settings.h>

#include <QHash>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

/// card/hideAfter → CALLCARD_CARD_HIDE_AFTER
QString ownVariable(const QString &key)
{
    QString name = u"CALLCARD_"_s;
    for (const QChar c : key) {
        if (c.isUpper())
            name += u'_';
        name += c == u'/' ? QChar(u'_') : c.toUpper();
    }
    return name;
}

SettingInfo row(const char16_t *key, SettingKind kind, const QVariant &standard, const QString &variable = {})
{
    const QString name = QString::fromUtf16(key);
    return {.key = name, .variable = variable.isEmpty() ? ownVariable(name) : variable, .kind = kind, .standard = standard};
}

SettingInfo text(const char16_t *key, const QString &standard = {}, const QString &variable = {})
{
    return row(key, SettingKind::Text, standard, variable);
}

SettingInfo flag(const char16_t *key, bool standard)
{
    return row(key, SettingKind::Flag, standard);
}

SettingInfo number(const char16_t *key, int standard, int least, int most)
{
    SettingInfo info = row(key, SettingKind::Number, standard);
    info.least = least;
    info.most = most;
    return info;
}

SettingInfo choice(const char16_t *key, const QString &standard, const QStringList &choices)
{
    SettingInfo info = row(key, SettingKind::Choice, standard);
    info.choices = choices;
    return info;
}

SettingInfo list(const char16_t *key, const QStringList &standard, const QStringList &choices)
{
    SettingInfo info = row(key, SettingKind::List, standard);
    info.choices = choices;
    return info;
}

SettingInfo pairs(const char16_t *key, const QStringList &targets)
{
    SettingInfo info = row(key, SettingKind::List, QStringList());
    info.targets = targets;
    return info;
}

SettingInfo url(const char16_t *key, const QString &standard, const QString &variable)
{
    return row(key, SettingKind::Url, standard, variable);
}

SettingInfo secret(const char16_t *key, const QString &variable)
{
    SettingInfo info = row(key, SettingKind::Text, QString(), variable);
    info.secret = true;
    return info;
}

QList<SettingInfo> table()
{
    using enum SettingKind;
    return {
        row(u"user/email", Email, u""_s, u"CALLCARD_USER_EMAIL"_s),
        row(u"user/region", Region, u""_s, u"CALLCARD_REGION"_s),
        row(u"user/timeZone", TimeZone, u""_s, u"CALLCARD_TIMEZONE"_s),

        list(u"calls/sources", {}, {u"ringcentral"_s, u"justcall"_s, u"relay"_s, u"demo"_s}),
        url(u"ringcentral/serverUrl", u"https://platform.ringcentral.com"_s, u"RINGCENTRAL_SERVER_URL"_s),
        text(u"ringcentral/clientId", {}, u"RINGCENTRAL_CLIENT_ID"_s),
        secret(u"ringcentral/clientSecret", u"RINGCENTRAL_CLIENT_SECRET"_s),
        secret(u"ringcentral/jwtToken", u"RINGCENTRAL_JWT_TOKEN"_s),
        text(u"ringcentral/accountId", u"~"_s, u"RINGCENTRAL_ACCOUNT_ID"_s),
        url(u"ringcentral/redirectUri", u"http://localhost:5000/oauth2callback"_s, u"RINGCENTRAL_REDIRECT_URI"_s),
        secret(u"justcall/apiKey", u"JUSTCALL_API_KEY"_s),
        secret(u"justcall/apiSecret", u"JUSTCALL_API_SECRET"_s),
        url(u"justcall/baseUrl", u"https://api.justcall.io/v2.1"_s, u"JUSTCALL_BASE_URL"_s),
        url(u"relay/url", u""_s, u"CALLCARD_RELAY_URL"_s),
        secret(u"relay/token", u"CALLCARD_RELAY_TOKEN"_s),
        text(u"firebase/projectId", {}, u"FIREBASE_PROJECT_ID"_s),
        text(u"firebase/apiKey", {}, u"FIREBASE_API_KEY"_s), // names the project, opens nothing: an admin rolls it out by policy
        secret(u"firebase/password", u"CALLCARD_FIREBASE_PASSWORD"_s),
        row(u"firebase/firestoreEmulatorHost", LoopbackHost, u""_s, u"FIRESTORE_EMULATOR_HOST"_s),
        row(u"firebase/authEmulatorHost", LoopbackHost, u""_s, u"FIREBASE_AUTH_EMULATOR_HOST"_s),
        text(u"google/clientId", {}, u"GOOGLE_CLIENT_ID"_s),
        secret(u"google/clientSecret", u"GOOGLE_CLIENT_SECRET"_s),
        url(u"google/authUrl", u"https://accounts.google.com/o/oauth2/v2/auth"_s, u"CALLCARD_GOOGLE_AUTH_URL"_s),
        url(u"google/tokenUrl", u"https://oauth2.googleapis.com/token"_s, u"CALLCARD_GOOGLE_TOKEN_URL"_s),
        secret(u"copper/apiKey", u"COPPER_API_KEY"_s),
        row(u"copper/userEmail", Email, u""_s, u"COPPER_USER_EMAIL"_s),
        url(u"copper/baseUrl", u"https://api.copper.com/developer_api/v1"_s, u"COPPER_BASE_URL"_s),

        choice(u"card/mode", u"card"_s, {u"card"_s, u"compact"_s, u"badge"_s, u"off"_s}),
        list(u"card/lines", {}, {}), // "+13035550142=compact": a mode of its own for a line
        choice(u"card/corner", u"bottom-right"_s, {u"top-left"_s, u"top-right"_s, u"bottom-left"_s, u"bottom-right"_s}),
        choice(u"card/screen", u"active"_s, {u"active"_s, u"primary"_s, u"all"_s}),
        number(u"card/hideAfter", 0, 0, 3600), // seconds; 0: while ringing
        number(u"card/stayAfterEnd", 5, 0, 600),
        flag(u"card/outgoing", true),
        flag(u"card/quietHours", false),
        row(u"card/quietFrom", TimeOfDay, u"18:00"_s),
        row(u"card/quietTo", TimeOfDay, u"08:00"_s),
        flag(u"card/followDoNotDisturb", true),
        text(u"card/hotkey", u"Ctrl+Alt+C"_s),
        row(u"card/crmUrl", UrlTemplate, u""_s),

        choice(u"dialing/via", u"provider"_s, {u"provider"_s, u"ringcentral-app"_s, u"justcall-dialer"_s, u"system"_s}),
        text(u"dialing/fromNumber"),
        text(u"dialing/hotkey", u"Ctrl+Alt+D"_s),
        row(u"dialing/daytimeFrom", TimeOfDay, u"08:00"_s),
        row(u"dialing/daytimeTo", TimeOfDay, u"21:00"_s),

        list(u"directory/sources", {u"firestore"_s}, {u"firestore"_s, u"copper"_s, u"justcall"_s}),
        list(u"directory/collections",
             {u"copper_people"_s, u"copper_companies"_s, u"copper_leads"_s, u"fishbowl_customers"_s, u"customer_sales_summary"_s}, {}),
        pairs(u"directory/fields",
              {u"name"_s,       u"firstName"_s,     u"lastName"_s, u"company"_s,   u"title"_s,       u"phone"_s,     u"email"_s,
               u"ownerEmail"_s, u"owner"_s,         u"status"_s,   u"active"_s,    u"country"_s,     u"city"_s,      u"since"_s,
               u"lastOrder"_s,  u"salesThisYear"_s, u"note"_s,     u"doNotCall"_s, u"lastContact"_s, u"companyId"_s, u"accountId"_s}),
        choice(u"directory/scope", u"mine"_s, {u"mine"_s, u"active"_s, u"all"_s}),
        number(u"directory/syncMinutes", 60, 5, 10080),
        flag(u"directory/writeNewCustomers", false),

        number(u"history/keepDays", 730, 1, 36500),
        list(u"metrics/agents", {}, {}),
        choice(u"metrics/dateMarker", u"noon-utc"_s, {u"noon-utc"_s, u"midnight-utc"_s, u"midnight-local"_s}),
        flag(u"metrics/readOnly", false),
        number(u"metrics/syncMinutes", 15, 5, 1440),
        flag(u"metrics/writeGoals", false),
        flag(u"callRecords/enabled", false),
        text(u"callRecords/collection", u"calls"_s),

        choice(u"desktop/language", u"system"_s, {u"system"_s, u"en"_s, u"de"_s, u"fr"_s, u"es"_s}),
        choice(u"desktop/colorScheme", u"system"_s, {u"system"_s, u"light"_s, u"dark"_s}),
        choice(u"desktop/trayIcon", u"auto"_s, {u"auto"_s, u"light"_s, u"dark"_s, u"color"_s}),
        flag(u"desktop/autostart", false),
        flag(u"desktop/telLinks", false),
    };
}

} // namespace

const QList<SettingInfo> &allSettings()
{
    static const QList<SettingInfo> settings = table();
    return settings;
}

const SettingInfo *findSetting(QStringView keyOrVariable)
{
    static const QHash<QString, const SettingInfo *> index = [] {
        QHash<QString, const SettingInfo *> result;
        for (const SettingInfo &info : allSettings()) {
            result.insert(info.key, &info);
            result.insert(info.variable, &info);
        }
        return result;
    }();
    return index.value(keyOrVariable.toString());
}

} // namespace callcard
