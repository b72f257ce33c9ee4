#include <callcard/ui/paneltexts.h>
#include <callcard/ui/terms.h>

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
struct TableText {
    Q_DECLARE_TR_FUNCTIONS(TableText)
};

QString tableCell(qint64 number)
{
    return QString::number(number);
}
} // namespace

QList<QStringList> panelTable(const PanelFacts &facts, const DayRange &range)
{
    QList<QStringList> rows{{TableText::tr("Day"), TableText::tr("Source"), figureName(Figure::Calls), TableText::tr("Incoming"),
                             TableText::tr("Outgoing"), TableText::tr("Answered"), figureName(Figure::Missed),
                             figureName(Figure::Voicemail), TableText::tr("Talk, seconds"), TableText::tr("Talk, minutes"),
                             TableText::tr("Average, seconds"), TableText::tr("Texts sent"), TableText::tr("Texts received"),
                             TableText::tr("Reading")}};
    for (const PanelDay &day : facts.days) {
        if (day.day < range.from || day.day > range.to)
            continue;
        const QString date = day.day.toString(Qt::ISODate);
        for (const DailyMetrics &source : day.sources) {
            QStringList row{date, serviceName(source.source)};
            for (const qint64 number :
                 {qint64(source.calls), qint64(source.inbound), qint64(source.outbound), qint64(source.connected),
                  qint64(std::max(0, source.missed - source.voicemail)), qint64(source.voicemail), qint64(source.talkTime.count()),
                  qint64(source.talkMinutes()), qint64(source.averageSeconds()), qint64(source.textsSent), qint64(source.textsReceived)})
                row += tableCell(number);
            row += readingWords(day.reading);
            rows += row;
        }
        // What is missing has no figures; what was read and was empty has zeros.
        if (day.sources.isEmpty()) {
            QStringList row{date, QString()};
            for (int column = 2; column < rows.first().size() - 1; ++column)
                row += day.reading == Reading::Whole ? tableCell(0) : QString();
            row += readingWords(day.reading);
            rows += row;
        }
    }
    return rows;
}

} // namespace callcard::ui
