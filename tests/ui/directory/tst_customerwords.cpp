#include <customerwords.h>

#include <callcard/translations.h>

#include <QTest>

using namespace callcard;
using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;

namespace {
QString marked(const QString &text, const QList<std::pair<int, int>> &hits)
{
    QString result;
    int at = 0;
    for (const auto &[from, length] : hits) {
        result += text.mid(at, from - at) + u'[' + text.mid(from, length) + u']';
        at = from + length;
    }
    return result + text.mid(at);
}
} // namespace

class tst_CustomerWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslations(*QCoreApplication::instance(), QLocale(QLocale::English))); }

    void saysWhatWasDamaged_data()
    {
        QTest::addColumn<QList<DamagedFile>>("damages");
        QTest::addColumn<bool>("canSync");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("remedy");
        using enum DamagedFile::What;
        const auto file = [](DamagedFile::What what, const QString &aside = u"/d/x.db.damaged-20261120-090000"_s) {
            return DamagedFile{.what = what, .error = {}, .aside = aside};
        };
        QTest::newRow("customers") << QList{file(Customers)} << true << u"The file of customers was damaged and has been set aside."_s
                                   << u"Sync, or import your files once more."_s;
        QTest::newRow("customers of files") << QList{file(Customers)} << false
                                            << u"The file of customers was damaged and has been set aside."_s
                                            << u"Import your files once more."_s;
        QTest::newRow("choices") << QList{file(Choices)} << true
                                 << u"The file of the numbers you chose was damaged and has been set aside."_s
                                 << u"What could be read is kept. A card asks again about the other numbers."_s;
        QTest::newRow("made here") << QList{file(MadeHere)} << true
                                   << u"The file of what you added and changed here was damaged and has been set aside."_s
                                   << u"What could be read is kept. Look whether your newest changes are there."_s;
        QTest::newRow("several")
            << QList{file(Customers), file(Choices)} << true << u"Files of the directory were damaged and have been set aside."_s
            << u"Sync, or import your files once more. What could be read is kept. A card asks again about the other numbers."_s;
        QTest::newRow("not moved") << QList{file(Choices, {})} << true << u"The file of the numbers you chose is damaged."_s
                                   << u"It could not be moved: let its folder be written to, and start Callcard again."_s;
    }
    void saysWhatWasDamaged()
    {
        QFETCH(const QList<DamagedFile>, damages);
        QFETCH(const bool, canSync);
        QTEST(damageText(damages), "text");
        QTEST(damageRemedy(damages, canSync), "remedy");
    }

    void marksWhatWasTyped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");
        QTest::newRow("beginning") << u"Northlight Coffee"_s << u"nor"_s << u"[Nor]thlight Coffee"_s;
        QTest::newRow("second word") << u"Theo Northcott"_s << u"nor"_s << u"Theo [Nor]thcott"_s;
        QTest::newRow("middle, where no word begins so") << u"Kenora Hardware"_s << u"nor"_s << u"Ke[nor]a Hardware"_s;
        QTest::newRow("beginnings only, where there are any") << u"Norris of Kenora"_s << u"nor"_s << u"[Nor]ris of Kenora"_s;
        QTest::newRow("any order") << u"Sarah Johnson"_s << u"joh sa"_s << u"[Sa]rah [Joh]nson"_s;
        QTest::newRow("longer word wins") << u"Johnson"_s << u"jo johns"_s << u"[Johns]on"_s;
        QTest::newRow("accents") << u"Zo\u00eb M\u00fcller"_s << u"zoe mull"_s << u"[Zo\u00eb] [M\u00fcll]er"_s;
        QTest::newRow("one letter begins words only") << u"Barbara"_s << u"a"_s << u"Barbara"_s;
        QTest::newRow("nothing") << u"Sarah"_s << u""_s << u"Sarah"_s;
        QTest::newRow("signs") << u"A & B (C)"_s << u"( &"_s << u"A [&] B [(]C)"_s;
    }
    void marksWhatWasTyped()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, typed);
        QTEST(marked(text, foundLetters(text, typed)), "expected");
    }

    void marksDigitsOfNumbers_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");
        QTest::newRow("over signs") << u"6555"_s << u"(41[6) 555]-0142"_s;
        QTest::newRow("with signs") << u"555-01"_s << u"(416) [555-01]42"_s;
        QTest::newRow("with the country") << u"+1 416"_s << u"([416]) 555-0142"_s;
        QTest::newRow("too few") << u"41"_s << u"(416) 555-0142"_s;
        QTest::newRow("a name") << u"sarah 416"_s << u"(416) 555-0142"_s;
        QTest::newRow("another") << u"999"_s << u"(416) 555-0142"_s;
    }
    void marksDigitsOfNumbers()
    {
        QFETCH(const QString, typed);
        const QString text = u"(416) 555-0142"_s;
        QTEST(marked(text, foundDigits(text, typed)), "expected");
    }

    void opensTheRightPage_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("expected"); // empty: no page
        QTest::newRow("id") << u"https://crm.example/people/{id}"_s << u"https://crm.example/people/4711"_s;
        QTest::newRow("several") << u"https://crm.example/?q={name}&tel={number}"_s
                                 << u"https://crm.example/?q=Sarah%20%26%20%7Bid%7D%20Lee&tel=%2B14165550142"_s;
        QTest::newRow("something that is not there") << u"https://crm.example/{email}"_s << QString();
        QTest::newRow("not encrypted") << u"http://crm.example/{id}"_s << QString();
        QTest::newRow("a program") << u"file:///usr/bin/{id}"_s << QString();
        QTest::newRow("no template") << QString() << QString();
        QTest::newRow("unknown placeholder stays") << u"https://crm.example/{what}/{id}"_s << QString();
    }
    void opensTheRightPage()
    {
        QFETCH(const QString, pattern);
        Customer customer{.name = u"Sarah & {id} Lee"_s};
        customer.origins = {{u"firestore:copper_people"_s, u"4711"_s}};
        customer.numbers = {{.number = PhoneNumber::fromE164(u"+14165550142")}};
        const auto page = crmPage(pattern, customer);
        QTEST(page ? QString::fromLatin1(page->toEncoded()) : QString(), "expected");
    }

    void saysWhatIsWrongWithATemplate_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("said");
        QTest::newRow("right") << u"https://crm.example/people/{id}"_s << u"Sarah Lee: https://crm.example/people/4711"_s;
        QTest::newRow("the same for all") << u"https://crm.example/people"_s << u"This opens the same page for everybody."_s;
        QTest::newRow("no such word") << u"https://crm.example/{customer}"_s << u"{customer} is not known. There are {id}"_s;
        QTest::newRow("never closed") << u"https://crm.example/{id"_s << u"{id is not known."_s;
        QTest::newRow("only closed") << u"https://crm.example/id}"_s << u"} is not known."_s;
        QTest::newRow("not encrypted") << u"http://crm.example/{id}"_s << u"The address must begin with https://."_s;
        QTest::newRow("a program") << u"javascript:alert({id})"_s << u"The address must begin with https://."_s;
        QTest::newRow("half an address") << u"crm.example/{id}"_s << u"This is no complete address."_s;
        QTest::newRow("nowhere") << u"https:///{id}"_s << u"This is no complete address."_s;
        QTest::newRow("nothing for it") << u"https://crm.example/?q={email}"_s << u"Sarah Lee has nothing for {email}"_s;
    }
    void saysWhatIsWrongWithATemplate()
    {
        QFETCH(const QString, pattern);
        QFETCH(const QString, said);
        Customer customer{.name = u"Sarah Lee"_s};
        customer.origins = {{u"crm"_s, u"4711"_s}};
        QString text = crmPageText(crmPageOf(pattern, customer), customer.name);
        text.remove(QChar(0x2068)).remove(QChar(0x2069)); // isolates
        QVERIFY2(text.startsWith(said), qPrintable(text));
    }

    void saysWhenTheLastContactWas()
    {
        const DirectoryOptions options{.times = TimeTexts(QLocale(QLocale::English, QLocale::UnitedStates), QTimeZone("America/Toronto")),
                                       .zone = QTimeZone("America/Toronto")};
        const QDateTime now(QDate(2026, 11, 20), QTime(3, 0), Qt::UTC); // still the 19th there
        const auto at = [&](const QDateTime &contact) { return lastContactText({.lastContact = contact}, options, now); };
        QCOMPARE(at({}), QString());
        QCOMPARE(at(now.addSecs(-60)), u"Today"_s);
        QCOMPARE(at(now.addDays(-1)), u"Yesterday"_s);
        QCOMPARE(at(now.addDays(-3)), u"Nov 16"_s);
    }

    void saysHowMany()
    {
        const FoundCustomers some{.count = 212};
        QCOMPARE(countLine(some, 128'406, true), u"212 of 128,406 customers"_s);
        QCOMPARE(countLine({.count = 1000, .countIsLeast = true}, 1'000'000, true), u"1,000+ of 1,000,000 customers"_s);
        QCOMPARE(countLine(some, 2000, false), u"2,000 customers"_s);
        QCOMPARE(countLine(some, 1, false), u"1 customer"_s);
    }

    void outsideTextIsOneCleanLine()
    {
        Customer customer{.name = u"Eve\n\u202eEvil\t<b>"_s, .company = u"Acme"_s};
        QVERIFY(!displayName(customer).contains(u'\n'));
        QVERIFY(!displayName(customer).contains(QChar(0x202e)));
        QCOMPARE(secondLine(customer), u"Acme"_s);
        customer.name.clear();
        QCOMPARE(displayName(customer), u"Acme"_s);
        QCOMPARE(secondLine(customer), QString());
    }
};

QTEST_MAIN(tst_CustomerWords)
#include "tst_customerwords.moc"
