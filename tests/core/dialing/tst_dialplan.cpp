#include <callcard/dialplan.h>

#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime kNoonInDenver(QDate(2026, 11, 14), QTime(19, 0), Qt::UTC);

DialTarget target(QStringView text)
{
    return *dialTargetFrom(text, u"US"_s);
}

DialRules rules(DialRoute route = DialRoute::Provider)
{
    return {.route = route, .region = u"US"_s, .callerId = u"+12065550100"_s, .providerDials = true};
}

} // namespace

class tst_DialPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysExactlyWhatWillBeDialled()
    {
        const DialPlan plan = planDial(target(u"tel:3035550142;ext=12"), {}, rules(), kNoonInDenver);
        QCOMPARE(plan.willDial, u"+1 303-555-0142"_s);
        QCOMPARE(plan.callerId, u"+12065550100"_s);
        QVERIFY(plan.extensionByHand);
        QVERIFY(plan.localTime);
        QCOMPARE(plan.localTime->time(), QTime(12, 0));
        QVERIFY(plan.warnings.isEmpty());
        QVERIFY(!plan.obstacle);
        QVERIFY(!planDial(target(u"303-555-0142 x12"), {}, rules(DialRoute::System), kNoonInDenver).extensionByHand);
    }

    void anAgentTypesNothing()
    {
        DialRules withAgent = rules(DialRoute::AiAgent);
        QCOMPARE(planDial(target(u"303-555-0142 x12"), {}, withAgent, kNoonInDenver).obstacle, DialObstacle::NoAgent);
        withAgent.agentCalls = true;
        const DialPlan plan = planDial(target(u"303-555-0142 x12"), {}, withAgent, kNoonInDenver);
        QVERIFY(!plan.obstacle && !plan.extensionByHand && plan.callerId.isEmpty());
        QVERIFY(dialLink(plan).isEmpty());
        QVERIFY(planDial(target(u"911"), {}, withAgent, kNoonInDenver).route != DialRoute::AiAgent); // never a machine
    }

    void warns_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<bool>("doNotCall");
        QTest::addColumn<QString>("expected");
        const QDateTime night(QDate(2026, 11, 14), QTime(10, 0), Qt::UTC); // 03:00 in Denver
        QTest::newRow("by day") << u"303-555-0142"_s << kNoonInDenver << false << QString();
        QTest::newRow("by night") << u"303-555-0142"_s << night << false << u"night-there"_s;
        QTest::newRow("first minute of the day")
            << u"303-555-0142"_s << QDateTime(QDate(2026, 11, 14), QTime(15, 0), Qt::UTC) << false << QString();
        QTest::newRow("a minute before") << u"303-555-0142"_s << QDateTime(QDate(2026, 11, 14), QTime(14, 59), Qt::UTC) << false
                                         << u"night-there"_s;
        QTest::newRow("last minute") << u"303-555-0142"_s << QDateTime(QDate(2026, 11, 15), QTime(3, 59), Qt::UTC) << false << QString();
        QTest::newRow("over") << u"303-555-0142"_s << QDateTime(QDate(2026, 11, 15), QTime(4, 0), Qt::UTC) << false << u"night-there"_s;
        QTest::newRow("asked not to be called") << u"303-555-0142"_s << kNoonInDenver << true << u"do-not-call"_s;
        QTest::newRow("both") << u"303-555-0142"_s << night << true << u"do-not-call, night-there"_s;
        QTest::newRow("premium") << u"1-900-555-0142"_s << kNoonInDenver << false << u"premium"_s;
        QTest::newRow("emergency") << u"911"_s << night << false << u"emergency"_s;
        QTest::newRow("emergency elsewhere") << u"112"_s << night << false << u"emergency"_s;
        QTest::newRow("toll-free has no night") << u"1-800-555-0199"_s << night << false << QString();
    }
    void warns()
    {
        QFETCH(QString, text);
        QFETCH(QDateTime, now);
        QFETCH(bool, doNotCall);
        const DialPlan plan = planDial(target(text), {.doNotCall = doNotCall}, rules(), now);
        QStringList names;
        for (const DialWarning warning : plan.warnings)
            names.append(dialWarningName(warning));
        QTEST(names.join(", "_L1), "expected");
    }

    void aDayMayReachOverMidnight()
    {
        DialRules late = rules();
        late.daytimeFrom = QTime(20, 0);
        late.daytimeTo = QTime(4, 0);
        QVERIFY(planDial(target(u"303-555-0142"), {}, late, QDateTime(QDate(2026, 11, 14), QTime(10, 0), Qt::UTC)).warnings.isEmpty());
        QCOMPARE(planDial(target(u"303-555-0142"), {}, late, kNoonInDenver).warnings, QList{DialWarning::NightThere});
    }

    void knowsWhatCannotBePlaced()
    {
        DialRules none = rules();
        none.providerDials = false;
        QCOMPARE(planDial(target(u"303-555-0142"), {}, none, kNoonInDenver).obstacle, DialObstacle::NoProvider);
        none.opening = true; // nobody knows yet
        QCOMPARE(planDial(target(u"303-555-0142"), {}, none, kNoonInDenver).obstacle, DialObstacle::Opening);
        DialRules loop = rules(DialRoute::System);
        loop.telLinksAreOurs = true;
        QCOMPARE(planDial(target(u"303-555-0142"), {}, loop, kNoonInDenver).obstacle, DialObstacle::Loop);
        // Services dial full numbers only: a short one goes to the desktop's phone program, unless that is us.
        const DialPlan short1 = planDial(target(u"411"), {}, rules(), kNoonInDenver);
        QCOMPARE(short1.route, DialRoute::System);
        QVERIFY(!short1.obstacle);
        loop.route = DialRoute::Provider;
        QCOMPARE(planDial(target(u"411"), {}, loop, kNoonInDenver).obstacle, DialObstacle::NoShortCodes);
    }

    void buildsLinks_data()
    {
        QTest::addColumn<DialRoute>("route");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("link");
        QTest::newRow("the app wants its plus")
            << DialRoute::RingCentralApp << u"303-555-0142"_s << QByteArray("rcapp://r/call?number=+13035550142");
        QTest::newRow("the web page wants it encoded")
            << DialRoute::JustCallDialer << u"303-555-0142"_s << QByteArray("https://app.justcall.io/dialer?numbers=%2B13035550142");
        QTest::newRow("tel") << DialRoute::System << u"303-555-0142"_s << QByteArray("tel:+13035550142");
        QTest::newRow("tel with extension") << DialRoute::System << u"303-555-0142 x12"_s << QByteArray("tel:+13035550142;ext=12");
        QTest::newRow("short") << DialRoute::System << u"411"_s << QByteArray("tel:411");
        QTest::newRow("nothing of the text gets in")
            << DialRoute::System << u"call \"$(reboot)\" 303-555-0142 && true"_s << QByteArray("tel:+13035550142");
    }
    void buildsLinks()
    {
        QFETCH(DialRoute, route);
        QFETCH(QString, text);
        const QUrl link = dialLink(planDial(target(text), {}, rules(route), kNoonInDenver));
        QVERIFY2(link.isValid(), qPrintable(link.errorString()));
        QTEST(link.toEncoded(), "link");
        // What the desktop's opener is handed.
        QCOMPARE(link.toString(QUrl::FullyEncoded).toLatin1(), link.toEncoded());
    }

    void wordsOfTheSetting()
    {
        for (const DialRoute route : {DialRoute::Provider, DialRoute::RingCentralApp, DialRoute::JustCallDialer, DialRoute::System})
            QCOMPARE(dialRouteFromName(dialRouteName(route)), route);
        QVERIFY(!dialRouteFromName(u"telegraph"));
    }
};

QTEST_GUILESS_MAIN(tst_DialPlan)
#include "tst_dialplan.moc"
