#include "metricshouse.h"

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

const DayRange kRange{{2026, 11, 15}, {2026, 11, 19}};

Json oneDay(const QDate &day)
{
    const std::string text = day.toString(Qt::ISODate).toStdString();
    return {{"from", text}, {"to", text}};
}

/// How many calls JustCall files for the demo's rep under each day, which is the agent's own.
QMap<QDate, int> callsByAgentsDay(MetricsHouse &house)
{
    const QTimeZone zone("America/Denver");
    QMap<QDate, int> days;
    const Json calls = house.cloud.control({{"do", "calls"}, {"rep", "rep-1"}, {"limit", 10'000}});
    for (const Json &call : calls.at("calls")) {
        const QDateTime at = QDateTime::fromString(QString::fromStdString(call.at("startedAt").get<std::string>()), Qt::ISODateWithMs);
        if (call.at("state") == "ended" && call.at("deleted") == false)
            ++days[at.toTimeZone(zone).date()];
    }
    return days;
}

QMap<QDate, int> callsByDocuments(MetricsHouse &house)
{
    QMap<QDate, int> days;
    const QMap<QString, QString> documents = house.documents(kRange);
    for (auto document = documents.cbegin(); document != documents.cend(); ++document) {
        if (document.key().contains("_phone_call_quantity_"_L1) && document.key().endsWith("_justcall"_L1))
            days.insert(QDate::fromString(document.key().section(u'_', -2, -2), Qt::ISODate), document.value().section(u' ', 0, 0).toInt());
    }
    return days;
}

} // namespace

/// JustCall files a call under the day of its agent's zone. Wherever the computer thinks it is, that day is the one that counts, also for
/// calls at its edges and when each day is asked for by itself.
class tst_AgentDays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachDayByItselfIsTheAgents_data()
    {
        QTest::addColumn<QString>("zone");
        for (const QString &zone :
             {u"America/Denver"_s, u"Asia/Tokyo"_s, u"Pacific/Honolulu"_s, u"Europe/London"_s, u"Pacific/Kiritimati"_s})
            QTest::newRow(qPrintable(zone)) << zone;
    }

    void eachDayByItselfIsTheAgents()
    {
        QFETCH(const QString, zone);
        MetricsHouse house(MetricsHouse::cloudOptions(8, 40), u"justcall"_s, zone);
        QVERIFY(house.open());
        for (QDate day = kRange.to; day >= kRange.from; day = day.addDays(-1)) {
            const Json document = house.synced(oneDay(day));
            QVERIFY2(document.value("success", false), document.dump().c_str());
        }
        const QMap<QDate, int> expected = callsByAgentsDay(house);
        const QMap<QDate, int> written = callsByDocuments(house);
        for (QDate day = kRange.from; day <= kRange.to; day = day.addDays(1))
            QVERIFY2(written.value(day) == expected.value(day),
                     qPrintable(u"%1: %2 instead of %3"_s.arg(day.toString(Qt::ISODate)).arg(written.value(day)).arg(expected.value(day))));
        QVERIFY(expected.value(kRange.to) > 10);
    }
};

QTEST_GUILESS_MAIN(tst_AgentDays)
#include "tst_agentdays.moc"
