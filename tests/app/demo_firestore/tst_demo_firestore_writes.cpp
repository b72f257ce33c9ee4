#include "asking.h"
#include "base64.h"

using namespace Qt::Literals::StringLiterals;
using namespace callcard::demo::firestore;

namespace {

Json integer(int value)
{
    return {{"integerValue", std::to_string(value)}};
}

Json update(const std::string &path, const Json &fields)
{
    return {{"update", {{"name", kName + "/" + path}, {"fields", fields}}}};
}

Json with(Json write, const char *key, const Json &value)
{
    write[key] = value;
    return write;
}

} // namespace

class tst_demo_firestore_writes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsOnce();
    void patchesWithAndWithoutMask();
    void preconditions_data();
    void preconditions();
    void unchangedKeepsItsTime();
    void commitIsAtomic();
    void commitSeesItself();
    void transforms_data();
    void transforms();
    void serverTimeIsOneInstant();
    void emptyMaskOnlyTransforms();
    void batchWriteGoesOneByOne();
    void transactions();
    void deletes();
    void urls_data();
    void urls();
    void partialAnswers();
    void tokens_data();
    void tokens();
    void quota();
};

void tst_demo_firestore_writes::createsOnce()
{
    Asking firestore;
    const Json created = firestore.ask("POST", "/customers?documentId=c42", {{"fields", {{"a", integer(1)}}}});
    QCOMPARE(firestore.status, 200);
    QCOMPARE(created["name"].get<std::string>(), kName + "/customers/c42");
    QCOMPARE(text(created["createTime"]), text(created["updateTime"]));
    QCOMPARE(statusWord(firestore.ask("POST", "/customers?documentId=c42", Json::object())), std::string("ALREADY_EXISTS"));
    QCOMPARE(firestore.status, 409);
    const Json invented = firestore.ask("POST", "/customers", Json::object());
    QCOMPARE(invented["name"].get<std::string>().size(), kName.size() + std::string("/customers/").size() + 20);
    QVERIFY(!invented.contains("fields"));
    QCOMPARE(statusWord(firestore.ask("POST", "/customers", {{"name", kName + "/customers/x"}})), std::string("INVALID_ARGUMENT"));
}

void tst_demo_firestore_writes::patchesWithAndWithoutMask()
{
    Asking firestore;
    firestore.put(
        "m/a", {{"one", integer(1)}, {"two", integer(2)}, {"map", {{"mapValue", {{"fields", {{"x", integer(1)}, {"y", integer(2)}}}}}}}});
    // Listed and present: set; listed and absent: deleted; unlisted: untouched, even if sent.
    const Json patched =
        firestore.ask("PATCH", "/m/a?updateMask.fieldPaths=one&updateMask.fieldPaths=two&updateMask.fieldPaths=map.%60x%60",
                      {{"fields", {{"one", integer(10)}, {"three", integer(3)}}}});
    QCOMPARE(firestore.status, 200);
    QCOMPARE(text(patched["fields"]), text({{"one", integer(10)}, {"map", {{"mapValue", {{"fields", {{"y", integer(2)}}}}}}}}));
    QCOMPARE(text(firestore.ask("PATCH", "/m/a", {{"fields", {{"z", integer(1)}}}})["fields"]), text({{"z", integer(1)}}));
    QCOMPARE(statusWord(firestore.ask("PATCH", "/m/a?updateMask.fieldPaths=a,b", Json::object())), std::string("INVALID_ARGUMENT"));
    QCOMPARE(statusWord(firestore.ask("PATCH", "/m/a?mask=a", Json::object())), std::string("INVALID_ARGUMENT"));
    QCOMPARE(text(firestore.ask("GET", "/m/a?mask.fieldPaths=none")), text([&] {
                 Json json = firestore.ask("GET", "/m/a");
                 json.erase("fields");
                 return json;
             }()));
}

