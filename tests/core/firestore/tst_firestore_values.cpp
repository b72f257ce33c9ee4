#include <documentname.h>
#include <requestwire.h>
#include <valuewire.h>

#include <QTest>

#include <cmath>
#include <random>

using namespace callcard;
using namespace callcard::firestore;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr const char *kProject = "acme-calls";

/// NaN equals itself here, as it does on the wire.
bool isSame(const Value &a, const Value &b)
{
    return toJson(a) == toJson(b);
}

/// Any value that may be stored, in no more than `depth` levels.
Value anyValue(std::mt19937 &random, int depth, bool inList = false)
{
    const auto below = [&](int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random); };
    const auto text = [&] {
        QString made;
        for (int i = below(12); i > 0; --i) {
            const QString letters = u"aZ0_ .`\\\"/é漢\n\t:%+"_s;
            made += letters.at(below(int(letters.size())));
        }
        return made;
    };
    switch (below(depth > 0 ? 11 : 9)) {
    case 0:
        return {};
    case 1:
        return below(2) == 1;
    case 2:
        return qint64(
            std::uniform_int_distribution<qint64>(std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max())(random));
    case 3: {
        const std::array odd{0.1, -0.0, 1e7, 5e-324, 1.7976931348623157e308, std::nan(""), HUGE_VAL, -HUGE_VAL, 42.0};
        return odd.at(std::size_t(below(int(odd.size()))));
    }
    case 4: // years 1 to 9999
        return Timestamp{std::uniform_int_distribution<qint64>(-62'135'596'800'000'000, 253'402'300'799'999'999)(random)};
    case 5:
        return text();
    case 6:
        return text().toUtf8();
    case 7:
        return Reference{documentName(u"p"_s, u"users/u1"_s)};
    case 8:
        return GeoPoint{double(below(180)) - 90, double(below(360)) - 180};
    case 9: {
        if (inList)
            return below(9);
        List list;
        for (int i = below(4); i > 0; --i)
            list.push_back(anyValue(random, depth - 1, true));
        return list;
    }
    default: {
        Map map;
        for (int i = below(4); i > 0; --i)
            map[text()] = anyValue(random, depth - 1);
        return map;
    }
    }
}

Result<Value> read(const QByteArray &json)
{
    const auto parsed = wire::parse(json, kDeepestAnswer);
    return parsed ? valueFrom(*parsed) : tl::unexpected(parsed.error());
}

} // namespace

