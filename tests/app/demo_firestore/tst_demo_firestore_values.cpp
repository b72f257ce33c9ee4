#include "asking.h"
#include "fieldpath.h"
#include "order.h"
#include "timestamp.h"

using namespace Qt::Literals::StringLiterals;
using namespace callcard::demo::firestore;

class tst_demo_firestore_values : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBack_data();
    void comesBack();
    void isRefused_data();
    void isRefused();
    void bodiesAreRefused_data();
    void bodiesAreRefused();
    void doublesInText();
    void timestamps_data();
    void timestamps();
    void fieldPaths_data();
    void fieldPaths();
    void sizeLimits();
    void depthLimits();
    void order();
};

void tst_demo_firestore_values::comesBack_data()
{
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("back");
    const auto same = [](const char *name, const char *value) {
        QTest::newRow(name) << QString::fromUtf8(value) << QString::fromUtf8(value);
    };
    same("null", R"({"nullValue":null})");
    QTest::newRow("null as word") << uR"({"nullValue":"NULL_VALUE"})"_s << uR"({"nullValue":null})"_s;
    QTest::newRow("null as number") << uR"({"nullValue":0})"_s << uR"({"nullValue":null})"_s;
    same("boolean", R"({"booleanValue":true})");
    same("integer", R"({"integerValue":"42"})");
    same("least integer", R"({"integerValue":"-9223372036854775808"})");
    QTest::newRow("integer as number") << uR"({"integerValue":42})"_s << uR"({"integerValue":"42"})"_s;
    same("double", R"({"doubleValue":0.25})");
    QTest::newRow("whole double") << uR"({"doubleValue":3})"_s << uR"({"doubleValue":3.0})"_s;
    QTest::newRow("negative zero") << uR"({"doubleValue":-0.0})"_s << uR"({"doubleValue":0.0})"_s;
    same("not a number", R"({"doubleValue":"NaN"})");
    same("infinity", R"({"doubleValue":"-Infinity"})");
    QTest::newRow("nanoseconds are cut") << uR"({"timestampValue":"2026-11-20T09:15:00.123456789Z"})"_s
                                         << uR"({"timestampValue":"2026-11-20T09:15:00.123456Z"})"_s;
    QTest::newRow("offset") << uR"({"timestampValue":"2026-11-20T09:15:00+02:00"})"_s << uR"({"timestampValue":"2026-11-20T07:15:00Z"})"_s;
    same("string", R"({"stringValue":"Zoë 😀"})");
    same("bytes", R"({"bytesValue":"AAEC"})");
    QTest::newRow("bytes, url alphabet, no padding") << uR"({"bytesValue":"-_8"})"_s << uR"({"bytesValue":"+/8="})"_s;
    same("reference", R"({"referenceValue":"projects/P/databases/(default)/documents/users/u1"})");
    same("geo point", R"({"geoPointValue":{"latitude":47.5,"longitude":19.04}})");
    QTest::newRow("geo point at zero") << uR"({"geoPointValue":{"latitude":0,"longitude":0}})"_s << uR"({"geoPointValue":{}})"_s;
    same("array", R"({"arrayValue":{"values":[{"stringValue":"a"},{"integerValue":"1"}]}})");
    QTest::newRow("empty array") << uR"({"arrayValue":{"values":[]}})"_s << uR"({"arrayValue":{}})"_s;
    same("map", R"({"mapValue":{"fields":{"calls":{"integerValue":"3"}}}})");
    QTest::newRow("empty map") << uR"({"mapValue":{"fields":{}}})"_s << uR"({"mapValue":{}})"_s;
    QTest::newRow("snake case") << uR"({"map_value":{"fields":{"a":{"string_value":"x"}}}})"_s
                                << uR"({"mapValue":{"fields":{"a":{"stringValue":"x"}}}})"_s;
}

void tst_demo_firestore_values::comesBack()
{
    QFETCH(QString, sent);
    QFETCH(QString, back);
    Asking firestore;
    const Json created = firestore.ask("POST", "/things?documentId=t1", {{"fields", {{"f", Json::parse(sent.toStdString())}}}});
    QCOMPARE(firestore.status, 200);
    QCOMPARE(text(created["fields"]["f"]), text(Json::parse(back.toStdString())));
    QCOMPARE(text(firestore.ask("GET", "/things/t1")["fields"]), text(created["fields"]));
}