void tst_demo_firestore_writes::preconditions_data()
{
    QTest::addColumn<bool>("there");
    QTest::addColumn<QString>("condition");
    QTest::addColumn<bool>("isDelete");
    QTest::addColumn<int>("http");
    QTest::addColumn<QString>("word");
    QTest::newRow("exists:false, there") << true << u"exists=false"_s << false << 409 << u"ALREADY_EXISTS"_s;
    QTest::newRow("exists:false, not there") << false << u"exists=false"_s << false << 200 << QString();
    QTest::newRow("exists:true, not there") << false << u"exists=true"_s << false << 404 << u"NOT_FOUND"_s;
    QTest::newRow("exists:true, there") << true << u"exists=true"_s << false << 200 << QString();
    QTest::newRow("delete exists:true, not there") << false << u"exists=true"_s << true << 404 << u"NOT_FOUND"_s;
    QTest::newRow("delete, not there") << false << QString() << true << 200 << QString();
    QTest::newRow("old version") << true << u"updateTime=2020-01-01T00:00:00.000001Z"_s << false << 400 << u"FAILED_PRECONDITION"_s;
    QTest::newRow("version, not there") << false << u"updateTime=2020-01-01T00:00:00.000001Z"_s << false << 400 << u"FAILED_PRECONDITION"_s;
    QTest::newRow("this version") << true << u"updateTime=THIS"_s << false << 200 << QString();
    QTest::newRow("this version in milliseconds") << true << u"updateTime=CUT"_s << false << 400 << u"FAILED_PRECONDITION"_s;
    QTest::newRow("both") << true << u"exists=true&currentDocument.updateTime=THIS"_s << false << 400 << u"INVALID_ARGUMENT"_s;
    QTest::newRow("neither") << true << u"exists=maybe"_s << false << 400 << u"INVALID_ARGUMENT"_s;
}

void tst_demo_firestore_writes::preconditions()
{
    QFETCH(bool, there);
    QFETCH(QString, condition);
    QFETCH(bool, isDelete);
    QFETCH(int, http);
    QFETCH(QString, word);
    Asking firestore;
    if (there) {
        const auto time = QString::fromStdString(firestore.ask("PATCH", "/m/a", {{"fields", {{"a", integer(1)}}}})["updateTime"]);
        condition.replace(u"THIS"_s, time);
        condition.replace(u"CUT"_s, time.left(23) + u"Z"_s);
    }
    const std::string target = "/m/a" + (condition.isEmpty() ? std::string() : "?currentDocument." + condition.toStdString());
    const Json answer = firestore.ask(isDelete ? "DELETE" : "PATCH", target, isDelete ? Json() : Json{{"fields", {{"a", integer(2)}}}});
    QCOMPARE(firestore.status, http);
    QCOMPARE(QString::fromStdString(statusWord(answer)), word);
    if (http != 200 && there)
        QCOMPARE(text(firestore.ask("GET", "/m/a")["fields"]["a"]), text(integer(1)));
}

void tst_demo_firestore_writes::unchangedKeepsItsTime()
{
    Asking firestore;
    const Json first = firestore.ask("PATCH", "/m/a", {{"fields", {{"a", integer(1)}}}});
    QCOMPARE(text(firestore.ask("PATCH", "/m/a", {{"fields", {{"a", integer(1)}}}})), text(first));
    QVERIFY(text(firestore.ask("PATCH", "/m/a", {{"fields", {{"a", {{"doubleValue", 1}}}}}})["updateTime"]) != text(first["updateTime"]));
    QCOMPARE(text(firestore.ask("GET", "/m/a")["createTime"]), text(first["createTime"]));
}

