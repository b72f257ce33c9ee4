#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

/// One run of callcard-cli in a home of its own.
struct CliRun {
    int code = -1;
    QByteArray out;
    QByteArray error;
};

/// Nothing of ours but what a run needs, and a home of its own.
inline QProcessEnvironment cliEnvironment(const QString &home)
{
    QProcessEnvironment environment;
    const QProcessEnvironment system = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {QStringLiteral("PATH"), QStringLiteral("ASAN_OPTIONS"), QStringLiteral("UBSAN_OPTIONS"),
                                QStringLiteral("LSAN_OPTIONS"), QStringLiteral("LC_ALL")})
        environment.insert(name, system.value(name));
    environment.insert(QStringLiteral("HOME"), home);
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), home);
    return environment;
}

inline CliRun runCli(const QString &home, const QStringList &arguments, const QProcessEnvironment &more = {}, const QByteArray &input = {})
{
    QProcessEnvironment environment = cliEnvironment(home);
    environment.insert(more);

    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(qEnvironmentVariable("CALLCARD_CLI"), arguments);
    process.write(input);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(60'000);
    return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}
