#pragma once

#include "xscreen.h"

#include <ipc/ipcclient.h>

#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <map>
#include <string>

namespace callcard::testing {

/// The program to be tested: of CALLCARD_PROGRAMS, or else of this build.
[[nodiscard]] QString programPath(const QString &name);

/// A helper of the desktop (window manager, panel, notification server) that ends with its owner.
class Helper
{
public:
    explicit Helper(const QStringList &command, const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());
    ~Helper();
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    void end();

private:
    QProcess m_process;
};

/// callcard in a home of its own.
class Callcard
{
public:
    explicit Callcard(const std::map<std::string, std::string> &variables = {});
    ~Callcard();

    void set(const QString &variable, const QString &value) { m_environment.insert(variable, value); }
    [[nodiscard]] bool start(const QStringList &arguments = {});
    /// SIGTERM, and the exit code.
    int quit();
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    [[nodiscard]] QByteArray errors() { return m_process.readAllStandardError(); }
    [[nodiscard]] const QProcessEnvironment &environment() const { return m_environment; }
    [[nodiscard]] QString home() const { return m_home.path(); }
    [[nodiscard]] QString temporary() const { return m_home.filePath(QStringLiteral("tmp")); }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    /// What callcard-cli says; not JSON when it failed.
    [[nodiscard]] Json cli(const QStringList &arguments) const;

private:
    QTemporaryDir m_home;
    QProcessEnvironment m_environment;
    QProcess m_process;
};

/// Runs a command to its end; what it printed.
QByteArray run(const QStringList &command);

/// Kept when CALLCARD_PICTURES names a folder, to be looked at.
void keepPicture(const XScreen &screen, const QString &name);

} // namespace callcard::testing
