#include "registry.h"

#include <callcard/ui/errortexts.h>
#include <callcard/ui/missedpage.h>

using namespace callcard;
using namespace callcard::gallery;
using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime kNow(QDate(2026, 11, 20), QTime(19, 15), Qt::UTC); // 2:15 PM in Toronto

MissedOptions options()
{
    MissedOptions options;
    options.lines = {u"Sales Toronto"_s, u"Main number"_s};
    options.zone = QTimeZone("America/Toronto");
    options.times = TimeTexts(QLocale(), options.zone);
    return options;
}

LogEntry miss(const QString &name, const QString &company, int minutesAgo)
{
    LogEntry entry;
    entry.call.startedAt = kNow.addSecs(-60 * minutesAgo);
    entry.call.id = CallId(QString(u"demo:"_s + name));
    entry.call.state = CallState::Ended;
    entry.call.reason = EndReason::Missed;
    entry.call.lineName = u"Sales Toronto"_s;
    entry.call.remote.number = PhoneNumber::fromE164(QString(u"+1416555"_s + QString::number(100 + minutesAgo).rightJustified(4, u'0')));
    entry.customer = {.id = CustomerId(QString(u"c-"_s + name)), .name = name, .company = company};
    return entry;
}

WaitingCaller waiting(const LogEntry &entry, int times = 1)
{
    return {.person = personKey(entry.customer.id, entry.call), .newest = entry, .since = entry.call.startedAt, .times = times};
}

SettledCaller settled(const QString &name, const QString &company, Settling how, int minutesAgo, std::chrono::minutes after,
                      const QString &by = {})
{
    LogEntry entry = miss(name, company, minutesAgo);
    entry.settlement = {.how = how, .at = entry.call.startedAt.addSecs(after.count() * 60), .by = by};
    return {.person = name, .missed = entry, .after = after};
}

CallBackQueue queue()
{
    WaitingCaller marcus = waiting(miss(u"Marcus Oyelaran"_s, u"Bellweather Supply"_s, 23), 3);
    marcus.star = true;
    LogEntry voicemail = miss(u"Priya Raman"_s, u"Tidewater Grocers"_s, 44);
    voicemail.call.reason = EndReason::Voicemail;
    voicemail.call.talkTime = 41s;
    voicemail.transcription = u"Hi, it’s Priya, about the pallet count on Monday’s order. Call me when you can, we open at seven."_s;
    WaitingCaller tom = waiting(miss(u"Tom Haldane"_s, u"Haldane & Sons"_s, 90));
    tom.reminder = Reminder{.id = 1, .text = u"ask about the spring range"_s, .due = kNow.addSecs(75 * 60)};
    CallBackQueue queue;
    queue.waiting = {marcus, waiting(voicemail)};
    queue.later = {tom};
    queue.settledToday = {
        settled(u"Eleanor Voss"_s, u"Northgate Dental Group"_s, Settling::ReachedByMe, 168, 4min),
        settled(u"Greta Alvén"_s, u"Haldane & Sons"_s, Settling::Colleague, 223, 20min, u"Dana"_s),
        settled(u"Jonas Wiesner"_s, u"Oberbayerische Getränkegroßhandelsgesellschaft"_s, Settling::CalledAgain, 230, 11min)};
    return queue;
}

MissedPage *page(const CallBackQueue &queue, QSize size = {984, 600})
{
    auto *page = new MissedPage;
    page->resize(size);
    page->setOptions(options());
    page->setQueue(queue, kNow);
    return page;
}

const State full(u"missed/queue"_s, [] { return page(queue()); });
const State narrow(u"missed/narrow"_s, [] { return page(queue(), {672, 560}); });
const State provisional(u"missed/checking"_s, [] {
    CallBackQueue checking = queue();
    checking.waiting[0].provisional = true;
    checking.waiting[1].tries = 2;
    checking.waiting[1].newest.customer = {};
    checking.waiting[1].newest.call.remote.number = PhoneNumber::fromE164(u"+16475550118");
    return page(checking);
});
const State longWords(u"missed/long"_s, [] {
    CallBackQueue many = queue();
    many.waiting[0].newest.customer.name = u"Maximiliane-Friederike von und zu Oberaltenburg-Schwarzenfels"_s;
    many.waiting[0].newest.customer.company = u"\u202Eevil\u202C <b>Donaudampfschifffahrtsgesellschaft</b> mit sehr langem Namen"_s;
    many.waiting[1].newest.transcription = QString(u"Rindfleischetikettierungsüberwachungsaufgabe "_s).repeated(8);
    return page(many);
});
const State empty(u"missed/empty"_s, [] { return page({}); });
const State problem(u"missed/problem"_s, [] {
    MissedPage *missed = page(queue());
    missed->setProblem(errorText({.kind = ErrorKind::Storage, .detail = u"full"_s}, {}, kNow));
    return missed;
});

} // namespace
