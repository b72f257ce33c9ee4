#include "clirun.h"

#include <engine/directorycommands.h>
#include <ipc/profilelock.h>

#include <schema.h>

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

namespace {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int kManyRows = 30'000;
#else
constexpr int kManyRows = 400'000; // several seconds
#endif

class RefusingSource final : public CustomerSource
{
public:
    QString name() const override { return u"firestore:copper_people"_s; }
    QCoro::Task<Result<SourcePage>> page(SyncScope, QByteArray, std::stop_token) override
    {
        SourcePage page{.cursor = "1", .last = true};
        page.refused = {{.sourceId = u"4711"_s, .reason = u"no-name"_s},
                        {.sourceId = u"ev\x1bil"_s, .reason = u"empty"_s},
                        {.place = 12, .reason = u"no-id"_s}};
        co_return page;
    }
};

QCoro::Task<> syncThen(Directory &directory, CustomerSource &source, std::optional<Result<SyncReport>> &report)
{
    const QList<CustomerSource *> sources{&source};
    const QList<SyncScope> scopes{SyncScope::Own};
    report = co_await directory.sync(sources, scopes, {});
}
} // namespace

/// The directory on the command line: the real program, in a home of its own.
class tst_CliDirectory : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_home;

    CliRun run(const QStringList &arguments) const
    {
        QProcessEnvironment environment;
        environment.insert(u"CALLCARD_REGION"_s, u"US"_s);
        environment.insert(u"CALLCARD_USER_EMAIL"_s, u"me@office.example"_s);
        return runCli(m_home->path(), arguments, environment);
    }
    QJsonObject json(const QStringList &arguments) const
    {
        const CliRun done = run(QStringList{u"--json"_s} + arguments);
        const QJsonDocument document = QJsonDocument::fromJson(done.out);
        return document.isObject() ? document.object() : QJsonObject{{u"notJson"_s, QString::fromUtf8(done.out + done.error)}};
    }
    /// Where the program looks when it is run by run().
    Profile profileOfHome() const
    {
        const QString data = m_home->filePath(u".local/share/callcard"_s);
        return {.settingsFile = m_home->filePath(u".config/callcard/callcard.ini"_s),
                .dataFolder = data,
                .lockFile = QString(data + u"/profile.lock"_s),
                .socketPath = m_home->filePath(u"callcard.sock"_s)};
    }
    /// A run whose questions this process answers meanwhile.
    CliRun answered(const QStringList &arguments) const
    {
        QProcess process;
        process.setProcessEnvironment(cliEnvironment(m_home->path()));
        process.start(qEnvironmentVariable("CALLCARD_CLI"), arguments);
        process.closeWriteChannel();
        const bool ended = QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000);
        return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
    }
    QString file(const QString &name, const QByteArray &content) const
    {
        QFile file(m_home->filePath(name));
        if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write");
        return file.fileName();
    }
    QString people() const
    {
        return file(u"people.csv"_s, "Name,Company,Phone,E-mail,Owner E-mail\n"
                                     "Sarah Lee,Acme,(416) 555-0142 x12,sarah@acme.example,me@office.example\n"
                                     "Omar Diaz,Acme,416-555-0143,,\n"
                                     "Ann Kay,Kay & Sons,416-555-0143,,dana@office.example\n"
                                     "\"never closed,,,,\n"
                                     "Pat,,1.41555E+10,,\n");
    }

