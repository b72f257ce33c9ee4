#include <callcard/phone.h>

#include <QTest>
#include <QTimeZone>

#include <random>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

namespace {

PhoneNumber number(const char *e164)
{
    return PhoneNumber::fromE164(QString::fromLatin1(e164)).value();
}

} // namespace

/// What a number tells beside itself: how to show it, where it is, what it costs.
class tst_PhoneFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forms()
    {
        QCOMPARE(nationalForm(number("+13035550142")), u"(303) 555-0142"_s);
        QCOMPARE(internationalForm(number("+13035550142")), u"+1 303-555-0142"_s);
        QCOMPARE(nationalForm(number("+442079460018")), u"020 7946 0018"_s);
        QCOMPARE(internationalForm(number("+442079460018")), u"+44 20 7946 0018"_s);
        QCOMPARE(readableForm(number("+13035550142"), u"CA"_s), u"(303) 555-0142"_s);
        QCOMPARE(readableForm(number("+442079460018"), u"US"_s), u"+44 20 7946 0018"_s);
        QCOMPARE(readableForm(number("+442079460018"), QString()), u"+44 20 7946 0018"_s);
        QCOMPARE(readableForm(number("+17285550142"), u"US"_s), u"(728) 555-0142"_s);
        QCOMPARE(nationalForm(number("+99955501422")), u"+99955501422"_s); // no country: as it is, never empty
    }

    void typing()
    {
        QCOMPARE(formWhileTyping(u"303555", u"US"_s), u"303-555"_s);
        QCOMPARE(formWhileTyping(u"3035550142", u"US"_s), u"(303) 555-0142"_s);
        QCOMPARE(formWhileTyping(u"+442079460018", u"US"_s), u"+44 20 7946 0018"_s);
        QCOMPARE(formWhileTyping(u"02079460018", u"GB"_s), u"020 7946 0018"_s);
        QCOMPARE(formWhileTyping(u"sarah", u"US"_s), u"sarah"_s);
        QCOMPARE(formWhileTyping(u"3035550142,,1", u"US"_s), u"3035550142,,1"_s);
        QCOMPARE(formWhileTyping(u"", u"US"_s), QString());
        QCOMPARE(formWhileTyping(u"+44", {}), u"+44"_s);
    }

    void kinds_data()
    {
        QTest::addColumn<QByteArray>("e164");
        QTest::addColumn<PhoneKind>("kind");
        QTest::addColumn<bool>("extra");
        QTest::newRow("US") << QByteArray("+13035550142") << PhoneKind::FixedLineOrMobile << false;
        QTest::newRow("US toll-free") << QByteArray("+18005550142") << PhoneKind::TollFree << false;
        QTest::newRow("US premium") << QByteArray("+19002345678") << PhoneKind::Premium << true;
        QTest::newRow("US premium, unknown range") << QByteArray("+19005550142") << PhoneKind::Premium << true;
        QTest::newRow("DE mobile") << QByteArray("+491701234567") << PhoneKind::Mobile << false;
        QTest::newRow("DE fixed") << QByteArray("+4930123456") << PhoneKind::FixedLine << false;
        QTest::newRow("DE premium") << QByteArray("+499001234567") << PhoneKind::Premium << true;
        QTest::newRow("GB premium") << QByteArray("+449012345678") << PhoneKind::Premium << true;
        QTest::newRow("AU shared cost") << QByteArray("+611300123456") << PhoneKind::SharedCost << true;
        QTest::newRow("satellite") << QByteArray("+870773111632") << PhoneKind::Unknown << true;
        QTest::newRow("world toll-free") << QByteArray("+80012345678") << PhoneKind::TollFree << false;
    }
    void kinds()
    {
        QFETCH(QByteArray, e164);
        QFETCH(PhoneKind, kind);
        QFETCH(bool, extra);
        const PhoneNumber asked = number(e164.constData());
        if (kind != PhoneKind::Unknown)
            QCOMPARE(kindOf(asked), kind);
        QCOMPARE(costsExtra(asked), extra);
    }

    void emergencies_data()
    {
        QTest::addColumn<QString>("dialled");
        QTest::addColumn<QString>("region");
        QTest::addColumn<bool>("emergency");
        QTest::newRow("911 US") << u"911"_s << u"US"_s << true;
        QTest::newRow("9-1-1 US") << u" 9-1-1 "_s << u"US"_s << true;
        QTest::newRow("fullwidth") << u"９１１"_s << u"US"_s << true;
        QTest::newRow("911 begins") << u"9111"_s << u"US"_s << true;
        QTest::newRow("112 DE") << u"112"_s << u"DE"_s << true;
        QTest::newRow("110 DE") << u"110"_s << u"DE"_s << true;
        QTest::newRow("999 GB") << u"999"_s << u"GB"_s << true;
        QTest::newRow("000 AU") << u"000"_s << u"AU"_s << true;
        QTest::newRow("111 NZ") << u"111"_s << u"NZ"_s << true;
        QTest::newRow("119 JP") << u"119"_s << u"JP"_s << true;
        QTest::newRow("190 BR") << u"190"_s << u"BR"_s << true;
        QTest::newRow("15 FR") << u"15"_s << u"FR"_s << true;
        QTest::newRow("911 in Germany") << u"911"_s << u"DE"_s << true;
        QTest::newRow("112 in the US") << u"112"_s << u"US"_s << true;
        QTest::newRow("999 nowhere") << u"999"_s << QString() << true;
        QTest::newRow("411 US") << u"411"_s << u"US"_s << false;
        QTest::newRow("a number") << u"303-555-0142"_s << u"US"_s << false;
        QTest::newRow("+911") << u"+911"_s << u"US"_s << false;
        QTest::newRow("words") << u"call 911"_s << u"US"_s << false;
    }
    void emergencies()
    {
        QFETCH(QString, dialled);
        QFETCH(QString, region);
        QTEST(isEmergency(dialled, region), "emergency");
    }

    void shortCodes()
    {
        QCOMPARE(shortCode(u"911", u"US"_s), std::optional(ShortCodeKind::Emergency));
        QCOMPARE(shortCode(u"411", u"US"_s), std::optional(ShortCodeKind::Ordinary));
        QCOMPARE(shortCode(u"303 555 0142", u"US"_s), std::nullopt);
        QCOMPARE(shortCode(u"anonymous", u"US"_s), std::nullopt);
        QCOMPARE(shortCode(u"", u"US"_s), std::nullopt);
    }

    void regions()
    {
        QCOMPARE(regionOf(number("+13035550142")), u"US"_s);
        QCOMPARE(regionOf(number("+14165551234")), u"CA"_s);
        QCOMPARE(regionOf(number("+12423651234")), u"BS"_s);
        QCOMPARE(regionOf(number("+80012345678")), QString());
        QCOMPARE(regionOf(number("+99955501422")), QString());
        QVERIFY(isPhoneRegion(u"US") && isPhoneRegion(u"DE") && !isPhoneRegion(u"us") && !isPhoneRegion(u"QQ") && !isPhoneRegion(u""));
        QVERIFY(phoneRegions().size() > 200);
        QCOMPARE(callingCodeOf(u"GB"_s), 44);
        QCOMPARE(callingCodeOf(u"nowhere"_s), 0);
    }

    void places_data()
    {
        QTest::addColumn<QByteArray>("e164");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("zones");
        const auto row = [](const char *e164, const char *text, const char *zones) {
            QTest::newRow(e164) << QByteArray(e164) << QString::fromUtf8(text) << QByteArray(zones);
        };
        row("+13035550142", "Colorado", "America/Denver");
        row("+12125550142", "New York, NY", "America/New_York");
        row("+13125550142", "Chicago, IL", "America/Chicago");
        row("+14155550142", "San Francisco, CA", "America/Los_Angeles");
        row("+16025550142", "Arizona", "America/Phoenix");
        row("+18085550142", "Hawaii", "Pacific/Honolulu");
        row("+19075550142", "Alaska", "America/Anchorage");
        row("+19155550142", "Texas", "America/Denver");
        row("+18505550142", "Florida", "America/New_York America/Chicago");
        row("+14165551234", "Ontario", "America/Toronto");
        row("+17095550142", "Newfoundland and Labrador", "America/St_Johns");
        row("+16045550142", "British Columbia", "America/Vancouver");
        row("+13065550142", "Saskatchewan", "America/Regina");
        row("+12423651234", "Abaco Island", "America/Nassau");
        row("+442079460018", "London", "Europe/London");
        row("+4930123456", "Berlin", "Europe/Berlin");
        row("+491701234567", "Germany", "Europe/Berlin");
        row("+61291234567", "Sydney", "Australia/Sydney");
        row("+61892111234", "Australia", "Australia/Perth");
        row("+5511961234567", "São Paulo", "America/Sao_Paulo");
        row("+559221234567", "Manaus - AM", "America/Manaus");
        row("+74951234567", "Moscow", "Europe/Moscow");
        row("+73431234567", "Ekaterinburg", "Asia/Yekaterinburg");
        row("+34928123456", "Las Palmas", "Atlantic/Canary");
        row("+351296123456", "Ponta Delgada", "Atlantic/Azores");
        row("+917410410123", "Alot, Madhya Pradesh", "Asia/Kolkata");
        row("+81312345678", "Tokyo", "Asia/Tokyo");
        row("+18005550142", "", "");
        row("+80012345678", "", "");
        row("+99955501422", "", "");
    }
    void places()
    {
        QFETCH(QByteArray, e164);
        QFETCH(QString, text);
        const PhonePlace place = placeOf(number(e164.constData()));
        QCOMPARE(place.text, text);
        QTEST(place.zones.join(' '), "zones");
        QCOMPARE(placeOf(number(e164.constData()), u"de"_s).zones, place.zones); // whatever language the place is named in
    }

    void everyAreaCodeKnowsItsStateAndEveryZoneExists()
    {
        for (int area = 200; area < 990; ++area) {
            const auto parsed = parsePhone(u"+1%1%2"_s.arg(area).arg(5550142), {});
            if (!parsed)
                continue;
            const PhonePlace place = placeOf(parsed->number);
            if (place.region != u"US"_s && place.region != u"CA"_s)
                continue;
            for (const QByteArray &zone : place.zones)
                QVERIFY2(QTimeZone(zone).isValid(), zone.constData());
            // A state's number knows at most its state's zones; only the nameless ones are left to the whole country.
            if (place.text != u"United States"_s && place.text != u"Canada"_s && !place.text.isEmpty())
                QVERIFY2(place.zones.size() <= 3 && !place.zones.isEmpty(), qPrintable(u"%1 %2"_s.arg(area).arg(place.text)));
        }
    }

    /// A number of every country, found by throwing dice at its calling code: no country is without a clock.
    void everyCountryHasItsZone()
    {
        std::minstd_rand random(7);
        int countries = 0;
        const QStringList regions = phoneRegions();
        for (const QString &region : regions) {
            for (int tries = 0; tries < 400; ++tries) {
                const QString digits = QString::number(100'000'000 + random() % 900'000'000).first(7 + tries % 3);
                const auto parsed = parsePhone(QString(u'+' + QString::number(callingCodeOf(region)) + digits), {});
                if (!parsed)
                    continue;
                const PhonePlace place = placeOf(parsed->number);
                if (place.region.isEmpty() || place.text.isEmpty())
                    continue;
                QVERIFY2(!place.zones.isEmpty(), qPrintable(u"%1 %2"_s.arg(place.region, place.text)));
                for (const QByteArray &zone : place.zones)
                    QVERIFY2(QTimeZone(zone).isValid(), zone.constData());
                ++countries;
                break;
            }
        }
        QVERIFY2(countries > 180, qPrintable(QString::number(countries)));
    }

    void localTimes()
    {
        const QDateTime noon(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
        QCOMPARE(localTimeAt(placeOf(number("+13035550142")), noon)->time(), QTime(5, 0));
        QCOMPARE(localTimeAt(placeOf(number("+917410410123")), noon)->time(), QTime(17, 30));
        QCOMPARE(localTimeAt(placeOf(number("+17095550142")), noon)->time(), QTime(8, 30));
        QCOMPARE(localTimeAt(placeOf(number("+16025550142")), QDateTime(QDate(2026, 7, 1), QTime(12, 0), Qt::UTC))->time(), QTime(5, 0));
        QVERIFY(!localTimeAt(placeOf(number("+18505550142")), noon)); // two clocks: none
        QVERIFY(!localTimeAt(placeOf(number("+18005550142")), noon));
        QVERIFY(!localTimeAt({.zones = {"Mars/Olympus"}}, noon));
    }
};

QTEST_GUILESS_MAIN(tst_PhoneFacts)
#include "tst_phonefacts.moc"
