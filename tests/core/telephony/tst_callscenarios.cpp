#include <callcard/calltracker.h>
#include <callcard/screenpop.h>
#include <callcard/testing/fakeclock.h>

#include <QHash>
#include <QLoggingCategory>
#include <QTest>

#include <algorithm>
#include <random>

using namespace callcard;
using namespace callcard::testing;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime kStart(QDate(2026, 11, 20), QTime(14, 15), Qt::UTC);

/// A whole call as RingCentral tells it: numbered telephony events of every party, presence beside them, what a snapshot found
/// on the way, and in the end the record of the call log.
class Tale
{
public:
    explicit Tale(QString session = u"s-1"_s, CallDirection direction = CallDirection::Inbound)
        : m_session(std::move(session)), m_direction(direction)
    {
    }

    Tale &at(int second)
    {
        m_second = second;
        return *this;
    }
    /// A step of a party: a telephony event, and for mine a presence as well.
    Tale &mine(LegState state, EndReason reason = EndReason::None, const QString &leg = u"p-3"_s)
    {
        add(u"telephony"_s, leg, state, reason, true, ++m_sequence);
        const LegState shown = state == LegState::Voicemail || state == LegState::Moved ? LegState::Ended : state;
        if (state != LegState::Setup)
            add(u"presence"_s, leg, shown, EndReason::None, true, ++m_presence);
        return *this;
    }
    Tale &other(const QString &leg, LegState state, EndReason reason = EndReason::None)
    {
        add(u"telephony"_s, leg, state, reason, false, ++m_sequence);
        if (state == LegState::Active)
            facts.last().answeredBy = u"Theo Marsh"_s;
        return *this;
    }
    /// Somebody asked in between: the session as it is.
    Tale &snapshot(LegState state, const QString &leg = u"p-3"_s)
    {
        add(u"session"_s, leg, state, EndReason::None, true, -1);
        return *this;
    }
    Tale &movedTo(const QString &session, const QString &leg = u"p-3"_s)
    {
        mine(LegState::Moved, EndReason::None, leg);
        facts[facts.size() - 2].movedTo = session;
        return *this;
    }
    Tale &inSession(const QString &session)
    {
        m_session = session;
        m_sequence = 1;
        return *this;
    }
    Tale &ownLeg()
    {
        for (CallEvent &fact : facts)
            fact.ownRingOutLeg = fact.channel == "telephony"_L1;
        return *this;
    }
    Tale &log(EndReason reason, std::optional<std::chrono::seconds> talk = {})
    {
        add(u"log"_s, QString(), LegState::Ended, reason, true, -1);
        CallEvent &record = facts.last();
        record.time = kStart;
        record.eventId = u"log/"_s + m_session;
        record.talkTime = talk;
        record.settled = true;
        return *this;
    }

    QList<CallEvent> facts;

private:
    void add(const QString &channel, const QString &leg, LegState state, EndReason reason, bool mine, qint64 sequence)
    {
        CallEvent event;
        event.source = u"ringcentral"_s;
        event.channel = channel;
        event.eventId = channel == "session"_L1 ? QString() : m_session + u'/' + channel + u'/' + QString::number(facts.size());
        event.sessionId = m_session;
        event.legId = leg;
        event.sequence = sequence;
        event.time = kStart.addSecs(m_second);
        event.state = state;
        event.reason = reason;
        event.direction = m_direction;
        event.remote = {.number = PhoneNumber::fromE164(u"+13035550187"), .rawNumber = u"+13035550187"_s, .name = u"MARCUS HALE"_s};
        event.local = {.rawNumber = u"+12065550142"_s};
        event.mine = mine;
        facts.append(event);
    }

    QString m_session;
    CallDirection m_direction;
    int m_second = 0;
    qint64 m_sequence = 1;
    qint64 m_presence = 40'000;
};

struct Played {
    const char *name;
    QList<CallEvent> facts;
    EndReason reason;
    std::optional<std::chrono::seconds> talk;
    bool answered;
};

