#include "clirun.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLong = 60'000;

/// A socket at which somebody may knock, and nobody looks.
class DeafSocket
{
public:
    explicit DeafSocket(const QString &path) : m_socket(::socket(AF_UNIX, SOCK_STREAM, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, QFile::encodeName(path).constData(), sizeof address.sun_path);
        m_listens = ::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 && ::listen(m_socket, 8) == 0;
    }
    ~DeafSocket() { ::close(m_socket); }
    Q_DISABLE_COPY_MOVE(DeafSocket)
    [[nodiscard]] bool listens() const { return m_listens; }

private:
    const int m_socket;
    bool m_listens = false;
};

/// An SQLite file without tables, of the format 99.
QByteArray newerFile()
{
    QByteArray page(512, '\0');
    page.replace(0, 16, QByteArray("SQLite format 3\0", 16));
    const auto put = [&page](qsizetype at, char value) { page[at] = value; };
    put(16, 2); // a page has 512 bytes
    put(18, 1);
    put(19, 1);
    put(21, 64);
    put(22, 32);
    put(23, 32);
    put(27, 1); // changed once
    put(31, 1); // one page
    put(59, 1); // UTF-8
    put(63, 99);
    put(95, 1);
    put(100, 13); // a leaf of a table, empty
    put(105, 2);
    return page;
}

} // namespace

