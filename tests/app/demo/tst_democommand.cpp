#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

/// callcard-demo as somebody types it: what it refuses, what it prints, and that it ends with its input.
class tst_DemoCommand : public QObject
{
    Q_OBJECT

private:
    /// A small cloud, and its control endpoint.
    struct Running {
        QProcess process;
        QUrl control;
        explicit Running(const QStringList &more)
        {
            process.start(program(), QStringList{u"--customers"_s, u"50"_s, u"--days"_s, u"1"_s} + more);
            QByteArray said;
            while (!said.contains('\n') && process.waitForReadyRead(60'000))
                said += process.readAllStandardOutput();
            control = QUrl(QJsonDocument::fromJson(said.left(said.indexOf('\n')))[u"control"_s].toString());
        }
        ~Running()
        {
            process.closeWriteChannel();
            process.waitForFinished(60'000);
        }
        QJsonDocument asked(const QByteArray &body) const
        {
            QNetworkAccessManager net;
            QNetworkRequest request(control);
            request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
            const std::unique_ptr<QNetworkReply> reply(net.post(request, body));
            if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 10'000))
                return {};
            return QJsonDocument::fromJson(reply->readAll());
        }
    };

    QTemporaryDir m_folder;

    static QString program() { return qEnvironmentVariable("CALLCARD_DEMO"); }

    QString scriptOf(const QByteArray &text) const
    {
        QFile file(m_folder.filePath(u"day.json"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("the script cannot be written");
        return file.fileName();
    }

private Q_SLOTS:
    void refusesInOneSentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QByteArray>("says");
        const QByteArray none;
        QTest::newRow("an unknown option") << QStringList{u"--bogus"_s} << none
                                           << QByteArray("Unknown option 'bogus'. callcard-demo --help");
        QTest::newRow("an argument") << QStringList{u"now"_s} << none << QByteArray("unexpected argument");
        QTest::newRow("no number") << QStringList{u"--customers"_s, u"many"_s} << none << QByteArray("--customers takes a number");
        QTest::newRow("nobody") << QStringList{u"--customers"_s, u"0"_s} << none << QByteArray("--customers takes a number");
        QTest::newRow("a past too long") << QStringList{u"--days"_s, u"801"_s} << none << QByteArray("--days (0 to 800)");
        QTest::newRow("backwards") << QStringList{u"--speed"_s, u"-1"_s} << none << QByteArray("--speed goes from 0");
        QTest::newRow("almost standing still") << QStringList{u"--speed"_s, u"1e-300"_s} << none << QByteArray("--speed goes from 0");
        QTest::newRow("no seed") << QStringList{u"--seed"_s, u"many"_s} << none << QByteArray("--seed");
        QTest::newRow("no pause") << QStringList{u"--every"_s, u"0"_s} << none << QByteArray("--every goes from 0.1");
        QTest::newRow("not a number") << QStringList{u"--every"_s, u"nan"_s} << none << QByteArray("--every");
        QTest::newRow("no file") << QStringList{u"--script"_s, m_folder.filePath(u"none.json"_s)} << none << QByteArray("cannot be read");
        QTest::newRow("no JSON") << QStringList{} << QByteArray("{\"steps\":") << QByteArray("is not JSON");
        QTest::newRow("no object") << QStringList{} << QByteArray("7") << QByteArray("a JSON object with \"steps\"");
        QTest::newRow("no such verb of a service")
            << QStringList{} << QByteArray("[{\"after\":1,\"do\":\"dance\",\"service\":\"justcall\"}]") << QByteArray("step 1: no verb");
        QTest::newRow("no such service") << QStringList{} << QByteArray("[{\"do\":\"switch\",\"service\":\"dance\"}]")
                                         << QByteArray("there is no service");
        QTest::newRow("no such verb") << QStringList{} << QByteArray("[{\"after\":1,\"do\":\"dance\"}]") << QByteArray("dance");
    }

    void refusesInOneSentence()
    {
        QFETCH(QStringList, arguments);
        QFETCH(const QByteArray, script);
        QFETCH(const QByteArray, says);
        if (!script.isEmpty())
            arguments += {u"--script"_s, scriptOf(script)};
        QProcess process;
        process.setStandardInputFile(QProcess::nullDevice());
        process.start(program(), arguments);
        QVERIFY(process.waitForFinished(60'000));
        const QByteArray errors = process.readAllStandardError();
        QVERIFY2(errors.contains(says), errors.constData());
        QCOMPARE(errors.count('\n'), 1);
        QCOMPARE(process.exitCode(), 2);
        QCOMPARE(process.readAllStandardOutput(), QByteArray()); // nobody is told of a cloud that does not stay
    }

    void explainsItself_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("help") << u"--help"_s << QByteArray("--script");
        QTest::newRow("help names the control endpoint") << u"-h"_s << QByteArray("curl -d");
        QTest::newRow("version") << u"--version"_s << QByteArray("callcard-demo " CALLCARD_VERSION);
    }

    void explainsItself()
    {
        QFETCH(QString, option);
        QFETCH(const QByteArray, says);
        QProcess process;
        process.start(program(), {option});
        QVERIFY(process.waitForFinished(60'000));
        const QByteArray said = process.readAllStandardOutput();
        QVERIFY2(said.contains(says), said.constData());
        QCOMPARE(process.exitCode(), 0);
    }

    void playsItsScript()
    {
        // Called, taken, held: seen from outside, while it happens.
        Running cloud({u"--script"_s, scriptOf(R"([{"as":"one","do":"call.start","from":"+13035550187"},
            {"after":0.2,"do":"call.answer","call":"$one"},{"at":0.4,"do":"call.hold","call":"$one"}])")});
        QVERIFY(!cloud.control.isEmpty());
        QTRY_COMPARE(cloud.asked(R"({"do":"calls","limit":1})")[u"calls"_s][0][u"state"_s].toString(), u"held"_s);
        QCOMPARE(cloud.asked(R"({"do":"calls","live":true})")[u"calls"_s].toArray().size(), 1);
        QCOMPARE(cloud.asked(R"({"do":"calls","limit":1})")[u"calls"_s][0][u"number"_s].toString(), u"+13035550187"_s);
    }

    void inventsAnotherPastWithAnotherSeed()
    {
        const auto past = [](const QString &seed) {
            Running cloud({u"--seed"_s, seed, u"--quiet"_s});
            QStringList customers;
            const QJsonArray all = cloud.asked(R"({"do":"customers","limit":20})")[u"customers"_s].toArray();
            for (const QJsonValue &customer : all)
                customers.append(customer[u"lastName"_s].toString() + customer[u"name"_s].toString());
            return customers;
        };
        const QStringList first = past(u"7"_s);
        QVERIFY(first.size() > 10 && !first.last().isEmpty());
        QCOMPARE(past(u"7"_s), first);
        QVERIFY(past(u"8"_s) != first);
    }

    void printsItsAddressesAndEndsWithItsInput()
    {
        QProcess process;
        process.start(program(), {u"--customers"_s, u"20"_s, u"--days"_s, u"1"_s, u"--script"_s,
                                  scriptOf(R"([{"after":0.1,"as":"one","do":"call.start"},{"after":1,"do":"call.end","call":"$one"}])")});
        QByteArray said;
        while (!said.contains('\n') && process.waitForReadyRead(60'000))
            said += process.readAllStandardOutput();
        QVERIFY2(said.startsWith('{') && said.contains("\"control\":\"http://127.0.0.1:"), said.constData());
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 0);
        QCOMPARE(process.readAllStandardError(), QByteArray());
    }
};

QTEST_GUILESS_MAIN(tst_DemoCommand)
#include "tst_democommand.moc"