QList<Played> tales()
{
    using S = LegState;
    using R = EndReason;
    Tale ivr; // the automatic answer takes the line before anybody rings
    ivr.at(0).other(u"p-1"_s, S::Setup).other(u"p-2"_s, S::Setup).other(u"p-1"_s, S::Active).at(4).other(u"p-2"_s, S::Ended);
    ivr.mine(S::Setup).mine(S::Ringing).at(9).mine(S::Active).at(19).mine(S::Held).at(29).mine(S::Active).at(39);
    ivr.mine(S::Ended).other(u"p-1"_s, S::Ended).log(R::HungUp, 20s);

    Tale blind;
    blind.at(0).mine(S::Setup).mine(S::Ringing).at(5).mine(S::Active).snapshot(S::Active).at(35).mine(S::Ended, R::Transferred);
    blind.other(u"p-4"_s, S::Setup).other(u"p-4"_s, S::Ringing).at(41).other(u"p-4"_s, S::Active).at(90).other(u"p-4"_s, S::Ended);
    blind.log(R::HungUp, 30s);

    Tale attended;
    attended.at(0).mine(S::Ringing).at(5).mine(S::Active).at(15).mine(S::Held).at(40).mine(S::Ended, R::Transferred);
    attended.other(u"p-4"_s, S::Setup).other(u"p-4"_s, S::Active).at(80).other(u"p-4"_s, S::Ended).log(R::HungUp, 10s);

    Tale queue;
    queue.at(0).mine(S::Ringing).other(u"p-4"_s, S::Ringing).at(6).other(u"p-4"_s, S::Active).mine(S::Ended, R::AnsweredElsewhere);
    queue.at(60).other(u"p-4"_s, S::Ended).log(R::AnsweredElsewhere);

    Tale parked;
    parked.at(0).mine(S::Ringing).at(3).mine(S::Active).at(13).mine(S::Parked).at(43).mine(S::Active).at(53).mine(S::Ended);
    parked.log(R::HungUp, 20s);

    Tale mailbox;
    mailbox.at(0).mine(S::Setup).mine(S::Ringing).at(20).mine(S::Voicemail).at(45).mine(S::Ended, R::Voicemail).log(R::Voicemail);

    Tale gaveUp;
    gaveUp.at(0).mine(S::Setup).mine(S::Ringing).snapshot(S::Ringing).at(18).mine(S::Ended).log(R::Missed);

    Tale pickedUp; // on another device of mine: a party goes, another of mine stays
    pickedUp.at(0).mine(S::Ringing).at(4).mine(S::Active).at(14).mine(S::Active, R::None, u"p-9"_s).mine(S::Ended).at(44);
    pickedUp.mine(S::Ended, R::None, u"p-9"_s).log(R::HungUp, 40s);

    Tale moved; // into a conference, say
    moved.at(0).mine(S::Ringing).at(4).mine(S::Active).at(24).movedTo(u"s-2"_s).log(R::HungUp, 50s);
    moved.inSession(u"s-2"_s).at(25).mine(S::Active, R::None, u"p-20"_s).at(54).mine(S::Ended, R::None, u"p-20"_s);

    Tale phone(u"s-leg"_s); // RingOut: my own phone rings, then the call goes out in a session of its own
    phone.at(0).mine(S::Setup).mine(S::Ringing).at(3).mine(S::Active).at(60).mine(S::Ended).ownLeg();
    Tale out(u"s-1"_s, CallDirection::Outbound);
    out.at(3).mine(S::Setup).other(u"p-1"_s, S::Ringing).mine(S::Ringing).at(10).other(u"p-1"_s, S::Active).mine(S::Active).at(60);
    out.mine(S::Ended).other(u"p-1"_s, S::Ended).log(R::HungUp, 50s);

    return {{"by the automatic answer, held", ivr.facts, R::HungUp, 20s, true},
            {"blind transfer", blind.facts, R::Transferred, 30s, true},
            {"attended transfer", attended.facts, R::Transferred, 10s, true},
            {"queue, a colleague took it", queue.facts, R::AnsweredElsewhere, {}, false},
            {"parked and taken back", parked.facts, R::HungUp, 20s, true},
            {"voicemail", mailbox.facts, R::Voicemail, {}, false},
            {"caller gave up", gaveUp.facts, R::Missed, {}, false},
            {"picked up on another device", pickedUp.facts, R::HungUp, 40s, true},
            {"went on in another session", moved.facts, R::HungUp, 50s, true},
            {"RingOut", phone.facts + out.facts, R::HungUp, 50s, true}};
}

