#include "asking.h"

using namespace Qt::Literals::StringLiterals;
using namespace callcard::demo::firestore;

namespace {

Json where(const char *path, const Json &op, const Json &value)
{
    return {{"fieldFilter", {{"field", {{"fieldPath", path}}}, {"op", op}, {"value", value}}}};
}

Json unary(const char *path, const Json &op)
{
    return {{"unaryFilter", {{"field", {{"fieldPath", path}}}, {"op", op}}}};
}

Json all(const Json &filters, const char *op = "AND")
{
    return {{"compositeFilter", {{"op", op}, {"filters", filters}}}};
}

Json integer(int value)
{
    return {{"integerValue", std::to_string(value)}};
}

Json array(const Json &values)
{
    return {{"arrayValue", {{"values", values}}}};
}

Json string(const char *value)
{
    return {{"stringValue", value}};
}

Json order(const char *path, const Json &direction = "ASCENDING")
{
    return {{"field", {{"fieldPath", path}}}, {"direction", direction}};
}

/// The ids found, joined; the status word of a refusal.
QString found(Asking &firestore, const Json &query, const std::string &parent = {}, const std::string &authorization = "Bearer owner")
{
    const Json answer = firestore.ask("POST", parent + ":runQuery", {{"structuredQuery", query}}, authorization);
    if (firestore.status != 200)
        return QString::fromStdString(statusWord(answer));
    QString out;
    for (const Json &element : answer) {
        if (element.contains("document"))
            out += (out.isEmpty() ? u""_s : u" "_s) +
                   QString::fromStdString(element["document"]["name"].get<std::string>().substr(kName.size() + 1)).section(u'/', -1);
    }
    return out;
}

} // namespace

class tst_demo_firestore_queries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filters_data();
    void filters();
    void refusals_data();
    void refusals();
    void noHitsIsOneElement();
    void ordersAndCursors();
    void offsetsAndLimits();
    void projection();
    void collectionGroups();
    void aggregation();
    void indexes_data();
    void indexes();
    void listPages();
    void listInOrder();
    void pagesAreScannedOnce();
    void showMissing();

private:
    /// a 1, b 2, c 2.5, d "2", e null, f NaN, g [1, 2], h without the field
    static void fill(Asking &firestore);
};

void tst_demo_firestore_queries::fill(Asking &firestore)
{
    firestore.backend.behaviour.indexesRequired = false;
    const auto put = [&](const char *id, const Json &value) { firestore.put(std::string("t/") + id, {{"v", value}, {"id", string(id)}}); };
    put("a", integer(1));
    put("b", integer(2));
    put("c", {{"doubleValue", 2.5}});
    put("d", string("2"));
    put("e", {{"nullValue", nullptr}});
    put("f", {{"doubleValue", "NaN"}});
    put("g", array({integer(1), integer(2)}));
    firestore.put("t/h", {{"id", string("h")}});
}

