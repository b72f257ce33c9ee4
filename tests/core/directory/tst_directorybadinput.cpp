#include "people.h"

#include <callcard/testing/fakeclock.h>

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace people;
using namespace Qt::Literals::StringLiterals;

namespace {
// Watched by a sanitizer everything takes ten times as long.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int kMany = 20'000;
#else
constexpr int kMany = 1'000'000;
#endif

QByteArray utf16(const QByteArray &ascii)
{
    QByteArray units("\xff\xfe");
    for (const char c : ascii) {
        units += c;
        units += '\0';
    }
    return units;
}
} // namespace

/// Files as they really are. Whatever is in them: no crash, no hang, no wrong name, and Sarah beside it is there.
class tst_DirectoryBadInput : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    FakeClock m_clock;
    std::unique_ptr<Directory> opened() const { return Directory::open(m_folder->filePath(u"d"_s), m_clock).value(); }
    Result<ImportReport> imported(Directory &directory, const QByteArray &content, const QString &name = u"list.csv"_s) const
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write");
        file.close();
        return directory.importNow({.file = file.fileName(), .region = u"US"_s});
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void sarahComesThrough_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("name"); // of who must be there beside Sarah; empty: nobody else
        const QByteArray head = "Name,Phone\nSarah,303-555-0142\n";
        QTest::newRow("cut in a number") << head + "Omar,303-555-01" << u"Omar"_s;
        QTest::newRow("cut in a quotation") << head + "\"Om" << QString();
        QTest::newRow("cut in a letter") << head + "Zo\xc3" << u"Zo"_s;
        QTest::newRow("cut in a unit") << utf16(head + "Omar").chopped(1) << u"Oma"_s;
        QTest::newRow("two encodings") << head + "M\xfcller,303-555-0143\nM\xc3\xb6ller,303-555-0144\n" << u"M\u00f6ller"_s;
        QTest::newRow("byte order mark in the middle") << head + "\xef\xbb\xbfOmar,303-555-0143\n" << u"Omar"_s;
        QTest::newRow("all three line ends") << QByteArray("Name,Phone\rSarah,303-555-0142\n\rOmar,303-555-0143\r\n") << u"Omar"_s;
        QTest::newRow("a stray quote, old line ends")
            << QByteArray("Name,Phone\rSarah,303-555-0142\rBad,\"x\rOmar,303-555-0143\r") << u"Omar"_s;
        QTest::newRow("two stray quotes, old line ends")
            << QByteArray("Name,Phone\rSarah,303-555-0142\rBad,\"x\rOmar,303-555-0143\rWorse,\"y\r") << u"Omar"_s;
        QTest::newRow("a row too long, old line ends")
            << QByteArray("Name,Phone\rSarah,303-555-0142\rBad," + QByteArray(2 << 20, '4') + "\rOmar,303-555-0143\r") << u"Omar"_s;
        QTest::newRow("a stray quote, both line ends")
            << QByteArray("Name,Phone\r\nSarah,303-555-0142\r\nBad,\"x\r\nOmar,303-555-0143\r\n") << u"Omar"_s;
        QTest::newRow("ten megabytes in one field") << head + "Omar," + QByteArray(10 << 20, '4') + "\n" << QString();
        QTest::newRow("ten megabytes in quotation") << head + "\"" + QByteArray(10 << 20, 'x') + "\",1\n" << QString();
        QTest::newRow("a formula") << head + "=cmd|' /C calc'!A0,+1 303 555 0143\n" << u"=cmd|' /C calc'!A0"_s;
        QTest::newRow("digits rounded away") << head + "Omar,1.30356E+10\n" << u"Omar"_s;
        QTest::newRow("digits all there") << head + "Omar,1.3035550143E+10\n" << u"Omar"_s;
        QTest::newRow("rich text") << head + "<b onclick=\"x()\">Omar</b>,303-555-0143\n" << u"<b onclick=\"x()\">Omar</b>"_s;
        QTest::newRow("only blanks") << head + " \t , \xc2\xa0 \n" << QString();
        QTest::newRow("a column too many") << head + "Omar,303-555-0143,what,is,this\n" << u"Omar"_s;
        QTest::newRow("a list that slipped in") << head + "Omar,303-555-0143 / 0144 / 0145\n" << u"Omar"_s;
    }
    void sarahComesThrough()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QString, name);
        const auto directory = opened();
        QElapsedTimer timer;
        timer.start();
        const auto report = imported(*directory, content);
        QVERIFY(report);
        QVERIFY2(timer.elapsed() < 20'000, "hung");
        QCOMPARE(report->rows, report->kept + report->refusedRows);
        QCOMPARE(names(directory->whoIs(caller(u"303-555-0142"_s)).facts), QStringList{u"Sarah"_s});
        QStringList all = names(directory->find({})->customers);
        all.removeOne(u"Sarah"_s);
        if (name.isEmpty())
            QCOMPARE(all, QStringList{});
        else
            QVERIFY2(all.contains(name), qPrintable(all.join(u'|')));
        // Nobody else answers to her number's neighbours.
        QVERIFY(directory->whoIs(caller(u"303-555-0141"_s)).facts.isEmpty());
    }

    void theSameIdThousandsOfTimes()
    {
        QByteArray content = "Id,Name,Phone\n";
        for (int i = 0; i < kMany / 10; ++i)
            content += "1,Sarah,303-555-0142\n";
        const auto directory = opened();
        const auto report = imported(*directory, content);
        QVERIFY(report);
        QCOMPARE(report->kept, kMany / 10);
        QCOMPARE(directory->stats()->customers, 1);
        QCOMPARE(names(directory->whoIs(caller(u"303-555-0142"_s)).facts), QStringList{u"Sarah"_s});
    }

    void aMillionTimesTheSameNumber()
    {
        QByteArray content = "Name,Phone\nSarah,303-555-0142\n";
        for (int i = 0; i < kMany; ++i)
            content += "Customer " + QByteArray::number(i) + ",303-555-0100\n";
        const auto directory = opened();
        const auto report = imported(*directory, content);
        QVERIFY(report);
        QCOMPARE(directory->stats()->customers, kMany + 1);
        QCOMPARE(directory->stats()->shared, 1);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(directory->whoIs(caller(u"303-555-0100"_s)).facts.isEmpty()); // a number of everybody identifies nobody
        QCOMPARE(names(directory->whoIs(caller(u"303-555-0142"_s)).facts), QStringList{u"Sarah"_s});
        QVERIFY2(timer.elapsed() < 500, "a look-up that reads them all");
    }

    void linksInACircle()
    {
        SourceRecord sarah = person(u"p"_s, u"Sarah"_s, {u"303-555-0142"_s});
        SourceRecord acme = person(u"a"_s, u"Acme"_s);
        SourceRecord holding = person(u"b"_s, u"Holding"_s);
        acme.customer.kind = CustomerKind::Company;
        holding.customer.kind = CustomerKind::Company;
        sarah.completedBy = {recordKey(u"crm"_s, u"a"_s)};
        acme.completedBy = {recordKey(u"crm"_s, u"b"_s)};
        holding.completedBy = {recordKey(u"crm"_s, u"a"_s), recordKey(u"crm"_s, u"b"_s)};
        acme.sameAs = recordKey(u"crm"_s, u"b"_s);
        holding.sameAs = recordKey(u"crm"_s, u"a"_s);
        const auto directory = opened();
        QVERIFY(directory->apply(u"crm"_s, {sarah, acme, holding}));
        const auto found = directory->whoIs(caller(u"303-555-0142"_s)).facts;
        QCOMPARE(names(found), QStringList{u"Sarah"_s});
        QCOMPARE(found.constFirst().customer.company, u"Acme"_s);
        sarah.sameAs = recordKey(u"crm"_s, u"p"_s); // and of oneself
        QVERIFY(directory->apply(u"crm"_s, {sarah}));
        QCOMPARE(names(directory->whoIs(caller(u"303-555-0142"_s)).facts), QStringList{u"Sarah"_s});
    }

    void oddCards_data()
    {
        QTest::addColumn<QByteArray>("card");
        QTest::newRow("photo of ten megabytes")
            << QByteArray("BEGIN:VCARD\nFN:Omar\nPHOTO;ENCODING=b:" + QByteArray(10 << 20, 'A') + "\nEND:VCARD\n");
        QTest::newRow("folded for ever") << QByteArray("BEGIN:VCARD\nFN:Omar\nNOTE:x\n" + QByteArray(" y\n").repeated(200'000) +
                                                       "END:VCARD\n");
        QTest::newRow("a thousand numbers") << QByteArray("BEGIN:VCARD\nFN:Omar\n" + QByteArray("TEL:303-555-0150\n").repeated(1000) +
                                                          "END:VCARD\n");
        QTest::newRow("cards in cards") << QByteArray("BEGIN:VCARD\n").repeated(500);
        QTest::newRow("no value") << QByteArray("BEGIN:VCARD\nFN\nTEL\n:\n;\nEND:VCARD\n");
        QTest::newRow("broken quoted-printable") << QByteArray("BEGIN:VCARD\nN;ENCODING=QUOTED-PRINTABLE:=ZZ=4=\nEND:VCARD\n");
    }
    void oddCards()
    {
        QFETCH(const QByteArray, card);
        const auto directory = opened();
        QElapsedTimer timer;
        timer.start();
        const auto report = imported(*directory, card + "BEGIN:VCARD\nFN:Sarah\nTEL:303-555-0142\nEND:VCARD\n", u"book.vcf"_s);
        QVERIFY(report);
        QVERIFY2(timer.elapsed() < 20'000, "hung");
        QCOMPARE(names(directory->whoIs(caller(u"303-555-0142"_s)).facts), QStringList{u"Sarah"_s});
        const auto found = directory->find({});
        for (const FoundCustomer &one : found->customers)
            QVERIFY(one.customer.numbers.size() <= 24);
    }

private:
    static QStringList names(const QList<FoundCustomer> &found)
    {
        QStringList list;
        for (const FoundCustomer &one : found)
            list.append(one.customer.name);
        return list;
    }
    static QStringList names(const QList<Match> &matches) { return people::names(matches); }
};

QTEST_GUILESS_MAIN(tst_DirectoryBadInput)
#include "tst_directorybadinput.moc"