class Nobody final : public CallerLookup, public CallerMemory
{
public:
    [[nodiscard]] WhoIs whoIs(const CallParty &) const override { return {}; }
    [[nodiscard]] Memory memoryOf(const std::optional<CustomerId> &, const CallParty &) const override { return {}; }
};

/// What the programs see: the calls as their last change left them, those that became part of others gone; and the cards.
struct Seen {
    QHash<CallId, Call> calls;
    int opened = 0;
    int becameOne = 0; ///< Two sessions had cards before anything linked them.
    int wentAway = 0;  ///< It turned out to be my own phone.
    int left = 0;

    explicit Seen(const QList<CallEvent> &facts)
    {
        FakeClock clock;
        const Nobody nobody;
        ScreenPop pop(nobody, nobody, clock);
        CallTracker tracker(clock);
        QObject::connect(&tracker, &CallTracker::callChanged, &pop, &ScreenPop::onCallChanged);
        QObject::connect(&tracker, &CallTracker::callMerging, &pop, &ScreenPop::onCallMerged);
        QObject::connect(&pop, &ScreenPop::cardOpened, &pop, [this] { ++opened; });
        QObject::connect(&pop, &ScreenPop::cardClosed, &pop, [this] { ++wentAway; }); // the clock stands still
        QObject::connect(&pop, &ScreenPop::cardRenamed, &pop, [this, &pop](const CallId &, const CallId &) {
            becameOne = opened - wentAway - static_cast<int>(pop.openCards().size());
        });
        QObject::connect(&tracker, &CallTracker::callChanged, &tracker, [this](const Call &call) { calls.insert(call.id, call); });
        QObject::connect(&tracker, &CallTracker::callMerged, &tracker, [this](const CallId &from, const CallId &) { calls.remove(from); });
        for (const CallEvent &fact : facts)
            tracker.onEvent(fact);
        left = static_cast<int>(pop.openCards().size());
    }
    [[nodiscard]] QString cards() const
    {
        return u"%1 opened, %2 became one, %3 went away, %4 left"_s.arg(opened).arg(becameOne).arg(wentAway).arg(left);
    }
    [[nodiscard]] QList<Call> cardWorthy() const
    {
        QList<Call> shown;
        for (const Call &call : calls) {
            if (!call.ownRingOutLeg)
                shown.append(call);
        }
        return shown;
    }
};

QList<CallEvent> disturbed(QList<CallEvent> facts, std::mt19937 &random)
{
    const qsizetype count = facts.size();
    for (qsizetype i = 0; i < count; ++i) {
        if (random() % 3 == 0)
            facts.append(facts[i]); // the very same again
        if (random() % 5 == 0) {
            CallEvent again = facts[i]; // under a new name, as after a new subscription
            if (!again.settled && !again.eventId.isEmpty() && again.sequence >= 0) {
                again.eventId += u"/again"_s;
                facts.append(again);
            }
        }
    }
    std::shuffle(facts.begin(), facts.end(), random);
    return facts;
}

bool linksSessions(const QList<CallEvent> &facts)
{
    return std::any_of(facts.begin(), facts.end(), [](const CallEvent &fact) { return !fact.movedTo.isEmpty(); });
}

QString described(const Call &call)
{
    return u"%1 %2 %3 talk %4 hold %5 from %6 answered %7 until %8 by %9"_s.arg(
        call.id.text(), callStateName(call.state), endReasonName(call.reason), QString::number(call.talkTime ? call.talkTime->count() : -1),
        QString::number(call.holdTime ? call.holdTime->count() : -1), call.startedAt.toString(Qt::ISODate),
        call.answeredAt.toString(Qt::ISODate), call.endedAt.toString(Qt::ISODate), call.answeredBy);
}

constexpr unsigned kSeeds = 400;

} // namespace

