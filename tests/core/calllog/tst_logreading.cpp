#include "logvalues.h"

#include <callcard/callfigures.h>
#include <callcard/logcopy.h>
#include <callcard/testing/fakeclock.h>
#include <callcard/textreplies.h>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace std::chrono_literals;

/// Pages, search, totals, what the figures count, and privacy.
class tst_LogReading : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<CallLog> m_log;
    static CallId id(const QString &session) { return CallId(QString(u"ringcentral:"_s + session)); }
    QString path() const { return m_folder->filePath(u"calls.db"_s); }
    QStringList sessions(const HistoryQuery &query) const
    {
        QStringList list;
        const HistoryPage page = m_log->history(query).value();
        for (const LogEntry &entry : page.entries)
            list.append(entry.call.sessionId);
        return list;
    }
    QStringList people(const HistoryQuery &query) const
    {
        QStringList list;
        const PeoplePage page = m_log->people(query).value();
        for (const PersonEntry &person : page.people)
            list.append(QString(person.newest.call.sessionId + u'×' + QString::number(person.calls)));
        return list;
    }

private Q_SLOTS:
    /// Five calls: a and e from 1, b voicemail from 2, c outgoing to 3, d withheld.
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<FakeClock>(at(20, 0));
        m_log = CallLog::open(path(), *m_clock).value();
        m_log->onCallChanged(talked(ringing(u"a"_s, at(9, 0), 1), 222s));
        Call voicemail = missed(ringing(u"b"_s, at(10, 0), 2), false);
        voicemail.reason = EndReason::Voicemail;
        m_log->onCallChanged(voicemail);
        m_log->onCallChanged(talked(outgoing(ringing(u"c"_s, at(11, 0), 3)), 485s));
        Call withheld = missed(ringing(u"d"_s, at(12, 0)), false);
        withheld.withheld = true;
        withheld.remote = {};
        m_log->onCallChanged(withheld);
        m_log->onCallChanged(missed(ringing(u"e"_s, at(13, 0), 1), false));
        m_log->setCustomer(id(u"c"_s), {.id = CustomerId(u"3"_s), .name = u"Ana Beltrán"_s, .company = u"Casa Beltrán Foods"_s});
        m_log->setNote(id(u"a"_s), u"Freight approved at $310. Ship Monday"_s);
        m_log->setOutcome(id(u"c"_s), u"Order placed"_s);
    }
    void cleanup() { m_log.reset(); }

    void filters_data()
    {
        QTest::addColumn<int>("filter");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("all") << static_cast<int>(HistoryFilter::All) << QStringList{u"e"_s, u"d"_s, u"c"_s, u"b"_s, u"a"_s};
        QTest::newRow("missed") << static_cast<int>(HistoryFilter::Missed) << QStringList{u"e"_s, u"d"_s, u"b"_s};
        QTest::newRow("incoming") << static_cast<int>(HistoryFilter::Incoming) << QStringList{u"e"_s, u"d"_s, u"b"_s, u"a"_s};
        QTest::newRow("outgoing") << static_cast<int>(HistoryFilter::Outgoing) << QStringList{u"c"_s};
        QTest::newRow("voicemail") << static_cast<int>(HistoryFilter::Voicemail) << QStringList{u"b"_s};
    }
    void filters()
    {
        QFETCH(int, filter);
        QFETCH(QStringList, expected);
        HistoryQuery query{.filter = static_cast<HistoryFilter>(filter), .limit = 2};
        QStringList read;
        while (true) { // page by page
            const HistoryPage page = m_log->history(query).value();
            for (const LogEntry &entry : page.entries)
                read.append(entry.call.sessionId);
            if (!page.more)
                break;
            QCOMPARE(page.entries.size(), 2);
            query.before = page.entries.last().place;
        }
        QCOMPARE(read, expected);
    }

    void finds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("word of a note") << u"freight"_s << QStringList{u"a"_s};
        QTest::newRow("words in any order") << u"monday FREI"_s << QStringList{u"a"_s};
        QTest::newRow("without accents") << u"beltran"_s << QStringList{u"c"_s};
        QTest::newRow("inside a word") << u"eltr"_s << QStringList{u"c"_s};
        QTest::newRow("two letters") << u"an"_s << QStringList{u"c"_s};
        QTest::newRow("a long and a short word") << u"casa an"_s << QStringList{u"c"_s};
        QTest::newRow("two short words") << u"at $3"_s << QStringList{u"a"_s};
        QTest::newRow("outcome") << u"order"_s << QStringList{u"c"_s};
        QTest::newRow("part of a number") << u"5550002"_s << QStringList{u"b"_s};
        QTest::newRow("number with brackets") << u"(416) 555-0001"_s << QStringList{u"e"_s, u"a"_s};
        QTest::newRow("nothing") << u"zebra"_s << QStringList{};
        QTest::newRow("quotes") << u"\"freight\" OR 1"_s << QStringList{};
        QTest::newRow("a star") << u"fre*"_s << QStringList{};
        QTest::newRow("like's own signs") << u"%"_s << QStringList{};
        QTest::newRow("blank") << u"   "_s << QStringList{u"e"_s, u"d"_s, u"c"_s, u"b"_s, u"a"_s};
        QTest::newRow("endless") << QString(10'000, u'z') << QStringList{};
    }
    void finds()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, expected);
        QCOMPARE(sessions({.text = text}), expected);
    }

    void findsWhatChanged()
    {
        m_log->setNote(id(u"a"_s), u"cancelled"_s);
        QVERIFY(sessions({.text = u"freight"_s}).isEmpty());
        QCOMPARE(sessions({.text = u"cancel"_s}), QStringList{u"a"_s});
        // A call that turns out to have begun earlier moves in the order and is still found.
        Call earlier = talked(ringing(u"a"_s, at(8, 59), 1), 222s);
        m_log->onCallChanged(earlier);
        QVERIFY(m_log->flush());
        QCOMPARE(sessions({.text = u"cancel"_s}), QStringList{u"a"_s});
        QCOMPARE(sessions({.from = at(8, 0), .to = at(9, 0)}), QStringList{u"a"_s});
        QVERIFY(sessions({.from = at(9, 0), .to = at(10, 0)}).isEmpty());
    }

    void narrowsToASpanAndACustomer()
    {
        QCOMPARE(sessions({.from = at(10, 0), .to = at(12, 0)}), QStringList({u"c"_s, u"b"_s}));
        QCOMPARE(sessions({.numbers = {number(1), number(2)}}), QStringList({u"e"_s, u"b"_s, u"a"_s}));
        QCOMPARE(sessions({.customer = CustomerId(u"3"_s)}), QStringList{u"c"_s});
        QCOMPARE(sessions({.customer = CustomerId(u"3"_s), .numbers = {number(2)}}), QStringList({u"c"_s, u"b"_s}));
        QCOMPARE(sessions({.text = u"freight"_s, .numbers = {number(1)}}), QStringList{u"a"_s});
        QCOMPARE(sessions({.filter = HistoryFilter::Missed, .numbers = {number(1)}}), QStringList{u"e"_s});
        QVERIFY(sessions({.customer = CustomerId(u"none"_s)}).isEmpty());
    }

    void listsPeople()
    {
        QCOMPARE(people({}), QStringList({u"e×2"_s, u"c×1"_s, u"b×1"_s}));
        QCOMPARE(people({.filter = HistoryFilter::Incoming}), QStringList({u"e×2"_s, u"b×1"_s}));
        QCOMPARE(people({.to = at(12, 0)}), QStringList({u"c×1"_s, u"b×1"_s, u"a×1"_s}));
        QCOMPARE(people({.text = u"freight"_s}), QStringList{u"a×2"_s});
        HistoryQuery query{.limit = 2};
        for (const QString &text : {QString(), u"4165"_s}) {
            query.text = text;
            query.before = 0;
            const PeoplePage first = m_log->people(query).value();
            QVERIFY(first.more);
            query.before = first.people.last().newest.place;
            const PeoplePage second = m_log->people(query).value();
            QCOMPARE(second.people.size(), 1);
            QVERIFY(!second.more);
        }
    }

    void whomThereWasMostWith()
    {
        const auto figures = CallFigures::open(path()).value();
        const QList<PersonEntry> busiest = figures->busiest(at(0, 0), at(23, 0), 2).value();
        QCOMPARE(busiest.size(), 2);
        QCOMPARE(busiest.first().newest.call.sessionId, u"e"_s);
        QCOMPARE(busiest.first().calls, 2);
        QCOMPARE(busiest.last().newest.call.sessionId, u"c"_s); // the newer of those with one
        QCOMPARE(figures->busiest(at(9, 30), at(10, 30), 5).value().first().newest.call.sessionId, u"b"_s);
        QVERIFY(figures->busiest(at(14, 0), at(23, 0), 5).value().isEmpty());
    }

    void whoWasCalledBack()
    {
        const auto figures = CallFigures::open(path()).value();
        QVERIFY(figures->calledBack(at(0, 0), at(23, 0)).value().isEmpty());
        m_log->onCallChanged(talked(outgoing(ringing(u"f"_s, at(10, 18), 2)), 60s));
        QVERIFY(m_log->flush());
        const QList<CalledBack> back = figures->calledBack(at(0, 0), at(23, 0)).value();
        QCOMPARE(back.size(), 1);
        QCOMPARE(back.first().missedAt, at(10, 0));
        QVERIFY(back.first().reachedAt >= at(10, 18));
        QVERIFY(figures->calledBack(at(11, 0), at(23, 0)).value().isEmpty());
    }

    void repliesToTexts_data()
    {
        QTest::addColumn<QString>("conversation"); // an hour a letter: i came in, o went out, d came in and was deleted, a dot is a day
        QTest::addColumn<int>("asked");
        QTest::addColumn<int>("replied");
        QTest::newRow("nothing") << QString() << 0 << 0;
        QTest::newRow("replied") << u"io"_s << 1 << 1;
        QTest::newRow("not replied") << u"i"_s << 1 << 0;
        QTest::newRow("several are one question") << u"iiio"_s << 1 << 1;
        QTest::newRow("two questions") << u"ioio"_s << 2 << 2;
        QTest::newRow("we began") << u"oio"_s << 1 << 1;
        QTest::newRow("only we wrote") << u"oo"_s << 0 << 0;
        QTest::newRow("too late") << u"i.o"_s << 1 << 0;
        QTest::newRow("asked again a day later") << u"i.io"_s << 2 << 1;
        QTest::newRow("deleted") << u"do"_s << 0 << 0;
    }

    void repliesToTexts()
    {
        QFETCH(const QString, conversation);
        QList<Message> texts;
        QDateTime when = at(9, 0);
        for (const QChar letter : conversation) {
            when = when.addSecs(letter == u'.' ? 24 * 3600 : 3600);
            if (letter == u'.')
                continue;
            Message text{.id = MessageId(QString::number(texts.size())),
                         .direction = letter == u'o' ? CallDirection::Outbound : CallDirection::Inbound};
            text.remote.number = number(7);
            text.sentAt = when;
            text.deleted = letter == u'd';
            texts.prepend(text); // in any order
        }
        TextReplies sum;
        for (const TextReplies &day : textReplies(texts, QTimeZone::utc())) {
            sum.asked += day.asked;
            sum.replied += day.replied;
        }
        QTEST(sum.asked, "asked");
        QTEST(sum.replied, "replied");
    }

    void totalsOfADay()
    {
        const LogTotals totals = m_log->totals(at(0, 0), at(23, 0)).value();
        QCOMPARE(totals, (LogTotals{.calls = 5, .answered = 2, .missed = 3, .waiting = 2, .talk = 707s}));
        QCOMPARE(m_log->totals(at(14, 0), at(23, 0)).value(), LogTotals());
    }

    /// A word of ours that the provider never used is none of its.
    void aProvidersOutcomesAreLearnedFromItsHistory()
    {
        QVERIFY(m_log->knownOutcomes().value().isEmpty()); // though somebody wrote one on a call
        HistoryRow row = told(u"j1"_s, talked(ringing(u"j1"_s, at(9, 0), 1), 10s), u"Answered"_s);
        HistoryRow second = told(u"j2"_s, talked(ringing(u"j2"_s, at(10, 0), 1), 10s), u"Answered"_s);
        HistoryRow third = told(u"j3"_s, talked(ringing(u"j3"_s, at(11, 0), 1), 10s), u"Answered"_s);
        row.disposition = u"Sales: Won"_s;
        second.disposition = third.disposition = u"Sales: Call again"_s;
        QVERIFY(m_log->takeRows(wholeDay(), {row, second, third}));
        QCOMPARE(m_log->knownOutcomes().value(), (QStringList{u"Sales: Call again"_s, u"Sales: Won"_s}));
        m_log->setOutcome(row.call.id, u"Interested"_s);
        QVERIFY(!m_log->knownOutcomes().value().contains(u"Interested"_s));
    }

    void countsWhatTheProviderHasAndWhatItWillHave()
    {
        QVERIFY(m_log->takeHistory(wholeDay(), {told(u"r1"_s, talked(ringing(u"a"_s, at(9, 0), 1), 222s), u"Answered"_s)}));
        const Countables found = m_log->countables(u"Rep@Example.com"_s, QDate(2026, 11, 20), QDate(2026, 11, 20)).value();
        QCOMPARE(found.calls.size(), 5);
        QCOMPARE(found.calls.first().rowId, u"r1"_s);
        QCOMPARE(found.calls.first().talkTime, 222s);
        QVERIFY(!found.calls.first().provisional);
        QVERIFY(found.calls.at(1).provisional);
        QCOMPARE(found.calls.at(1).outcomeWord, u"Voicemail"_s);
        QVERIFY(m_log->countables(u"dana@example.com"_s, QDate(2026, 11, 20), QDate(2026, 11, 20)).value().calls.isEmpty());
        QVERIFY(m_log->countables({}, QDate(2026, 11, 10), QDate(2026, 11, 12)).value().calls.isEmpty());
    }

    void copiesEveryTextAndPromise()
    {
        const auto text = [](const QString &name, const QDateTime &when, const std::optional<PhoneNumber> &from = number(142)) {
            Message text{.id = MessageId(name), .source = u"ringcentral"_s, .agentEmail = u"rep@example.com"_s, .text = name};
            text.remote.number = from;
            text.sentAt = when;
            return text;
        };
        Message unsaid = text(u"unsaid"_s, at(9, 5));
        unsaid.deleted = true;
        // Two of one moment, one without a number, one that somebody wanted forgotten.
        for (const Message &live : {text(u"b"_s, at(9, 0)), text(u"c"_s, at(9, 0)), text(u"short"_s, at(10, 0), {}), unsaid,
                                    text(u"forgotten"_s, at(9, 30), number(143))})
            m_log->onText(live);
        QVERIFY(m_log->flush().has_value());
        QVERIFY(m_log->forget({}, {number(143)}).has_value());
        HistorySpan earlier = wholeDay();
        earlier.to = at(8, 30);
        QVERIFY(m_log->takeTexts(earlier, {text(u"a"_s, at(8, 0))}).has_value());
        m_log->addPromise({.customer = CustomerId(u"3"_s), .text = u"samples"_s, .due = QDate(2026, 11, 24)}, number(3), id(u"c"_s));
        m_log->addPromise({.text = u"a call"_s}, number(2));
        m_log->setPromiseDone(m_log->openPromises()->first().id, true);

        const auto copy = LogCopy::open(path());
        QVERIFY(copy.has_value());
        QStringList texts;
        std::optional<Message> last;
        for (qsizetype got = 2; got == 2;) {
            const Result<QList<Message>> page = (*copy)->texts(last, 2);
            QVERIFY(page.has_value());
            for (const Message &one : *page)
                texts.append(one.text);
            got = page->size();
            if (got > 0)
                last = page->last();
        }
        QCOMPARE(texts, (QStringList{u"a"_s, u"b"_s, u"c"_s, u"short"_s}));

        const Result<QList<KeptPromise>> first = (*copy)->promises(0, 1);
        QVERIFY(first.has_value());
        QCOMPARE(first->size(), 1);
        QCOMPARE(first->first().promise.text, u"samples"_s);
        QVERIFY(first->first().promise.done);
        QCOMPARE(first->first().call, id(u"c"_s));
        QCOMPARE(first->first().number, number(3));
        const Result<QList<KeptPromise>> second = (*copy)->promises(first->first().promise.id, 2);
        QVERIFY(second.has_value());
        QCOMPARE(second->size(), 1);
        QVERIFY(!second->first().promise.done && second->first().call.isEmpty() && !second->first().promise.due.isValid());

        const auto missing = LogCopy::open(m_folder->filePath(u"other.db"_s));
        QVERIFY(!missing.has_value());
        QCOMPARE(missing.error().kind, ErrorKind::Storage);
    }

    void prunesWhatIsOld()
    {
        m_log->addPromise({.text = u"a sample"_s}, number(2), id(u"b"_s));
        m_log->onText({.id = MessageId(u"m"_s), .source = u"ringcentral"_s, .sentAt = at(9, 0)});
        m_clock->advance(240h);
        m_log->onCallChanged(missed(ringing(u"f"_s, m_clock->now(), 9)));
        QVERIFY(m_log->flush());
        QSignalSpy dirtied(m_log.get(), &CallLog::dirtied);
        // Undelivered: the note of a and the outcome of c; promised: b.
        QCOMPARE(m_log->prune(std::chrono::days(5)).value(), 3);
        QCOMPARE(sessions({}), QStringList({u"f"_s, u"c"_s, u"b"_s, u"a"_s}));
        QCOMPARE(dirtied.count(), 0);
        const QList<UndeliveredMark> waiting = m_log->undelivered().value();
        for (const UndeliveredMark &mark : waiting)
            QVERIFY(m_log->handedOver(mark) && m_log->delivered(mark.call, mark.what));
        QCOMPARE(m_log->prune(std::chrono::days(5)).value(), 2);
        QVERIFY(sessions({.text = u"freight"_s}).isEmpty());
        QCOMPARE(m_log->prune(std::chrono::days(5)).value(), 0);
    }

    void forgetsSomebodyButNotTheFigures()
    {
        const HistoryRow row = told(u"r1"_s, talked(ringing(u"a"_s, at(9, 0), 1), 222s), u"Answered"_s);
        QVERIFY(m_log->takeHistory(wholeDay(), {row}));
        Message text{.id = MessageId(u"m"_s), .source = u"ringcentral"_s, .direction = CallDirection::Outbound};
        text.remote.number = number(1);
        text.text = u"Xylophone"_s;
        text.sentAt = at(9, 0);
        m_log->onText(text);
        m_log->addPromise({.text = u"a sample"_s}, number(1), id(u"a"_s));
        m_log->setStar(u"n:+14165550001"_s, true);
        QVERIFY(m_log->forget({}, {number(1)}));
        QCOMPARE(sessions({}), QStringList({u"d"_s, u"c"_s, u"b"_s}));
        QVERIFY(m_log->openPromises().value().isEmpty());
        QVERIFY(m_log->queueFacts(at(0, 0)).value().stars.isEmpty());
        QVERIFY(m_log->memoryOf({}, row.call.remote).firstCall);
        // The provider still has them: they count, and stay forgotten.
        QVERIFY(m_log->takeHistory(wholeDay(), {row}) && m_log->takeTexts(wholeDay(), {text}));
        QCOMPARE(sessions({}).size(), 3);
        const Countables counted = m_log->countables(u"rep@example.com"_s, QDate(2026, 11, 20), QDate(2026, 11, 20)).value();
        QCOMPARE(counted.calls.first().rowId, u"r1"_s);
        QVERIFY(counted.calls.first().call.isEmpty());
        QVERIFY(m_log->texts({number(1)}, 10).value().isEmpty());
        m_log.reset();
        QFile file(path());
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains("Order placed"));
        QVERIFY(!bytes.contains("Freight") && !bytes.contains("freight") && !bytes.contains("Xylophone"));
    }

    void wipesEverything()
    {
        QSignalSpy cleared(m_log.get(), &CallLog::cleared);
        QVERIFY(m_log->wipe());
        QCOMPARE(cleared.count(), 1);
        QVERIFY(sessions({}).isEmpty() && m_log->undelivered().value().isEmpty());
        m_log->onCallChanged(ringing(u"z"_s, at(20, 0)));
        QVERIFY(m_log->flush());
        QCOMPARE(sessions({}).size(), 1);
        m_log.reset();
        QFile file(path());
        QVERIFY(file.open(QFile::ReadOnly));
        QVERIFY(!file.readAll().contains("Beltr"));
    }
};

QTEST_GUILESS_MAIN(tst_LogReading)
#include "tst_logreading.moc"
