#include "team.h"

#include <callcard/directory.h>
#include <callcard/firestorecustomers.h>

#include <customermapping.h>
#include <synccursor.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace callcard::firestore;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using team::Json;

namespace {

MappingContext mapping(const char *collection)
{
    const QString name = QString::fromLatin1(collection);
    return {.source = u"firestore:"_s + name,
            .kind = kindOf(name),
            .region = u"US"_s,
            .fields = {},
            .ownerEmails = {{u"9001"_s, u"dana@callcard.example"_s}}};
}

SourceRecord mapped(const char *collection, const Map &fields, const QStringList &rules = {})
{
    MappingContext context = mapping(collection);
    context.rules = rulesFor(fieldRules(rules), QString::fromLatin1(collection));
    return recordFrom({.path = QString::fromLatin1(collection) + u"/4711"_s, .fields = fields}, context)
        .value_or(SourceRecord{.sourceId = u"nobody"_s});
}

QStringList numbersOf(const SourceRecord &record)
{
    QStringList numbers;
    for (const CustomerNumber &one : record.customer.numbers)
        numbers.append(QString((one.number ? one.number->e164() : QString(u'"' + one.text + u'"')) +
                               (one.extension.isEmpty() ? QString() : QString(u'x' + one.extension))));
    return numbers;
}

QCoro::Task<> into(Directory &directory, QList<CustomerSource *> sources, QList<SyncScope> scopes, std::stop_token stop,
                   std::optional<Result<SyncReport>> &report)
{
    report = co_await directory.sync(sources, scopes, stop);
}

} // namespace

