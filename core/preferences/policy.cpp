#include "validation.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kLargestPolicy = 1024 * 1024;

QString placeOf(const QByteArray &json, qsizetype offset)
{
    const QByteArrayView before = QByteArrayView(json).first(qBound<qsizetype>(0, offset, json.size()));
    const qsizetype line = before.count('\n') + 1;
    const qsizetype column = before.size() - (before.lastIndexOf('\n') + 1) + 1;
    return u"line %1, column %2"_s.arg(line).arg(column);
}

/// Where a name stands, for sentences about what it says.
QString placeOfName(const QByteArray &json, const QString &name)
{
    const qsizetype at = json.indexOf(QByteArray('"' + name.toUtf8() + '"'));
    return at < 0 ? u"?"_s : placeOf(json, at);
}

/// A lock that says not what it locks: the administrator has to hear what holds now.
QString lockAlone(const SettingInfo &info)
{
    const QString standard = settingToText(info.standard);
    const bool isGuessed = info.kind == SettingKind::Region || info.kind == SettingKind::TimeZone;
    const QString holds = isGuessed            ? u"it stays what each computer is set to"_s
                          : standard.isEmpty() ? u"it stays empty"_s
                                               : u"it stays at its default, %1"_s.arg(standard);
    return u"%1 is locked without a value: %2, and nobody can change it. Add a \"value\", or remove the lock."_s.arg(info.key, holds);
}

Result<QVariant> valueOf(const SettingInfo &info, const QJsonValue &json)
{
    if (json.isArray()) {
        QStringList list;
        const QJsonArray array = json.toArray();
        for (const QJsonValue &each : array) {
            if (!each.isString())
                return failure(ErrorKind::Refused, QString(info.key + u" must be a list of texts."_s));
            list += each.toString();
        }
        return checkedSetting(info, list);
    }
    return checkedSetting(info, json.toVariant());
}

void readEntry(const QString &key, const QJsonValue &json, const QByteArray &text, PolicyReport &report)
{
    const auto complain = [&](const QString &sentence) { report.problems += u"%1: %2"_s.arg(placeOfName(text, key), sentence); };
    const SettingInfo *info = findSetting(key);
    if (!info || info->key != key)
        return complain(u"there is no setting \"%1\"."_s.arg(key.left(100)));
    if (info->secret)
        return complain(
            u"%1 is a secret and must not be in a file that every program can read. Remove it, and change the secret."_s.arg(key));
    SettingState entry{.key = key, .value = info->standard, .origin = SettingOrigin::Policy};
    QJsonValue value = json;
    if (json.isObject()) {
        const QJsonObject object = json.toObject();
        const QStringList names = object.keys();
        for (const QString &name : names) {
            if (name != "value"_L1 && name != "locked"_L1 && name != "reason"_L1)
                complain(u"%1 has an unknown part \"%2\"; known are value, locked and reason."_s.arg(key, name.left(100)));
        }
        const QJsonValue locked = object.value("locked"_L1);
        if (!locked.isUndefined() && !locked.isBool())
            complain(u"\"locked\" of %1 must be true or false."_s.arg(key));
        entry.locked = locked.toBool();
        entry.reason = object.value("reason"_L1).toString().left(500);
        value = object.value("value"_L1);
        if (value.isUndefined() && !entry.locked)
            return complain(u"%1 has neither a value nor a lock."_s.arg(key));
        if (value.isUndefined())
            complain(lockAlone(*info));
    }
    if (!value.isUndefined()) {
        const Result<QVariant> checked = valueOf(*info, value);
        if (!checked)
            return complain(checked.error().detail);
        entry.value = *checked;
    }
    report.entries += entry;
}

} // namespace

PolicyReport explainPolicy(const QString &path)
{
    PolicyReport report;
    QFile file(path);
    if (!file.open(QFile::ReadOnly)) {
        report.problems += u"The policy file cannot be read: %1."_s.arg(file.errorString());
        return report;
    }
    const QByteArray json = file.read(kLargestPolicy + 1);
    if (json.size() > kLargestPolicy) {
        report.problems += u"The policy file is larger than a megabyte, which no policy is."_s;
        return report;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        report.problems += u"%1: the policy file is not valid JSON: %2."_s.arg(placeOf(json, error.offset), error.errorString());
        return report;
    }
    if (!document.object().value("settings"_L1).isObject()) {
        report.problems += u"line 1, column 1: the policy file must be an object with \"settings\" in it, like "
                           "{\"settings\": {\"user/region\": \"US\"}}."_s;
        return report;
    }
    report.readable = true;
    const QStringList names = document.object().keys();
    for (const QString &name : names) {
        if (name != "settings"_L1 && name != "comment"_L1 && name != "$schema"_L1) // the last is for an administrator's editor
            report.problems += u"%1: unknown part \"%2\"; known are settings and comment."_s.arg(placeOfName(json, name), name.left(100));
    }
    const QJsonObject settings = document.object().value("settings"_L1).toObject();
    for (auto it = settings.constBegin(); it != settings.constEnd(); ++it)
        readEntry(it.key(), it.value(), json, report);
    return report;
}

} // namespace callcard
