// Through real sockets, with the whole cloud behind: what a desktop program meets.

#include "democloud.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace callcard::demo;
using Json = nlohmann::json;

class tst_demo_firestore_http : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void repSignsInAndReadsOwnRows();
    void textPlainAndEncodedPaths();
    void directoryHasBothShapes();
    void changedCustomerIsSeen();
    void tokenExpiresWithTheCloudsClock();
    void switchesAndVerbs();
    void largeDirectoryIsCheap();

private:
    Json ask(const QByteArray &method, const QString &url, const Json &body = nullptr, const QByteArray &authorization = "Bearer owner",
             const QByteArray &type = "application/json");
    Json signIn();
    [[nodiscard]] QString documents() const;

    std::unique_ptr<DemoCloud> m_cloud;
    std::map<std::string, std::string> m_env;
    QNetworkAccessManager m_network;
    int m_status = 0;
};

void tst_demo_firestore_http::initTestCase()
{
    DemoOptions options;
    options.customers = 500;
    m_cloud = std::make_unique<DemoCloud>(options);
    QVERIFY(m_cloud->start().has_value());
    m_env = m_cloud->environment();
}

QString tst_demo_firestore_http::documents() const
{
    return u"http://"_s + QString::fromStdString(m_env.at("FIRESTORE_EMULATOR_HOST")) + u"/v1/projects/"_s +
           QString::fromStdString(m_env.at("FIREBASE_PROJECT_ID")) + u"/databases/(default)/documents"_s;
}

Json tst_demo_firestore_http::ask(const QByteArray &method, const QString &url, const Json &body, const QByteArray &authorization,
                                  const QByteArray &type)
{
    QNetworkRequest request{QUrl(url)};
    request.setHeader(QNetworkRequest::ContentTypeHeader, type);
    if (!authorization.isEmpty())
        request.setRawHeader("Authorization", authorization);
    QNetworkReply *reply =
        m_network.sendCustomRequest(request, method, body.is_null() ? QByteArray() : QByteArray::fromStdString(body.dump()));
    QEventLoop loop;
    connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    m_status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray answer = reply->readAll();
    reply->deleteLater();
    return Json::parse(answer.toStdString(), nullptr, false);
}

Json tst_demo_firestore_http::signIn()
{
    const QString url = u"http://"_s + QString::fromStdString(m_env.at("FIREBASE_AUTH_EMULATOR_HOST")) +
                        u"/identitytoolkit.googleapis.com/v1/accounts:signInWithPassword?key="_s +
                        QString::fromStdString(m_env.at("FIREBASE_API_KEY"));
    return ask(
        "POST", url,
        {{"email", m_env.at("CALLCARD_USER_EMAIL")}, {"password", m_env.at("CALLCARD_FIREBASE_PASSWORD")}, {"returnSecureToken", true}},
        {});
}

void tst_demo_firestore_http::repSignsInAndReadsOwnRows()
{
    const Json signedIn = signIn();
    QCOMPARE(m_status, 200);
    const QByteArray bearer = "Bearer " + QByteArray::fromStdString(signedIn["idToken"]);
    const std::string uid = signedIn["localId"];
    const Json filter{{"fieldFilter", {{"field", {{"fieldPath", "userId"}}}, {"op", "EQUAL"}, {"value", {{"stringValue", uid}}}}}};
    const Json query{{"structuredQuery", {{"from", {{{"collectionId", "metrics"}}}}, {"where", filter}}}};
    const Json rows = ask("POST", documents() + u":runQuery"_s, query, bearer);
    QCOMPARE(m_status, 200);
    QVERIFY(rows.size() > 10); // the server job has been here
    for (const Json &row : rows) {
        const Json &fields = row["document"]["fields"];
        QCOMPARE(fields["userId"]["stringValue"].get<std::string>(), uid);
        QVERIFY(fields["date"]["timestampValue"].get<std::string>().ends_with("T12:00:00Z"));
        QVERIFY(row["document"]["name"].get<std::string>().ends_with("/" + fields["id"]["stringValue"].get<std::string>()));
    }
    ask("GET", documents() + u"/metrics/none"_s, nullptr, bearer);
    QCOMPARE(m_status, 403); // strict by default: what is not there is denied
    ask("GET", documents() + u"/users/"_s + QString::fromStdString(uid), nullptr, bearer);
    QCOMPARE(m_status, 200);
    ask("GET", documents() + u"/copper_people"_s, nullptr, bearer);
    QCOMPARE(m_status, 403);
}

void tst_demo_firestore_http::textPlainAndEncodedPaths()
{
    // "café (1)/50 % ?" as the id of a document
    ask("PATCH", documents() + u"/notes/caf%C3%A9%20(1)%2050%25%20%3F"_s, {{"fields", {{"a", {{"integerValue", "1"}}}}}}, "Bearer owner",
        "text/plain");
    QCOMPARE(m_status, 200);
    const Json page = ask("GET", documents().replace(u"(default)"_s, u"%28default%29"_s) + u"/notes"_s);
    QVERIFY(page["documents"][0]["name"].get<std::string>().ends_with("/notes/café (1) 50% ?"));
}

