#include "desktop.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QTimer>

#include <csignal>

namespace callcard::testing {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kPatience = 15'000;
}

QString programPath(const QString &name)
{
    const QString given = qEnvironmentVariable("CALLCARD_PROGRAMS");
    return QDir(given.isEmpty() ? QStringLiteral(CALLCARD_BUILT_PROGRAMS) : given).filePath(name);
}

Helper::Helper(const QStringList &command, const QProcessEnvironment &environment)
{
    m_process.setProcessEnvironment(environment);
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(command.first(), command.mid(1));
    m_process.waitForStarted(kPatience);
}

Helper::~Helper()
{
    end();
}

void Helper::end()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(3000)) {
        m_process.kill();
        m_process.waitForFinished(3000);
    }
}

Callcard::Callcard(const std::map<std::string, std::string> &variables) : m_environment(QProcessEnvironment::systemEnvironment())
{
    for (const QString &folder : {u"config"_s, u"data"_s, u"cache"_s, u"run"_s, u"tmp"_s})
        QDir(m_home.path()).mkpath(folder);
    QFile::setPermissions(m_home.filePath(u"run"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_environment.insert(u"HOME"_s, m_home.path());
    m_environment.insert(u"XDG_CONFIG_HOME"_s, m_home.filePath(u"config"_s));
    m_environment.insert(u"XDG_DATA_HOME"_s, m_home.filePath(u"data"_s));
    m_environment.insert(u"XDG_CACHE_HOME"_s, m_home.filePath(u"cache"_s));
    m_environment.insert(u"XDG_RUNTIME_DIR"_s, m_home.filePath(u"run"_s));
    m_environment.insert(u"TMPDIR"_s, temporary());
    m_environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    for (const auto &[name, value] : variables)
        m_environment.insert(QString::fromStdString(name), QString::fromStdString(value));
}

Callcard::~Callcard()
{
    quit();
}

bool Callcard::start(const QStringList &arguments)
{
    m_process.setProcessEnvironment(m_environment);
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.start(programPath(u"callcard"_s), arguments);
    return m_process.waitForStarted(kPatience);
}

int Callcard::quit()
{
    if (m_process.state() == QProcess::NotRunning)
        return m_process.exitCode();
    m_process.terminate();
    if (!m_process.waitForFinished(kPatience)) {
        m_process.kill();
        m_process.waitForFinished(kPatience);
        return -1;
    }
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

Json Callcard::cli(const QStringList &arguments) const
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    // The cloud that the program speaks to may live in this process, so nothing here may stand still.
    QEventLoop ended;
    QObject::connect(&process, &QProcess::finished, &ended, &QEventLoop::quit);
    QObject::connect(&process, &QProcess::errorOccurred, &ended, &QEventLoop::quit);
    QTimer::singleShot(kPatience, &ended, &QEventLoop::quit);
    process.start(programPath(u"callcard-cli"_s), QStringList{u"--json"_s} + arguments);
    if (process.state() != QProcess::NotRunning)
        ended.exec();
    const QByteArray out = process.readAllStandardOutput();
    return Json::parse(out.begin(), out.end(), nullptr, false);
}

QByteArray run(const QStringList &command)
{
    QProcess process;
    process.start(command.first(), command.mid(1));
    process.waitForFinished(kPatience);
    return process.readAllStandardOutput();
}

void keepPicture(const XScreen &screen, const QString &name)
{
    const QString folder = qEnvironmentVariable("CALLCARD_PICTURES");
    if (!folder.isEmpty() && QDir().mkpath(folder))
        screen.picture().save(QDir(folder).filePath(QString(name + u".png"_s)));
}

} // namespace callcard::testing
