#include "logvalues.h"

#include <callcard/testing/fakeclock.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace callcard;
using namespace callcard::testing;
using namespace std::chrono_literals;

/// The provider's history in the log.
class tst_LogHistory : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<CallLog> m_log;
    static CallId id(const QString &session) { return CallId(QString(u"ringcentral:"_s + session)); }
    QList<QDate> takeDirty()
    {
        const QList<DirtyDay> days = m_log->dirtyDays().value();
        QList<QDate> dates;
        for (const DirtyDay &day : days)
            dates.append(day.day);
        if (!m_log->clearDirty(days))
            dates.clear();
        return dates;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<FakeClock>(at(20, 0));
        m_log = CallLog::open(m_folder->filePath(u"calls.db"_s), *m_clock).value();
    }
    void cleanup() { m_log.reset(); }

    /// Of a call that was handed on the provider has a row for each who had it; a row alone says all there is.
    void aCorrectionOfTheOnlyRowIsTaken()
    {
        const auto row = [](std::chrono::seconds talk) { return told(u"r1"_s, talked(ringing(u"a"_s, at(14, 0)), talk), u"Answered"_s); };
        const auto talk = [this] { return m_log->history({}).value().entries.first().call.talkTime.value_or(0s); };
        QVERIFY(m_log->takeHistory(wholeDay(), {row(300s)}));
        QVERIFY(m_log->takeHistory(wholeDay(), {row(40s)}));
        QCOMPARE(talk(), 40s);
        HistoryRow second = row(20s);
        second.rowId = u"r2"_s;
        QVERIFY(m_log->takeHistory(wholeDay(), {row(40s), second}));
        QCOMPARE(talk(), 40s);
    }

    /// The program did not run when the call ended: its record must hear of it all the same.
    void theEndThatTheHistoryTellsIsNewsForTheRecord()
    {
        const auto handOver = [this] {
            const QList<UndeliveredMark> marks = m_log->undelivered().value();
            for (const UndeliveredMark &mark : marks) {
                QVERIFY(m_log->handedOver(mark));
                QVERIFY(m_log->delivered(mark.call, mark.what));
            }
        };
        m_log->setMarksRecords(true);
        m_log->onCallChanged(ringing(u"a"_s, at(14, 0)));
        QVERIFY(m_log->flush());
        handOver();
        QVERIFY(m_log->undelivered().value().isEmpty());
        const HistoryRow ended = told(u"r1"_s, missed(ringing(u"a"_s, at(14, 0))), u"Missed"_s);
        const HistoryRow unseen = told(u"r2"_s, missed(ringing(u"b"_s, at(15, 0))), u"Missed"_s);
        QVERIFY(m_log->takeHistory(wholeDay(), {ended, unseen}));
        QCOMPARE(m_log->undelivered().value().size(), 1);
        QCOMPARE(m_log->undelivered().value().first().call, id(u"a"_s));
        handOver();
        QVERIFY(m_log->takeHistory(wholeDay(), {ended, unseen}));
        QVERIFY(m_log->undelivered().value().isEmpty());
    }

    /// While it ran nobody knew; a call that nobody took was never answered.
    void anUnansweredCallIsNotAnswered()
    {
        Call running = outgoing(ringing(u"a"_s, at(14, 0)));
        running.state = CallState::Active;
        running.answeredAt = running.startedAt;
        HistoryRow first = told(u"r1"_s, running, u"In Progress"_s);
        first.inProgress = true;
        QVERIFY(m_log->takeHistory(wholeDay(), {first}));
        Call over = outgoing(ringing(u"a"_s, at(14, 0)));
        over.state = CallState::Ended;
        over.reason = EndReason::HungUp;
        over.endedAt = over.startedAt.addSecs(20);
        QVERIFY(m_log->takeHistory(wholeDay(), {told(u"r1"_s, over, u"Unanswered"_s)}));
        QVERIFY(!m_log->history({}).value().entries.first().call.wasAnswered());
        running.state = CallState::Ended;
        running.reason = EndReason::HungUp;
        m_log->onCallChanged(running); // late
        QVERIFY(m_log->flush());
        QVERIFY(!m_log->history({}).value().entries.first().call.wasAnswered());
    }

    void joinsTheLiveCall()
    {
        Call live = missed(ringing(u"a"_s, at(14, 0)));
        live.remote.name = u"LINDQVIST S"_s;
        m_log->onCallChanged(live); // still in memory
        Call other = live;
        other.id = CallId(u"other:a"_s);
        other.remote.name.clear();
        other.reason = EndReason::Voicemail;
        HistoryRow row = told(u"r1"_s, other, u"Voicemail"_s);
        row.transcription = u"Hi, it is Sarah"_s;
        QCOMPARE(m_log->takeHistory(wholeDay(), {row}).value(), (TakenHistory{.added = 1}));
        const HistoryPage page = m_log->history({}).value();
        QCOMPARE(page.entries.size(), 1);
        const LogEntry entry = page.entries.first();
        QCOMPARE(entry.call.id, live.id);
        QCOMPARE(entry.call.reason, EndReason::Voicemail);
        QVERIFY(!entry.call.missedProvisional);
        QCOMPARE(entry.call.remote.name, u"LINDQVIST S"_s);
        QCOMPARE(entry.transcription, u"Hi, it is Sarah"_s);
        QCOMPARE(m_log->entry(live.id).value()->countedAs, QStringList{u"ringcentral:r1"_s});
        // A late event does not overrule it.
        m_log->onCallChanged(live);
        QVERIFY(m_log->flush());
        QCOMPARE(m_log->entry(live.id).value()->call.reason, EndReason::Voicemail);
    }

    void strangersAreNumbersThatNobodyIsLinkedTo()
    {
        for (int i = 0; i < 5; ++i) {
            Call call = missed(ringing(u"s%1"_s.arg(i), at(14, i)));
            call.remote.number = PhoneNumber::fromE164(u"+1303555010%1"_s.arg(i / 2));
            m_log->onCallChanged(call);
        }
        Call withheld = missed(ringing(u"w"_s, at(14, 30)));
        withheld.withheld = true;
        withheld.remote = {};
        m_log->onCallChanged(withheld);
        QVERIFY(m_log->flush());
        const auto numbers = [this](const std::optional<PhoneNumber> &after, int limit) {
            QStringList all;
            const QList<Stranger> strangers = m_log->strangers(after, limit).value();
            for (const Stranger &one : strangers)
                all.append(one.number.e164() + u' ' + one.newest.text());
            return all;
        };
        QCOMPARE(numbers({}, 2), (QStringList{u"+13035550100 ringcentral:s1"_s, u"+13035550101 ringcentral:s3"_s}));
        QCOMPARE(numbers(PhoneNumber::fromE164(u"+13035550101"), 2), QStringList{u"+13035550102 ringcentral:s4"_s});
        m_log->setCustomer(id(u"s1"_s), {.id = CustomerId(u"crm/1"_s), .name = u"Sarah"_s});
        QVERIFY(m_log->flush());
        QCOMPARE(numbers({}, 9), (QStringList{u"+13035550101 ringcentral:s3"_s, u"+13035550102 ringcentral:s4"_s}));
        QCOMPARE(m_log->entry(id(u"s0"_s)).value()->customer.name, u"Sarah"_s);
    }

    void aLiveCallFindsItsHistory()
    {
        Call old = talked(ringing(u"a"_s, at(14, 0)), 60s);
        old.id = CallId(u"justcall:a"_s);
        QVERIFY(m_log->takeHistory(wholeDay(), {told(u"r1"_s, old, u"Answered"_s)}));
        m_log->onCallChanged(missed(ringing(u"a"_s, at(14, 0))));
        QVERIFY(m_log->flush());
        QCOMPARE(m_log->history({}).value().entries.size(), 1);
        m_log->setNote(id(u"a"_s), u"by the live id"_s);
        QCOMPARE(m_log->entry(old.id).value()->note, u"by the live id"_s);
        QCOMPARE(m_log->entry(old.id).value()->call.talkTime, 60s);
    }

    void unchangedRowsChangeNothing()
    {
        const QList<HistoryRow> rows{told(u"r1"_s, talked(ringing(u"a"_s, at(14, 0)), 60s), u"Answered"_s),
                                     told(u"r2"_s, missed(ringing(u"b"_s, at(15, 0))), u"Missed"_s)};
        QCOMPARE(m_log->takeHistory(wholeDay(), rows)->added, 2);
        QCOMPARE(takeDirty(), QList<QDate>{QDate(2026, 11, 20)});
        QSignalSpy changed(m_log.get(), &CallLog::entryChanged);
        QSignalSpy dirtied(m_log.get(), &CallLog::dirtied);
        QCOMPARE(m_log->takeHistory(wholeDay(), {rows.last(), rows.first(), rows.first()}).value(), TakenHistory());
        QVERIFY(takeDirty().isEmpty());
        QCOMPARE(changed.count() + dirtied.count(), 0);
    }

    void editsComeLate()
    {
        HistoryRow row = told(u"r1"_s, talked(ringing(u"a"_s, at(14, 0)), 60s), u"Answered"_s);
        QVERIFY(m_log->takeHistory(wholeDay(), {row}));
        m_log->setNote(id(u"a"_s), u"mine"_s);
        row.recordingUrl = u"https://media.example/1"_s;
        row.note = u"theirs"_s;
        row.disposition = u"Order placed"_s;
        row.rating = 4;
        QCOMPARE(m_log->takeHistory(wholeDay(), {row})->changed, 1);
        LogEntry entry = m_log->entry(id(u"a"_s)).value().value();
        QCOMPARE(entry.note, u"mine"_s); // on its way there
        QCOMPARE(entry.outcome, u"Order placed"_s);
        QCOMPARE(entry.rating, 4.0);
        QCOMPARE(entry.recordingUrl, row.recordingUrl);
        const QList<UndeliveredMark> waiting = m_log->undelivered().value();
        for (const UndeliveredMark &mark : waiting)
            QVERIFY(m_log->handedOver(mark) && m_log->delivered(mark.call, mark.what));
        row.modifiedAt = at(19, 0);
        QVERIFY(m_log->takeHistory(wholeDay(), {row})); // a page from before our note arrived there
        QCOMPARE(m_log->entry(id(u"a"_s)).value()->note, u"mine"_s);
        row.note = u"edited there"_s;
        QVERIFY(m_log->takeHistory(wholeDay(), {row}));
        QCOMPARE(m_log->entry(id(u"a"_s)).value()->note, u"edited there"_s);
        row.note.clear();
        QVERIFY(m_log->takeHistory(wholeDay(), {row}));
        QCOMPARE(m_log->entry(id(u"a"_s)).value()->note, u"edited there"_s);
    }

    void aNoteThatOnlyWeHaveIsNeverReplaced()
    {
        HistoryRow row = told(u"r1"_s, talked(ringing(u"a"_s, at(14, 0)), 60s), u"Answered"_s);
        QVERIFY(m_log->takeHistory(wholeDay(), {row}));
        m_log->setNote(id(u"a"_s), u"mine"_s);
        m_log->setOutcome(id(u"a"_s), u"Order placed"_s);
        QVERIFY(m_log->dropMarks(Delivers::Note, id(u"a"_s)) && m_log->dropMarks(Delivers::Outcome, id(u"a"_s))); // nobody takes them
        row.note = u"a colleague's"_s;
        row.disposition = u"No interest"_s;
        QVERIFY(m_log->takeHistory(wholeDay(), {row}));
        QCOMPARE(m_log->entry(id(u"a"_s)).value()->note, u"mine"_s);
        QCOMPARE(m_log->entry(id(u"a"_s)).value()->outcome, u"Order placed"_s);
    }

    void whatWasSentIsKnownUntilItIsReadBack()
    {
        HistoryRow row = told(u"r1"_s, talked(ringing(u"a"_s, at(14, 0)), 60s), u"Answered"_s);
        row.note = u"IVR: sales"_s;
        QVERIFY(m_log->takeHistory(wholeDay(), {row}));
        const auto say = [this](const QString &note) {
            m_log->setNote(id(u"a"_s), note);
            const QList<UndeliveredMark> waiting = m_log->undelivered().value();
            for (const UndeliveredMark &mark : waiting)
                QVERIFY(m_log->handedOver(mark) && m_log->delivered(mark.call, mark.what));
        };
        const auto story = [this] { return m_log->story(id(u"a"_s)).value().value(); };
        say(u"wants two"_s);
        say(u"wants three"_s);
        QCOMPARE(story().toldNote, u"IVR: sales"_s);
        QCOMPARE(story().sentNotes, (QStringList{u"wants two"_s, u"wants three"_s}));
        row.note = u"IVR: sales\nwants two"_s; // asked for before the second arrived: it is ours, so it may come and go
        QVERIFY(m_log->takeHistory(wholeDay(), {row}));
        QCOMPARE(story().sentNotes.size(), 2);
        row.note = u"IVR: sales\nwants three"_s;
        QVERIFY(m_log->takeHistory(wholeDay(), {row}));
        QCOMPARE(story().entry.note, row.note);
        QVERIFY(story().sentNotes.isEmpty());
        m_log->setNote(id(u"a"_s), u"typed on"_s);
        row.note = u"a colleague's"_s;
        QVERIFY(m_log->takeHistory(wholeDay(), {row}));
        QCOMPARE(story().entry.note, u"typed on"_s); // on its way
    }

    void vanishedRowsAreDeletedAndMayComeBack()
    {
        const HistoryRow first = told(u"r1"_s, talked(ringing(u"a"_s, at(14, 0)), 60s), u"Answered"_s);
        const HistoryRow second = told(u"r2"_s, missed(ringing(u"b"_s, at(15, 0))), u"Missed"_s);
        QVERIFY(m_log->takeHistory(wholeDay(), {first, second}));
        m_log->setNote(id(u"a"_s), u"kept for its note"_s);
        takeDirty();
        HistorySpan morning = wholeDay();
        morning.to = at(12, 0);
        QCOMPARE(m_log->takeHistory(morning, {})->vanished, 0); // not of that span
        HistorySpan colleague = wholeDay();
        colleague.agentEmail = u"dana@example.com"_s;
        QCOMPARE(m_log->takeHistory(colleague, {})->vanished, 0);
        QCOMPARE(m_log->takeRows(wholeDay(), {})->vanished, 0); // an incomplete source
        QSignalSpy removed(m_log.get(), &CallLog::entryRemoved);
        QCOMPARE(m_log->takeHistory(wholeDay(), {})->vanished, 2);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(takeDirty(), QList<QDate>{QDate(2026, 11, 20)});
        QCOMPARE(m_log->history({}).value().entries.size(), 1);
        QVERIFY(m_log->queueFacts(at(0, 0)).value().missed.isEmpty());
        QVERIFY(m_log->countables({}, QDate(2026, 11, 20), QDate(2026, 11, 20)).value().calls.isEmpty());
        QCOMPARE(m_log->takeHistory(wholeDay(), {second})->changed, 1);
        QCOMPARE(m_log->history({}).value().entries.size(), 2);
        QCOMPARE(m_log->queueFacts(at(0, 0)).value().missed.size(), 1);
    }

    void bothDaysOfAMovedCallAreDirty()
    {
        HistoryRow row = told(u"r1"_s, talked(ringing(u"a"_s, at(4, 30)), 60s), u"Answered"_s); // 23:30 of the day before in Toronto
        QVERIFY(m_log->takeHistory(wholeDay(), {row}));
        QCOMPARE(takeDirty(), QList<QDate>{QDate(2026, 11, 19)});
        row.userDay = QDate(2026, 11, 20);
        QVERIFY(m_log->takeHistory(wholeDay(), {row}));
        QCOMPARE(takeDirty(), QList<QDate>({QDate(2026, 11, 20), QDate(2026, 11, 19)}));
    }

    void aDayThatChangedAgainStaysDirty()
    {
        HistoryRow row = told(u"r1"_s, talked(ringing(u"a"_s, at(14, 0)), 60s), u"Answered"_s);
        QVERIFY(m_log->takeHistory(wholeDay(), {row}));
        const QList<DirtyDay> before = m_log->dirtyDays().value();
        row.outcomeWord = u"Missed"_s;
        QVERIFY(m_log->takeHistory(wholeDay(), {row}));
        QVERIFY(m_log->clearDirty(before));
        QCOMPARE(m_log->dirtyDays().value().size(), 1);
        QVERIFY(m_log->markDirty(u"justcall"_s, u" Rep@Example.com "_s, QDate(2026, 11, 1), QDate(2026, 11, 3)));
        QCOMPARE(m_log->dirtyDays().value().size(), 4);
        QCOMPARE(m_log->dirtyDays().value().last().agentEmail, u"rep@example.com"_s);
    }

    void aRunningCallWaits()
    {
        Call call = ringing(u"a"_s, at(14, 0));
        call.state = CallState::Ended; // a careless mapping
        HistoryRow row = told(u"r1"_s, call, u"In Progress"_s);
        row.inProgress = true;
        QVERIFY(m_log->takeHistory(wholeDay(), {row}));
        QVERIFY(m_log->entry(call.id).value()->call.isLive());
        QVERIFY(m_log->entry(call.id).value()->countedAs.isEmpty());
        QVERIFY(m_log->takeHistory(wholeDay(), {told(u"r1"_s, talked(call, 30s), u"Answered"_s)}));
        QCOMPARE(m_log->entry(call.id).value()->call.state, CallState::Ended);
        QCOMPARE(m_log->entry(call.id).value()->call.talkTime, 30s);
    }

    void anyOrderOfRowsGivesTheSameCalls()
    {
        QList<HistoryRow> rows{told(u"r1"_s, missed(ringing(u"a"_s, at(14, 0))), u"Missed"_s),
                               told(u"r2"_s, talked(ringing(u"a"_s, at(14, 0, 20)), 60s), u"Answered"_s), // the second leg of one session
                               told(u"r3"_s, talked(outgoing(ringing(u"b"_s, at(15, 0))), 90s), u"Answered"_s),
                               told(u"r4"_s, missed(ringing(u"c"_s, at(13, 0))), u"Missed"_s)};
        QList<LogEntry> expected;
        const auto byId = [](const HistoryRow &left, const HistoryRow &right) { return left.rowId < right.rowId; };
        do {
            QVERIFY(m_log->wipe());
            QVERIFY(m_log->takeHistory(wholeDay(), rows));
            const QList<LogEntry> entries = m_log->history({}).value().entries;
            QCOMPARE(entries.size(), 3);
            if (expected.isEmpty())
                expected = entries;
            QCOMPARE(entries, expected);
        } while (std::next_permutation(rows.begin(), rows.end(), byId));
        QCOMPARE(expected.at(1).call.talkTime, 60s);
        QCOMPARE(expected.last().settlement.how, Settling::CalledAgain);
    }

    void badRowsRefuseTheWhole()
    {
        HistoryRow bad = told(u"r2"_s, ringing(u"b"_s, QDateTime()), u"Missed"_s);
        const HistoryRow good = told(u"r1"_s, missed(ringing(u"a"_s, at(14, 0))), u"Missed"_s);
        QCOMPARE(m_log->takeHistory(wholeDay(), {good, bad}).error().kind, ErrorKind::BadPayload);
        QVERIFY(m_log->history({}).value().entries.isEmpty());
        QVERIFY(m_log->readSpans(u"ringcentral"_s, u"rep@example.com"_s).value().isEmpty());
    }

    void remembersWhatWasRead()
    {
        QVERIFY(m_log->takeHistory(wholeDay(), {}));
        const QDateTime first = m_clock->now();
        m_clock->advance(1h);
        HistorySpan noon = wholeDay();
        noon.from = at(11, 0);
        noon.to = at(13, 0);
        QVERIFY(m_log->takeHistory(noon, {}));
        const QList<ReadSpan> expected{{.from = at(0, 0), .to = at(11, 0), .readAt = first},
                                       {.from = at(11, 0), .to = at(13, 0), .readAt = m_clock->now()},
                                       {.from = at(13, 0), .to = at(0, 0).addDays(1), .readAt = first}};
        QCOMPARE(m_log->readSpans(u"ringcentral"_s, u"REP@example.com"_s).value(), expected);
        QVERIFY(m_log->readSpans(u"ringcentral"_s, u"rep@example.com"_s, true).value().isEmpty());
        QVERIFY(m_log->takeHistory(wholeDay(), {}));
        QCOMPARE(m_log->readSpans(u"ringcentral"_s, u"rep@example.com"_s).value().size(), 1);
        QVERIFY(!m_log->kept(u"cursor"_s).value());
        QVERIFY(m_log->keep(u"cursor"_s, "41") && m_log->keep(u"cursor"_s, "42"));
        QCOMPARE(m_log->kept(u"cursor"_s).value(), QByteArray("42"));
    }

    void textsLikewise()
    {
        Message text{.id = MessageId(u"m1"_s), .source = u"ringcentral"_s, .direction = CallDirection::Outbound};
        text.remote.number = number(1);
        text.text = u"The price list"_s;
        text.sentAt = at(15, 0);
        m_log->onText(text); // seen live first
        QVERIFY(m_log->flush());
        QVERIFY(m_log->dirtyDays().value().isEmpty());
        QCOMPARE(m_log->takeTexts(wholeDay(), {text})->changed, 1);
        QCOMPARE(takeDirty(), QList<QDate>{QDate(2026, 11, 20)});
        QCOMPARE(m_log->takeTexts(wholeDay(), {text}).value(), TakenHistory());
        QCOMPARE(m_log->texts({number(1)}, 10).value().first().text, text.text);
        QCOMPARE(m_log->totals(at(0, 0), at(23, 0)).value().textsSent, 1);
        QCOMPARE(m_log->takeTexts(wholeDay(), {})->vanished, 1);
        QVERIFY(m_log->texts({number(1)}, 10).value().isEmpty());
        const Countables counted = m_log->countables(u"rep@example.com"_s, QDate(2026, 11, 20), QDate(2026, 11, 20)).value();
        QCOMPARE(counted.texts.size(), 1);
        QVERIFY(counted.texts.first().deleted && counted.texts.first().text.isEmpty());
        QCOMPARE(m_log->readSpans(u"ringcentral"_s, u"rep@example.com"_s, true).value().size(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_LogHistory)
#include "tst_loghistory.moc"
