#include "ringcentralrun.h"

#include <algorithm>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// What can be done with a live call, and texts.
class tst_RingCentralControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersWhatIsGranted()
    {
        RingCentralRun run;
        QVERIFY(run.provider().info().actions.isEmpty()); // not known yet
        QVERIFY(run.connectFeed());
        QVERIFY(run.provider().info().actions.contains(CallAction::Transfer));
        QVERIFY(run.provider().info().canText);
        QVERIFY(run.provider().info().canDial);
    }

    void offersNothingWithoutTheRight()
    {
        RingCentralRun run;
        run.turn("callControlScope", "off");
        QVERIFY(run.connectFeed());
        QVERIFY(run.provider().info().actions.isEmpty());
        run.stage.startCall({{"from", "+13035550187"}});
        QVERIFY(run.becomes(CallState::Ringing));
        const Result<> done = run.outcome(run.provider().act(run.cardWorthy().first(), CallAction::HangUp, {}, {}));
        QCOMPARE(done.error().kind, ErrorKind::Refused);
        QCOMPARE(run.asked("DELETE", "/sessions/"), 0);
    }

    void acts_data()
    {
        QTest::addColumn<CallAction>("action");
        QTest::addColumn<QString>("target");
        QTest::addColumn<bool>("answered");
        QTest::addColumn<bool>("queue");
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("reason");
        const auto row = [](const char *name, CallAction action, const QString &target, bool answered, bool queue, CallState state,
                            EndReason reason = EndReason::None) {
            QTest::newRow(name) << action << target << answered << queue << int(state) << int(reason);
        };
        row("hold", CallAction::Hold, {}, true, false, CallState::Held);
        row("hang up", CallAction::HangUp, {}, true, false, CallState::Ended, EndReason::HungUp);
        row("transfer to a colleague", CallAction::Transfer, u"102"_s, true, false, CallState::Ended, EndReason::Transferred);
        row("transfer to a number", CallAction::Transfer, u"+13035550199"_s, true, false, CallState::Ended, EndReason::Transferred);
        row("voicemail", CallAction::SendToVoicemail, {}, false, false, CallState::Ended, EndReason::Voicemail);
        row("ignore", CallAction::Ignore, {}, false, false, CallState::Ended, EndReason::Declined);
        row("ignore of a queue", CallAction::Ignore, {}, false, true, CallState::Ended, EndReason::Declined);
        row("answer on the device", CallAction::AnswerOnDevice, {}, false, false, CallState::Active);
    }

    void acts()
    {
        QFETCH(const CallAction, action);
        QFETCH(const QString, target);
        QFETCH(const bool, answered);
        QFETCH(const bool, queue);
        QFETCH(const int, state);
        QFETCH(const int, reason);
        RingCentralRun run;
        QVERIFY(run.connectFeed());
        Json start = {{"from", "+13035550187"}};
        if (queue)
            start["line"] = "line-main";
        const qint64 number = run.stage.startCall(start);
        QVERIFY(run.becomes(CallState::Ringing));
        if (answered) {
            run.stage.moveCall("answer", number);
            QVERIFY(run.becomes(CallState::Active));
        }
        const Result<> done = run.outcome(run.provider().act(run.cardWorthy().first(), action, target, {}));
        QVERIFY2(done, qPrintable(done ? QString() : done.error().detail));
        QVERIFY(run.stage.eventually([&] { return int(run.cardWorthy().first().state) == state; }, 40s));
        if (reason == int(EndReason::Declined))
            QVERIFY(!run.cardWorthy().first().wasAnswered());
        else if (reason != int(EndReason::None))
            QCOMPARE(int(run.cardWorthy().first().reason), reason);
        if (queue) // the colleagues' phones ring on
            QVERIFY(run.stage.control("call.get", {{"call", number}})["call"]["state"].get<std::string>() == "ringing");
    }

    void holdsAndResumes()
    {
        RingCentralRun run;
        QVERIFY(run.connectFeed());
        const qint64 number = run.stage.startCall({{"from", "+13035550187"}});
        run.stage.moveCall("answer", number);
        QVERIFY(run.becomes(CallState::Active));
        QVERIFY(run.outcome(run.provider().act(run.cardWorthy().first(), CallAction::Hold, {}, {})));
        QVERIFY(run.becomes(CallState::Held));
        const Result<> again = run.outcome(run.provider().act(run.cardWorthy().first(), CallAction::Hold, {}, {}));
        QCOMPARE(again.error().kind, ErrorKind::Refused); // 409: already on hold
        QVERIFY(run.outcome(run.provider().act(run.cardWorthy().first(), CallAction::Resume, {}, {})));
        QVERIFY(run.becomes(CallState::Active));
    }

    void records()
    {
        RingCentralRun run;
        QVERIFY(run.connectFeed());
        const qint64 number = run.stage.startCall({{"from", "+13035550187"}});
        run.stage.moveCall("answer", number);
        QVERIFY(run.becomes(CallState::Active));
        const Result<> nothing = run.outcome(run.provider().act(run.cardWorthy().first(), CallAction::StopRecording, {}, {}));
        QCOMPARE(nothing.error().kind, ErrorKind::Refused);
        QVERIFY(!run.provider().isRecording(run.cardWorthy().first()));
        QVERIFY(run.outcome(run.provider().act(run.cardWorthy().first(), CallAction::StartRecording, {}, {})));
        QVERIFY(run.stage.eventually([&] { return run.provider().isRecording(run.cardWorthy().first()); })); // the button knows
        QVERIFY(run.outcome(run.provider().act(run.cardWorthy().first(), CallAction::StopRecording, {}, {})));
        QVERIFY(run.stage.eventually([&] { return !run.provider().isRecording(run.cardWorthy().first()); }));
        QCOMPARE(run.asked("PATCH", "/recordings/"), 1);
        QVERIFY(run.outcome(run.provider().act(run.cardWorthy().first(), CallAction::StartRecording, {}, {})));
        QVERIFY(run.stage.eventually([&] { return run.provider().isRecording(run.cardWorthy().first()); }));
        run.stage.control("call.end");
        QVERIFY(run.becomes(CallState::Ended));
        QVERIFY(!run.provider().isRecording(run.cardWorthy().first()));
    }

    void knowsColleaguesAndMyNumbers()
    {
        RingCentralRun run;
        QVERIFY(run.connectFeed());
        const Result<QList<Colleague>> all = run.outcome(run.provider().colleagues({}));
        QVERIFY2(all, qPrintable(all ? QString() : all.error().detail));
        QVERIFY(
            std::any_of(all->begin(), all->end(), [](const Colleague &one) { return one.extension == "102"_L1 && !one.name.isEmpty(); }));
        const int asked = run.asked("GET", "type=User");
        QVERIFY(run.outcome(run.provider().colleagues({})));
        QCOMPARE(run.asked("GET", "type=User"), asked); // they do not change while a call is handed over
        const QList<OwnLine> lines = run.provider().ownLines();
        QVERIFY(lines.size() >= 2);
        QCOMPARE(lines.first().number.e164(), u"+12065550142"_s); // the primary one
        QVERIFY(!lines.first().label.isEmpty());
    }

    void sendsAText()
    {
        RingCentralRun run;
        const Result<Message> sent = run.outcome(run.provider().sendText(text(u"On my way"_s), {}));
        QVERIFY2(sent, qPrintable(sent ? QString() : sent.error().detail));
        QCOMPARE(sent->direction, CallDirection::Outbound);
        QCOMPARE(sent->remote.number->e164(), u"+13035550187"_s);
        QCOMPARE(sent->local.number->e164(), u"+12065550142"_s);
    }

    /// A text that may have gone out is looked for before the same words go out again.
    void aTextIsNeverSentTwice()
    {
        RingCentralRun run;
        run.stage.addFault("ringcentral", "lost", {{"path", "*/sms"}, {"times", 1}});
        run.stage.addFault("ringcentral", "503", {{"path", "*/message-store"}});
        const Result<Message> unclear = run.outcome(run.provider().sendText(text(u"Maybe"_s), {}));
        QVERIFY(!unclear);
        QCOMPARE(run.asked("POST", "/sms"), 1);
        const Result<Message> still = run.outcome(run.provider().sendText(text(u"Maybe"_s), {}));
        QVERIFY(!still);
        QCOMPARE(run.asked("POST", "/sms"), 1);
        run.stage.control("fault.clear");
        const Result<Message> found = run.outcome(run.provider().sendText(text(u"Maybe"_s), {}));
        QVERIFY2(found, qPrintable(found ? QString() : found.error().detail));
        QCOMPARE(run.asked("POST", "/sms"), 1); // it was there all the time
        QVERIFY(run.outcome(run.provider().sendText(text(u"Maybe"_s), {})));
        QCOMPARE(run.asked("POST", "/sms"), 2); // the same words, meant again
    }

    void refusesWhatIsNoText_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("from");
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("too long") << QString(1001, u'x') << QString();
        QTest::newRow("not my number") << u"Hello"_s << u"+13035550199"_s;
        QTest::newRow("a number without texts") << u"Hello"_s << u"+12065550100"_s;
    }

    void refusesWhatIsNoText()
    {
        QFETCH(const QString, words);
        QFETCH(const QString, from);
        RingCentralRun run;
        Message message = text(words);
        message.local.number = PhoneNumber::fromE164(from);
        const Result<Message> sent = run.outcome(run.provider().sendText(message, {}));
        QCOMPARE(sent.error().kind, ErrorKind::Refused);
        QCOMPARE(run.asked("POST", "/sms"), 0);
    }

private:
    static Message text(const QString &words)
    {
        Message message{.direction = CallDirection::Outbound, .text = words};
        message.remote.number = PhoneNumber::fromE164(u"+13035550187"_s);
        return message;
    }
};

QTEST_GUILESS_MAIN(tst_RingCentralControl)
#include "tst_ringcentral_control.moc"