void tst_demo_firestore_values::isRefused_data()
{
    QTest::addColumn<QString>("value");
    QTest::newRow("bare") << u"42"_s;
    QTest::newRow("no key") << u"{}"_s;
    QTest::newRow("two keys") << uR"({"stringValue":"a","integerValue":"1"})"_s;
    QTest::newRow("unknown key") << uR"({"textValue":"a"})"_s;
    QTest::newRow("null of a type") << uR"({"doubleValue":null})"_s;
    QTest::newRow("boolean as text") << uR"({"booleanValue":"true"})"_s;
    QTest::newRow("integer beyond 64 bits") << uR"({"integerValue":"9223372036854775808"})"_s;
    QTest::newRow("integer with a fraction") << uR"({"integerValue":1.5})"_s;
    QTest::newRow("integer as words") << uR"({"integerValue":"four"})"_s;
    QTest::newRow("empty integer") << uR"({"integerValue":""})"_s;
    QTest::newRow("double as word") << uR"({"doubleValue":"nan"})"_s;
    QTest::newRow("date only") << uR"({"timestampValue":"2026-11-20"})"_s;
    QTest::newRow("timestamp without zone") << uR"({"timestampValue":"2026-11-20T09:15:00"})"_s;
    QTest::newRow("31 November") << uR"({"timestampValue":"2026-11-31T09:15:00Z"})"_s;
    QTest::newRow("seconds as object") << uR"({"timestampValue":{"seconds":1}})"_s;
    QTest::newRow("string as number") << uR"({"stringValue":5})"_s;
    QTest::newRow("bad base64") << uR"({"bytesValue":"A"})"_s;
    QTest::newRow("relative reference") << uR"({"referenceValue":"users/u1"})"_s;
    QTest::newRow("reference to a collection") << uR"({"referenceValue":"projects/P/databases/(default)/documents/users"})"_s;
    QTest::newRow("latitude") << uR"({"geoPointValue":{"latitude":90.5}})"_s;
    QTest::newRow("unknown key in a geo point") << uR"({"geoPointValue":{"lat":1}})"_s;
    QTest::newRow("array in array") << uR"({"arrayValue":{"values":[{"arrayValue":{}}]}})"_s;
    QTest::newRow("array as list") << uR"({"arrayValue":[{"stringValue":"a"}]})"_s;
    QTest::newRow("map without fields") << uR"({"mapValue":{"calls":{"integerValue":"3"}}})"_s;
    QTest::newRow("reserved field in a map") << uR"({"mapValue":{"fields":{"__x__":{"integerValue":"3"}}}})"_s;
    QTest::newRow("empty field name") << uR"({"mapValue":{"fields":{"":{"integerValue":"3"}}}})"_s;
}

void tst_demo_firestore_values::isRefused()
{
    QFETCH(QString, value);
    Asking firestore;
    const Json answer = firestore.ask("PATCH", "/things/t1", {{"fields", {{"f", Json::parse(value.toStdString())}}}});
    QCOMPARE(firestore.status, 400);
    QCOMPARE(statusWord(answer), std::string("INVALID_ARGUMENT"));
    QVERIFY(!firestore.backend.store.find("things/t1"));
}

void tst_demo_firestore_values::bodiesAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no JSON") << QByteArray("fields=1");
    QTest::newRow("half") << QByteArray(R"({"fields":{"a":)");
    QTest::newRow("not UTF-8") << QByteArray("{\"fields\":{\"a\":{\"stringValue\":\"\xff\"}}}");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("unknown key") << QByteArray(R"({"values":{}})");
    QTest::newRow("fields as list") << QByteArray(R"({"fields":[]})");
    QTest::newRow("a million brackets") << QByteArray(1'000'000, '[');
    QByteArray deep(R"({"fields":{"a":)");
    deep += QByteArray(R"({"mapValue":{"fields":{"a":)").repeated(5000) + R"({"nullValue":null})" + QByteArray("}}}").repeated(5000) + "}}";
    QTest::newRow("deep and well-formed") << deep;
}

void tst_demo_firestore_values::bodiesAreRefused()
{
    QFETCH(QByteArray, body);
    Asking firestore;
    const Json answer = firestore.raw("PATCH", "/things/t1", body.toStdString());
    QCOMPARE(firestore.status, 400);
    QCOMPARE(statusWord(answer), std::string("INVALID_ARGUMENT"));
}

