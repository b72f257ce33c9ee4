#include <callcard/ui/terms.h>

#include <QTest>

using namespace callcard;
using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;

class tst_Terms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statesOfCalls_data()
    {
        QTest::addColumn<CallState>("state");
        QTest::addColumn<CallDirection>("direction");
        QTest::addColumn<EndReason>("reason");
        QTest::addColumn<QString>("by");
        QTest::addColumn<QString>("expected");
        const auto in = CallDirection::Inbound;
        const auto out = CallDirection::Outbound;
        QTest::newRow("ringing") << CallState::Ringing << in << EndReason::None << QString() << u"Ringing"_s;
        QTest::newRow("calling") << CallState::Ringing << out << EndReason::None << QString() << u"Calling"_s;
        QTest::newRow("active") << CallState::Active << in << EndReason::None << QString() << u"On the call"_s;
        QTest::newRow("held") << CallState::Held << out << EndReason::None << QString() << u"On hold"_s;
        QTest::newRow("dana") << CallState::Ended << in << EndReason::AnsweredElsewhere << u"Dana"_s << u"Answered by Dana"_s;
        QTest::newRow("elsewhere") << CallState::Ended << in << EndReason::AnsweredElsewhere << QString() << u"Answered elsewhere"_s;
        QTest::newRow("missed") << CallState::Ended << in << EndReason::Missed << QString() << u"Missed, caller hung up"_s;
        QTest::newRow("not reached") << CallState::Ended << out << EndReason::Missed << QString() << u"Not reached"_s;
        QTest::newRow("voicemail") << CallState::Ended << in << EndReason::Voicemail << QString() << u"Missed, left a voicemail"_s;
    }

    void statesOfCalls()
    {
        QFETCH(CallState, state);
        QFETCH(CallDirection, direction);
        QFETCH(EndReason, reason);
        QFETCH(QString, by);
        QFETCH(QString, expected);
        Call call;
        call.state = state;
        call.direction = direction;
        call.reason = reason;
        call.answeredBy = by;
        QCOMPARE(callStateText(call), expected);
    }

    void anUnknownWordIsKeptRawAndBounded()
    {
        Call call;
        call.state = CallState::Ended;
        call.reason = EndReason::Unknown;
        call.providerStatus = u"ParkedAndPolished"_s;
        QCOMPARE(callStateText(call), u"ParkedAndPolished"_s);
        call.providerStatus = QString(5000, u'x');
        QCOMPARE(callStateText(call).size(), 40);
    }

    void services()
    {
        QCOMPARE(serviceName(u"ringcentral"_s), u"RingCentral"_s);
        QCOMPARE(serviceName(u"newcomer"_s), u"newcomer"_s);
    }
};

QTEST_GUILESS_MAIN(tst_Terms)
#include "tst_terms.moc"
