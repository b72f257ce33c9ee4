#include <callcard/ui/numbertexts.h>

#include <QCoreApplication>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
struct NumberText {
    Q_DECLARE_TR_FUNCTIONS(NumberText)
};
} // namespace

QString countText(qint64 count, const QLocale &locale)
{
    return locale.toString(count);
}

QString percentText(double share, const QLocale &locale)
{
    // Who has 99.6 % has not reached everything, and who has 0.4 % has not nothing.
    double percent = std::round(share * 100);
    if (percent >= 100 && share < 1)
        percent = 99;
    if (percent <= 0 && share > 0)
        percent = 1;
    //: A share. %1: the number. Put the space your language wants before the sign
    return NumberText::tr("%1%").arg(locale.toString(percent, 'f', 0));
}

QString moneyText(qint64 cents, const QLocale &locale)
{
    return locale.toCurrencyString(std::round(static_cast<double>(cents) / 100), {}, 0);
}

QString bytesText(qint64 bytes, const QLocale &locale)
{
    return locale.formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString millisecondsText(double milliseconds, const QLocale &locale)
{
    if (milliseconds >= 1000)
        return NumberText::tr("%1 s").arg(locale.toString(milliseconds / 1000, 'f', 1));
    const int places = milliseconds < 1 ? 2 : milliseconds < 10 ? 1 : 0;
    //: Thousandths of a second, abbreviated
    return NumberText::tr("%1 ms").arg(locale.toString(milliseconds, 'f', places));
}

QString figureText(std::optional<qint64> figure, const QLocale &locale)
{
    return figure ? countText(*figure, locale) : u"–"_s;
}

QString badgeCount(int count, int most)
{
    return count > most ? QString::number(most) + u'+' : QString::number(count);
}

} // namespace callcard::ui
