#include "asking.h"

using namespace callcard;
using namespace callcard::demo;

/// Copper's companies, activities and limit; people and leads are asked by the conformance suite.
class tst_DemoCopper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_cloud = std::make_unique<DemoCloud>(smallCloud());
        QVERIFY(m_cloud->start());
        m_env = m_cloud->environment();
    }
    void cleanup() { m_cloud.reset(); }

    void asksForThreeHeaders_data();
    void asksForThreeHeaders();
    void findsCompanies();
    void pagesFromOne();
    void logsACall();
    void refusesHalfAnActivity_data();
    void refusesHalfAnActivity();
    void countsTheMinute();

private:
    [[nodiscard]] serving::Headers key() const
    {
        return {{"X-PW-AccessToken", m_env.at("COPPER_API_KEY")},
                {"X-PW-Application", "developer_api"},
                {"X-PW-UserEmail", m_env.at("COPPER_USER_EMAIL")}};
    }
    Asker::Answer post(const std::string &path, const Json &body)
    {
        return m_asker.ask("POST", m_env.at("COPPER_BASE_URL") + path, key(), dumped(body));
    }
    Asker::Answer get(const std::string &path) { return m_asker.get(m_env.at("COPPER_BASE_URL") + path, key()); }

    Asker m_asker;
    std::unique_ptr<DemoCloud> m_cloud;
    std::map<std::string, std::string> m_env;
};

void tst_DemoCopper::asksForThreeHeaders_data()
{
    QTest::addColumn<QByteArray>("without");
    QTest::addColumn<int>("status");
    QTest::newRow("all three") << QByteArray() << 200;
    for (const char *name : {"X-PW-AccessToken", "X-PW-Application", "X-PW-UserEmail"})
        QTest::newRow(name) << QByteArray(name) << 401;
}

void tst_DemoCopper::asksForThreeHeaders()
{
    QFETCH(QByteArray, without);
    auto headers = key();
    std::erase_if(headers, [&](const auto &header) { return header.first == without.toStdString(); });
    QTEST(m_asker.get(m_env.at("COPPER_BASE_URL") + "/users/me", headers).status, "status");
}

void tst_DemoCopper::findsCompanies()
{
    const Json named = post("/companies/search", {{"name", "hale outfitters"}}).json();
    QVERIFY(named.is_array()); // bare
    QCOMPARE(named.size(), std::size_t(1));
    QCOMPARE(textAt(named[0], "name"), std::string("Hale Outfitters"));
    const std::int64_t id = integerAt(named[0], "id");
    QCOMPARE(integerAt(get("/companies/" + std::to_string(id)).json(), "id"), id);
    QCOMPARE(get("/companies/1").status, 404);
    QCOMPARE(post("/companies/search", {{"ids", {id}}}).json().size(), std::size_t(1));
    // Its people name it.
    const Json people = post("/people/search", {{"company_ids", {id}}, {"page_size", 200}}).json();
    QVERIFY(!people.empty());
    for (const Json &person : people)
        QCOMPARE(integerAt(person, "company_id"), id);
    // Nobody's is a set of its own, and dates are unix seconds.
    const auto all = post("/companies/search", {{"page_size", 200}}).json().size();
    const auto unowned = post("/companies/search", {{"page_size", 200}, {"assignee_ids", {-2}}}).json().size();
    QVERIFY(unowned < all);
    const std::int64_t modified = integerAt(named[0], "date_modified");
    QVERIFY(modified > 1'700'000'000 && modified < 1'900'000'000);
    QCOMPARE(post("/companies/search", {{"ids", {id}}, {"minimum_modified_date", modified + 1}}).json().size(), std::size_t(0));
}

void tst_DemoCopper::pagesFromOne()
{
    const auto idsOf = [&](int number) {
        std::vector<std::int64_t> ids;
        for (const Json &row : post("/companies/search", {{"page_number", number}, {"page_size", 5}, {"sort_by", "date_modified"}}).json())
            ids.push_back(integerAt(row, "id"));
        return ids;
    };
    const auto first = idsOf(1), second = idsOf(2);
    QCOMPARE(first.size(), std::size_t(5));
    QVERIFY(first != second);
    QCOMPARE(post("/companies/search", {{"page_number", 0}}).status, 422);
    QCOMPARE(post("/companies/search", {{"page_size", 201}}).status, 422);
    QVERIFY(idsOf(1000).empty());
}

void tst_DemoCopper::logsACall()
{
    const Json types = get("/activity_types").json();
    const auto call =
        std::find_if(types["user"].begin(), types["user"].end(), [](const Json &type) { return textAt(type, "name") == "Phone Call"; });
    QVERIFY(call != types["user"].end());
    const Json activity{{"parent", {{"type", "person"}, {"id", 31'000'001}}},
                        {"type", {{"category", "user"}, {"id", (*call)["id"]}}},
                        {"details", "Wants the spring price list"},
                        {"activity_date", 1'772'640'000}};
    const auto answer = post("/activities", activity);
    QCOMPARE(answer.status, 200);
    QVERIFY(integerAt(answer.json(), "id") > 0);
    const Json kept = m_cloud->control({{"do", "activities"}, {"service", "copper"}})["activities"];
    QCOMPARE(kept.size(), std::size_t(1));
    QCOMPARE(textAt(kept[0], "details"), std::string("Wants the spring price list"));
}

void tst_DemoCopper::refusesHalfAnActivity_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no parent") << QByteArray(R"({"type":{"category":"user","id":801},"details":"x"})");
    QTest::newRow("parent without id") << QByteArray(R"({"parent":{"type":"person"},"type":{"category":"user","id":801},"details":"x"})");
    QTest::newRow("another parent") << QByteArray(R"({"parent":{"type":"cat","id":1},"type":{"category":"user","id":801},"details":"x"})");
    QTest::newRow("parent is a text") << QByteArray(R"({"parent":"person","type":{"category":"user","id":801},"details":"x"})");
    QTest::newRow("no type") << QByteArray(R"({"parent":{"type":"person","id":1},"details":"x"})");
    QTest::newRow("no details") << QByteArray(R"({"parent":{"type":"person","id":1},"type":{"category":"user","id":801}})");
    QTest::newRow("date as text") << QByteArray(
        R"({"parent":{"type":"person","id":1},"type":{"category":"user","id":801},"details":"x","activity_date":"today"})");
}

void tst_DemoCopper::refusesHalfAnActivity()
{
    QFETCH(QByteArray, body);
    const auto answer = m_asker.ask("POST", m_env.at("COPPER_BASE_URL") + "/activities", key(), body.toStdString());
    QCOMPARE(answer.status, 422);
    QVERIFY(m_cloud->control({{"do", "activities"}, {"service", "copper"}})["activities"].empty());
}

void tst_DemoCopper::countsTheMinute()
{
    m_cloud->control({{"do", "limits"}, {"service", "copper"}, {"perMinute", 3}});
    for (int i = 0; i < 3; ++i)
        QCOMPARE(get("/users/me").status, 200);
    QCOMPARE(get("/users/me").status, 429); // could not know
    QCOMPARE(get("/users/me").status, 429);
    m_cloud->control({{"do", "clock.advance"}, {"seconds", 61}});
    QCOMPARE(get("/users/me").status, 200);
    QCOMPARE(integerAt(m_cloud->control({{"do", "counters"}})["counters"]["copper"], "requestsDuringPenalty"), 1);
}

QTEST_GUILESS_MAIN(tst_DemoCopper)
#include "tst_democopper.moc"
