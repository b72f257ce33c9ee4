#include "asking.h"

#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace callcard::demo::firestore;

namespace {

const std::string kMetric = "u1_sms_quantity_2026-11-20_justcall";

Json metric(const std::string &id, const std::string &userId)
{
    return {{"id", {{"stringValue", id}}},
            {"userId", {{"stringValue", userId}}},
            {"type", {{"stringValue", "sms_quantity"}}},
            {"value", {{"integerValue", "5"}}},
            {"date", {{"timestampValue", "2026-11-20T12:00:00Z"}}},
            {"source", {{"stringValue", "justcall"}}}};
}

/// Creates it the way Callcard does: server time for createdAt.
int create(Asking &firestore, const std::string &id, const Json &fields, const std::string &authorization)
{
    const Json write{{"update", {{"name", kName + "/metrics/" + id}, {"fields", fields}}},
                     {"updateTransforms", {{{"fieldPath", "createdAt"}, {"setToServerValue", "REQUEST_TIME"}}}},
                     {"currentDocument", {{"exists", false}}}};
    firestore.ask("POST", ":commit", {{"writes", {write}}}, authorization);
    return firestore.status;
}

int listed(Asking &firestore, const std::string &collection, const std::string &authorization, const char *path = nullptr,
           const char *value = "")
{
    Json query{{"from", {{{"collectionId", collection}}}}, {"limit", 500}};
    if (path != nullptr)
        query["where"] = {{"fieldFilter", {{"field", {{"fieldPath", path}}}, {"op", "EQUAL"}, {"value", {{"stringValue", value}}}}}};
    firestore.ask("POST", ":runQuery", {{"structuredQuery", query}}, authorization);
    return firestore.status;
}

} // namespace

class tst_demo_firestore_rules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void strict_data();
    void strict();
    void rulesAreNotFilters();
    void oneRefusalRefusesAll();
    void open();
    void roles();
    void ownMetricsUnderCallcardRules();
    void tablesAreWellFormed_data();
    void tablesAreWellFormed();
    void orderOfRulesAndPreconditions();
};

void tst_demo_firestore_rules::strict_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("userId"); // in the body
    QTest::addColumn<int>("http");
    QTest::newRow("own profile") << u"GET"_s << u"users/u1"_s << QString() << 200;
    QTest::newRow("own profile, role too") << u"PATCH"_s << u"users/u1"_s << QString() << 200;
    QTest::newRow("other's profile") << u"GET"_s << u"users/u2"_s << QString() << 403;
    QTest::newRow("own row") << u"GET"_s << u"metrics/mine"_s << QString() << 200;
    QTest::newRow("other's row") << u"GET"_s << u"metrics/theirs"_s << QString() << 403;
    QTest::newRow("missing row is denied") << u"GET"_s << u"metrics/none"_s << QString() << 403;
    QTest::newRow("missing row is denied to delete") << u"DELETE"_s << u"metrics/none"_s << QString() << 403;
    QTest::newRow("create for me") << u"PATCH"_s << u"metrics/new"_s << u"u1"_s << 200;
    QTest::newRow("create for another") << u"PATCH"_s << u"metrics/new"_s << u"u2"_s << 403;
    QTest::newRow("take away what is mine") << u"PATCH"_s << u"metrics/mine"_s << u"u2"_s << 200; // not re-checked, as found
    QTest::newRow("take what is theirs") << u"PATCH"_s << u"metrics/theirs"_s << u"u1"_s << 403;
    QTest::newRow("own goal") << u"PATCH"_s << u"goals/mine"_s << u"u1"_s << 200;
    QTest::newRow("own settings") << u"PATCH"_s << u"settings/u1"_s << QString() << 200;
    QTest::newRow("shared settings") << u"GET"_s << u"settings/business"_s << QString() << 403;
    QTest::newRow("directory") << u"GET"_s << u"copper_people/1"_s << QString() << 403;
    QTest::newRow("below a profile") << u"GET"_s << u"users/u1/metrics/justcall"_s << QString() << 403;
    QTest::newRow("events are public") << u"PATCH"_s << u"events/e1"_s << QString() << 200;
}

void tst_demo_firestore_rules::strict()
{
    QFETCH(QString, method);
    QFETCH(QString, path);
    QFETCH(QString, userId);
    QFETCH(int, http);
    Asking firestore;
    for (const char *there : {"users/u1", "users/u2", "settings/business", "copper_people/1"})
        firestore.put(there, {});
    for (const char *collection : {"metrics", "goals"}) {
        firestore.put(std::string(collection) + "/mine", {{"userId", {{"stringValue", "u1"}}}});
        firestore.put(std::string(collection) + "/theirs", {{"userId", {{"stringValue", "u2"}}}});
    }
    Json body;
    if (method == u"PATCH"_s)
        body = {{"fields", {{"userId", {{"stringValue", userId.toStdString()}}}}}};
    firestore.ask(method.toStdString(), "/" + path.toStdString(), body, firestore.as("u1"));
    QCOMPARE(firestore.status, http);
}