void tst_demo_firestore_values::doublesInText()
{
    QCOMPARE(jsonText(Json(1e7)), std::string("1.0E7"));
    QCOMPARE(jsonText(Json(1.0)), std::string("1.0"));
    QCOMPARE(jsonText(Json(-2.5e-7)), std::string("-2.5E-7"));
    QCOMPARE(jsonText(Json(123456.75)), std::string("123456.75"));
    QCOMPARE(Json::parse(jsonText(Json(1.7976931348623157e308))).get<double>(), 1.7976931348623157e308);
}

void tst_demo_firestore_values::timestamps_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("printed"); // empty: refused
    QTest::newRow("no fraction") << u"2026-11-20T15:02:44Z"_s << u"2026-11-20T15:02:44Z"_s;
    QTest::newRow("milliseconds") << u"2026-11-20T15:02:44.9Z"_s << u"2026-11-20T15:02:44.900Z"_s;
    QTest::newRow("microseconds") << u"2026-11-20T15:02:44.90173Z"_s << u"2026-11-20T15:02:44.901730Z"_s;
    QTest::newRow("before 1970") << u"1969-12-31T23:59:59.5Z"_s << u"1969-12-31T23:59:59.500Z"_s;
    QTest::newRow("first") << u"0001-01-01T00:00:00Z"_s << u"0001-01-01T00:00:00Z"_s;
    QTest::newRow("last") << u"9999-12-31T23:59:59.999999Z"_s << u"9999-12-31T23:59:59.999999Z"_s;
    QTest::newRow("leap day") << u"2024-02-29T00:00:00-07:00"_s << u"2024-02-29T07:00:00Z"_s;
    QTest::newRow("no leap day") << u"2026-02-29T00:00:00Z"_s << QString();
    QTest::newRow("ten digits") << u"2026-11-20T15:02:44.0123456789Z"_s << QString();
    QTest::newRow("year 0") << u"0000-01-01T00:00:00Z"_s << QString();
    QTest::newRow("space") << u"2026-11-20 15:02:44Z"_s << QString();
    QTest::newRow("tail") << u"2026-11-20T15:02:44Zzz"_s << QString();
}

void tst_demo_firestore_values::timestamps()
{
    QFETCH(QString, written);
    QFETCH(QString, printed);
    const auto timestamp = timestampFrom(written.toStdString());
    QCOMPARE(timestamp.has_value(), !printed.isEmpty());
    if (timestamp)
        QCOMPARE(QString::fromStdString(timestampText(*timestamp)), printed);
}

void tst_demo_firestore_values::fieldPaths_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("segments"); // joined by "|", empty: refused
    QTest::newRow("plain") << u"callsMade"_s << u"callsMade"_s;
    QTest::newRow("nested") << u"devices.pc7.calls"_s << u"devices|pc7|calls"_s;
    QTest::newRow("quoted") << u"devices.`PC-7 (lab)`"_s << u"devices|PC-7 (lab)"_s;
    QTest::newRow("spaces") << u"`Phone Number 2`"_s << u"Phone Number 2"_s;
    QTest::newRow("dot inside") << u"`a.b`.c"_s << u"a.b|c"_s;
    QTest::newRow("escapes") << u"`a\\`b\\\\c`"_s << u"a`b\\c"_s;
    QTest::newRow("space unquoted") << u"Phone Number"_s << QString();
    QTest::newRow("dash unquoted") << u"x-y"_s << QString();
    QTest::newRow("digit first") << u"7up"_s << QString();
    QTest::newRow("empty segment") << u"a..b"_s << QString();
    QTest::newRow("trailing dot") << u"a."_s << QString();
    QTest::newRow("empty quotes") << u"``"_s << QString();
    QTest::newRow("open quote") << u"`abc"_s << QString();
    QTest::newRow("bad escape") << u"`a\\b`"_s << QString();
    QTest::newRow("reserved") << u"__secret__"_s << QString();
    QTest::newRow("reserved below") << u"a.__b__"_s << QString();
    QTest::newRow("name not allowed here") << u"__name__"_s << QString();
    QTest::newRow("too long") << QString(1501, u'a') << QString();
}