class tst_Cli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        QTest::newRow("unknown command") << QStringList{u"fly"_s} << u"no command \"fly\""_s;
        QTest::newRow("unknown option") << QStringList{u"--fly"_s, u"check"_s} << u"no option --fly"_s;
        QTest::newRow("no profile") << QStringList{u"--profile"_s} << u"needs a name"_s;
        QTest::newRow("bad profile") << QStringList{u"--profile"_s, u"../x"_s, u"status"_s} << u"one word"_s;
        QTest::newRow("too much") << QStringList{u"check"_s, u"now"_s} << u"takes no arguments"_s;
        QTest::newRow("half a verb") << QStringList{u"secret"_s, u"set"_s} << u"Usage: callcard-cli secret"_s;
        QTest::newRow("unknown secret") << QStringList{u"secret"_s, u"set"_s, u"pin"_s} << u"no secret \"pin\""_s;
        QTest::newRow("unknown setting") << QStringList{u"config"_s, u"get"_s, u"colour"_s} << u"no setting \"colour\""_s;
        QTest::newRow("a secret is no setting") << QStringList{u"config"_s, u"get"_s, u"JUSTCALL_API_KEY"_s} << u"callcard-cli secret"_s;
        QTest::newRow("a day that is none") << QStringList{u"metrics"_s, u"--from"_s, u"2026-02-30"_s} << u"--from needs a day"_s;
        QTest::newRow("a day in another order") << QStringList{u"sync"_s, u"--to"_s, u"20.11.2026"_s} << u"--to needs a day"_s;
        QTest::newRow("no day") << QStringList{u"reconcile"_s, u"--from"_s} << u"--from needs a value"_s;
        QTest::newRow("backwards") << QStringList{u"metrics"_s, u"--from=2020-02-02"_s, u"--to=2020-01-01"_s} << u"is after the last"_s;
        QTest::newRow("in the future") << QStringList{u"sync"_s, u"--from=2999-01-01"_s} << u"is in the future"_s;
        QTest::newRow("too long") << QStringList{u"metrics"_s, u"--from=1990-01-01"_s} << u"ten years"_s;
        QTest::newRow("twice") << QStringList{u"sync"_s, u"--user=a"_s, u"--user=b"_s} << u"given twice"_s;
        QTest::newRow("one and all") << QStringList{u"sync"_s, u"--user"_s, u"a"_s, u"--all"_s} << u"do not go together"_s;
        QTest::newRow("nobody") << QStringList{u"sync"_s, u"--user="_s} << u"needs an id"_s;
        QTest::newRow("csv and json") << QStringList{u"metrics"_s, u"--csv"_s, u"--json"_s} << u"do not go together"_s;
        QTest::newRow("call whom") << QStringList{u"call"_s, u"--no-wait"_s} << u"needs a number"_s;
        QTest::newRow("call how") << QStringList{u"call"_s, u"--loud"_s, u"911"_s} << u"--loud is not understood"_s;
        QTest::newRow("sync what") << QStringList{u"sync"_s, u"now"_s} << u"is not understood"_s;
    }

    void wrongUsage()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, says);
        const CliRun run = runCli(m_home.path(), arguments);
        QCOMPARE(run.code, 2);
        QVERIFY2(QString::fromUtf8(run.error).contains(says), run.error.constData());
        QCOMPARE(run.error.count('\n'), 1);
        QVERIFY(run.out.isEmpty());
    }

    void figuresNeedARep()
    {
        const CliRun run = runCli(m_home.path(), {u"metrics"_s});
        QCOMPARE(run.code, 1);
        QVERIFY(run.error.contains("user/email"));
    }

    void figuresOfAnEmptyLog()
    {
        QProcessEnvironment environment;
        environment.insert(u"CALLCARD_USER_EMAIL"_s, u"dana@callcard.example"_s);
        const CliRun json = runCli(m_home.path(), {u"metrics"_s, u"--json"_s}, environment);
        QCOMPARE(json.code, 0);
        QCOMPARE(json.out, QByteArray("{\"days\":[]}\n"));
        const CliRun csv = runCli(m_home.path(), {u"metrics"_s, u"--csv"_s}, environment);
        QVERIFY(csv.out.startsWith("date,source,calls,"));
        QCOMPARE(csv.out.count('\n'), 1);
    }

    void settingsGoThereAndBack()
    {
        const CliRun set = runCli(m_home.path(), {u"config"_s, u"set"_s, u"card/mode"_s, u"compact"_s});
        QCOMPARE(set.code, 0);
        const CliRun get = runCli(m_home.path(), {u"--json"_s, u"config"_s, u"get"_s, u"card/mode"_s});
        const QJsonObject setting = QJsonDocument::fromJson(get.out).object().value(u"settings"_s).toArray().at(0).toObject();
        QCOMPARE(setting.value(u"value"_s).toString(), u"compact"_s);
        QCOMPARE(setting.value(u"origin"_s).toString(), u"file"_s);
        QCOMPARE(setting.value(u"locked"_s).toBool(), false);
        const CliRun wrong = runCli(m_home.path(), {u"config"_s, u"set"_s, u"card/mode"_s, u"huge"_s});
        QCOMPARE(wrong.code, 1);
        QCOMPARE(QString::fromUtf8(runCli(m_home.path(), {u"config"_s, u"get"_s, u"card/mode"_s}).out).trimmed(), u"compact"_s);
    }

    void theEnvironmentIsNamedAsOrigin()
    {
        QProcessEnvironment environment;
        environment.insert(u"CALLCARD_REGION"_s, u"DE"_s);
        const CliRun run = runCli(m_home.path(), {u"config"_s, u"get"_s, u"CALLCARD_REGION"_s, u"--json"_s}, environment);
        QCOMPARE(run.code, 0);
        QVERIFY2(run.out.contains("\"origin\":\"environment\"") && run.out.contains("\"value\":\"DE\""), run.out.constData());
    }

    /// It is told once, as a sentence; the log is for whoever asks for it.
    void aWrongVariableIsTold()
    {
        QProcessEnvironment environment;
        environment.insert(u"CALLCARD_RELAY_URL"_s, u"http://relay.callcard.example"_s);
        const CliRun list = runCli(m_home.path(), {u"config"_s, u"get"_s, u"relay/url"_s}, environment);
        QVERIFY2(list.error.startsWith("callcard-cli: The variable CALLCARD_RELAY_URL is not used: "), list.error.constData());
        QCOMPARE(list.error.count('\n'), 1);
        environment.insert(u"CALLCARD_LOG"_s, u"warning"_s);
        const CliRun asked = runCli(m_home.path(), {u"config"_s, u"get"_s, u"relay/url"_s}, environment);
        QVERIFY2(asked.error.contains(" warning callcard.preferences: "), asked.error.constData());
    }

    void aPolicyIsExplained()
    {
        QFile policy(m_home.filePath(u"policy.json"_s));
        QVERIFY(policy.open(QFile::WriteOnly));
        policy.write("{\"card/mode\": \"sideways\"");
        policy.close();
        const CliRun run = runCli(m_home.path(), {u"config"_s, u"check"_s, policy.fileName()});
        QCOMPARE(run.code, 1);
        QVERIFY(!run.error.isEmpty());
        const CliRun missing = runCli(m_home.path(), {u"config"_s, u"check"_s, m_home.filePath(u"nothing.json"_s)});
        QCOMPARE(missing.code, 1);
        QVERIFY(missing.error.contains("cannot be read"));
    }

    void withoutAKeychainSecretsSaySo()
    {
        const CliRun run = runCli(m_home.path(), {u"secret"_s, u"set"_s, u"justcall-api-key"_s}, {}, "demo-key\n");
        QCOMPARE(run.code, 1);
        QVERIFY2(run.error.contains("keychain"), run.error.constData());
        QVERIFY(!run.error.contains("demo-key") && !run.out.contains("demo-key"));
    }

    void anEmptySecretIsRefused()
    {
        const CliRun run = runCli(m_home.path(), {u"secret"_s, u"set"_s, u"justcall-api-key"_s}, {}, "\n");
        QCOMPARE(run.code, 2);
    }

    void nothingRunningIsASentence()
    {
        const CliRun run = runCli(m_home.path(), {u"status"_s});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.error.contains("not running"), run.error.constData());
    }

    /// It holds the profile, and its socket takes whatever comes; for the kernel does.
    void aProgramThatHangsIsNotWaitedFor()
    {
        const QTemporaryDir home;
        const QString data = home.filePath(u".local/share/callcard"_s);
        QVERIFY(QDir().mkpath(data));
        QLockFile lock(QString(data + u"/profile.lock"_s));
        QVERIFY(lock.tryLock());
        const DeafSocket socket(home.filePath(u"callcard.sock"_s));
        QVERIFY(socket.listens());
        struct Row {
            QStringList arguments;
            int code;
            QByteArray out;
            QByteArray says;
        };
        const std::vector<Row> rows{
            {{u"status"_s, u"--json"_s}, 1, {}, "does not answer"},
            {{u"watch"_s}, 1, {}, "does not answer"},
            {{u"directory"_s, u"sync"_s}, 1, {}, "nothing was asked of it"},
            {{u"call"_s, u"416-555-0142"_s, u"--json"_s},
             1,
             "{\"reason\":\"offline\",\"status\":\"not-placed\",\"type\":\"result\"}\n",
             "does not answer"},
            {{u"config"_s, u"set"_s, u"card/mode"_s, u"compact"_s, u"--json"_s}, 0, "\"value\":\"compact\"", "This is kept"},
        };
        std::vector<std::unique_ptr<QProcess>> running; // all of them wait at the same time
        for (const Row &row : rows) {
            running.push_back(std::make_unique<QProcess>());
            running.back()->setProcessEnvironment(cliEnvironment(home.path()));
            running.back()->start(qEnvironmentVariable("CALLCARD_CLI"), row.arguments);
        }
        for (std::size_t i = 0; i < rows.size(); ++i) {
            QVERIFY2(running[i]->waitForFinished(kLong), qPrintable(rows[i].arguments.join(u' ')));
            const QByteArray error = running[i]->readAllStandardError();
            const QByteArray out = running[i]->readAllStandardOutput();
            QCOMPARE(running[i]->exitCode(), rows[i].code);
            QVERIFY2(error.startsWith("callcard-cli: ") && error.contains(rows[i].says), error.constData());
            QVERIFY2(error.indexOf('\n') == error.size() - 1, error.constData()); // one line, and no log in between
            QVERIFY2(rows[i].out.isEmpty() ? out.isEmpty() : out.contains(rows[i].out), out.constData());
        }
    }

    void aFileThatCannotBeReadSaysWhy_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("newer") << newerFile() << QByteArray("newer version of it. Install the newer version");
        QTest::newRow("damaged") << QByteArray(4096, 'x') << QByteArray("is damaged. Start Callcard again");
        QTest::newRow("older") << QByteArray() << QByteArray("Start Callcard once");
    }

    void aFileThatCannotBeReadSaysWhy()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const QByteArray, says);
        const QTemporaryDir home;
        const QString data = home.filePath(u".local/share/callcard"_s);
        QVERIFY(QDir().mkpath(data));
        QFile log(QString(data + u"/calls.sqlite"_s));
        QVERIFY(log.open(QFile::WriteOnly) && log.write(file) == file.size());
        log.close();
        const CliRun run = runCli(home.path(), {u"calls"_s, u"--json"_s});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.error.contains("The call log cannot be read. ") && run.error.contains(says), run.error.constData());
        QVERIFY(run.out.isEmpty());
    }

    void theDoctorLooksIntoOurFilesToo()
    {
        const QTemporaryDir home;
        const QString data = home.filePath(u".local/share/callcard"_s);
        QVERIFY(QDir().mkpath(data));
        for (const QString &name : {u"calls.sqlite"_s, u"outbox.sqlite"_s}) {
            QFile file(QString(data + u'/' + name));
            QVERIFY(file.open(QFile::WriteOnly) && file.write(newerFile()) == newerFile().size());
        }
        const CliRun run = runCli(home.path(), {u"check"_s, u"--json"_s});
        QCOMPARE(run.code, 1);
        for (const QString &name : {u"calllog"_s, u"outbox"_s}) {
            const QJsonArray services = QJsonDocument::fromJson(run.out).object().value(u"services"_s).toArray();
            const auto found = std::find_if(services.begin(), services.end(),
                                            [&name](const QJsonValue &one) { return one.toObject().value(u"name"_s).toString() == name; });
            QVERIFY2(found != services.end(), run.out.constData());
            QVERIFY(found->toObject().value(u"message"_s).toString().contains(u"Install the newer version"_s));
        }
        QVERIFY2(run.error.contains("calllog, outbox failed"), run.error.constData());
    }

    void aPolicyThatLocksNothingIsTold()
    {
        QFile policy(m_home.filePath(u"lock.json"_s));
        QVERIFY(policy.open(QFile::WriteOnly));
        policy.write("{\"settings\": {\"user/region\": {\"locked\": true}}}");
        policy.close();
        const CliRun run = runCli(m_home.path(), {u"config"_s, u"check"_s, policy.fileName()});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.out.contains("user/region is locked without a value: it stays what each computer is set to"), run.out.constData());
    }

    /// A folder on a disk of its own, which has no room, or may only be read.
    void aDiskThatTakesNothingIsSaid_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<bool>("full"); ///< Otherwise read-only.
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("says");
        const QStringList set{u"config"_s, u"set"_s, u"card/mode"_s, u"compact"_s};
        QTest::newRow("no room for settings") << u".config/callcard"_s << true << set << QByteArray("The disk is full. Make room on it");
        QTest::newRow("settings only to be read")
            << u".config/callcard"_s << false << set << QByteArray("may not write to its files. Make");
        QTest::newRow("no room for anything else") << u".local/share/callcard"_s << true << QStringList{u"check"_s, u"--json"_s}
                                                   << QByteArray("profile.lock cannot be written. Check that its folder is writable");
        QTest::newRow("a home only to be read") << QString() << false << QStringList{u"sync"_s} << QByteArray("cannot be made. Check that");
    }

    void aDiskThatTakesNothingIsSaid()
    {
        QFETCH(const QString, folder);
        QFETCH(const bool, full);
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, says);
        const QTemporaryDir home;
        const QString disk = folder.isEmpty() ? home.path() : home.filePath(folder);
        QVERIFY(QDir().mkpath(disk));
        QProcess process;
        process.setProcessEnvironment(cliEnvironment(home.path()));
        const QString mount = full
                                  ? u"mount -t tmpfs -o size=64k none \"$0\" || exit 99; head -c 1m /dev/zero > \"$0/fill\" 2>/dev/null; "_s
                                  : u"mount -t tmpfs -o ro none \"$0\" || exit 99; "_s;
        process.start(u"unshare"_s, QStringList{u"-rm"_s, u"sh"_s, u"-c"_s, QString(mount + u"exec \"$@\""_s), disk,
                                                qEnvironmentVariable("CALLCARD_CLI")} +
                                        arguments);
        QVERIFY(process.waitForStarted() && process.waitForFinished(kLong));
        const QByteArray error = process.readAllStandardError();
        if (process.exitCode() == 99 || error.startsWith("unshare:"))
            QSKIP("nobody may mount anything here");
        QCOMPARE(process.exitCode(), 1);
        QVERIFY2(error.startsWith("callcard-cli: ") && error.contains(says), error.constData());
        QCOMPARE(error.count('\n'), 1);
    }

    void helpAndVersion()
    {
        QCOMPARE(runCli(m_home.path(), {u"--help"_s}).code, 0);
        QVERIFY(runCli(m_home.path(), {u"--help"_s}).out.contains("check"));
        QCOMPARE(runCli(m_home.path(), {u"--version"_s}).code, 0);
        QCOMPARE(runCli(m_home.path(), {}).code, 2);
    }

    void noHomeIsASentence()
    {
        QProcessEnvironment environment;
        environment.insert(u"HOME"_s, u"/"_s);
        environment.insert(u"XDG_CONFIG_HOME"_s, QString());
        const CliRun run = runCli(m_home.path(), {u"status"_s}, environment);
        QCOMPARE(run.code, 1); // nothing is wrong with the command
        QVERIFY2(run.error.contains("HOME"), run.error.constData());
    }

private:
    QTemporaryDir m_home;
};

QTEST_GUILESS_MAIN(tst_Cli)
#include "tst_cli.moc"
