#include "demochild.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kStartPatience = std::chrono::seconds(15);
constexpr qint64 kLongestLine = 64 * 1024;

QString program()
{
    const QStringList places{QCoreApplication::applicationDirPath(), QCoreApplication::applicationDirPath() + u"/../demo"_s};
    const QString beside = QStandardPaths::findExecutable(u"callcard-demo"_s, places);
    return beside.isEmpty() ? QStandardPaths::findExecutable(u"callcard-demo"_s) : beside;
}

} // namespace

DemoChild::DemoChild() : m_folder(std::make_unique<QTemporaryDir>(QString(QDir::tempPath() + u"/callcard-demo-XXXXXX"_s)))
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this,
            [this] { tell(u"The demo cloud does not start. Run callcard-demo by itself to see why."_s); });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &DemoChild::onOutput);
    connect(&m_process, &QProcess::errorOccurred, this,
            [this] { tell(u"The demo cloud cannot be started. Install the whole package."_s); });
    connect(&m_process, &QProcess::finished, this, &DemoChild::ended);
    connect(&m_process, &QProcess::finished, this,
            [this] { tell(u"The demo cloud ended at once. Run callcard-demo by itself to see why."_s); });
}

DemoChild::~DemoChild()
{
    disconnect(&m_process, nullptr, this, nullptr);
    m_process.closeWriteChannel();
}

void DemoChild::end()
{
    m_process.closeWriteChannel(); // which is how it learns that it may go
}

bool DemoChild::isRunning() const
{
    return m_process.state() != QProcess::NotRunning;
}

QString DemoChild::folder() const
{
    return m_folder->path();
}

void DemoChild::start()
{
    const QString path = program();
    if (!m_folder->isValid()) {
        tell(u"The demo needs a temporary folder and cannot make one. Make room, or set TMPDIR to a folder of yours."_s);
        return;
    }
    if (path.isEmpty()) {
        tell(u"callcard-demo is not installed beside callcard, so there is no demo. Install the whole package."_s);
        return;
    }
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_patience.start(kStartPatience);
    m_process.start(path, {});
}

void DemoChild::onOutput()
{
    if (m_told || !m_process.canReadLine())
        return;
    const QByteArray line = m_process.readLine(kLongestLine);
    const auto document = nlohmann::json::parse(line.begin(), line.end(), nullptr, false);
    if (!document.is_object() || !document.contains("env") || !document["env"].is_object()) {
        tell(u"The demo cloud said something unexpected. Are callcard and callcard-demo of the same version?"_s);
        return;
    }
    for (const auto &[name, value] : document["env"].items()) {
        if (value.is_string())
            qputenv(name.c_str(), QByteArray::fromStdString(value.get<std::string>()));
    }
    // One source, for all services of the cloud tell the same story; and everybody who may ring has a name.
    qputenv("CALLCARD_CALLS_SOURCES", "relay");
    qputenv("CALLCARD_DIRECTORY_SOURCES", "copper"); // the cloud's Firestore denies directory reads, as strict teams do
    qputenv("CALLCARD_DIRECTORY_SCOPE", "all");
    tell({});
}

void DemoChild::tell(const QString &problem)
{
    m_patience.stop();
    if (!std::exchange(m_told, true))
        Q_EMIT
    ready(problem);
}

} // namespace callcard
