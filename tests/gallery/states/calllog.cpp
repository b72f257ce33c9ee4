#include "registry.h"

#include <callcard/ui/callhistorypage.h>
#include <callcard/ui/errortexts.h>

#include <QLineEdit>

using namespace callcard;
using namespace callcard::gallery;
using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime kNow(QDate(2026, 11, 20), QTime(19, 15), Qt::UTC); // 2:15 PM in Toronto

HistoryOptions options()
{
    HistoryOptions options;
    options.lines = {u"Sales Toronto"_s, u"Main number"_s, u"Support"_s};
    options.outcomes = {u"Interested"_s, u"Order placed"_s, u"Call again"_s};
    options.canText = true;
    options.zone = QTimeZone("America/Toronto");
    options.times = TimeTexts(QLocale(), options.zone);
    return options;
}

LogEntry entry(const QString &name, const QString &company, int hour, int minute, std::chrono::seconds talk)
{
    LogEntry entry;
    Call &call = entry.call;
    call.startedAt = QDateTime(QDate(2026, 11, 20), QTime(hour, minute, 4), QTimeZone("America/Toronto")).toUTC();
    entry.place = call.startedAt.toMSecsSinceEpoch();
    call.id = CallId(QString(u"ringcentral:"_s + QString::number(entry.place)));
    call.source = u"ringcentral"_s;
    call.state = CallState::Ended;
    call.lineName = u"Sales Toronto"_s;
    call.remote.number =
        PhoneNumber::fromE164(QString(u"+1416555"_s + QString::number(100 + hour * 60 + minute).right(4).rightJustified(4, u'0')));
    if (talk.count() > 0) {
        call.reason = EndReason::HungUp;
        call.talkTime = talk;
        call.answeredAt = call.startedAt.addSecs(7);
        call.endedAt = call.answeredAt.addSecs(talk.count());
    } else {
        call.reason = EndReason::Missed;
    }
    if (!name.isEmpty())
        entry.customer = {.id = CustomerId(QString(u"c-"_s + name)), .name = name, .company = company};
    return entry;
}

LogEntry out(LogEntry entry)
{
    entry.call.direction = CallDirection::Outbound;
    return entry;
}

/// The pictures' day, and a second one below.
QList<LogEntry> entries()
{
    LogEntry sarah = entry(u"Sarah Lindqvist"_s, u"Northlight Coffee Roasters"_s, 14, 9, 222s);
    sarah.note = u"Freight approved at $310. Ship Monday, she calls the dock ahead."_s;
    sarah.outcome = u"Order placed"_s;
    sarah.recordingUrl = u"https://media.example/recording/1"_s;
    LogEntry marcus = entry(u"Marcus Oyelaran"_s, u"Bellweather Supply"_s, 13, 52, 0s);
    marcus.waiting = true;
    LogEntry second = entry(u"Marcus Oyelaran"_s, u"Bellweather Supply"_s, 13, 45, 0s);
    second.waiting = true;
    LogEntry third = entry(u"Marcus Oyelaran"_s, u"Bellweather Supply"_s, 13, 40, 0s);
    third.waiting = true;
    LogEntry priya = entry(u"Priya Raman"_s, u"Tidewater Grocers"_s, 13, 31, 0s);
    priya.call.reason = EndReason::Voicemail;
    priya.waiting = true;
    priya.transcription = u"Hi, it’s Priya, about the pallet count on Monday’s order. Call me when you can."_s;
    LogEntry ana = out(entry(u"Ana Beltrán"_s, u"Casa Beltrán Foods"_s, 11, 48, 485s));
    ana.outcome = u"Order placed"_s;
    LogEntry caleb = out(entry(u"Caleb Nunn"_s, u"Kenora Hardware"_s, 11, 40, 0s));
    LogEntry eleanor = out(entry(u"Eleanor Voss"_s, u"Northgate Dental Group"_s, 11, 31, 140s));
    eleanor.settles = CallId(u"x"_s);
    LogEntry settled = entry(u"Eleanor Voss"_s, u"Northgate Dental Group"_s, 11, 27, 0s);
    settled.settlement = {.how = Settling::ReachedByMe, .at = settled.call.startedAt.addSecs(240), .byCall = eleanor.call.id};
    LogEntry stranger = entry({}, {}, 11, 2, 72s);
    stranger.call.remote.number = PhoneNumber::fromE164(u"+16475550118");
    stranger.call.lineName = u"Main number"_s;
    LogEntry jonas = entry(u"Jonas Wiesner"_s, u"Oberbayerische Getränkegroßhandelsgesellschaft mbH"_s, 10, 36, 320s);
    jonas.call.reason = EndReason::Transferred;
    jonas.call.answeredBy = u"Dana"_s;
    jonas.note = u"Pallet deposit, wants a credit"_s;
    LogEntry hidden = entry({}, {}, 9, 14, 38s);
    hidden.call.withheld = true;
    hidden.call.remote = {};
    LogEntry odd = entry(u"Tom Haldane"_s, u"Haldane & Sons"_s, 9, 2, 0s);
    odd.call.reason = EndReason::Unknown;
    odd.call.providerStatus = u"Rerouted to pigeon"_s;
    LogEntry before = entry(u"Ines Monteiro"_s, u"Norwood Paper"_s, 8, 20, 246s);
    before.call.startedAt = before.call.startedAt.addDays(-1);
    before.place = before.call.startedAt.toMSecsSinceEpoch();
    return {sarah, marcus, second, third, priya, ana, caleb, eleanor, settled, stranger, jonas, hidden, odd, before};
}