void tst_demo_firestore_queries::filters_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("ids");
    const auto row = [](const char *name, const Json &filter, const char *ids) {
        QTest::newRow(name) << text(filter) << QString::fromUtf8(ids);
    };
    row("equal", where("v", "EQUAL", integer(2)), "b");
    row("equal across kinds of number", where("v", "EQUAL", {{"doubleValue", 2.0}}), "b");
    row("enumeration as number", where("v", 5, integer(2)), "b");
    row("less", where("v", "LESS_THAN", integer(2)), "a");
    row("at most", where("v", "LESS_THAN_OR_EQUAL", integer(2)), "a b");
    row("greater", where("v", "GREATER_THAN", integer(1)), "b c");
    row("range finds its own kind", where("v", "GREATER_THAN", string("")), "d");
    row("not equal leaves out null", where("v", "NOT_EQUAL", integer(2)), "f a c d g");
    row("in", where("v", "IN", array({integer(1), string("2"), integer(9)})), "a d");
    row("not in", where("v", "NOT_IN", array({integer(1), string("2")})), "f b c g");
    row("not in with null", where("v", "NOT_IN", array({{{"nullValue", nullptr}}})), "");
    row("array contains", where("v", "ARRAY_CONTAINS", integer(2)), "g");
    row("array contains any", where("v", "ARRAY_CONTAINS_ANY", array({integer(9), integer(2)})), "g");
    row("is null", unary("v", "IS_NULL"), "e");
    row("is not null", unary("v", "IS_NOT_NULL"), "f a b c d g");
    row("is nan", unary("v", 2), "f");
    row("is not nan", unary("v", "IS_NOT_NAN"), "a b c d g");
    row("or", all({where("v", "EQUAL", integer(1)), where("id", "EQUAL", string("h"))}, "OR"), "a h");
    row("and of or",
        all({all({where("v", "EQUAL", integer(1)), where("v", "EQUAL", integer(2))}, "OR"), where("id", "EQUAL", string("b"))}), "b");
    row("name", where("__name__", "GREATER_THAN", {{"referenceValue", kName + "/t/f"}}), "g h");
    row("name in", where("__name__", "IN", array({{{"referenceValue", kName + "/t/c"}}})), "c");
}

void tst_demo_firestore_queries::filters()
{
    QFETCH(QString, filter);
    QFETCH(QString, ids);
    Asking firestore;
    fill(firestore);
    QCOMPARE(found(firestore, {{"from", {{{"collectionId", "t"}}}}, {"where", Json::parse(filter.toStdString())}}), ids);
}

void tst_demo_firestore_queries::refusals_data()
{
    QTest::addColumn<QString>("query");
    const Json from = {{{"collectionId", "t"}}};
    const auto row = [](const char *name, const Json &query) { QTest::newRow(name) << text(query); };
    row("no from", Json::object());
    row("two collections", {{"from", {{{"collectionId", "t"}}, {{"collectionId", "u"}}}}});
    row("unknown key", {{"from", from}, {"filter", 1}});
    row("negative limit", {{"from", from}, {"limit", -1}});
    row("limit as text", {{"from", from}, {"limit", "5"}});
    row("limit as wrapper", {{"from", from}, {"limit", {{"value", 5}}}});
    row("negative offset", {{"from", from}, {"offset", -1}});
    row("unknown operator", {{"from", from}, {"where", where("v", "LIKE", integer(1))}});
    row("no operator", {{"from", from}, {"where", {{"fieldFilter", {{"field", {{"fieldPath", "v"}}}, {"value", integer(1)}}}}}});
    row("bad path", {{"from", from}, {"where", where("Phone Number", "EQUAL", integer(1))}});
    row("in without list", {{"from", from}, {"where", where("v", "IN", integer(1))}});
    row("in of nothing", {{"from", from}, {"where", where("v", "IN", array(Json::array()))}});
    row("not in of eleven", {{"from", from}, {"where", where("v", "NOT_IN", array(Json(11, integer(1))))}});
    row("in of thirty-one", {{"from", from}, {"where", where("v", "IN", array(Json(31, integer(1))))}});
    row("too many disjunctions",
        {{"from", from}, {"where", all({where("v", "IN", array(Json(6, integer(1)))), where("w", "IN", array(Json(6, integer(1))))})}});
    row("not in with in",
        {{"from", from}, {"where", all({where("v", "NOT_IN", array({integer(1)})), where("w", "IN", array({integer(1)}))})}});
    row("two array contains",
        {{"from", from}, {"where", all({where("v", "ARRAY_CONTAINS", integer(1)), where("w", "ARRAY_CONTAINS", integer(1))})}});
    row("empty composite", {{"from", from}, {"where", all(Json::array())}});
    row("cursor without order", {{"from", from}, {"startAt", {{"values", {integer(1)}}}}});
    row("cursor name as text", {{"from", from}, {"orderBy", {order("__name__")}}, {"startAt", {{"values", {string("a")}}}}});
    row("name filter as text", {{"from", from}, {"where", where("__name__", "EQUAL", string("a"))}});
    row("same order twice", {{"from", from}, {"orderBy", {order("v"), order("v")}}});
}