void tst_demo_firestore_values::fieldPaths()
{
    QFETCH(QString, path);
    QFETCH(QString, segments);
    QString found;
    try {
        const FieldPath parsed = fieldPathFrom(path.toStdString());
        for (const std::string &segment : parsed.segments)
            found += (found.isEmpty() ? u""_s : u"|"_s) + QString::fromStdString(segment);
        QVERIFY(fieldPathFrom(parsed.text()) == parsed);
    } catch (const Refusal &refusal) {
        QCOMPARE(refusal.code, Code::InvalidArgument);
    }
    QCOMPARE(found, segments);
}

void tst_demo_firestore_values::sizeLimits()
{
    Asking firestore;
    const auto write = [&](std::size_t bytes) {
        firestore.put("t/a", {{"f", {{"stringValue", std::string(bytes, 'x')}}}});
        return firestore.status;
    };
    // "t/a" and its 16 bytes make 20, the field's name 2, the string one byte more, the document 32.
    QCOMPARE(write(1'048'576 - 55), 400); // longer than one value may be
    QCOMPARE(write(1'048'487), 200);
    QCOMPARE(write(1'048'488), 400);
    firestore.put("t/b", {{"f", {{"stringValue", std::string(1'048'400, 'x')}}}, {"g", {{"stringValue", std::string(200, 'x')}}}});
    QCOMPARE(firestore.status, 400);
    // Bytes count, not characters.
    std::string wide;
    for (int i = 0; i < 524'244; ++i)
        wide += "é";
    firestore.put("t/c", {{"f", {{"stringValue", wide}}}});
    QCOMPARE(firestore.status, 400);
    firestore.put("t/" + std::string(1500, 'i'), Json::object());
    QCOMPARE(firestore.status, 200);
    firestore.put("t/" + std::string(1501, 'i'), Json::object());
    QCOMPARE(firestore.status, 400);
    firestore.put("t/__id__", Json::object());
    QCOMPARE(firestore.status, 400);
    firestore.put("t/..", Json::object());
    QCOMPARE(firestore.status, 400);
}

void tst_demo_firestore_values::depthLimits()
{
    Asking firestore;
    const auto nested = [](int levels) {
        Json value{{"integerValue", "1"}};
        for (int i = 0; i < levels; ++i)
            value = {{"mapValue", {{"fields", {{"m", value}}}}}};
        return value;
    };
    firestore.put("t/a", {{"f", nested(20)}});
    QCOMPARE(firestore.status, 200);
    firestore.put("t/a", {{"f", nested(21)}});
    QCOMPARE(firestore.status, 400);
}

void tst_demo_firestore_values::order()
{
    const std::vector<Value> ascending{Null(),
                                       false,
                                       true,
                                       std::numeric_limits<double>::quiet_NaN(),
                                       -std::numeric_limits<double>::infinity(),
                                       std::numeric_limits<std::int64_t>::min(),
                                       -1,
                                       0.5,
                                       1,
                                       std::int64_t{9007199254740992},
                                       std::int64_t{9007199254740993}, // a double could not tell these two apart
                                       std::numeric_limits<double>::infinity(),
                                       Timestamp{0},
                                       "",
                                       "Z",
                                       "a",
                                       "é",
                                       Bytes{"a"},
                                       Reference{"projects/p/databases/(default)/documents/a/b"},
                                       Reference{"projects/p/databases/(default)/documents/a/b/c/d"},
                                       Reference{"projects/p/databases/(default)/documents/a/b-"},
                                       GeoPoint{1, 2},
                                       Array{},
                                       Array{Value(1)},
                                       Map{},
                                       Map{{"a", 1}}};
    for (std::size_t one = 0; one < ascending.size(); ++one) {
        for (std::size_t other = 0; other < ascending.size(); ++other) {
            const int expected = one < other ? -1 : one > other ? 1 : 0;
            QVERIFY2(compare(ascending[one], ascending[other]) == expected, qPrintable(u"%1 and %2"_s.arg(one).arg(other)));
        }
    }
    QVERIFY(isSame(Value(1), Value(1.0)));
    QVERIFY(!(Value(1) == Value(1.0)));
    QCOMPARE(compare(Value(std::int64_t{9007199254740993}), Value(9007199254740992.0)), 1);
}

QTEST_GUILESS_MAIN(tst_demo_firestore_values)
#include "tst_demo_firestore_values.moc"
