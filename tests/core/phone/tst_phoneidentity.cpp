#include <callcard/phone.h>

#include <phonenumbers/phonenumberutil.h>

#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

namespace {

// Watched by a sanitizer everything takes ten times as long.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int kNumbers = 60'000;
#else
constexpr int kNumbers = 2'400'000;
#endif

quint64 mixed(quint64 seed)
{
    seed ^= seed >> 30U;
    seed *= 0xbf58476d1ce4e5b9U;
    seed ^= seed >> 27U;
    seed *= 0x94d049bb133111ebU;
    return seed ^ (seed >> 31U);
}

/// What libphonenumber makes of it; empty: nothing that may be matched.
QString byLibrary(const std::string &text, const char *region)
{
    namespace lib = i18n::phonenumbers;
    static const lib::PhoneNumberUtil &util = *lib::PhoneNumberUtil::GetInstance();
    lib::PhoneNumber number;
    if (util.Parse(text, region, &number) != lib::PhoneNumberUtil::NO_PARSING_ERROR || !util.IsValidNumber(number))
        return {};
    std::string e164;
    util.Format(number, lib::PhoneNumberUtil::E164, &e164);
    return QString::fromStdString(e164);
}

} // namespace

/// Numbers of the +1 lands do not go through libphonenumber: they are most of what is imported, and its way takes fifty times as long.
/// What the short way gives must be what the library gives, for every number the library knows.
class tst_PhoneIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShortWayIsTheLibrarys()
    {
        static const QList<QString> forms{u"(%1) %2-%3"_s, u"%1%2%3"_s, u"+1 %1 %2 %3"_s, u"1-%1-%2-%3"_s, u"%1.%2.%3"_s, u"+1%1%2%3"_s};
        static const QByteArrayList regions{"US", "CA", "JM", "PR"};
        int known = 0;
        int younger = 0; ///< Of the plan's shape, in an area code the library has not heard of.
        for (int i = 0; i < kNumbers; ++i) {
            // All ten digits at random: shapes that the short way must leave to the library are among them.
            const QString ten = QString::number(mixed(static_cast<quint64>(i) + 1) % 10'000'000'000U).rightJustified(10, u'0');
            const QString text = forms.at(i % forms.size()).arg(ten.left(3), ten.mid(3, 3), ten.mid(6));
            const QByteArray &region = regions.at(i / 7 % regions.size());
            const auto ours = parsePhone(text, QString::fromLatin1(region));
            const QString theirs = byLibrary(text.toStdString(), region.constData());
            if (theirs.isEmpty()) {
                younger += ours.has_value();
                // Nothing is made up: what the library does not know is the number as it was written, abroad where it says so, or none.
                QVERIFY2(!ours || ours->number.e164() == u"+1"_s + ten || ours->number.e164() == u"+1"_s + ten.mid(1) ||
                             ten.startsWith("00"_L1) || ten.startsWith("011"_L1),
                         qPrintable(text));
                continue;
            }
            ++known;
            QVERIFY2(ours, qPrintable(text));
            QVERIFY2(ours->number.e164() == theirs, qPrintable(text + u" "_s + ours->number.e164() + u" "_s + theirs));
            QVERIFY(ours->extension.isEmpty());
        }
        QVERIFY(known > kNumbers / 5);
        QVERIFY(younger > 0);
    }
};

QTEST_APPLESS_MAIN(tst_PhoneIdentity)
#include "tst_phoneidentity.moc"
