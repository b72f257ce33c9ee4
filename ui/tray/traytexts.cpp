#include <callcard/ui/traytexts.h>

#include <QCoreApplication>
#include <QLocale>

namespace callcard::ui {

namespace {
struct TrayTexts {
    Q_DECLARE_TR_FUNCTIONS(TrayTexts)
};
} // namespace

QString todayText(int calls, std::chrono::seconds talk, int texts)
{
    const int minutes = static_cast<int>((talk.count() + 30) / 60); // as the metrics round it
    //: %1: "38 calls", %2: "96", %3: "21 texts"
    return TrayTexts::tr("%1 · %2 min · %3 today")
        .arg(timesText(calls), QLocale().toString(minutes), TrayTexts::tr("%n text(s)", nullptr, texts));
}

QString timesText(int calls)
{
    return TrayTexts::tr("%n call(s)", nullptr, calls);
}

} // namespace callcard::ui
