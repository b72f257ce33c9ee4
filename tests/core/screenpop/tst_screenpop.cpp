#include <callcard/screenpop.h>
#include <callcard/testing/fakeclock.h>

#include <QSignalSpy>
#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

Customer person(const QString &id, const QString &name)
{
    return {.id = CustomerId(id), .name = name};
}

class Book final : public CallerLookup
{
public:
    [[nodiscard]] WhoIs whoIs(const CallParty &caller) const override
    {
        ++asked;
        return caller.number ? known.value(caller.number->e164()) : WhoIs{};
    }
    QHash<QString, WhoIs> known;
    mutable int asked = 0;
};

class Notes final : public CallerMemory
{
public:
    [[nodiscard]] Memory memoryOf(const std::optional<CustomerId> &customer, const CallParty &) const override
    {
        return customer ? Memory{.lastNote = u"about "_s + customer->text()} : Memory{};
    }
};

} // namespace

class tst_ScreenPop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<FakeClock>();
        m_book.known = {{u"+14165550142"_s, WhoIs{.facts = {{.customer = person(u"c1"_s, u"Sarah Lindqvist"_s)}}}}};
        m_book.asked = 0;
        m_pop = std::make_unique<ScreenPop>(m_book, m_notes, *m_clock);
        m_opened = std::make_unique<QSignalSpy>(m_pop.get(), &ScreenPop::cardOpened);
        m_changed = std::make_unique<QSignalSpy>(m_pop.get(), &ScreenPop::cardChanged);
        m_closed = std::make_unique<QSignalSpy>(m_pop.get(), &ScreenPop::cardClosed);
        m_renamed = std::make_unique<QSignalSpy>(m_pop.get(), &ScreenPop::cardRenamed);
    }

    void cleanup() { m_pop.reset(); } // before its clock

    void aRingingCallOpensItsCardWithNameAndMemory()
    {
        m_pop->onCallChanged(ringing());
        QCOMPARE(m_opened->size(), 1);
        const Card card = m_opened->first().first().value<Card>();
        QCOMPARE(card.who.facts.first().customer.name, u"Sarah Lindqvist"_s);
        QCOMPARE(card.memory.lastNote, u"about c1"_s);
    }

    void oneCallOneCard()
    {
        m_pop->onCallChanged(ringing());
        m_pop->onCallChanged(ringing());
        m_pop->onCallChanged(active());
        QCOMPARE(m_opened->size(), 1);
        QCOMPARE(m_pop->openCards().size(), 1);
    }

    void theCardTellsHowItEndedAndCloses()
    {
        m_pop->onCallChanged(ringing());
        m_pop->onCallChanged(ended(EndReason::AnsweredElsewhere));
        QCOMPARE(m_changed->last().first().value<Card>().call.reason, EndReason::AnsweredElsewhere);
        m_clock->advance(5999ms);
        QCOMPARE(m_closed->size(), 0);
        m_clock->advance(1ms);
        QCOMPARE(m_closed->size(), 1);
        QCOMPARE(m_pop->openCards().size(), 0);
    }

    void aMissedCardStaysLonger()
    {
        m_pop->onCallChanged(ringing());
        m_pop->onCallChanged(ended(EndReason::Missed));
        m_clock->advance(19'999ms);
        QCOMPARE(m_closed->size(), 0);
        m_clock->advance(1ms);
        QCOMPARE(m_closed->size(), 1);
    }

    void hoveringAndPinningKeep()
    {
        m_pop->onCallChanged(ringing());
        m_pop->setHovered(id(), true);
        m_pop->onCallChanged(ended(EndReason::HungUp));
        m_clock->advance(1h);
        QCOMPARE(m_closed->size(), 0);
        m_pop->setPinned(id(), true);
        m_pop->setHovered(id(), false);
        m_clock->advance(1h);
        QCOMPARE(m_closed->size(), 0);
        m_pop->setPinned(id(), false);
        m_clock->advance(6s);
        QCOMPARE(m_closed->size(), 1);
    }

    void aDismissedCardStaysAway()
    {
        m_pop->onCallChanged(ringing());
        m_pop->dismiss(id());
        m_pop->onCallChanged(active());
        m_pop->onCallChanged(ended(EndReason::HungUp));
        QCOMPARE(m_opened->size(), 1);
        QCOMPARE(m_closed->size(), 1);
    }

    void aRingingCardHasNoTimerOfItsOwn()
    {
        m_pop->onCallChanged(ringing());
        m_clock->advance(5min);
        QCOMPARE(m_closed->size(), 0);
        PopRules rules;
        rules.hideAfter = 30s;
        m_pop->setRules(rules);
        Call other = ringing();
        other.id = CallId(u"other"_s);
        m_pop->onCallChanged(other);
        m_clock->advance(30s);
        QCOMPARE(m_closed->size(), 1);
    }

    void everyRepetitionDoesNotStartAnotherTimer()
    {
        m_pop->onCallChanged(ringing());
        for (int i = 0; i < 5; ++i) {
            Call same = ended(EndReason::HungUp);
            same.talkTime = std::chrono::seconds(i);
            m_pop->onCallChanged(same);
            m_clock->advance(1s);
        }
        m_clock->advance(1s);
        QCOMPARE(m_closed->size(), 1);
    }

    void quietCallsGoToTheDigest()
    {
        m_pop->pauseUntil(m_clock->now().addSecs(3600));
        QSignalSpy ready(m_pop.get(), &ScreenPop::quietEnded);
        m_pop->onCallChanged(ringing());
        m_pop->onCallChanged(ended(EndReason::Missed));
        Call again = ringing();
        again.id = CallId(u"again"_s);
        m_pop->onCallChanged(again);
        again = ended(EndReason::Missed);
        again.id = CallId(u"again"_s);
        m_pop->onCallChanged(again);
        QCOMPARE(m_opened->size(), 0);
        QCOMPARE(ready.size(), 0);
        m_clock->advance(1h);
        QCOMPARE(ready.size(), 1);
        const auto digest = m_pop->takeDigest();
        QCOMPARE(digest.size(), 1);
        QCOMPARE(digest.first().times, 2);
        QCOMPARE(digest.first().customerName, u"Sarah Lindqvist"_s);
    }

    void aCallHeardOfWhenItWasOverShowsOnlyAFreshMiss_data()
    {
        QTest::addColumn<EndReason>("reason");
        QTest::addColumn<int>("age");
        QTest::addColumn<int>("cards");
        QTest::newRow("fresh miss") << EndReason::Missed << 5 << 1;
        QTest::newRow("old miss") << EndReason::Missed << 300 << 0;
        QTest::newRow("answered") << EndReason::HungUp << 5 << 0;
    }

    void aCallHeardOfWhenItWasOverShowsOnlyAFreshMiss()
    {
        QFETCH(const EndReason, reason);
        QFETCH(const int, age);
        QFETCH(const int, cards);
        Call call = ended(reason);
        call.endedAt = m_clock->now().addSecs(-age);
        m_pop->onCallChanged(call);
        QCOMPARE(m_opened->size(), cards);
        QCOMPARE(m_pop->decisions().size(), 1U);
    }

    void aWithheldNumberIsNotLookedUp()
    {
        Call call = ringing();
        call.withheld = true;
        m_pop->onCallChanged(call);
        QCOMPARE(m_book.asked, 0);
        QVERIFY(m_opened->first().first().value<Card>().who.facts.isEmpty());
    }

    void theNameNeverChangesFromOnePersonToAnother()
    {
        m_pop->onCallChanged(ringing());
        m_book.known.insert(u"+14165550142"_s, WhoIs{.facts = {{.customer = person(u"c2"_s, u"Tom Haldane"_s)}}});
        m_pop->refresh(id(), false);
        QCOMPARE(m_changed->size(), 0);
        m_pop->refresh(id(), true); // the rep chose
        QCOMPARE(m_changed->last().first().value<Card>().who.facts.first().customer.name, u"Tom Haldane"_s);
    }

    /// No stranger, and not for good: whatever happens next asks once more. Who is known stays so meanwhile.
    void whoCouldNotBeLookedUpIsLookedUpAgain()
    {
        const WhoIs sarah = m_book.known.value(u"+14165550142"_s);
        const WhoIs unread{.problem = Error{.kind = ErrorKind::Storage}};
        m_book.known.insert(u"+14165550142"_s, unread);
        m_pop->onCallChanged(ringing());
        QVERIFY(m_opened->first().first().value<Card>().who.problem);
        QVERIFY(m_pop->decisions().front().unasked);
        m_book.known.insert(u"+14165550142"_s, sarah);
        m_pop->onCallChanged(active());
        QCOMPARE(m_changed->last().first().value<Card>().who, sarah);
        m_book.known.insert(u"+14165550142"_s, unread);
        const int told = m_changed->size();
        m_pop->refresh(id(), false);
        m_pop->refresh(id(), true);
        m_pop->onCallChanged(ended(EndReason::HungUp));
        QCOMPARE(m_changed->size(), told + 1);
        QCOMPARE(m_changed->last().first().value<Card>().who, sarah);
    }

    void detailsThatComeLaterAreLookedUp()
    {
        Call call = ringing();
        const CallParty known = call.remote;
        call.remote = {};
        m_pop->onCallChanged(call);
        call.remote = known;
        m_pop->onCallChanged(call);
        QCOMPARE(m_changed->last().first().value<Card>().who.facts.size(), 1);
    }

    void severalCustomersHaveNoCommonMemory()
    {
        m_book.known.insert(u"+14165550142"_s,
                            WhoIs{.facts = {{.customer = person(u"c1"_s, u"A"_s)}, {.customer = person(u"c2"_s, u"B"_s)}}});
        m_pop->onCallChanged(ringing());
        QVERIFY(m_opened->first().first().value<Card>().memory.lastNote.isEmpty());
    }

    void theLastCardComesBack()
    {
        m_pop->onCallChanged(ringing());
        m_pop->onCallChanged(ended(EndReason::HungUp));
        m_clock->advance(6s);
        m_pop->showLast();
        QCOMPARE(m_opened->size(), 2);
        QVERIFY(m_pop->openCards().first().pinned);
    }

    void whatIsOverComesBackAsOver()
    {
        m_pop->onCallChanged(ringing());
        m_pop->dismiss(id());
        m_pop->onCallChanged(ended(EndReason::Missed));
        m_clock->advance(6min);
        m_pop->showLast();
        QCOMPARE(m_opened->size(), 2);
        QCOMPARE(m_pop->openCards().first().call.state, CallState::Ended);
    }

    void whatStillRingsComesBackUnpinned()
    {
        m_pop->onCallChanged(ringing());
        m_pop->dismiss(id());
        m_pop->showLast();
        QVERIFY(!m_pop->openCards().first().pinned);
        m_pop->onCallChanged(ended(EndReason::HungUp));
        m_clock->advance(6s);
        QVERIFY(m_pop->openCards().isEmpty());
    }

    void whatBecameAnotherCallDoesNotComeBack()
    {
        m_pop->onCallChanged(ringing());
        m_pop->dismiss(id());
        const CallId into(u"into"_s);
        m_pop->onCallMerged(id(), into);
        m_pop->showLast();
        QVERIFY(m_pop->openCards().isEmpty());
        Call other = active(); // put away under one name, put away under the other
        other.id = into;
        m_pop->onCallChanged(other);
        QVERIFY(m_pop->openCards().isEmpty());
    }

    /// A click's call becomes the provider's: the card stands there all the time.
    void aCardGoesOnUnderAnotherName()
    {
        Call clicked = ringing();
        clicked.id = CallId(u"dial:1"_s);
        clicked.direction = CallDirection::Outbound;
        m_pop->onCallChanged(clicked);
        m_pop->onCallMerged(clicked.id, id());
        Call call = active();
        call.direction = CallDirection::Outbound;
        m_pop->onCallChanged(call);
        QCOMPARE(m_opened->size(), 1);
        QCOMPARE(m_closed->size(), 0);
        QCOMPARE(m_renamed->size(), 1);
        QCOMPARE(m_pop->openCards().size(), 1);
        QCOMPARE(m_pop->openCards().first().call, call);
        m_pop->onPainted(id()); // which happens after the name was changed
        QCOMPARE(m_pop->decisions().size(), 1U);
        QVERIFY(m_pop->decisions().front().painted);
        m_pop->onCallChanged(clicked); // nobody tells of it under the old name, and if so, it has its card
        QCOMPARE(m_opened->size(), 1);
        m_pop->onCallChanged(ended(EndReason::HungUp));
        m_clock->advance(6s);
        QCOMPARE(m_closed->size(), 1);
        QCOMPARE(m_closed->first().first().value<CallId>(), id());
    }

    void twoCardsOfOneCallBecomeOne()
    {
        Call other = ringing();
        other.id = CallId(u"callstream:s-1"_s);
        m_pop->onCallChanged(other);
        m_pop->onCallChanged(ringing());
        m_pop->onCallMerged(other.id, id());
        QCOMPARE(m_renamed->size(), 1);
        QCOMPARE(m_closed->size(), 0);
        QCOMPARE(m_pop->openCards().size(), 1);
        QCOMPARE(m_pop->decisions().front().reason, PopReason::SameCall);
        QCOMPARE(m_pop->decisions().front().call, other.id);
    }

    void whatItsTimeTookAwayComesBack_data()
    {
        QTest::addColumn<EndReason>("reason"); // None: answered
        QTest::addColumn<bool>("dismissed");
        QTest::addColumn<bool>("back");
        QTest::newRow("answered") << EndReason::None << false << true;
        QTest::newRow("missed") << EndReason::Missed << false << true;
        QTest::newRow("in the mailbox") << EndReason::Voicemail << false << true;
        QTest::newRow("a colleague took it") << EndReason::AnsweredElsewhere << false << false;
        QTest::newRow("put away, answered") << EndReason::None << true << false;
        QTest::newRow("put away, missed") << EndReason::Missed << true << false;
    }

    /// "Hide after" is about the ringing, not about the call.
    void whatItsTimeTookAwayComesBack()
    {
        QFETCH(const EndReason, reason);
        QFETCH(const bool, dismissed);
        QFETCH(const bool, back);
        PopRules rules;
        rules.hideAfter = 5s;
        m_pop->setRules(rules);
        m_pop->onCallChanged(ringing());
        if (dismissed)
            m_pop->dismiss(id());
        m_clock->advance(5s);
        QCOMPARE(m_closed->size(), 1);
        m_pop->onCallChanged(ringing()); // still
        QCOMPARE(m_opened->size(), 1);
        m_pop->onCallChanged(reason == EndReason::None ? active() : ended(reason));
        QCOMPARE(m_opened->size(), back ? 2 : 1);
        QCOMPARE(m_pop->openCards().size(), back ? 1 : 0);
        QCOMPARE(m_pop->decisions().size(), 1U); // it was decided once
        if (!back)
            return;
        QCOMPARE(m_pop->openCards().first().call.reason, reason);
        QCOMPARE(m_pop->openCards().first().who.facts.size(), 1);
    }

    void whatMadeRoomComesBackWhenItIsMissed()
    {
        m_pop->onCallChanged(ringing());
        for (int i = 0; i < 40; ++i) {
            Call call = ringing();
            call.id = CallId(QString::number(i));
            m_pop->onCallChanged(call);
        }
        QCOMPARE(m_closed->size(), 1);
        QCOMPARE(m_closed->first().first().value<CallId>(), id());
        m_pop->onCallChanged(ended(EndReason::Missed));
        QCOMPARE(m_pop->openCards().first().call.id, id());
        QCOMPARE(m_pop->openCards().size(), 40);
    }

    /// In quiet times it is told afterwards, as any other miss.
    void whatIsMissedInTheQuietIsInTheDigestThoughItHadACard()
    {
        PopRules rules;
        rules.hideAfter = 5s;
        m_pop->setRules(rules);
        m_pop->onCallChanged(ringing());
        m_clock->advance(5s);
        m_pop->pauseUntil(m_clock->now().addSecs(3600));
        m_pop->onCallChanged(ended(EndReason::Missed));
        QCOMPARE(m_opened->size(), 1);
        QCOMPARE(m_pop->takeDigest().size(), 1);
    }

    void whoeverTurnsOutToBeSomebodyElseIsLookedUpAgain()
    {
        m_book.known.insert(u"+14165550177"_s, WhoIs{.facts = {{.customer = person(u"c2"_s, u"Tom Haldane"_s)}}});
        m_pop->onCallChanged(ringing());
        Call call = active();
        call.remote = {.number = PhoneNumber::fromE164(u"+14165550177")}; // transferred to me, now with the caller
        m_pop->onCallChanged(call);
        const Card card = m_changed->last().first().value<Card>();
        QCOMPARE(card.who.facts.first().customer.name, u"Tom Haldane"_s);
        QCOMPARE(card.memory.lastNote, u"about c2"_s);
        call.withheld = true;
        m_pop->onCallChanged(call);
        QVERIFY(m_changed->last().first().value<Card>().who.facts.isEmpty());
        QVERIFY(m_changed->last().first().value<Card>().memory.lastNote.isEmpty());
    }

    void myOwnPhoneGivesUpItsCard()
    {
        m_pop->onCallChanged(ringing()); // presence was faster than the event that says so
        Call mine = ringing();
        mine.ownRingOutLeg = true;
        m_pop->onCallChanged(mine);
        QVERIFY(m_pop->openCards().isEmpty());
        QCOMPARE(m_pop->decisions().front().reason, PopReason::OwnPhone);
    }

    void whatWasLateMayBeNewsAfterAll()
    {
        m_pop->onPastCallChanged(ringing());
        m_pop->onPastCallChanged(active());
        QVERIFY(m_pop->openCards().isEmpty());
        m_pop->onCallChanged(active());
        QCOMPARE(m_pop->openCards().size(), 1);
    }

    void theQuietCanBeEnded_data()
    {
        QTest::addColumn<bool>("hours");
        QTest::addColumn<bool>("desktop");
        QTest::addColumn<bool>("pause");
        QTest::newRow("quiet hours") << true << false << false;
        QTest::newRow("the desktop wants quiet") << false << true << false;
        QTest::newRow("a pause") << false << false << true;
        QTest::newRow("all of them") << true << true << true;
    }

    /// Whatever made it quiet, and only this time.
    void theQuietCanBeEnded()
    {
        QFETCH(const bool, hours);
        QFETCH(const bool, desktop);
        QFETCH(const bool, pause);
        const QDateTime now = m_clock->now();
        PopRules rules;
        rules.quietHours = hours;
        rules.quietFrom = now.time().addSecs(-3600);
        rules.quietTo = now.time().addSecs(3600);
        m_pop->setRules(rules);
        m_pop->setDoNotDisturb(desktop);
        if (pause)
            m_pop->pauseUntil(now.addSecs(1800));
        QVERIFY(m_pop->isQuietNow());
        QSignalSpy over(m_pop.get(), &ScreenPop::quietEnded);
        m_pop->endQuietNow();
        QVERIFY(!m_pop->isQuietNow());
        QVERIFY(!m_pop->quietUntilNow());
        QCOMPARE(over.size(), 1);
        m_pop->onCallChanged(ringing());
        QCOMPARE(m_opened->size(), 1);
        m_clock->advance(23h); // tomorrow's hours are kept
        QCOMPARE(m_pop->isQuietNow(), hours);
        m_pop->setDoNotDisturb(false);
        m_pop->setDoNotDisturb(true);
        QVERIFY(m_pop->isQuietNow());
    }

    void theQuietBeganWhenTheFirstOfItsReasonsCame()
    {
        const QDateTime start = m_clock->now();
        PopRules rules;
        rules.quietHours = true;
        rules.quietFrom = start.time().addSecs(-600);
        rules.quietTo = start.time().addSecs(3600);
        m_pop->setRules(rules);
        m_pop->setDoNotDisturb(true);
        m_clock->advance(5min);
        QSignalSpy over(m_pop.get(), &ScreenPop::quietEnded);
        m_pop->awaitQuietEnd();
        QCOMPARE(m_pop->quietSince(), start.addSecs(-600));
        m_pop->setDoNotDisturb(false);
        QCOMPARE(over.size(), 0);
        rules.quietHours = false; // the rep does without them
        m_pop->setRules(rules);
        QCOMPARE(over.size(), 1);
        QVERIFY(!m_pop->quietSince().isValid());
    }

    void aRehearsalSaysSoAndEnds()
    {
        m_pop->showTestCall();
        QVERIFY(m_opened->first().first().value<Card>().test);
        QVERIFY(m_pop->decisions().front().test);
        m_clock->advance(10s);
        QCOMPARE(m_closed->size(), 1);
    }

    void aLogThatCorrectsAnEndedCallBringsNoSecondCard()
    {
        m_pop->onCallChanged(ringing());
        Call missed = ended(EndReason::Missed);
        missed.endedAt = m_clock->now();
        missed.missedProvisional = true;
        m_pop->onCallChanged(missed);
        m_clock->advance(20s);
        QCOMPARE(m_closed->size(), 1);
        missed.missedProvisional = false; // the provider's log has spoken
        m_pop->onCallChanged(missed);
        QCOMPARE(m_opened->size(), 1);
        QCOMPARE(m_pop->decisions().size(), 1U);
    }

    void aDismissedMissStaysAway()
    {
        Call missed = ended(EndReason::Missed);
        missed.endedAt = m_clock->now();
        m_pop->onCallChanged(missed);
        QCOMPARE(m_opened->size(), 1);
        m_pop->dismiss(id());
        missed.missedProvisional = !missed.missedProvisional;
        m_pop->onCallChanged(missed);
        QCOMPARE(m_opened->size(), 1);
    }

    void aReceiptIsCompleteWhenTheCardIsPainted()
    {
        QSignalSpy completed(m_pop.get(), &ScreenPop::receiptCompleted);
        m_pop->onCallChanged(ringing());
        QVERIFY(!m_pop->decisions().front().painted);
        QCOMPARE(m_pop->decisions().front().customerName, u"Sarah Lindqvist"_s);
        QCOMPARE(m_pop->decisions().front().confidence, std::optional(Confidence::Exact));
        m_pop->onPainted(id());
        QCOMPARE(completed.size(), 1);
        QVERIFY(m_pop->decisions().front().painted);
        m_pop->onPainted(id()); // on a second screen
        QCOMPARE(completed.size(), 1);
        QCOMPARE(m_pop->counters(), (ScreenPop::Counters{.shown = 1, .painted = 1}));
    }

    void callsThatWereTakenAreNotInTheDigest()
    {
        m_pop->pauseUntil(m_clock->now().addSecs(3600));
        m_pop->onCallChanged(ringing());
        m_pop->onCallChanged(ended(EndReason::HungUp));
        m_clock->advance(1h);
        QVERIFY(m_pop->takeDigest().isEmpty());
        QVERIFY(!m_pop->decisions().front().digest);
    }

    void aQuietCallIsInTheDigestHoweverItWasHeardOf_data()
    {
        QTest::addColumn<bool>("rang");
        QTest::addColumn<EndReason>("reason");
        QTest::addColumn<bool>("told");
        QTest::newRow("rang and was missed") << true << EndReason::Missed << true;
        QTest::newRow("rang and was taken") << true << EndReason::HungUp << false;
        QTest::newRow("heard of when it was missed") << false << EndReason::Missed << true;
        QTest::newRow("heard of when it was in the mailbox") << false << EndReason::Voicemail << true;
        QTest::newRow("heard of when it was over") << false << EndReason::HungUp << false;
    }

    /// And what the diagnostics say of it is so.
    void aQuietCallIsInTheDigestHoweverItWasHeardOf()
    {
        QFETCH(const bool, rang);
        QFETCH(const EndReason, reason);
        QFETCH(const bool, told);
        QSignalSpy completed(m_pop.get(), &ScreenPop::receiptCompleted);
        m_pop->setDoNotDisturb(true);
        if (rang) {
            m_pop->onCallChanged(ringing());
            QVERIFY(!m_pop->decisions().front().digest);
        }
        m_pop->onCallChanged(ended(reason));
        QCOMPARE(m_pop->decisions().size(), 1U);
        QCOMPARE(m_pop->decisions().front().digest, told);
        QCOMPARE(completed.size(), told ? 1 : 0);
        QCOMPARE(m_pop->takeDigest().size(), told ? 1 : 0);
    }

    void whatWaitsForTheEndOfTheQuietIsTold()
    {
        QSignalSpy over(m_pop.get(), &ScreenPop::quietEnded);
        m_pop->pauseUntil(m_clock->now().addSecs(3600));
        m_pop->awaitQuietEnd();
        m_clock->advance(59min);
        QCOMPARE(over.size(), 0);
        m_clock->advance(1min);
        QCOMPARE(over.size(), 1);
        m_pop->setDoNotDisturb(true);
        m_pop->setDoNotDisturb(false);
        QCOMPARE(over.size(), 2);
    }

    void ofThePastNothingRings()
    {
        Call known = ringing();
        known.id = CallId(u"known"_s);
        m_pop->onCallChanged(known);
        m_pop->onPastCallChanged(ringing());
        QCOMPARE(m_opened->size(), 1);
        QCOMPARE(m_pop->decisions().front().reason, PopReason::Late);
        m_pop->onPastCallChanged(ended(EndReason::Missed));
        QCOMPARE(m_opened->size(), 1);
        known.state = CallState::Active;
        m_pop->onPastCallChanged(known); // whose card is there hears of everything
        QCOMPARE(m_changed->last().first().value<Card>().call.state, CallState::Active);
    }

    void aSourceThatTellsLateTellsNewsAllTheSame()
    {
        m_pop->setTellsWithin(u"polled"_s, 125s);
        Call miss = ended(EndReason::Missed);
        miss.source = u"polled"_s;
        miss.endedAt = m_clock->now().addSecs(-120);
        m_pop->onCallChanged(miss);
        QCOMPARE(m_opened->size(), 1);
        miss.id = CallId(u"older"_s);
        miss.endedAt = m_clock->now().addSecs(-160);
        m_pop->onCallChanged(miss);
        QCOMPARE(m_opened->size(), 1);
    }

    void aStormLeavesRoomForTheNewest()
    {
        for (int i = 0; i < 100; ++i) {
            Call call = i == 0 ? ringing() : ended(EndReason::Missed);
            call.id = CallId(QString::number(i));
            call.endedAt = i == 0 ? QDateTime() : m_clock->now();
            m_pop->onCallChanged(call);
        }
        const QList<Card> open = m_pop->openCards();
        QCOMPARE(open.size(), 40);
        QCOMPARE(open.first().call.id.text(), u"99"_s);
        QCOMPARE(open.last().call.id.text(), u"0"_s); // it still rings
    }

    void decisionsAreKeptUpToAThousand()
    {
        for (int i = 0; i < 1100; ++i) {
            Call call = ringing();
            call.id = CallId(QString::number(i));
            call.internal = true;
            m_pop->onCallChanged(call);
        }
        QCOMPARE(m_pop->decisions().size(), 1000U);
        QCOMPARE(m_pop->decisions().front().call.text(), u"1099"_s);
    }

private:
    [[nodiscard]] static CallId id() { return CallId(u"ringcentral:s-1"_s); }
    [[nodiscard]] Call ringing() const
    {
        return {.id = id(),
                .direction = CallDirection::Inbound,
                .state = CallState::Ringing,
                .remote = {.number = PhoneNumber::fromE164(u"+14165550142")},
                .startedAt = m_clock->now()};
    }
    [[nodiscard]] Call active() const
    {
        Call call = ringing();
        call.state = CallState::Active;
        return call;
    }
    [[nodiscard]] Call ended(EndReason reason) const
    {
        Call call = ringing();
        call.state = CallState::Ended;
        call.reason = reason;
        call.endedAt = m_clock->now();
        return call;
    }

    std::unique_ptr<FakeClock> m_clock;
    Book m_book;
    Notes m_notes;
    std::unique_ptr<ScreenPop> m_pop;
    std::unique_ptr<QSignalSpy> m_opened;
    std::unique_ptr<QSignalSpy> m_changed;
    std::unique_ptr<QSignalSpy> m_closed;
    std::unique_ptr<QSignalSpy> m_renamed;
};

QTEST_GUILESS_MAIN(tst_ScreenPop)
#include "tst_screenpop.moc"
