#include <callcard/calltracker.h>
#include <callcard/testing/fakeclock.h>

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <random>

using namespace callcard;
using namespace callcard::testing;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime kStart(QDate(2026, 11, 20), QTime(14, 15), Qt::UTC);

/// Writes facts of one session, a second or more apart, the way RingCentral numbers them.
class Story
{
public:
    explicit Story(QString session, CallDirection direction = CallDirection::Inbound)
        : m_session(std::move(session)), m_direction(direction)
    {
    }

    Story &at(int second)
    {
        m_second = second;
        return *this;
    }
    Story &leg(QString id, LegState state, EndReason reason = EndReason::None, bool mine = true)
    {
        CallEvent event;
        event.source = u"ringcentral"_s;
        event.channel = u"telephony"_s;
        event.sessionId = m_session;
        event.legId = std::move(id);
        event.sequence = ++m_sequence;
        event.eventId = m_session + u"/e"_s + QString::number(m_sequence);
        event.time = kStart.addSecs(m_second);
        event.state = state;
        event.reason = reason;
        event.direction = m_direction;
        event.remote = {.number = PhoneNumber::fromE164(u"+14165550142"), .rawNumber = u"+14165550142"_s, .name = u"SARAH"_s};
        event.local = {.rawNumber = u"+12065550142"_s};
        event.mine = mine;
        m_events.append(event);
        return *this;
    }
    Story &mine(LegState state, EndReason reason = EndReason::None) { return leg(u"p1"_s, state, reason); }
    Story &colleague(LegState state, EndReason reason = EndReason::None) { return leg(u"p2"_s, state, reason, false); }
    Story &moved(const QString &session)
    {
        mine(LegState::Moved);
        m_events.last().movedTo = session;
        return *this;
    }
    [[nodiscard]] const QList<CallEvent> &events() const { return m_events; }
    [[nodiscard]] QList<CallEvent> &events() { return m_events; }

private:
    QString m_session;
    CallDirection m_direction;
    int m_second = 0;
    qint64 m_sequence = 1;
    QList<CallEvent> m_events;
};

Story answered()
{
    Story story(u"s-1"_s);
    story.at(0).mine(LegState::Setup).at(1).mine(LegState::Ringing).at(8).mine(LegState::Active).at(38).mine(LegState::Held);
    story.at(48).mine(LegState::Active).at(68).mine(LegState::Ended, EndReason::HungUp);
    return story;
}

Story missed()
{
    Story story(u"s-1"_s);
    story.at(0).mine(LegState::Setup).at(1).mine(LegState::Ringing).at(25).mine(LegState::Ended);
    return story;
}

Story elsewhere()
{
    Story story(u"s-1"_s);
    story.at(0).mine(LegState::Ringing).colleague(LegState::Ringing).at(9).colleague(LegState::Active);
    story.mine(LegState::Ended, EndReason::AnsweredElsewhere).at(60).colleague(LegState::Ended, EndReason::HungUp);
    return story;
}

Story voicemail()
{
    Story story(u"s-1"_s);
    story.at(0).mine(LegState::Ringing).at(20).mine(LegState::Voicemail).at(50).mine(LegState::Ended);
    return story;
}

Story transferred()
{
    Story story(u"s-1"_s);
    story.at(0).mine(LegState::Ringing).at(3).mine(LegState::Active).at(33).mine(LegState::Ended, EndReason::Transferred);
    story.colleague(LegState::Ringing).at(40).colleague(LegState::Active).at(90).colleague(LegState::Ended);
    return story;
}

Story pickedUpOnAnotherDevice()
{
    Story story(u"s-1"_s);
    story.at(0).mine(LegState::Ringing).at(2).mine(LegState::Active).at(12).leg(u"p9"_s, LegState::Active);
    story.at(13).mine(LegState::Ended).at(42).leg(u"p9"_s, LegState::Ended, EndReason::HungUp);
    return story;
}

Call told(const QList<CallEvent> &events)
{
    FakeClock clock;
    CallTracker tracker(clock);
    for (const CallEvent &event : events)
        tracker.onEvent(event);
    return tracker.call(CallId(u"ringcentral:s-1"_s)).value_or(Call{});
}

} // namespace

