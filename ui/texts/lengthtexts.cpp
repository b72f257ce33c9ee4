#include <callcard/ui/timetexts.h>

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
struct LengthText {
    Q_DECLARE_TR_FUNCTIONS(LengthText)
};
} // namespace

QString callLength(std::chrono::seconds length)
{
    const qint64 seconds = std::max<qint64>(0, length.count());
    const QString tail =
        u"%1:%2"_s.arg((seconds / 60) % 60, seconds >= 3600 ? 2 : 1, 10, QLatin1Char('0')).arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return seconds >= 3600 ? QString::number(seconds / 3600) + u':' + tail : tail;
}

QString summedLength(std::chrono::seconds length, const QLocale &locale)
{
    const qint64 seconds = std::max<qint64>(0, length.count());
    if (seconds < 60)
        //: Length of time in seconds, abbreviated
        return LengthText::tr("%1 s").arg(locale.toString(seconds));
    const qint64 minutes = (seconds + 30) / 60;
    if (minutes < 60)
        //: Length of time in minutes, abbreviated
        return LengthText::tr("%1 min").arg(locale.toString(minutes));
    if (minutes % 60 == 0)
        //: Length of time in whole hours, abbreviated
        return LengthText::tr("%1 h").arg(locale.toString(minutes / 60));
    //: Length of time in hours and minutes, abbreviated: "1 h 36 min"
    return LengthText::tr("%1 h %2 min").arg(locale.toString(minutes / 60), locale.toString(minutes % 60));
}

QString spokenLength(std::chrono::seconds length)
{
    const int seconds = static_cast<int>(std::clamp<qint64>(length.count(), 0, 1'000'000'000));
    if (seconds < 60)
        return LengthText::tr("%n second(s)", "spoken", seconds);
    if (seconds < 3600)
        return LengthText::tr("%n minute(s)", "spoken", (seconds + 30) / 60);
    const QString hours = LengthText::tr("%n hour(s)", "spoken", seconds / 3600);
    const int minutes = seconds % 3600 / 60;
    return minutes == 0 ? hours : hours + u' ' + LengthText::tr("%n minute(s)", "spoken", minutes);
}

} // namespace callcard::ui
