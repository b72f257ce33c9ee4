#pragma once

#include <callcard/firebaseauth.h>

#include <QJsonObject>
#include <QProcess>

/// A server of Firebase Auth: a process that tells its address in one line of JSON and ends when its standard input closes. What an
/// administrator does to its accounts goes over REST, with the emulators' administrator "owner".
class AuthServer final
{
public:
    AuthServer(const QString &program, const QStringList &arguments);
    ~AuthServer();
    AuthServer(const AuthServer &) = delete;
    AuthServer &operator=(const AuthServer &) = delete;

    /// What kept it from starting; empty when it answers.
    [[nodiscard]] QString start();

    [[nodiscard]] callcard::FirebaseApp app() const;
    [[nodiscard]] QString project() const;

    /// Returns the new account's id.
    [[nodiscard]] QString signUp(callcard::HttpClient &client, const QString &email, const QString &password) const;
    void disable(callcard::HttpClient &client, const QString &id) const;
    void remove(callcard::HttpClient &client, const QString &id) const;
    /// Whom the server takes the bearer of this token for.
    [[nodiscard]] QString whose(callcard::HttpClient &client, const callcard::Secret &token) const;

private:
    [[nodiscard]] QJsonObject ask(callcard::HttpClient &client, const QString &path, const QJsonObject &body, bool asOwner) const;

    QProcess m_process;
    QString m_program;
    QStringList m_arguments;
    QJsonObject m_env;
};
