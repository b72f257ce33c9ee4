#include "ringcentralrun.h"

#include <QSignalSpy>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// What is special about the gateway: its recovery, its limits, its one subscription, and what to do when it loses something.
class tst_RingCentralFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneSubscriptionAndNoRenewal()
    {
        RingCentralRun run;
        run.turn("absoluteTimeout", 300); // a day, in short
        QVERIFY(run.connectFeed());
        run.stage.advance(400s);
        QVERIFY(run.stage.eventually([&] { return run.isConnected(); }));
        QCOMPARE(run.lives, (QList<bool>{false, true}));
        QCOMPARE(run.stage.counter("ringcentral", "subscriptionsCreated"), 1);
        QCOMPARE(static_cast<int>(run.verb("subscriptions")["result"].size()), 1);
        QCOMPARE(run.asked("POST", "/renew"), 0);
    }

    void recovers_data()
    {
        QTest::addColumn<QByteArray>("buffered");
        QTest::newRow("events before the details") << QByteArray("before");
    }

    void recovers()
    {
        QFETCH(const QByteArray, buffered);
        RingCentralRun run;
        run.turn("bufferedEvents", buffered.toStdString());
        QVERIFY(run.connectFeed());
        QVERIFY(run.stage.eventually([&] { return run.asked("GET", "/presence") >= 1; })); // the one of the beginning
        const qint64 snapshots = run.asked("GET", "/presence");
        run.verb("socket.drop");
        const qint64 number = run.stage.startCall({{"from", "+13035550187"}});
        run.stage.moveCall("answer", number);
        run.stage.settle();
        QVERIFY(run.becomes(CallState::Active));
        QCOMPARE(run.lives, (QList<bool>{false, true}));
        QCOMPARE(run.asked("GET", "/presence"), snapshots); // nothing was lost, nothing is asked for
        QCOMPARE(run.stage.counter("ringcentral", "recovered"), 1);
        QCOMPARE(run.stage.counter("ringcentral", "subscriptionsCreated"), 1);
    }

    void admitsWhatNoRecoveryBringsBack_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("refused") << u"refused"_s;
        QTest::newRow("forgotten") << u"forgotten"_s;
        QTest::newRow("too late") << u"late"_s;
        QTest::newRow("more than the buffer holds") << u"full"_s;
        QTest::newRow("a new sign-in") << u"sign-in"_s;
    }

    void admitsWhatNoRecoveryBringsBack()
    {
        QFETCH(const QString, how);
        RingCentralRun run;
        if (how == "full"_L1)
            run.turn("recoveryBuffer", 4);
        QVERIFY(run.connectFeed());
        if (how == "refused"_L1)
            run.verb("fault", {{"name", "recovery"}, {"code", "WSG-1005"}});
        if (how == "late"_L1)
            run.stage.addFault("ringcentral", "503", {{"path", "/restapi/oauth/wstoken"}});
        if (how == "sign-in"_L1)
            run.verb("revoke");
        run.verb(how == "forgotten"_L1 ? "socket.forget" : "socket.drop");
        const qint64 number = run.stage.startCall({{"from", "+13035550187"}});
        run.stage.moveCall("answer", number);
        run.stage.moveCall("hold", number);
        if (how == "late"_L1) {
            run.stage.advance(200s);
            run.stage.verb("ringcentral", "fault.clear");
        }
        run.stage.settle();
        QVERIFY(run.stage.eventually([&] { return run.lives.size() >= 2; }, 90s));
        QVERIFY(run.becomes(CallState::Held));
        QVERIFY(run.stage.eventually([&] { return !run.lives.last(); }));
        QCOMPARE(run.lives.last(), false);
    }

    void aWrongClockHidesNoCall_data()
    {
        QTest::addColumn<std::chrono::seconds>("wrong");
        QTest::newRow("two hours slow") << std::chrono::seconds(-2h);
        QTest::newRow("two hours fast") << std::chrono::seconds(2h);
    }

    void aWrongClockHidesNoCall()
    {
        QFETCH(const std::chrono::seconds, wrong);
        RingCentralRun run;
        run.stage.clock().setWallClock(run.stage.clock().now().addSecs(wrong.count()));
        QVERIFY(run.connectFeed());
        QSignalSpy repaired(&run.supervisor, &FeedSupervisor::repaired);
        run.stage.advance(60s);
        run.verb("socket.forget");
        const qint64 number = run.stage.startCall({{"from", "+13035550187"}});
        run.stage.moveCall("giveup", number);
        QVERIFY(run.stage.eventually([&] { return !repaired.isEmpty() && repaired.last().first().toInt() == 1; }, 180s));
        QVERIFY(run.becomes(CallState::Ended));
        QCOMPARE(run.cardWorthy().first().reason, EndReason::Missed);
    }

    void hangsUpInWords_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::newRow("WSG-903") << QByteArray("absolute");
        QTest::newRow("WSG-902") << QByteArray("idle");
    }

    void hangsUpInWords()
    {
        QFETCH(const QByteArray, kind);
        RingCentralRun run;
        QVERIFY(run.connectFeed());
        run.verb("socket.timeout", {{"kind", kind.toStdString()}});
        run.stage.settle();
        QVERIFY(run.stage.eventually([&] { return run.lives.size() == 2; }));
        QCOMPARE(run.lives.last(), true);
    }

    void isNotIdle()
    {
        RingCentralRun run;
        run.turn("idleTimeout", 700);
        QVERIFY(run.connectFeed());
        run.stage.advance(13min);
        QCOMPARE(run.lives.size(), 1); // silence would have been the end
        QVERIFY(run.isConnected());
    }

    void noticesADeadSocket()
    {
        RingCentralRun run;
        QVERIFY(run.connectFeed());
        run.verb("socket.silence");
        const qint64 number = run.stage.startCall({{"from", "+13035550187"}});
        Q_UNUSED(number)
        run.stage.advance(45s);
        QVERIFY(run.becomes(CallState::Ringing));
        QVERIFY(run.stage.eventually([&] { return run.lives.size() >= 2; }));
    }

    void aForgedMarkIsDropped()
    {
        RingCentralRun run;
        QVERIFY(run.connectFeed());
        // The gateway does not understand the place at which we want to go on, and hangs up.
        run.stage.addFault("ringcentral", "status", {{"path", "/ws"}, {"status", 400}, {"times", 1}});
        run.verb("socket.drop");
        run.stage.settle();
        QVERIFY(run.stage.eventually([&] { return run.lives.size() == 2; }, 60s));
    }

    void aTicketThatIsNotTakenIsAskedForAgain_data()
    {
        QTest::addColumn<QByteArray>("code");
        for (const char *code : {"4401", "1008", "4400", "http401"})
            QTest::newRow(code) << QByteArray(code);
    }

    void aTicketThatIsNotTakenIsAskedForAgain()
    {
        QFETCH(const QByteArray, code);
        RingCentralRun run;
        run.turn("badTokenCode", code.toStdString());
        run.stage.addFault("ringcentral", "status",
                           {{"path", "/restapi/oauth/wstoken"},
                            {"status", 200},
                            {"times", 1},
                            {"body", "{\"uri\":\"ws" + run.stage.environment("RINGCENTRAL_SERVER_URL").mid(4).toStdString() +
                                         "/ws\",\"ws_access_token\":\"nobody-knows-it\",\"expires_in\":600}"}});
        QVERIFY(run.connectFeed());
        QVERIFY(run.asked("POST", "/wstoken") >= 2);
    }

    void withoutTheScopeAPersonIsNeeded()
    {
        RingCentralRun run;
        run.turn("webSocketScope", "none");
        run.supervisor.start();
        QVERIFY(run.stage.eventually([&] { return run.supervisor.connection().state == ConnectionState::SignInNeeded; }));
        run.stage.advance(5min);
        QCOMPARE(run.asked("POST", "/wstoken"), 1); // it does not loop
    }

    void aLostAnswerToTheSubscriptionIsNoSubscription()
    {
        RingCentralRun run;
        run.verb("fault", {{"name", "reply"}});
        run.supervisor.start();
        run.stage.advance(65s);
        QVERIFY(run.stage.eventually([&] { return run.isConnected(); }));
        run.stage.startCall({{"from", "+13035550187"}});
        QVERIFY(run.becomes(CallState::Ringing)); // of a subscription whose id is known
    }

    void whatWasLostIsFoundOut_data()
    {
        QTest::addColumn<int>("lost");
        QTest::addColumn<QString>("move");
        // Each step brings a telephony event and a presence, in this order.
        QTest::newRow("the ringing") << 2 << QString();
        QTest::newRow("the end") << 1 << u"end"_s;
    }

    void whatWasLostIsFoundOut()
    {
        QFETCH(const int, lost);
        QFETCH(const QString, move);
        RingCentralRun run;
        QVERIFY(run.connectFeed());
        const auto lose = [&] { run.verb("fault", {{"name", "lose"}, {"count", lost}}); };
        if (move.isEmpty())
            lose();
        const qint64 number = run.stage.startCall({{"from", "+13035550187"}});
        QVERIFY(run.becomes(CallState::Ringing));
        if (move == "end"_L1) {
            run.stage.moveCall("answer", number);
            QVERIFY(run.becomes(CallState::Active));
            run.stage.advance(1s); // the answer's presence is on its way, and is not what gets lost
            lose();
            run.stage.moveCall("end", number);
            QVERIFY(run.becomes(CallState::Ended));
            run.stage.advance(60s);
            QCOMPARE(run.cardWorthy().first().reason, EndReason::HungUp);
        }
    }

    void presenceSpeaksWithoutCallControl()
    {
        RingCentralRun run;
        run.turn("callControlScope", "off");
        QVERIFY(run.connectFeed());
        const qint64 number = run.stage.startCall({{"from", "+13035550187"}});
        QVERIFY(run.becomes(CallState::Ringing));
        run.stage.moveCall("answer", number);
        QVERIFY(run.becomes(CallState::Active));
        run.stage.moveCall("hold", number);
        QVERIFY(run.becomes(CallState::Held));
        run.stage.moveCall("end", number);
        QVERIFY(run.becomes(CallState::Ended));
    }

    void tellsQueuesAndLinesByTheirNames()
    {
        RingCentralRun run;
        QVERIFY(run.connectFeed());
        const qint64 number = run.stage.startCall({{"from", "+13035550187"}, {"line", "line-main"}});
        QVERIFY(run.becomes(CallState::Ringing));
        QCOMPARE(run.cardWorthy().first().lineName, u"Sales"_s);
        run.stage.moveCall("giveup", number);
        QVERIFY(run.becomes(CallState::Ended));
    }

    void missedIsFinalWhenTheLogHasSpoken()
    {
        RingCentralRun run;
        QVERIFY(run.connectFeed());
        const qint64 number = run.stage.startCall({{"from", "+13035550187"}});
        run.stage.moveCall("giveup", number);
        QVERIFY(run.becomes(CallState::Ended));
        QVERIFY(run.cardWorthy().first().missedProvisional);
        run.stage.advance(60s);
        QVERIFY(!run.cardWorthy().first().missedProvisional);
        QVERIFY(run.asked("GET", "/call-log") <= 3); // heavy requests are few
    }

    void textsArriveOnce()
    {
        RingCentralRun run;
        QVERIFY(run.connectFeed());
        run.stage.control("text.add", {{"direction", "inbound"}, {"number", "+13035550187"}, {"body", "Are you there?"}});
        QVERIFY(run.stage.eventually([&] { return !run.texts.isEmpty(); }));
        run.stage.advance(10s);
        QCOMPARE(run.texts.size(), 1);
        QCOMPARE(run.texts.first().text, u"Are you there?"_s);
        QCOMPARE(run.texts.first().direction, CallDirection::Inbound);
        run.stage.control("text.add", {{"direction", "outbound"}, {"number", "+13035550187"}, {"body", "Yes"}});
        run.stage.advance(10s);
        QCOMPARE(run.texts.size(), 1); // what I sent is no news to me
    }

    void textsThatCameMeanwhileArriveToo()
    {
        RingCentralRun run;
        QVERIFY(run.connectFeed());
        run.stage.advance(5s);
        run.verb("socket.forget");
        run.stage.control("text.add", {{"direction", "inbound"}, {"number", "+13035550187"}, {"body", "Hello?"}});
        run.stage.settle();
        QVERIFY(run.stage.eventually([&] { return run.texts.size() == 1; }));
        run.verb("fault", {{"name", "messageToken"}});
        run.verb("fault", {{"name", "lose"}, {"count", 2}});
        run.stage.control("text.add", {{"direction", "inbound"}, {"number", "+13035550187"}, {"body", "Hello again"}});
        run.verb("socket.forget");
        run.stage.settle();
        QVERIFY(run.stage.eventually([&] { return run.texts.size() == 2; }));
    }
};

QTEST_GUILESS_MAIN(tst_RingCentralFeed)
#include "tst_ringcentral_feed.moc"
