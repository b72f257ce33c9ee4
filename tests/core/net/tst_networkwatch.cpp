#include <callcard/networkwatch.h>

#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

class tst_NetworkWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatBreaksConnectionsIsAnotherNetwork_data()
    {
        QTest::addColumn<QSet<QString>>("before");
        QTest::addColumn<QSet<QString>>("after");
        QTest::addColumn<bool>("another");
        QTest::newRow("the same") << QSet<QString>{u"192.0.2.7"_s} << QSet<QString>{u"192.0.2.7"_s} << false;
        QTest::newRow("one more") << QSet<QString>{u"192.0.2.7"_s} << QSet<QString>{u"192.0.2.7"_s, u"2001:db8::7"_s} << false;
        QTest::newRow("another one") << QSet<QString>{u"192.0.2.7"_s} << QSet<QString>{u"198.51.100.4"_s} << true;
        QTest::newRow("one of two is gone") << QSet<QString>{u"192.0.2.7"_s, u"2001:db8::7"_s} << QSet<QString>{u"192.0.2.7"_s} << true;
        QTest::newRow("all are gone") << QSet<QString>{u"192.0.2.7"_s} << QSet<QString>{} << true;
        QTest::newRow("the first one") << QSet<QString>{} << QSet<QString>{u"192.0.2.7"_s} << false; // nothing was open
    }

    void onlyWhatBreaksConnectionsIsAnotherNetwork()
    {
        QFETCH(const QSet<QString>, before);
        QFETCH(const QSet<QString>, after);
        QFETCH(const bool, another);
        QCOMPARE(isAnotherNetwork({.addresses = before}, {.addresses = after}), another);
    }

    void aTunnelTakesOverRoutes()
    {
        const OwnAddresses bare{.addresses = {u"192.0.2.7"_s}};
        const OwnAddresses tunnelled{.addresses = {u"192.0.2.7"_s, u"10.8.0.2"_s}, .tunnels = {u"tun0"_s}};
        QVERIFY(isAnotherNetwork(bare, tunnelled));
        QVERIFY(isAnotherNetwork(tunnelled, bare));
    }
};

QTEST_GUILESS_MAIN(tst_NetworkWatch)
#include "tst_networkwatch.moc"
