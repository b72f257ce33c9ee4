#pragma once

#include <callcard/result.h>
#include <callcard/settings.h>

#include <QHash>
#include <QObject>
#include <QProcessEnvironment>
#include <QVariant>

#include <memory>

class QSettings;

namespace callcard {

enum class SettingOrigin { Default, File, Policy, Environment };
[[nodiscard]] QString settingOriginName(SettingOrigin origin); ///< "default", "file", "policy", "environment"

/// What holds now, and why.
struct SettingState {
    QString key{};
    QVariant value{};
    SettingOrigin origin{};
    bool locked{};    ///< By the policy: nobody but the admin changes it.
    QString reason{}; ///< The admin's, for the lock.
    bool operator==(const SettingState &) const = default;
};

/// What an admin's file says, read with the strictness of `config check`.
struct PolicyReport {
    QList<SettingState> entries{}; ///< What would take effect.
    QStringList problems{};        ///< A sentence each, with line and column where there is one.
    bool readable{};               ///< False: none of it takes effect.
};
[[nodiscard]] PolicyReport explainPolicy(const QString &file);

/// A setting's value from text, checked: what a person types, a variable holds, the command line passes. The error is a sentence.
[[nodiscard]] Result<QVariant> settingFromText(const SettingInfo &info, const QString &text);
/// "true", "30", "a,b": as settingFromText() reads it.
[[nodiscard]] QString settingToText(const QVariant &value);

struct PreferencesPaths {
    QString file{};   ///< callcard.ini of the profile
    QString policy{}; ///< policy.json of the system; may be missing
};

/// What a fresh installation assumes, guessed from the system.
struct PreferencesGuess {
    QString region{};
    QString timeZone{};
    [[nodiscard]] static PreferencesGuess fromSystem();
};

/// The settings of one profile. A value comes from, in rising order: default, unlocked policy (a better default: a person may
/// choose otherwise), file, environment, locked policy. What is wrong in one of them is said in problems() and passed over,
/// never taken for the default in silence. Holds no secret.
class Preferences final : public QObject
{
    Q_OBJECT

public:
    explicit Preferences(PreferencesPaths paths, QProcessEnvironment environment = QProcessEnvironment::systemEnvironment(),
                         const PreferencesGuess &guess = PreferencesGuess::fromSystem(), QObject *parent = nullptr);
    ~Preferences() override;

    template <typename Value>
    [[nodiscard]] Value value(Setting<Value> setting) const
    {
        return state(setting.name()).value.template value<Value>();
    }
    template <typename Value>
    [[nodiscard]] Result<> set(Setting<Value> setting, const Value &value)
    {
        return set(setting.name(), QVariant::fromValue(value));
    }
    /// Checked, written at once, announced. Refused where locked; where the environment rules, written but without effect now.
    [[nodiscard]] Result<> set(const QString &key, const QVariant &value);
    [[nodiscard]] Result<> setText(const QString &key, const QString &text);
    [[nodiscard]] Result<> reset(const QString &key); ///< Back to policy or default.

    [[nodiscard]] SettingState state(const QString &key) const;
    [[nodiscard]] QList<SettingState> states() const; ///< All but secrets, in the table's order.
    [[nodiscard]] const QStringList &problems() const { return m_problems; }
    /// Files were changed by somebody else: read them again and announce what differs.
    void reload();

Q_SIGNALS:
    void changed(const QString &key);

private:
    struct Layers {
        QHash<QString, QVariant> file;
        QHash<QString, SettingState> policy;
        QHash<QString, QVariant> environment;
    };
    void read();
    void readFile();
    void readPolicy();
    void readEnvironment();
    void announceChanges(const QHash<QString, SettingState> &before);
    [[nodiscard]] QHash<QString, SettingState> snapshot() const;
    [[nodiscard]] Result<const SettingInfo *> writable(const QString &key) const;
    [[nodiscard]] Result<> write(const QString &key, const QVariant &value);
    [[nodiscard]] QVariant standard(const SettingInfo &info) const;

    const PreferencesPaths m_paths;
    const QProcessEnvironment m_environment;
    const PreferencesGuess m_guess;
    Layers m_layers;
    QStringList m_problems;
};

} // namespace callcard
