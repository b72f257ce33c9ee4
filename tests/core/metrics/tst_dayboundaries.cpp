#include <callcard/metrics.h>

#include <QFile>
#include <QSet>
#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Boundary {
    QByteArray zone;
    QDateTime instant;
    QDate day;
};

QList<Boundary> corpus()
{
    QFile file(QStringLiteral(CALLCARD_TEST_DATA "/metrics/day-boundaries.tsv"));
    QList<Boundary> rows;
    if (!file.open(QFile::ReadOnly))
        return rows;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QList<QByteArray> cells = line.split('\t');
        if (cells.size() == 3)
            rows.append({cells[0], QDateTime::fromString(QString::fromLatin1(cells[1]), Qt::ISODate),
                         QDate::fromString(QString::fromLatin1(cells[2]), Qt::ISODate)});
    }
    return rows;
}

CountedCall callAt(const Boundary &boundary, qsizetype id)
{
    return {.source = u"justcall"_s,
            .rowId = QString::number(id),
            .agentEmail = u"dana@callcard.example"_s,
            .outcomeWord = u"Answered"_s,
            .startedAt = boundary.instant};
}

QList<DailyMetrics> figures(const QList<CountedCall> &calls, const QByteArray &zone)
{
    return dailyMetrics(calls, {}, {.email = u"dana@callcard.example"_s, .zone = QTimeZone(zone)}, QDate(2010, 1, 1), QDate(2030, 1, 1));
}

} // namespace

class tst_DayBoundaries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCorpusIsLargeEnough()
    {
        QSet<QByteArray> zones;
        const QList<Boundary> rows = corpus();
        for (const Boundary &row : rows) {
            QVERIFY2(row.instant.isValid() && row.day.isValid() && QTimeZone(row.zone).isValid(), row.zone.constData());
            zones.insert(row.zone);
        }
        QVERIFY(zones.size() >= 20);
        QVERIFY(rows.size() > 900);
    }

    void aCallAloneIsOnItsDay()
    {
        for (const Boundary &row : corpus()) {
            const QList<DailyMetrics> days = figures({callAt(row, 1)}, row.zone);
            const QByteArray where = row.zone + ' ' + row.instant.toString(Qt::ISODate).toLatin1();
            QVERIFY2(days.size() == 1, where.constData());
            QVERIFY2(days.first().day == row.day, where.constData());
            QCOMPARE(civilDay({}, row.instant, QTimeZone(row.zone)), row.day);
        }
    }

    void everyInstantLiesBetweenTheEndsOfItsDay()
    {
        for (const Boundary &row : corpus()) {
            const QTimeZone zone(row.zone);
            const QByteArray where = row.zone + ' ' + row.instant.toString(Qt::ISODate).toLatin1();
            QVERIFY2(dayStart(row.day, zone) <= row.instant, where.constData());
            QVERIFY2(row.instant < dayStart(row.day.addDays(1), zone), where.constData());
        }
    }

    /// What is remembered of a zone while a set is counted while a set is counted must not draw a call onto a neighbour's day.
    void aZonesCallsTogetherAreOnTheirDays()
    {
        QHash<QByteArray, QList<CountedCall>> calls;
        QHash<QByteArray, QMap<QDate, int>> expected;
        const QList<Boundary> rows = corpus();
        for (qsizetype i = 0; i < rows.size(); ++i) {
            calls[rows[i].zone].append(callAt(rows[i], i));
            ++expected[rows[i].zone][rows[i].day];
        }
        for (auto zone = calls.cbegin(); zone != calls.cend(); ++zone) {
            QMap<QDate, int> counted;
            for (const DailyMetrics &day : figures(*zone, zone.key()))
                counted[day.day] = day.calls;
            QVERIFY2(counted == expected[zone.key()], zone.key().constData());
        }
    }
};

QTEST_APPLESS_MAIN(tst_DayBoundaries)
#include "tst_dayboundaries.moc"