void tst_demo_firestore_writes::commitIsAtomic()
{
    Asking firestore;
    firestore.put("m/b", {{"b", integer(1)}});
    const Json refused = firestore.ask(
        "POST", ":commit",
        {{"writes",
          {update("m/a", {{"a", integer(1)}}), with(update("m/b", {{"b", integer(2)}}), "currentDocument", {{"exists", false}})}}});
    QCOMPARE(statusWord(refused), std::string("ALREADY_EXISTS"));
    firestore.ask("GET", "/m/a");
    QCOMPARE(firestore.status, 404);
    QCOMPARE(text(firestore.ask("POST", ":commit", Json::object())), text(Json::object()));
    for (const Json &bad : {Json{{"writes", {{{"updte", 1}}}}}, Json{{"writes", {Json::object()}}}, Json{{"writes", {{{"delete", "m/a"}}}}},
                            Json{{"writes", 7}}, Json{{"writes", {with(update("m/a", Json::object()), "delete", kName + "/m/a")}}}}) {
        QCOMPARE(statusWord(firestore.ask("POST", ":commit", bad)), std::string("INVALID_ARGUMENT"));
    }
}

void tst_demo_firestore_writes::commitSeesItself()
{
    Asking firestore;
    const Json answer = firestore.ask(
        "POST", ":commit",
        {{"writes",
          {update("m/a", {{"a", integer(1)}}),
           with(with(update("m/a", {{"b", integer(2)}}), "updateMask", {{"fieldPaths", {"b"}}}), "currentDocument", {{"exists", true}}),
           {{"delete", kName + "/m/none"}}}}});
    QCOMPARE(firestore.status, 200);
    QCOMPARE(answer["writeResults"].size(), std::size_t{3});
    QCOMPARE(text(answer["writeResults"][2]), text(Json::object()));
    QCOMPARE(text(answer["writeResults"][0]["updateTime"]), text(answer["commitTime"]));
    QCOMPARE(text(firestore.ask("GET", "/m/a")["fields"]), text({{"a", integer(1)}, {"b", integer(2)}}));
}

void tst_demo_firestore_writes::transforms_data()
{
    QTest::addColumn<QString>("before"); // empty: no field
    QTest::addColumn<QString>("transform");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *name, const char *before, const char *transform, const char *after, const char *result = nullptr) {
        QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(transform) << QString::fromUtf8(after)
                            << QString::fromUtf8(result != nullptr ? result : after);
    };
    row("increment", R"({"integerValue":"5"})", R"({"increment":{"integerValue":"2"}})", R"({"integerValue":"7"})");
    row("increment nothing", "", R"({"increment":{"integerValue":"2"}})", R"({"integerValue":"2"})");
    row("increment text", R"({"stringValue":"x"})", R"({"increment":{"integerValue":"2"}})", R"({"integerValue":"2"})");
    row("increment mixes to double", R"({"integerValue":"5"})", R"({"increment":{"doubleValue":0.5}})", R"({"doubleValue":5.5})");
    row("increment stops", R"({"integerValue":"9223372036854775807"})", R"({"increment":{"integerValue":"2"}})",
        R"({"integerValue":"9223372036854775807"})");
    row("maximum", R"({"integerValue":"5"})", R"({"maximum":{"integerValue":"9"}})", R"({"integerValue":"9"})");
    row("maximum stays", R"({"integerValue":"5"})", R"({"maximum":{"doubleValue":5.0}})", R"({"integerValue":"5"})");
    row("minimum", R"({"integerValue":"5"})", R"({"minimum":{"integerValue":"9"}})", R"({"integerValue":"5"})");
    row("minimum of nothing", "", R"({"minimum":{"integerValue":"9"}})", R"({"integerValue":"9"})");
    row("append", R"({"arrayValue":{"values":[{"integerValue":"1"}]}})",
        R"({"appendMissingElements":{"values":[{"doubleValue":1.0},{"stringValue":"a"},{"stringValue":"a"}]}})",
        R"({"arrayValue":{"values":[{"integerValue":"1"},{"stringValue":"a"}]}})", R"({"nullValue":null})");
    row("remove", R"({"arrayValue":{"values":[{"integerValue":"1"},{"stringValue":"a"},{"integerValue":"1"}]}})",
        R"({"removeAllFromArray":{"values":[{"integerValue":"1"}]}})", R"({"arrayValue":{"values":[{"stringValue":"a"}]}})",
        R"({"nullValue":null})");
    row("remove from nothing", "", R"({"removeAllFromArray":{"values":[{"integerValue":"1"}]}})", R"({"arrayValue":{}})",
        R"({"nullValue":null})");
}