void tst_demo_firestore_rules::rulesAreNotFilters()
{
    Asking firestore;
    const std::string me = firestore.as("u1");
    QCOMPARE(listed(firestore, "metrics", me), 403);
    QCOMPARE(listed(firestore, "metrics", me, "userId", "u2"), 403);
    QCOMPARE(listed(firestore, "metrics", me, "type", "sms_quantity"), 403);
    QCOMPARE(listed(firestore, "metrics", me, "userId", "u1"), 200);
    QCOMPARE(listed(firestore, "metrics", {}, "userId", "u1"), 403);
    firestore.ask("GET", "/metrics", nullptr, me); // list cannot filter
    QCOMPARE(firestore.status, 403);
    const auto in = [](const Json &values) -> Json {
        return {
            {"from", {{{"collectionId", "metrics"}}}},
            {"where",
             {{"fieldFilter", {{"field", {{"fieldPath", "userId"}}}, {"op", "IN"}, {"value", {{"arrayValue", {{"values", values}}}}}}}}}};
    };
    firestore.ask("POST", ":runQuery", {{"structuredQuery", in({{{"stringValue", "u1"}}})}}, me);
    QCOMPARE(firestore.status, 200);
    firestore.ask("POST", ":runQuery", {{"structuredQuery", in({{{"stringValue", "u1"}}, {{"stringValue", "u2"}}})}}, me);
    QCOMPARE(firestore.status, 403);
    const Json count{{"structuredAggregationQuery",
                      {{"structuredQuery", {{"from", {{{"collectionId", "metrics"}}}}}}, {"aggregations", {{{"count", Json::object()}}}}}}};
    firestore.ask("POST", ":runAggregationQuery", count, me);
    QCOMPARE(firestore.status, 403);
}

void tst_demo_firestore_rules::oneRefusalRefusesAll()
{
    Asking firestore;
    const auto write = [](const std::string &path, const std::string &userId) -> Json {
        return {{"update", {{"name", kName + "/" + path}, {"fields", {{"userId", {{"stringValue", userId}}}}}}}};
    };
    firestore.ask("POST", ":commit", {{"writes", {write("metrics/a", "u1"), write("metrics/b", "u2")}}}, firestore.as("u1"));
    QCOMPARE(firestore.status, 403);
    QVERIFY(!firestore.backend.store.find("metrics/a"));
    firestore.put("metrics/a", {{"userId", {{"stringValue", "u1"}}}});
    const Json names{{"documents", {kName + "/metrics/a", kName + "/metrics/missing"}}};
    QCOMPARE(statusWord(firestore.ask("POST", ":batchGet", names, firestore.as("u1"))), std::string("PERMISSION_DENIED"));
}

void tst_demo_firestore_rules::open()
{
    Asking firestore;
    firestore.backend.behaviour.rules = openRules();
    firestore.ask("PATCH", "/metrics/x", {{"fields", Json::object()}}, "");
    QCOMPARE(firestore.status, 200);
    QCOMPARE(listed(firestore, "copper_people", ""), 200);
    QCOMPARE(listed(firestore, "users", ""), 403);
    QCOMPARE(listed(firestore, "users", firestore.as("u1")), 200);
    firestore.ask("GET", "/users/u1/metrics/justcall/weekly/current", nullptr, firestore.as("u1"));
    QCOMPARE(firestore.status, 403);
}

void tst_demo_firestore_rules::roles()
{
    Asking firestore;
    firestore.backend.behaviour.rules = callcardRules();
    firestore.put("users/u1", {{"team", {{"stringValue", "west"}}}, {"role", {{"stringValue", "sales"}}}});
    firestore.put("users/u2", {{"team", {{"stringValue", "east"}}}});
    firestore.put("metrics/" + kMetric, metric(kMetric, "u1"));
    const std::string manager = firestore.as("m1", {{"role", "manager"}, {"team", "west"}});
    const std::string other = firestore.as("m2", {{"role", "manager"}, {"team", "east"}});
    const std::string teamless = firestore.as("m3", {{"role", "manager"}});
    const std::string admin = firestore.as("a1", {{"role", "admin"}});
    const std::string rep = firestore.as("u1");
    QCOMPARE(listed(firestore, "metrics", manager, "userId", "u1"), 200);
    QCOMPARE(listed(firestore, "metrics", manager, "userId", "u2"), 403);
    QCOMPARE(listed(firestore, "metrics", other, "userId", "u1"), 403);
    QCOMPARE(listed(firestore, "metrics", teamless, "userId", "u1"), 403);
    QCOMPARE(listed(firestore, "metrics", admin), 200);
    QCOMPARE(listed(firestore, "users", manager, "team", "west"), 200);
    QCOMPARE(listed(firestore, "users", manager), 403);
    QCOMPARE(listed(firestore, "users", rep, "team", "west"), 403);
    QCOMPARE(listed(firestore, "copper_people", rep), 200);
    QCOMPARE(listed(firestore, "copper_people", ""), 403);
    // A team member's row, signed by who wrote it.
    const std::string id = "u1_sms_quantity_2026-11-19_justcall";
    Json fields = metric(id, "u1");
    QCOMPARE(create(firestore, id, fields, manager), 403);
    fields["metadata"] = {{"mapValue", {{"fields", {{"writtenBy", {{"stringValue", "m1"}}}}}}}};
    QCOMPARE(create(firestore, id, fields, other), 403);
    QCOMPARE(create(firestore, id, fields, rep), 200);
    firestore.ask("DELETE", "/metrics/" + id);
    QCOMPARE(create(firestore, id, fields, manager), 200);
    // Nobody makes himself admin.
    firestore.ask("PATCH", "/users/u1?updateMask.fieldPaths=role", {{"fields", {{"role", {{"stringValue", "admin"}}}}}}, rep);
    QCOMPARE(firestore.status, 403);
    firestore.ask("PATCH", "/users/u1?updateMask.fieldPaths=photoUrl", {{"fields", {{"photoUrl", {{"stringValue", "x"}}}}}}, rep);
    QCOMPARE(firestore.status, 200);
}

