#include <callcard/ui/numbertexts.h>
#include <callcard/ui/paneltexts.h>
#include <callcard/ui/terms.h>

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
struct PanelText {
    Q_DECLARE_TR_FUNCTIONS(PanelText)
};
} // namespace

QString figureName(Figure figure)
{
    switch (figure) {
    case Figure::Calls:
        return PanelText::tr("Calls");
    case Figure::Talk:
        return PanelText::tr("Talk time");
    case Figure::Texts:
        return PanelText::tr("Texts");
    case Figure::AnswerRate:
        return PanelText::tr("Answer rate");
    case Figure::AverageCall:
        return PanelText::tr("Average call");
    case Figure::TextReplies:
        //: The share of incoming texts that were replied to
        return PanelText::tr("Text replies");
    case Figure::CalledBack:
        //: How long missed callers waited until they were called back
        return PanelText::tr("Called back");
    case Figure::OutgoingReached:
        return PanelText::tr("Outgoing, reached");
    case Figure::OutgoingUnanswered:
        return PanelText::tr("Outgoing, no answer");
    case Figure::IncomingAnswered:
        return PanelText::tr("Incoming, answered");
    case Figure::Missed:
        return PanelText::tr("Missed");
    case Figure::Voicemail:
        return PanelText::tr("Voicemail");
    case Figure::Elsewhere:
        return PanelText::tr("Answered by a colleague");
    case Figure::Failed:
        return PanelText::tr("Failed or blocked");
    case Figure::Unknown:
        return PanelText::tr("Unknown");
    }
    Q_UNREACHABLE();
}

QString figureDefinition(Figure figure)
{
    switch (figure) {
    case Figure::Calls:
        return PanelText::tr("Every call that is over, incoming and outgoing, counted once however it ended. It belongs to the day on "
                             "which it began, in your time zone.");
    case Figure::Talk:
        return PanelText::tr("Conversation only: ringing and hold are left out. Summed in seconds and rounded to minutes once a day.");
    case Figure::Texts:
        return PanelText::tr("Texts that you sent. Deleted ones are left out.");
    case Figure::AnswerRate:
        return PanelText::tr(
            "Incoming calls that you answered, of those that you answered or missed. What a colleague took counts for neither.");
    case Figure::AverageCall:
        return PanelText::tr("Talk time divided by the calls in which somebody talked.");
    case Figure::TextReplies:
        return PanelText::tr("Of the customers who wrote, how many got a text back within a day. Several texts in a row are one question.");
    case Figure::CalledBack:
        return PanelText::tr("How long missed callers waited until you reached them, on average. Those who still wait are not in it.");
    case Figure::OutgoingReached:
        return PanelText::tr("Calls that you placed and somebody answered.");
    case Figure::OutgoingUnanswered:
        return PanelText::tr("Calls that you placed and nobody answered: busy, declined, a mailbox.");
    case Figure::IncomingAnswered:
        return PanelText::tr("Calls that came in and that you took.");
    case Figure::Missed:
        return PanelText::tr("Calls that came in and nobody took, without those that left a voicemail.");
    case Figure::Voicemail:
        return PanelText::tr("Missed calls that went to voicemail.");
    case Figure::Elsewhere:
        return PanelText::tr("Rang at yours too, and a colleague took it: nobody’s miss.");
    case Figure::Failed:
        return PanelText::tr("The phone service could not or would not connect them.");
    case Figure::Unknown:
        return PanelText::tr("The phone service gave them an outcome that this version does not know. They count as calls.");
    }
    Q_UNREACHABLE();
}

QString figureValue(Figure figure, std::optional<double> value)
{
    if (!value)
        return figureText(std::nullopt);
    switch (figure) {
    case Figure::Talk:
        return summedLength(std::chrono::seconds(static_cast<qint64>(*value) * 60));
    case Figure::AnswerRate:
    case Figure::TextReplies:
        return percentText(*value);
    case Figure::AverageCall:
        return callLength(std::chrono::seconds(static_cast<qint64>(*value)));
    case Figure::CalledBack:
        return summedLength(std::chrono::seconds(static_cast<qint64>(*value)));
    default:
        return countText(std::llround(*value));
    }
}

QString spanWords(const PanelChoice &choice, const PanelFigures &panel, const TimeTexts &times)
{
    const DayRange &range = panel.span;
    const bool isPresent = range.from <= panel.today && range.to >= panel.today;
    if (choice.span == PanelSpan::Today)
        //: After a figure: "38 calls today"
        return isPresent ? PanelText::tr("today") : PanelText::tr("on %1").arg(times.day(range.from, panel.today));
    if (choice.span == PanelSpan::Week && isPresent)
        return PanelText::tr("this week");
    if (choice.span == PanelSpan::Month && isPresent)
        return PanelText::tr("this month");
    if (panel.period == GoalPeriod::Quarterly)
        //: %1: the quarter's number, %2: the year
        return PanelText::tr("in Q%1 %2").arg((range.from.month() + 2) / 3).arg(range.from.year());
    if (panel.period == GoalPeriod::Monthly)
        //: %1: a month with its year
        return PanelText::tr("in %1").arg(QLocale().toString(range.from, u"MMMM yyyy"));
    return PanelText::tr("%1 to %2").arg(times.shortDate(range.from, panel.today), times.shortDate(range.to, panel.today));
}

QString longDay(const QDate &day)
{
    QString format = QLocale().dateFormat(QLocale::LongFormat);
    if (day.year() == QDate::currentDate().year()) {
        for (const QString &year : {u", yyyy"_s, u" 'de' yyyy"_s, u" yyyy"_s, u"yyyy"_s})
            format.remove(year);
    }
    return QLocale().toString(day, format.trimmed());
}

QString readingWords(Reading reading)
{
    switch (reading) {
    case Reading::Whole:
        return {};
    case Reading::Partly:
        return PanelText::tr("Perhaps not complete");
    case Reading::None:
        return terms::notRead();
    case Reading::Loading:
        return PanelText::tr("Still being read");
    }
    Q_UNREACHABLE();
}

QString splitWords(const QMap<QString, double> &bySource, Figure figure)
{
    QStringList parts;
    for (auto part = bySource.cbegin(); part != bySource.cend(); ++part)
        parts += serviceName(part.key()) + u' ' + figureValue(figure, part.value());
    //: Between the parts of a list
    return parts.join(PanelText::tr(", "));
}

QString callsWords(int calls)
{
    return withGroups(PanelText::tr("%n call(s)", nullptr, calls), calls);
}

QString withGroups(QString text, int number)
{
    return text.replace(QString::number(number), countText(number));
}

} // namespace callcard::ui