/// Customers from Firestore's collections: what a document says, and how a collection is read.
class tst_FirestoreCustomers : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<team::Team> m_team;
    std::unique_ptr<QTemporaryDir> m_folder;

    std::unique_ptr<Directory> opened() const { return Directory::open(m_folder->filePath(u"d"_s), m_team->clock).value(); }

    Result<SyncReport> synced(Directory &directory, const QStringList &collections, const QList<SyncScope> &scopes,
                              const QStringList &fields = {}) const
    {
        const auto owned = makeFirestoreCustomers(
            m_team->context(), {.collections = collections, .region = u"US"_s, .fields = {}, .rules = fieldRules(fields)});
        QList<CustomerSource *> sources;
        for (const auto &source : owned)
            sources.append(source.get());
        std::optional<Result<SyncReport>> report;
        TaskScope scope;
        scope.start(into(directory, sources, scopes, {}, report));
        const bool done = QTest::qWaitFor([&] { return report.has_value(); }, 60'000);
        return done ? *report : Result<SyncReport>(failure(ErrorKind::TimedOut));
    }

    /// Every number of the demo's world that a source should know, as (number, customer).
    Json customersOfTheWorld() const { return m_team->cloud->control({{"do", "customers"}, {"limit", 10'000}})["customers"]; }

private Q_SLOTS:
    void init()
    {
        m_team = std::make_unique<team::Team>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_team->rules("callcard");
    }
    void cleanup()
    {
        m_folder.reset();
        m_team.reset();
    }

    void bothShapesOfAPersonInOneDocument()
    {
        const SourceRecord record = mapped(
            "copper_people", {{u"id"_s, 4711},
                              {u"firstName"_s, u"Sarah"_s},
                              {u"lastName"_s, u"Lee"_s},
                              {u"First Name"_s, u"Sarah"_s},
                              {u"Last Name"_s, u"."_s},
                              {u"companyId"_s, u"Acme Gifts"_s}, // the name, by mistake
                              {u"Company Id"_s, 815},
                              {u"companyName"_s, u"Acme Gifts"_s},
                              {u"phone"_s, u"202-555-0123"_s},
                              {u"phoneNumbers"_s, List{Map{{u"number"_s, u"(202) 555-0123"_s}, {u"category"_s, u"work"_s}},
                                                       Map{{u"number"_s, u"+1 202 555 0124 ext. 7"_s}}}},
                              {u"Phone Number"_s, qint64(2025550125)}, // as a number
                              {u"Phone Number Type"_s, u"mobile"_s},
                              {u"Phone Number 2"_s, 2025550126.0},
                              {u"Phone Number 3"_s, Value()},
                              {u"Phone Number 4"_s, u" "_s},
                              {u"Main Phone cf_699010"_s, u"202.555.0127"_s},
                              {u"email"_s, u"sarah@acme.example"_s},
                              {u"emails"_s, List{Map{{u"email"_s, u"SARAH@acme.example"_s}}, Map{{u"email"_s, u"lee@acme.example"_s}}}},
                              {u"Email Type"_s, u"work"_s},
                              {u"Work Email cf_698503"_s, u"desk@acme.example"_s},
                              {u"assigneeId"_s, 9001},
                              {u"Owned By"_s, u"Dana Whitfield"_s},
                              {u"address"_s, Map{{u"city"_s, u"Denver"_s}, {u"country"_s, u"US"_s}}}});
        QCOMPARE(record.sourceId, u"4711"_s);
        QCOMPARE(record.customer.kind, CustomerKind::Person);
        QCOMPARE(record.customer.name, u"Sarah Lee"_s);
        QCOMPARE(record.customer.company, u"Acme Gifts"_s);
        QStringList numbers = numbersOf(record);
        QCOMPARE(numbers.first(), u"+12025550123"_s);
        QCOMPARE(record.customer.numbers.first().label, u"work"_s);
        numbers.sort();
        QCOMPARE(numbers, (QStringList{u"+12025550123"_s, u"+12025550124x7"_s, u"+12025550125"_s, u"+12025550126"_s, u"+12025550127"_s}));
        QStringList emails = record.customer.emails;
        emails.sort();
        QCOMPARE(emails.size(), 3);
        QCOMPARE(record.customer.ownerEmail, u"dana@callcard.example"_s);
        QCOMPARE(record.customer.ownerName, u"Dana Whitfield"_s);
        QCOMPARE(record.completedBy, (QList<QString>{u"firestore:copper_companies/815"_s}));
        QCOMPARE(record.customer.city, u"Denver"_s);
        QCOMPARE(record.customer.region, u"US"_s);
    }

    void aTeamsOwnFieldsStandBeforeThePreset()
    {
        const Map fields{{u"name"_s, u"sarah lee 0815"_s},
                         {u"Anrede und Name"_s, u"Sarah Lee"_s},
                         {u"title"_s, u"Buyer"_s},
                         {u"phone"_s, u"202-555-0123"_s},
                         {u"Direct Line"_s, 2025550199.0},
                         {u"lines"_s, List{Map{{u"number"_s, u"202-555-0101"_s}, {u"category"_s, u"desk"_s}}, u"202-555-0102"_s}},
                         {u"email"_s, u"sarah@acme.example"_s},
                         {u"contact"_s, Map{{u"mail"_s, u"S.Lee@acme.example"_s}, {u"town"_s, u"Graz"_s}}},
                         {u"Account Manager cf_800002"_s, u"Rosa Marin"_s},
                         {u"cf_800003"_s, true},
                         {u"Umsatz"_s, 1234.567},
                         {u"Kunde seit"_s, u"2019-03-01"_s},
                         {u"Firma Nr"_s, 900815},
                         {u"companyId"_s, 815},
                         {u"empty"_s, u" "_s}};
        const SourceRecord record = mapped("copper_people", fields,
                                           {u"phone=Direct Line"_s, u"copper_people.phone=lines"_s, u"copper_people.name=Anrede und Name"_s,
                                            u"email=contact.mail"_s, u"city=contact.town"_s, u"owner=cf_800002"_s, u"active=cf_800003"_s,
                                            u"salesThisYear=Umsatz"_s, u"since=Kunde seit"_s, u"companyId=Firma Nr"_s, u"title=empty"_s,
                                            u"status=not there"_s, u"copper_leads.name=title"_s, u"nonsense=title"_s});
        const Customer &customer = record.customer;
        QCOMPARE(customer.name, u"Sarah Lee"_s);
        QCOMPARE(customer.title, u"Buyer"_s); // where the own field says nothing, the preset holds
        QCOMPARE(numbersOf(record).first(3), (QStringList{u"+12025550101"_s, u"+12025550102"_s, u"+12025550199"_s}));
        QCOMPARE(customer.numbers.first().label, u"desk"_s);
        QVERIFY(numbersOf(record).contains(u"+12025550123"_s));
        QCOMPARE(customer.emails.first(), u"S.Lee@acme.example"_s);
        QCOMPARE(customer.emails.size(), 2);
        QCOMPARE(customer.city, u"Graz"_s);
        QCOMPARE(customer.ownerName, u"Rosa Marin"_s);
        QVERIFY(customer.active);
        QCOMPARE(customer.salesThisYearCents, 123457);
        QCOMPARE(customer.customerSince, QDate(2019, 3, 1));
        QCOMPARE(record.completedBy, (QList<QString>{u"firestore:copper_companies/900815"_s}));
        QCOMPARE(mapped("copper_people", fields).customer.name, u"sarah lee 0815"_s);
    }

    void ownFieldsDecideWhatIsAskedFor()
    {
        const auto put = [&](const char *id, const char *name, const char *manager) {
            m_team->put(std::string("prospects/") + id, {{"Kontakt", {{"stringValue", name}}},
                                                         {"Fon", {{"stringValue", "+1 206 555 0177"}}},
                                                         {"Account Manager", {{"stringValue", manager}}}});
        };
        m_team->rules("open");
        const std::string me = m_team->cloud->environment().at("CALLCARD_USER_EMAIL");
        put("1", "Mine Own", me.c_str());
        put("2", "Somebody Else", "other@callcard.example");
        const QStringList prospects{u"prospects"_s};
        const QStringList rules{u"prospects.name=Kontakt"_s, u"prospects.phone=Fon"_s, u"prospects.ownerEmail=Account Manager"_s};
        const auto directory = opened();
        QVERIFY(synced(*directory, prospects, {SyncScope::Own}, rules));
        QCOMPARE(directory->stats()->customers, 1);
        const CallParty caller{.number = PhoneNumber::fromE164(u"+12065550177")};
        QCOMPARE(directory->whoIs(caller).facts.first().customer.name, u"Mine Own"_s);
        // Other rules: nothing has changed there, and everything is read again.
        QVERIFY(synced(*directory, prospects, {SyncScope::Own}, QStringList(rules) << u"prospects.status=Kontakt"_s));
        QCOMPARE(directory->whoIs(caller).facts.first().customer.status, u"Mine Own"_s);
        // Without them they are nobody, which is counted and not passed over.
        const auto other = Directory::open(m_folder->filePath(u"other"_s), m_team->clock).value();
        const auto report = synced(*other, prospects, {SyncScope::Everything});
        QVERIFY(report);
        QCOMPARE(report->sources.first().refused, 2);
        QCOMPARE(report->sources.first().changed, 0);
        const auto refused = other->refused();
        QVERIFY(refused && refused->size() == 1);
        QCOMPARE(refused->first().source, u"firestore:prospects"_s);
        QCOMPARE(refused->first().first,
                 (QList<RefusedRecord>{{.sourceId = u"1"_s, .reason = u"empty"_s}, {.sourceId = u"2"_s, .reason = u"empty"_s}}));
    }

    void fillerSurnamesAreNone()
    {
        QCOMPARE(mapped("copper_people", {{u"First Name"_s, u"Omar"_s}, {u"Last Name"_s, u"Unknown"_s}, {u"phone"_s, u"2025550123"_s}})
                     .customer.name,
                 u"Omar"_s);
        const SourceRecord nameless =
            mapped("copper_people",
                   {{u"firstName"_s, QString()}, {u"lastName"_s, u"."_s}, {u"company"_s, u"Acme"_s}, {u"phone"_s, u"2025550123"_s}});
        QCOMPARE(nameless.customer.name, u"Acme"_s); // shown by its company
        QCOMPARE(mapped("copper_people", {{u"interactionCount"_s, 0}}).sourceId, u"nobody"_s);
    }

    void companies()
    {
        const SourceRecord api =
            mapped("copper_companies", {{u"name"_s, u"Acme"_s},
                                        {u"phone_numbers"_s, List{Map{{u"number"_s, u"2025550100"_s}, {u"category"_s, u"work"_s}}}},
                                        {u"email_domain"_s, u"acme.example"_s},
                                        {u"assignee_id"_s, 9001},
                                        {u"cf_712751"_s, true},
                                        {u"cf_698467"_s, u"A-100"_s},
                                        {u"cf_698406"_s, qint64(1'735'689'600)}});
        QCOMPARE(api.customer.kind, CustomerKind::Company);
        QVERIFY(api.customer.active);
        QCOMPARE(numbersOf(api), QStringList{u"+12025550100"_s});
        QCOMPARE(api.customer.ownerEmail, u"dana@callcard.example"_s);
        QCOMPARE(api.customer.lastOrder, QDate(2025, 1, 1));
        QCOMPARE(api.completedBy, (QList<QString>{u"firestore:fishbowl_customers/A-100"_s, u"firestore:customer_sales_summary/A-100"_s}));
        QVERIFY(api.customer.emails.isEmpty());
        const SourceRecord csv = mapped("copper_companies", {{u"Name"_s, u"Acme"_s},
                                                             {u"Phone Number"_s, qint64(2025550100)},
                                                             {u"Owner Id"_s, u"9001"_s},
                                                             {u"Active Customer cf_712751"_s, u"unchecked"_s},
                                                             {u"Account Order ID cf_698467"_s, u"A-100"_s},
                                                             {u"Last Contacted"_s, 45'292}}); // a spreadsheet's day
        QVERIFY(!csv.customer.active);
        QCOMPARE(csv.customer.ownerEmail, u"dana@callcard.example"_s);
        QCOMPARE(csv.customer.lastContact.date(), QDate(2024, 1, 1));
        QCOMPARE(csv.completedBy, api.completedBy);
        QVERIFY(mapped("copper_companies", {{u"Name"_s, u"A"_s}, {u"Active Customer cf_712751"_s, u"checked"_s}}).customer.active);
    }

    void leadsAndTheErpSide()
    {
        const SourceRecord lead = mapped("copper_leads", {{u"First Name"_s, u"Ann"_s},
                                                          {u"Last Name"_s, u"Bo"_s},
                                                          {u"Account"_s, u"Acme"_s},
                                                          {u"Status"_s, u"New"_s},
                                                          {u"Phone Number"_s, u"202-555-0142"_s},
                                                          {u"Phone Number 2"_s, qint64(2025550143)}});
        QCOMPARE(lead.customer.kind, CustomerKind::Lead);
        QCOMPARE(lead.customer.status, u"New"_s);
        QCOMPARE(lead.customer.numbers.size(), 2);
        const SourceRecord erp = mapped("fishbowl_customers", {{u"name"_s, u"Acme"_s},
                                                               {u"copperId"_s, 815},
                                                               {u"accountType"_s, u"Retail"_s},
                                                               {u"salesRepEmail"_s, u"dana@callcard.example"_s},
                                                               {u"lastOrderDate"_s, u"2026-03-04"_s},
                                                               {u"metrics"_s, Map{{u"firstOrderDate"_s, u"2020-01-02"_s}}}});
        QCOMPARE(erp.sameAs, u"firestore:copper_companies/815"_s);
        QCOMPARE(erp.customer.customerSince, QDate(2020, 1, 2));
        QCOMPARE(erp.completedBy, QList<QString>{u"firestore:customer_sales_summary/4711"_s});
        const SourceRecord money = mapped("customer_sales_summary", {{u"customerName"_s, u"Acme"_s},
                                                                     {u"totalSalesYTD"_s, 1234.5},
                                                                     {u"sales_12m"_s, 5678.25},
                                                                     {u"lastOrderDate"_s, u"2026-03-04"_s}});
        QVERIFY(money.factsOnly);
        QCOMPARE(money.customer.salesThisYearCents, std::optional<qint64>(123'450));
        QCOMPARE(money.customer.salesTwelveMonthsCents, std::optional<qint64>(567'825));
        QCOMPARE(money.customer.lastOrder, QDate(2026, 3, 4));
    }

    void tombstones()
    {
        QVERIFY(isTombstone({{u"deleted"_s, true}}));
        QVERIFY(isTombstone({{u"isDeleted"_s, u"true"_s}}));
        QVERIFY(isTombstone({{u"deletedAt"_s, Timestamp{1'795'166'100'000'000}}}));
        QVERIFY(!isTombstone({{u"deleted"_s, false}, {u"deletedAt"_s, Value()}}));
        QVERIFY(!isTombstone({}));
    }

    void cursorsSurvive()
    {
        const SyncCursor cursor{.listed = true,
                                .step = 2,
                                .after = u"c/ä"_s,
                                .afterStamp = 5,
                                .since = -7,
                                .newest = 8,
                                .listedAt = 9,
                                .pages = 3,
                                .known = {u"1"_s, u"ä"_s},
                                .seen = {u"2"_s}};
        QCOMPARE(cursorFrom(cursorText(cursor)), std::optional(cursor));
        QVERIFY(!cursorFrom({}));
        QVERIFY(!cursorFrom("{\"v\":2}"));
        QVERIFY(!cursorFrom("\x01\x02"));
    }

    void everythingIsThereAndFindsItsCustomer()
    {
        const auto directory = opened();
        const auto report = synced(*directory, presetCollections(), {SyncScope::Own, SyncScope::Active, SyncScope::Everything});
        QVERIFY(report);
        for (const SourceSync &source : report->sources)
            QVERIFY2(!source.error, qPrintable(source.name + u": "_s + (source.error ? source.error->detail : QString())));
        int asked = 0;
        for (const Json &customer : customersOfTheWorld()) {
            for (const Json &number : customer["numbers"]) {
                const QString e164 = QString::fromStdString(number.value("e164", ""));
                const auto parsed = PhoneNumber::fromE164(e164);
                if (!parsed)
                    continue;
                ++asked;
                const WhoIs who = directory->whoIs({.number = parsed, .rawNumber = e164});
                const QString name = QString::fromStdString(customer.value("name", ""));
                const bool found = std::any_of(who.facts.cbegin(), who.facts.cend(),
                                               [&](const Match &match) { return match.customer.name.contains(name.section(u' ', 0, 0)); });
                QVERIFY2(found, qPrintable(name + u" is not found by "_s + e164));
            }
        }
        QVERIFY(asked > 30);
    }

    void ownAccountsFirstAndFew()
    {
        const auto directory = opened();
        QVERIFY(synced(*directory, presetCollections(), {SyncScope::Own}));
        const qint64 own = directory->stats()->customers;
        QVERIFY(own > 0);
        const auto mine = directory->search(u"a"_s, 500);
        QVERIFY(mine);
        QVERIFY(synced(*directory, presetCollections(), {SyncScope::Active}));
        const qint64 active = directory->stats()->customers;
        QVERIFY(active > own);
        QVERIFY(synced(*directory, presetCollections(), {SyncScope::Everything}));
        QVERIFY(directory->stats()->customers > active);
    }

    void onlyChangesTheSecondTime()
    {
        const auto directory = opened();
        const QStringList people{u"copper_people"_s};
        QVERIFY(synced(*directory, people, {SyncScope::Everything}));
        m_team->clock.advance(10min);
        m_team->cloud->control({{"do", "clock.advance"}, {"seconds", 600}});
        m_team->put("copper_people/777001", {{"firstName", {{"stringValue", "Quentin"}}},
                                             {"lastName", {{"stringValue", "Newman"}}},
                                             {"phone", {{"stringValue", "+1 206 555 0177"}}},
                                             {"updatedAt", {{"timestampValue", "2026-11-20T09:09:00Z"}}}});
        const auto second = synced(*directory, people, {SyncScope::Everything});
        QVERIFY(second);
        QCOMPARE(second->sources.first().changed, 1);
        const CallParty caller{.number = PhoneNumber::fromE164(u"+12065550177")};
        QCOMPARE(directory->whoIs(caller).facts.size(), 1);
        m_team->put("copper_people/777001",
                    {{"deleted", {{"booleanValue", true}}}, {"updatedAt", {{"timestampValue", "2026-11-20T09:09:30Z"}}}});
        const auto third = synced(*directory, people, {SyncScope::Everything});
        QCOMPARE(third->sources.first().removed, 1);
        QVERIFY(directory->whoIs(caller).facts.isEmpty());
    }

    void anEmptiedDocumentIsNobody()
    {
        const auto directory = opened();
        const QStringList people{u"copper_people"_s};
        m_team->put("copper_people/777001", {{"firstName", {{"stringValue", "Quentin"}}},
                                             {"phone", {{"stringValue", "+1 206 555 0177"}}},
                                             {"updatedAt", {{"timestampValue", "2026-11-20T08:00:00Z"}}}});
        QVERIFY(synced(*directory, people, {SyncScope::Everything}));
        const CallParty caller{.number = PhoneNumber::fromE164(u"+12065550177")};
        QCOMPARE(directory->whoIs(caller).facts.size(), 1);
        m_team->clock.advance(10min);
        m_team->cloud->control({{"do", "clock.advance"}, {"seconds", 600}});
        m_team->put("copper_people/777001", {{"updatedAt", {{"timestampValue", "2026-11-20T09:09:00Z"}}}});
        const auto report = synced(*directory, people, {SyncScope::Everything});
        QVERIFY(report);
        QCOMPARE(report->sources.first().removed, 1);
        QVERIFY(directory->whoIs(caller).facts.isEmpty());
    }

    void aWeekLaterWhatIsGoneIsGone()
    {
        m_team->put("copper_people/777001", {{"firstName", {{"stringValue", "Quentin"}}},
                                             {"phone", {{"stringValue", "+1 206 555 0177"}}},
                                             {"updatedAt", {{"timestampValue", "2026-11-01T09:09:00Z"}}}});
        const auto directory = opened();
        const QStringList people{u"copper_people"_s};
        QVERIFY(synced(*directory, people, {SyncScope::Everything}));
        m_team->firestore({{"do", "document.delete"}, {"path", "copper_people/777001"}});
        const CallParty caller{.number = PhoneNumber::fromE164(u"+12065550177")};
        QVERIFY(synced(*directory, people, {SyncScope::Everything}));
        QCOMPARE(directory->whoIs(caller).facts.size(), 1); // deletions leave no trace
        m_team->clock.advance(8 * 24h);
        m_team->cloud->control({{"do", "clock.advance"}, {"seconds", 8 * 24 * 3600}});
        QVERIFY(synced(*directory, people, {SyncScope::Everything}));
        QVERIFY(synced(*directory, people, {SyncScope::Everything}));
        QVERIFY(directory->whoIs(caller).facts.isEmpty());
    }

    void ownOnesThatAreGoneGoAndGivenAwayOnesStay()
    {
        (void)QCoro::waitFor(m_team->tokens->accessToken({}));
        const Json profile = m_team->document("users/" + m_team->tokens->user().toStdString())["fields"];
        const auto put = [&](const char *path, const char *phone, const Json &owner) {
            m_team->put(path, {{"firstName", {{"stringValue", "Quentin"}}},
                               {"phone", {{"stringValue", phone}}},
                               {"assigneeId", owner},
                               {"updatedAt", {{"timestampValue", "2026-11-01T09:09:00Z"}}}});
        };
        put("copper_people/777001", "+1 206 555 0177", profile["copperUserId"]);
        put("copper_people/777002", "+1 206 555 0178", profile["copperUserId"]);
        const auto directory = opened();
        const QStringList people{u"copper_people"_s};
        QVERIFY(synced(*directory, people, {SyncScope::Own}));
        m_team->firestore({{"do", "document.delete"}, {"path", "copper_people/777001"}});
        put("copper_people/777002", "+1 206 555 0178", {{"integerValue", "1"}});
        m_team->clock.advance(8 * 24h);
        m_team->cloud->control({{"do", "clock.advance"}, {"seconds", 8 * 24 * 3600}});
        const auto report = synced(*directory, people, {SyncScope::Own});
        QVERIFY(report);
        QCOMPARE(report->sources.first().removed, 1);
        QVERIFY(directory->whoIs({.number = PhoneNumber::fromE164(u"+12065550177")}).facts.isEmpty());
        QCOMPARE(directory->whoIs({.number = PhoneNumber::fromE164(u"+12065550178")}).facts.size(), 1);
    }

    /// Nobody's own are not no customers: who could mend that is told.
    void whoeverNobodyKnowsIsToldSo()
    {
        (void)QCoro::waitFor(m_team->tokens->accessToken({}));
        const std::string path = "users/" + m_team->tokens->user().toStdString();
        const Json whole = m_team->document(path)["fields"];
        Json nameless = whole;
        nameless.erase("copperUserId");
        nameless.erase("name");
        m_team->put(path, nameless);
        const auto directory = opened();
        const QStringList people{u"copper_people"_s};
        const auto own = synced(*directory, people, {SyncScope::Own});
        QVERIFY(!own);
        QCOMPARE(own.error().kind, ErrorKind::Refused);
        QVERIFY2(own.error().detail.startsWith(u"nobody knows which documents of copper_people are yours: your administrator must enter"_s),
                 qPrintable(own.error().detail));
        QVERIFY(!own.error().detail.contains(m_team->tokens->user()));
        const auto report = synced(*directory, people, {SyncScope::Own, SyncScope::Active, SyncScope::Everything});
        QVERIFY(report);
        QVERIFY(directory->stats()->customers > 0); // everything needs no name
        // Once the administrator entered it, the rep's own are asked for from the beginning, and the name is known.
        m_team->put(path, whole);
        QVERIFY(synced(*directory, people, {SyncScope::Own}));
        QCOMPARE(directory->me().name, QString::fromStdString(whole["name"]["stringValue"].get<std::string>()));
    }

    void withoutTheIndexOwnAccountsAreReadAgain()
    {
        m_team->firestore({{"do", "switch"}, {"name", "indexes"}, {"position", "required"}});
        const auto directory = opened();
        const QStringList people{u"copper_people"_s};
        QVERIFY(synced(*directory, people, {SyncScope::Own}));
        const qint64 own = directory->stats()->customers;
        const auto again = synced(*directory, people, {SyncScope::Own});
        QVERIFY(again);
        QVERIFY(!again->sources.first().error);
        QCOMPARE(directory->stats()->customers, own);
        // With it, only changes are.
        m_team->firestore({{"do", "index"}, {"collection", "copper_people"}, {"fields", "assigneeId, updatedAt"}});
        m_team->firestore({{"do", "index"}, {"collection", "copper_people"}, {"fields", "`Owned By`, updatedAt"}});
        QVERIFY(synced(*directory, people, {SyncScope::Own}));
        const auto few = synced(*directory, people, {SyncScope::Own});
        QVERIFY(few);
        QVERIFY(few->sources.first().fetched < own || own == 0);
    }

    /// The file that administrators deploy has every index that our questions need.
    void theShippedIndexesServeEveryQuestion()
    {
        QFile file(QStringLiteral(CALLCARD_SOURCE_ROOT "/packaging/firebase/firestore.indexes.json"));
        QVERIFY(file.open(QFile::ReadOnly));
        const Json indexes = Json::parse(file.readAll().toStdString())["indexes"];
        for (const Json &index : indexes) {
            std::string fields;
            for (const Json &field : index["fields"]) {
                fields += (fields.empty() ? "" : ", ") + field["fieldPath"].get<std::string>();
                fields += field["order"] == "DESCENDING" ? " desc" : "";
            }
            m_team->firestore({{"do", "index"}, {"collection", index["collectionGroup"]}, {"fields", fields}});
        }
        m_team->firestore({{"do", "switch"}, {"name", "indexes"}, {"position", "required"}});
        const auto directory = opened();
        const QList<SyncScope> scopes{SyncScope::Own, SyncScope::Active, SyncScope::Everything};
        QVERIFY(synced(*directory, presetCollections(), scopes));
        (void)m_team->requests();
        const auto again = synced(*directory, presetCollections(), scopes);
        QVERIFY(again);
        for (const SourceSync &source : again->sources)
            QVERIFY2(!source.error, qPrintable(source.name));
        const Json rows = m_team->cloud->control({{"do", "journal"}, {"service", "firestore"}, {"limit", 5000}})["requests"];
        for (const Json &one : rows)
            QVERIFY2(one["status"] == 200, one.dump().c_str());
    }

    void deniedAndMissingAreSaidAndFailNothingElse()
    {
        const auto directory = opened();
        const auto report = synced(*directory, {u"copper_people"_s, u"copper_contacts"_s, u"accounts"_s}, {SyncScope::Everything});
        QVERIFY(report);
        QVERIFY(!report->sources.at(0).error);
        QCOMPARE(report->sources.at(1).error->kind, ErrorKind::Refused);
        QVERIFY(report->sources.at(1).error->detail.contains(u"there is nothing in the collection copper_contacts"_s));
        QVERIFY2(report->sources.at(2).error->detail.startsWith(u"reading accounts is denied: your administrator must allow"_s),
                 qPrintable(report->sources.at(2).error->detail));
        m_team->rules("strict");
        const auto alone = synced(*directory, {u"copper_people"_s}, {SyncScope::Everything});
        QVERIFY(!alone); // the only one
        QCOMPARE(alone.error().kind, ErrorKind::Refused);
        QVERIFY(directory->stats()->customers > 0); // the old directory stays in force
    }

    /// Any page may be the last that arrives before a failure or an end of the program.
    void goesOnAfterAnyFailure()
    {
        const auto whole = opened();
        QVERIFY(synced(*whole, presetCollections(), {SyncScope::Own, SyncScope::Active, SyncScope::Everything}));
        const auto expected = whole->stats();
        for (const int n : {0, 1, 3, 6, 10}) {
            QTemporaryDir folder;
            for (const char *kind : {"cut", "503"}) {
                // The program ends each time: everything that was open is opened again.
                const auto directory = Directory::open(folder.path(), m_team->clock).value();
                m_team->cloud->control({{"do", "fault.add"}, {"service", "firestore"}, {"kind", kind}, {"skip", n}, {"times", 1}});
                (void)synced(*directory, presetCollections(), {SyncScope::Own, SyncScope::Active, SyncScope::Everything});
                m_team->cloud->control({{"do", "fault.clear"}});
            }
            const auto directory = Directory::open(folder.path(), m_team->clock).value();
            QVERIFY(synced(*directory, presetCollections(), {SyncScope::Own, SyncScope::Active, SyncScope::Everything}));
            const auto got = directory->stats();
            QCOMPARE(got->customers, expected->customers);
            QCOMPARE(got->numbers, expected->numbers);
            QCOMPARE(got->shared, expected->shared);
        }
    }
};

QTEST_GUILESS_MAIN(tst_FirestoreCustomers)
#include "tst_firestore_customers.moc"
