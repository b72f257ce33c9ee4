#include "people.h"

#include <callcard/testing/fakeclock.h>

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace people;
using namespace Qt::Literals::StringLiterals;

namespace {
QStringList names(const FoundCustomers &found)
{
    QStringList list;
    for (const FoundCustomer &one : found.customers)
        list.append(one.similar ? QString(u"~"_s + one.customer.name) : one.customer.name);
    return list;
}
} // namespace

/// The directory as a list shows it: pages, filters, similar names, counts.
class tst_DirectoryBrowse : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    FakeClock m_clock;
    std::unique_ptr<Directory> m_directory;

    static SourceRecord owned(SourceRecord record, const QString &owner, bool active)
    {
        record.customer.ownerEmail = owner;
        record.customer.active = active;
        return record;
    }
    QStringList all(CustomerQuery query) const
    {
        QStringList list;
        for (int pages = 0; pages < 10'000; ++pages) {
            const FoundCustomers found = m_directory->find(query).value();
            list += names(found);
            if (!found.more)
                return list;
            query.after = found.next;
        }
        return {};
    }

private Q_SLOTS:
    void init()
    {
        m_directory = Directory::open(m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())), m_clock).value();
        m_directory->setMe({.email = u"me@office.example"_s});
    }
    void cleanup() { m_directory.reset(); }

    /// A person is an active customer's, and mine, when their company is; whichever came first, and whatever becomes of it.
    void whatACompanyIsItsPeopleAre()
    {
        SourceRecord sarah = person(u"1"_s, u"Sarah"_s);
        sarah.completedBy = {recordKey(u"crm"_s, u"acme"_s)};
        SourceRecord acme{.sourceId = u"acme"_s, .customer = {.kind = CustomerKind::Company, .name = u"Acme"_s}};
        QVERIFY(m_directory->apply(u"crm"_s, {sarah}));
        QCOMPARE(all({.filter = CustomerFilter::Active}), QStringList());
        QVERIFY(m_directory->apply(u"crm"_s, {owned(acme, u"Me@office.example"_s, true)}));
        QCOMPARE(all({.filter = CustomerFilter::Active}), (QStringList{u"Acme"_s, u"Sarah"_s}));
        QCOMPARE(all({.text = u"sar"_s, .filter = CustomerFilter::Mine}), QStringList{u"Sarah"_s});
        QVERIFY(m_directory->apply(u"crm"_s, {owned(acme, u"lin@office.example"_s, true)}));
        QCOMPARE(all({.filter = CustomerFilter::Mine}), QStringList());
        QCOMPARE(all({.filter = CustomerFilter::Active}), (QStringList{u"Acme"_s, u"Sarah"_s}));
        QVERIFY(m_directory->apply(u"crm"_s, {}, {u"acme"_s}));
        QCOMPARE(all({.filter = CustomerFilter::Active}), QStringList());
    }

    /// Filters, counts and what stands in the records say the same after any changes, in place or with everything made anew.
    void filtersAndCountsStayTrue()
    {
        QRandomGenerator dice(20261128);
        const auto any = [&](const QStringList &some) { return some.at(dice.bounded(static_cast<int>(some.size()))); };
        const QStringList owners{QString(), u"me@office.example"_s, u"lin@office.example"_s};
        const auto ids = [](const FoundCustomers &found, const auto &isOne) {
            QStringList list;
            for (const FoundCustomer &one : found.customers) {
                if (isOne(one.customer))
                    list.append(one.customer.id.text());
            }
            list.sort();
            return list;
        };
        const auto everybody = [](const Customer &) { return true; };
        for (int turn = 0; turn < 150; ++turn) {
            const QString id = QString::number(dice.bounded(5));
            const QString source = any({u"crm"_s, u"erp"_s, u"firms"_s});
            SourceRecord record = person(id, any({u"Sarah"_s, u"Omar"_s, u"Ann"_s}), {any({u"303-555-0142"_s, u"303-555-0143"_s})});
            record = owned(record, any(owners), dice.bounded(3) == 0);
            if (source == u"firms"_s)
                record.customer.kind = CustomerKind::Company;
            if (dice.bounded(2) == 0)
                record.completedBy = {recordKey(u"firms"_s, QString::number(dice.bounded(5)))};
            if (dice.bounded(6) == 0)
                record.sameAs = recordKey(u"crm"_s, QString::number(dice.bounded(5)));
            record.factsOnly = source == u"firms"_s && dice.bounded(5) == 0;
            const bool goes = dice.bounded(4) == 0;
            QVERIFY(m_directory->apply(source, goes ? QList<SourceRecord>{} : QList{record}, goes ? QList{id} : QList<QString>{}));
            if (turn % 40 == 39) {
                QFile file(m_folder.filePath(u"list.csv"_s));
                QVERIFY(file.open(QFile::WriteOnly) && file.write("Name,Phone\nPat,303-555-0149\n") > 0);
                file.close();
                QVERIFY(m_directory->importNow({.file = file.fileName(), .region = u"US"_s}));
            }
            const FoundCustomers whole = m_directory->find({.limit = 1000}).value();
            QCOMPARE(m_directory->stats()->customers, whole.customers.size());
            QCOMPARE(ids(m_directory->find({.filter = CustomerFilter::Active, .limit = 1000}).value(), everybody),
                     ids(whole, [](const Customer &one) { return one.active; }));
            QCOMPARE(ids(m_directory->find({.filter = CustomerFilter::Mine, .limit = 1000}).value(), everybody),
                     ids(whole, [](const Customer &one) { return one.ownerEmail == u"me@office.example"_s; }));
        }
    }

    void pagesAreTheWholeInTheOrderOfNames()
    {
        QList<SourceRecord> records;
        QStringList expected;
        for (int i = 0; i < 250; ++i) {
            const QString name = u"Customer %1"_s.arg((i * 37) % 250, 3, 10, QChar(u'0'));
            records.append(person(QString::number(i), name));
            expected.append(name);
        }
        expected.sort();
        QVERIFY(m_directory->apply(u"crm"_s, records));
        for (const int limit : {1, 7, 50, 249, 250, 1000})
            QCOMPARE(all({.limit = limit}), expected);
        QCOMPARE(m_directory->find({.limit = 7})->count, 250);
        QVERIFY(!m_directory->find({.limit = 250})->more);
    }

    void accentsAndCaseOrderNothing()
    {
        QVERIFY(m_directory->apply(u"crm"_s, {person(u"1"_s, u"\u00c9mile"_s), person(u"2"_s, u"emma"_s), person(u"3"_s, u"Elena"_s),
                                              person(u"4"_s, u"\u738b\u4f1f"_s)}));
        QCOMPARE(all({}), (QStringList{u"Elena"_s, u"\u00c9mile"_s, u"emma"_s, u"\u738b\u4f1f"_s}));
    }

    void filters()
    {
        const QString me = u"ME@office.example"_s;
        QVERIFY(m_directory->apply(u"crm"_s, {owned(person(u"1"_s, u"Sarah Lee"_s, {u"303-555-0142"_s}), me, false),
                                              owned(person(u"2"_s, u"Omar Lee"_s, {u"303-555-0143"_s}), u"dana@office.example"_s, true),
                                              owned(person(u"3"_s, u"Ann"_s, {u"303-555-0142"_s}), me, true),
                                              owned(person(u"4"_s, u"Pat"_s, {u"303-555-0145"_s}), {}, false)}));
        const auto with = [&](CustomerFilter filter, const QString &text = {}) { return all({.text = text, .filter = filter}); };
        QCOMPARE(with(CustomerFilter::All), (QStringList{u"Ann"_s, u"Omar Lee"_s, u"Pat"_s, u"Sarah Lee"_s}));
        QCOMPARE(with(CustomerFilter::Mine), (QStringList{u"Ann"_s, u"Sarah Lee"_s}));
        QCOMPARE(with(CustomerFilter::Active), (QStringList{u"Ann"_s, u"Omar Lee"_s}));
        QCOMPARE(with(CustomerFilter::SharedNumbers), (QStringList{u"Sarah Lee"_s, u"Ann"_s}));
        QCOMPARE(with(CustomerFilter::Mine, u"lee"_s), QStringList{u"Sarah Lee"_s});
        QCOMPARE(with(CustomerFilter::Active, u"lee"_s), QStringList{u"Omar Lee"_s});
        QCOMPARE(with(CustomerFilter::SharedNumbers, u"lee"_s), QStringList{u"Sarah Lee"_s});
        QCOMPARE(with(CustomerFilter::Active, u"5550142"_s), QStringList{u"Ann"_s});
        QCOMPARE(with(CustomerFilter::Mine, u"pat"_s), QStringList{});
        m_directory->setMe({});
        QCOMPARE(with(CustomerFilter::Mine), QStringList{});
        QCOMPARE(with(CustomerFilter::Mine, u"sarah"_s), QStringList{});
    }

    void manyOfAFilterAreWalkedInOrder()
    {
        QList<SourceRecord> records;
        QStringList expected;
        for (int i = 0; i < 2600; ++i) {
            const QString name = u"Customer %1"_s.arg((i * 37) % 2600, 4, 10, QChar(u'0'));
            records.append(owned(person(QString::number(i), name), {}, i % 2 == 0));
            if (i % 2 == 0)
                expected.append(name);
        }
        expected.sort();
        QVERIFY(m_directory->apply(u"crm"_s, records));
        QCOMPARE(all({.filter = CustomerFilter::Active, .limit = 333}), expected);
        QCOMPARE(m_directory->find({.filter = CustomerFilter::Active})->count, 1300);
    }

    void similarNamesComeLast()
    {
        QVERIFY(m_directory->apply(u"crm"_s, {person(u"1"_s, u"Jonson Ltd"_s), person(u"2"_s, u"Sarah Johnson"_s)}));
        QCOMPARE(names(m_directory->find({.text = u"jonson"_s}).value()), (QStringList{u"Jonson Ltd"_s, u"~Sarah Johnson"_s}));
        QCOMPARE(names(m_directory->find({.text = u"jonhson"_s}).value()), (QStringList{u"~Sarah Johnson"_s, u"~Jonson Ltd"_s}));
        QCOMPARE(names(m_directory->find({.text = u"sarah"_s}).value()), QStringList{u"Sarah Johnson"_s});
    }

    void saysHowManyThereAre()
    {
        QList<SourceRecord> records;
        for (int i = 0; i < 1500; ++i)
            records.append(
                person(QString::number(i), u"Sarah %1"_s.arg(i), i < 400 ? QStringList{u"303-555-0142"_s} : QStringList{}, u"Acme"_s));
        records += person(u"x"_s, u"Zoe"_s);
        QVERIFY(m_directory->apply(u"crm"_s, records));
        const FoundCustomers some = m_directory->find({.text = u"zoe"_s}).value();
        QCOMPARE(some.count, 1);
        QVERIFY(!some.countIsLeast && !some.more);
        const FoundCustomers many = m_directory->find({.text = u"sarah"_s}).value();
        QCOMPARE(many.customers.size(), 50);
        QVERIFY(many.more);
        QVERIFY(many.countIsLeast);
        QCOMPARE(many.count, 1000);
        QCOMPARE(m_directory->find({.text = u"sarah"_s, .limit = 2000})->customers.size(), 1500);
    }

    /// Kept up to date change by change, the lists say what a new file would say.
    void sharedNumbersAreCountedAsInANewFile()
    {
        const auto fresh = [&](const QList<SourceRecord> &crm, const QList<SourceRecord> &erp) {
            const auto directory = Directory::open(m_folder.filePath(u"fresh%1"_s.arg(m_fresh++)), m_clock).value();
            if (!directory->apply(u"crm"_s, crm) || !directory->apply(u"erp"_s, erp))
                qFatal("cannot write");
            return directory->stats().value();
        };
        QList<SourceRecord> crm;
        QList<SourceRecord> erp;
        for (int i = 0; i < 40; ++i)
            crm.append(person(QString::number(i), u"Person %1"_s.arg(i), {u"303-555-01%1"_s.arg(i % 25, 2, 10, QChar(u'0'))}));
        QVERIFY(m_directory->apply(u"crm"_s, crm));
        // The same people from elsewhere are one customer each, so they share with nobody new.
        for (int i = 0; i < 10; ++i)
            erp.append(person(QString::number(100 + i), u"Person %1"_s.arg(i), {u"303-555-01%1"_s.arg(i % 25, 2, 10, QChar(u'0'))}));
        QVERIFY(m_directory->apply(u"erp"_s, erp));
        DirectoryStats kept = m_directory->stats().value();
        QCOMPARE(kept.shared, fresh(crm, erp).shared);
        QCOMPARE(kept.numbers, 25);
        // One moves, one goes, one changes its name so that twins part.
        crm[3].customer.numbers = {stored(u"303-555-0199"_s)};
        crm[5].customer.name = u"Somebody Else"_s;
        const SourceRecord gone = crm.takeAt(8);
        QVERIFY(m_directory->apply(u"crm"_s, {crm.at(3), crm.at(5)}, {gone.sourceId}));
        kept = m_directory->stats().value();
        const DirectoryStats expected = fresh(crm, erp);
        QCOMPARE(kept.shared, expected.shared);
        QCOMPARE(kept.numbers, expected.numbers);
        QCOMPARE(kept.customers, expected.customers);
    }

private:
    int m_fresh = 0;
};

QTEST_GUILESS_MAIN(tst_DirectoryBrowse)
#include "tst_directorybrowse.moc"