void tst_demo_firestore_queries::refusals()
{
    QFETCH(QString, query);
    Asking firestore;
    const Json answer = firestore.ask("POST", ":runQuery", {{"structuredQuery", Json::parse(query.toStdString())}});
    QCOMPARE(firestore.status, 400);
    QVERIFY(answer.is_array()); // methods that answer arrays wrap their errors
    QCOMPARE(statusWord(answer), std::string("INVALID_ARGUMENT"));
    firestore.backend.behaviour.streamErrorsWrapped = false;
    QVERIFY(firestore.ask("POST", ":runQuery", {{"structuredQuery", Json::parse(query.toStdString())}}).is_object());
}

void tst_demo_firestore_queries::noHitsIsOneElement()
{
    Asking firestore;
    const Json answer = firestore.ask("POST", ":runQuery", {{"structuredQuery", {{"from", {{{"collectionId", "none"}}}}}}});
    QCOMPARE(answer.size(), std::size_t{1});
    QCOMPARE(answer[0].size(), std::size_t{1});
    QVERIFY(answer[0].contains("readTime"));
}

void tst_demo_firestore_queries::ordersAndCursors()
{
    Asking firestore;
    fill(firestore);
    const Json from = {{{"collectionId", "t"}}};
    QCOMPARE(found(firestore, {{"from", from}, {"orderBy", {order("v")}}}), u"e f a b c d g"_s); // h has no such field
    QCOMPARE(found(firestore, {{"from", from}, {"orderBy", {order("v", "DESCENDING")}}}), u"g d c b a f e"_s);
    QCOMPARE(found(firestore, {{"from", from}, {"orderBy", {order("__name__", 2)}}}), u"h g f e d c b a"_s);
    QCOMPARE(found(firestore, {{"from", from}, {"orderBy", {order("v")}}, {"startAt", {{"values", {integer(2)}}}}}), u"c d g"_s);
    QCOMPARE(found(firestore, {{"from", from}, {"orderBy", {order("v")}}, {"startAt", {{"values", {integer(2)}}, {"before", true}}}}),
             u"b c d g"_s);
    QCOMPARE(found(firestore, {{"from", from}, {"orderBy", {order("v")}}, {"endAt", {{"values", {integer(2)}}, {"before", true}}}}),
             u"e f a"_s);
    QCOMPARE(found(firestore, {{"from", from}, {"orderBy", {order("v")}}, {"endAt", {{"values", {integer(2)}}}}}), u"e f a b"_s);
    // The cursor of the next page: value and name of the last row.
    for (const char *id : {"x", "y", "z"})
        firestore.put(std::string("t/") + id, {{"v", integer(2)}});
    const Json orders{order("v"), order("__name__")};
    const Json after{{"values", {integer(2), {{"referenceValue", kName + "/t/x"}}}}, {"before", false}};
    QCOMPARE(found(firestore, {{"from", from}, {"orderBy", orders}, {"startAt", after}, {"limit", 3}}), u"y z c"_s);
}

void tst_demo_firestore_queries::offsetsAndLimits()
{
    Asking firestore;
    fill(firestore);
    const Json from = {{{"collectionId", "t"}}};
    QCOMPARE(found(firestore, {{"from", from}, {"limit", 2}}), u"a b"_s);
    QCOMPARE(found(firestore, {{"from", from}, {"offset", 6}, {"limit", 5}}), u"g h"_s);
    const Json answer = firestore.ask("POST", ":runQuery", {{"structuredQuery", {{"from", from}, {"offset", 2}, {"limit", 1}}}});
    QCOMPARE(answer.back()["skippedResults"].get<int>(), 2);
    QVERIFY(!answer.back().contains("document"));
    QCOMPARE(answer.back()["done"].get<bool>(), true);
}

