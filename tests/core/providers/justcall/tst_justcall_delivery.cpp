#include "cloudcase.h"

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class tst_JustCallDelivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        cloud = std::make_unique<CloudCase>();
        delivery = makeJustCallDelivery(*cloud->context);
        const auto call = cloud->control("call.start", {{"customer", "customer-1"}, {"rep", "rep-1"}})["call"];
        sid = QString::fromStdString(call["callSid"].get<std::string>());
    }
    void cleanup()
    {
        delivery.reset();
        cloud.reset();
    }

    void notesWaitForTheEndOfTheCall()
    {
        const CallRemark remark{.callSid = sid, .notes = u"Wants a quote"_s};
        const Result<> early = deliver(remark);
        QVERIFY(!early);
        QVERIFY(early.error().isTransient());
        QCOMPARE(notes(), QString());
        over();
        QVERIFY(deliver(remark));
        QCOMPARE(notes(), u"Wants a quote"_s);
    }

    void onlyWhatChangedIsSent()
    {
        over();
        const CallRemark remark{.callSid = sid, .notes = u"Wants a quote"_s, .disposition = u"Sales: Follow up"_s, .rating = 4.5};
        QVERIFY(deliver(remark));
        QCOMPARE(demo::textAt(described(), "disposition"), std::string("Sales: Follow up"));
        cloud->clearRequests();
        QVERIFY(deliver({.callSid = sid, .notes = u"Wants a quote"_s, .disposition = u"Sales: Follow up"_s}));
        QCOMPARE(cloud->requests("PUT").size(), 0);
    }

    void aLostAnswerChangesNothingTwice()
    {
        over();
        cloud->control("call.edit", {{"call", sid.toStdString()}, {"notes", "IVR: sales"}});
        cloud->fault({{"kind", "lost"}, {"method", "PUT"}, {"times", 1}});
        const CallRemark remark{.callSid = sid, .notes = u"Wants a quote"_s};
        std::ignore = deliver(remark); // the client may have asked again by itself
        QCOMPARE(cloud->control("counters")["counters"]["justcall"].value("faults.lost", 0), 1);
        QVERIFY(deliver(remark));
        QCOMPARE(notes(), u"IVR: sales\nWants a quote"_s); // somebody else's words stand, ours stand once
        QVERIFY(deliver({.callSid = sid, .notes = u"Wants two quotes"_s, .notesBefore = {u"Wants a quote"_s}}));
        QCOMPARE(notes(), u"IVR: sales\nWants two quotes"_s);
    }

    void anAbolishedOutcomeDoesNotTakeTheNoteWithIt()
    {
        over();
        const Result<> result = deliver({.callSid = sid, .notes = u"Kept"_s, .disposition = u"Gone: Long ago"_s});
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Refused);
        QCOMPARE(notes(), u"Kept"_s);
    }

    void aCallThatIsNotListedYet()
    {
        CallRemark remark{.callSid = u"CAnobody"_s, .notes = u"x"_s};
        remark.endedAt = cloud->clock.now().addSecs(-60);
        QVERIFY(deliver(remark, 20).error().isTransient());
        remark.endedAt = cloud->clock.now().addSecs(-3600);
        QCOMPARE(deliver(remark).error().kind, ErrorKind::Refused);
    }

    void failures_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<int>("error");
        QTest::newRow("signed out") << QByteArray("401") << int(ErrorKind::SignInNeeded);
        QTest::newRow("their fault") << QByteArray("500") << int(ErrorKind::ServerFault);
        QTest::newRow("hung up") << QByteArray("drop") << int(ErrorKind::TimedOut);
        QTest::newRow("no JSON") << QByteArray("html") << int(ErrorKind::Offline);
    }

    void failures()
    {
        QFETCH(const QByteArray, kind);
        QFETCH(const int, error);
        over();
        cloud->fault({{"kind", kind.toStdString()}});
        const Result<> result = deliver({.callSid = sid, .notes = u"x"_s});
        QVERIFY(!result);
        QCOMPARE(int(result.error().kind), error);
        cloud->control("fault.clear");
        QVERIFY(deliver({.callSid = sid, .notes = u"x"_s}));
        QCOMPARE(notes(), u"x"_s);
    }

    void everyEntryHasAResult()
    {
        over();
        const OutboxItem good = justCallItem({.callSid = sid, .notes = u"x"_s});
        const QList<Result<>> results =
            cloud->result(delivery->deliver({{.key = u"a"_s, .payload = "broken"}, {.key = good.key, .payload = good.payload}}, {}));
        QCOMPARE(results.size(), 2);
        QCOMPARE(results[0].error().kind, ErrorKind::Refused);
        QVERIFY(results[1]);
    }

    void contactsInPages()
    {
        const auto contacts = makeJustCallContacts(*cloud->context);
        QCOMPARE(contacts->name(), u"justcall"_s);
        for (int i = 0; i < 400; ++i) // more than a page of 500
            cloud->control("customer.add", {{"firstName", "Ada"}, {"lastName", "Quill " + std::to_string(i)}, {"owner", "rep-1"}});
        const QList<SourceRecord> all = everything(*contacts, SyncScope::Everything);
        QCOMPARE(all.size(), qsizetype(cloud->control("company")["customers"].get<int>()));
        const QList<SourceRecord> own = everything(*contacts, SyncScope::Own);
        QVERIFY(own.size() >= 400 && own.size() < all.size());
        for (const SourceRecord &record : all)
            QVERIFY(!record.customer.active); // a contact may be anybody
    }

    void ownContactsThatAreGoneAreSaidSo()
    {
        const auto contacts = makeJustCallContacts(*cloud->context);
        const nlohmann::json added = cloud->control(
            "customer.add", {{"firstName", "Ada"}, {"lastName", "Quill"}, {"owner", "rep-1"}, {"numbers", {"+12065550177"}}});
        const auto pass = [&](QByteArray cursor) {
            QStringList removed;
            QStringList names;
            for (int i = 0; i < 20; ++i) {
                const auto page = cloud->result(contacts->page(SyncScope::Own, cursor, {}));
                if (!page)
                    return std::tuple(cursor, QStringList{u"failed"_s}, names);
                removed += page->removed;
                for (const SourceRecord &record : page->changed)
                    names.append(record.customer.name);
                cursor = page->cursor;
                if (page->last)
                    break;
            }
            return std::tuple(cursor, removed, names);
        };
        const auto [cursor, none, names] = pass({});
        QVERIFY(none.isEmpty());
        QVERIFY(names.contains(u"Ada Quill"_s));
        const auto [same, still, others] = pass(cursor);
        QVERIFY(still.isEmpty());
        QCOMPARE(others, names);
        cloud->control("customer.edit", {{"customer", added["customer"]["id"]}, {"deleted", true}});
        const auto [after, gone, left] = pass(same);
        QCOMPARE(gone.size(), 1);
        QVERIFY(!left.contains(u"Ada Quill"_s));
        // An account without any contact at all is not believed.
        cloud->fault(
            {{"kind", "status"}, {"status", 200}, {"path", "/v2.1/contacts"}, {"times", 1}, {"body", R"({"status":"success","data":[]})"}});
        const auto nobody = cloud->result(contacts->page(SyncScope::Own, after, {}));
        QVERIFY(!nobody);
        QCOMPARE(nobody.error().kind, ErrorKind::BadPayload);
    }

    void anotherKeyIsAnotherAccount()
    {
        const auto of = [this](const JustCallContext &context) { return *cloud->result(makeJustCallContacts(context)->account({})); };
        const SourceAccount mine = of(*cloud->context);
        QVERIFY(!mine.place.isEmpty());
        QVERIFY(!mine.place.contains(u"demo-justcall-key"_s));
        QCOMPARE(of(*cloud->context), mine);
        JustCallContext other = *cloud->context;
        other.key = Secret(u"another"_s);
        QVERIFY(of(other).place != mine.place);
    }

    void aContactThatCannotBeReadHoldsUpNobody()
    {
        const nlohmann::json broken{{"first_name", "Nobody"}}; // without an id, at a page's border
        nlohmann::json page = nlohmann::json::array();
        for (int id = 1; id < 500; ++id)
            page.push_back({{"id", id}, {"first_name", "Ada"}});
        page.push_back(broken);
        const nlohmann::json last = nlohmann::json::array({{{"id", 501}, {"first_name", "Ida"}}});
        for (const nlohmann::json &data : {page, nlohmann::json::array({broken}), last}) {
            const std::string body = nlohmann::json{{"status", "success"}, {"data", data}}.dump();
            cloud->fault({{"kind", "status"}, {"status", 200}, {"path", "/v2.1/contacts"}, {"times", 1}, {"body", body}});
        }
        const auto contacts = makeJustCallContacts(*cloud->context);
        const QList<SourceRecord> all = everything(*contacts, SyncScope::Everything);
        QCOMPARE(all.size(), 500);
        QCOMPARE(all.last().sourceId, u"501"_s);
    }

    void aContactThatCannotBeReadIsNamed()
    {
        const nlohmann::json rows{{{"id", 1}, {"first_name", "Ada"}, {"last_name", "Unknown"}, {"name", "Ada Unknown"}},
                                  {{"first_name", "Nobody"}},
                                  {{"id", 2}, {"name", "12025550123"}, {"first_name", "12025550123"}, {"contact_number", "12025550123"}},
                                  {{"id", 3}, {"company", "Acme"}, {"contact_number", "12025550124"}}};
        const std::string body = nlohmann::json{{"status", "success"}, {"data", rows}}.dump();
        cloud->fault({{"kind", "status"}, {"status", 200}, {"path", "/v2.1/contacts"}, {"times", 1}, {"body", body}});
        const auto contacts = makeJustCallContacts(*cloud->context);
        const auto page = cloud->result(contacts->page(SyncScope::Everything, {}, {}));
        QVERIFY(page);
        QCOMPARE(page->changed.size(), 2);
        QCOMPARE(page->changed.at(0).customer.name, u"Ada"_s); // forms insist on a surname
        QCOMPARE(page->changed.at(1).customer.name, u"Acme"_s);
        QCOMPARE(page->changed.at(1).customer.kind, CustomerKind::Company);
        QCOMPARE(page->changed.at(1).customer.numbers.size(), 1);
        QCOMPARE(page->refused.size(), 2);
        QCOMPARE(page->refused.at(0).place, 2);
        QCOMPARE(page->refused.at(0).reason, u"no-id"_s);
        QVERIFY(!page->refused.at(0).mark.isEmpty()); // a page that is read again tells of it once
        QCOMPARE(page->refused.at(1), (RefusedRecord{.sourceId = u"2"_s, .reason = u"no-name"_s}));
        QCOMPARE(page->removed, QList<QString>{u"2"_s}); // it may have been somebody
    }

    void activeCustomersAreNothingThatJustCallKnows()
    {
        const auto contacts = makeJustCallContacts(*cloud->context);
        const auto page = cloud->result(contacts->page(SyncScope::Active, "7:x", {}));
        QVERIFY(page && page->last && !page->everything && page->changed.isEmpty());
        QCOMPARE(page->cursor, QByteArray("7:x"));
    }

    void aContactThatSlipsThroughIsFound()
    {
        const auto contacts = makeJustCallContacts(*cloud->context);
        for (int i = 0; i < 400; ++i)
            cloud->control("customer.add", {{"firstName", "Ada"}, {"lastName", "Quill " + std::to_string(i)}});
        const auto first = cloud->result(contacts->page(SyncScope::Everything, {}, {}));
        QVERIFY(first && !first->last);
        cloud->control("customer.edit", {{"customer", "customer-3"}, {"deleted", true}}); // the first of page two slips onto page one
        QSet<QString> ids;
        for (const SourceRecord &record : first->changed)
            ids.insert(record.sourceId);
        QByteArray cursor = first->cursor;
        for (int i = 0; i < 10; ++i) {
            const auto page = cloud->result(contacts->page(SyncScope::Everything, cursor, {}));
            QVERIFY(page);
            for (const SourceRecord &record : page->changed)
                ids.insert(record.sourceId);
            cursor = page->cursor;
            if (page->last)
                break;
        }
        QCOMPARE(ids.size(), cloud->control("company")["customers"].get<int>()); // the deleted one was read before
    }

private:
    Result<> deliver(const CallRemark &remark, int tries = 0)
    {
        const OutboxItem item = justCallItem(remark);
        const QList<Result<>> results =
            cloud->result(delivery->deliver({{.key = item.key, .payload = item.payload, .id = 1, .tries = tries}}, {}));
        return results.first();
    }
    void over()
    {
        cloud->control("call.answer");
        cloud->control("call.end");
    }
    nlohmann::json described() { return cloud->control("call.get", {{"call", sid.toStdString()}})["call"]; }
    QString notes() { return QString::fromStdString(demo::textAt(described(), "notes")); }
    QList<SourceRecord> everything(CustomerSource &source, SyncScope scope)
    {
        QList<SourceRecord> records;
        QByteArray cursor;
        for (int i = 0; i < 20; ++i) {
            const auto page = cloud->result(source.page(scope, cursor, {}));
            if (!page)
                return {};
            records.append(page->changed);
            cursor = page->cursor;
            if (page->last)
                return records;
        }
        return {};
    }

    std::unique_ptr<CloudCase> cloud;
    std::unique_ptr<Delivery> delivery;
    QString sid;
};

QTEST_GUILESS_MAIN(tst_JustCallDelivery)
#include "tst_justcall_delivery.moc"
