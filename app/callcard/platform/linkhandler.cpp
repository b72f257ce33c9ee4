#include "linkhandler.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSettings>
#include <QStandardPaths>
#include <QUrl>

#include <utility>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

const auto kOurEntry = u"callcard.desktop"_s;
const auto kAsker = u"xdg-mime"_s;
const auto kHandler = u"x-scheme-handler/"_s;
const auto kTestLink = u"tel:callcard-test-"_s;
constexpr qint64 kLongestEntry = 64 * 1024;
constexpr auto kTestLasts = std::chrono::seconds(10);

QStringList schemes()
{
    return {u"tel"_s, u"callto"_s, u"sip"_s};
}

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

LinkHandler::LinkHandler(const QString &memory, QObject *parent) : QObject(parent), m_memory(memory)
{
    connect(&m_asking, &QProcess::finished, this, &LinkHandler::onAsked);
    connect(&m_asking, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            settle({});
    });
    connect(&m_remembering, &QProcess::finished, this, [this] {
        const QString entry = QString::fromUtf8(m_remembering.read(kLongestEntry)).trimmed();
        const QString scheme = m_toRemember.takeFirst();
        if (entry != kOurEntry) // ours already: whose they were is known
            QSettings(m_memory, QSettings::IniFormat).setValue(scheme, entry);
        rememberNext();
    });
    connect(&m_remembering, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT
        takingFailed();
    });
    connect(&m_giving, &QProcess::finished, this, [this] { giveNext(); });
    m_testLasts.setSingleShot(true);
    m_testLasts.setInterval(kTestLasts);
    connect(&m_testLasts, &QTimer::timeout, this, [this] {
        m_test.clear();
        Q_EMIT
        tested(false);
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
    m_remembering.disconnect(this);
    m_giving.disconnect(this);
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
    const bool checked = std::exchange(m_checks, false);
    const bool failed = checked && !owner.ours;
    if (owner != m_owner) {
        m_owner = owner;
        Q_EMIT
        ownerChanged();
    }
    if (failed)
        Q_EMIT
    takingFailed();
    else if (checked) test();
}

void LinkHandler::take()
{
    if (isTaking())
        return;
    m_toRemember = schemes();
    rememberNext();
}

void LinkHandler::rememberNext()
{
    if (m_toRemember.isEmpty())
        takeNow();
    else
        m_remembering.start(kAsker, {u"query"_s, u"default"_s, kHandler + m_toRemember.first()});
}

void LinkHandler::takeNow()
{
    QStringList arguments{u"default"_s, kOurEntry};
    for (const QString &scheme : schemes())
        arguments.append(QString(kHandler + scheme));
    m_taking.start(kAsker, arguments);
}

bool LinkHandler::giveBack()
{
    const QSettings memory(m_memory, QSettings::IniFormat);
    m_toGive.clear();
    for (const QString &scheme : schemes()) {
        const QString entry = memory.value(scheme).toString();
        if (!entry.isEmpty() && !QStandardPaths::locate(QStandardPaths::ApplicationsLocation, entry).isEmpty())
            m_toGive.insert(scheme, entry);
    }
    if (!m_toGive.contains(schemes().first()) || m_giving.state() != QProcess::NotRunning)
        return false;
    giveNext();
    return true;
}

void LinkHandler::giveNext()
{
    if (m_toGive.isEmpty()) {
        m_askAgain = m_asking.state() != QProcess::NotRunning;
        ask();
        return;
    }
    const QString scheme = m_toGive.cbegin().key();
    m_giving.start(kAsker, {u"default"_s, m_toGive.take(scheme), kHandler + scheme});
}

/// The desktop says that they are ours. Whether a click arrives here only a click shows.
void LinkHandler::test()
{
    if (!m_open)
        return;
    m_test = kTestLink + QString::number(QRandomGenerator::global()->generate());
    m_testLasts.start();
    m_open(QUrl(m_test));
}

bool LinkHandler::takesTest(const QString &link)
{
    if (!link.startsWith(kTestLink, Qt::CaseInsensitive))
        return false;
    if (link.compare(m_test, Qt::CaseInsensitive) == 0) {
        m_test.clear();
        m_testLasts.stop();
        Q_EMIT
        tested(true);
    }
    return true; // a late one is no number either
}

} // namespace callcard