void tst_demo_firestore_queries::projection()
{
    Asking firestore;
    fill(firestore);
    const auto ask = [&](const Json &fields) {
        const Json query{{"from", {{{"collectionId", "t"}}}}, {"select", {{"fields", fields}}}, {"limit", 1}};
        return firestore.ask("POST", ":runQuery", {{"structuredQuery", query}})[0]["document"];
    };
    QCOMPARE(text(ask({{{"fieldPath", "id"}}})["fields"]), text({{"id", string("a")}}));
    QVERIFY(!ask({{{"fieldPath", "__name__"}}}).contains("fields"));
    QCOMPARE(ask(Json::array())["fields"].size(), std::size_t{2});
}

void tst_demo_firestore_queries::collectionGroups()
{
    Asking firestore;
    firestore.backend.behaviour.indexesRequired = false;
    for (const char *path : {"users/u1/notes/a", "users/u2/notes/b", "notes/c", "users/u1/notes/a/notes/d"})
        firestore.put(path, {{"n", integer(1)}});
    const Json from = {{{"collectionId", "notes"}, {"allDescendants", true}}};
    QCOMPARE(found(firestore, {{"from", from}}), u"c a d b"_s);
    QCOMPARE(found(firestore, {{"from", from}}, "/users/u1"), u"a d"_s);
    QCOMPARE(found(firestore, {{"from", {{{"collectionId", "notes"}}}}}, "/users/u1"), u"a"_s);
    QCOMPARE(found(firestore, {{"from", {{{"allDescendants", true}}}}}, "/users/u1"), u"a d"_s);
    QCOMPARE(text(firestore.ask("POST", "/users/u1:listCollectionIds", Json::object())["collectionIds"]), text(Json{"notes"}));
    QCOMPARE(text(firestore.ask("POST", ":listCollectionIds", Json::object())["collectionIds"]), text(Json{"notes", "users"}));
}

void tst_demo_firestore_queries::aggregation()
{
    Asking firestore;
    fill(firestore);
    const auto field = [](const char *path) -> Json { return {{"field", {{"fieldPath", path}}}}; };
    const auto ask = [&](const Json &query, const Json &aggregations) {
        return firestore.ask("POST", ":runAggregationQuery",
                             {{"structuredAggregationQuery", {{"structuredQuery", query}, {"aggregations", aggregations}}}});
    };
    const Json from{{"from", {{{"collectionId", "t"}}}}};
    Json answer = ask(from, {{{"alias", "days"}, {"count", Json::object()}}, {{"alias", "some"}, {"count", {{"upTo", "3"}}}}});
    QCOMPARE(text(answer[0]["result"]["aggregateFields"]), text({{"days", integer(8)}, {"some", integer(3)}}));
    const Json numbers{{"from", {{{"collectionId", "t"}}}}, {"where", where("v", "LESS_THAN_OR_EQUAL", integer(2))}};
    answer = ask(numbers, {{{"alias", "sum"}, {"sum", field("v")}}, {{"alias", "avg"}, {"avg", field("v")}}});
    QCOMPARE(text(answer[0]["result"]["aggregateFields"]), text({{"avg", {{"doubleValue", 1.5}}}, {"sum", integer(3)}}));
    answer =
        ask({{"from", {{{"collectionId", "none"}}}}}, {{{"alias", "sum"}, {"sum", field("v")}}, {{"alias", "avg"}, {"avg", field("v")}}});
    QCOMPARE(text(answer[0]["result"]["aggregateFields"]), text({{"avg", {{"nullValue", nullptr}}}, {"sum", integer(0)}}));
    for (const Json &bad : {Json::array(), Json{{{"alias", "a"}}}, Json{{{"count", {{"upTo", "0"}}}}}, Json(6, {{"count", Json::object()}}),
                            Json{{{"alias", "a"}, {"count", Json::object()}}, {{"alias", "a"}, {"count", Json::object()}}}})
        QCOMPARE(statusWord(ask(from, bad)), std::string("INVALID_ARGUMENT"));
}

