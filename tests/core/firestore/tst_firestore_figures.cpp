#include "team.h"

#include <callcard/firestorefigures.h>
#include <callcard/syncstamps.h>

#include <figurerows.h>

#include <QTest>

using namespace callcard;
using namespace callcard::firestore;
using namespace Qt::Literals::StringLiterals;
using team::Json;

namespace {

const DayRange kYear{QDate(2026, 1, 1), QDate(2026, 12, 31)};

struct RowOptions {
    QString type = u"phone_call_quantity"_s;
    QString source = u"justcall"_s;
    Value date = Timestamp::of(QDateTime(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC));
    Map metadata{};
    Value createdAt{};
    Value updatedAt{};
};

Document row(const QString &id, double value, const RowOptions &options = {})
{
    return {.path = u"metrics/"_s + id,
            .fields = {{u"userId"_s, u"u1"_s},
                       {u"type"_s, options.type},
                       {u"source"_s, options.source},
                       {u"value"_s, value},
                       {u"date"_s, options.date},
                       {u"metadata"_s, options.metadata},
                       {u"createdAt"_s, options.createdAt},
                       {u"updatedAt"_s, options.updatedAt}}};
}

Json stored(const char *type, const char *source, int value, const Json &date)
{
    return {{"userId", {{"stringValue", "u-x"}}},
            {"type", {{"stringValue", type}}},
            {"source", {{"stringValue", source}}},
            {"value", {{"integerValue", std::to_string(value)}}},
            {"date", date}};
}

} // namespace

