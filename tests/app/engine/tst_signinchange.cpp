#include "metricshouse.h"

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

const DayRange kRange{{2026, 11, 14}, {2026, 11, 20}};
const Json kWhole{{"from", "2026-11-14"}, {"to", "2026-11-20"}};
const QString kTheo = u"theo.marsh@northgate-supply.example"_s;

demo::DemoOptions aWeek()
{
    return MetricsHouse::cloudOptions(8, 4);
}

} // namespace

/// Two people at one computer, one after the other: what the first could not send any more is nobody else's to send, and not lost.
class tst_SignInChange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatSomebodyLeftBehindWaitsForThem()
    {
        QMap<QString, QString> expected;
        {
            MetricsHouse undisturbed(aWeek(), u"justcall"_s);
            QVERIFY(undisturbed.open());
            QVERIFY(undisturbed.synced(kWhole).value("success", false));
            expected = undisturbed.documents(kRange);
        }
        MetricsHouse house(aWeek(), u"justcall"_s);
        QVERIFY(house.open());
        const QString dana = house.email();
        house.cloud.control({{"do", "fault.add"}, {"kind", "drop"}, {"service", "firestore"}});
        QVERIFY(!house.synced(kWhole).value("success", true));
        const int left = house.outbox->counts().value().waiting;
        QVERIFY(left > 0);
        house.close();
        house.cloud.control({{"do", "fault.clear"}});

        house.signInAs(kTheo);
        QVERIFY(house.openService());
        QVERIFY(house.until([&] { return house.outbox->counts().value() == OutboxCounts{.parked = left}; }));
        const Json theirs = house.synced(kWhole);
        QVERIFY2(theirs.value("success", false), theirs.dump().c_str()); // what is not theirs does not stand in their way
        QCOMPARE(house.outbox->counts().value(), OutboxCounts{.parked = left});
        house.close();

        house.signInAs(dana);
        QVERIFY(house.openService());
        QVERIFY(house.until([&] { return house.outbox->counts().value() == OutboxCounts{}; }));
        QCOMPARE(house.documents(kRange), expected);
    }

    void onlyWhatIsTheirsIsTriedAgain()
    {
        MetricsHouse house(aWeek(), u"justcall"_s);
        QVERIFY(house.open());
        // Refused for a reason of its own: no sign-in changes that.
        QVERIFY(house.outbox->put(metricsDestination(), {.key = u"metrics/odd"_s, .payload = "no document"}));
        QVERIFY(house.until([&] { return house.outbox->counts().value() == OutboxCounts{.parked = 1}; }));
        const QDateTime since = house.outbox->parked().value().first().since;
        house.close();
        house.letPass(std::chrono::minutes(5));
        QVERIFY(house.openService());
        QVERIFY(house.synced(kWhole).value("success", false));
        QCOMPARE(house.outbox->counts().value(), OutboxCounts{.parked = 1});
        QCOMPARE(house.outbox->parked().value().first().since, since);
    }
};

QTEST_GUILESS_MAIN(tst_SignInChange)
#include "tst_signinchange.moc"