void tst_demo_firestore_writes::transforms()
{
    QFETCH(QString, before);
    QFETCH(QString, transform);
    QFETCH(QString, after);
    QFETCH(QString, result);
    Asking firestore;
    firestore.put("m/a", before.isEmpty() ? Json::object() : Json{{"f", Json::parse(before.toStdString())}});
    Json change = Json::parse(transform.toStdString());
    change["fieldPath"] = "f";
    const Json answer = firestore.ask(
        "POST", ":commit",
        {{"writes", {with(with(update("m/a", Json::object()), "updateMask", Json::object()), "updateTransforms", Json::array({change}))}}});
    QCOMPARE(firestore.status, 200);
    QCOMPARE(text(answer["writeResults"][0]["transformResults"][0]), text(Json::parse(result.toStdString())));
    QCOMPARE(text(firestore.ask("GET", "/m/a")["fields"]["f"]), text(Json::parse(after.toStdString())));
}

void tst_demo_firestore_writes::serverTimeIsOneInstant()
{
    Asking firestore;
    const Json server{{"fieldPath", "createdAt"}, {"setToServerValue", "REQUEST_TIME"}};
    const Json nested{{"fieldPath", "meta.at"}, {"setToServerValue", 1}}; // numeric enumerations are what some clients send
    const Json answer = firestore.ask("POST", ":commit",
                                      {{"writes",
                                        {with(update("m/a", {{"x", integer(1)}}), "updateTransforms", {server, nested}),
                                         with(update("m/b", {}), "updateTransforms", Json::array({server}))}}});
    QCOMPARE(firestore.status, 200);
    const Json a = firestore.ask("GET", "/m/a");
    const std::string at = a["fields"]["createdAt"]["timestampValue"];
    QCOMPARE(at.size(), std::string("2026-11-20T15:10:11.998Z").size()); // milliseconds
    QCOMPARE(text(a["fields"]["meta"]["mapValue"]["fields"]["at"]), text(a["fields"]["createdAt"]));
    QCOMPARE(text(firestore.ask("GET", "/m/b")["fields"]["createdAt"]), text(a["fields"]["createdAt"]));
    QVERIFY(*timestampFrom(at) < *timestampFrom(answer["commitTime"].get<std::string>()));
    QCOMPARE(text(answer["writeResults"][0]["transformResults"]), text({{{"timestampValue", at}}, {{"timestampValue", at}}}));
}

void tst_demo_firestore_writes::emptyMaskOnlyTransforms()
{
    Asking firestore;
    firestore.put("m/a", {{"keep", integer(1)}});
    const Json one{{"fieldPath", "n"}, {"increment", integer(1)}};
    firestore.ask("POST", ":commit",
                  {{"writes", {with(with(update("m/a", {}), "updateMask", Json::object()), "updateTransforms", Json::array({one}))}}});
    QCOMPARE(text(firestore.ask("GET", "/m/a")["fields"]), text({{"keep", integer(1)}, {"n", integer(1)}}));
    // Leaving the mask out erases the document.
    firestore.ask("POST", ":commit", {{"writes", {with(update("m/a", {}), "updateTransforms", Json::array({one}))}}});
    QCOMPARE(text(firestore.ask("GET", "/m/a")["fields"]), text({{"n", integer(1)}}));
}

