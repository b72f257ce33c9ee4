#include <callcard/call.h>
#include <callcard/connection.h>
#include <callcard/dailymetrics.h>
#include <callcard/phonenumber.h>

#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

class tst_Values : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void e164_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        QTest::newRow("toronto") << u"+14165550142"_s << true;
        QTest::newRow("shortest") << u"+1234567"_s << true;
        QTest::newRow("longest") << u"+123456789012345"_s << true;
        QTest::newRow("too short") << u"+123456"_s << false;
        QTest::newRow("too long") << u"+1234567890123456"_s << false;
        QTest::newRow("no plus") << u"14165550142"_s << false;
        QTest::newRow("leading zero") << u"+04165550142"_s << false;
        QTest::newRow("letters") << u"+1416555O142"_s << false;
        QTest::newRow("arabic digits") << u"+١٤١٦٥٥٥٠١٤٢"_s << false;
        QTest::newRow("empty") << QString() << false;
    }

    void e164()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, valid);
        const auto number = PhoneNumber::fromE164(text);
        QCOMPARE(number.has_value(), valid);
        if (number)
            QCOMPARE(PhoneNumber::fromInteger(number->toInteger()), number);
    }

    void aNumberMasksItselfInLogs()
    {
        QString log;
        QDebug(&log) << *PhoneNumber::fromE164(u"+14165550142");
        QVERIFY(log.contains(u"0142"));
        QVERIFY(!log.contains(u"555"));
    }

    void wordsGoThereAndBack()
    {
        for (const auto state : {CallState::Ringing, CallState::Active, CallState::Held, CallState::Ended})
            QCOMPARE(callStateFromName(callStateName(state)), state);
        for (const auto reason : {EndReason::None, EndReason::HungUp, EndReason::AnsweredElsewhere, EndReason::Missed, EndReason::Busy,
                                  EndReason::Declined, EndReason::Voicemail, EndReason::Failed, EndReason::Transferred, EndReason::Unknown})
            QCOMPARE(endReasonFromName(endReasonName(reason)), reason);
        QCOMPARE(callDirectionFromName(u"inbound"), CallDirection::Inbound);
        QVERIFY(!callStateFromName(u"levitating"));
    }

    void minutesAreRoundedOnceADay_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<int>("minutes");
        QTest::newRow("nothing") << 0 << 0;
        QTest::newRow("29 s") << 29 << 0;
        QTest::newRow("30 s") << 30 << 1;
        QTest::newRow("an hour and a half minute") << 3630 << 61;
    }

    void minutesAreRoundedOnceADay()
    {
        QFETCH(const int, seconds);
        QFETCH(const int, minutes);
        const DailyMetrics metrics{.talkTime = std::chrono::seconds(seconds)};
        QCOMPARE(metrics.talkMinutes(), minutes);
        QCOMPARE(metrics.averageSeconds(), 0);
    }
};

QTEST_APPLESS_MAIN(tst_Values)
#include "tst_values.moc"
