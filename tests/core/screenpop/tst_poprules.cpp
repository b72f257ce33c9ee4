#include <callcard/poprules.h>

#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

class tst_PopRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quietHours_data()
    {
        QTest::addColumn<QTime>("from");
        QTest::addColumn<QTime>("to");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("until"); // empty: not quiet
        QTest::newRow("lunch") << QTime(13, 0) << QTime(14, 0) << u"2026-11-20T20:30:00Z"_s << u"2026-11-20T21:00:00Z"_s;
        QTest::newRow("lunch is over") << QTime(13, 0) << QTime(14, 0) << u"2026-11-20T21:00:00Z"_s << QString();
        QTest::newRow("night, before midnight") << QTime(18, 0) << QTime(8, 0) << u"2026-11-21T03:00:00Z"_s << u"2026-11-21T15:00:00Z"_s;
        QTest::newRow("night, after midnight") << QTime(18, 0) << QTime(8, 0) << u"2026-11-21T10:00:00Z"_s << u"2026-11-21T15:00:00Z"_s;
        QTest::newRow("night is over") << QTime(18, 0) << QTime(8, 0) << u"2026-11-21T15:00:00Z"_s << QString();
        QTest::newRow("the same time twice is never") << QTime(8, 0) << QTime(8, 0) << u"2026-11-21T15:00:00Z"_s << QString();
    }

    void quietHours()
    {
        QFETCH(const QTime, from);
        QFETCH(const QTime, to);
        QFETCH(const QString, now);
        QFETCH(const QString, until);
        const PopRules rules{.quietHours = true, .quietFrom = from, .quietTo = to, .zone = QTimeZone("America/Denver")};
        const auto quiet = quietUntil(rules, QDateTime::fromString(now, Qt::ISODate));
        QCOMPARE(quiet ? quiet->toString(Qt::ISODate) : QString(), until);
        if (!quiet)
            return;
        const QuietSpan span = quietSpan(rules, QDateTime::fromString(now, Qt::ISODate)).value();
        QCOMPARE(span.from.toTimeZone(rules.zone).time(), from);
        QVERIFY(span.from < *quiet && span.from.secsTo(*quiet) < 24 * 3600);
    }

    void whatIsToldLateRingsNoMore()
    {
        const QDateTime now(QDate(2026, 11, 20), QTime(15, 0), Qt::UTC);
        const PopRules rules{.lateAfterSeconds = 30};
        QVERIFY(!isToldLate(rules, now.addSecs(-29), now));
        QVERIFY(isToldLate(rules, now.addSecs(-30), now));
        QVERIFY(!isToldLate(rules, {}, now)); // nobody says when it was
    }

    void verdicts_data()
    {
        QTest::addColumn<Call>("call");
        QTest::addColumn<PopSituation>("situation");
        QTest::addColumn<QString>("reason");
        const QDateTime now(QDate(2026, 11, 20), QTime(15, 0), Qt::UTC);
        const PopSituation calm{.now = now};
        const PopSituation paused{.now = now, .pausedUntil = now.addSecs(60)};
        const Call in{.direction = CallDirection::Inbound, .lineName = u"Sales"_s};
        Call out = in;
        out.direction = CallDirection::Outbound;
        Call own = in;
        own.ownRingOutLeg = true;
        Call colleague = in;
        colleague.internal = true;
        Call support = in;
        support.lineName = u"Support"_s;
        Call byNumber = in;
        byNumber.lineName = u"Sales"_s;
        byNumber.local.number = PhoneNumber::fromE164(u"+12065550142");
        Call fax = in;
        fax.lineName = u"Fax"_s;
        QTest::newRow("incoming") << in << calm << u"shown"_s;
        QTest::newRow("paused") << in << paused << u"paused"_s;
        QTest::newRow("the pause is over") << in << PopSituation{.now = now, .pausedUntil = now} << u"shown"_s;
        QTest::newRow("a call of one's own in a pause") << out << paused << u"shown"_s;
        QTest::newRow("do not disturb") << in << PopSituation{.now = now, .doNotDisturb = true} << u"do-not-disturb"_s;
        QTest::newRow("my own phone") << own << calm << u"own-phone"_s;
        QTest::newRow("colleague") << colleague << calm << u"internal-off"_s;
        QTest::newRow("badge by line") << support << calm << u"badge-only"_s;
        QTest::newRow("off by line") << fax << calm << u"mode-off"_s;
        QTest::newRow("off by the line's number") << byNumber << calm << u"mode-off"_s;
    }

    void verdicts()
    {
        QFETCH(const Call, call);
        QFETCH(const PopSituation, situation);
        QFETCH(const QString, reason);
        const PopRules rules{.byLine = {{u"Support"_s, PopMode::Badge}, {u"Fax"_s, PopMode::Off}, {u"+12065550142"_s, PopMode::Off}}};
        QCOMPARE(popReasonName(judge(call, rules, situation).reason), reason);
    }
};

QTEST_APPLESS_MAIN(tst_PopRules)
#include "tst_poprules.moc"
