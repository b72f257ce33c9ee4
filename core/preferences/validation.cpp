#include "validation.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTime>
#include <QTimeZone>
#include <QUrl>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongestText = 4096;
constexpr qsizetype kLongestList = 200;

tl::unexpected<Error> refused(const SettingInfo &info, const QString &why)
{
    return failure(ErrorKind::Refused, QString(info.key + u" "_s + why));
}

/// Empty everywhere means "not set", which every kind but the ones with a fixed choice allows.
Result<QString> checkedText(const SettingInfo &info, const QString &raw)
{
    const QString text = raw.trimmed();
    if (text.size() > kLongestText)
        return refused(info, u"is too long: at most %1 characters."_s.arg(kLongestText));
    for (const QChar c : text) {
        if (c.category() == QChar::Other_Control)
            return refused(info, u"contains a control character."_s);
    }
    if (info.kind == SettingKind::Choice) {
        if (info.choices.contains(text))
            return text;
        return refused(info, QString(u"must be one of: "_s + info.choices.join(u", "_s) + u'.'));
    }
    if (text.isEmpty())
        return text;
    switch (info.kind) {
    case SettingKind::Email: {
        static const QRegularExpression address(u"^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"_s);
        if (!address.match(text).hasMatch())
            return refused(info, u"must be an e-mail address, like sam@company.example."_s);
        return text;
    }
    case SettingKind::Url:
    case SettingKind::UrlTemplate:
        if (const QString problem = urlProblem(text, info.kind == SettingKind::UrlTemplate); !problem.isEmpty())
            return refused(info, problem);
        return text;
    case SettingKind::LoopbackHost: {
        const qsizetype colon = text.lastIndexOf(u':');
        bool isPort = false;
        const int port = colon < 0 ? 0 : QStringView(text).sliced(colon + 1).toInt(&isPort);
        if (!isPort || port < 1 || port > 65535)
            return refused(info, u"must be host:port, like 127.0.0.1:8080."_s);
        if (!isLoopbackHost(QStringView(text).first(colon)))
            return refused(info, u"is for test servers on this computer only: use 127.0.0.1, [::1] or localhost."_s);
        return text;
    }
    case SettingKind::Region:
        // "XX" and its like are letters too; the locale data know which are countries.
        if (text.size() != 2 || QLocale::codeToTerritory(text.toUpper()) == QLocale::AnyTerritory)
            return refused(info, u"must be a two-letter country code, like US or DE."_s);
        return text.toUpper();
    case SettingKind::TimeZone: {
        const QTimeZone zone(text.toUtf8());
        const bool iana = text.contains(u'/') || text == "UTC"_L1;
        if (!iana || !zone.isValid())
            return refused(info, u"must be an IANA time zone, like America/Denver or Europe/Berlin."_s);
        return text;
    }
    case SettingKind::TimeOfDay: {
        const QTime time = QTime::fromString(text, u"H:mm"_s);
        if (!time.isValid())
            return refused(info, u"must be a time of day, like 08:30."_s);
        return time.toString(u"HH:mm"_s);
    }
    default:
        return text;
    }
}

/// Empty: "phone=Direct Line", "copper_people.phone=cf_699010".
QString pairProblem(const SettingInfo &info, const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    const QString left = text.left(std::max<qsizetype>(0, equals)).trimmed();
    const QString target = left.mid(left.lastIndexOf(u'.') + 1);
    if (equals < 0 || left.isEmpty())
        return u"has the entry \"%1\", which must be like phone=Direct Line, or copper_people.phone=Direct Line."_s.arg(text.left(100));
    if (!info.targets.contains(target))
        return u"has the entry \"%1\", but there is no field \"%2\"; known are %3."_s.arg(text.left(100), target.left(60),
                                                                                          info.targets.join(u", "_s));
    if (left.startsWith(u'.'))
        return u"has the entry \"%1\", which names no collection before the dot."_s.arg(text.left(100));
    if (text.mid(equals + 1).trimmed().isEmpty())
        return u"has the entry \"%1\", which does not say the name of the field that holds %2."_s.arg(text.left(100), target);
    return {};
}

