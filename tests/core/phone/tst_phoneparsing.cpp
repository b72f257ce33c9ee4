#include <callcard/phone.h>

#include <QTest>

#include <random>
#include <thread>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

namespace {

/// "+13035550142", "+13035550142 x12", "+13035550142 after ,,1", or the problem's name: one text to compare.
QString told(const tl::expected<ParsedPhone, PhoneProblem> &parsed)
{
    if (!parsed)
        return phoneProblemName(parsed.error());
    QString text = parsed->number.e164();
    if (!parsed->extension.isEmpty())
        text += u" x"_s + parsed->extension;
    if (!parsed->afterDial.isEmpty())
        text += u" after "_s + parsed->afterDial;
    return text;
}

} // namespace

class tst_PhoneParsing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("expected");
        const auto row = [](const QString &typed, const char *region, const QString &expected) {
            QTest::addRow("%s in %s", qPrintable(typed), region) << typed << QString::fromLatin1(region) << expected;
        };
        const QString same = u"+14165551234"_s;
        // One number, many hands.
        for (const QString &typed : {u"+1 416-555-1234"_s,
                                     u"(416) 555 1234"_s,
                                     u"4165551234"_s,
                                     u"1-416-555-1234"_s,
                                     u"416.555.1234"_s,
                                     u" 416 555\u00a01234 "_s,
                                     u"+1 (416) 555-1234"_s,
                                     u"(+1) 416 555 1234"_s,
                                     u"001 416 555 1234"_s,
                                     u"+1416-555–1234"_s,
                                     u"416/555/1234"_s,
                                     u"[416] 555-1234"_s,
                                     u"\u202a+14165551234\u202c"_s,
                                     u"\uff0b\uff11 416 555 1234"_s,
                                     u"4165551234.0"_s,
                                     u"=\"4165551234\""_s,
                                     u"'4165551234"_s,
                                     u"\"416-555-1234\""_s,
                                     u"Tel: 416-555-1234"_s,
                                     u"Phone 416 555 1234"_s,
                                     u"416-555-1234 (mobile)"_s,
                                     u"m: 416 555 1234"_s,
                                     u"(W) 416-555-1234"_s,
                                     u"tel:+1-416-555-1234"_s,
                                     u"tel:4165551234"_s,
                                     u"TEL:%2B14165551234"_s,
                                     u"tel://4165551234"_s,
                                     u"callto:+14165551234"_s,
                                     u"callto://+14165551234/"_s,
                                     u"sip:+14165551234@pbx.example"_s,
                                     u"sips:+14165551234@pbx.example:5061;user=phone"_s,
                                     u"sip:14165551234@pbx.example?subject=hi"_s,
                                     u"\"Sarah Lee\" <sip:+14165551234@pbx.example>;tag=1"_s,
                                     u"tel:555-1234;phone-context=+1416"_s,
                                     u"٤١٦٥٥٥١٢٣٤"_s})
            row(typed, "CA", same);
        row(u"tel:416-555-1234;phone-context=example.com"_s, "CA", same);

        // Extensions stay beside the number.
        for (const QString &typed : {u"416-555-1234 x12"_s, u"416-555-1234x12"_s, u"416 555 1234 ext. 12"_s, u"416 555 1234 ext 12"_s,
                                     u"416 555 1234, ext 12"_s, u"(416) 555-1234 extension 12"_s, u"+14165551234;ext=12"_s,
                                     u"tel:+14165551234;ext=12"_s, u"416-555-1234 #12"_s, u"sip:+14165551234;ext=12@pbx.example"_s,
                                     u"Office: 416-555-1234 Ext.:12"_s, u"416-555-1234 EXT12"_s, u"416-555-1234 extn 12"_s})
            row(typed, "CA", same + u" x12"_s);
        row(u"416-555-1234 x0012"_s, "CA", same + u" x0012"_s);
        row(u"030 123456 Durchwahl 78"_s, "DE", u"+4930123456 x78"_s);

        // What follows the number is dialling's, never part of it.
        row(u"4165551234,,123#"_s, "CA", same + u" after ,,123#"_s);
        row(u"4165551234p123"_s, "CA", same + u" after p123"_s);
        row(u"4165551234;12"_s, "CA", same + u" after ;12"_s);
        row(u"tel:+14165551234;postd=pp22"_s, "CA", same + u" after pp22"_s);
        row(u"416-555-1234 x12,,3"_s, "CA", same + u" x12 after ,,3"_s);

        // No numbers.
        row(u""_s, "US", u"empty"_s);
        row(u"  \u200b "_s, "US", u"empty"_s);
        row(u"tel:"_s, "US", u"empty"_s);
        for (const QString &typed :
             {u"anonymous"_s, u"Anonymous"_s, u"UNKNOWN"_s, u"Private number"_s, u"No Caller ID"_s, u"withheld"_s, u"Unknown Caller"_s,
              u"Restricted"_s, u"sip:anonymous@anonymous.invalid"_s, u"+266696687"_s, u"266696687"_s, u"+7378742833"_s, u"+86282452253"_s,
              u"Unbekannt"_s, u"Numéro masqué"_s, u"\"Anonymous\" <sip:anonymous@anonymous.invalid>"_s, u"N/A"_s})
            row(typed, "US", u"withheld"_s);
        row(u"restricted +14165551234"_s, "US", u"letters"_s);
        row(u"Sarah Lee"_s, "US", u"letters"_s);
        row(u"sip:alice@pbx.example"_s, "US", u"letters"_s);
        row(u"1-800-FLOWERS"_s, "US", u"letters"_s);
        row(u"416-555-1234 or so"_s, "US", u"letters"_s);
        row(u"1.41655512E+10"_s, "US", u"scientific-notation"_s);
        row(u"4.16E+9"_s, "US", u"scientific-notation"_s);
        row(u"4,16E9"_s, "DE", u"scientific-notation"_s);
        for (const QString &typed : {u"555 2671 / 2672"_s, u"416-555-1234 / 416-555-1235"_s, u"416-555-1234; 416-555-1235"_s,
                                     u"4165551234,4165551235"_s, u"416-555-1234 or 416-555-1235"_s, u"4165551234|4165551235"_s,
                                     u"416-555-1234\n416-555-1235"_s, u"+14165551234 +14165551235"_s, u"+1 416 555 1234/5"_s,
                                     u"416-555-1234, 416-555-1235 x2"_s, u"030 1234567 oder 030 1234568"_s, u"+49 30 1234567 / 68"_s})
            row(typed, "US", u"several-numbers"_s);
        row(u"---"_s, "US", u"not-a-number"_s);
        row(u"*67 416 555 1234"_s, "US", u"not-a-number"_s);
        row(u"#31#0301234567"_s, "DE", u"not-a-number"_s);
        row(u"<script>"_s, "US", u"not-a-number"_s);
        row(u"+1 (416) 555~1234"_s, "US", u"not-a-number"_s);
        row(u"416+5551234"_s, "US", u"not-a-number"_s);
        row(u"911"_s, "US", u"short-code"_s);
        row(u"112"_s, "DE", u"short-code"_s);
        row(u"999"_s, "GB", u"short-code"_s);
        row(u"1"_s, "US", u"too-short"_s);
        row(u"0142"_s, "US", u"too-short"_s);
        row(u"101"_s, "US", u"too-short"_s);
        row(u"555-0142"_s, "US", u"area-code-missing"_s);
        row(u"1800 642767638"_s, "US", u"too-long"_s);
        row(u"416555123456"_s, "US", u"too-long"_s);
        row(QString(300, u'4'), "US", u"too-long"_s);
        row(u"0000000000"_s, "US", u"not-in-use"_s);
        row(u"1111111111"_s, "US", u"not-in-use"_s);
        row(u"+1 911 555 1234"_s, "US", u"not-in-use"_s);
        row(u"+1 416 055 1234"_s, "US", u"not-in-use"_s);
        row(u"+999 123 456 789"_s, "US", u"unknown-country"_s);
        row(u"4165551234"_s, "", u"region-missing"_s);
        row(u"4165551234"_s, "QQ", u"region-missing"_s);
        row(u"4165551234"_s, "1;drop", u"region-missing"_s);
        row(u"+14165551234"_s, "", same);
        row(u"4165551234"_s, "ca", same);

        // Area codes opened after the library's metadata was made.
        row(u"+1 645 555 0142"_s, "US", u"+16455550142"_s);
        row(u"(728) 555-0142"_s, "US", u"+17285550142"_s);

        // From another country, prefixes of home and of elsewhere.
        row(u"011 44 20 7946 0018"_s, "US", u"+442079460018"_s);
        row(u"0044 20 7946 0018"_s, "US", u"+442079460018"_s);
        row(u"00 1 416 555 1234"_s, "DE", same);
        row(u"011 1 416 555 1234"_s, "DE", same);
        row(u"0011 1 416 555 1234"_s, "AU", same);
        row(u"+44 (0)20 7946 0018"_s, "US", u"+442079460018"_s);
        row(u"089 / 12345678"_s, "DE", u"+498912345678"_s);
        row(u"+49 89/12345678"_s, "US", u"+498912345678"_s);
        row(u"0049 7531/123456"_s, "DE", u"+497531123456"_s);
        row(u"+39 06 1234 5678"_s, "US", u"+390612345678"_s);   // Italy keeps its zero
        row(u"+52 1 55 1234 5678"_s, "US", u"+525512345678"_s); // Mexico's old mobile form is the same telephone
        row(u"+52 55 1234 5678"_s, "US", u"+525512345678"_s);
        row(u"011 15 2345-6789"_s, "AR", u"+5491123456789"_s);
        row(u"8 (495) 123-45-67"_s, "RU", u"+74951234567"_s);
    }
    void reads()
    {
        QFETCH(QString, typed);
        QFETCH(QString, region);
        QFETCH(QString, expected);
        QCOMPARE(told(parsePhone(typed, region)), expected);
    }

    void readsNationalFormsOfManyCountries_data()
    {
        QTest::addColumn<QString>("national");
        QTest::addColumn<QString>("e164");
        struct Row {
            const char *region;
            const char16_t *national;
            const char16_t *e164;
        };
        static const Row rows[] = {
            {"US", u"(303) 555-0142", u"+13035550142"},    {"CA", u"604-555-0142", u"+16045550142"},
            {"PR", u"787 555 0142", u"+17875550142"},      {"BS", u"242-365-1234", u"+12423651234"},
            {"MX", u"55 1234 5678", u"+525512345678"},     {"GB", u"020 7946 0018", u"+442079460018"},
            {"GB", u"07700 900123", u"+447700900123"},     {"IE", u"01 234 5678", u"+35312345678"},
            {"DE", u"030 123456", u"+4930123456"},         {"DE", u"0170 1234567", u"+491701234567"},
            {"AT", u"01 234567890", u"+431234567890"},     {"CH", u"044 668 18 00", u"+41446681800"},
            {"FR", u"01 23 45 67 89", u"+33123456789"},    {"BE", u"02 555 12 12", u"+3225551212"},
            {"NL", u"020 123 4567", u"+31201234567"},      {"LU", u"27 12 34 56", u"+35227123456"},
            {"ES", u"912 34 56 78", u"+34912345678"},      {"PT", u"212 345 678", u"+351212345678"},
            {"IT", u"06 1234 5678", u"+390612345678"},     {"GR", u"21 2345 6789", u"+302123456789"},
            {"PL", u"12 345 67 89", u"+48123456789"},      {"CZ", u"212 345 678", u"+420212345678"},
            {"SK", u"02/322 456 78", u"+421232245678"},    {"HU", u"06 1 234 5678", u"+3612345678"},
            {"RO", u"021 123 4567", u"+40211234567"},      {"BG", u"02 123 4567", u"+35921234567"},
            {"SE", u"08-12 34 56", u"+468123456"},         {"NO", u"21 23 45 67", u"+4721234567"},
            {"DK", u"32 12 34 56", u"+4532123456"},        {"FI", u"09 1234567", u"+35891234567"},
            {"EE", u"321 2345", u"+3723212345"},           {"UA", u"044 123 4567", u"+380441234567"},
            {"RU", u"8 (495) 123-45-67", u"+74951234567"}, {"KZ", u"8 (7172) 12-34-56", u"+77172123456"},
            {"TR", u"0212 345 67 89", u"+902123456789"},   {"IL", u"02-123-4567", u"+97221234567"},
            {"AE", u"04 234 5678", u"+97142345678"},       {"SA", u"011 234 5678", u"+966112345678"},
            {"EG", u"02 34567890", u"+20234567890"},       {"ZA", u"010 123 4567", u"+27101234567"},
            {"NG", u"0802 123 4567", u"+2348021234567"},   {"KE", u"0712 123456", u"+254712123456"},
            {"IN", u"074104 10123", u"+917410410123"},     {"PK", u"0301 2345678", u"+923012345678"},
            {"JP", u"03-1234-5678", u"+81312345678"},      {"KR", u"02-212-3456", u"+8222123456"},
            {"CN", u"010 1234 5678", u"+861012345678"},    {"HK", u"2123 4567", u"+85221234567"},
            {"TW", u"02 2123 4567", u"+886221234567"},     {"SG", u"6123 4567", u"+6561234567"},
            {"MY", u"03-2385 6789", u"+60323856789"},      {"TH", u"02 123 4567", u"+6621234567"},
            {"VN", u"0912 345 678", u"+84912345678"},      {"PH", u"02 3234 5678", u"+63232345678"},
            {"ID", u"0812-345-678", u"+62812345678"},      {"AU", u"(02) 9123 4567", u"+61291234567"},
            {"AU", u"0412 345 678", u"+61412345678"},      {"NZ", u"03-234 5678", u"+6432345678"},
            {"BR", u"(11) 96123-4567", u"+5511961234567"}, {"AR", u"011 2345-6789", u"+541123456789"},
            {"CL", u"2 2123 4567", u"+56221234567"},       {"CO", u"321 1234567", u"+573211234567"},
            {"PE", u"(01) 1234567", u"+5111234567"},
        };
        for (const Row &row : rows)
            QTest::addRow("%s %s", row.region, qPrintable(QString::fromUtf16(row.e164)))
                << QString::fromUtf16(row.national) << QString::fromUtf16(row.e164);
    }
    void readsNationalFormsOfManyCountries()
    {
        QFETCH(QString, national);
        QFETCH(QString, e164);
        const QString region = QString::fromLatin1(QTest::currentDataTag()).left(2);
        const auto parsed = parsePhone(national, region);
        QCOMPARE(told(parsed), e164);
        // What we show can be read back, at home and from anywhere.
        QCOMPARE(told(parsePhone(nationalForm(parsed->number), region)), e164);
        QCOMPARE(told(parsePhone(internationalForm(parsed->number), u"FJ"_s)), e164);
        QCOMPARE(told(parsePhone(e164, {})), e164);
    }

    void vanityLettersOnlyWhereAsked()
    {
        QCOMPARE(told(parsePhone(u"1-800-FLOWERS", u"US"_s, {.vanity = true})), u"+18003569377"_s);
        QCOMPARE(told(parsePhone(u"1-800-GO-FEDEX x3", u"US"_s, {.vanity = true})), u"+18004633339 x3"_s);
        QCOMPARE(told(parsePhone(u"1800 MICROSOFT", u"US"_s, {.vanity = true})), u"too-long"_s);
        QCOMPARE(told(parsePhone(u"call me", u"US"_s, {.vanity = true})), u"letters"_s);
        QCOMPARE(told(parsePhone(u"anonymous", u"US"_s, {.vanity = true})), u"withheld"_s);
    }

    void theMissingPlusOnlyWherePromised()
    {
        QCOMPARE(told(parsePhone(u"442079460018", u"US"_s, {.plusMissing = true})), u"+442079460018"_s);
        QCOMPARE(told(parsePhone(u"14165551234", u"DE"_s, {.plusMissing = true})), u"+14165551234"_s);
        QCOMPARE(told(parsePhone(u"442079460018", u"US"_s)), u"too-long"_s);
        // Nine digits in a country of ten are no country code's.
        QCOMPARE(told(parsePhone(u"4165551234", u"CA"_s, {.plusMissing = false})), u"+14165551234"_s);
    }

    /// The short way for +1 must say what the library says, wherever the library accepts.
    void theShortWayAgreesWithTheLibrary()
    {
        std::minstd_rand random(20);
        std::uniform_int_distribution<quint64> ten(2'000'000'000ULL, 9'999'999'999ULL);
        int accepted = 0;
        for (int i = 0; i < 3000; ++i) {
            const QString digits = QString::number(ten(random));
            // The dot is grouping that sends the text the long way round.
            const auto quick = parsePhone(digits, u"US"_s);
            const auto shown = parsePhone(QString(digits.left(3) + u" . "_s + digits.mid(3)), u"US"_s);
            QCOMPARE(told(quick), told(shown));
            accepted += quick ? 1 : 0;
            if (quick)
                QCOMPARE(quick->number.e164(), QString(u"+1"_s + digits));
        }
        QVERIFY(accepted > 1000);
    }

    void noSuffixEverMakesTwoNumbersOne()
    {
        QVERIFY(parsePhone(u"303-555-0142", u"US"_s) != parsePhone(u"720-555-0142", u"US"_s));
        QVERIFY(parsePhone(u"+49 30 5550142", u"US"_s) != parsePhone(u"+49 40 5550142", u"US"_s));
    }

    void workersMayParseAtOnce()
    {
        QAtomicInt wrong;
        std::vector<std::thread> workers;
        for (int worker = 0; worker < 4; ++worker) {
            workers.emplace_back([&wrong, worker] {
                for (int i = 0; i < 300; ++i) {
                    const QString digits = u"0170 %1"_s.arg(1'000'000 + worker * 1000 + i);
                    const auto parsed = parsePhone(digits, u"DE"_s);
                    if (!parsed || parsed->number.e164() != u"+49170%1"_s.arg(1'000'000 + worker * 1000 + i) ||
                        placeOf(parsed->number).region != u"DE"_s || parsePhone(u"Tel. x", u"DE"_s))
                        wrong.ref();
                }
            });
        }
        for (std::thread &worker : workers)
            worker.join();
        QCOMPARE(wrong.loadRelaxed(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_PhoneParsing)
#include "tst_phoneparsing.moc"
