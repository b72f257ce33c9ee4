#include "ringcentralrun.h"

#include <QSet>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// The call log and the message store as the provider's history: whole or an error.
class tst_RingCentralHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhoIsWho()
    {
        RingCentralRun run;
        run.stage.startCall({{"from", "+13035550187"}});
        run.stage.control("call.answer");
        const auto self = run.outcome(run.subject.history().agents(u" DANA.Whitfield@northgate-supply.example "_s, {}));
        QVERIFY2(self, qPrintable(self ? QString() : self.error().detail));
        QCOMPARE(self->size(), 1);
        QCOMPARE(self->first().id, u"8100002004"_s);
        QCOMPARE(self->first().timeZone, u"America/Denver"_s);
        QCOMPARE(self->first().onCall, std::optional(true));
        QCOMPARE(self->first().available, std::optional(false));
        const auto colleague = run.outcome(run.subject.history().agents(u"theo.marsh@northgate-supply.example"_s, {}));
        QVERIFY(colleague);
        QCOMPARE(colleague->first().timeZone, u"America/New_York"_s);
        QCOMPARE(colleague->first().onCall, std::optional(false));
        const auto nobody = run.outcome(run.subject.history().agents(u"nobody@northgate-supply.example"_s, {}));
        QVERIFY(nobody);
        QVERIFY(nobody->isEmpty());
        const auto all = run.outcome(run.subject.history().agents(QString(), {}));
        QVERIFY(all);
        QCOMPARE(all->size(), 5);
        QCOMPARE(all->first().onCall, std::optional(true));
    }

    void whoIsOnACallIsOneQuestionALook()
    {
        RingCentralRun run;
        QVERIFY(run.outcome(run.subject.history().agents(QString(), {})));
        const auto asked = [&] { return run.asked("GET", "/restapi/v1.0/account/"); };
        int before = asked();
        run.stage.startCall({{"from", "+13035550187"}});
        run.stage.control("call.answer");
        const auto look = run.outcome(run.subject.history().agents(QString(), {}));
        QVERIFY(look);
        QCOMPARE(asked() - before, 1); // of everybody's presence; who everybody is, is known
        QCOMPARE(look->first().onCall, std::optional(true));
        // Somebody who is not in the list may be new, so it is read anew; and after a while it is anyway.
        before = asked();
        QVERIFY(run.outcome(run.subject.history().agents(u"nobody@northgate-supply.example"_s, {}))->isEmpty());
        QCOMPARE(asked() - before, 1);
        run.stage.clock().advance(31min);
        before = asked();
        QVERIFY(run.outcome(run.subject.history().agents(QString(), {})));
        QCOMPARE(asked() - before, 2);
    }

    void tellsCallsOfASpan()
    {
        RingCentralRun run;
        const QDateTime begin = run.stage.clock().now();
        playCalls(run, 3);
        const QDateTime middle = run.stage.clock().now();
        playCalls(run, 2);
        run.stage.advance(40s);
        const auto calls = run.outcome(run.subject.history().calls(self(), {begin, middle}, {}));
        QVERIFY2(calls, qPrintable(calls ? QString() : calls.error().detail));
        QCOMPARE(calls->size(), 3);
        for (const HistoricCall &call : *calls) {
            QVERIFY(call.event.settled);
            QCOMPARE(call.outcomeWord, u"Accepted"_s);
            QVERIFY(call.event.talkTime && *call.event.talkTime >= 4s);
        }
        const auto before = run.outcome(run.subject.history().calls(self(), {begin.addDays(-2), begin}, {}));
        QVERIFY(before);
        QVERIFY(before->isEmpty());
    }

    void manyPagesAndRowsThatMove()
    {
        RingCentralRun run;
        const QDateTime begin = run.stage.clock().now();
        constexpr int kCalls = 2300;
        qint64 newest = 0;
        for (int i = 0; i < kCalls; ++i) { // without letting sockets breathe in between
            newest = run.stage.startCall({{"from", "+13035550187"}});
            run.stage.control("call.giveup");
            run.stage.control("clock.advance", {{"seconds", 7}});
        }
        const QDateTime end = begin.addSecs(7 * kCalls);
        run.stage.control("clock.advance", {{"seconds", 60}});
        std::optional<Result<QList<HistoricCall>>> calls;
        TaskScope scope;
        scope.start(keep(run.subject.history().calls(self(), {begin, end}, scope.stopToken()), calls));
        // While the pages are read, the newest rows go away and another comes late.
        QVERIFY(run.stage.eventually([&] { return run.asked("GET", "/call-log") >= 1; }));
        for (int gone = 0; gone < 40; ++gone)
            run.stage.control("call.edit", {{"call", newest - gone}, {"deleted", true}});
        QVERIFY(run.stage.eventually([&] { return calls.has_value(); }, 60s));
        QVERIFY2(calls->has_value(), qPrintable(*calls ? QString() : calls->error().detail));
        QSet<QString> rows;
        for (const HistoricCall &call : std::as_const(**calls))
            rows.insert(call.rowId);
        QCOMPARE(rows.size(), (*calls)->size()); // none twice
        QVERIFY2(rows.size() >= kCalls - 41, QByteArray::number(rows.size()).constData());
        QCOMPARE(run.asked("GET", "/call-log"), 3); // a page each, and no more
    }

    void aPageThatFailsIsNoShorterList_data()
    {
        QTest::addColumn<QByteArray>("kind");
        for (const char *kind : {"503", "cut", "half", "html", "403", "drop"})
            QTest::newRow(kind) << QByteArray(kind);
    }

    void aPageThatFailsIsNoShorterList()
    {
        QFETCH(const QByteArray, kind);
        RingCentralRun run;
        const QDateTime begin = run.stage.clock().now();
        playCalls(run, 1);
        run.stage.advance(40s);
        run.stage.addFault("ringcentral", kind.toStdString(), {{"path", "*/call-log"}});
        run.stage.addFault("ringcentral", kind.toStdString(), {{"path", "*/message-store"}});
        const Span span{begin, run.stage.clock().now()};
        QVERIFY(!run.outcome(run.subject.history().calls(self(), span, {})));
        QVERIFY(!run.outcome(run.subject.history().texts(self(), span, {})));
    }

    void recordsThatComeLateAreThereNextTime()
    {
        RingCentralRun run;
        const QDateTime begin = run.stage.clock().now();
        const qint64 number = playCalls(run, 1);
        const Span span{begin, begin.addSecs(3600)};
        const auto early = run.outcome(run.subject.history().calls(self(), span, {}));
        QVERIFY(early);
        QCOMPARE(early->size(), 0); // the log lags
        run.stage.advance(40s);
        const auto late = run.outcome(run.subject.history().calls(self(), span, {}));
        QVERIFY(late);
        QCOMPARE(late->size(), 1);
        run.stage.control("call.edit", {{"call", number}, {"recorded", true}});
        run.stage.advance(40s);
        const auto edited = run.outcome(run.subject.history().calls(self(), span, {}));
        QVERIFY(edited);
        QCOMPARE(edited->first().rowId, late->first().rowId);
        QVERIFY(!edited->first().recordingUrl.isEmpty());
    }

    void aColleaguesLogNeedsTheRight()
    {
        RingCentralRun run;
        const QDateTime begin = run.stage.clock().now();
        const Agent theo{.id = u"8100003004"_s, .email = u"theo.marsh@northgate-supply.example"_s};
        const auto refused = run.outcome(run.subject.history().calls(theo, {begin, begin.addSecs(60)}, {}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
    }

    void tellsTexts()
    {
        RingCentralRun run;
        const QDateTime begin = run.stage.clock().now();
        for (const char *direction : {"inbound", "outbound", "outbound"})
            run.stage.control("text.add", {{"direction", direction}, {"number", "+13035550187"}, {"body", "Hello"}});
        run.stage.control("text.edit", {{"text", run.stage.control("texts")["texts"].back()["id"]}, {"deleted", true}});
        run.stage.advance(5s);
        const auto texts = run.outcome(run.subject.history().texts(self(), {begin, begin.addSecs(60)}, {}));
        QVERIFY2(texts, qPrintable(texts ? QString() : texts.error().detail));
        QCOMPARE(texts->size(), 2);
        for (const Message &text : *texts) {
            QCOMPARE(text.remote.number->e164(), u"+13035550187"_s);
            QCOMPARE(text.agentEmail, self().email);
        }
    }

private:
    static QCoro::Task<> keep(QCoro::Task<Result<QList<HistoricCall>>> task, std::optional<Result<QList<HistoricCall>>> &out)
    {
        out = co_await task;
    }
    static Agent self() { return {.id = u"8100002004"_s, .email = u"dana.whitfield@northgate-supply.example"_s}; }
    /// Returns the number of the last one.
    static qint64 playCalls(RingCentralRun &run, int count)
    {
        qint64 number = 0;
        for (int i = 0; i < count; ++i) {
            number = run.stage.startCall({{"from", "+13035550187"}});
            run.stage.control("call.answer");
            run.stage.advance(5s);
            run.stage.control("call.end");
            run.stage.advance(2s);
        }
        return number;
    }
};

QTEST_GUILESS_MAIN(tst_RingCentralHistory)
#include "tst_ringcentral_history.moc"