void tst_demo_firestore_rules::ownMetricsUnderCallcardRules()
{
    Asking firestore;
    firestore.backend.behaviour.rules = callcardRules();
    const std::string me = firestore.as("u1");
    firestore.ask("GET", "/metrics/" + kMetric, nullptr, me); // judged by the id: not there, not denied
    QCOMPARE(firestore.status, 404);
    firestore.ask("GET", "/metrics/other", nullptr, me);
    QCOMPARE(firestore.status, 403);
    QCOMPARE(create(firestore, kMetric, metric(kMetric, "u1"), me), 200);
    QCOMPARE(create(firestore, kMetric, metric(kMetric, "u1"), me), 403); // createdAt would move
    const auto update = [&](const char *path, const Json &value) {
        firestore.ask("PATCH", "/metrics/" + kMetric + "?updateMask.fieldPaths=" + path, {{"fields", {{path, value}}}}, me);
        return firestore.status;
    };
    QCOMPARE(update("value", {{"integerValue", "6"}}), 200);
    QCOMPARE(update("value", {{"integerValue", "-1"}}), 403);
    QCOMPARE(update("value", {{"stringValue", "6"}}), 403);
    QCOMPARE(update("createdAt", {{"timestampValue", "2020-01-01T00:00:00Z"}}), 403);
    QCOMPARE(update("userId", {{"stringValue", "u2"}}), 403);
    QCOMPARE(update("type", {{"stringValue", "email_quantity"}}), 403); // no longer what the id says
    QCOMPARE(update("shoeSize", {{"integerValue", "6"}}), 403);
    firestore.ask("DELETE", "/metrics/" + kMetric, nullptr, me);
    QCOMPARE(firestore.status, 403);
    for (const char *id : {"u1_sms_quantity_2026-11-2_justcall", "u2_sms_quantity_2026-11-20_justcall", "u1_sms_quantity_2026-11-20_fax"})
        QCOMPARE(create(firestore, id, metric(id, "u1"), me), 403);
}

void tst_demo_firestore_rules::tablesAreWellFormed_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("strict") << 0;
    QTest::newRow("open") << 1;
    QTest::newRow("callcard") << 2;
}

void tst_demo_firestore_rules::tablesAreWellFormed()
{
    QFETCH(int, which);
    const RuleSet rules = which == 0 ? strictRules() : which == 1 ? openRules() : callcardRules();
    QVERIFY(!rules.empty());
    std::set<std::string> lines; // an operation of a collection is allowed by one line only
    for (const Rule &rule : rules) {
        QVERIFY(std::string(rule.condition).size() > 0);
        QString allow = QString::fromUtf8(rule.allow);
        allow.replace(u"read"_s, u"get, list"_s).replace(u"write"_s, u"create, update, delete"_s);
        for (const QString &operation : allow.split(u", "_s)) {
            QVERIFY(QStringList({u"get"_s, u"list"_s, u"create"_s, u"update"_s, u"delete"_s}).contains(operation));
            QVERIFY2(lines.insert(std::string(rule.match) + " " + operation.toStdString()).second, rule.match);
        }
    }
}

void tst_demo_firestore_rules::orderOfRulesAndPreconditions()
{
    Asking firestore;
    firestore.put("metrics/theirs", {{"userId", {{"stringValue", "u2"}}}});
    const auto ask = [&] {
        const Json answer = firestore.ask("PATCH", "/metrics/theirs?currentDocument.exists=false",
                                          {{"fields", {{"userId", {{"stringValue", "u1"}}}}}}, firestore.as("u1"));
        return QString::fromStdString(statusWord(answer));
    };
    QCOMPARE(ask(), u"PERMISSION_DENIED"_s);
    firestore.backend.behaviour.rulesBeforePreconditions = false;
    QCOMPARE(ask(), u"ALREADY_EXISTS"_s);
}

QTEST_GUILESS_MAIN(tst_demo_firestore_rules)
#include "tst_demo_firestore_rules.moc"
