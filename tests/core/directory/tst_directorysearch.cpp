#include "people.h"

#include <callcard/testing/fakeclock.h>

#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace people;
using namespace Qt::Literals::StringLiterals;

/// Search as you type.
class tst_DirectorySearch : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    FakeClock m_clock;
    std::unique_ptr<Directory> m_directory;

private Q_SLOTS:
    void initTestCase()
    {
        SourceRecord sarah = person(u"1"_s, u"Sarah Johnson"_s, {u"303-555-0142"_s}, u"Riverside Vape & Gifts"_s);
        sarah.customer.emails = {u"sj@riverside.example"_s};
        SourceRecord zoe = person(u"2"_s, u"Zo\u00eb M\u00fcller"_s, {u"+49 171 5550142"_s}, u"Stra\u00dfenbau S\u00f8n"_s);
        zoe.customer.numbers = {stored(u"+49 171 5550142"_s)};
        const SourceRecord brien = person(u"3"_s, u"Pat O\u2019Brien"_s, {u"416-555-0199"_s}, u"Studio 541"_s);
        SourceRecord mine = person(u"4"_s, u"Sarah Jonas"_s, {}, u"3M"_s);
        mine.customer.ownerName = u"Dana Reed"_s;
        m_directory = Directory::open(m_folder.filePath(u"d"_s), m_clock).value();
        m_directory->setRegion(u"DE"_s);
        m_directory->setMe({.name = u"Dana Reed"_s});
        QVERIFY(m_directory->apply(u"test"_s, {sarah, zoe, brien, mine}));
        QVERIFY(m_directory->apply(u"test"_s, {person(u"5"_s, u"Gone Soon"_s, {u"416-555-0123"_s})}));
        QVERIFY(m_directory->apply(u"test"_s, {}, {u"5"_s}));
    }

    void finds_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("found");
        const QString sarah = u"Sarah Johnson"_s;
        const QString zoe = u"Zo\u00eb M\u00fcller"_s;
        const QString brien = u"Pat O\u2019Brien"_s;
        const QString mine = u"Sarah Jonas"_s;
        QTest::newRow("one letter") << u"z"_s << QStringList{zoe};
        QTest::newRow("beginning, mine first") << u"sar"_s << QStringList{mine, sarah};
        QTest::newRow("any order") << u"joh river sa"_s << QStringList{sarah};
        QTest::newRow("company") << u"vape"_s << QStringList{sarah};
        QTest::newRow("e-mail") << u"sj@riverside.ex"_s << QStringList{sarah};
        QTest::newRow("accents left out") << u"zoe muller"_s << QStringList{zoe};
        QTest::newRow("accents typed") << u"M\u00dcLL"_s << QStringList{zoe};
        QTest::newRow("sharp s") << u"strassenbau son"_s << QStringList{zoe};
        QTest::newRow("apostrophe") << u"o'brien"_s << QStringList{brien};
        QTest::newRow("digits in a company") << u"studio 541"_s << QStringList{brien};
        QTest::newRow("short company") << u"3m"_s << QStringList{mine};
        QTest::newRow("number fragment") << u"5550"_s << QStringList{brien, sarah, zoe};
        QTest::newRow("fragment with signs") << u"(416) 555"_s << QStringList{brien};
        QTest::newRow("whole number") << u"+1 (303) 555-0142"_s << QStringList{sarah};
        QTest::newRow("national number") << u"0171 5550142"_s << QStringList{zoe};
        QTest::newRow("national, not finished") << u"0171 555"_s << QStringList{zoe};
        QTest::newRow("name and fragment") << u"sarah 0142"_s << QStringList{sarah};
        QTest::newRow("name and a stranger's fragment") << u"sarah 0199"_s << QStringList{};
        QTest::newRow("letters turned") << u"jonhson"_s << QStringList{sarah};
        QTest::newRow("letter wrong") << u"sarah jehnson"_s << QStringList{sarah};
        QTest::newRow("letter missing") << u"riversde"_s << QStringList{sarah};
        QTest::newRow("letter too many") << u"mulller"_s << QStringList{zoe};
        QTest::newRow("slip in a beginning") << u"riveesi"_s << QStringList{sarah};
        QTest::newRow("two slips") << u"jhonsen"_s << QStringList{};
        QTest::newRow("gone") << u"gone"_s << QStringList{};
        QTest::newRow("gone number") << u"5550123"_s << QStringList{};
        QTest::newRow("nothing") << u" "_s << QStringList{};
        QTest::newRow("signs") << u"\"*()^:-"_s << QStringList{};
        QTest::newRow("query language") << u"sarah OR NOT \"pat\" NEAR"_s << QStringList{};
    }
    void finds()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, found);
        const auto customers = m_directory->search(typed);
        QVERIFY(customers);
        QStringList got = names(*customers);
        if (QByteArrayView(QTest::currentDataTag()) == "number fragment")
            got.sort();
        QCOMPARE(got, found);
    }

    void whoIsCalledExactlySoIsFoundAmongThousands()
    {
        const QTemporaryDir folder;
        const auto directory = Directory::open(folder.filePath(u"d"_s), m_clock).value();
        directory->setMe({.email = u"dana@office.example"_s});
        QList<SourceRecord> records;
        for (int i = 0; i < 600; ++i)
            records.append(person(QString::number(i), u"Anna%1 Leeds%1"_s.arg(i)));
        SourceRecord own = person(u"own"_s, u"Annika Leemann"_s);
        own.customer.ownerEmail = u"Dana@office.example"_s;
        records.append(own);
        records.append(person(u"late"_s, u"Ann Lee"_s));
        QVERIFY(directory->apply(u"test"_s, records));
        const auto found = directory->search(u"lee ann"_s);
        QVERIFY(found);
        QCOMPARE(found->size(), 50);
        QVERIFY(names(*found).contains(u"Ann Lee"_s));
        QVERIFY(names(*found).contains(u"Annika Leemann"_s));
        QCOMPARE(directory->search(u"ann lee"_s)->constFirst().name, u"Ann Lee"_s);
    }

    void isBounded()
    {
        QVERIFY(m_directory->search(QString(100'000, u'a')));
        QVERIFY(m_directory->search(QString(u"a "_s).repeated(10'000)));
        QVERIFY(m_directory->search(QString(5'000, u'5')));
        QCOMPARE(m_directory->search(u"sarah"_s, 1)->size(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_DirectorySearch)
#include "tst_directorysearch.moc"
