#include <callcard/ui/connectiontexts.h>

#include <QTest>

using namespace callcard;
using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
const TimeTexts kTimes(QLocale(QLocale::English, QLocale::UnitedStates), QTimeZone("America/Toronto"));
const QDateTime kNow = QDateTime(QDate(2026, 11, 20), QTime(14, 15), QTimeZone("America/Toronto"));

Connection connection(const QString &name, ConnectionState state)
{
    Connection result;
    result.name = name;
    result.state = state;
    result.since = kNow.addSecs(-660);
    if (state == ConnectionState::Connected)
        result.lastEvent = kNow.addSecs(-12);
    return result;
}

Connection slowedDown()
{
    Connection result = connection(u"justcall"_s, ConnectionState::Degraded);
    result.problem = Error{ErrorKind::RateLimited, {}, 16min};
    return result;
}
} // namespace

class tst_ConnectionTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingSetUp() { QCOMPARE(standing({}, kNow, kTimes).truth, Truth::NotSetUp); }

    void whatIsNotSetUpDoesNotCount()
    {
        const Standing result =
            standing({connection(u"ringcentral"_s, ConnectionState::Connected), connection(u"twilio"_s, ConnectionState::NotConfigured)},
                     kNow, kTimes);
        QCOMPARE(result, (Standing{Truth::Connected, u"Connected"_s, u"Last event 12 s ago"_s}));
    }

    void oneSlowServiceIsPartlyConnectedAndSaysWhy()
    {
        const Standing result = standing({connection(u"ringcentral"_s, ConnectionState::Connected), slowedDown()}, kNow, kTimes);
        QCOMPARE(result.truth, Truth::Degraded);
        QCOMPARE(result.headline, u"Partly connected"_s);
        QVERIFY2(result.detail.startsWith(u"JustCall asked us to wait until 2:31 PM."_s), qPrintable(result.detail));
    }

    void aBrokenOneBesideAWorkingOneNamesItself()
    {
        const Standing result = standing(
            {connection(u"ringcentral"_s, ConnectionState::Connected), connection(u"firestore"_s, ConnectionState::Offline)}, kNow, kTimes);
        QCOMPARE(result, (Standing{Truth::Degraded, u"Partly connected"_s, u"Firestore: Offline"_s}));
    }

    void allBrokenIsOfflineSince()
    {
        Connection lost = connection(u"ringcentral"_s, ConnectionState::Offline);
        lost.problem = Error{ErrorKind::Offline, {}, {}};
        const Standing result = standing({lost}, kNow, kTimes);
        QCOMPARE(result.truth, Truth::Offline);
        QCOMPARE(result.headline, u"Offline since 2:04 PM"_s);
        QVERIFY(result.detail.contains(u"RingCentral"_s));
    }

    void signInIsNamed()
    {
        Connection expired = connection(u"ringcentral"_s, ConnectionState::SignInNeeded);
        expired.problem = Error{ErrorKind::SignInNeeded, {}, {}};
        QCOMPARE(standing({expired}, kNow, kTimes).headline, u"Sign in again"_s);
    }

    void whatIsNotAllowedIsNotHelpedBySigningIn()
    {
        Connection refused = connection(u"relay"_s, ConnectionState::SignInNeeded);
        refused.problem = Error{ErrorKind::Refused, {}, {}};
        QCOMPARE(standing({refused}, kNow, kTimes).headline, u"Access refused"_s);
        QCOMPARE(connectionWord(refused, kNow, kTimes), u"Access refused"_s);
    }

    void onlyCallsProveThatCallsArrive()
    {
        Connection calls = connection(u"ringcentral"_s, ConnectionState::Connected);
        calls.lastEvent = {};
        Connection directory = connection(u"copper"_s, ConnectionState::Connected);
        directory.lastEvent = kNow.addSecs(-12);
        QCOMPARE(standing({calls, directory}, kNow, kTimes).detail, u"No call yet"_s);
        QCOMPARE(connectionDetail(directory, kNow, kTimes), u"last answer 12 s ago"_s);
        calls.lastEvent = kNow.addSecs(-40);
        QCOMPARE(standing({calls, directory}, kNow, kTimes).detail, u"Last event 40 s ago"_s);
    }

    void startingIsNotOffline()
    {
        QCOMPARE(standing({connection(u"ringcentral"_s, ConnectionState::Connecting)}, kNow, kTimes).truth, Truth::Degraded);
    }

    void testServersAreSaidEverywhere()
    {
        Connection demo = connection(u"ringcentral"_s, ConnectionState::Connected);
        demo.testServer = true;
        QCOMPARE(standing({demo}, kNow, kTimes).headline, u"Connected · Test server"_s);
        QCOMPARE(connectionWord(demo, kNow, kTimes), u"Connected · Test server"_s);
    }

    void words()
    {
        QCOMPARE(connectionWord(slowedDown(), kNow, kTimes), u"Waiting until 2:31 PM"_s);
        QCOMPARE(connectionWord(connection(u"x"_s, ConnectionState::NotConfigured), kNow, kTimes), u"Not set up"_s);
        QCOMPARE(connectionDetail(connection(u"ringcentral"_s, ConnectionState::Connected), kNow, kTimes), u"last event 12 s ago"_s);
    }
};

QTEST_GUILESS_MAIN(tst_ConnectionTexts)
#include "tst_connectiontexts.moc"
