#include <callcard/ui/tabletexts.h>

#include <QTest>

using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;

class tst_TableTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cells_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QString>("pasted");
        QTest::newRow("plain") << u"Ana"_s << QByteArray("Ana\r\n") << u"Ana"_s;
        QTest::newRow("empty") << QString() << QByteArray("\r\n") << QString();
        QTest::newRow("comma") << u"Voss, Inc"_s << QByteArray("\"Voss, Inc\"\r\n") << u"Voss, Inc"_s;
        QTest::newRow("quote") << u"a \"b\""_s << QByteArray("\"a \"\"b\"\"\"\r\n") << u"a \"b\""_s;
        QTest::newRow("formula") << u"=1+1"_s << QByteArray("'=1+1\r\n") << u"'=1+1"_s;
        QTest::newRow("command") << u"@SUM(A1)"_s << QByteArray("'@SUM(A1)\r\n") << u"'@SUM(A1)"_s;
        QTest::newRow("a sum in disguise") << u"+A1+cmd|' /C calc'!A0"_s << QByteArray("'+A1+cmd|' /C calc'!A0\r\n")
                                           << u"'+A1+cmd|' /C calc'!A0"_s;
        QTest::newRow("behind a tab") << u"\t=1+1"_s << QByteArray("'\t=1+1\r\n") << u"'=1+1"_s;
        QTest::newRow("a number") << u"+1 416-555-0142"_s << QByteArray("+1 416-555-0142\r\n") << u"+1 416-555-0142"_s;
        QTest::newRow("behind pace") << u"-3"_s << QByteArray("-3\r\n") << u"-3"_s;
        QTest::newRow("a sign alone") << u"-"_s << QByteArray("'-\r\n") << u"'-"_s;
        QTest::newRow("lines and tabs") << u"a\nb\tc\r\nd"_s << QByteArray("\"a\nb\tc\r\nd\"\r\n") << u"a b c  d"_s;
    }

    void cells()
    {
        QFETCH(const QString, cell);
        QTEST(asCsv({{cell}}), "written");
        QTEST(asPastedTable({{cell}}), "pasted");
    }

    void rowsAndColumns()
    {
        const QList<QStringList> rows{{u"Day"_s, u"Calls"_s}, {u"Nov\t20"_s, u"38"_s}};
        QCOMPARE(asCsv(rows), QByteArray("Day,Calls\r\nNov\t20,38\r\n"));
        QCOMPARE(asPastedTable(rows), u"Day\tCalls\nNov 20\t38"_s);
        QVERIFY(asPastedTable({}).isEmpty());
    }
};

QTEST_APPLESS_MAIN(tst_TableTexts)
#include "tst_tabletexts.moc"
