#include "logvalues.h"

#include <callcard/store.h>
#include <callcard/testing/fakeclock.h>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace std::chrono_literals;

/// Live calls and what a person adds to them.
class tst_CallLog : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeClock> m_clock;
    QString path() const { return m_folder->filePath(u"calls.db"_s); }
    std::unique_ptr<CallLog> opened() { return CallLog::open(path(), *m_clock).value(); }
    static CallId id(const QString &session) { return CallId(QString(u"ringcentral:"_s + session)); }

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<CallId>("callcard::CallId");
        qRegisterMetaType<UndeliveredMark>("callcard::UndeliveredMark");
        qRegisterMetaType<Delivers>("callcard::Delivers");
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<FakeClock>(at(14, 0));
    }

    void eventsAreOneCommitSoonAfter()
    {
        const auto log = opened();
        QSignalSpy changed(log.get(), &CallLog::entryChanged);
        Call call = ringing(u"a"_s, at(14, 0));
        log->onCallChanged(call);
        log->setReceipt(call.id,
                        {.eventTime = at(14, 0), .receivedAt = at(14, 0), .matching = 12us, .painting = 19ms, .reason = u"shown"_s});
        call = talked(call, 222s);
        log->onCallChanged(call);
        QCOMPARE(changed.count(), 0);
        QCOMPARE(log->unwritten(), 3);
        m_clock->advance(10ms);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(log->unwritten(), 0);

        const auto again = opened();
        const auto story = again->story(call.id).value();
        QVERIFY(story);
        QCOMPARE(story->entry.call, call);
        QCOMPARE(story->receipt->painting, std::chrono::microseconds(19ms));
        QCOMPARE(story->steps.size(), 3);
        QCOMPARE(story->steps.at(1).at, call.answeredAt);
        QCOMPARE(story->steps.last().reason, EndReason::HungUp);
        log->onCallChanged(call); // nothing new
        m_clock->advance(10ms);
        QCOMPARE(changed.count(), 1);
    }

    void holdingIsAStep()
    {
        const auto log = opened();
        Call call = ringing(u"a"_s, at(14, 0));
        call.state = CallState::Active;
        call.answeredAt = at(14, 0, 5);
        log->onCallChanged(call);
        m_clock->advance(1min);
        call.state = CallState::Held;
        log->onCallChanged(call);
        m_clock->advance(1min);
        call.state = CallState::Active;
        log->onCallChanged(call);
        m_clock->advance(1min);
        const auto story = log->story(call.id).value();
        QCOMPARE(story->steps.size(), 4);
        QCOMPARE(story->steps.at(2).state, CallState::Held);
        QCOMPARE(story->steps.at(2).at, at(14, 1));
        QCOMPARE(story->steps.at(3).state, CallState::Active);
    }

    void closingWritesWhatWaits()
    {
        const Call call = ringing(u"a"_s, at(14, 0));
        opened()->onCallChanged(call);
        QCOMPARE(opened()->entry(call.id).value()->call, call);
    }

    void aPersonsWordIsThereAtOnce()
    {
        const auto log = opened();
        QSignalSpy changed(log.get(), &CallLog::entryChanged);
        QSignalSpy marked(log.get(), &CallLog::marked);
        log->onCallChanged(ringing(u"a"_s, at(14, 0)));
        for (const QString &typed : {u"F"_s, u"Fr"_s, u"Freight"_s}) // the call itself is not written yet
            log->setNote(id(u"a"_s), typed);
        log->setOutcome(id(u"a"_s), u"Order placed"_s);
        log->setTags(id(u"a"_s), {u" vip "_s, u"vip"_s, u""_s, u"freight"_s});
        log->setRating(id(u"a"_s), 4.3);
        const LogEntry entry = opened()->entry(id(u"a"_s)).value().value();
        QCOMPARE(entry.note, u"Freight"_s);
        QCOMPARE(entry.outcome, u"Order placed"_s);
        QCOMPARE(entry.tags, QStringList({u"vip"_s, u"freight"_s}));
        QCOMPARE(entry.rating, 4.5);
        QCOMPARE(marked.count(), 5); // tags stay here
        QCOMPARE(changed.count(), 6);
        log->setNote(CallId(u"nobody"_s), u"lost"_s);
        QVERIFY(!log->trouble());
        QCOMPARE(log->unwritten(), 0);
    }

    void marksWaitUntilHandedOver()
    {
        const auto log = opened();
        log->onCallChanged(talked(ringing(u"a"_s, at(13, 0)), 60s));
        log->setNote(id(u"a"_s), u"one"_s);
        const UndeliveredMark first = log->undelivered().value().first();
        log->setNote(id(u"a"_s), u"two"_s);
        QVERIFY(log->handedOver(first)); // too late: another one is to go
        QList<UndeliveredMark> waiting = opened()->undelivered().value();
        QCOMPARE(waiting.size(), 1);
        QVERIFY(waiting.first().revision > first.revision);
        QVERIFY(log->handedOver(waiting.first()));
        QVERIFY(log->undelivered().value().isEmpty());
        QCOMPARE(log->story(id(u"a"_s)).value()->deliveries, (QList<Delivered>{{.what = Delivers::Note}}));
        QVERIFY(log->delivered(id(u"a"_s), Delivers::Note));
        QCOMPARE(log->story(id(u"a"_s)).value()->deliveries.first().at, m_clock->now());
        const QDateTime arrived = m_clock->now();
        m_clock->advance(60s);
        log->setOutcome(id(u"a"_s), u"Order placed"_s);
        QVERIFY(log->delivered(id(u"a"_s), Delivers::Note)); // arrived once, long ago
        QCOMPARE(log->story(id(u"a"_s)).value()->deliveries.first().at, arrived);
    }

    void whatNobodyCanTakeIsDropped()
    {
        const auto log = opened();
        log->onCallChanged(talked(ringing(u"a"_s, at(13, 0)), 60s));
        log->onCallChanged(talked(ringing(u"b"_s, at(14, 0)), 60s));
        log->setNote(id(u"a"_s), u"one"_s);
        log->setNote(id(u"b"_s), u"two"_s);
        log->setOutcome(id(u"b"_s), u"Order placed"_s);
        QVERIFY(log->dropMarks(Delivers::Note, id(u"b"_s)));
        QCOMPARE(log->undelivered().value().size(), 2);
        QVERIFY(log->dropMarks(Delivers::Note));
        QCOMPARE(log->undelivered().value().first().what, Delivers::Outcome);
        QCOMPARE(log->entry(id(u"a"_s)).value()->note, u"one"_s); // it stays here
    }

    void aPrivateCallGoesNowhere()
    {
        const auto log = opened();
        log->setMarksRecords(true);
        QSignalSpy unmarked(log.get(), &CallLog::unmarked);
        log->onCallChanged(ringing(u"a"_s, at(14, 0)));
        log->setNote(id(u"a"_s), u"said before"_s);
        QCOMPARE(log->undelivered().value().size(), 2); // record and note
        log->setPrivate(id(u"a"_s), true);
        QCOMPARE(unmarked.count(), 4); // whatever may be on its way
        log->setNote(id(u"a"_s), u"my own business"_s);
        log->onCallChanged(talked(ringing(u"a"_s, at(14, 0)), 60s));
        m_clock->advance(10ms);
        QVERIFY(log->undelivered().value().isEmpty());
        QVERIFY(log->entry(id(u"a"_s)).value()->isPrivate);
        log->setPrivate(id(u"a"_s), false);
        QCOMPARE(log->undelivered().value().size(), 1);
    }

    void recordsAreMarkedByStatus()
    {
        const auto log = opened();
        Call call = ringing(u"a"_s, at(14, 0));
        log->onCallChanged(call);
        m_clock->advance(10ms);
        QVERIFY(log->undelivered().value().isEmpty()); // off unless asked for
        log->setMarksRecords(true);
        call.lineName = u"Main"_s;
        log->onCallChanged(call);
        m_clock->advance(10ms);
        QVERIFY(log->undelivered().value().isEmpty()); // no change of status
        log->onCallChanged(talked(call, 60s));
        m_clock->advance(10ms);
        QCOMPARE(log->undelivered().value().first().what, Delivers::CallRecord);
    }

    void aMissSettlesItself()
    {
        const auto log = opened();
        QSignalSpy queue(log.get(), &CallLog::queueChanged);
        log->onCallChanged(missed(ringing(u"a"_s, at(13, 0))));
        log->onCallChanged(missed(ringing(u"b"_s, at(13, 10))));
        log->onCallChanged(missed(ringing(u"c"_s, at(13, 20), 7)));
        m_clock->advance(10ms);
        QueueFacts facts = log->queueFacts(at(0, 0)).value();
        QCOMPARE(facts.missed.size(), 3);
        QCOMPARE(queue.count(), 1);
        log->addReminder(
            {.kind = Reminder::Kind::Snooze, .party = ringing(u"a"_s, at(13, 0)).remote, .call = id(u"a"_s), .due = at(15, 0)});
        QCOMPARE(log->reminders().value().size(), 1);
        log->onCallChanged(talked(outgoing(ringing(u"d"_s, at(13, 30))), 60s));
        m_clock->advance(10ms);
        facts = log->queueFacts(at(0, 0)).value();
        QCOMPARE(facts.missed.size(), 1);
        QCOMPARE(facts.settled.size(), 2);
        QCOMPARE(facts.settled.first().settlement.how, Settling::ReachedByMe);
        QVERIFY(facts.reminders.isEmpty()); // nobody to come back to
        QCOMPARE(log->entry(id(u"d"_s)).value()->settles, id(u"b"_s));
        QVERIFY(!log->entry(id(u"a"_s)).value()->waiting);
    }

    void aConversationEndsReminders_data()
    {
        QTest::addColumn<Call>("call");
        QTest::addColumn<int>("left");
        const Call ring = ringing(u"b"_s, at(14, 30)); // the reminder is made at 14:00
        Call elsewhere = missed(ring, false);
        elsewhere.reason = EndReason::AnsweredElsewhere;
        Call noAnswer = missed(outgoing(ring));
        noAnswer.reason = EndReason::HungUp;
        QTest::newRow("reached") << talked(outgoing(ring), 60s) << 0;
        QTest::newRow("they called and were answered") << talked(ring, 60s) << 0;
        QTest::newRow("a colleague took it") << elsewhere << 0;
        QTest::newRow("nobody lifted") << noAnswer << 1;
        QTest::newRow("missed again") << missed(ring) << 1;
        QTest::newRow("somebody else") << talked(ringing(u"b"_s, at(14, 30), 7), 60s) << 1;
        QTest::newRow("before it was made") << talked(ringing(u"b"_s, at(12, 0)), 60s) << 1;
    }

    /// Of a call that was answered, too: there was nothing missed that could settle.
    void aConversationEndsReminders()
    {
        QFETCH(const Call, call);
        QFETCH(const int, left);
        const auto log = opened();
        log->onCallChanged(talked(ringing(u"a"_s, at(12, 30)), 60s));
        m_clock->advance(10ms);
        log->addReminder(
            {.kind = Reminder::Kind::Reminder, .party = ringing(u"a"_s, at(12, 30)).remote, .call = id(u"a"_s), .due = at(15, 0)});
        log->setNote(id(u"a"_s), u"written afterwards"_s);
        QCOMPARE(log->reminders().value().size(), 1);
        QSignalSpy queue(log.get(), &CallLog::queueChanged);
        log->onCallChanged(call);
        m_clock->advance(10ms);
        QCOMPARE(log->reminders().value().size(), left);
        if (left == 0)
            QCOMPARE(queue.count(), 1);
    }

    void doneTakesTheReminderToo()
    {
        const auto log = opened();
        log->onCallChanged(missed(ringing(u"a"_s, at(12, 30))));
        log->onCallChanged(missed(ringing(u"b"_s, at(12, 40))));
        m_clock->advance(10ms);
        log->addReminder(
            {.kind = Reminder::Kind::Snooze, .party = ringing(u"a"_s, at(12, 30)).remote, .call = id(u"a"_s), .due = at(15, 0)});
        log->setSettled(id(u"b"_s), true);
        QVERIFY(log->reminders().value().isEmpty());
    }

    void aPersonHasOneReminder()
    {
        const auto log = opened();
        Reminder reminder{
            .kind = Reminder::Kind::Snooze, .party = ringing(u"a"_s, at(12, 30)).remote, .call = id(u"a"_s), .due = at(15, 0)};
        log->addReminder(reminder);
        reminder.call = id(u"b"_s);
        reminder.due = at(16, 0);
        log->addReminder(reminder);
        QCOMPARE(log->reminders().value().size(), 1);
        QCOMPARE(log->reminders().value().first().due, at(16, 0));
        reminder = log->reminders().value().first();
        reminder.call = {};
        reminder.due = at(17, 0);
        log->addReminder(reminder); // later again
        reminder.party = ringing(u"a"_s, at(12, 30), 7).remote;
        reminder.id = 0;
        log->addReminder(reminder); // somebody else's
        QCOMPARE(log->reminders().value().size(), 2);
        QCOMPARE(log->reminders().value().first().due, at(17, 0));
    }

    void doneByHandAndUndone()
    {
        const auto log = opened();
        log->onCallChanged(missed(ringing(u"a"_s, at(13, 0))));
        log->onCallChanged(missed(ringing(u"b"_s, at(13, 10))));
        log->setSettled(id(u"b"_s), true);
        QVERIFY(log->queueFacts(at(0, 0)).value().missed.isEmpty());
        QCOMPARE(log->queueFacts(at(0, 0)).value().settled.size(), 2);
        m_clock->advance(1min);
        log->onCallChanged(missed(ringing(u"c"_s, at(13, 50)))); // they call again: that one waits
        m_clock->advance(10ms);
        QCOMPARE(log->queueFacts(at(0, 0)).value().missed.size(), 1);
        log->setSettled(id(u"b"_s), false);
        QCOMPARE(log->queueFacts(at(0, 0)).value().missed.size(), 3);
    }

    void triesAndStarsAreTold()
    {
        const auto log = opened();
        log->onCallChanged(missed(ringing(u"a"_s, at(13, 0))));
        Call tried = missed(outgoing(ringing(u"b"_s, at(13, 10))));
        tried.reason = EndReason::HungUp;
        log->onCallChanged(tried);
        const QString person = personKey({}, tried);
        log->setStar(person, true);
        const QueueFacts facts = log->queueFacts(at(0, 0)).value();
        QCOMPARE(facts.tries.value(person), 1);
        QVERIFY(facts.stars.contains(person));
        log->setStar(person, false);
        QVERIFY(log->queueFacts(at(0, 0)).value().stars.isEmpty());
    }

    void aWithheldCallerCannotBeCalledBack()
    {
        const auto log = opened();
        Call call = missed(ringing(u"a"_s, at(13, 0)));
        call.remote = {};
        call.withheld = true;
        log->onCallChanged(call);
        log->setCustomer(call.id, {.id = CustomerId(u"7"_s), .name = u"Nobody"_s});
        m_clock->advance(10ms);
        QVERIFY(log->queueFacts(at(0, 0)).value().missed.isEmpty());
        QVERIFY(log->entry(call.id).value()->customer.id.isEmpty());
    }

    void mergedCallsAreOne()
    {
        const auto log = opened();
        log->onCallChanged(ringing(u"a"_s, at(14, 0)));
        log->onCallChanged(ringing(u"b"_s, at(14, 1)));
        log->setNote(id(u"a"_s), u"on the first"_s);
        log->setNote(id(u"b"_s), u"on the second"_s);
        QSignalSpy removed(log.get(), &CallLog::entryRemoved);
        log->onCallMerged(id(u"b"_s), id(u"a"_s));
        m_clock->advance(10ms);
        QCOMPARE(removed.count(), 1);
        const LogEntry entry = log->entry(id(u"b"_s)).value().value(); // the old name still finds it
        QCOMPARE(entry.call.id, id(u"a"_s));
        QCOMPARE(entry.note, u"on the first\non the second"_s);
        QCOMPARE(entry.call.startedAt, at(14, 0));
        QCOMPARE(log->undelivered().value().size(), 1);
        log->setNote(id(u"b"_s), u"typed into the old card"_s);
        QCOMPARE(log->entry(id(u"a"_s)).value()->note, u"typed into the old card"_s);
        log->onCallMerged(id(u"b"_s), id(u"a"_s)); // told twice
        log->onCallMerged(id(u"none"_s), id(u"a"_s));
        QVERIFY(log->flush());
        QCOMPARE(log->history({}).value().entries.size(), 1);
    }

    void linksFollowTheNumber()
    {
        const auto log = opened();
        log->onCallChanged(missed(ringing(u"a"_s, at(12, 0))));
        log->onCallChanged(ringing(u"b"_s, at(14, 0)));
        log->setCustomer(id(u"b"_s), {.id = CustomerId(u"7"_s), .name = u"Sarah Lindqvist"_s, .company = u"Northlight"_s});
        m_clock->advance(10ms);
        QCOMPARE(log->entry(id(u"a"_s)).value()->customer.name, u"Sarah Lindqvist"_s);
        QCOMPARE(log->queueFacts(at(0, 0)).value().missed.first().customer.id, CustomerId(u"7"_s));
        log->onCallChanged(talked(ringing(u"b"_s, at(14, 0)), 9s));
        m_clock->advance(10ms);
        QCOMPARE(log->entry(id(u"b"_s)).value()->customer.company, u"Northlight"_s);
        QCOMPARE(log->entry(id(u"a"_s)).value()->settlement.how, Settling::CalledAgain);
        log->unlinkCustomer(id(u"b"_s));
        QVERIFY(log->entry(id(u"b"_s)).value()->customer.id.isEmpty());
        QVERIFY(log->entry(id(u"a"_s)).value()->waiting); // nobody says any more that it was the same person
    }

    void remembersForTheCard()
    {
        const auto log = opened();
        log->setZone(QTimeZone::utc());
        const CallParty caller = ringing(u"x"_s, at(14, 0)).remote;
        Memory memory = log->memoryOf({}, caller);
        QVERIFY(memory.firstCall);
        QCOMPARE(memory.callsToday, 1); // the one whose card asks
        log->onCallChanged(talked(ringing(u"a"_s, at(8, 0).addDays(-1)), 300s));
        log->setNote(id(u"a"_s), u"likes oak\ncall on Monday"_s);
        log->onCallChanged(missed(ringing(u"b"_s, at(9, 0))));
        log->addPromise({.text = u"the price list"_s, .due = QDate(2026, 11, 25)}, caller.number, id(u"a"_s));
        log->addPromise({.text = u"a sample"_s, .due = QDate(2026, 11, 22)}, caller.number, id(u"a"_s));
        memory = log->memoryOf({}, caller);
        QVERIFY(!memory.firstCall);
        QCOMPARE(memory.promise->text, u"a sample"_s);
        QCOMPARE(memory.lastNote, u"likes oak\ncall on Monday"_s);
        QCOMPARE(memory.lastTalk, 300s); // of the last talk, not of the miss
        QCOMPARE(memory.callsToday, 2);
        log->setPromiseDone(memory.promise->id, true);
        QCOMPARE(log->memoryOf({}, caller).promise->text, u"the price list"_s);
        QCOMPARE(log->openPromises().value().size(), 1);
        QCOMPARE(log->memoryOf({}, CallParty()), Memory());
    }

    void readOnlyBesideAWriter()
    {
        const auto log = opened();
        log->onCallChanged(ringing(u"a"_s, at(14, 0)));
        QVERIFY(log->flush());
        const auto reader = CallLog::openReadOnly(path(), *m_clock);
        QVERIFY(reader);
        QCOMPARE((*reader)->history({}).value().entries.size(), 1);
        QVERIFY(!CallLog::openReadOnly(m_folder->filePath(u"none.db"_s), *m_clock));
        const auto mode = QFile(path()).permissions();
        QVERIFY((mode & (QFile::ReadGroup | QFile::ReadOther)) == 0);
    }

    void hugeTextIsBounded()
    {
        const auto log = opened();
        Call call = ringing(u"a"_s, at(14, 0));
        call.remote.name = QString(10'000, u'x');
        log->onCallChanged(call);
        log->setNote(call.id, QString(1'000'000, u'n'));
        const LogEntry entry = log->entry(call.id).value().value();
        QVERIFY(entry.call.remote.name.size() < 1000);
        QCOMPARE(entry.note.size(), 20'000);
    }
};

QTEST_GUILESS_MAIN(tst_CallLog)
#include "tst_calllog.moc"