void tst_demo_firestore_http::directoryHasBothShapes()
{
    int numbers = 0;
    int spaced = 0;
    int api = 0;
    QString token;
    int pages = 0;
    do {
        const Json page = ask("GET", documents() + u"/copper_people?pageSize=300&pageToken="_s + token);
        QCOMPARE(m_status, 200);
        for (const Json &document : page["documents"]) {
            const Json &fields = document["fields"];
            spaced += fields.contains("Phone Number") ? 1 : 0;
            numbers += fields.contains("Phone Number") && fields["Phone Number"].contains("integerValue") ? 1 : 0;
            api += fields.contains("phoneNumbers") ? 1 : 0;
        }
        token = QString::fromUtf8(QByteArray::fromStdString(page.value("nextPageToken", "")).toPercentEncoding());
    } while (!token.isEmpty() && ++pages < 10);
    QVERIFY(spaced > 50);
    QVERIFY(api > 50);
    QVERIFY(numbers > 0);
    for (const char *collection : {"copper_companies", "fishbowl_customers", "customer_sales_summary"})
        QVERIFY2(ask("GET", documents() + u"/"_s + QString::fromUtf8(collection)).contains("documents"), collection);
}

void tst_demo_firestore_http::changedCustomerIsSeen()
{
    const Json added =
        m_cloud->control({{"do", "customer.add"}, {"firstName", "Quentin"}, {"lastName", "Newman"}, {"numbers", {"+12065550177"}}});
    QVERIFY2(added.value("ok", false), added.dump().c_str());
    const Json query{
        {"structuredQuery",
         {{"from", {{{"collectionId", "copper_people"}}}},
          {"where",
           {{"fieldFilter", {{"field", {{"fieldPath", "lastName"}}}, {"op", "EQUAL"}, {"value", {{"stringValue", "Newman"}}}}}}}}}};
    const Json found = ask("POST", documents() + u":runQuery"_s, query);
    QVERIFY2(found[0].contains("document"), found.dump().c_str());
}

void tst_demo_firestore_http::tokenExpiresWithTheCloudsClock()
{
    const Json signedIn = signIn();
    const QByteArray bearer = "Bearer " + QByteArray::fromStdString(signedIn["idToken"]);
    const QString own = documents() + u"/users/"_s + QString::fromStdString(signedIn["localId"]);
    ask("GET", own, nullptr, bearer);
    QCOMPARE(m_status, 200);
    QVERIFY(m_cloud->control({{"do", "clock.advance"}, {"seconds", 3601}}).value("ok", false));
    ask("GET", own, nullptr, bearer);
    QCOMPARE(m_status, 401);
}

void tst_demo_firestore_http::switchesAndVerbs()
{
    const auto control = [this](Json request) {
        request["service"] = "firestore";
        return m_cloud->control(request);
    };
    QVERIFY(control({{"do", "document.put"}, {"path", "metrics/x"}, {"fields", {{"a", {{"integerValue", "1"}}}}}}).value("ok", false));
    QCOMPARE(control({{"do", "document.get"}, {"path", "metrics/x"}})["document"]["fields"]["a"]["integerValue"].get<std::string>(),
             std::string("1"));
    QVERIFY(!control({{"do", "document.put"}, {"path", "metrics/x"}, {"fields", {{"a", 1}}}}).value("ok", true));
    ask("GET", documents() + u"/metrics/x"_s, nullptr, {});
    QCOMPARE(m_status, 403);
    control({{"do", "switch"}, {"name", "rules"}, {"position", "open"}});
    ask("GET", documents() + u"/metrics/x"_s, nullptr, {});
    QCOMPARE(m_status, 200);
    control({{"do", "exhaust"}, {"reads", true}});
    QCOMPARE(ask("GET", documents() + u"/metrics/x"_s)["error"]["status"].get<std::string>(), std::string("RESOURCE_EXHAUSTED"));
    control({{"do", "exhaust"}});
    control({{"do", "usage"}, {"reset", true}});
    ask("GET", documents() + u"/metrics/x"_s);
    QCOMPARE(control({{"do", "usage"}})["reads"].get<int>(), 1);
    control({{"do", "switch"}, {"name", "rules"}, {"position", "strict"}});
}

void tst_demo_firestore_http::largeDirectoryIsCheap()
{
    DemoOptions options;
    options.customers = 20'000;
    options.days = 1;
    DemoCloud cloud(options);
    QVERIFY(cloud.start().has_value());
    QElapsedTimer timer;
    timer.start();
    const Json first = cloud.control({{"do", "documents"}, {"service", "firestore"}, {"collection", "copper_people"}, {"limit", 10}});
    QCOMPARE(first["documents"].size(), std::size_t{10});
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed()))); // ids only; sanitizers included
}

QTEST_GUILESS_MAIN(tst_demo_firestore_http)
#include "tst_demo_firestore_http.moc"