CallStory storyOf(const LogEntry &entry)
{
    CallStory story{.entry = entry};
    story.entry.countedAs = {u"ringcentral:row"_s};
    const Call &call = entry.call;
    story.steps = {{.at = call.startedAt, .state = CallState::Ringing, .detail = u"Sales Toronto"_s},
                   {.at = call.answeredAt, .state = CallState::Active},
                   {.at = call.answeredAt.addSecs(60), .state = CallState::Held},
                   {.at = call.answeredAt.addSecs(75), .state = CallState::Active},
                   {.at = call.endedAt, .state = CallState::Ended, .reason = EndReason::HungUp}};
    story.receipt = CardReceipt{
        .eventTime = call.startedAt, .receivedAt = call.startedAt.addMSecs(120), .matching = 12us, .painting = 19ms, .reason = u"shown"_s};
    story.deliveries = {{.what = Delivers::Note, .at = kNow.addSecs(-120)}};
    return story;
}

CallHistoryPage *page(QSize size)
{
    auto *page = new CallHistoryPage;
    page->resize(size);
    page->setOptions(options());
    page->setNow(kNow);
    return page;
}

QWidget *filled(QSize size, const std::function<void(QList<LogEntry> &)> &change = {})
{
    CallHistoryPage *history = page(size);
    QList<LogEntry> all = entries();
    if (change)
        change(all);
    history->setPage({.entries = all});
    history->setOpenMissed(2);
    history->setDayTotals(QDate(2026, 11, 20), {.calls = 38, .answered = 30, .missed = 5, .waiting = 2, .talk = 96min});
    history->choose(all.first().call.id);
    history->setStory(storyOf(all.first()));
    history->setDayTotals(QDate(2026, 11, 20), {.calls = 38, .answered = 30, .missed = 5, .waiting = 2, .talk = 96min});
    return history;
}

const State day(u"history/day"_s, [] { return filled({984, 736}); });
const State narrow(u"history/narrow"_s, [] { return filled({672, 560}); });
const State longWords(u"history/long"_s, [] {
    return filled({984, 736}, [](QList<LogEntry> &all) {
        all[0].customer.name = u"Maximiliane-Friederike von und zu Oberaltenburg-Schwarzenfels"_s;
        all[0].note = QString(u"Donaudampfschifffahrtsgesellschaftskapitän. "_s).repeated(12);
        all[1].customer.name = u"\u202Eevil\u202C <b>bold</b>"_s;
        all[4].customer.company = QString(u"Very long company name "_s).repeated(6);
    });
});
const State people(u"history/people"_s, [] {
    CallHistoryPage *history = page({984, 736});
    history->setPage({});
    QList<PersonEntry> list;
    for (const LogEntry &entry : entries())
        list.append({.newest = entry, .calls = static_cast<int>(list.size()) * 3 + 1});
    history->chooseGrouping(HistoryGrouping::ByCustomer);
    history->setPeople({.people = list});
    return history;
});
const State empty(u"history/empty"_s, [] {
    CallHistoryPage *history = page({984, 736});
    history->setPage({});
    return history;
});
const State nothingFound(u"history/nothing-found"_s, [] {
    CallHistoryPage *history = page({984, 736});
    history->findChild<QLineEdit *>()->setText(u"zebra"_s);
    history->setPage({});
    return history;
});
const State problem(u"history/problem"_s, [] {
    auto *history = static_cast<CallHistoryPage *>(filled({984, 736}));
    history->setProblem(errorText({.kind = ErrorKind::Storage, .detail = u"full"_s}, {}, kNow));
    return history;
});

} // namespace
