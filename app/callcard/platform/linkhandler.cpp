#include "linkhandler.h"

#include <QFile>
#include <QStandardPaths>

#include <utility>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

const auto kOurEntry = u"callcard.desktop"_s;
const auto kAsker = u"xdg-mime"_s;
constexpr qint64 kLongestEntry = 64 * 1024;

/// The program's own name for itself.
QString nameIn(const QString &entry)
{
    const QString path = QStandardPaths::locate(QStandardPaths::ApplicationsLocation, entry);
    QFile file(path);
    if (path.isEmpty() || !file.open(QFile::ReadOnly))
        return QString(entry).remove(u".desktop"_s);
    for (const QByteArray &line : file.read(kLongestEntry).split('\n')) {
        if (line.startsWith("Name="))
            return QString::fromUtf8(line.mid(5)).trimmed();
    }
    return QString(entry).remove(u".desktop"_s);
}

} // namespace

LinkHandler::LinkHandler(QObject *parent) : QObject(parent)
{
    connect(&m_asking, &QProcess::finished, this, &LinkHandler::onAsked);
    connect(&m_asking, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            settle({});
    });
    connect(&m_taking, &QProcess::finished, this, [this] {
        m_checks = true; // it may say that all is well and have done nothing
        m_askAgain = m_asking.state() != QProcess::NotRunning;
        ask();
    });
    connect(&m_taking, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT
        takingFailed();
    });
}

LinkHandler::~LinkHandler()
{
    m_asking.disconnect(this);
    m_taking.disconnect(this);
}

void LinkHandler::ask()
{
    if (m_asking.state() == QProcess::NotRunning)
        m_asking.start(kAsker, {u"query"_s, u"default"_s, u"x-scheme-handler/tel"_s});
}

void LinkHandler::onAsked()
{
    const QString entry = QString::fromUtf8(m_asking.read(kLongestEntry)).trimmed();
    if (std::exchange(m_askAgain, false)) { // what was asked before is not what holds now
        ask();
        return;
    }
    settle({.known = m_asking.exitStatus() == QProcess::NormalExit,
            .ours = entry == kOurEntry,
            .name = entry.isEmpty() ? QString() : nameIn(entry)});
}

void LinkHandler::settle(const ui::LinkOwner &owner)
{
    const bool failed = std::exchange(m_checks, false) && !owner.ours;
    if (owner != m_owner) {
        m_owner = owner;
        Q_EMIT
        ownerChanged();
    }
    if (failed)
        Q_EMIT
    takingFailed();
}

void LinkHandler::take()
{
    if (m_taking.state() != QProcess::NotRunning)
        return;
    m_taking.start(kAsker, {u"default"_s, kOurEntry, u"x-scheme-handler/tel"_s, u"x-scheme-handler/callto"_s, u"x-scheme-handler/sip"_s});
}

} // namespace callcard
