#include <callcard/preferences.h>

#include "validation.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QLoggingCategory>
#include <QSettings>
#include <QStorageInfo>
#include <QTimeZone>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcPreferences, "callcard.preferences", QtInfoMsg)

/// What INI files make of values: everything is text, and text with commas a list.
QString textOf(const QVariant &stored)
{
    return stored.typeId() == QMetaType::QStringList ? stored.toStringList().join(u',') : stored.toString();
}

} // namespace

QString settingOriginName(SettingOrigin origin)
{
    switch (origin) {
    case SettingOrigin::Default:
        return u"default"_s;
    case SettingOrigin::File:
        return u"file"_s;
    case SettingOrigin::Policy:
        return u"policy"_s;
    case SettingOrigin::Environment:
        return u"environment"_s;
    }
    Q_UNREACHABLE();
}

PreferencesGuess PreferencesGuess::fromSystem()
{
    const QString region = QLocale::territoryToCode(QLocale::system().territory());
    return {.region = region.size() == 2 ? region : u"US"_s, .timeZone = QString::fromUtf8(QTimeZone::systemTimeZoneId())};
}

Preferences::Preferences(PreferencesPaths paths, QProcessEnvironment environment, const PreferencesGuess &guess, QObject *parent)
    : QObject(parent), m_paths(std::move(paths)), m_environment(std::move(environment)), m_guess(guess)
{
    read();
}

Preferences::~Preferences() = default;

void Preferences::read()
{
    m_layers = {};
    m_problems.clear();
    readFile();
    readPolicy();
    readEnvironment();
    for (const QString &problem : std::as_const(m_problems))
        qCWarning(lcPreferences).noquote() << problem;
}

void Preferences::readFile()
{
    if (!QFileInfo::exists(m_paths.file))
        return;
    if (QFile probe(m_paths.file); !probe.open(QFile::ReadOnly)) {
        m_problems += u"The settings file cannot be read (%1): %2."_s.arg(probe.errorString(), m_paths.file);
        return;
    }
    QSettings file(m_paths.file, QSettings::IniFormat);
    if (file.status() != QSettings::NoError)
        m_problems += u"The settings file is damaged; what could be read of it is used: %1."_s.arg(m_paths.file);
    const QStringList keys = file.allKeys();
    for (const QString &key : keys) {
        const SettingInfo *info = findSetting(key);
        if (!info || info->key != key)
            continue; // of an older or newer version: left as it is
        if (info->secret) {
            m_problems +=
                u"%1 is a secret and was found in the settings file, which is not read for it. Remove it there, and change the secret."_s
                    .arg(key);
            continue;
        }
        if (const Result<QVariant> value = settingFromText(*info, textOf(file.value(key))))
            m_layers.file.insert(key, *value);
        else
            m_problems += u"In the settings file, %1"_s.arg(value.error().detail);
    }
}

void Preferences::readPolicy()
{
    if (m_paths.policy.isEmpty() || !QFileInfo::exists(m_paths.policy))
        return;
    const PolicyReport report = explainPolicy(m_paths.policy);
    for (SettingState entry : report.entries) {
        const SettingInfo *info = findSetting(entry.key);
        if (info && entry.value.toString().isEmpty() && standard(*info) != info->standard)
            entry.value = standard(*info); // no region and no zone is none: what the computer is set to holds
        m_layers.policy.insert(entry.key, entry);
    }
    for (const QString &problem : report.problems)
        m_problems += u"In the policy file %1: %2"_s.arg(m_paths.policy, problem);
}

void Preferences::readEnvironment()
{
    for (const SettingInfo &info : allSettings()) {
        if (info.secret || !m_environment.contains(info.variable))
            continue;
        const QString text = m_environment.value(info.variable);
        if (text.isEmpty() && info.kind != SettingKind::Text)
            continue; // exported but empty: as good as not set
        if (const Result<QVariant> value = settingFromText(info, text))
            m_layers.environment.insert(info.key, *value);
        else
            m_problems += u"The variable %1 is not used: %2"_s.arg(info.variable, value.error().detail);
    }
}

QVariant Preferences::standard(const SettingInfo &info) const
{
    if (info.kind == SettingKind::Region)
        return m_guess.region;
    if (info.kind == SettingKind::TimeZone)
        return m_guess.timeZone;
    return info.standard;
}

