#include <customerrows.h>

#include <callcard/testing/fakeclock.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace callcard;
using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;

namespace {
FoundCustomer row(const QString &id, const QString &company = {})
{
    FoundCustomer found;
    found.customer.id = CustomerId(id);
    found.customer.name = id;
    found.customer.company = company;
    return found;
}

QList<FoundCustomer> rows(const QString &ids)
{
    QList<FoundCustomer> list;
    for (const QChar id : ids)
        list.append(row(QString(id)));
    return list;
}

QString shown(const CustomerRows &model)
{
    QString all;
    for (int i = 0; i < model.rowCount(); ++i)
        all += model.index(i).data().toString();
    return all;
}
} // namespace

/// The model says exactly what changes: a list of ten thousand must not jump for one newcomer.
class tst_CustomerRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exactRanges_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<int>("removed");
        QTest::addColumn<int>("inserted");
        QTest::newRow("first") << u""_s << u"abc"_s << 0 << 3;
        QTest::newRow("nothing new") << u"abc"_s << u"abc"_s << 0 << 0;
        QTest::newRow("all gone") << u"abc"_s << u""_s << 3 << 0;
        QTest::newRow("newcomer in the middle") << u"abcd"_s << u"abxcd"_s << 0 << 1;
        QTest::newRow("one gone") << u"abcd"_s << u"abd"_s << 1 << 0;
        QTest::newRow("another in its place") << u"abcd"_s << u"axcd"_s << 1 << 1;
        QTest::newRow("others") << u"ab"_s << u"xyz"_s << 2 << 3;
        QTest::newRow("longer at the end") << u"ab"_s << u"abcd"_s << 0 << 2;
        QTest::newRow("doubled letter") << u"aa"_s << u"aaa"_s << 0 << 1;
    }
    void exactRanges()
    {
        QFETCH(const QString, before);
        QFETCH(const QString, after);
        CustomerRows model(m_clock);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(rows(before), false, {});
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setRows(rows(after), false, {});
        QCOMPARE(shown(model), after);
        const auto count = [](const QSignalSpy &spy) {
            int rows = 0;
            for (const auto &call : spy)
                rows += call.at(2).toInt() - call.at(1).toInt() + 1;
            return rows;
        };
        QTEST(count(removed), "removed");
        QTEST(count(inserted), "inserted");
        QCOMPARE(reset.size(), 0);
        QCOMPARE(changed.size(), 0);
    }

    void whatChangesIsPaintedAnew()
    {
        CustomerRows model(m_clock);
        model.setRows(rows(u"abc"_s), false, u"x"_s);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QList<FoundCustomer> other = rows(u"abc"_s);
        other[1].customer.company = u"Acme"_s;
        model.setRows(other, false, u"x"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
        // Other letters are marked in every row.
        model.setRows(other, false, u"xy"_s);
        QCOMPARE(changed.size(), 4);
    }

    void pagesAreAskedForOnce()
    {
        CustomerRows model(m_clock); // no tester here: it asks for pages itself
        QSignalSpy wanted(&model, &CustomerRows::moreWanted);
        model.setRows(rows(u"ab"_s), true, {});
        model.appendRows(rows(u"bcd"_s), true);
        QCOMPARE(shown(model), u"abcd"_s); // twins of a page border come once
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QVERIFY(!model.canFetchMore({}));
        model.appendRows(rows(u"e"_s), false);
        QVERIFY(!model.canFetchMore({}));
        QCOMPARE(wanted.size(), 1);
    }

    void readsRowsAloud()
    {
        CustomerRows model(m_clock);
        FoundCustomer sarah = row(u"Sarah Lindqvist"_s, u"Northlight Coffee Roasters"_s);
        sarah.customer.numbers = {{.number = PhoneNumber::fromE164(u"+14165550142")}};
        sarah.similar = true;
        model.setRows({sarah}, false, {});
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
                 u"Sarah Lindqvist, Northlight Coffee Roasters, (416) 555-0142, similar name"_s);
    }

private:
    testing::FakeClock m_clock;
};

QTEST_MAIN(tst_CustomerRows)
#include "tst_customerrows.moc"
