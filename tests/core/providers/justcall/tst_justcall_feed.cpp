#include "cloudcase.h"

#include <callcard/calltracker.h>
#include <callcard/feedsupervisor.h>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class tst_JustCallFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        cloud = std::make_unique<CloudCase>();
        provider = makeJustCallProvider(*cloud->context);
        events.clear();
        messages.clear();
        live.clear();
        proofs = 0;
        end.reset();
        stop = {};
        connect(provider.get(), &CallProvider::feedLive, this, [this](bool continuous) { live.append(continuous); });
        connect(provider.get(), &CallProvider::proofOfLife, this, [this] { ++proofs; });
        connect(provider.get(), &CallProvider::eventReceived, this, [this](const CallEvent &event) { events.append(event); });
        connect(provider.get(), &CallProvider::messageReceived, this, [this](const Message &message) { messages.append(message); });
    }
    void cleanup()
    {
        stop.request_stop();
        provider.reset();
        cloud.reset();
    }

    void saysThatItCannotShowRinging()
    {
        const ProviderInfo info = provider->info();
        QCOMPARE(info.id, u"justcall"_s);
        QVERIFY(!info.showsRinging && info.canText && !info.canDial);
        QVERIFY(info.proofLasts > 2min); // two polls
    }

    void whatIsThereAtFirstIsHistory()
    {
        begin();
        QTRY_COMPARE(live, QList<bool>{false});
        QCOMPARE(proofs, 1);
        QVERIFY(events.isEmpty() && messages.isEmpty());
    }

    void aCallIsToldWhenItIsTalkedInAndWhenItIsOver()
    {
        begin();
        QTRY_COMPARE(proofs, 1);
        cloud->control("call.start", {{"customer", "customer-1"}, {"rep", "rep-1"}});
        poll(60s);
        QVERIFY(events.isEmpty()); // it rings, but the row does not say so
        cloud->control("call.answer");
        poll(12s); // quicker now
        QTRY_COMPARE(events.size(), 1);
        QCOMPARE(events.first().state, LegState::Active);
        cloud->control("call.end");
        poll(12s);
        QTRY_COMPARE(events.size(), 2);
        QVERIFY(events.last().settled);
        QCOMPARE(events.last().reason, EndReason::HungUp);
        QCOMPARE(events.last().talkTime->count(), 12);
        QCOMPARE(events.last().sessionId, events.first().sessionId);
        poll(60s);
        QCOMPARE(events.size(), 2); // nothing is told twice
    }

    void aCallThatRowsNeverShowedIsToldWhenItIsOver()
    {
        cloud->set("inProgressRows", "never");
        begin();
        QTRY_COMPARE(proofs, 1);
        cloud->control("call.start", {{"customer", "customer-1"}, {"rep", "rep-1"}});
        cloud->control("call.miss");
        poll(60s);
        QTRY_COMPARE(events.size(), 1);
        QVERIFY(events.first().settled);
        QCOMPARE(events.first().reason, EndReason::Missed);
    }

    void colleaguesCallsAreTheirs()
    {
        begin();
        QTRY_COMPARE(proofs, 1);
        cloud->control("call.start", {{"customer", "customer-1"}, {"rep", "rep-2"}});
        cloud->control("call.answer", {{"rep", "rep-2"}});
        cloud->control("call.end");
        poll(60s);
        QVERIFY(events.isEmpty());
    }

    void textsComeOnce()
    {
        begin();
        QTRY_COMPARE(proofs, 1);
        cloud->control("text.add", {{"customer", "customer-1"}, {"rep", "rep-1"}, {"body", "On my way"}});
        cloud->control("text.add", {{"customer", "customer-1"}, {"rep", "rep-2"}, {"body", "Not mine"}});
        poll(60s);
        QTRY_COMPARE(messages.size(), 1);
        QCOMPARE(messages.first().text, u"On my way"_s);
        poll(60s);
        QCOMPARE(messages.size(), 1);
    }

    void afterABreakTheWindowHasIt()
    {
        begin();
        QTRY_COMPARE(proofs, 1);
        stop.request_stop();
        QCOMPARE(end->kind, ErrorKind::Cancelled);
        cloud->control("call.start", {{"customer", "customer-1"}, {"rep", "rep-1"}});
        cloud->control("call.miss");
        cloud->advance(1h);
        stop = {};
        begin();
        QTRY_COMPARE(live.size(), 2);
        QVERIFY(!live.last());
        QCOMPARE(events.size(), 1);
        const auto since = cloud->result(provider->callsSince(cloud->clock.now().addSecs(-7200), {}));
        QVERIFY(since);
        QVERIFY(since->contains(events.first())); // the same fact: told twice, counted once
    }

    void isSupervised()
    {
        CallTracker tracker(cloud->clock);
        FeedSupervisor supervisor(*provider, tracker, cloud->clock);
        supervisor.start();
        cloud->clock.advance(500ms);
        QTRY_COMPARE(supervisor.connection().state, ConnectionState::Connected);
        cloud->control("call.start", {{"customer", "customer-1"}, {"rep", "rep-1"}});
        cloud->control("call.answer");
        poll(60s);
        QTRY_COMPARE(tracker.liveCalls().size(), 1);
        QCOMPARE(supervisor.connection().state, ConnectionState::Connected); // a minute old, and good for two
        cloud->control("call.end");
        poll(12s);
        QTRY_COMPARE(tracker.liveCalls().size(), 0);
        cloud->fault({{"kind", "hang"}});
        cloud->advance(60s);
        cloud->advance(70s);
        QTRY_VERIFY(supervisor.connection().state != ConnectionState::Connected);
        QCoro::Task<> stopped = supervisor.stop();
        QCoro::waitFor(stopped);
    }

    void keepsToTheBudget()
    {
        cloud->control("limits", {{"service", "justcall"}, {"hourly", 40}, {"burst", 1000}});
        begin();
        QTRY_COMPARE(proofs, 1);
        for (int i = 0; i < 20; ++i)
            poll(60s, 300ms);
        // Below a fifth of the hour's budget it asks every five minutes only.
        QVERIFY(cloud->requests().size() >= 32 && cloud->requests().size() < 38);
        QVERIFY(!cloud->control("counters")["counters"]["justcall"].contains("requestsDuringPenalty"));
    }

    void snapshotsAndLookUps()
    {
        const auto call = cloud->control("call.start", {{"customer", "customer-1"}, {"rep", "rep-1"}})["call"];
        Call known;
        known.sessionId = QString::fromStdString(call["callSid"].get<std::string>());
        QVERIFY(cloud->result(provider->snapshot({}))->live.isEmpty());
        cloud->control("call.answer");
        const auto snapshot = cloud->result(provider->snapshot({}));
        QVERIFY(snapshot);
        QCOMPARE(snapshot->live.size(), 1);
        QCOMPARE(snapshot->live.first().sessionId, known.sessionId);
        QCOMPARE(cloud->result(provider->lookUp(known, {}))->size(), 1); // still there
        cloud->control("call.end");
        QVERIFY(cloud->result(provider->lookUp(known, {}))->first().settled);
        known.sessionId = u"CAnobody"_s;
        QVERIFY(cloud->result(provider->lookUp(known, {}))->isEmpty());
        cloud->fault({{"kind", "500"}});
        QVERIFY(!cloud->result(provider->lookUp(known, {})));
        QVERIFY(!cloud->result(provider->snapshot({})));
    }

    void anUnknownRepNeedsAPerson()
    {
        JustCallContext context = *cloud->context;
        context.userEmail = u"nobody@northgate-supply.example"_s;
        provider = makeJustCallProvider(context);
        begin();
        QTRY_VERIFY(end);
        QCOMPARE(end->kind, ErrorKind::Refused);
    }

    void aTextIsSent()
    {
        const auto sent = cloud->result(provider->sendText(text(u"See you at noon"_s), {}));
        QVERIFY(sent);
        QCOMPARE(sent->text, u"See you at noon"_s);
        QCOMPARE(sent->direction, CallDirection::Outbound);
        QCOMPARE(sentTexts("See you at noon"), 1);
    }

    /// Whatever happens to the answer: at most one text, and never "sent" for one that was not.
    void aTextIsNeverSentTwice_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<bool>("sent");
        QTest::newRow("carried out, the answer lost") << QByteArray("lost") << true;
        QTest::newRow("half an answer") << QByteArray("half") << true;
        QTest::newRow("half a JSON") << QByteArray("cut") << true;
        QTest::newRow("cut before") << QByteArray("drop") << false;
        QTest::newRow("their fault") << QByteArray("500") << false;
    }

    void aTextIsNeverSentTwice()
    {
        QFETCH(const QByteArray, kind);
        QFETCH(const bool, sent);
        cloud->control("text.add", {{"direction", "outbound"}, {"customer", "customer-1"}, {"body", "Yes"}});
        cloud->advance(1min); // the same words, but a minute ago
        const int before = sentTexts("Yes");
        cloud->fault({{"kind", kind.toStdString()}, {"path", "/v2.1/texts/new"}, {"times", 1}});
        std::optional<Result<Message>> result;
        scope.start(send(u"Yes"_s, &result));
        QVERIFY(passingTimeUntil([&] { return result.has_value(); }));
        QCOMPARE(result->has_value(), sent);
        QCOMPARE(sentTexts("Yes"), before + (sent ? 1 : 0));
        if (sent)
            return;
        QVERIFY(result->error().kind != ErrorKind::Offline); // that would say: surely not carried out
        result.reset();
        scope.start(send(u"Yes"_s, &result)); // the rep tries again
        QVERIFY(passingTimeUntil([&] { return result.has_value(); }));
        QVERIFY(result->has_value());
        QCOMPARE(sentTexts("Yes"), before + 1);
    }

    void whileItIsUnclearNothingIsSentAgain()
    {
        cloud->fault({{"kind", "lost"}, {"path", "/v2.1/texts/new"}, {"times", 1}});
        cloud->fault({{"kind", "drop"}, {"path", "/v2.1/texts"}, {"method", "GET"}});
        std::optional<Result<Message>> result;
        scope.start(send(u"Maybe"_s, &result));
        QVERIFY(passingTimeUntil([&] { return result.has_value(); }));
        QCOMPARE(result->error().kind, ErrorKind::TimedOut); // may have been carried out
        result.reset();
        scope.start(send(u"Maybe"_s, &result));
        QVERIFY(passingTimeUntil([&] { return result.has_value(); }));
        QVERIFY(!result->has_value());
        QCOMPARE(sentTexts("Maybe"), 1);
        cloud->control("fault.clear");
        result.reset();
        scope.start(send(u"Maybe"_s, &result));
        QVERIFY(passingTimeUntil([&] { return result.has_value(); }));
        QVERIFY(result->has_value()); // it was there all the time
        QCOMPARE(sentTexts("Maybe"), 1);
    }

    void refusedTexts_data()
    {
        QTest::addColumn<QString>("body");
        QTest::newRow("nothing") << u" \n"_s;
        QTest::newRow("too long") << QString(1601, u'x');
    }

    void refusedTexts()
    {
        QFETCH(const QString, body);
        const auto sent = cloud->result(provider->sendText(text(body), {}));
        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, ErrorKind::Refused);
        QVERIFY(cloud->requests("/texts/new").isEmpty());
    }

