#include "clirun.h"

#include <callcard/testing/loopbackserver.h>
#include <demo/democloud.h>

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

/// "Like a doctor": each illness in plain words, and with exit code 1.
class tst_Check : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_cloud.start());
        for (const auto &[name, value] : m_cloud.environment())
            m_environment.insert(QString::fromStdString(name), QString::fromStdString(value));
    }

    void init()
    {
        // Each run signs in anew, and the sixth sign-in of a minute would have to wait.
        const auto cleared = m_cloud.control({{"do", "clearLimits"}, {"service", "ringcentral"}});
        QVERIFY2(cleared.value("ok", false), cleared.dump().c_str());
    }

    void aHealthyTeam()
    {
        const CliRun run = runCli(m_home.path(), {u"check"_s, u"--json"_s}, m_environment);
        QVERIFY2(run.code == 0, run.error.constData());
        const QJsonObject document = QJsonDocument::fromJson(run.out).object();
        QCOMPARE(document.value(u"status"_s).toString(), u"success"_s);
        for (const QString &service : {u"ringcentral"_s, u"justcall"_s, u"relay"_s, u"firestore"_s, u"copper"_s}) {
            const QJsonObject entry = serviceOf(document, service);
            QCOMPARE(entry.value(u"state"_s).toString(), u"ok"_s);
            QVERIFY2(entry.value(u"message"_s).toString().contains(u"Test server"_s), qPrintable(service));
        }
        QVERIFY(!serviceOf(document, u"justcall"_s).value(u"data"_s).toObject().value(u"callSample"_s).toArray().isEmpty());
        QVERIFY(!serviceOf(document, u"ringcentral"_s).value(u"data"_s).toObject().value(u"callSample"_s).toArray().isEmpty());
        QCOMPARE(run.out.count('\n'), 1); // one document, nothing else
    }

    void illnesses_data()
    {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("error");
        QTest::newRow("wrong JustCall secret") << u"JUSTCALL_API_SECRET"_s << u"wrong"_s << u"justcall"_s << u"sign-in-needed"_s;
        QTest::newRow("wrong RingCentral token") << u"RINGCENTRAL_JWT_TOKEN"_s << u"wrong"_s << u"ringcentral"_s << u"sign-in-needed"_s;
        QTest::newRow("wrong RingCentral secret")
            << u"RINGCENTRAL_CLIENT_SECRET"_s << u"wrong"_s << u"ringcentral"_s << u"sign-in-needed"_s;
        QTest::newRow("wrong Firebase password") << u"CALLCARD_FIREBASE_PASSWORD"_s << u"wrong"_s << u"firestore"_s << u"sign-in-needed"_s;
        QTest::newRow("wrong Copper key") << u"COPPER_API_KEY"_s << u"wrong"_s << u"copper"_s << u"sign-in-needed"_s;
        QTest::newRow("wrong relay token") << u"CALLCARD_RELAY_TOKEN"_s << u"wrong"_s << u"relay"_s << u"sign-in-needed"_s;
        QTest::newRow("nobody of that address")
            << u"CALLCARD_USER_EMAIL"_s << u"nobody@callcard.example"_s << u"justcall"_s << u"refused"_s;
        QTest::newRow("host that does not exist")
            << u"JUSTCALL_BASE_URL"_s << u"https://no-such-host.invalid/v2.1"_s << u"justcall"_s << u"offline"_s;
        QTest::newRow("nobody listens") << u"JUSTCALL_BASE_URL"_s << u"http://127.0.0.1:1/v2.1"_s << u"justcall"_s << u"offline"_s;
        QTest::newRow("wrong path") << u"JUSTCALL_BASE_URL"_s << QString(QString::fromStdString(m_cloud.address("justcall")) + u"/v9"_s)
                                    << u"justcall"_s << u"refused"_s;
    }

    void illnesses()
    {
        QFETCH(const QString, variable);
        QFETCH(const QString, value);
        QFETCH(const QString, service);
        QFETCH(const QString, error);
        QProcessEnvironment environment = m_environment;
        environment.insert(variable, value);
        const CliRun run = runCli(m_home.path(), {u"check"_s, u"--json"_s}, environment);
        QCOMPARE(run.code, 1);
        const QJsonObject document = QJsonDocument::fromJson(run.out).object();
        QCOMPARE(document.value(u"status"_s).toString(), u"failed"_s);
        const QJsonObject entry = serviceOf(document, service);
        QCOMPARE(entry.value(u"state"_s).toString(), u"failed"_s);
        QCOMPARE(entry.value(u"data"_s).toObject().value(u"error"_s).toString(), error);
        const QString message = entry.value(u"message"_s).toString();
        QVERIFY(message.size() > 20);
        QCOMPARE(message.contains(u"does not accept the sign-in or the key"_s), error == u"sign-in-needed"_s);
        QVERIFY(!run.error.isEmpty());
        if (variable != u"JUSTCALL_BASE_URL"_s)
            QVERIFY2(!run.out.contains(value.toUtf8()) || value == u"nobody@callcard.example"_s || value == u"wrong"_s,
                     run.out.constData());
    }

    void nobodyHasSignedInYet()
    {
        QProcessEnvironment environment;
        environment.insert(u"RINGCENTRAL_CLIENT_ID"_s, u"demo"_s);
        const CliRun run = runCli(m_home.path(), {u"check"_s, u"--json"_s}, environment);
        QCOMPARE(run.code, 1);
        const QString message = serviceOf(QJsonDocument::fromJson(run.out).object(), u"ringcentral"_s).value(u"message"_s).toString();
        QVERIFY2(message.startsWith(u"Nobody is signed in to RingCentral."_s), qPrintable(message));
    }

    void plainHttpElsewhereIsRefused()
    {
        QProcessEnvironment environment = m_environment;
        environment.insert(u"CALLCARD_RELAY_URL"_s, u"http://relay.callcard.example"_s);
        const CliRun run = runCli(m_home.path(), {u"check"_s, u"--json"_s}, environment);
        QCOMPARE(run.code, 1);
        QVERIFY2(run.out.contains("https") || run.error.contains("https"), run.error.constData());
    }

    void theServersFaults_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QString>("error");
        QTest::newRow("html") << QByteArray("html") << u"offline"_s;
        QTest::newRow("garbage") << QByteArray("garbage") << u"timed-out"_s;
        QTest::newRow("503") << QByteArray("503") << u"server-fault"_s;
        QTest::newRow("403") << QByteArray("403") << u"refused"_s;
    }

    void theServersFaults()
    {
        QFETCH(const QByteArray, kind);
        QFETCH(const QString, error);
        const auto added = m_cloud.control({{"do", "fault.add"}, {"kind", kind.toStdString()}, {"service", "justcall"}, {"times", 9}});
        QVERIFY2(added.value("ok", false), added.dump().c_str());
        const CliRun run = runCli(m_home.path(), {u"check"_s, u"--json"_s}, m_environment);
        m_cloud.control({{"do", "fault.clear"}});
        QCOMPARE(run.code, 1);
        const QJsonObject entry = serviceOf(QJsonDocument::fromJson(run.out).object(), u"justcall"_s);
        QCOMPARE(entry.value(u"data"_s).toObject().value(u"error"_s).toString(), error);
    }

    /// Somebody answers in JSON and with 200, and is not who was asked.
    void aStrangersAnswerIsNoSuccess()
    {
        testing::LoopbackServer stranger;
        stranger.respond([](const testing::ReceivedRequest &) { return testing::Script::json(R"({"calls":[{"id":1}]})"); });
        QProcessEnvironment environment = cliEnvironment(m_home.path());
        const QString address = stranger.url().toString(QUrl::RemovePath);
        environment.insert(u"CALLCARD_RELAY_URL"_s, address);
        environment.insert(u"CALLCARD_RELAY_TOKEN"_s, u"token"_s);
        environment.insert(u"COPPER_BASE_URL"_s, address);
        environment.insert(u"COPPER_API_KEY"_s, u"key"_s);
        environment.insert(u"COPPER_USER_EMAIL"_s, u"dana@callcard.example"_s);
        QProcess process; // the stranger lives in this thread
        process.setProcessEnvironment(environment);
        process.start(qEnvironmentVariable("CALLCARD_CLI"), {u"check"_s, u"--json"_s});
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 60'000);
        QCOMPARE(process.exitCode(), 1);
        const QByteArray out = process.readAllStandardOutput();
        for (const QString &service : {u"relay"_s, u"copper"_s}) {
            const QJsonObject entry = serviceOf(QJsonDocument::fromJson(out).object(), service);
            QVERIFY2(entry.value(u"state"_s).toString() == u"failed"_s, out.constData());
            QCOMPARE(entry.value(u"data"_s).toObject().value(u"error"_s).toString(), u"bad-payload"_s);
        }
    }

    /// A penalty of minutes is told, not waited for.
    void aLongPenaltyIsTold()
    {
        const auto added = m_cloud.control({{"do", "fault.add"}, {"kind", "429"}, {"service", "justcall"}, {"times", 9}});
        QVERIFY2(added.value("ok", false), added.dump().c_str());
        QElapsedTimer timer;
        timer.start();
        const CliRun run = runCli(m_home.path(), {u"check"_s, u"--json"_s}, m_environment);
        m_cloud.control({{"do", "fault.clear"}});
        QCOMPARE(run.code, 1);
        const QJsonObject entry = serviceOf(QJsonDocument::fromJson(run.out).object(), u"justcall"_s);
        QCOMPARE(entry.value(u"data"_s).toObject().value(u"error"_s).toString(), u"rate-limited"_s);
        QVERIFY2(timer.elapsed() < 60'000, qPrintable(QString::number(timer.elapsed())));
    }

    void nothingSetUp()
    {
        const CliRun run = runCli(m_home.path(), {u"check"_s, u"--json"_s});
        QCOMPARE(run.code, 1);
        const QJsonObject entry = serviceOf(QJsonDocument::fromJson(run.out).object(), u"justcall"_s);
        QCOMPARE(entry.value(u"state"_s).toString(), u"not-configured"_s);
        QVERIFY(entry.value(u"message"_s).toString().contains(u"JUSTCALL_API_KEY"_s));
    }

    void aWrongClockIsFound()
    {
        // Two hours behind, as the servers see it: theirs runs ahead.
        const std::string ahead = QDateTime::currentDateTimeUtc().addSecs(7200).toString(Qt::ISODate).toStdString();
        const auto set = m_cloud.control({{"do", "clock.set"}, {"now", ahead}});
        QVERIFY2(set.value("ok", false), set.dump().c_str());
        const CliRun run = runCli(m_home.path(), {u"check"_s, u"--json"_s}, m_environment);
        m_cloud.control({{"do", "clock.set"}, {"now", QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString()}});
        QCOMPARE(run.code, 1);
        const QJsonObject entry = serviceOf(QJsonDocument::fromJson(run.out).object(), u"clock"_s);
        QCOMPARE(entry.value(u"state"_s).toString(), u"failed"_s);
        QVERIFY2(entry.value(u"message"_s).toString().contains(u"slow"_s), run.out.constData());
    }

private:
    [[nodiscard]] static QJsonObject serviceOf(const QJsonObject &document, const QString &name)
    {
        for (const QJsonValue &service : document.value(u"services"_s).toArray()) {
            if (service.toObject().value(u"name"_s).toString() == name)
                return service.toObject();
        }
        return {};
    }

    demo::DemoCloud m_cloud;
    QProcessEnvironment m_environment;
    QTemporaryDir m_home;
};

QTEST_GUILESS_MAIN(tst_Check)
#include "tst_check.moc"
