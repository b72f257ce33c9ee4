#pragma once

#include <callcard/clock.h>

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

class QDebug;

namespace callcard {

/// A password, key or token. It cannot be streamed, printed or compared, and its bytes are wiped when it goes. What reveal() gives out is
/// the caller's business: keep it short.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QStringView text);
    explicit Secret(QByteArrayView utf8);
    Secret(const Secret &other);
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret other) noexcept;
    ~Secret();

    [[nodiscard]] bool isEmpty() const { return m_bytes.empty(); }
    [[nodiscard]] QByteArray reveal() const; ///< UTF-8.
    [[nodiscard]] QString revealText() const;
    /// Takes as long for a wrong value as for the right one.
    [[nodiscard]] bool matches(QByteArrayView value) const;

    bool operator==(const Secret &) const = delete;
    friend QDebug operator<<(QDebug, const Secret &) = delete;

private:
    std::vector<char> m_bytes;
};

/// A secret that people and tools set, known by its environment variable or by our own shorter name.
struct KnownSecret {
    QString name{};     ///< "justcall-api-key"
    QString variable{}; ///< "JUSTCALL_API_KEY"
};
[[nodiscard]] const QList<KnownSecret> &knownSecrets();
/// Either spelling, any letter case → our name; what is neither stays nothing.
[[nodiscard]] std::optional<QString> secretName(QStringView spelled);

/// Where secrets live. Names are ours (`a-z0-9-`); a missing entry is an empty optional, a store that cannot be asked is SecretsLocked.
class SecretStore
{
public:
    SecretStore() = default;
    SecretStore(const SecretStore &) = delete;
    SecretStore &operator=(const SecretStore &) = delete;
    virtual ~SecretStore();

    [[nodiscard]] virtual QCoro::Task<Result<std::optional<Secret>>> read(QString name, std::stop_token stop) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<>> write(QString name, Secret secret, std::stop_token stop) = 0;
    /// Removing what is not there succeeds.
    [[nodiscard]] virtual QCoro::Task<Result<>> remove(QString name, std::stop_token stop) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<QStringList>> names(std::stop_token stop) = 0; ///< Sorted.
};

/// For tests, and for a session without a keychain.
class MemorySecrets final : public SecretStore
{
public:
    [[nodiscard]] QCoro::Task<Result<std::optional<Secret>>> read(QString name, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<>> write(QString name, Secret secret, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<>> remove(QString name, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<QStringList>> names(std::stop_token stop) override;

private:
    std::map<QString, Secret> m_secrets;
};

/// Environment variables above another store, for headless use. Reading prefers the environment; writing goes to the store below.
class EnvironmentSecrets final : public SecretStore
{
public:
    /// `environment`: variable → value. An empty value counts as not set.
    EnvironmentSecrets(SecretStore &below, const QHash<QString, QString> &environment);
    [[nodiscard]] static QHash<QString, QString> systemEnvironment(); ///< Only the variables of knownSecrets().
    [[nodiscard]] bool isFromEnvironment(const QString &name) const { return m_fromEnvironment.contains(name); }

    [[nodiscard]] QCoro::Task<Result<std::optional<Secret>>> read(QString name, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<>> write(QString name, Secret secret, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<>> remove(QString name, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<QStringList>> names(std::stop_token stop) override;

private:
    SecretStore &m_below;
    std::map<QString, Secret> m_fromEnvironment;
};

/// "No keychain: keep them for this session only." After keepForSession() what is written stays in memory and dies with the program.
class SessionSecrets final : public SecretStore
{
public:
    explicit SessionSecrets(SecretStore &keychain);
    /// The person agreed. What the keychain can still read is read from there.
    void keepForSession() { m_sessionOnly = true; }
    [[nodiscard]] bool isSessionOnly() const { return m_sessionOnly; }

    [[nodiscard]] QCoro::Task<Result<std::optional<Secret>>> read(QString name, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<>> write(QString name, Secret secret, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<>> remove(QString name, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<QStringList>> names(std::stop_token stop) override;

private:
    SecretStore &m_keychain;
    MemorySecrets m_memory;
    QStringList m_removed; // hides what the keychain would still give
    bool m_sessionOnly = false;
};

} // namespace callcard
