#pragma once

#include <callcard/calllog.h>

namespace callcard::testing {

using namespace Qt::Literals::StringLiterals;

inline QDateTime at(int hour, int minute, int second = 0)
{
    return QDateTime(QDate(2026, 11, 20), QTime(hour, minute, second), Qt::UTC);
}

inline PhoneNumber number(int last)
{
    return *PhoneNumber::fromE164(QString(u"+1416555"_s + QString::number(last).rightJustified(4, u'0')));
}

inline Call ringing(const QString &session, const QDateTime &when, int from = 142)
{
    Call call{.id = CallId(QString(u"ringcentral:"_s + session)), .sessionId = session, .source = u"ringcentral"_s};
    call.direction = CallDirection::Inbound;
    call.state = CallState::Ringing;
    call.remote.number = number(from);
    call.remote.rawNumber = number(from).e164();
    call.lineName = u"Sales Toronto"_s;
    call.agentEmail = u"rep@example.com"_s;
    call.startedAt = when;
    return call;
}

inline Call talked(Call call, std::chrono::seconds talk, std::chrono::seconds rang = std::chrono::seconds(7))
{
    call.state = CallState::Ended;
    call.reason = EndReason::HungUp;
    call.answeredAt = call.startedAt.addSecs(rang.count());
    call.endedAt = call.answeredAt.addSecs(talk.count());
    call.talkTime = talk;
    call.holdTime = std::chrono::seconds(0);
    return call;
}

inline Call missed(Call call, bool provisional = true)
{
    call.state = CallState::Ended;
    call.reason = EndReason::Missed;
    call.endedAt = call.startedAt.addSecs(20);
    call.missedProvisional = provisional;
    return call;
}

inline Call outgoing(Call call)
{
    call.direction = CallDirection::Outbound;
    return call;
}

inline HistoryRow told(const QString &rowId, const Call &call, const QString &word)
{
    HistoryRow row{.rowId = rowId, .call = call, .outcomeWord = word};
    row.call.missedProvisional = false;
    return row;
}

inline HistorySpan wholeDay()
{
    return {.source = u"ringcentral"_s,
            .agentEmail = u"rep@example.com"_s,
            .from = at(0, 0),
            .to = at(0, 0).addDays(1),
            .zone = QTimeZone("America/Toronto")};
}

} // namespace callcard::testing
