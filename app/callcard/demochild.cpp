#include "demochild.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPatienceMs = 15'000;

QString program()
{
    const QStringList places{QCoreApplication::applicationDirPath(), QCoreApplication::applicationDirPath() + u"/../demo"_s};
    const QString beside = QStandardPaths::findExecutable(u"callcard-demo"_s, places);
    return beside.isEmpty() ? QStandardPaths::findExecutable(u"callcard-demo"_s) : beside;
}

} // namespace

DemoChild::DemoChild() : m_folder(std::make_unique<QTemporaryDir>(QString(QDir::tempPath() + u"/callcard-demo-XXXXXX"_s))) {}

DemoChild::~DemoChild()
{
    m_process.closeWriteChannel(); // which is how it learns that it may go
    QObject::disconnect(&m_process, nullptr, nullptr, nullptr);
    if (m_process.state() != QProcess::NotRunning) {
        m_process.terminate();
        if (!m_process.waitForFinished(2000))
            m_process.kill();
    }
}

QString DemoChild::folder() const
{
    return m_folder->path();
}

Result<> DemoChild::start()
{
    if (!m_folder->isValid())
        return failure(ErrorKind::Storage,
                       u"The demo needs a temporary folder and cannot make one. Make room, or set TMPDIR to a folder of yours."_s);
    const QString path = program();
    if (path.isEmpty())
        return failure(ErrorKind::Refused,
                       u"callcard-demo is not installed beside callcard, so there is no demo. Install the whole package."_s);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(path, {});

    // The event loop does not run yet, so there is nothing to block.
    const QDeadlineTimer deadline(kPatienceMs);
    while (!m_process.canReadLine() && !deadline.hasExpired() && m_process.state() != QProcess::NotRunning)
        m_process.waitForReadyRead(static_cast<int>(deadline.remainingTime())); // house rule's one exception: before exec()
    const QByteArray line = m_process.readLine(64 * 1024);
    const auto document = nlohmann::json::parse(line.begin(), line.end(), nullptr, false);
    if (!document.is_object() || !document.contains("env") || !document["env"].is_object())
        return failure(ErrorKind::BadPayload, u"The demo cloud did not start. Run callcard-demo by itself to see why."_s);
    for (const auto &[name, value] : document["env"].items()) {
        if (value.is_string())
            qputenv(name.c_str(), QByteArray::fromStdString(value.get<std::string>()));
    }
    m_control = QString::fromStdString(document.value("control", std::string()));
    return {};
}

} // namespace callcard