/// The scenarios of the protocol paper, told in every disorder.
class tst_CallScenarios : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"callcard.screenpop.debug=false"_s); }

    void inAnyOrderAndTwice_data() { rows(); }

    void inAnyOrderAndTwice()
    {
        const Played tale = tales().at(row());
        const QList<Call> told = Seen(tale.facts).cardWorthy();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().state, CallState::Ended);
        QCOMPARE(told.first().reason, tale.reason);
        QCOMPARE(told.first().talkTime, tale.talk);
        QCOMPARE(told.first().wasAnswered(), tale.answered);
        const Seen inOrder(tale.facts);
        QVERIFY2(inOrder.opened == 1 && inOrder.left == 1, qPrintable(inOrder.cards()));
        for (unsigned seed = 1; seed <= kSeeds; ++seed) {
            std::mt19937 random(seed);
            const Seen seen(disturbed(tale.facts, random));
            // What is heard of when it is over has a card only if it is a fresh miss; otherwise there is exactly one.
            QVERIFY2(seen.left <= 1 && seen.opened - seen.becameOne - seen.wentAway == seen.left,
                     qPrintable(u"seed %1: %2"_s.arg(seed).arg(seen.cards())));
            QVERIFY2(seen.opened <= 1 || tale.facts.first().ownRingOutLeg || linksSessions(tale.facts),
                     qPrintable(u"seed %1: %2"_s.arg(seed).arg(seen.cards())));
            const QList<Call> other = seen.cardWorthy();
            QVERIFY2(other.size() == 1, qPrintable(u"seed %1: %2 calls"_s.arg(seed).arg(other.size())));
            QVERIFY2(other.first() == told.first(),
                     qPrintable(u"seed %1:\n%2\n%3"_s.arg(seed).arg(described(other.first()), described(told.first()))));
        }
    }

    void withoutTheLogToo_data() { rows(); }

    void withoutTheLogToo()
    {
        QList<CallEvent> facts = tales().at(row()).facts;
        facts.removeIf([](const CallEvent &fact) { return fact.settled; });
        const QList<Call> told = Seen(facts).cardWorthy();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().state, CallState::Ended);
        for (unsigned seed = 1; seed <= kSeeds; ++seed) {
            std::mt19937 random(seed);
            const QList<Call> other = Seen(disturbed(facts, random)).cardWorthy();
            QVERIFY2(other.size() == 1, qPrintable(u"seed %1: %2 calls"_s.arg(seed).arg(other.size())));
            QVERIFY2(other.first() == told.first(),
                     qPrintable(u"seed %1:\n%2\n%3"_s.arg(seed).arg(described(other.first()), described(told.first()))));
        }
    }

    void whatWasLostTheLogMakesGood_data() { rows(); }

    void whatWasLostTheLogMakesGood()
    {
        const Played tale = tales().at(row());
        for (unsigned seed = 1; seed <= kSeeds; ++seed) {
            std::mt19937 random(seed);
            QList<CallEvent> facts = tale.facts;
            // Without its link a session that goes on elsewhere cannot be recognised; that my phone rings for myself, neither.
            facts.removeIf([&](const CallEvent &fact) {
                return !fact.settled && !fact.ownRingOutLeg && fact.state != LegState::Moved && random() % 3 == 0;
            });
            const QList<Call> calls = Seen(disturbed(facts, random)).cardWorthy();
            QVERIFY2(calls.size() == 1, qPrintable(u"seed %1: %2 calls"_s.arg(seed).arg(calls.size())));
            const Call &call = calls.first();
            // That it was handed on is told by one event alone.
            const bool reason = call.reason == tale.reason || (tale.reason == EndReason::Transferred && call.reason == EndReason::HungUp);
            const bool good = call.state == CallState::Ended && reason && call.talkTime == tale.talk &&
                              call.wasAnswered() == tale.answered && call.remote.number->e164() == "+13035550187"_L1;
            QVERIFY2(good, qPrintable(u"seed %1: %2"_s.arg(seed).arg(described(call))));
        }
    }

private:
    static void rows()
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const Played &tale : tales())
            QTest::newRow(tale.name) << index++;
    }
    static int row()
    {
        QFETCH(const int, index);
        return index;
    }
};

QTEST_GUILESS_MAIN(tst_CallScenarios)
#include "tst_callscenarios.moc"
