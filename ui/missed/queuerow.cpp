#include "queuerow.h"

#include <callcard/phone.h>
#include <callcard/ui/calltexts.h>
#include <callcard/ui/outsidetext.h>

#include <QCoreApplication>

#include <algorithm>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLongestSecond = 300;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MissedRow)
};

QString quoted(const QString &text)
{
    return QString(u'“' + cleaned(text, kLongestSecond) + u'”');
}

void fillWho(QueueText &text, const LogEntry &entry, const MissedOptions &options)
{
    const auto &number = entry.call.remote.number;
    text.person =
        entry.customer.id.isEmpty() ? Person{.icon = u"person"_s} : Person{.id = entry.customer.id.text(), .name = entry.customer.name};
    text.name =
        callerName(cleaned(entry.customer.name), entry.call, number ? numberRun(readableForm(*number, options.homeRegion)) : QString());
    const bool needsPlace = entry.customer.name.isEmpty() && number;
    text.detail =
        cleaned(callerDetail(entry.customer.name, entry.customer.company, entry.call, needsPlace ? placeOf(*number).text : QString()));
}

/// "Caller hung up, third call today" counts what waits; a word for each count is left to the translator's plural forms.
QString reasonOf(const WaitingCaller &caller)
{
    const Call &call = caller.newest.call;
    if (caller.provisional)
        //: The provider's log has not said yet whether somebody answered
        return Words::tr("Missed, checking…");
    QStringList parts;
    if (call.reason == EndReason::Voicemail)
        parts.append(call.talkTime && call.talkTime->count() > 0 ? Words::tr("Voicemail, %1").arg(callLength(*call.talkTime))
                                                                 : Words::tr("Voicemail"));
    else
        parts.append(Words::tr("Caller hung up"));
    if (caller.times > 1)
        parts.append(Words::tr("%n call(s)", nullptr, caller.times));
    if (caller.tries > 0)
        //: Own calls since then that reached nobody
        parts.append(Words::tr("you tried %n time(s)", nullptr, caller.tries));
    return parts.join(u", "_s);
}

void fillWaiting(QueueText &text, const QueueRow &row, const MissedOptions &options, const QDateTime &now)
{
    const WaitingCaller &caller = row.caller;
    const Call &call = caller.newest.call;
    text.star = caller.star;
    const bool reminderOnly = caller.times == 0;
    if (caller.reminder && (row.section == QueueSection::Later || reminderOnly)) {
        text.icon = u"snooze"_s;
        text.what = row.section == QueueSection::Later ? Words::tr("Remind me at %1").arg(options.times.moment(caller.reminder->due, now))
                                                       : Words::tr("Reminder for %1").arg(options.times.moment(caller.reminder->due, now));
        text.second = caller.reminder->text.isEmpty() ? QString() : quoted(caller.reminder->text);
    } else {
        const bool voicemail = call.reason == EndReason::Voicemail;
        text.icon = voicemail ? u"voicemail"_s : u"phone-missed"_s;
        text.tone = StateLook::Missed;
        text.what = reasonOf(caller);
    }
    if (text.second.isEmpty() && !caller.newest.transcription.isEmpty())
        text.second = quoted(caller.newest.transcription);
    if (text.second.isEmpty() && !call.lineName.isEmpty()) {
        text.lineMark = std::max<int>(0, static_cast<int>(options.lines.indexOf(call.lineName)));
        text.second = cleaned(call.lineName, kLongestSecond);
    }
    if (row.section == QueueSection::Later)
        text.wait = options.times.ahead(std::chrono::seconds(std::max<qint64>(0, now.secsTo(caller.reminder->due))));
    else
        text.wait = summedLength(std::chrono::seconds(std::max<qint64>(0, caller.since.secsTo(now))));
}

QString settledText(const SettledCaller &settled)
{
    const QString after = summedLength(settled.after);
    switch (settled.missed.settlement.how) {
    case Settling::ReachedByMe:
        //: %1: 4 min
        return Words::tr("You reached them, %1 later").arg(after);
    case Settling::Colleague:
        return settled.missed.settlement.by.isEmpty()
                   ? Words::tr("A colleague reached them, %1 later").arg(after)
                   //: %1: a colleague, %2: 20 min
                   : Words::tr("%1 reached them, %2 later").arg(isolated(settled.missed.settlement.by), after);
    case Settling::CalledAgain:
        return Words::tr("They called again and you answered");
    case Settling::ByHand:
    case Settling::Open:
        break;
    }
    return Words::tr("You marked it as done");
}

} // namespace

QString QueueRow::key() const
{
    if (title)
        return QString(u"title "_s + QString::number(static_cast<int>(section)));
    if (section == QueueSection::Settled)
        return QString(u"settled "_s + settled.missed.call.id.text());
    // Somebody whose name is not known is told apart by the reminder.
    const QString person = caller.person.isEmpty() && caller.reminder ? QString::number(caller.reminder->id) : caller.person;
    return QString((section == QueueSection::Later ? u"later "_s : u"waiting "_s) + person);
}

QList<QueueRow> queueRows(const CallBackQueue &queue)
{
    QList<QueueRow> rows;
    const auto begin = [&](QueueSection section) { rows.append({.section = section, .title = true}); };
    if (!queue.waiting.isEmpty())
        begin(QueueSection::ToCallBack);
    for (const WaitingCaller &caller : queue.waiting)
        rows.append({.section = QueueSection::ToCallBack, .caller = caller});
    if (!queue.later.isEmpty())
        begin(QueueSection::Later);
    for (const WaitingCaller &caller : queue.later)
        rows.append({.section = QueueSection::Later, .caller = caller});
    if (!queue.settledToday.isEmpty())
        begin(QueueSection::Settled);
    for (const SettledCaller &settled : queue.settledToday)
        rows.append({.section = QueueSection::Settled, .settled = settled});
    return rows;
}

QString sectionTitle(QueueSection section)
{
    switch (section) {
    case QueueSection::ToCallBack:
        return Words::tr("To call back");
    case QueueSection::Later:
        return Words::tr("Later");
    case QueueSection::Settled:
        return Words::tr("Settled today");
    }
    Q_UNREACHABLE();
}

QueueText queueText(const QueueRow &row, const MissedOptions &options, const QDateTime &now)
{
    QueueText text;
    if (row.title) {
        text.name = text.spoken = sectionTitle(row.section);
        return text;
    }
    if (row.section == QueueSection::Settled) {
        const LogEntry &missed = row.settled.missed;
        fillWho(text, missed, options);
        const Settling how = missed.settlement.how;
        text.icon = how == Settling::Colleague ? u"people"_s : how == Settling::CalledAgain ? u"phone-in"_s : u"check"_s;
        text.tone = StateLook::Ok;
        text.what = cleaned(settledText(row.settled));
        text.wait = options.times.clock(missed.settlement.at);
    } else {
        fillWho(text, row.caller.newest, options);
        fillWaiting(text, row, options, now);
    }
    QStringList spoken{text.name, text.detail, text.what, text.second, text.wait};
    spoken.removeAll(QString());
    text.spoken = spoken.join(u", "_s);
    return text;
}

} // namespace callcard::ui