/// Figures, goals and people as older and newer programs left them.
class tst_FirestoreFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void days_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<Value>("date");
        QTest::addColumn<QDate>("day");
        const auto at = [](int hour, int minute) {
            return Value(Timestamp::of(QDateTime(QDate(2026, 11, 18), QTime(hour, minute), Qt::UTC)));
        };
        const QString own = u"u1_phone_call_quantity_2026-11-20_justcall"_s;
        QTest::newRow("the id wins") << own << at(12, 0) << QDate(2026, 11, 20);
        QTest::newRow("noon") << u"random"_s << at(12, 0) << QDate(2026, 11, 18);
        QTest::newRow("midnight") << u"random"_s << at(0, 0) << QDate(2026, 11, 18);
        QTest::newRow("the rep's evening before") << u"random"_s << at(3, 30) << QDate(2026, 11, 17);
        QTest::newRow("Denver's midnight") << u"random"_s << at(7, 0) << QDate(2026, 11, 18);
        QTest::newRow("a map") << u"random"_s << Value(Map{{u"seconds"_s, qint64(1'795'003'200)}}) << QDate(2026, 11, 18);
        QTest::newRow("ISO text") << u"random"_s << Value(u"2026-11-18T12:00:00.000Z"_s) << QDate(2026, 11, 18);
        QTest::newRow("a day as text") << u"random"_s << Value(u"2026-11-18"_s) << QDate(2026, 11, 18);
        QTest::newRow("nothing") << u"random"_s << Value() << QDate();
        QTest::newRow("the id of another source") << u"u1_phone_call_quantity_2026-11-20_copper"_s << at(12, 0) << QDate(2026, 11, 18);
        QTest::newRow("an id that only looks like one")
            << u"u1_phone_call_quantity_2026-13-20_justcall"_s << at(12, 0) << QDate(2026, 11, 18);
    }

    void days()
    {
        QFETCH(const QString, id);
        QFETCH(const Value, date);
        QFETCH(const QDate, day);
        QCOMPARE(dayOfRow(row(id, 1, {.date = date}), QTimeZone("America/Denver")), day);
    }

    void duplicatesCountOnce()
    {
        const auto synced = [](const char *field, const char *when) {
            return Map{{QString::fromLatin1(field), QString::fromLatin1(when)}};
        };
        const QString own = u"u1_phone_call_quantity_2026-11-18_justcall"_s;
        // The id that follows from the content, even when it is older.
        auto figures = figuresFrom({row(u"r1"_s, 5, {.metadata = synced("syncDate", "2026-11-19T00:00:00Z")}),
                                    row(own, 7, {.metadata = synced("syncedAt", "2026-11-18T00:00:00Z")}), row(u"r2"_s, 9)},
                                   kYear, QTimeZone::utc());
        QCOMPARE(figures.size(), 1);
        QCOMPARE(figures.first().value, 7.0);
        QCOMPARE(figures.first().documentId, own);
        QCOMPARE(figures.first().repeats, (QMap<QString, double>{{u"r1"_s, 5}, {u"r2"_s, 9}})); // told to whoever reconciles
        // Without it the newest by its own account, in any order.
        const Document older = row(u"r1"_s, 5, {.metadata = synced("syncDate", "2026-11-18T08:00:00Z")});
        const Document newer = row(u"r2"_s, 6, {.createdAt = Timestamp::of(QDateTime(QDate(2026, 11, 18), QTime(9, 0), Qt::UTC))});
        for (const QList<Document> &order : {QList{older, newer}, QList{newer, older}})
            QCOMPARE(figuresFrom(order, kYear, QTimeZone::utc()).first().value, 6.0);
        // Sources are never added up.
        figures = figuresFrom({older, row(u"c1"_s, 4, {.source = u"copper"_s})}, kYear, QTimeZone::utc());
        QCOMPARE(figures.size(), 2);
    }

    void legacyTalkTimeIsANumberOfCalls()
    {
        const auto figures = figuresFrom({row(u"r1"_s, 5, {.type = u"talk_time"_s}), row(u"r2"_s, 7)}, kYear, QTimeZone::utc());
        QCOMPARE(figures.size(), 2);
        for (const StoredFigure &figure : figures)
            QCOMPARE(figure.type, u"phone_call_quantity"_s);
    }

    void whatIsNoFigureIsNone()
    {
        Document noValue = row(u"r1"_s, 0);
        noValue.fields[u"value"_s] = Value(u"many"_s);
        QVERIFY(figuresFrom({noValue, row(u"r2"_s, 1, {.date = Value()})}, kYear, QTimeZone::utc()).isEmpty());
        QVERIFY(figuresFrom({row(u"r3"_s, 1)}, {QDate(2026, 11, 19), QDate(2026, 11, 30)}, QTimeZone::utc()).isEmpty());
    }

    void tellsWriterAndCalls()
    {
        const auto figures = figuresFrom(
            {row(u"r1"_s, 5,
                 {.metadata = {{u"client"_s, u"callcard/1"_s}, {u"callIdsDigest"_s, u"abc"_s}, {u"syncedAt"_s, u"2026-11-18T09:00:00Z"_s}},
                  .updatedAt = Timestamp::of(QDateTime(QDate(2026, 11, 18), QTime(9, 30), Qt::UTC))})},
            kYear, QTimeZone::utc());
        QCOMPARE(figures.first().client, u"callcard/1"_s);
        QCOMPARE(figures.first().callIdsDigest, u"abc"_s);
        QCOMPARE(figures.first().updatedAt, QDateTime(QDate(2026, 11, 18), QTime(9, 30), Qt::UTC));
    }

    void goals()
    {
        const auto goal = goalFrom(
            {{u"userId"_s, u"u1"_s}, {u"type"_s, u"sms_quantity"_s}, {u"period"_s, u"weekly"_s}, {u"target"_s, 250}, {u"current"_s, 3}});
        QCOMPARE(goal, std::optional(Goal{UserId(u"u1"_s), u"sms_quantity"_s, GoalPeriod::Weekly, 250}));
        QVERIFY(!goalFrom({{u"type"_s, u"sms_quantity"_s}, {u"period"_s, u"yearly"_s}, {u"target"_s, 250}}));
        QVERIFY(!goalFrom({{u"type"_s, u"sms_quantity"_s}, {u"period"_s, u"daily"_s}, {u"target"_s, u"many"_s}}));
    }

    void hours()
    {
        const BusinessHours own = hoursFrom({{u"workStartHour"_s, 7}, {u"workEndHour"_s, 15.5}, {u"workDays"_s, List{0, 1, 6}}});
        QCOMPARE(own.from, QTime(7, 0));
        QCOMPARE(own.to, QTime(15, 30));
        QCOMPARE(own.days, (QSet<int>{7, 1, 6})); // there, Sunday is 0
        QCOMPARE(hoursFrom({}), BusinessHours());
        QCOMPARE(hoursFrom({{u"workStartHour"_s, 17}, {u"workEndHour"_s, 8}, {u"workDays"_s, List{u"Monday"_s}}}), BusinessHours());
    }

    void documentsTellHowManyCameInAndWereAnswered()
    {
        const auto told = [](Map metadata) {
            const Document row{.path = u"metrics/x"_s,
                               .fields = {{u"userId"_s, u"u1"_s},
                                          {u"type"_s, u"phone_call_quantity"_s},
                                          {u"value"_s, 20},
                                          {u"source"_s, u"justcall"_s},
                                          {u"date"_s, u"2026-11-02"_s},
                                          {u"metadata"_s, std::move(metadata)}}};
            return figuresFrom({row}, {QDate(2026, 11, 1), QDate(2026, 11, 5)}, QTimeZone::utc()).value(0);
        };
        QVERIFY(!told({}).inbound && !told({}).answered);
        const StoredFigure ours = told({{u"inbound"_s, 12}, {u"missed"_s, 3}});
        QCOMPARE(ours.inbound, std::optional(12));
        QVERIFY(!ours.answered); // a colleague may have answered the others
        QCOMPARE(told({{u"inbound"_s, 12}, {u"answered"_s, 9}}).answered, std::optional(9));
        QCOMPARE(told({{u"connected"_s, 14}}).connected, std::optional(14));
        QVERIFY(!told({{u"connected"_s, -2}}).connected);
        QVERIFY(!told({{u"inbound"_s, -1}}).inbound);
        QVERIFY(!told({{u"inbound"_s, 1e12}}).inbound);
    }

    void overlappingFlagsOfUsers()
    {
        const auto active = [](Map fields) { return memberFrom({.path = u"users/u9"_s, .fields = std::move(fields)}).active; };
        QVERIFY(active({}));
        QVERIFY(active({{u"isActive"_s, true}, {u"active"_s, true}, {u"disabled"_s, false}}));
        QVERIFY(!active({{u"isActive"_s, false}}));
        QVERIFY(!active({{u"active"_s, false}}));
        QVERIFY(!active({{u"disabled"_s, true}}));
    }

    void readsADatabase()
    {
        team::Team team;
        (void)QCoro::waitFor(team.tokens->accessToken({}));
        const UserId me(team.tokens->user());
        team.firestore({{"do", "clear"}});
        const auto put = [&](const char *id, const char *type, int value, const Json &date) {
            Json fields = stored(type, "manual", value, date);
            fields["userId"]["stringValue"] = me.text().toStdString();
            team.put(std::string("metrics/") + id, fields);
        };
        put("a", "email_quantity", 1, {{"timestampValue", "2026-11-02T12:00:00Z"}});
        put("b", "email_quantity", 2, {{"stringValue", "2026-11-03T12:00:00.000Z"}});
        put("c", "email_quantity", 4, {{"timestampValue", "2026-12-24T12:00:00Z"}});
        const auto store = makeFirestoreFigures(team.context(), QTimeZone("America/Denver"));
        const auto figures = QCoro::waitFor(store->figures(me, {QDate(2026, 11, 1), QDate(2026, 11, 5)}, {}));
        QVERIFY(figures);
        QList<double> values;
        for (const StoredFigure &figure : *figures) {
            if (figure.source == u"manual"_s)
                values.append(figure.value);
        }
        std::sort(values.begin(), values.end());
        QCOMPARE(values, (QList<double>{1, 2}));
        const auto goals = QCoro::waitFor(store->goals(me, {}));
        QCOMPARE(goals->size(), 12);
        // The older rules hide what is shared, and that is an error, not a standard week.
        QCOMPARE(QCoro::waitFor(store->businessHours({})).error().kind, ErrorKind::Refused);
        team.rules("callcard");
        QCOMPARE(QCoro::waitFor(store->businessHours({}))->days, (QSet<int>{1, 2, 3, 4, 5}));
        QCOMPARE(QCoro::waitFor(store->team({}))->size(), 1); // a rep sees himself
        const UserId other(u"somebody-else"_s);
        QCOMPARE(QCoro::waitFor(store->figures(other, {QDate(2026, 11, 1), QDate(2026, 11, 5)}, {})).error().kind, ErrorKind::Refused);
    }

    void managersAndAdminsSeeTheirPeople_data()
    {
        QTest::addColumn<QString>("email");
        QTest::newRow("manager") << u"grace.okonjo@northgate-supply.example"_s;
        QTest::newRow("admin") << u"ines.duarte@northgate-supply.example"_s;
    }

    void managersAndAdminsSeeTheirPeople()
    {
        QFETCH(const QString, email);
        team::Team team(email);
        team.rules("callcard");
        const auto store = makeFirestoreFigures(team.context(), QTimeZone("America/Denver"));
        const auto members = QCoro::waitFor(store->team({}));
        QVERIFY2(members, qPrintable(members ? QString() : members.error().detail));
        QCOMPARE(members->size(), 5);
        QVERIFY(std::any_of(members->cbegin(), members->cend(), [&](const TeamMember &one) { return one.email == email; }));
        // When somebody was synced last is told by our own account of it, and by nothing else.
        const UserId dana(u"uid1000Dana"_s);
        QCOMPARE(QCoro::waitFor(readLastSync(team.context(), dana, {})).value(), QDateTime());
        team.put("settings/uid1000Dana", {{"lastSyncAt", {{"stringValue", "2026-11-19T23:00:00.000Z"}}},
                                          {"lastJustCallSyncAt", {{"stringValue", "2026-11-19T17:00:00.000Z"}}}});
        QCOMPARE(QCoro::waitFor(readLastSync(team.context(), dana, {})).value(), QDateTime()); // stamped whatever came of it
        const QDateTime at = team.clock.now().addSecs(-600);
        const auto account = [](const QDateTime &when, bool ok) {
            return nlohmann::json{
                {"mapValue",
                 {{"fields",
                   {{"at", {{"stringValue", when.toUTC().toString(Qt::ISODateWithMs).toStdString()}}}, {"ok", {{"booleanValue", ok}}}}}}}};
        };
        team.put("settings/uid1000Dana", {{"lastCompanionSync", account(at, false)}});
        QCOMPARE(QCoro::waitFor(readLastSync(team.context(), dana, {})).value(), QDateTime());
        team.put("settings/uid1000Dana", {{"lastCompanionSync", account(at.addSecs(3600), true)}});
        QCOMPARE(QCoro::waitFor(readLastSync(team.context(), dana, {})).value(), QDateTime()); // a clock that is ahead
        team.put("settings/uid1000Dana", {{"lastCompanionSync", account(at, true)}});
        QCOMPARE(QCoro::waitFor(readLastSync(team.context(), dana, {})).value(), at);
        QCOMPARE(QCoro::waitFor(readLastSync(team.context(), UserId(u"nobody"_s), {})).value(), QDateTime());
        team.rules("strict");                                                                  // which know neither
        QCOMPARE(QCoro::waitFor(readLastSync(team.context(), dana, {})).value(), QDateTime()); // hidden, and that is no trouble
        QVERIFY(QCoro::waitFor(store->team({})).error().detail.startsWith(u"your administrator must deploy the rules"_s));
        team.rules("callcard");
        for (const TeamMember &one : *members) {
            const auto figures = QCoro::waitFor(store->figures(one.id, {QDate(2026, 11, 1), QDate(2026, 11, 20)}, {}));
            QVERIFY(figures);
        }
    }
};

QTEST_GUILESS_MAIN(tst_FirestoreFigures)
#include "tst_firestore_figures.moc"