/// The value codec, names and paths: strict both ways.
class tst_FirestoreValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodes_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<Value>("value");
        const auto row = [](const char *name, const char *json, Value value) { QTest::newRow(name) << QByteArray(json) << value; };
        row("null", R"({"nullValue":null})", {});
        row("true", R"({"booleanValue":true})", true);
        row("integer", R"({"integerValue":"42"})", 42);
        row("smallest", R"({"integerValue":"-9223372036854775808"})", std::numeric_limits<qint64>::min());
        row("largest", R"({"integerValue":"9223372036854775807"})", std::numeric_limits<qint64>::max());
        row("double", R"({"doubleValue":0.25})", 0.25);
        row("whole double", R"({"doubleValue":42.0})", 42.0);
        row("infinite", R"({"doubleValue":"Infinity"})", HUGE_VAL);
        row("negative infinite", R"({"doubleValue":"-Infinity"})", -HUGE_VAL);
        row("micros", R"({"timestampValue":"2026-11-20T09:15:00.123456Z"})", Timestamp{1'795'166'100'123'456});
        row("millis", R"({"timestampValue":"2026-11-20T09:15:00.123Z"})", Timestamp{1'795'166'100'123'000});
        row("seconds", R"({"timestampValue":"2026-11-20T09:15:00Z"})", Timestamp{1'795'166'100'000'000});
        row("before 1970", R"({"timestampValue":"1969-12-31T23:59:59.999999Z"})", Timestamp{-1});
        row("year one", R"({"timestampValue":"0001-01-01T00:00:00Z"})", Timestamp{-62'135'596'800'000'000});
        row("text", R"({"stringValue":"Zoë"})", u"Zoë"_s);
        row("empty text", R"({"stringValue":""})", QString());
        row("bytes", R"({"bytesValue":"AAEC"})", QByteArray("\0\1\2", 3));
        row("reference", R"({"referenceValue":"projects/P/databases/(default)/documents/users/u1"})",
            Reference{u"projects/P/databases/(default)/documents/users/u1"_s});
        row("place", R"({"geoPointValue":{"latitude":47.5,"longitude":19.04}})", GeoPoint{47.5, 19.04});
        row("list", R"({"arrayValue":{"values":[{"stringValue":"a"},{"nullValue":null}]}})", List{u"a"_s, Value()});
        row("empty list", R"({"arrayValue":{}})", List());
        row("map", R"({"mapValue":{"fields":{"with space":{"integerValue":"3"}}}})", Map{{u"with space"_s, 3}});
        row("empty map", R"({"mapValue":{}})", Map());
    }

    void encodes()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const Value, value);
        QCOMPARE(wire::dump(toJson(value)), json);
        const auto back = read(json);
        QVERIFY(back);
        QVERIFY(*back == value);
    }

    void reads_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<Value>("value");
        const auto row = [](const char *name, const char *json, Value value) { QTest::newRow(name) << QByteArray(json) << value; };
        row("null in words", R"({"nullValue":"NULL_VALUE"})", {});
        row("exponent", R"({"doubleValue":1.0E7})", 1e7);
        row("double without fraction", R"({"doubleValue":7})", 7.0);
        row("nine digits", R"({"timestampValue":"2026-11-20T09:15:00.123456789Z"})", Timestamp{1'795'166'100'123'456});
        row("one digit", R"({"timestampValue":"2026-11-20T09:15:00.5Z"})", Timestamp{1'795'166'100'500'000});
        row("offset", R"({"timestampValue":"2026-11-20T10:15:00+01:00"})", Timestamp{1'795'166'100'000'000});
        row("nowhere", R"({"geoPointValue":{}})", GeoPoint{});
        row("list without values", R"({"arrayValue":{"values":[]}})", List());
        row("a new type", R"({"vectorValue":{"values":[1,2]}})", Unsupported{u"vectorValue"_s});
    }

    void reads()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const Value, value);
        const auto back = read(json);
        QVERIFY(back);
        QVERIFY(*back == value);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json : {R"({})",
                                 R"(null)",
                                 R"(7)",
                                 R"([])",
                                 R"("text")",
                                 R"({"integerValue":42})",
                                 R"({"integerValue":"4.2"})",
                                 R"({"integerValue":"9223372036854775808"})",
                                 R"({"integerValue":""})",
                                 R"({"booleanValue":"true"})",
                                 R"({"doubleValue":"1"})",
                                 R"({"doubleValue":null})",
                                 R"({"stringValue":null})",
                                 R"({"stringValue":1})",
                                 R"({"timestampValue":"yesterday"})",
                                 R"({"timestampValue":"2026-13-20T09:15:00Z"})",
                                 R"({"timestampValue":"2026-11-20T09:15:00Z\n"})",
                                 R"({"bytesValue":"?"})",
                                 R"({"arrayValue":[]})",
                                 R"({"arrayValue":{"values":[1]}})",
                                 R"({"mapValue":{"fields":[]}})",
                                 R"({"mapValue":{"fields":{"a":1}}})",
                                 R"({"integerValue":"1","stringValue":"1"})"})
            QTest::newRow(json) << QByteArray(json);
    }

    void refuses()
    {
        QFETCH(const QByteArray, json);
        const auto back = read(json);
        QVERIFY(!back);
        QCOMPARE(back.error().kind, ErrorKind::BadPayload);
    }

    void notANumber()
    {
        QCOMPARE(wire::dump(toJson(Value(std::nan("")))), QByteArray(R"({"doubleValue":"NaN"})"));
        QVERIFY(std::isnan(*read(R"({"doubleValue":"NaN"})")->as<double>()));
    }

    /// What was written is what is read, type for type, whatever it was.
    void thereAndBack()
    {
        std::mt19937 random(4711);
        for (int i = 0; i < 5000; ++i) {
            const Value value = anyValue(random, 4);
            const QByteArray text = wire::dump(toJson(value));
            const auto back = read(text);
            QVERIFY2(back, text.constData());
            QVERIFY2(isSame(*back, value), text.constData());
            QCOMPARE(back->data().index(), value.data().index());
        }
    }

    void timesOfThreeShapes_data()
    {
        QTest::addColumn<Value>("value");
        QTest::addColumn<QDateTime>("when");
        const QDateTime when(QDate(2026, 11, 20), QTime(9, 15, 0, 250), Qt::UTC);
        QTest::newRow("timestamp") << Value(Timestamp{1'795'166'100'250'000}) << when;
        QTest::newRow("map") << Value(Map{{u"seconds"_s, qint64(1'795'166'100)}, {u"nanoseconds"_s, 250'000'000}}) << when;
        QTest::newRow("map with underscores") << Value(Map{{u"_seconds"_s, qint64(1'795'166'100)}, {u"_nanoseconds"_s, 250'000'000}})
                                              << when;
        QTest::newRow("map of doubles") << Value(Map{{u"seconds"_s, 1'795'166'100.0}, {u"nanoseconds"_s, 250'000'000.0}}) << when;
        QTest::newRow("text") << Value(u"2026-11-20T09:15:00.250Z"_s) << when;
        QTest::newRow("another map") << Value(Map{{u"minutes"_s, 1}}) << QDateTime();
        QTest::newRow("huge map") << Value(Map{{u"seconds"_s, 1e300}}) << QDateTime();
        QTest::newRow("another text") << Value(u"soon"_s) << QDateTime();
        QTest::newRow("number") << Value(42) << QDateTime();
        QTest::newRow("nothing") << Value() << QDateTime();
    }

    void timesOfThreeShapes()
    {
        QFETCH(const Value, value);
        QFETCH(const QDateTime, when);
        QCOMPARE(instantIn(value), when);
    }

    void textsOfNumbers_data()
    {
        QTest::addColumn<Value>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("number of a phone") << Value(qint64(2025550123)) << u"2025550123"_s;
        QTest::newRow("as a double") << Value(2025550123.0) << u"2025550123"_s;
        QTest::newRow("international") << Value(12025550123.0) << u"12025550123"_s;
        QTest::newRow("text") << Value(u"(202) 555-0123"_s) << u"(202) 555-0123"_s;
        QTest::newRow("fraction") << Value(0.5) << QString();
        QTest::newRow("flag") << Value(true) << QString();
        QTest::newRow("nothing") << Value() << QString();
    }

    void textsOfNumbers()
    {
        QFETCH(const Value, value);
        QFETCH(const QString, text);
        QCOMPARE(plainText(value), text);
    }

    void paths_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("path");
        QTest::newRow("bare") << u"callsMade_2"_s << u"callsMade_2"_s;
        QTest::newRow("spaces") << u"PC-7 (lab)"_s << u"`PC-7 (lab)`"_s;
        QTest::newRow("dot") << u"odd.name"_s << u"`odd.name`"_s;
        QTest::newRow("backtick") << u"`x\\y`"_s << u"`\\`x\\\\y\\``"_s;
        QTest::newRow("digit first") << u"2nd"_s << u"`2nd`"_s;
        QTest::newRow("umlaut") << u"ünï"_s << u"`ünï`"_s;
        QTest::newRow("new line") << u"a\n"_s << u"`a\n`"_s;
        QTest::newRow("empty") << QString() << u"``"_s;
    }

    void paths()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, path);
        QCOMPARE(quotedField(name), path);
    }

    void names()
    {
        const QString project = QString::fromLatin1(kProject);
        const QString name = documentName(project, u"copper people/50 %:a"_s);
        QCOMPARE(name, u"projects/acme-calls/databases/(default)/documents/copper people/50 %:a"_s);
        QCOMPARE(pathInName(project, name), std::optional(u"copper people/50 %:a"_s));
        QCOMPARE(encodedName(project, u"copper people/50 %:a"_s),
                 u"projects/acme-calls/databases/(default)/documents/copper%20people/50%20%25%3Aa"_s);
        QVERIFY(!pathInName(u"other"_s, name));
        QVERIFY(!pathInName(project, u"projects/acme-calls/databases/(default)/documents/"_s));
        QCOMPARE(lastSegment(u"a/b/c"_s), u"c"_s);
        for (const QString &bad : {QString(), u"."_s, u".."_s, u"__x__"_s, u"a/b"_s, QString(1501, u'x'), QString(800, u'é')})
            QVERIFY2(!isUsableId(bad), qPrintable(bad.left(20)));
        for (const QString &good : {u"a"_s, u"__"_s, u"a.b"_s, QString(1500, u'x')})
            QVERIFY2(isUsableId(good), qPrintable(good.left(20)));
    }

    void queriesSayEverythingThatRulesAsk()
    {
        Query query{.collection = u"metrics"_s,
                    .where = {{.field = u"userId"_s, .value = u"u1"_s},
                              {.field = u"date"_s, .comparison = Comparison::GreaterOrEqual, .value = Timestamp{0}}},
                    .orderBy = u"date"_s,
                    .select = {u"date"_s, quotedField(u"a b"_s)},
                    .limit = 50};
        const QString project = QString::fromLatin1(kProject);
        QCOMPARE(
            queryBody(query, project),
            QByteArray(
                R"({"structuredQuery":{"from":[{"collectionId":"metrics"}],"limit":50,"orderBy":[{"direction":"ASCENDING","field":{"fieldPath":"date"}},{"direction":"ASCENDING","field":{"fieldPath":"__name__"}}],"select":{"fields":[{"fieldPath":"date"},{"fieldPath":"`a b`"}]},"where":{"compositeFilter":{"filters":[{"fieldFilter":{"field":{"fieldPath":"userId"},"op":"EQUAL","value":{"stringValue":"u1"}}},{"fieldFilter":{"field":{"fieldPath":"date"},"op":"GREATER_THAN_OR_EQUAL","value":{"timestampValue":"1970-01-01T00:00:00Z"}}}],"op":"AND"}}}})"));
        query.after = Document{.path = u"metrics/m 7"_s, .fields = {{u"date"_s, Timestamp{1}}}};
        QVERIFY(queryBody(query, project)
                    .contains(R"("startAt":{"before":false,"values":[{"timestampValue":"1970-01-01T00:00:00.000001Z"},)"
                              R"({"referenceValue":"projects/acme-calls/databases/(default)/documents/metrics/m 7"}]})"));
    }

    void writes()
    {
        const QList<Write> writes{{.path = u"metrics/m1"_s,
                                   .fields = {{u"value"_s, 3}},
                                   .mask = QStringList{u"value"_s},
                                   .serverTimes = {u"updatedAt"_s},
                                   .condition = Write::Condition::Exists},
                                  {.path = u"metrics/m2"_s, .fields = {{u"value"_s, 0}}, .condition = Write::Condition::Missing},
                                  {.path = u"metrics/m3"_s, .mask = QStringList(), .ifUnchangedSince = u"2026-11-20T15:02:44.901730Z"_s}};
        const QByteArray body = commitBody(writes, QString::fromLatin1(kProject));
        QVERIFY(body.contains(R"("currentDocument":{"exists":true})"));
        QVERIFY(body.contains(R"("updateMask":{"fieldPaths":["value"]})"));
        QVERIFY(body.contains(R"("updateTransforms":[{"fieldPath":"updatedAt","setToServerValue":"REQUEST_TIME"}])"));
        QVERIFY(body.contains(R"("currentDocument":{"exists":false})"));
        QVERIFY(body.contains(R"("updateMask":{})")); // present and empty: nothing is erased
        QVERIFY(body.contains(R"("currentDocument":{"updateTime":"2026-11-20T15:02:44.901730Z"})"));
    }
};

QTEST_APPLESS_MAIN(tst_FirestoreValues)
#include "tst_firestore_values.moc"
