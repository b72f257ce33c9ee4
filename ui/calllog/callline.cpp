#include "callline.h"

#include <callcard/phone.h>
#include <callcard/ui/calltexts.h>
#include <callcard/ui/outsidetext.h>

#include <QCoreApplication>

namespace callcard::ui {

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLongestSecond = 200;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CallLine)
};

QString iconOf(const LogEntry &entry)
{
    const Call &call = entry.call;
    if (call.isLive())
        return call.direction == CallDirection::Outbound ? u"phone-out"_s : u"phone-ringing"_s;
    if (call.reason == EndReason::Transferred)
        return u"phone-forward"_s;
    if (call.direction == CallDirection::Outbound)
        return u"phone-out"_s;
    if (call.reason == EndReason::Voicemail)
        return u"voicemail"_s;
    return entry.isMissed() ? u"phone-missed"_s : u"phone-in"_s;
}

std::optional<StateLook> toneOf(const LogEntry &entry)
{
    const Call &call = entry.call;
    if (call.isLive())
        return call.wasAnswered() ? StateLook::Active : StateLook::Ringing;
    if (entry.waiting)
        return StateLook::Missed;
    const bool answered = call.wasAnswered() && call.direction == CallDirection::Inbound && !entry.isMissed();
    return answered || call.reason == EndReason::Transferred ? std::optional(StateLook::Active) : std::nullopt;
}

QString settledText(const LogEntry &entry)
{
    const Settlement &settlement = entry.settlement;
    if (settlement.how == Settling::ByHand)
        return Words::tr("Missed, marked as done");
    const auto after = std::chrono::seconds(std::max<qint64>(0, entry.call.startedAt.secsTo(settlement.at)));
    //: A missed call that was called back since; %1: 4 min
    return Words::tr("Missed, settled %1 later").arg(summedLength(after));
}

QString outcomeOf(const LogEntry &entry)
{
    if (entry.isMissed() && entry.call.missedProvisional)
        //: The provider's log has not said yet whether somebody answered
        return Words::tr("Missed, checking…");
    if (entry.isMissed() && entry.settlement.how != Settling::Open)
        return settledText(entry);
    const QString outcome = callOutcomeText(entry.call);
    const bool hasMessage = entry.isMissed() && entry.call.reason == EndReason::Voicemail && entry.call.talkTime.value_or(0s) > 0s;
    //: How long a voicemail is: "Voicemail, 0:41"
    return hasMessage ? Words::tr("%1, %2").arg(outcome, callLength(*entry.call.talkTime)) : outcome;
}

void fillSecond(CallLine &line, const LogEntry &entry, const HistoryOptions &options)
{
    const QString note = entry.note.section(u'\n', 0, 0).trimmed();
    if (!note.isEmpty()) {
        line.secondIcon = entry.isPrivate ? u"eye-off"_s : u"note"_s;
        line.second = cleaned(note, kLongestSecond);
    } else if (!entry.outcome.isEmpty()) {
        line.secondIcon = u"tag"_s;
        line.second = cleaned(entry.outcome, kLongestSecond);
    } else if (!entry.transcription.isEmpty()) {
        line.secondIcon = u"voicemail"_s;
        line.second = QString(u'“' + cleaned(entry.transcription, kLongestSecond) + u'”');
    } else if (!entry.settles.isEmpty()) {
        line.secondIcon = u"check"_s;
        line.second = Words::tr("Settles the missed call");
    } else if (!entry.call.lineName.isEmpty()) {
        line.lineMark = std::max<int>(0, static_cast<int>(options.lines.indexOf(entry.call.lineName)));
        line.second = cleaned(entry.call.lineName, kLongestSecond);
    }
}

} // namespace

Person personOf(const LogEntry &entry)
{
    if (entry.call.withheld)
        return {.icon = u"person-hidden"_s};
    if (entry.customer.id.isEmpty())
        return {.icon = u"person"_s};
    return {.id = entry.customer.id.text(), .name = entry.customer.name};
}

QString nameOf(const LogEntry &entry, const HistoryOptions &options)
{
    const auto &number = entry.call.remote.number;
    return callerName(cleaned(entry.customer.name), entry.call, number ? numberRun(readableForm(*number, options.homeRegion)) : QString());
}

QString detailOf(const LogEntry &entry, const HistoryOptions &options)
{
    Q_UNUSED(options)
    const bool needsPlace = entry.customer.name.isEmpty() && entry.call.remote.number && !entry.call.withheld;
    return cleaned(callerDetail(entry.customer.name, entry.customer.company, entry.call,
                                needsPlace ? placeOf(*entry.call.remote.number).text : QString()));
}

CallLine callLine(const LogEntry &entry, int times, const HistoryOptions &options)
{
    const Call &call = entry.call;
    CallLine line{.icon = iconOf(entry), .tone = toneOf(entry), .person = personOf(entry), .name = nameOf(entry, options)};
    line.detail = detailOf(entry, options);
    line.outcome = cleaned(outcomeOf(entry));
    line.open = entry.waiting;
    if (times > 1)
        line.times = Words::tr("%n call(s)", nullptr, times);
    if (call.reason == EndReason::Unknown && !call.providerStatus.isEmpty())
        line.word = cleaned(call.providerStatus, 40);
    fillSecond(line, entry, options);
    line.length = call.talkTime && call.wasAnswered() && !entry.isMissed() ? callLength(*call.talkTime) : u"–"_s;
    line.time = options.times.clock(call.startedAt);
    QStringList spoken{line.name, line.detail, line.times, line.outcome, line.second};
    if (line.length != u"–"_s)
        spoken.append(spokenLength(*call.talkTime));
    spoken.append(line.time);
    spoken.removeAll(QString());
    line.spoken = spoken.join(u", "_s);
    return line;
}

} // namespace callcard::ui
