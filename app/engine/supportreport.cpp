#include "supportreport.h"

#include "engine.h"

#include <callcard/netfault.h>

#include <QLocale>
#include <QSysInfo>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Hosts of a company name it; the providers' own are everybody's.
QString publicHost(const QString &host)
{
    for (const QLatin1StringView known : {"ringcentral.com"_L1, "justcall.io"_L1, "googleapis.com"_L1, "google.com"_L1, "copper.com"_L1}) {
        if (host == known || host.endsWith(QString(u'.' + QString(known))))
            return host;
    }
    return isLoopbackHost(host) ? u"(this computer)"_s : u"(another host)"_s;
}

QString shownValue(const SettingInfo &info, const SettingState &state)
{
    switch (info.kind) {
    case SettingKind::Flag:
    case SettingKind::Number:
    case SettingKind::Choice:
    case SettingKind::TimeOfDay:
    case SettingKind::Region:
    case SettingKind::TimeZone:
        return settingToText(state.value);
    case SettingKind::List:
        if (!info.choices.isEmpty())
            return settingToText(state.value);
        return u"%1 entries"_s.arg(state.value.toStringList().size());
    default:
        return state.value.toString().isEmpty() ? u"(empty)"_s : u"(set)"_s;
    }
}

void addLine(QString &report, const QString &name, const QString &value)
{
    report += name.leftJustified(34) + u' ' + value + u'\n';
}

} // namespace

QString supportReport(Engine &engine)
{
    const QDateTime now = engine.clock().now();
    QString report = u"Callcard " CALLCARD_VERSION "\n"_s;
    addLine(report, u"written"_s, now.toString(Qt::ISODate));
    addLine(report, u"system"_s, QSysInfo::prettyProductName());
    addLine(report, u"kernel"_s, QString(QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion()));
    addLine(report, u"Qt"_s, QString::fromLatin1(qVersion()));
    addLine(report, u"locale"_s, QLocale().name());

    report += u"\nConnections\n"_s;
    for (const Connection &connection : engine.connections()) {
        QString value = connectionStateName(connection.state);
        if (connection.since.isValid())
            value += u" since "_s + connection.since.toUTC().toString(Qt::ISODate);
        if (connection.problem)
            value += u", "_s + errorKindName(connection.problem->kind);
        if (connection.testServer)
            value += u", test server"_s;
        addLine(report, connection.name, value);
    }

    report += u"\nCounts\n"_s;
    const CallTracker::Counters events = engine.tracker().counters();
    addLine(report, u"call events"_s,
            u"%1 received, %2 repeated, %3 unknown words, %4 dropped"_s.arg(events.events)
                .arg(events.repeated)
                .arg(events.unknownWords)
                .arg(events.dropped));
    const ScreenPop::Counters cards = engine.screenPop().counters();
    addLine(report, u"cards"_s, u"%1 shown, %2 painted"_s.arg(cards.shown).arg(cards.painted));
    if (const Directory *directory = engine.customers().directory()) {
        if (const Result<DirectoryStats> stats = directory->stats())
            addLine(report, u"directory"_s,
                    u"%1 customers, %2 numbers, %3 shared"_s.arg(stats->customers).arg(stats->numbers).arg(stats->shared));
        else
            addLine(report, u"directory"_s, errorKindName(stats.error().kind));
    }
    if (const Outbox *outbox = engine.outbox()) {
        if (const Result<OutboxCounts> counts = outbox->counts())
            addLine(report, u"outbox"_s, u"%1 waiting, %2 set aside"_s.arg(counts->waiting).arg(counts->parked));
    }
    if (const std::optional<Error> problem = engine.outboxProblem())
        addLine(report, u"outbox"_s, errorKindName(problem->kind));
    if (!engine.outboxSetAsideAs().isEmpty())
        addLine(report, u"outbox"_s, u"was damaged, the old one is set aside"_s);
    if (!engine.callBook().setAsideAs().isEmpty())
        addLine(report, u"call log"_s, u"was damaged, the old one is set aside"_s);
    if (const std::optional<Error> problem = engine.callBook().problem())
        addLine(report, u"call log"_s, errorKindName(problem->kind));

    report += u"\nHosts\n"_s;
    for (const HostTraffic &host : engine.traffic())
        addLine(report, publicHost(host.host),
                u"%1 requests, %2 bytes out, %3 in"_s.arg(host.requests).arg(host.bytesSent).arg(host.bytesReceived));

    report += u"\nSettings\n"_s;
    for (const SettingState &state : engine.preferences().states()) {
        const SettingInfo *info = findSetting(state.key);
        addLine(report, state.key,
                QString(shownValue(*info, state) + u"  ("_s + settingOriginName(state.origin) + (state.locked ? u", locked)"_s : u")"_s)));
    }
    for (const QString &problem : engine.preferences().problems()) {
        // The rest may hold what somebody typed.
        const bool isPolicy = problem.startsWith("In the policy file"_L1);
        addLine(report, u"problem"_s,
                isPolicy ? u"something in the policy file is not in force"_s
                         : QString(u"a setting was passed over: "_s + problem.section(u' ', 0, 0)));
    }
    return report;
}

} // namespace callcard
