#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// callcard-demo as somebody types it: what it refuses, what it prints, and that it ends with its input.
class tst_DemoCommand : public QObject
{
    Q_OBJECT

private:
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
        QTest::newRow("no pause") << QStringList{u"--every"_s, u"0"_s} << none << QByteArray("--every from 0.1");
        QTest::newRow("not a number") << QStringList{u"--every"_s, u"nan"_s} << none << QByteArray("--every");
        QTest::newRow("no file") << QStringList{u"--script"_s, m_folder.filePath(u"none.json"_s)} << none << QByteArray("cannot be read");
        QTest::newRow("no JSON") << QStringList{} << QByteArray("{\"steps\":") << QByteArray("is not JSON");
        QTest::newRow("no object") << QStringList{} << QByteArray("7") << QByteArray("a JSON object with \"steps\"");
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