void tst_demo_firestore_queries::indexes_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("served");
    const auto row = [](const char *name, Json query, bool served) {
        if (!query.contains("from"))
            query["from"] = {{{"collectionId", "metrics"}}};
        QTest::newRow(name) << text(query) << served;
    };
    const Json mine = where("userId", "EQUAL", string("u1"));
    const Json type = where("type", "EQUAL", string("sms_quantity"));
    const Json since = where("date", "GREATER_THAN_OR_EQUAL", integer(1));
    row("equality", {{"where", mine}}, true);
    row("equalities are merged", {{"where", all({mine, type})}}, true);
    row("range on one field", {{"where", since}}, true);
    row("order on one field", {{"orderBy", {order("value", "DESCENDING")}}}, true);
    row("equality and range", {{"where", all({mine, since})}}, true);
    row("equality, newest first", {{"where", mine}, {"orderBy", {order("date", "DESCENDING")}}}, true);
    row("with the name stated", {{"where", all({mine, since})}, {"orderBy", {order("date"), order("__name__")}}}, true);
    row("name against the date", {{"where", all({mine, since})}, {"orderBy", {order("date"), order("__name__", "DESCENDING")}}}, false);
    row("two equalities, newest first", {{"where", all({mine, type})}, {"orderBy", {order("date", "DESCENDING")}}}, true);
    row("two equalities, oldest first, merged", {{"where", all({mine, type})}, {"orderBy", {order("date")}}}, true);
    row("type alone, newest first", {{"where", type}, {"orderBy", {order("date", "DESCENDING")}}}, false);
    row("another field", {{"where", all({where("source", "EQUAL", string("justcall")), since})}}, false);
    row("another collection", {{"from", {{{"collectionId", "goals"}}}}, {"where", all({mine, since})}}, false);
    row("two orders", {{"orderBy", {order("type"), order("value")}}}, false);
    row("group with a filter", {{"from", {{{"collectionId", "metrics"}, {"allDescendants", true}}}}, {"where", mine}}, false);
    row("group without", {{"from", {{{"collectionId", "metrics"}, {"allDescendants", true}}}}}, true);
}

void tst_demo_firestore_queries::indexes()
{
    QFETCH(QString, query);
    QFETCH(bool, served);
    Asking firestore;
    const Json body{{"structuredQuery", Json::parse(query.toStdString())}};
    const Json answer = firestore.ask("POST", ":runQuery", body);
    QCOMPARE(statusWord(answer), std::string(served ? "" : "FAILED_PRECONDITION"));
    firestore.backend.behaviour.indexesRequired = false;
    firestore.ask("POST", ":runQuery", body);
    QCOMPARE(firestore.status, 200);
}