private Q_SLOTS:
    void init() { m_home = std::make_unique<QTemporaryDir>(); }

    void importsAndTells()
    {
        const QString csv = people();
        const QJsonObject report = json({u"directory"_s, u"import"_s, csv});
        QCOMPARE(report.value(u"rows"_s).toInt(), 5);
        QCOMPARE(report.value(u"kept"_s).toInt(), 4);
        QCOMPARE(report.value(u"updated"_s).toInt(), 0);
        QCOMPARE(report.value(u"removed"_s).toInt(), 0);
        QCOMPARE(report.value(u"numbers"_s).toInt(), 3);
        QCOMPARE(report.value(u"unparseable"_s).toInt(), 1);
        QCOMPARE(report.value(u"shared"_s).toInt(), 1);
        const QJsonObject refused = report.value(u"refused"_s).toArray().at(0).toObject();
        QCOMPARE(refused.value(u"line"_s).toInt(), 5);
        QCOMPARE(refused.value(u"reason"_s).toString(), u"quote-never-closed"_s);
        QVERIFY(refused.contains(u"field"_s));
        const QJsonObject stats = json({u"directory"_s, u"stats"_s});
        QCOMPARE(stats.value(u"customers"_s).toInt(), 4);
        QCOMPARE(stats.value(u"numbers"_s).toInt(), 2);
        QCOMPARE(stats.value(u"unparseable"_s).toInt(), 1);
        QCOMPARE(stats.value(u"shared"_s).toInt(), 1);
        QVERIFY(stats.value(u"lastSync"_s).isNull());
    }

    void aPersonReadsWhy()
    {
        const CliRun done = run({u"directory"_s, u"import"_s, people()});
        QCOMPARE(done.code, 0);
        const QString out = QString::fromUtf8(done.out);
        QVERIFY2(out.contains(u"line 5: A quotation mark is opened and never closed."_s), done.out.constData());
        QVERIFY2(out.contains(u"line 6, Phone: A spreadsheet rounded the number away."_s), done.out.constData());
        QVERIFY2(out.contains(u"Company → company"_s), done.out.constData());
        QVERIFY2(QString::fromUtf8(done.error).contains(u"100 %"_s), done.error.constData());
    }

    /// Killed in the middle, the same command goes on; --fresh does not want to.
    void goesOnAfterAKill_data()
    {
        QTest::addColumn<bool>("fresh");
        QTest::newRow("goes on") << false;
        QTest::newRow("begins anew") << true;
    }
    void goesOnAfterAKill()
    {
        QFETCH(const bool, fresh);
        QByteArray content = "Id,Name,Phone\n";
        for (int i = 0; i < kManyRows; ++i)
            content += QByteArray::number(i) + ",Customer,+1303555" + QByteArray::number(i % 10'000).rightJustified(4, '0') + "\n";
        const QString csv = file(u"many.csv"_s, content);
        QProcess first;
        first.setProcessEnvironment(cliEnvironment(m_home->path()));
        first.start(qEnvironmentVariable("CALLCARD_CLI"), {u"directory"_s, u"import"_s, csv});
        first.closeWriteChannel();
        const QString half = m_home->filePath(u".local/share/callcard/directory/directory-import.db.building"_s);
        // What was kept is in the file, and since then there was more: nobody is in the middle of keeping it.
        int tenths = 0;
        int tenthsWhenKept = -1;
        const auto isKept = [&] {
            tenths += static_cast<int>(first.readAllStandardError().count('%'));
            if (tenthsWhenKept < 0 && QFileInfo(half).size() > 1'000'000)
                tenthsWhenKept = tenths;
            return (tenthsWhenKept >= 0 && tenths >= tenthsWhenKept + 2) || first.state() == QProcess::NotRunning;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isKept(), 120'000);
        first.kill();
        QVERIFY(first.waitForFinished());
        QCOMPARE(first.exitStatus(), QProcess::CrashExit);
        QCOMPARE(json({u"directory"_s, u"stats"_s}).value(u"customers"_s).toInt(), 0);
        const CliRun second = run(QStringList{u"directory"_s, u"import"_s, csv} + (fresh ? QStringList{u"--fresh"_s} : QStringList{}));
        QCOMPARE(second.code, 0);
        QVERIFY2(second.error.contains("Going on from line ") != fresh, second.error.constData());
        QVERIFY2(second.out.contains("Went on from line ") != fresh, second.out.constData());
        QCOMPARE(json({u"directory"_s, u"stats"_s}).value(u"customers"_s).toInt(), kManyRows);
    }

    /// A damaged file of choices keeps nobody from being found, and is said by whoever meets it.
    void saysWhatIsDamaged()
    {
        QCOMPARE(run({u"directory"_s, u"import"_s, people()}).code, 0);
        const QString choices = m_home->filePath(u".local/share/callcard/directory/choices.db"_s);
        (void)file(u".local/share/callcard/directory/choices.db"_s, "this is no database, whatever its name says, and long enough");
        const CliRun looked = run({u"lookup"_s, u"416-555-0142"_s});
        QCOMPARE(looked.code, 0);
        QVERIFY2(looked.out.contains("Sarah Lee"), looked.out.constData());
        QVERIFY2(looked.error.contains("The file of the numbers you chose is damaged"), looked.error.constData());
        QVERIFY(QFile::exists(choices));
        const CliRun imported = run({u"directory"_s, u"import"_s, people()});
        QCOMPARE(imported.code, 0);
        QVERIFY2(imported.error.contains("choices.db.damaged-"), imported.error.constData());
        const CliRun stats = run({u"directory"_s, u"stats"_s});
        QVERIFY2(stats.out.contains("choices.db.damaged-"), stats.out.constData());
        QCOMPARE(json({u"directory"_s, u"stats"_s}).value(u"setAside"_s).toArray().size(), 1);
        const CliRun checked = run({u"check"_s});
        QVERIFY2(checked.out.contains("directory") && checked.out.contains("choices.db.damaged-"), checked.out.constData());
    }

    /// Whoever is not found in a file that cannot be read is not nobody.
    void aLookUpThatFailsIsNoAnswer()
    {
        QCOMPARE(run({u"directory"_s, u"import"_s, people()}).code, 0);
        const QString path = m_home->filePath(u".local/share/callcard/directory/directory-1.db"_s);
        QFile damaged(path);
        constexpr qint64 page = 4096;
        QVERIFY(damaged.size() > 4 * page && damaged.open(QFile::ReadWrite) && damaged.seek(page));
        const QByteArray hole(damaged.size() - page, '\xff'); // all but the first one, which says what is in it
        QCOMPARE(damaged.write(hole), hole.size());
        damaged.close();
        for (const QStringList &arguments :
             {QStringList{u"lookup"_s, u"416-555-0142"_s}, QStringList{u"--json"_s, u"lookup"_s, u"416-555-0142"_s},
              QStringList{u"directory"_s, u"refused"_s}}) {
            const CliRun failed = run(arguments);
            QCOMPARE(failed.code, 1);
            QVERIFY2(failed.error.contains("The directory cannot be read"), failed.error.constData());
            QVERIFY2(failed.out.isEmpty(), failed.out.constData());
        }
    }

    void tellsWhatTheSourcesHaveAndNobodyCanUse()
    {
        QVERIFY2(run({u"directory"_s, u"refused"_s}).out.contains("Never synced."), "nothing there yet");
        SystemClock clock;
        QVERIFY(prepareFolders(profileOfHome()));
        {
            const auto directory = Directory::open(profileOfHome().directoryFolder(), clock).value();
            RefusingSource source;
            std::optional<Result<SyncReport>> report;
            TaskScope scope;
            scope.start(syncThen(*directory, source, report));
            QTRY_VERIFY(report);
            QVERIFY(*report);
        }
        const CliRun listed = run({u"directory"_s, u"refused"_s});
        QCOMPARE(listed.code, 0);
        QCOMPARE(QString::fromUtf8(listed.out), u"firestore:copper_people  3 refused\n"
                                                "  4711: There is neither a name nor a company.\n"
                                                "  ev?il: There is neither a name nor a number.\n"
                                                "  record 12 of its list: The record has no id.\n"_s);
        const QJsonObject json = this->json({u"directory"_s, u"refused"_s});
        QCOMPARE(json.value(u"refused"_s).toInt(), 3);
        const QJsonObject source = json.value(u"sources"_s).toArray().at(0).toObject();
        QCOMPARE(source.value(u"name"_s).toString(), u"firestore:copper_people"_s);
        QCOMPARE(source.value(u"records"_s).toArray().at(0).toObject().value(u"reason"_s).toString(), u"no-name"_s);
        QCOMPARE(this->json({u"directory"_s, u"stats"_s}).value(u"refused"_s).toInt(), 3);
        QVERIFY(run({u"directory"_s, u"stats"_s}).out.contains("3  records of the sources refused"));
        QVERIFY(this->json({u"directory"_s, u"refused"_s}).value(u"known"_s).toBool());
        // As after an update from a program that passed over them.
        const QString file = QString(profileOfHome().directoryFolder() + u"/directory-1.db"_s);
        {
            const auto store = Store::open(file, directorySchema()).value();
            const auto nothing = [](const Row &) { return false; };
            QVERIFY(store->each(u"DELETE FROM refused"_s, nothing) && store->each(u"UPDATE cursor SET told=0"_s, nothing));
        }
        QVERIFY(run({u"directory"_s, u"refused"_s}).out.contains("firestore:copper_people  not known yet"));
        QVERIFY(run({u"directory"_s, u"stats"_s}).out.contains("?  records of the sources refused"));
        QVERIFY(!this->json({u"directory"_s, u"refused"_s}).value(u"known"_s).toBool());
        QVERIFY(!this->json({u"directory"_s, u"stats"_s}).value(u"refusedKnown"_s).toBool());
    }

    void aDryRunChangesNothing()
    {
        const CliRun done = run({u"directory"_s, u"import"_s, u"--dry-run"_s, people()});
        QCOMPARE(done.code, 0);
        QVERIFY(done.out.contains("dry run"));
        QCOMPARE(json({u"directory"_s, u"stats"_s}).value(u"customers"_s).toInt(), 0);
    }

    void mapsColumns()
    {
        const QString csv = file(u"odd.csv"_s, "Wer,Leitung\nSarah,416-555-0142\n");
        const QJsonObject report = json({u"directory"_s, u"import"_s, csv, u"--map"_s, u"Wer=name"_s, u"--map=Leitung=phone"_s});
        QCOMPARE(report.value(u"kept"_s).toInt(), 1);
        QCOMPARE(json({u"lookup"_s, u"4165550142"_s}).value(u"matches"_s).toArray().size(), 1);
        const CliRun wrong = run({u"directory"_s, u"import"_s, csv, u"--map"_s, u"Wer=colour"_s});
        QCOMPARE(wrong.code, 1);
        QVERIFY2(wrong.error.contains("does not fit"), wrong.error.constData());
    }

    void looksUp_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("confidence");
        QTest::newRow("any form") << u"1-416-555-0142 x12"_s << QStringList{u"Sarah Lee"_s} << u"exact"_s;
        QTest::newRow("link") << u"tel:+14165550142;ext=12"_s << QStringList{u"Sarah Lee"_s} << u"exact"_s;
        QTest::newRow("other extension") << u"416.555.0142"_s << QStringList{u"Sarah Lee"_s} << u"other-extension"_s;
        QTest::newRow("shared") << u"(416) 555-0143"_s << QStringList{u"Ann Kay"_s, u"Omar Diaz"_s} << u"exact"_s;
        QTest::newRow("e-mail") << u"SARAH@acme.example"_s << QStringList{u"Sarah Lee"_s} << u"email"_s;
        QTest::newRow("name") << u"lee sarah"_s << QStringList{u"Sarah Lee"_s} << u"name"_s;
        QTest::newRow("part of a name") << u"sar"_s << QStringList{u"Sarah Lee"_s} << u"name"_s;
        QTest::newRow("stranger") << u"416-555-0199"_s << QStringList{} << QString();
        QTest::newRow("withheld") << u"anonymous"_s << QStringList{} << QString();
    }
    void looksUp()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, names);
        QFETCH(const QString, confidence);
        QCOMPARE(run({u"directory"_s, u"import"_s, people()}).code, 0);
        const QJsonObject found = json({u"lookup"_s, text});
        QCOMPARE(found.value(u"query"_s).toString(), text);
        QStringList all;
        for (const QJsonValue &match : found.value(u"matches"_s).toArray()) {
            all.append(match.toObject().value(u"name"_s).toString());
            QCOMPARE(match.toObject().value(u"confidence"_s).toString(), confidence);
            for (const QString &key : {u"id"_s, u"company"_s, u"email"_s, u"numbers"_s, u"reason"_s})
                QVERIFY(match.toObject().contains(key));
            QCOMPARE(match.toObject().value(u"sources"_s).toArray(), QJsonArray{u"csv:people.csv"_s});
        }
        all.sort();
        QCOMPARE(all, names);
        QCOMPARE(run({u"lookup"_s, text}).code, 0);
    }

    void whatStandsForAWithheldNumberIsNobodysName()
    {
        const QString csv = file(u"odd.csv"_s, "Name,Phone\nUnknown Brewing,416-555-0142\n");
        QCOMPARE(run({u"directory"_s, u"import"_s, csv}).code, 0);
        QVERIFY(json({u"lookup"_s, u"unknown"_s}).value(u"matches"_s).toArray().isEmpty());
        QCOMPARE(json({u"lookup"_s, u"unknown"_s, u"brewing"_s}).value(u"matches"_s).toArray().size(), 1);
    }

    void tellsWhereANumberIs()
    {
        const QJsonObject found = json({u"lookup"_s, u"(416)"_s, u"555-0142"_s, u"x7"_s});
        QCOMPARE(found.value(u"e164"_s).toString(), u"+14165550142"_s);
        QCOMPARE(found.value(u"extension"_s).toString(), u"7"_s);
        QCOMPARE(found.value(u"region"_s).toString(), u"CA"_s);
        QVERIFY(!found.value(u"place"_s).toString().isEmpty());
        QVERIFY(!found.value(u"localTime"_s).toString().isEmpty());
    }

    void theRunningProgramImports()
    {
        const QString csv = people();
        const Profile profile = profileOfHome();
        QVERIFY(prepareFolders(profile));
        const auto lock = ProfileLock::tryTake(profile);
        QVERIFY(lock);
        SystemClock clock;
        const auto directory = Directory::open(profile.directoryFolder(), clock).value();
        DirectoryCommands commands(*directory);
        QStringList asked;
        IpcServer server([&](const IpcQuestion &question, const IpcReply &reply) {
            asked.append(QString::fromStdString(question.command));
            if (!commands.answer(question, reply))
                reply.error({.kind = ErrorKind::Refused});
        });
        QVERIFY(server.listen(profile.socketPath));
        const CliRun done = answered({u"--json"_s, u"directory"_s, u"import"_s, csv});
        QVERIFY2(done.code == 0, done.error.constData());
        QCOMPARE(QJsonDocument::fromJson(done.out).object().value(u"kept"_s).toInt(), 4);
        QCOMPARE(asked, QStringList{u"directory.import"_s});
        QCOMPARE(directory->stats()->customers, 4); // in force there at once
        QVERIFY(done.error.contains("100 %"));
        // Reading asks nobody.
        asked.clear();
        QCOMPARE(json({u"lookup"_s, u"416-555-0142"_s}).value(u"matches"_s).toArray().size(), 1);
        QCOMPARE(json({u"directory"_s, u"stats"_s}).value(u"customers"_s).toInt(), 4);
        QVERIFY(asked.isEmpty());
        // Nothing to sync is said in words.
        const CliRun sync = answered({u"directory"_s, u"sync"_s});
        QCOMPARE(sync.code, 1);
        QVERIFY2(sync.error.contains("No source of customers is configured"), sync.error.constData());
    }

    void whoHoldsTheProfileAndDoesNotAnswer()
    {
        const QString csv = people();
        QCOMPARE(run({u"directory"_s, u"import"_s, csv}).code, 0);
        const auto lock = ProfileLock::tryTake(profileOfHome());
        QVERIFY(lock);
        const CliRun done = run({u"directory"_s, u"import"_s, csv});
        QCOMPARE(done.code, 1);
        QVERIFY2(done.error.contains("does not answer"), done.error.constData());
        QCOMPARE(json({u"lookup"_s, u"416-555-0142"_s}).value(u"matches"_s).toArray().size(), 1);
    }

    void failures_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        QTest::newRow("no verb") << QStringList{u"directory"_s} << 2 << u"Usage: callcard-cli directory"_s;
        QTest::newRow("no file") << QStringList{u"directory"_s, u"import"_s} << 2 << u"Name the file"_s;
        QTest::newRow("two files") << QStringList{u"directory"_s, u"import"_s, u"a"_s, u"b"_s} << 2 << u"One file at a time"_s;
        QTest::newRow("half a map") << QStringList{u"directory"_s, u"import"_s, u"a"_s, u"--map"_s, u"x"_s} << 2 << u"COLUMN=FIELD"_s;
        QTest::newRow("option") << QStringList{u"directory"_s, u"import"_s, u"--fast"_s} << 2 << u"no option --fast"_s;
        QTest::newRow("missing file") << QStringList{u"directory"_s, u"import"_s, u"/nowhere.csv"_s} << 1 << u"cannot be opened"_s;
        QTest::newRow("too much") << QStringList{u"directory"_s, u"stats"_s, u"now"_s} << 2 << u"takes no arguments"_s;
        QTest::newRow("too much of the refused") << QStringList{u"directory"_s, u"refused"_s, u"now"_s} << 2 << u"takes no arguments"_s;
        QTest::newRow("nobody named") << QStringList{u"lookup"_s} << 2 << u"Say whom"_s;
    }
    void failures()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, says);
        const CliRun done = run(arguments);
        QTEST(done.code, "code");
        QVERIFY2(QString::fromUtf8(done.error).contains(says), done.error.constData());
        QCOMPARE(done.error.count('\n'), 1);
        QVERIFY(done.out.isEmpty());
    }

    /// Each with a file as somebody might have it; the good rows are there, the others have a reason.
    void badFiles_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("kept"); // 0: nothing is imported
        QTest::addColumn<QByteArray>("said");
        const QByteArray head = "Name,Phone\nSarah Lee,303-555-0142\n";
        const QByteArray folded =
            "PHOTO;ENCODING=b;TYPE=JPEG:" + QByteArray("QUJD").repeated(18) + QByteArray("\r\n QUJDQUJD").repeated(50'000);
        QTest::newRow("empty") << u"a.csv"_s << QByteArray() << 0 << QByteArray("the file is empty");
        QTest::newRow("binary") << u"a.xlsx"_s << QByteArray("PK\x03\x04\0\0\0\x08", 8).repeated(1000) << 0
                                << QByteArray("the file is not text: export it as CSV or as vCard");
        QTest::newRow("truncated") << u"a.vcf"_s << QByteArray("BEGIN:VCARD\nFN:Sarah\nTEL:303-555-0142\nEND:VCARD\nBEGIN:VCARD\nFN:Om")
                                   << 1 << QByteArray("line 5: The card has no end.");
        QTest::newRow("another encoding") << u"a.csv"_s << head + "Zo\xeb M\xfcller,303-555-0143\n" << 2 << QByteArray("windows-1252");
        QTest::newRow("a mark") << u"a.csv"_s << "\xef\xbb\xbf" + head << 1 << QByteArray("csv, utf-8");
        QTest::newRow("mixed line ends") << u"a.csv"_s
                                         << QByteArray("Name,Phone\rSarah,303-555-0142\nOmar,303-555-0143\r\nAnn,303-555-0144\n\r") << 3
                                         << QByteArray("3  rows kept");
        QTest::newRow("one id of two") << u"a.csv"_s << QByteArray("Id,Name,Phone\n1,Sarah,303-555-0142\n1,Omar,303-555-0143\n") << 2
                                       << QByteArray("line 3, id: Another name has the same id.");
        QTest::newRow("links in a circle")
            << u"a.csv"_s
            << QByteArray(
                   "Copper ID,First Name,Last Name,Company Id,Phone Number\n1,Sarah,Lee,2,303-555-0142\n2,Omar,Diaz,1,303-555-0143\n")
            << 2 << QByteArray("People, exported from Copper");
        QTest::newRow("digits rounded away") << u"a.csv"_s << head + "Omar,1.41555E+10\nAnn,1.3035550144E+10\n"
                                             << 3 << QByteArray("line 3, Phone: A spreadsheet rounded the number away.");
        QTest::newRow("a field of ten megabytes") << u"a.csv"_s << head + "\"" + QByteArray(10 << 20, 'x') + "\",1\nAnn,303-555-0144\n"
                                                  << 2 << QByteArray("line 3: The row is too long.");
        QTest::newRow("formulas") << u"a.csv"_s << head + "=cmd|' /C calc'!A0,+1 303 555 0143\nPat,=\"3035550146\"\n"
                                  << 3 << QByteArray("3  numbers understood");
        QTest::newRow("a photo in folded lines")
            << u"a.vcf"_s << "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Sarah\r\n  Lee\r\nTEL:303-555\r\n -0142\r\n" + folded + "\r\nEND:VCARD\r\n"
            << 1 << QByteArray("1  numbers understood");
    }
    void badFiles()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, content);
        QFETCH(const int, kept);
        QFETCH(const QByteArray, said);
        const CliRun done = run({u"directory"_s, u"import"_s, file(name, content)});
        const QByteArray all = done.out + done.error;
        QVERIFY2(all.contains(said), all.constData());
        QCOMPARE(done.code, kept > 0 ? 0 : 1);
        QCOMPARE(json({u"directory"_s, u"stats"_s}).value(u"customers"_s).toInt(), kept);
        if (kept > 0)
            QVERIFY(run({u"lookup"_s, u"(303) 555-0142"_s}).out.contains("Sarah"));
    }

    void uselessFilesFail()
    {
        const CliRun done = run({u"directory"_s, u"import"_s, file(u"nobody.csv"_s, "Name,Phone\n,,\n,12\n")});
        QCOMPARE(done.code, 1);
        QVERIFY2(done.error.contains("No row of the file could be kept"), done.error.constData());
    }
};

QTEST_GUILESS_MAIN(tst_CliDirectory)
#include "tst_clidirectory.moc"
