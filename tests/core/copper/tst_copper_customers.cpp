#include <callcard/coppercustomers.h>
#include <callcard/directory.h>
#include <callcard/testing/fakeclock.h>
#include <callcard/testing/loopbackserver.h>

#include <copperwire.h>
#include <democloud.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Json = nlohmann::json;

namespace {

QCoro::Task<> into(Directory &directory, QList<CustomerSource *> sources, QList<SyncScope> scopes, std::stop_token stop,
                   std::optional<Result<SyncReport>> &report)
{
    report = co_await directory.sync(sources, scopes, stop);
}

QByteArray person(int id, qint64 modified)
{
    return u"{\"id\":%1,\"name\":\"P %1\",\"date_modified\":%2}"_s.arg(id).arg(modified).toUtf8();
}

} // namespace

/// Customers from Copper's API: its pages from one on, its dates of change, its limit of requests.
class tst_CopperCustomers : public QObject
{
    Q_OBJECT

private:
    FakeClock m_clock;
    TrafficLedger m_traffic;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<RateBudget> m_budget;
    std::unique_ptr<demo::DemoCloud> m_cloud;
    std::unique_ptr<QTemporaryDir> m_folder;

    CopperContext context(const QUrl &base, const QString &key, const QString &email)
    {
        return {.base = base, .apiKey = Secret(key), .userEmail = email, .budget = *m_budget, .clock = m_clock};
    }

    CopperContext demo()
    {
        if (!m_cloud) {
            m_cloud = std::make_unique<demo::DemoCloud>(
                demo::DemoOptions{.customers = 700, .days = 1, .callsPerDay = 1, .startAt = m_clock.now().toSecsSinceEpoch(), .speed = 0});
            if (!m_cloud->start())
                qFatal("the demo cloud does not start");
        }
        const auto env = m_cloud->environment();
        const auto variable = [&](const char *name) { return QString::fromStdString(env.at(name)); };
        return context(QUrl(variable("COPPER_BASE_URL")), variable("COPPER_API_KEY"), variable("COPPER_USER_EMAIL"));
    }

    Result<SyncReport> synced(Directory &directory, const CopperContext &context, const QList<SyncScope> &scopes)
    {
        const auto owned = makeCopperCustomers(context, {.region = u"US"_s});
        QList<CustomerSource *> sources;
        for (const auto &source : owned)
            sources.append(source.get());
        std::optional<Result<SyncReport>> report;
        TaskScope scope;
        scope.start(into(directory, sources, scopes, {}, report));
        for (int i = 0; i < 60 && !report; ++i) {
            // A penalty is sat out. A busy machine takes its time over an answer, which is no reason to let the request run into its limit.
            if (!QTest::qWaitFor([&] { return report.has_value(); }, 2000))
                m_clock.advance(5s);
        }
        return report.value_or(failure(ErrorKind::TimedOut));
    }

