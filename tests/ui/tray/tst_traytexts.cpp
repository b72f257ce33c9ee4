#include <callcard/translations.h>
#include <callcard/ui/traytexts.h>

#include <QCoreApplication>
#include <QLocale>
#include <QTest>

using namespace callcard;
using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class tst_TrayTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslations(*QCoreApplication::instance(), QLocale(QLocale::English))); }

    void today_data()
    {
        QTest::addColumn<int>("calls");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<int>("texts");
        QTest::addColumn<QString>("text");
        QTest::newRow("a day") << 38 << 5'760 << 21 << u"38 calls · 96 min · 21 texts today"_s;
        QTest::newRow("one of each") << 1 << 60 << 1 << u"1 call · 1 min · 1 text today"_s;
        QTest::newRow("rounded as the metrics do") << 2 << 89 << 0 << u"2 calls · 1 min · 0 texts today"_s;
        QTest::newRow("half a minute") << 2 << 90 << 0 << u"2 calls · 2 min · 0 texts today"_s;
    }

    void today()
    {
        QFETCH(const int, calls);
        QFETCH(const int, seconds);
        QFETCH(const int, texts);
        QTEST(todayText(calls, std::chrono::seconds(seconds), texts), "text");
    }
};

QTEST_GUILESS_MAIN(tst_TrayTexts)
#include "tst_traytexts.moc"
