#include <callcard/customerpast.h>

#include <callcard/testing/fakeclock.h>

#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

class tst_CustomerPast : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    testing::FakeClock m_clock{QDateTime(QDate(2026, 11, 20), QTime(15, 0), Qt::UTC)};
    std::unique_ptr<CallLog> m_log;
    int m_calls = 0;

    static PhoneNumber number(int last) { return *PhoneNumber::fromE164(u"+1303555014%1"_s.arg(last)); }

    CallId call(int last, int daysAgo, bool answered, CallDirection direction = CallDirection::Outbound)
    {
        Call call;
        call.id = CallId(u"demo:%1"_s.arg(++m_calls));
        call.sessionId = call.id.text();
        call.source = u"demo"_s;
        call.direction = direction;
        call.state = CallState::Ended;
        call.reason = answered ? EndReason::HungUp : EndReason::Missed;
        call.remote.number = number(last);
        call.startedAt = m_clock.now().addDays(-daysAgo);
        call.endedAt = call.startedAt.addSecs(60);
        if (answered) {
            call.answeredAt = call.startedAt.addSecs(5);
            call.talkTime = std::chrono::seconds(50);
        }
        m_log->onCallChanged(call);
        if (!m_log->flush())
            qFatal("the log cannot be written");
        return call.id;
    }

    static ui::CustomerRecord ann()
    {
        ui::CustomerRecord record;
        record.customer.id = CustomerId(u"crm/1"_s);
        record.customer.origins = {{u"crm"_s, u"1"_s}, {u"list.csv"_s, u"77"_s}};
        record.customer.numbers = {{.number = number(2)}, {.number = number(3)}};
        return record;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_log = CallLog::open(m_folder->filePath(u"log.db"_s), m_clock).value();
    }
    void cleanup() { m_log.reset(); }

    void nothingIsKnownOfANewOne()
    {
        ui::CustomerRecord record = ann();
        QVERIFY(addPast(*m_log, QTimeZone::utc(), record));
        QCOMPARE(record, ann());
    }

    void tellsCallsTextsNoteAndPromise()
    {
        const CallId first = call(2, 400, true);
        call(3, 3, true);
        call(3, 2, true);
        const CallId missed = call(2, 1, false, CallDirection::Inbound);
        m_log->setNote(first, u"Likes mornings"_s);
        m_log->onText({.id = MessageId(u"demo:t1"_s),
                       .source = u"demo"_s,
                       .remote = {.number = number(2)},
                       .text = u"Thanks"_s,
                       .sentAt = m_clock.now().addDays(-2).addSecs(60)});
        // Promised to a record that the directory knows by another of its origins.
        m_log->addPromise({.customer = CustomerId(u"list.csv/77"_s), .text = u"Send the quote"_s});
        m_log->addPromise({.customer = CustomerId(u"crm/2"_s), .text = u"Somebody else's"_s, .due = QDate(2026, 11, 1)});
        QVERIFY(m_log->flush());

        ui::CustomerRecord record = ann();
        QVERIFY(addPast(*m_log, QTimeZone::utc(), record));
        QVERIFY(record.promise);
        QCOMPARE(record.promise->text, u"Send the quote"_s);
        QCOMPARE(record.lastNote, u"Likes mornings"_s);
        QCOMPARE(record.lastNoteOf, first);
        QVERIFY(record.usualNumber);
        QCOMPARE(*record.usualNumber, number(3));
        QCOMPARE(record.events.size(), 5);
        QCOMPARE(record.events.at(0).entry->call.id, missed);
        QVERIFY(record.events.at(1).text);
        QCOMPARE(record.events.at(4).entry->call.id, first);
        QCOMPARE(record.eventCount, 5);
        QCOMPARE(record.eventsSince, m_clock.now().addDays(-400).date());
    }

    void aSharedNumbersCallsAreWithWhomTheyWere()
    {
        const CallId ours = call(2, 2, true);
        const CallId theirs = call(2, 1, true);
        m_log->setCustomer(ours, {.id = CustomerId(u"crm/1"_s), .name = u"Ann"_s});
        m_log->setCustomer(theirs, {.id = CustomerId(u"crm/2"_s), .name = u"Ben"_s});
        m_log->setNote(theirs, u"Ben's business"_s);
        QVERIFY(m_log->flush());
        ui::CustomerRecord record = ann();
        QVERIFY(addPast(*m_log, QTimeZone::utc(), record));
        QCOMPARE(record.events.size(), 1);
        QCOMPARE(record.events.at(0).entry->call.id, ours);
        QVERIFY(record.lastNote.isEmpty());
    }

    void aFailedReadIsSaid()
    {
        call(2, 1, true);
        m_log.reset();
        QFile file(m_folder->filePath(u"log.db"_s));
        QVERIFY(file.exists());
        auto log = CallLog::openReadOnly(file.fileName(), m_clock);
        QVERIFY(log);
        // Torn from under the reader: every page is noise.
        QVERIFY(file.open(QFile::ReadWrite));
        const QByteArray noise(static_cast<qsizetype>(file.size()), '\x5a');
        QCOMPARE(file.write(noise), noise.size());
        file.close();
        ui::CustomerRecord record = ann();
        QVERIFY(!addPast(**log, QTimeZone::utc(), record));
    }
};

QTEST_GUILESS_MAIN(tst_CustomerPast)
#include "tst_customerpast.moc"
