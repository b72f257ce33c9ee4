#include <callcard/secrets.h>

namespace callcard {

SecretStore::~SecretStore() = default;

QCoro::Task<Result<std::optional<Secret>>> MemorySecrets::read(QString name, std::stop_token)
{
    const auto found = m_secrets.find(name);
    co_return found == m_secrets.end() ? std::optional<Secret>() : std::optional(found->second);
}

QCoro::Task<Result<>> MemorySecrets::write(QString name, Secret secret, std::stop_token)
{
    m_secrets[name] = std::move(secret);
    co_return {};
}

QCoro::Task<Result<>> MemorySecrets::remove(QString name, std::stop_token)
{
    m_secrets.erase(name);
    co_return {};
}

QCoro::Task<Result<QStringList>> MemorySecrets::names(std::stop_token)
{
    QStringList names;
    for (const auto &[name, secret] : m_secrets)
        names.append(name);
    co_return names;
}

EnvironmentSecrets::EnvironmentSecrets(SecretStore &below, const QHash<QString, QString> &environment) : m_below(below)
{
    for (const KnownSecret &known : knownSecrets()) {
        if (const QString value = environment.value(known.variable); !value.isEmpty())
            m_fromEnvironment.emplace(known.name, Secret(value));
    }
}

QCoro::Task<Result<std::optional<Secret>>> EnvironmentSecrets::read(QString name, std::stop_token stop)
{
    if (const auto found = m_fromEnvironment.find(name); found != m_fromEnvironment.end())
        co_return std::optional(found->second);
    co_return co_await m_below.read(name, stop);
}

QCoro::Task<Result<>> EnvironmentSecrets::write(QString name, Secret secret, std::stop_token stop)
{
    return m_below.write(std::move(name), std::move(secret), std::move(stop));
}

QCoro::Task<Result<>> EnvironmentSecrets::remove(QString name, std::stop_token stop)
{
    return m_below.remove(std::move(name), std::move(stop));
}

QCoro::Task<Result<QStringList>> EnvironmentSecrets::names(std::stop_token stop)
{
    QStringList names;
    for (const auto &[name, secret] : m_fromEnvironment)
        names.append(name);
    const Result<QStringList> below = co_await m_below.names(stop);
    // With everything in the environment a headless machine needs no keychain; otherwise its absence is news.
    if (!below && names.isEmpty())
        co_return below;
    names += below.value_or(QStringList());
    names.removeDuplicates();
    names.sort();
    co_return names;
}

SessionSecrets::SessionSecrets(SecretStore &keychain) : m_keychain(keychain) {}

QCoro::Task<Result<std::optional<Secret>>> SessionSecrets::read(QString name, std::stop_token stop)
{
    if (m_removed.contains(name))
        co_return std::optional<Secret>();
    Result<std::optional<Secret>> mine = co_await m_memory.read(name, stop);
    if (*mine)
        co_return mine;
    const bool sessionOnly = m_sessionOnly;
    Result<std::optional<Secret>> theirs = co_await m_keychain.read(name, stop);
    if (!theirs && theirs.error().kind == ErrorKind::SecretsLocked && sessionOnly)
        co_return std::optional<Secret>(); // the person knows; there is simply nothing
    co_return theirs;
}

QCoro::Task<Result<>> SessionSecrets::write(QString name, Secret secret, std::stop_token stop)
{
    m_removed.removeAll(name);
    if (m_sessionOnly)
        co_return co_await m_memory.write(name, std::move(secret), stop);
    co_return co_await m_keychain.write(name, std::move(secret), stop);
}

QCoro::Task<Result<>> SessionSecrets::remove(QString name, std::stop_token stop)
{
    if (!m_sessionOnly)
        co_return co_await m_keychain.remove(name, stop);
    m_removed.append(name);
    co_return co_await m_memory.remove(name, stop);
}

QCoro::Task<Result<QStringList>> SessionSecrets::names(std::stop_token stop)
{
    const bool sessionOnly = m_sessionOnly;
    QStringList names = *co_await m_memory.names(stop);
    const Result<QStringList> theirs = co_await m_keychain.names(stop);
    if (!theirs && !sessionOnly)
        co_return theirs;
    for (const QString &name : theirs.value_or(QStringList())) {
        if (!m_removed.contains(name))
            names.append(name);
    }
    names.removeDuplicates();
    names.sort();
    co_return names;
}

} // namespace callcard