void tst_demo_firestore_queries::listPages()
{
    Asking firestore;
    QCOMPARE(text(firestore.ask("GET", "/customers")), u"{}"_s);
    for (int i = 100; i < 145; ++i)
        firestore.put("customers/c" + std::to_string(i), {{"n", integer(i)}});
    QStringList ids;
    std::string token;
    int pages = 0;
    do {
        const std::string escaped = QByteArray::fromStdString(token).toPercentEncoding().toStdString();
        const Json page = firestore.ask("GET", "/customers?mask.fieldPaths=n&pageToken=" + escaped + (pages == 0 ? "" : "&pageSize=10"));
        QCOMPARE(firestore.status, 200);
        for (const Json &document : page["documents"])
            ids += QString::fromStdString(document["name"].get<std::string>()).section(u'/', -1);
        token = page.value("nextPageToken", "");
        if (!token.empty())
            QVERIFY2(token.find('+') != std::string::npos && token.find('/') != std::string::npos && token.ends_with('='), token.c_str());
        if (pages == 0) {
            QCOMPARE(ids.size(), 20);
            // "+" left alone is a space: not this token any more. And without the mask something else is asked.
            firestore.ask("GET", "/customers?mask.fieldPaths=n&pageToken=" + token);
            QCOMPARE(firestore.status, 400);
            firestore.ask("GET", "/customers?pageToken=" + QByteArray::fromStdString(token).toPercentEncoding().toStdString());
            QCOMPARE(firestore.status, 400);
        }
    } while (++pages < 10 && !token.empty());
    QCOMPARE(ids.size(), 45);
    QCOMPARE(ids.first(), u"c100"_s);
    QCOMPARE(ids.last(), u"c144"_s);
    QCOMPARE(ids.removeDuplicates(), 0);
}

void tst_demo_firestore_queries::listInOrder()
{
    Asking firestore;
    for (int i = 0; i < 25; ++i)
        firestore.put("t/d" + std::to_string(i), {{"n", integer(100 - i)}});
    const Json first = firestore.ask("GET", "/t?orderBy=n%20desc&pageSize=20");
    QCOMPARE(first["documents"][0]["name"].get<std::string>(), kName + "/t/d0");
    const std::string token = QByteArray::fromStdString(first["nextPageToken"]).toPercentEncoding().toStdString();
    const Json second = firestore.ask("GET", "/t?orderBy=n%20desc&pageSize=20&pageToken=" + token);
    QCOMPARE(second["documents"].size(), std::size_t{5});
    QCOMPARE(second["documents"][4]["name"].get<std::string>(), kName + "/t/d24");
    QVERIFY(!second.contains("nextPageToken"));
    firestore.ask("GET", "/t?orderBy=n%20sideways");
    QCOMPARE(firestore.status, 400);
}

void tst_demo_firestore_queries::pagesAreScannedOnce()
{
    Asking firestore;
    int made = 0;
    firestore.backend.store.seed("people",
                                 {[] { return std::size_t{1000}; }, [](std::size_t i) { return "p" + std::to_string(10000 + i); },
                                  [&made](std::size_t i) {
                                      ++made;
                                      return Document{"people/p" + std::to_string(10000 + i), Map{{"n", static_cast<int>(i)}}, {1}, {1}};
                                  }});
    firestore.ask("GET", "/people?pageSize=10");
    QVERIFY(made <= 10); // nobody asked for the others
    QCOMPARE(found(firestore, {{"from", {{{"collectionId", "people"}}}}, {"where", where("n", "GREATER_THAN", integer(997))}}),
             u"p10998 p10999"_s);
    QCOMPARE(made, 1000);
    firestore.put("people/p10998", {{"n", integer(5)}});
    QCOMPARE(found(firestore, {{"from", {{{"collectionId", "people"}}}}, {"where", where("n", "GREATER_THAN", integer(997))}}),
             u"p10999"_s);
    QCOMPARE(made, 1000);
}

void tst_demo_firestore_queries::showMissing()
{
    Asking firestore;
    firestore.put("users/u1/notes/a", {});
    firestore.put("users/u2", {});
    QCOMPARE(firestore.ask("GET", "/users")["documents"].size(), std::size_t{1});
    const Json page = firestore.ask("GET", "/users?showMissing=true&pageSize=65535");
    QCOMPARE(page["documents"].size(), std::size_t{2});
    QCOMPARE(text(page["documents"][0]), text({{"name", kName + "/users/u1"}}));
    QCOMPARE(statusWord(firestore.ask("GET", "/users?showMissing=true", nullptr, firestore.as("u1"))), std::string("PERMISSION_DENIED"));
}

QTEST_GUILESS_MAIN(tst_demo_firestore_queries)
#include "tst_demo_firestore_queries.moc"