Result<QVariant> checkedList(const SettingInfo &info, const QStringList &raw)
{
    if (raw.size() > kLongestList)
        return refused(info, u"has too many entries: at most %1."_s.arg(kLongestList));
    SettingInfo entry = info;
    entry.kind = info.choices.isEmpty() ? SettingKind::Text : SettingKind::Choice;
    QStringList list;
    for (const QString &each : raw) {
        if (each.trimmed().isEmpty())
            continue;
        const Result<QString> checked = checkedText(entry, each);
        if (!checked)
            return tl::unexpected(checked.error());
        if (const QString problem = info.targets.isEmpty() ? QString() : pairProblem(info, *checked); !problem.isEmpty())
            return refused(info, problem);
        if (!list.contains(*checked))
            list += *checked;
    }
    return list;
}

} // namespace

bool isLoopbackHost(QStringView host)
{
    static const QRegularExpression v4(u"^127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}$"_s);
    const QString plain = host.toString().toLower();
    return plain == "localhost"_L1 || plain == "::1"_L1 || plain == "[::1]"_L1 || v4.match(plain).hasMatch();
}

QString urlProblem(const QString &text, bool isTemplate)
{
    QString filled = text;
    if (isTemplate) {
        static const QRegularExpression placeholder(u"\\{[A-Za-z]+\\}"_s);
        filled.replace(placeholder, u"x"_s);
    }
    const QUrl url(filled, QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool plain = scheme == "http"_L1 || scheme == "ws"_L1;
    const bool safe = scheme == "https"_L1 || scheme == "wss"_L1;
    if (!url.isValid() || url.host().isEmpty() || !(plain || safe))
        return u"must be a whole address, like https://service.example."_s;
    if (!url.userInfo().isEmpty())
        return u"must not hold a user name or password: those belong into the keychain."_s;
    if (plain && !isLoopbackHost(url.host()))
        return u"must begin with https: plain %1 would send everything readable over the network, so it is for this computer only."_s.arg(
            scheme);
    return {};
}

Result<QVariant> checkedSetting(const SettingInfo &info, const QVariant &raw)
{
    switch (info.kind) {
    case SettingKind::Flag:
        if (raw.typeId() == QMetaType::Bool)
            return raw;
        return refused(info, u"must be true or false."_s);
    case SettingKind::Number: {
        bool isNumber = false;
        const double exact = raw.toDouble(&isNumber);
        const bool numeric = raw.typeId() == QMetaType::Int || raw.typeId() == QMetaType::LongLong || raw.typeId() == QMetaType::Double;
        if (!isNumber || !numeric || exact < info.least || exact > info.most || exact != static_cast<int>(exact))
            return refused(info, u"must be a whole number from %1 to %2."_s.arg(info.least).arg(info.most));
        return static_cast<int>(exact);
    }
    case SettingKind::List:
        if (raw.typeId() == QMetaType::QStringList)
            return checkedList(info, raw.toStringList());
        return refused(info, u"must be a list of texts."_s);
    default:
        if (raw.typeId() == QMetaType::QString)
            return checkedText(info, raw.toString()).map([](const QString &text) { return QVariant(text); });
        return refused(info, u"must be a text."_s);
    }
}

Result<QVariant> settingFromText(const SettingInfo &info, const QString &text)
{
    const QString plain = text.trimmed();
    switch (info.kind) {
    case SettingKind::Flag: {
        const QString word = plain.toLower();
        if (QStringList{u"true"_s, u"yes"_s, u"on"_s, u"1"_s}.contains(word))
            return QVariant(true);
        if (QStringList{u"false"_s, u"no"_s, u"off"_s, u"0"_s}.contains(word))
            return QVariant(false);
        return refused(info, u"must be true or false."_s);
    }
    case SettingKind::Number: {
        bool isNumber = false;
        const int number = plain.toInt(&isNumber);
        return checkedSetting(info, isNumber ? QVariant(number) : QVariant());
    }
    case SettingKind::List:
        return checkedSetting(info, plain.split(u',', Qt::SkipEmptyParts));
    default:
        return checkedSetting(info, plain);
    }
}

QString settingToText(const QVariant &value)
{
    return value.typeId() == QMetaType::QStringList ? value.toStringList().join(u',') : value.toString();
}

} // namespace callcard
