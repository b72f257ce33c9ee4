#include "people.h"

#include <callcard/testing/fakeclock.h>
#include <callcard/testing/storefaults.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace callcard;
using namespace callcard::testing;
using namespace people;
using namespace Qt::Literals::StringLiterals;

/// Files from other programs, good ones and bad.
class tst_DirectoryImport : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    FakeClock m_clock;
    QString folder() const { return m_folder->filePath(u"d"_s); }
    std::unique_ptr<Directory> opened() const { return Directory::open(folder(), m_clock).value(); }
    ImportRequest request(const QByteArray &content, const QString &name = u"list.csv"_s) const
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write");
        return {.file = file.fileName(), .region = u"US"_s};
    }
    static QString who(const Directory &directory, const char *number)
    {
        return names(directory.whoIs(caller(QString::fromUtf8(number))).facts).join(u',');
    }
    static QString fieldOf(const ImportReport &report, const QString &header)
    {
        for (const auto &column : report.columns) {
            if (column.header == header)
                return column.field;
        }
        return u"no such column"_s;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void delimitersAndEncodings_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("encoding");
        const QString plain = u"Name,Company,Phone\r\n\"M\u00fcller, Zo\u00eb\",\u201cAcme\u201d,303-555-0142\r\nOmar,B,303-555-0143\r\n"_s;
        const auto with = [&](char delimiter) {
            QString text = plain;
            return text.replace(u"Zo\u00eb\","_s, u"Zo\u00eb\"#"_s)
                .replace(u"Name,Company,"_s, u"Name#Company#"_s)
                .replace(u"\u201d,"_s, u"\u201d#"_s)
                .replace(u"Omar,B,"_s, u"Omar#B#"_s)
                .replace(u'#', QLatin1Char(delimiter));
        };
        QTest::newRow("comma") << plain.toUtf8() << u"utf-8"_s;
        QTest::newRow("semicolon") << with(';').toUtf8() << u"utf-8"_s;
        QTest::newRow("tab") << with('\t').toUtf8() << u"utf-8"_s;
        QTest::newRow("bar") << with('|').toUtf8() << u"utf-8"_s;
        QTest::newRow("caret") << with('^').toUtf8() << u"utf-8"_s;
        QTest::newRow("colon") << with(':').toUtf8() << u"utf-8"_s;
        QTest::newRow("said by Excel") << "sep=;\r\n" + with(';').toUtf8() << u"utf-8"_s;
        QTest::newRow("mark") << "\xef\xbb\xbf" + plain.toUtf8() << u"utf-8"_s;
        QTest::newRow("lf") << QString(plain).remove(u'\r').toUtf8() << u"utf-8"_s;
        QTest::newRow("cr") << QString(plain).remove(u'\n').toUtf8() << u"utf-8"_s;
        QTest::newRow("mixed ends") << QString(plain).replace(u"0142\r\n"_s, u"0142\n\n\r\n"_s).toUtf8() << u"utf-8"_s;
        QTest::newRow("no end") << plain.trimmed().toUtf8() << u"utf-8"_s;
        QTest::newRow("windows") << QByteArray("Name,Company,Phone\nM\xfcller Zo\xeb,\x93"
                                               "Acme\x94,303-555-0142\nOmar,B,303-555-0143\n")
                                 << u"windows-1252"_s;
        QStringEncoder little(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom);
        QTest::newRow("utf-16") << QByteArray(little(plain)) << u"utf-16le"_s;
        QStringEncoder big(QStringEncoder::Utf16BE);
        QTest::newRow("utf-16 without mark") << QByteArray(big(plain)) << u"utf-16be"_s;
    }
    void delimitersAndEncodings()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, encoding);
        const auto directory = opened();
        const auto report = directory->importNow(request(content));
        QVERIFY(report);
        QCOMPARE(report->rows, 2);
        QCOMPARE(report->kept, 2);
        QCOMPARE(report->encoding, encoding);
        QVERIFY(report->inForce && report->refused.isEmpty());
        const auto facts = directory->whoIs(caller(u"303-555-0142"_s)).facts;
        QCOMPARE(facts.size(), 1);
        QCOMPARE(nameOf(facts.constFirst().customer), u"m\u00fcller zo\u00eb"_s);
        QCOMPARE(facts.constFirst().customer.company, u"\u201cAcme\u201d"_s);
        QCOMPARE(who(*directory, "303-555-0143"), u"Omar"_s);
    }

    void copperPeopleAndTheirCompanies()
    {
        const auto directory = opened();
        const auto people = directory->importNow(request(
            "First Name,Last Name,Title,Company,Company Id,Owned By,Email,Phone Number,Phone Number Type,Phone Number 2,Copper ID,Main "
            "Phone cf_699010\n"
            "Sarah,Unknown,Buyer,Riverside,77,Dana Reed,sarah@riverside.example,(303) 555-0142,work,303.555.0142,1001,3035550100.0\n"
            "Omar,Diaz,,Riverside,77,,,1.3035550143E+10,mobile,,1002,\n"));
        QVERIFY(people);
        QCOMPARE(people->preset, u"copper-people"_s);
        QCOMPARE(fieldOf(*people, u"Phone Number 2"_s), u"phone"_s);
        QCOMPARE(fieldOf(*people, u"Phone Number Type"_s), QString());
        QCOMPARE(people->kept, 2);
        QCOMPARE(people->numbers, 3);
        const auto companies =
            directory->importNow(request("Name,Company ID,Active Customer cf_712751,Owned By,Account Order ID cf_698467,Phone Number\n"
                                         "Riverside Vape,77,checked,Dana Reed,R-1,303-555-0199\n",
                                         u"companies.csv"_s));
        QVERIFY(companies);
        QCOMPARE(companies->preset, u"copper-companies"_s);
        const auto sales = directory->importNow(
            request("customerId,customerName,totalSalesYTD,lastOrderDate\nR-1,Riverside,\"$1,234.50\",2026-10-02\n", u"s.csv"_s));
        QVERIFY(sales);
        QCOMPARE(sales->preset, u"customer-sales-summary"_s);
        const Match sarah = directory->whoIs(caller(u"303-555-0100"_s)).facts.constFirst();
        QCOMPARE(sarah.customer.name, u"Sarah"_s);
        QCOMPARE(sarah.customer.id, CustomerId(u"csv:copper_people/1001"_s));
        QVERIFY(sarah.customer.active);
        QCOMPARE(sarah.customer.salesThisYearCents, 123450);
        QCOMPARE(sarah.customer.lastOrder, QDate(2026, 10, 2));
        QCOMPARE(who(*directory, "303-555-0143"), u"Omar Diaz"_s);
        QCOMPARE(who(*directory, "303-555-0199"), u"Riverside Vape"_s);
        QCOMPARE(directory->stats()->customers, 3);
    }

    void namesColumnsByHand()
    {
        const auto directory = opened();
        ImportRequest wanted = request("Wer,Was,Ruf\nSarah,Acme,303-555-0142\n");
        wanted.map = {{u"Wer"_s, u"name"_s}, {u"2"_s, u"company"_s}, {u"Ruf"_s, u"PHONE"_s}};
        QVERIFY(directory->importNow(wanted));
        QCOMPARE(who(*directory, "303-555-0142"), u"Sarah"_s);
        wanted.map = {{u"Wer"_s, u"nonsense"_s}};
        QCOMPARE(directory->importNow(wanted).error().kind, ErrorKind::Refused);
    }

    void withoutHeader()
    {
        const auto directory = opened();
        const auto report = directory->importNow(request("Sarah Lee;Acme;303-555-0142;s@acme.example\nOmar;B;303-555-0143;o@b.example\n"));
        QVERIFY(report);
        QCOMPARE(report->kept, 2);
        QCOMPARE(who(*directory, "303-555-0142"), u"Sarah Lee"_s);
    }

    void brokenRowsCostOnlyThemselves()
    {
        QByteArray content =
            "Name,Phone,Note\nSarah,303-555-0142,fine\nBroken,303-555-0150,\"never closed\nOmar,303-555-0143,\"a \"\"quoted\"\" word\"\n";
        content += "Big,303-555-0151," + QByteArray(10 << 20, 'x') + "\n";
        content += ",303-555-0152,\n,,only a note\nFew\n";
        content += "\"Two\nlines\",303-555-0144,x\nMany,303-555-0145" + QByteArray(3000, ',') + "\n";
        content += "=HYPERLINK(\"http://x.example\"),=\"+13035550146\",@SUM(A1)\nRuin,1.3E+10,\nSeven,555-0142,\nAnn,303-555-0149,x";
        const auto directory = opened();
        const auto report = directory->importNow(request(content));
        QVERIFY(report);
        QStringList refused;
        for (const auto &finding : report->refused)
            refused.append(QString::number(finding.line) + u':' + finding.reason);
        QCOMPARE(refused,
                 (QStringList{u"3:quote-never-closed"_s, u"5:row-too-long"_s, u"6:no-name"_s, u"7:empty"_s, u"11:too-many-columns"_s}));
        QCOMPARE(report->refusedRows, 5);
        QCOMPARE(report->rows, report->kept + report->refusedRows);
        QStringList numbers;
        for (const auto &finding : report->numberProblems)
            numbers.append(QString::number(finding.line) + u':' + finding.field + u':' + finding.reason);
        QCOMPARE(numbers, (QStringList{u"13:Phone:scientific-notation"_s, u"14:Phone:area-code-missing"_s}));
        QCOMPARE(who(*directory, "303-555-0142"), u"Sarah"_s);
        QCOMPARE(who(*directory, "303-555-0143"), u"Omar"_s);
        QCOMPARE(who(*directory, "303-555-0144"), u"Two lines"_s);
        QCOMPARE(who(*directory, "303-555-0146"), u"=HYPERLINK(\"http://x.example\")"_s); // text, whatever it looks like
        QCOMPARE(who(*directory, "303-555-0149"), u"Ann"_s);
    }

    void hopelessFilesChangeNothing_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("blank") << QByteArray("\n\r\n \n");
        QTest::newRow("binary") << QByteArray("PK\x03\x04\0\0\0\x08zip", 11);
        QTest::newRow("header only") << QByteArray("Name,Phone\n");
        QTest::newRow("nobody") << QByteArray("Name,Phone\n,,\n,12\n");
        QTest::newRow("unclosed header") << QByteArray("\"Name,Phone\nSarah,303-555-0142\n");
    }
    void hopelessFilesChangeNothing()
    {
        QFETCH(QByteArray, content);
        const auto directory = opened();
        QVERIFY(directory->importNow(request("Name,Phone\nSarah,303-555-0142\n")));
        const auto report = directory->importNow(request(content));
        QVERIFY(!report || !report->inForce);
        QCOMPARE(who(*directory, "303-555-0142"), u"Sarah"_s);
        QCOMPARE(directory->stats()->generation, 1);
        QVERIFY(!directory->importNow({.file = folder()}));
        QVERIFY(!directory->importNow({.file = m_folder->filePath(u"absent"_s)}));
    }

    void againTellsWhatChanged()
    {
        const auto directory = opened();
        QVERIFY(directory->apply(u"local"_s, {person(u"l"_s, u"Local"_s, {u"416-555-0100"_s})}));
        QVERIFY(directory->importNow(request("Id,Name,Phone\n1,Sarah,303-555-0142\n2,Omar,303-555-0143\n3,Ann,303-555-0144\n")));
        QSignalSpy changed(directory.get(), &Directory::generationChanged);
        const QByteArray next = "Id,Name,Phone\n3,Ann,303-555-0144\n1,Sarah,303-555-0145\n1,Sarah,303-555-0142\n";
        ImportRequest dry = request(next);
        dry.dryRun = true;
        const auto trial = directory->importNow(dry);
        QVERIFY(trial);
        QVERIFY(!trial->inForce);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(who(*directory, "303-555-0143"), u"Omar"_s);
        const auto report = directory->importNow(request(next));
        QVERIFY(report);
        QCOMPARE(report->updated, 1);
        QCOMPARE(report->removed, 1);
        QCOMPARE(trial->updated, report->updated);
        QCOMPARE(trial->removed, report->removed);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(who(*directory, "303-555-0142"), u"Sarah"_s); // two rows of one id are one customer
        QCOMPARE(who(*directory, "303-555-0145"), u"Sarah"_s);
        QCOMPARE(who(*directory, "303-555-0143"), QString());
        QCOMPARE(who(*directory, "416-555-0100"), u"Local"_s);
        QCOMPARE(QDir(folder()).entryList({u"directory-*"_s}, QDir::Files).filter(u".building"_s), QStringList());
    }

    void oneIdOfTwoPeopleIsTwoCustomers()
    {
        const auto directory = opened();
        const auto report =
            directory->importNow(request("Id,Name,Phone\n1,Sarah,303-555-0142\n1,Omar,303-555-0143\n1,Sarah,303-555-0144\n"));
        QVERIFY(report);
        QCOMPARE(report->kept, 3);
        QCOMPARE(report->numberProblems.size(), 2);
        QCOMPARE(report->numberProblems.constFirst(), (ImportReport::Finding{.line = 3, .field = u"id"_s, .reason = u"same-id"_s}));
        QCOMPARE(directory->stats()->customers, 2);
        QCOMPARE(who(*directory, "303-555-0142"), u"Sarah"_s);
        QCOMPARE(who(*directory, "303-555-0143"), u"Omar"_s);
        QCOMPARE(who(*directory, "303-555-0144"), u"Sarah"_s);
    }

    void orderMakesNoDifference()
    {
        QStringList rows;
        for (int i = 0; i < 60; ++i)
            rows.append(u"%1,Customer %2,303-555-01%3,Company %4"_s.arg(i % 40).arg(i % 7).arg(i % 30, 2, 10, QChar(u'0')).arg(i % 3));
        QStringList answers;
        for (int turn = 0; turn < 3; ++turn) {
            QDir(folder()).removeRecursively();
            const auto directory = opened();
            QVERIFY(directory->importNow(request(QString(u"Id,Name,Phone,Company\n"_s + rows.join(u'\n')).toUtf8())));
            QStringList answer;
            for (int i = 0; i < 30; ++i) {
                for (const Match &match : directory->whoIs(caller(u"303-555-01%1"_s.arg(i, 2, 10, QChar(u'0')))).facts)
                    answer.append(match.customer.id.text() + match.customer.name + match.customer.company +
                                  QString::number(match.customer.numbers.size()));
            }
            answers.append(answer.join(u' '));
            std::reverse(rows.begin(), rows.end());
            std::rotate(rows.begin(), rows.begin() + 17, rows.end());
        }
        QVERIFY(answers.at(0).size() > 300);
        QCOMPARE(answers.at(1), answers.at(0));
        QCOMPARE(answers.at(2), answers.at(0));
    }

    void vcards()
    {
        const QByteArray cards =
            "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;Zo=\r\n=C3=AB\r\nTEL;CELL:303-555-"
            "0142\r\nPHOTO;ENCODING=BASE64;JPEG:\r\n " +
            QByteArray(200'000, 'A') +
            "\r\n\r\nEND:VCARD\r\n"
            "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:abc\r\nFN:Omar\\, Diaz\r\nORG:Acme\\; Sons;Sales\r\nitem1.TEL;TYPE=WORK,VOICE:+1 (303) "
            "555-01\r\n 43\r\nEMAIL;TYPE=INTERNET:omar@acme.example\r\nEND:VCARD\r\n"
            "BEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:Gift Shop\nTEL;VALUE=uri;TYPE=\"voice,home\":tel:+1-303-555-0144;ext=12\nADR:;;1 "
            "Road;Bristol;;BS1;United Kingdom\nTEL:0117 496 0123\nEND:VCARD\n"
            "BEGIN:VCARD\nFN:Not "
            "Ended\nBEGIN:VCARD\nFN:Ann\nTEL:303-555-0145\nEND:VCARD\nBEGIN:VCARD\nNOTE:nobody\nEND:VCARD\nBEGIN:VCARD\nFN:Cut";
        const auto directory = opened();
        const auto report = directory->importNow(request(cards, u"book.vcf"_s));
        QVERIFY(report);
        QCOMPARE(report->format, u"vcard"_s);
        QCOMPARE(report->rows, 7);
        QCOMPARE(report->kept, 4);
        QStringList refused;
        for (const auto &finding : report->refused)
            refused.append(finding.reason);
        QCOMPARE(refused, (QStringList{u"card-not-ended"_s, u"empty"_s, u"card-not-ended"_s}));
        QCOMPARE(who(*directory, "303-555-0142"), u"Zo\u00eb M\u00fcller"_s);
        const Customer omar = directory->whoIs(caller(u"303-555-0143"_s)).facts.constFirst().customer;
        QCOMPARE(omar.name, u"Omar, Diaz"_s);
        QCOMPARE(omar.company, u"Acme; Sons"_s);
        QCOMPARE(omar.id, CustomerId(u"vcard:book.vcf/abc"_s));
        QCOMPARE(omar.numbers.constFirst().label, u"work"_s);
        const Match shop = directory->whoIs(caller(u"303-555-0144 x12"_s)).facts.constFirst();
        QCOMPARE(shop.confidence, Confidence::Exact);
        QCOMPARE(shop.customer.kind, CustomerKind::Company);
        QCOMPARE(who(*directory, "+44 117 496 0123"), u"Gift Shop"_s); // by the card's country
        QCOMPARE(who(*directory, "303-555-0145"), u"Ann"_s);
    }

    void killedAnywhereOldOrNew()
    {
        const ImportRequest wanted = request("Id,Name,Phone\n1,Sarah Lee,303-555-0144\n");
        for (const auto kind : {StoreFaults::After::Heals, StoreFaults::After::Dies}) {
            int olds = 0;
            const int failed = failEveryStatement(
                kind,
                [&] {
                    {
                        const StoreFaults none(1'000'000);
                        QDir(folder()).removeRecursively();
                        if (!opened()->apply(u"local"_s, {person(u"1"_s, u"Omar"_s, {u"303-555-0142"_s})}))
                            qFatal("no beginning");
                    }
                    if (auto directory = Directory::open(folder(), m_clock))
                        (void)(*directory)->importNow(wanted);
                },
                [&](bool fired) {
                    const auto directory = opened();
                    QCOMPARE(who(*directory, "303-555-0142"), u"Omar"_s);
                    const bool old = who(*directory, "303-555-0144").isEmpty();
                    olds += old;
                    QCOMPARE(directory->stats()->customers, old ? 1 : 2);
                    QVERIFY(fired || !old);
                });
            QVERIFY(failed > 40);
            QVERIFY(olds > 30);
        }
    }

    void onItsOwnThreads()
    {
        QByteArray content = "Name,Phone\n";
        for (int i = 0; i < 5000; ++i)
            content += "Customer " + QByteArray::number(i) + ",+1303555" + QByteArray::number(i).rightJustified(4, '0') + "\n";
        const auto directory = opened();
        QSignalSpy progress(directory.get(), &Directory::importProgressed);
        QSignalSpy changed(directory.get(), &Directory::generationChanged);
        std::optional<Result<ImportReport>> report;
        TaskScope scope;
        scope.start(importInto(*directory, request(content), {}, report));
        QVERIFY(!report);
        QCOMPARE(directory->apply(u"local"_s, {person(u"1"_s, u"Sarah"_s)}).error().kind, ErrorKind::Refused);
        QTRY_VERIFY_WITH_TIMEOUT(report, 60'000);
        QVERIFY(*report);
        QCOMPARE((*report)->kept, 5000);
        QCOMPARE(changed.size(), 1);
        QVERIFY(!progress.isEmpty());
        QCOMPARE(progress.constLast().constFirst().value<ImportProgress>().part, 1.0);
        QCOMPARE(who(*directory, "303-555-4999"), u"Customer 4999"_s);
        QVERIFY(directory->apply(u"local"_s, {person(u"1"_s, u"Sarah"_s)}));
    }

    void aFileThatEndsEarlyChangesNothing()
    {
        QByteArray content = "Name,Phone\n";
        for (int i = 0; i < 200'000; ++i)
            content += "Customer " + QByteArray::number(i) + ",+1303555" + QByteArray::number(i % 10000).rightJustified(4, '0') + "\n";
        const auto directory = opened();
        QVERIFY(directory->apply(u"local"_s, {person(u"1"_s, u"Omar"_s, {u"416-555-0142"_s})}));
        const ImportRequest wanted = request(content);
        std::optional<Result<ImportReport>> report;
        connect(directory.get(), &Directory::importProgressed, this, [&](const ImportProgress &progress) {
            if (progress.rows > 0) // the share that it lies on goes away
                QVERIFY(QFile::resize(wanted.file, 0));
        });
        TaskScope scope;
        scope.start(importInto(*directory, wanted, {}, report));
        QTRY_VERIFY_WITH_TIMEOUT(report, 60'000);
        QVERIFY(!*report);
        QCOMPARE(report->error().kind, ErrorKind::BadPayload);
        QCOMPARE(directory->stats()->generation, 1);
        QCOMPARE(directory->stats()->customers, 1);
    }

    void cancelledChangesNothing()
    {
        QByteArray content = "Name,Phone\n";
        for (int i = 0; i < 20000; ++i)
            content += "Customer " + QByteArray::number(i) + ",+1303555" + QByteArray::number(i % 10000).rightJustified(4, '0') + "\n";
        auto directory = opened();
        std::optional<Result<ImportReport>> report;
        std::stop_source stop;
        TaskScope scope;
        scope.start(importInto(*directory, request(content), stop.get_token(), report));
        stop.request_stop();
        QTRY_VERIFY_WITH_TIMEOUT(report, 60'000);
        QCOMPARE(report->error().kind, ErrorKind::Cancelled);
        QCOMPARE(directory->stats()->generation, 0);
        // And a directory that goes in the middle takes its import along.
        report.reset();
        scope.start(importInto(*directory, request(content), {}, report));
        directory.reset();
        QVERIFY(report);
        QCOMPARE(report->error().kind, ErrorKind::Cancelled);
        QCOMPARE(opened()->stats()->generation, 0);
    }

    /// Another process is in the middle of it and is killed; nothing of ours has run there to tidy up.
    void goesOnWhereAKillLeftIt_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QByteArray table = "Id,Name,Phone,Note\n";
        QByteArray cards;
        for (int i = 0; i < 8000; ++i) {
            const QByteArray id = QByteArray::number(i);
            const QByteArray phone = "+1303555" + QByteArray::number(i % 10'000).rightJustified(4, '0');
            if (i % 100 == 0)
                table += "no,name,\"never closed\n";
            // Every tenth row has the id of an earlier one, which may lie on the other side of the kill.
            table += QByteArray::number(i % 10 == 9 ? i / 2 : i) + ",Customer " + id + "," + phone + ",\"two\nlines\"\n";
            cards += "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:" + id + "\r\nFN:Customer " + id + "\r\nTEL:" + phone + "\r\nEND:VCARD\r\n";
        }
        QTest::newRow("table") << u"list.csv"_s << table;
        QTest::newRow("cards") << u"list.vcf"_s << cards;
    }
    void goesOnWhereAKillLeftIt()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, content);
        m_clock.setWallClock(QDateTime::currentDateTimeUtc()); // of the files
        const ImportRequest wanted = request(content, name);
        const SourceRecord omar = person(u"1"_s, u"Omar"_s, {u"416-555-0142"_s});
        QVERIFY(opened()->apply(u"crm"_s, {omar}));
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(), {u"--import"_s, folder(), wanted.file});
        const QString half = QString(folder() + u"/directory-import.db.building"_s);
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(half).size() > 500'000 || other.state() == QProcess::NotRunning, 60'000);
        other.kill();
        QVERIFY(other.waitForFinished());
        QCOMPARE(other.exitStatus(), QProcess::CrashExit);

        const auto directory = opened();
        QCOMPARE(directory->stats()->customers, 1);
        QVERIFY(QFileInfo::exists(half));
        const auto report = directory->importNow(wanted);
        QVERIFY(report);
        QVERIFY2(report->resumedAt > 2, qPrintable(QString::number(report->resumedAt)));
        QVERIFY(!QFileInfo::exists(half));
        // It is what it would have been in one piece.
        QTemporaryDir elsewhere;
        const auto straight = Directory::open(elsewhere.path(), m_clock).value();
        QVERIFY(straight->apply(u"crm"_s, {omar}));
        const auto whole = straight->importNow(wanted);
        QVERIFY(whole);
        QCOMPARE(whole->resumedAt, 0);
        QCOMPARE(comparable(*report), comparable(*whole));
        QCOMPARE(everything(*directory), everything(*straight));
    }

    /// Each statement of an import may be its last. The next one has all, whether it goes on or begins anew.
    void interruptedAnywhereTheNextOneHasAll()
    {
        m_clock.setWallClock(QDateTime::currentDateTimeUtc());
        QByteArray content = "Id,Name,Phone\n";
        for (int i = 0; i < 600; ++i)
            content += QByteArray::number(i % 550) + ",Customer " + QByteArray::number(i % 450) + ",+1303555" +
                       QByteArray::number(i).rightJustified(4, '0') + "\n";
        ImportRequest wanted = request(content);
        wanted.pointEvery = std::chrono::milliseconds(0);
        QTemporaryDir elsewhere;
        const auto straight = Directory::open(elsewhere.path(), m_clock).value();
        QVERIFY(straight->apply(u"crm"_s, {person(u"1"_s, u"Omar"_s, {u"416-555-0142"_s})}));
        const ImportReport whole = straight->importNow(wanted).value();
        const QStringList all = everything(*straight);
        int resumed = 0;
        int anew = 0;
        for (int failing = 1;; failing += failing < 40 ? 5 : 311) {
            QDir(folder()).removeRecursively();
            QVERIFY(opened()->apply(u"crm"_s, {person(u"1"_s, u"Omar"_s, {u"416-555-0142"_s})}));
            auto first = opened();
            bool fired = false;
            {
                const StoreFaults faults(failing, StoreFaults::After::Dies, StorageFault::Other);
                const auto interrupted = first->importNow(wanted);
                fired = faults.fired();
                QVERIFY(fired || interrupted);
            }
            if (!fired)
                break;
            first.reset();
            const auto directory = opened();
            QCOMPARE(who(*directory, "416-555-0142"), u"Omar"_s);
            if (directory->stats()->customers == 1) {
                const auto report = directory->importNow(wanted);
                QVERIFY(report && report->inForce);
                ++(report->resumedAt > 0 ? resumed : anew);
                QCOMPARE(comparable(*report), comparable(whole));
            }
            QCOMPARE(everything(*directory), all);
        }
        QVERIFY2(resumed > 5 && anew > 2, qPrintable(u"%1, %2"_s.arg(resumed).arg(anew)));
    }

    void onlyTheVerySameImportGoesOn_data()
    {
        QTest::addColumn<QString>("changed");
        QTest::addColumn<bool>("goesOn");
        for (const auto &[changed, goesOn] : {std::pair{"nothing", true},
                                              {"a trial between", true},
                                              {"asked for", false},
                                              {"content", false},
                                              {"time", false},
                                              {"region", false},
                                              {"map", false},
                                              {"customers", false},
                                              {"too old", false},
                                              {"a sync between", false}})
            QTest::newRow(changed) << QString::fromLatin1(changed) << goesOn;
    }
    void onlyTheVerySameImportGoesOn()
    {
        QFETCH(const QString, changed);
        QFETCH(const bool, goesOn);
        m_clock.setWallClock(QDateTime::currentDateTimeUtc());
        QByteArray content = "Id,Name,Phone\n";
        for (int i = 0; i < 600; ++i)
            content += QByteArray::number(i) + ",Customer,+1303555" + QByteArray::number(i).rightJustified(4, '0') + "\n";
        ImportRequest wanted = request(content);
        wanted.pointEvery = std::chrono::milliseconds(0);
        auto directory = opened();
        QVERIFY(directory->apply(u"crm"_s, {person(u"1"_s, u"Omar"_s, {u"416-555-0142"_s})}));
        {
            const StoreFaults faults(2500, StoreFaults::After::Dies, StorageFault::Other);
            QVERIFY(!directory->importNow(wanted));
        }
        const QString half = QString(folder() + u"/directory-import.db.building"_s);
        QVERIFY(QFileInfo::exists(half));
        if (changed == "content"_L1) {
            wanted = request(QByteArray(content).replace("+13035550000", "+13035559999"));
        } else if (changed == "time"_L1) {
            QFile file(wanted.file);
            QVERIFY(file.open(QFile::ReadWrite) &&
                    file.setFileTime(QDateTime::currentDateTime().addSecs(-100), QFileDevice::FileModificationTime));
        } else if (changed == "region"_L1) {
            wanted.region = u"CA"_s;
        } else if (changed == "map"_L1) {
            wanted.map = {{u"Name"_s, u"company"_s}};
        } else if (changed == "customers"_L1) {
            QVERIFY(directory->apply(u"crm"_s, {person(u"2"_s, u"Ann"_s, {u"416-555-0143"_s})}));
        } else if (changed == "asked for"_L1) {
            wanted.fresh = true;
        } else if (changed == "a trial between"_L1) {
            ImportRequest trial = wanted;
            trial.dryRun = true;
            QVERIFY(directory->importNow(trial));
        } else if (changed == "a sync between"_L1) {
            QVERIFY(directory->importNow(request("Name,Phone\nPat,416-555-0144\n", u"other.csv"_s)));
        } else if (changed == "too old"_L1) {
            directory.reset();
            m_clock.setWallClock(m_clock.now().addDays(8));
            directory = opened();
            QVERIFY(!QFileInfo::exists(half));
        }
        const auto report = directory->importNow(wanted);
        QVERIFY(report && report->inForce);
        QCOMPARE(report->resumedAt > 0, goesOn);
        QCOMPARE(report->rows, 600);
        QCOMPARE(who(*directory, "416-555-0142"), u"Omar"_s);
        QCOMPARE(who(*directory, "416-555-0143"), changed == "customers"_L1 ? u"Ann"_s : QString());
        QCOMPARE(who(*directory, "303-555-9999").isEmpty(), changed != "content"_L1);
        QCOMPARE(QDir(folder()).entryList({u"*.building*"_s}, QDir::Files), QStringList());
    }

    void aWishToStopLosesNothing()
    {
        m_clock.setWallClock(QDateTime::currentDateTimeUtc());
        QByteArray content = "Name,Phone\n";
        for (int i = 0; i < 40'000; ++i)
            content += "Customer " + QByteArray::number(i) + ",+1303555" + QByteArray::number(i % 10000).rightJustified(4, '0') + "\n";
        const auto directory = opened();
        const ImportRequest wanted = request(content);
        std::optional<Result<ImportReport>> report;
        std::stop_source stop;
        qint64 goneOnFrom = -1;
        connect(directory.get(), &Directory::importProgressed, this, [&](const ImportProgress &progress) {
            if (progress.rows > 1000)
                stop.request_stop();
            goneOnFrom = progress.resumedAt;
        });
        TaskScope scope;
        scope.start(importInto(*directory, wanted, stop.get_token(), report));
        QTRY_VERIFY_WITH_TIMEOUT(report, 60'000);
        QVERIFY(!*report);
        QCOMPARE(report->error().kind, ErrorKind::Cancelled);
        QCOMPARE(goneOnFrom, 0);
        QCOMPARE(directory->stats()->generation, 0);
        report.reset();
        scope.start(importInto(*directory, wanted, {}, report));
        QTRY_VERIFY_WITH_TIMEOUT(report, 60'000);
        QVERIFY(*report);
        QVERIFY2((*report)->resumedAt > 2, qPrintable(QString::number((*report)->resumedAt)));
        QCOMPARE(goneOnFrom, (*report)->resumedAt);
        QCOMPARE((*report)->kept, 40'000);
        QCOMPARE(directory->stats()->customers, 40'000);
    }

public:
    /// The other process of goesOnWhereAKillLeftIt().
    static int importSlowly(const QString &folder, const QString &file)
    {
        const FakeClock clock(QDateTime::currentDateTimeUtc());
        const auto directory = Directory::open(folder, clock);
        return directory && (*directory)->importNow({.file = file, .region = u"US"_s, .pointEvery = std::chrono::milliseconds(0)}) ? 0 : 1;
    }

private:
    /// What it tells of the file, and not of how it was read.
    static ImportReport comparable(ImportReport report)
    {
        report.spent = {};
        report.resumedAt = 0;
        return report;
    }
    static QStringList everything(const Directory &directory)
    {
        QStringList all{QString::number(directory.stats()->customers), QString::number(directory.stats()->numbers),
                        QString::number(directory.stats()->shared)};
        CustomerQuery query{.limit = 500};
        for (bool more = true; more;) {
            const auto page = directory.find(query);
            if (!page)
                return {u"cannot be read"_s};
            for (const FoundCustomer &found : page->customers) {
                QStringList parts{found.customer.id.text(), found.customer.name, found.customer.note};
                for (const CustomerNumber &number : found.customer.numbers)
                    parts.append(number.number ? number.number->e164() : number.text);
                all.append(parts.join(u'|'));
            }
            more = page->more;
            query.after = page->next;
        }
        return all;
    }
    static QString nameOf(const Customer &customer) { return customer.name.toLower().remove(u','); }
    static QCoro::Task<> importInto(Directory &directory, ImportRequest request, std::stop_token stop,
                                    std::optional<Result<ImportReport>> &report)
    {
        report = co_await directory.importFile(request, stop);
    }
};

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == "--import"_L1)
        return tst_DirectoryImport::importSlowly(arguments.at(2), arguments.at(3));
    tst_DirectoryImport test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}
#include "tst_directoryimport.moc"