void tst_demo_firestore_writes::batchWriteGoesOneByOne()
{
    Asking firestore;
    firestore.put("m/b", {});
    const Json writes{
        {"writes", {update("m/a", {}), with(update("m/b", {}), "currentDocument", {{"exists", false}}), {{"delete", kName + "/m/c"}}}}};
    const Json answer = firestore.ask("POST", ":batchWrite", writes);
    QCOMPARE(firestore.status, 200);
    QCOMPARE(text(answer["status"][0]), u"{}"_s);
    QCOMPARE(answer["status"][1]["code"].get<int>(), 6);
    QCOMPARE(text(answer["status"][2]), u"{}"_s);
    QCOMPARE(statusWord(firestore.ask("POST", ":batchWrite", {{"writes", {update("m/a", {}), update("m/a", {})}}})),
             std::string("INVALID_ARGUMENT"));
    for (const char *method : {":batchWrite", ":beginTransaction", ":listCollectionIds", ":partitionQuery"})
        QCOMPARE(statusWord(firestore.ask("POST", method, Json::object(), firestore.as("u1"))), std::string("PERMISSION_DENIED"));
}

void tst_demo_firestore_writes::transactions()
{
    Asking firestore;
    firestore.put("m/a", {{"n", integer(1)}});
    const std::string id = firestore.ask("POST", ":beginTransaction", {{"options", {{"readWrite", Json::object()}}}})["transaction"];
    const Json read = firestore.ask("POST", ":batchGet", {{"documents", {kName + "/m/a", kName + "/m/none"}}, {"transaction", id}});
    QCOMPARE(read.size(), std::size_t{2});
    firestore.put("m/none", {}); // somebody else
    QCOMPARE(statusWord(firestore.ask("POST", ":commit", {{"writes", {update("m/a", {{"n", integer(2)}})}}, {"transaction", id}})),
             std::string("ABORTED"));
    QCOMPARE(firestore.status, 409);
    const Json again =
        firestore.ask("POST", ":batchGet", {{"documents", {kName + "/m/a"}}, {"newTransaction", {{"readWrite", Json::object()}}}});
    QVERIFY(again[0].contains("transaction"));
    firestore.ask("POST", ":commit", {{"writes", {update("m/a", {{"n", integer(2)}})}}, {"transaction", again[0]["transaction"]}});
    QCOMPARE(firestore.status, 200);
    QCOMPARE(statusWord(firestore.ask("POST", ":rollback", {{"transaction", again[0]["transaction"]}})), std::string("INVALID_ARGUMENT"));
    QCOMPARE(statusWord(firestore.ask("POST", ":commit", {{"transaction", "AAAA"}})), std::string("INVALID_ARGUMENT"));
}

void tst_demo_firestore_writes::deletes()
{
    Asking firestore;
    firestore.put("m/a", {});
    QCOMPARE(text(firestore.ask("DELETE", "/m/a")), u"{}"_s);
    QCOMPARE(text(firestore.ask("DELETE", "/m/a")), u"{}"_s);
    QCOMPARE(firestore.status, 200);
    QCOMPARE(firestore.backend.usage.deletes, std::int64_t{2});
}

void tst_demo_firestore_writes::urls_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("http");
    QTest::newRow("encoded segment") << u"GET"_s << u"/caf%C3%A9/a%20b%2Fc"_s << 400; // an id has no slash
    QTest::newRow("encoded id") << u"GET"_s << u"/caf%C3%A9/a%20b%3Ac"_s << 404;
    QTest::newRow("empty segment") << u"GET"_s << u"/a//b"_s << 400;
    QTest::newRow("unknown method") << u"POST"_s << u":listen"_s << 404;
    QTest::newRow("write channel") << u"POST"_s << u":write"_s << 404;
    QTest::newRow("get of a method") << u"GET"_s << u":runQuery"_s << 404;
    QTest::newRow("query below a collection") << u"POST"_s << u"/a:runQuery"_s << 404;
    QTest::newRow("put") << u"PUT"_s << u"/a/b"_s << 404;
    QTest::newRow("preflight") << u"OPTIONS"_s << u"/a/b"_s << 200;
    QTest::newRow("system parameters") << u"GET"_s << u"/a?key=x&$alt=json%3Benum-encoding%3Dint&prettyPrint=false"_s << 200;
    QTest::newRow("unknown parameter") << u"GET"_s << u"/a?pagesize=3"_s << 400;
    QTest::newRow("page size") << u"GET"_s << u"/a?pageSize=x"_s << 400;
    QTest::newRow("bad token") << u"GET"_s << u"/a?pageToken=abc"_s << 400;
}