SettingState Preferences::state(const QString &key) const
{
    const SettingInfo *info = findSetting(key);
    Q_ASSERT_X(info && info->key == key && !info->secret, "Preferences", "no such setting, or a secret");
    if (!info || info->secret)
        return {.key = key};
    const auto policy = m_layers.policy.constFind(key);
    const bool ruled = policy != m_layers.policy.constEnd();
    if (ruled && policy->locked)
        return *policy;
    if (const auto it = m_layers.environment.constFind(key); it != m_layers.environment.constEnd())
        return {.key = key, .value = *it, .origin = SettingOrigin::Environment};
    // An admin's unlocked value is a better default: what the person chose stands above it.
    if (const auto it = m_layers.file.constFind(key); it != m_layers.file.constEnd())
        return {.key = key, .value = *it, .origin = SettingOrigin::File};
    if (ruled)
        return *policy;
    return {.key = key, .value = standard(*info), .origin = SettingOrigin::Default};
}

QList<SettingState> Preferences::states() const
{
    QList<SettingState> result;
    for (const SettingInfo &info : allSettings()) {
        if (!info.secret)
            result += state(info.key);
    }
    return result;
}

QHash<QString, SettingState> Preferences::snapshot() const
{
    QHash<QString, SettingState> result;
    const QList<SettingState> all = states();
    for (const SettingState &each : all)
        result.insert(each.key, each);
    return result;
}

void Preferences::announceChanges(const QHash<QString, SettingState> &before)
{
    const QList<SettingState> now = states();
    for (const SettingState &each : now) {
        if (before.value(each.key) != each)
            Q_EMIT
        changed(each.key);
    }
}

Result<const SettingInfo *> Preferences::writable(const QString &key) const
{
    const SettingInfo *info = findSetting(key);
    if (!info)
        return failure(ErrorKind::Refused, u"There is no setting \"%1\"."_s.arg(key.left(100)));
    if (info->secret)
        return failure(ErrorKind::Refused,
                       u"%1 is a secret: it goes into the keychain, never into a file. Use: callcard-cli secret set %2"_s.arg(
                           info->key, info->variable));
    if (const auto policy = m_layers.policy.constFind(info->key); policy != m_layers.policy.constEnd() && policy->locked) {
        const QString reason = policy->reason.isEmpty() ? QString() : QString(u": "_s + policy->reason);
        return failure(ErrorKind::Refused, u"%1 is locked by your administrator%2."_s.arg(info->key, reason));
    }
    return info;
}

Result<> Preferences::set(const QString &key, const QVariant &value)
{
    const Result<const SettingInfo *> info = writable(key);
    if (!info)
        return tl::unexpected(info.error());
    const Result<QVariant> checked = checkedSetting(**info, value);
    if (!checked)
        return tl::unexpected(checked.error());
    const auto before = snapshot();
    if (const Result<> written = write((*info)->key, *checked); !written)
        return written;
    m_layers.file.insert((*info)->key, *checked);
    announceChanges(before);
    return {};
}

Result<> Preferences::setText(const QString &key, const QString &text)
{
    const Result<const SettingInfo *> info = writable(key);
    if (!info)
        return tl::unexpected(info.error());
    const Result<QVariant> value = settingFromText(**info, text);
    return value ? set((*info)->key, *value) : Result<>(tl::unexpected(value.error()));
}

Result<> Preferences::reset(const QString &key)
{
    const Result<const SettingInfo *> info = writable(key);
    if (!info)
        return tl::unexpected(info.error());
    const auto before = snapshot();
    if (const Result<> written = write((*info)->key, {}); !written)
        return written;
    m_layers.file.remove((*info)->key);
    announceChanges(before);
    return {};
}

Result<> Preferences::write(const QString &key, const QVariant &value)
{
    const QFileInfo target(m_paths.file);
    if (!QDir().mkpath(target.absolutePath()))
        return failure(ErrorKind::Storage, u"cannot-open: the folder of the settings file cannot be made"_s);
    // Beside it first, then renamed over it, so that a crash leaves the old file or the new one.
    QSettings file(m_paths.file, QSettings::IniFormat);
    file.setAtomicSyncRequired(true);
    if (!file.isWritable())
        return failure(ErrorKind::Storage, u"read-only: the settings file may not be written"_s);
    if (value.isValid())
        file.setValue(key, value);
    else
        file.remove(key);
    file.sync();
    if (file.status() == QSettings::AccessError) {
        // Qt would write it with the next change after all, whatever the person was told.
        if (const auto before = m_layers.file.constFind(key); before != m_layers.file.constEnd())
            file.setValue(key, *before);
        else
            file.remove(key);
        constexpr qint64 kRoom = 64 * 1024;
        const QStorageInfo disk(target.absolutePath());
        return disk.isValid() && disk.bytesAvailable() < kRoom
                   ? failure(ErrorKind::Storage, u"full: no room for the settings file"_s)
                   : failure(ErrorKind::Storage, u"read-only: the settings file could not be written"_s);
    }
    QFile::setPermissions(m_paths.file, QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

void Preferences::reload()
{
    const auto before = snapshot();
    read();
    announceChanges(before);
}

} // namespace callcard