private:
    void begin()
    {
        end.reset();
        scope.start(run());
    }
    QCoro::Task<> run()
    {
        const Error error = co_await provider->runFeed(stop.get_token());
        end = error;
    }
    QCoro::Task<> send(QString body, std::optional<Result<Message>> *result)
    {
        Result<Message> sent = co_await provider->sendText(text(body), stop.get_token());
        *result = std::move(sent);
    }
    /// Until the poll that falls due within the time is done; where none falls due, for as long as `patience` says.
    void poll(std::chrono::milliseconds after, std::chrono::milliseconds patience = 10s)
    {
        const int before = proofs;
        cloud->advance(after);
        std::ignore = QTest::qWaitFor([&] { return proofs > before; }, static_cast<int>(patience.count()));
    }
    /// The provider's clock only, in steps so small that whatever is asked is answered long before it is given up.
    [[nodiscard]] bool passingTimeUntil(const std::function<bool()> &holds)
    {
        return QTest::qWaitFor(
            [&] {
                if (!holds())
                    cloud->clock.advance(100ms);
                return holds();
            },
            20'000);
    }
    [[nodiscard]] static Message text(const QString &body)
    {
        Message message;
        message.remote.number = PhoneNumber::fromE164(u"+13035550187");
        message.text = body;
        return message;
    }
    int sentTexts(const std::string &body)
    {
        int count = 0;
        const nlohmann::json books = cloud->control("texts", {{"limit", 10'000}});
        for (const auto &one : books["texts"])
            count += demo::textAt(one, "body") == body && demo::textAt(one, "direction") == "Outbound";
        return count;
    }

    std::unique_ptr<CloudCase> cloud;
    std::unique_ptr<CallProvider> provider;
    QList<CallEvent> events;
    QList<Message> messages;
    QList<bool> live;
    int proofs = 0;
    std::optional<Error> end;
    std::stop_source stop;
    TaskScope scope;
};

QTEST_GUILESS_MAIN(tst_JustCallFeed)
#include "tst_justcall_feed.moc"