    std::unique_ptr<Directory> opened() const { return Directory::open(m_folder->filePath(u"d"_s), m_clock).value(); }

private Q_SLOTS:
    void init()
    {
        m_http = std::make_unique<HttpClient>(m_clock, m_traffic);
        m_budget = std::make_unique<RateBudget>(*m_http, m_clock, RateRules{});
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void cleanup()
    {
        m_cloud.reset();
        m_budget.reset();
        m_http.reset();
    }

    void ownFieldsStandBeforeTheStandardOnes()
    {
        const QByteArray body = "[{\"id\":1,\"name\":\"P 1\",\"title\":\"Buyer\",\"company_id\":5,\"status\":\"Open\",\"date_modified\":9,"
                                "\"phone_numbers\":[{\"number\":\"303-555-0142\",\"category\":\"work\"}],"
                                "\"address\":{\"city\":\"Denver\",\"state\":\"CO\"},\"custom_fields\":["
                                "{\"custom_field_definition_id\":800001,\"value\":\"303-555-0199\"},"
                                "{\"custom_field_definition_id\":800002,\"value\":true},"
                                "{\"custom_field_definition_id\":800003,\"value\":1551398400},"
                                "{\"custom_field_definition_id\":800004,\"value\":null},"
                                "{\"custom_field_definition_id\":800005,\"value\":[77,78]}]}]";
        const CopperCustomers customers{.region = u"US"_s,
                                        .rules = fieldRules({u"phone=cf_800001"_s, u"active=Key account cf_800002"_s, u"since=cf_800003"_s,
                                                             u"title=cf_800004"_s, u"companyId=cf_800005"_s, u"status=address.state"_s})};
        const auto found = copper::foundFrom(body, copper::Kind::People, customers, {});
        QVERIFY(found);
        QCOMPARE(found->records.size(), 1);
        const SourceRecord &record = found->records.first();
        QCOMPARE(record.customer.numbers.size(), 2);
        QCOMPARE(record.customer.numbers.first().number->e164(), u"+13035550199"_s);
        QVERIFY(record.customer.active);
        QCOMPARE(record.customer.customerSince, QDate(2019, 3, 1));
        QCOMPARE(record.customer.title, u"Buyer"_s);
        QCOMPARE(record.customer.status, u"CO"_s);
        QCOMPARE(record.completedBy, QList<QString>{u"copper:companies/77"_s});
    }

    void everythingIsThere()
    {
        const auto directory = opened();
        const auto report = synced(*directory, demo(), {SyncScope::Own, SyncScope::Active, SyncScope::Everything});
        QVERIFY(report);
        for (const SourceSync &source : report->sources)
            QVERIFY2(!source.error, qPrintable(source.name));
        int asked = 0;
        const Json customers = m_cloud->control({{"do", "customers"}, {"limit", 10'000}})["customers"];
        for (const Json &customer : customers) {
            for (const Json &number : customer["numbers"]) {
                const auto parsed = PhoneNumber::fromE164(QString::fromStdString(number.value("e164", "")));
                if (!parsed)
                    continue;
                ++asked;
                const QString name = QString::fromStdString(customer.value("name", ""));
                const WhoIs who = directory->whoIs({.number = parsed, .rawNumber = parsed->e164()});
                const bool found =
                    std::any_of(who.facts.cbegin(), who.facts.cend(), [&](const Match &match) { return match.customer.name == name; });
                QVERIFY2(found, qPrintable(name));
            }
        }
        QVERIFY(asked > 300);
        // A person is completed by the company's record: its owner, or that it is a customer.
        const auto found = directory->search(u"a"_s, 200);
        QVERIFY(std::any_of(found->cbegin(), found->cend(), [](const Customer &customer) { return !customer.ownerEmail.isEmpty(); }));
    }

    void ownFirstAndOnlyChangesLater()
    {
        const auto directory = opened();
        QVERIFY(synced(*directory, demo(), {SyncScope::Own}));
        const qint64 own = directory->stats()->customers;
        QVERIFY(own > 0);
        QVERIFY(synced(*directory, demo(), {SyncScope::Everything}));
        QVERIFY(directory->stats()->customers > own);
        m_clock.advance(10min);
        m_cloud->control({{"do", "clock.advance"}, {"seconds", 600}});
        m_cloud->control({{"do", "customer.add"}, {"firstName", "Quentin"}, {"lastName", "Newman"}, {"numbers", {"+12065550177"}}});
        const auto news = synced(*directory, demo(), {SyncScope::Everything});
        QVERIFY(news);
        QCOMPARE(news->sources.first().changed, 1);
        QVERIFY(news->sources.first().fetched < 50);
        QCOMPARE(directory->whoIs({.number = PhoneNumber::fromE164(u"+12065550177")}).facts.size(), 1);
    }

    /// Also where active customers were asked for, of which Copper knows none.
    void ownOnesThatAreGoneGoAndGivenAwayOnesStay()
    {
        const CopperContext copper = demo();
        const auto added = [&](const char *name, const char *number) {
            return m_cloud->control(
                {{"do", "customer.add"}, {"firstName", name}, {"lastName", "Newman"}, {"owner", "rep-1"}, {"numbers", {number}}});
        };
        const Json gone = added("Quentin", "+12065550177")["customer"];
        const Json given = added("Ida", "+12065550178")["customer"];
        const auto directory = opened();
        const auto facts = [&](const char16_t *number) {
            return directory->whoIs({.number = PhoneNumber::fromE164(QStringView(number))}).facts.size();
        };
        const QList<SyncScope> scopes{SyncScope::Own, SyncScope::Active};
        QVERIFY(synced(*directory, copper, scopes));
        QCOMPARE(facts(u"+12065550177"), 1);
        m_cloud->control({{"do", "customer.edit"}, {"customer", gone["id"]}, {"deleted", true}});
        m_cloud->control({{"do", "customer.edit"}, {"customer", given["id"]}, {"owner", "rep-2"}});
        qint64 removed = 0;
        for (int turn = 0; turn < 2; ++turn) { // at the end of one it turns out to be time, the next one lists
            m_clock.advance(std::chrono::hours(8 * 24));
            m_cloud->control({{"do", "clock.advance"}, {"seconds", 8 * 24 * 3600}});
            const auto report = synced(*directory, copper, scopes);
            QVERIFY(report);
            removed += report->sources.first().removed;
        }
        QCOMPARE(removed, 1);
        QCOMPARE(facts(u"+12065550177"), 0);
        QCOMPARE(facts(u"+12065550178"), 1);
        QVERIFY(!directory->me().name.isEmpty());
    }

    void theLimitOfRequestsIsObeyed()
    {
        const CopperContext copper = demo();
        m_cloud->control({{"do", "limits"}, {"service", "copper"}, {"perMinute", 3}});
        const auto directory = opened();
        // The cloud's minute passes with ours.
        std::optional<Result<SyncReport>> report;
        const auto owned = makeCopperCustomers(copper, {.region = u"US"_s});
        TaskScope scope;
        scope.start(into(*directory, {owned.front().get()}, {SyncScope::Everything}, {}, report));
        for (int i = 0; i < 300 && !report; ++i) {
            if (!QTest::qWaitFor([&] { return report.has_value(); }, 300)) {
                m_clock.advance(10s);
                m_cloud->control({{"do", "clock.advance"}, {"seconds", 10}});
            }
        }
        QVERIFY(report);
        QVERIFY(*report);
        QVERIFY(directory->stats()->customers > 300);
    }

    void leadsThatAreSwitchedOffFailNothingElse()
    {
        const CopperContext copper = demo();
        m_cloud->control({{"do", "switch"}, {"service", "copper"}, {"name", "leads"}, {"position", "disabled"}});
        const auto directory = opened();
        const auto report = synced(*directory, copper, {SyncScope::Everything});
        QVERIFY(report);
        QVERIFY(!report->sources.at(0).error);
        QCOMPARE(report->sources.at(2).name, u"copper:leads"_s);
        QCOMPARE(report->sources.at(2).error->kind, ErrorKind::Refused);
    }

    void aWrongKeyNeedsAPerson()
    {
        CopperContext copper = demo();
        copper.apiKey = Secret(u"wrong"_s);
        const auto directory = opened();
        QCOMPARE(synced(*directory, copper, {SyncScope::Own}).error().kind, ErrorKind::SignInNeeded);
    }

    void pagesGoByDateOfChange()
    {
        LoopbackServer server;
        server.queue(Script::json(R"({"id":7,"email":"dana@callcard.example"})"));
        server.queue(Script::http(403, R"({"message":"no"})"));
        QByteArray full = "[";
        for (int i = 0; i < 200; ++i)
            full += person(i, 1'000 + (i < 150 ? i : 150)) + (i < 199 ? "," : "]");
        server.queue(Script::json(full));
        QByteArray sameSecond = "[";
        for (int i = 0; i < 200; ++i)
            sameSecond += person(150 + i, 1'150) + (i < 199 ? "," : "]");
        server.queue(Script::json(sameSecond));
        server.queue(Script::json("[" + person(900, 1'150) + R"(,{"id":901,"date_modified":1150}])"));
        const auto sources = makeCopperCustomers(context(server.url(u"/v1"_s), u"k"_s, u"dana@callcard.example"_s), {});
        QByteArray cursor;
        QList<QJsonObject> asked;
        for (int i = 0; i < 3; ++i) {
            const auto page = QCoro::waitFor(sources.front()->page(SyncScope::Everything, cursor, {}));
            QVERIFY(page);
            cursor = page->cursor;
            QCOMPARE(page->last, i == 2);
            QCOMPARE(page->everything, i == 2);
            QCOMPARE(page->removed, i == 2 ? QList<QString>{u"901"_s} : QList<QString>()); // nobody, or not any more
            asked.append(QJsonDocument::fromJson(server.received().constLast().body).object());
        }
        QCOMPARE(asked.at(0)[u"page_number"_s].toInt(), 1); // never 0
        QVERIFY(!asked.at(0).contains(u"minimum_modified_date"_s));
        QCOMPARE(asked.at(1)[u"minimum_modified_date"_s].toInt(), 1'150);
        QCOMPARE(asked.at(1)[u"page_number"_s].toInt(), 1);
        QCOMPARE(asked.at(2)[u"page_number"_s].toInt(), 2); // a whole page of one second
        QCOMPARE(asked.at(2)[u"sort_by"_s].toString(), u"date_modified"_s);
        QCOMPARE(asked.at(2)[u"page_size"_s].toInt(), 200);
        QCOMPARE(copper::placeFrom(cursor)->since, 1'150 - 120);
    }

    void brokenAnswersAreErrors_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no JSON") << QByteArray("hello");
        QTest::newRow("no list") << QByteArray(R"({"people":[]})");
        QTest::newRow("no record") << QByteArray("[1]");
        QTest::newRow("cut") << QByteArray(R"([{"id":1})");
    }

    void brokenAnswersAreErrors()
    {
        QFETCH(const QByteArray, body);
        const auto found = copper::foundFrom(body, copper::Kind::People, {}, {});
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::BadPayload);
    }

    void whatIsNobodySaysWhy()
    {
        const auto found = copper::foundFrom(R"([{"id":1,"phone_numbers":[{"number":"202-555-0123"}]},{"first_name":"Ann"},{"id":3}])",
                                             copper::Kind::People, {.region = u"US"_s}, {});
        QVERIFY(found);
        QCOMPARE(found->rows, 3);
        QCOMPARE(found->nobody.size(), 3);
        QCOMPARE(found->nobody.at(0), (RefusedRecord{.sourceId = u"1"_s, .reason = u"no-name"_s}));
        QCOMPARE(found->nobody.at(1).place, 2);
        QCOMPARE(found->nobody.at(1).reason, u"no-id"_s);
        QVERIFY(!found->nobody.at(1).mark.isEmpty());
        QCOMPARE(found->nobody.at(2), (RefusedRecord{.sourceId = u"3"_s, .reason = u"empty"_s}));
    }

    void recordsOfAllKinds()
    {
        const QHash<qint64, QString> owners{{7, u"dana@callcard.example"_s}};
        const auto people = copper::foundFrom(
            R"([{"id":4711,"first_name":"Sarah","last_name":"Lee","company_id":815,"company_name":"Acme","title":null,"assignee_id":7,
                 "emails":[{"email":"sarah@acme.example","category":"work"}],
                 "phone_numbers":[{"number":"(202) 555-0123 x9","category":"work"},{"number":null},{"number":"n/a"}],
                 "details":"promised\nsamples","date_modified":1700000000,"address":{"city":"Denver","country":"US"}}])",
            copper::Kind::People, {.region = u"US"_s}, owners);
        QVERIFY(people);
        const SourceRecord &record = people->records.first();
        QCOMPARE(record.sourceId, u"4711"_s);
        QCOMPARE(record.customer.name, u"Sarah Lee"_s);
        QCOMPARE(record.customer.numbers.size(), 1);
        QCOMPARE(record.customer.numbers.first().extension, u"9"_s);
        QCOMPARE(record.customer.ownerEmail, u"dana@callcard.example"_s);
        QCOMPARE(record.customer.note, u"promised\nsamples"_s);
        QCOMPARE(record.completedBy, QList<QString>{u"copper:companies/815"_s});
        QCOMPARE(people->newest, 1'700'000'000);
        const auto company = copper::foundFrom(
            R"([{"id":815,"name":"Acme","phone_numbers":[],"custom_fields":[{"custom_field_definition_id":712751,"value":true}]}])",
            copper::Kind::Companies, {}, owners);
        QVERIFY(company->records.first().customer.active);
        QCOMPARE(company->records.first().customer.kind, CustomerKind::Company);
        const auto lead = copper::foundFrom(R"([{"id":5,"name":"Ann Bo","email":{"email":"ann@bo.example"},"status":"New"}])",
                                            copper::Kind::Leads, {}, owners);
        QCOMPARE(lead->records.first().customer.kind, CustomerKind::Lead);
        QCOMPARE(lead->records.first().customer.emails, QList<QString>{u"ann@bo.example"_s});
        QCOMPARE(lead->records.first().customer.status, u"New"_s);
    }
};

QTEST_GUILESS_MAIN(tst_CopperCustomers)
#include "tst_copper_customers.moc"