void tst_demo_firestore_writes::urls()
{
    QFETCH(QString, method);
    QFETCH(QString, target);
    QFETCH(int, http);
    Asking firestore;
    firestore.raw(method.toStdString(), target.toStdString(), {});
    QCOMPARE(firestore.status, http);
}

void tst_demo_firestore_writes::partialAnswers()
{
    Asking firestore;
    firestore.put("m/a", {{"a", integer(1)}, {"b", integer(2)}});
    QCOMPARE(text(firestore.ask("GET", "/m?fields=documents(fields/a),nextPageToken")),
             text({{"documents", {{{"fields", {{"a", integer(1)}}}}}}}));
    firestore.ask("GET", "/m?fields=documents(");
    QCOMPARE(firestore.status, 400);
}

void tst_demo_firestore_writes::tokens_data()
{
    QTest::addColumn<QString>("authorization");
    QTest::addColumn<bool>("asEmulator");
    QTest::addColumn<int>("http"); // of reading the own profile, which is not there
    Asking any;
    const QString valid = QString::fromStdString(any.as("u1"));
    const QString expired = u"Bearer "_s + QString::fromStdString(unsignedToken({{"sub", "u1"}, {"aud", "demo-test"}, {"exp", 1000}}));
    const QString foreign = u"Bearer "_s + QString::fromStdString(unsignedToken({{"sub", "u1"}, {"aud", "other"}, {"exp", 9999999999}}));
    QTest::newRow("owner") << u"bearer OWNER"_s << false << 404;
    QTest::newRow("service") << u"Bearer ya29.abc"_s << false << 404;
    QTest::newRow("valid") << valid << false << 404;
    QTest::newRow("nobody") << QString() << false << 403;
    QTest::newRow("expired") << expired << false << 401;
    QTest::newRow("expired, emulator") << expired << true << 404;
    QTest::newRow("other project") << foreign << false << 401;
    QTest::newRow("no token") << u"Bearer abc"_s << false << 401;
    QTest::newRow("no token, emulator") << u"Bearer abc"_s << true << 400;
    QTest::newRow("basic") << u"Basic dTpw"_s << false << 401;
    QTest::newRow("dots") << u"Bearer .."_s << true << 400;
}

void tst_demo_firestore_writes::tokens()
{
    QFETCH(QString, authorization);
    QFETCH(bool, asEmulator);
    QFETCH(int, http);
    Asking firestore;
    firestore.backend.behaviour.tokens = asEmulator ? TokenCheck::Emulator : TokenCheck::Production;
    const Json answer = firestore.ask("GET", "/users/u1", nullptr, authorization.toStdString());
    QVERIFY2(firestore.status == http, qPrintable(text(answer)));
}

void tst_demo_firestore_writes::quota()
{
    Asking firestore;
    firestore.backend.behaviour.writesExhausted = true;
    firestore.put("m/a", {});
    QCOMPARE(firestore.status, 429);
    firestore.backend.behaviour.readsExhausted = true;
    QCOMPARE(statusWord(firestore.ask("GET", "/m/a")), std::string("RESOURCE_EXHAUSTED"));
    QCOMPARE(firestore.backend.usage.writes, std::int64_t{0});
}

QTEST_GUILESS_MAIN(tst_demo_firestore_writes)
#include "tst_demo_firestore_writes.moc"