class tst_CallTracker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMailboxIsTheEndForTheRep()
    {
        const QList<CallEvent> all = voicemail().events();
        Call call = told(all.first(2));
        QCOMPARE(call.state, CallState::Ended); // the card does not wait until the caller has finished talking
        QCOMPARE(call.reason, EndReason::Voicemail);
        QCOMPARE(call.endedAt, kStart.addSecs(20));
        QCOMPARE(told(all).endedAt, kStart.addSecs(20));
        Story screened(u"s-1"_s);
        screened.at(0).mine(LegState::Ringing).at(20).mine(LegState::Voicemail).at(25).mine(LegState::Active);
        QCOMPARE(told(screened.events()).state, CallState::Active); // picked up while it was being left
        screened.at(55).mine(LegState::Ended);
        call = told(screened.events());
        QCOMPARE(call.reason, EndReason::HungUp);
        QCOMPARE(call.talkTime, std::optional(30s));
        QCOMPARE(call.endedAt, kStart.addSecs(55));
    }

    void ends_data()
    {
        QTest::addColumn<QList<CallEvent>>("events");
        QTest::addColumn<EndReason>("reason");
        QTest::addColumn<int>("talk");
        QTest::addColumn<int>("hold");
        QTest::newRow("answered, held, taken back") << answered().events() << EndReason::HungUp << 50 << 10;
        QTest::newRow("missed") << missed().events() << EndReason::Missed << -1 << -1;
        QTest::newRow("answered by a colleague") << elsewhere().events() << EndReason::AnsweredElsewhere << -1 << -1;
        QTest::newRow("voicemail") << voicemail().events() << EndReason::Voicemail << -1 << -1;
        QTest::newRow("transferred") << transferred().events() << EndReason::Transferred << 30 << 0;
        QTest::newRow("picked up on another device") << pickedUpOnAnotherDevice().events() << EndReason::HungUp << 30 << 0;
    }

    void ends()
    {
        QFETCH(const QList<CallEvent>, events);
        QFETCH(const EndReason, reason);
        QFETCH(const int, talk);
        QFETCH(const int, hold);
        const Call call = told(events);
        QCOMPARE(call.state, CallState::Ended);
        QCOMPARE(call.reason, reason);
        QCOMPARE(call.talkTime ? static_cast<int>(call.talkTime->count()) : -1, talk);
        QCOMPARE(call.holdTime ? static_cast<int>(call.holdTime->count()) : -1, hold);
        QCOMPARE(call.missedProvisional, reason == EndReason::Missed);
    }

    /// The heart of it: any order, any repetition, the same call.
    void everyOrderGivesTheSameCall_data() { ends_data(); }

    void everyOrderGivesTheSameCall()
    {
        QFETCH(QList<CallEvent>, events);
        const Call expected = told(events);
        std::mt19937 random(7);
        for (int round = 0; round < 400; ++round) {
            QList<CallEvent> shuffled = events;
            for (const CallEvent &event : std::as_const(events)) {
                if (random() % 3 == 0)
                    shuffled.append(event);
            }
            std::shuffle(shuffled.begin(), shuffled.end(), random);
            QCOMPARE(told(shuffled), expected);
        }
    }

    void aCallThatNeverRangIsNoCall()
    {
        FakeClock clock;
        CallTracker tracker(clock);
        QSignalSpy changes(&tracker, &CallTracker::callChanged);
        Story story(u"s-1"_s);
        story.mine(LegState::Setup).mine(LegState::Ended);
        for (const CallEvent &event : story.events())
            tracker.onEvent(event);
        QCOMPARE(changes.size(), 0);
    }

    void oneSignalAChangeAndNoneForARepetition()
    {
        FakeClock clock;
        CallTracker tracker(clock);
        QSignalSpy changes(&tracker, &CallTracker::callChanged);
        const Story story = answered();
        for (const CallEvent &event : story.events()) {
            tracker.onEvent(event);
            tracker.onEvent(event);
        }
        QCOMPARE(changes.size(), 5); // ringing, active, held, active, ended
        QCOMPARE(tracker.counters().repeated, 6);
    }

    void aRepetitionUnderANewEventIdIsNoNews()
    {
        FakeClock clock;
        CallTracker tracker(clock);
        QSignalSpy changes(&tracker, &CallTracker::callChanged);
        CallEvent event = missed().events().at(1);
        tracker.onEvent(event);
        event.eventId = u"again"_s;
        tracker.onEvent(event);
        QCOMPARE(changes.size(), 1);
    }

    void unHoldArrivesAsAnswered()
    {
        Story story(u"s-1"_s);
        story.at(0).mine(LegState::Ringing).at(1).mine(LegState::Active).at(2).mine(LegState::Held);
        QCOMPARE(told(story.events()).state, CallState::Held);
        story.at(3).mine(LegState::Active);
        QCOMPARE(told(story.events()).state, CallState::Active);
    }

    void theCallLogHasTheLastWord()
    {
        FakeClock clock;
        CallTracker tracker(clock);
        Story story = missed();
        for (const CallEvent &event : story.events())
            tracker.onEvent(event);
        CallEvent log = story.events().last();
        log.channel = u"log"_s;
        log.legId.clear();
        log.sequence = -1;
        log.eventId = u"log-1"_s;
        log.settled = true;
        log.reason = EndReason::Voicemail;
        tracker.onEvent(log);
        const auto call = tracker.call(CallId(u"ringcentral:s-1"_s));
        QCOMPARE(call->reason, EndReason::Voicemail);
        QVERIFY(!call->missedProvisional);
    }

    void anUnknownWordChangesNothingAndIsKept()
    {
        FakeClock clock;
        CallTracker tracker(clock);
        Story story(u"s-1"_s);
        story.mine(LegState::Ringing).mine(LegState::Unknown);
        story.events().last().providerStatus = u"Levitating"_s;
        for (const CallEvent &event : story.events())
            tracker.onEvent(event);
        const auto call = tracker.call(CallId(u"ringcentral:s-1"_s));
        QCOMPARE(call->state, CallState::Ringing);
        QCOMPARE(call->providerStatus, u"Levitating"_s);
        QCOMPARE(tracker.counters().unknownWords, 1);
    }

    void aWithheldNumberIsNeverANumber()
    {
        Story story(u"s-1"_s);
        story.mine(LegState::Ringing);
        story.events().last().withheld = true;
        const Call call = told(story.events());
        QVERIFY(call.withheld);
        QVERIFY(!call.remote.number);
    }

    void twoSourcesOneCall()
    {
        FakeClock clock;
        CallTracker tracker(clock);
        QSignalSpy changes(&tracker, &CallTracker::callChanged);
        CallEvent first = missed().events().at(1);
        first.alias = u"930001"_s;
        CallEvent second = first;
        second.source = u"callstream"_s;
        second.channel = u"stream"_s;
        second.sessionId = u"930001"_s;
        second.alias.clear();
        second.eventId = u"x"_s;
        tracker.onEvent(first);
        tracker.onEvent(second);
        QCOMPARE(tracker.liveCalls().size(), 1);
        QCOMPARE(changes.size(), 1);
    }

    void aMoveFoldsIntoTheCallItBelongsTo_data()
    {
        QTest::addColumn<bool>("newSessionFirst");
        QTest::newRow("in order") << false;
        QTest::newRow("the new session is heard first") << true;
    }

    void aMoveFoldsIntoTheCallItBelongsTo()
    {
        QFETCH(const bool, newSessionFirst);
        FakeClock clock;
        CallTracker tracker(clock);
        QSignalSpy merges(&tracker, &CallTracker::callMerged);
        Story first(u"s-1"_s);
        first.at(0).mine(LegState::Ringing).at(2).mine(LegState::Active).at(10).moved(u"s-2"_s);
        Story second(u"s-2"_s);
        second.at(10).leg(u"q1"_s, LegState::Active).at(40).leg(u"q1"_s, LegState::Ended, EndReason::HungUp);
        QList<CallEvent> events = newSessionFirst ? second.events() + first.events() : first.events() + second.events();
        for (const CallEvent &event : std::as_const(events))
            tracker.onEvent(event);
        const auto call = tracker.call(CallId(u"ringcentral:s-1"_s));
        QVERIFY(call);
        QCOMPARE(call->state, CallState::Ended);
        QCOMPARE(call->reason, EndReason::HungUp);
        QCOMPARE(tracker.liveCalls().size(), 0);
        QCOMPARE(merges.size(), newSessionFirst ? 1 : 0);
    }

    void aSnapshotEndsWhatItDoesNotName()
    {
        FakeClock clock(kStart.addSecs(60));
        CallTracker tracker(clock);
        Story gone(u"s-1"_s);
        gone.at(0).mine(LegState::Ringing);
        Story stays(u"s-2"_s);
        stays.at(0).mine(LegState::Ringing);
        Story newer(u"s-3"_s);
        newer.at(100).mine(LegState::Ringing);
        for (const Story *story : {&gone, &stays, &newer})
            tracker.onEvent(story->events().first());
        tracker.onSnapshot(u"ringcentral"_s, kStart.addSecs(50), stays.events());
        QCOMPARE(tracker.liveCalls().size(), 2);
        const auto call = tracker.call(CallId(u"ringcentral:s-1"_s));
        QCOMPARE(call->reason, EndReason::Missed);
        QVERIFY(call->missedProvisional);
    }

    void aCallThatIsGoneHasNoTalkOfTheMeantime()
    {
        FakeClock clock;
        CallTracker tracker(clock);
        Story story(u"s-1"_s);
        story.at(0).mine(LegState::Ringing);
        story.at(5).mine(LegState::Active);
        for (const CallEvent &event : story.events())
            tracker.onEvent(event);
        clock.advance(3h);
        tracker.onSnapshot(u"ringcentral"_s, kStart.addSecs(3 * 3600), {});
        const auto call = tracker.call(CallId(u"ringcentral:s-1"_s));
        QCOMPARE(call->state, CallState::Ended);
        QCOMPARE(call->reason, EndReason::HungUp);
        QVERIFY(!call->talkTime); // nobody knows
        QCOMPARE(call->endedAt, kStart.addSecs(5));
    }

    void aLostCallLivesAgainWhenSomebodyTellsOfIt()
    {
        FakeClock clock;
        CallTracker tracker(clock);
        Story story(u"s-1"_s);
        story.at(0).mine(LegState::Ringing);
        story.at(100).mine(LegState::Active);
        const CallId id(u"ringcentral:s-1"_s);
        tracker.onEvent(story.events().first());
        tracker.settleAsLost(id);
        QCOMPARE(tracker.call(id)->state, CallState::Ended);
        QCOMPARE(tracker.call(id)->reason, EndReason::Unknown);
        QVERIFY(!tracker.call(id)->missedProvisional); // nothing is claimed
        tracker.onEvent(story.events().last());
        QCOMPARE(tracker.call(id)->state, CallState::Active);
    }

    void anEndIsHeardHoweverLongTheCall()
    {
        FakeClock clock;
        CallTracker tracker(clock);
        Story story(u"s-1"_s);
        story.at(0).mine(LegState::Ringing);
        for (int i = 1; i < 450; ++i)
            story.at(i).mine(i % 2 == 0 ? LegState::Held : LegState::Active);
        story.at(500).mine(LegState::Ended);
        for (const CallEvent &event : story.events())
            tracker.onEvent(event);
        QVERIFY(tracker.counters().dropped > 0);
        QCOMPARE(tracker.call(CallId(u"ringcentral:s-1"_s))->state, CallState::Ended);
    }

    void whatIsPastSaysSo()
    {
        FakeClock clock;
        CallTracker tracker(clock);
        QList<bool> past;
        connect(&tracker, &CallTracker::callChanged, &tracker, [&] { past.append(tracker.tellsOfThePast()); });
        Story story(u"s-1"_s);
        story.at(0).mine(LegState::Ringing);
        story.at(5).mine(LegState::Active);
        QVERIFY(!tracker.callOf(story.events().first()));
        tracker.onPastEvent(story.events().first());
        tracker.onEvent(story.events().last());
        QCOMPARE(past, QList<bool>({true, false}));
        QVERIFY(tracker.callOf(story.events().first()));
    }

    /// Somebody asked how the session stands, in the very moment in which it was handed on, and the answer was late.
    void anAnswerOfTheMomentOfTheEndDoesNotOutliveIt()
    {
        Story story(u"s-1"_s);
        story.at(0).mine(LegState::Ringing).at(3).mine(LegState::Active).at(33);
        QList<CallEvent> all = story.events();
        CallEvent asked = all.constLast();
        asked.channel = u"session"_s;
        asked.sequence = -1;
        asked.eventId.clear();
        asked.time = kStart.addSecs(33);
        story.mine(LegState::Ended, EndReason::Transferred);
        all = story.events();
        for (const QList<CallEvent> &order : {all + QList{asked}, QList{asked} + all}) {
            const Call call = told(order);
            QCOMPARE(call.state, CallState::Ended);
            QCOMPARE(call.reason, EndReason::Transferred);
            QCOMPARE(call.talkTime, 30s);
        }
    }

    void anEndedCallIsNotResurrected()
    {
        FakeClock clock;
        CallTracker tracker(clock);
        const Story story = missed();
        tracker.onEvent(story.events().at(2));
        tracker.onEvent(story.events().at(1));
        QCOMPARE(tracker.liveCalls().size(), 0);
        clock.advance(20min);
        tracker.prune();
        tracker.onEvent(story.events().at(1));
        QCOMPARE(tracker.liveCalls().size(), 0);
        QCOMPARE(tracker.counters().dropped, 1);
    }

    void tenThousandCallsLeaveNoMoreThanAFewHundredBehind()
    {
        FakeClock clock;
        CallTracker tracker(clock);
        for (int i = 0; i < 10'000; ++i) {
            Story story(u"s-%1"_s.arg(i));
            story.at(0).mine(LegState::Ringing).at(8).mine(LegState::Ended, EndReason::Missed);
            for (CallEvent event : story.events()) {
                event.alias = u"alias-%1"_s.arg(i);
                tracker.onEvent(event);
            }
        }
        QVERIFY(!tracker.call(CallId(u"ringcentral:s-0"_s)));
        QVERIFY(!tracker.call(CallId(u"ringcentral:s-9000"_s)));
        QVERIFY(tracker.call(CallId(u"ringcentral:s-9999"_s)));
        QVERIFY(tracker.call(CallId(u"ringcentral:s-9600"_s)));
        // Gone, but not unknown: what comes late about it opens nothing.
        QSignalSpy changed(&tracker, &CallTracker::callChanged);
        CallEvent late = Story(u"s-0"_s).at(1).mine(LegState::Ringing).events().first();
        late.sequence = 99;
        late.eventId = u"late"_s;
        tracker.onEvent(late);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(tracker.counters().dropped, 1);
    }

    void aRingingCallInSilenceIsReported()
    {
        FakeClock clock;
        CallTracker tracker(clock);
        tracker.onEvent(missed().events().at(1));
        clock.advance(74s);
        QCOMPARE(tracker.quietCalls(CallState::Ringing, 75s).size(), 0);
        clock.advance(1s);
        QCOMPARE(tracker.quietCalls(CallState::Ringing, 75s).size(), 1);
    }

    void withoutNumbersTheRankDecides()
    {
        QList<CallEvent> events = answered().events();
        for (CallEvent &event : events) {
            event.sequence = -1;
            event.legId.clear();
            event.source = u"ringcentral"_s;
        }
        const Call expected = told(events);
        QCOMPARE(expected.reason, EndReason::HungUp);
        std::mt19937 random(3);
        for (int round = 0; round < 200; ++round) {
            std::shuffle(events.begin(), events.end(), random);
            QCOMPARE(told(events), expected);
        }
    }

    void oneCallIsBounded()
    {
        FakeClock clock;
        CallTracker tracker(clock);
        Story story(u"s-1"_s);
        for (int i = 0; i < 2000; ++i)
            story.at(i).mine(i % 2 == 0 ? LegState::Active : LegState::Held);
        for (const CallEvent &event : story.events())
            tracker.onEvent(event);
        QVERIFY(tracker.counters().dropped > 1000);
        QCOMPARE(tracker.liveCalls().size(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_CallTracker)
#include "tst_calltracker.moc"
