#include <callcard/keychain.h>

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// The real keyring, in a session bus and a home of its own: the program runs itself again inside.
class tst_SystemKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { inside = qEnvironmentVariable("CALLCARD_INSIDE"); }

    void withoutASessionBus()
    {
        if (!inside.isEmpty())
            QSKIP("for the outer run");
        run(u"no-bus"_s, {QCoreApplication::applicationFilePath(), u"absent"_s}, {{u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s}});
    }

    void withAKeyring()
    {
        if (!inside.isEmpty())
            QSKIP("for the outer run");
        for (const char *tool : {"dbus-run-session", "gnome-keyring-daemon"}) {
            if (QStandardPaths::findExecutable(QString::fromLatin1(tool)).isEmpty())
                QSKIP("no keyring to test with");
        }
        run(u"keyring"_s,
            {u"dbus-run-session"_s, u"--"_s, u"sh"_s, u"-c"_s,
             u"printf '\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null; sleep 0.3; exec "_s +
                 QCoreApplication::applicationFilePath() + u" keepsAndForgets"_s},
            {});
    }

    void absent()
    {
        if (inside != "no-bus"_L1)
            QSKIP("for the inner run");
        SystemClock clock;
        KeychainSecrets store(makeSystemKeychain(), u"test"_s, clock);
        QCOMPARE(QCoro::waitFor(store.read(u"relay-token"_s, {})).error().kind, ErrorKind::SecretsLocked);
        QCOMPARE(store.state(), KeychainState::Absent);
        QVERIFY(!QCoro::waitFor(store.write(u"relay-token"_s, Secret(u"x"_s), {})));
        QVERIFY(!QCoro::waitFor(store.names({})));
    }

    void keepsAndForgets()
    {
        if (inside != "keyring"_L1)
            QSKIP("for the inner run");
        SystemClock clock;
        KeychainSecrets store(makeSystemKeychain(), u"test"_s, clock);
        const auto missing = QCoro::waitFor(store.read(u"relay-token"_s, {}));
        QVERIFY(missing.has_value() && !missing->has_value());
        const QString text = u"pässword\u2014 with \"quotes\" and\nlines"_s + QString(4000, u'x');
        QVERIFY(QCoro::waitFor(store.write(u"relay-token"_s, Secret(text), {})));
        QCOMPARE((*QCoro::waitFor(store.read(u"relay-token"_s, {})))->revealText(), text);
        QVERIFY(QCoro::waitFor(store.write(u"relay-token"_s, Secret(u"short"_s), {})));
        KeychainSecrets again(makeSystemKeychain(), u"test"_s, clock);
        QCOMPARE((*QCoro::waitFor(again.read(u"relay-token"_s, {})))->revealText(), u"short"_s);
        QCOMPARE(*QCoro::waitFor(again.names({})), QStringList{u"relay-token"_s});
        QVERIFY(QCoro::waitFor(again.remove(u"relay-token"_s, {})));
        QVERIFY(QCoro::waitFor(again.remove(u"relay-token"_s, {})));
        QVERIFY(!QCoro::waitFor(again.read(u"relay-token"_s, {}))->has_value());
        QVERIFY(QCoro::waitFor(again.names({}))->isEmpty());
        QCOMPARE(again.state(), KeychainState::Works);
    }

private:
    void run(const QString &where, QStringList command, const QHash<QString, QString> &extra)
    {
        QTemporaryDir home;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, home.path());
        environment.insert(u"XDG_DATA_HOME"_s, home.path());
        environment.insert(u"XDG_RUNTIME_DIR"_s, home.path());
        environment.insert(u"CALLCARD_INSIDE"_s, where);
        for (auto it = extra.begin(); it != extra.end(); ++it)
            environment.insert(it.key(), it.value());
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(command.takeFirst(), command);
        const bool ended = process.waitForFinished(30'000);
        const QByteArray output = process.readAll();
        QVERIFY2(ended && process.exitCode() == 0 && output.contains("0 skipped"), output.constData());
    }

    QString inside;
};

QTEST_GUILESS_MAIN(tst_SystemKeychain)
#include "tst_systemkeychain.moc"
