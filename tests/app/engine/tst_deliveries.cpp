#include "metricshouse.h"

#include <engine/goalwriting.h>

#include <callcard/callrecorddocuments.h>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

const DayRange kDays{{2026, 11, 14}, {2026, 11, 20}};
const Json kWhole{{"from", "2026-11-14"}, {"to", "2026-11-20"}};

Call live(const QString &id, CallState state, const QString &source = u"ringcentral"_s)
{
    Call call{.id = CallId(source + u':' + id),
              .sessionId = id,
              .source = source,
              .direction = CallDirection::Inbound,
              .state = state,
              .startedAt = QDateTime(QDate(2026, 11, 20), QTime(19, 0), Qt::UTC)};
    call.remote.number = PhoneNumber::fromE164(u"+13035550142");
    if (state != CallState::Ringing)
        call.answeredAt = call.startedAt.addSecs(5);
    return call;
}

Call ended(Call call, EndReason reason, bool talked)
{
    call.state = CallState::Ended;
    call.reason = reason;
    call.answeredAt = talked ? call.startedAt.addSecs(5) : QDateTime();
    call.endedAt = call.startedAt.addSecs(65);
    if (talked)
        call.talkTime = std::chrono::seconds(60);
    return call;
}

/// A house whose log has the provider's week.
class DeliveriesHouse : public MetricsHouse
{
public:
    DeliveriesHouse() : MetricsHouse(cloudOptions(8, 4), u"justcall"_s) {}

    [[nodiscard]] LogEntry someCall()
    {
        const Result<HistoryPage> page = log->history({});
        for (const LogEntry &entry : page ? page->entries : QList<LogEntry>()) {
            if (entry.call.source == "justcall"_L1 && !entry.call.isLive())
                return entry;
        }
        return {};
    }
    [[nodiscard]] std::string noteAt(const QString &sid)
    {
        return cloud.control({{"do", "call.get"}, {"call", sid.toStdString()}}).at("call").value("notes", std::string());
    }
    [[nodiscard]] int changesAt(const QString &sid)
    {
        const Json journal = cloud.control({{"do", "journal"}, {"service", "justcall"}, {"limit", 5000}});
        int count = 0;
        for (const Json &entry : journal.at("requests")) {
            const bool isChange =
                entry.at("method") == "PUT" && entry.at("target").get<std::string>().ends_with("/calls/" + sid.toStdString());
            count += isChange ? 1 : 0;
        }
        return count;
    }
    [[nodiscard]] Json record(const QString &id)
    {
        const Json document =
            cloud.control({{"do", "document.get"}, {"service", "firestore"}, {"path", "calls/" + id.toStdString()}}).at("document");
        return document.is_null() ? Json::object() : document.at("fields");
    }
    [[nodiscard]] QString word(const QString &id, const char *field)
    {
        const Json fields = record(id);
        if (!fields.contains(field))
            return u"(absent)"_s;
        const Json &value = fields.at(field);
        return QString::fromStdString(value.begin().value().is_string() ? value.begin().value().get<std::string>() : value.dump());
    }
    [[nodiscard]] int records()
    {
        return static_cast<int>(cloud.control({{"do", "documents"}, {"service", "firestore"}, {"collection", "calls"}, {"limit", 5000}})
                                    .at("documents")
                                    .size());
    }
    void writeRecords(bool on)
    {
        cloud.control({{"service", "firestore"}, {"do", "switch"}, {"name", "rules"}, {"position", "callcard"}});
        QVERIFY(preferences->set(settings::kCallRecords, on));
        deliveries->onSettingsChanged();
    }
    [[nodiscard]] Result<Deliveries::RecordsSent> sent()
    {
        std::optional<Result<Deliveries::RecordsSent>> answer;
        scope.start(send(&answer));
        (void)until([&] { return answer.has_value(); });
        return answer.value_or(failure(ErrorKind::TimedOut));
    }

    [[nodiscard]] QList<StoredFigure> figures(const DayRange &range)
    {
        std::optional<Result<QList<StoredFigure>>> answer;
        scope.start(read(range, &answer));
        (void)until([&] { return answer.has_value(); });
        return answer ? answer->value_or(QList<StoredFigure>()) : QList<StoredFigure>();
    }
    [[nodiscard]] double goalCurrent(const std::string &kind)
    {
        const std::string path = "goals/" + service->user().text().toStdString() + '_' + kind;
        const Json document = cloud.control({{"do", "document.get"}, {"service", "firestore"}, {"path", path}}).at("document");
        if (document.is_null())
            return -1;
        const Json &value = document.at("fields").at("current");
        return value.contains("integerValue") ? std::stod(value.at("integerValue").get<std::string>())
                                              : value.at("doubleValue").get<double>();
    }

    [[nodiscard]] CallId someOther(const CallId &than)
    {
        const Result<HistoryPage> page = log->history({});
        for (const LogEntry &entry : page ? page->entries : QList<LogEntry>()) {
            if (!entry.call.isLive() && entry.call.id != than && entry.call.startedAt >= clock.now().addDays(-5))
                return entry.call.id;
        }
        return {};
    }
    QCoro::Task<> send(std::optional<Result<Deliveries::RecordsSent>> *answer)
    {
        Result<Deliveries::RecordsSent> result = co_await deliveries->sendRecords(kDays, QTimeZone("America/Denver"), {});
        *answer = std::move(result);
    }
};

bool hasArrived(const DeliveriesHouse &house, const CallId &call, Delivers what)
{
    const auto story = house.log->story(call);
    const QList<Delivered> deliveries = story && *story ? (*story)->deliveries : QList<Delivered>();
    return std::any_of(deliveries.begin(), deliveries.end(),
                       [what](const Delivered &delivery) { return delivery.what == what && delivery.at.isValid(); });
}

} // namespace

/// What leaves the call log for others, against the demo cloud.
class tst_Deliveries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNoteFollowsItsCallOnceItIsWritten()
    {
        DeliveriesHouse house;
        QVERIFY(house.open());
        QVERIFY(house.synced(kWhole).value("success", false));
        const LogEntry entry = house.someCall();
        const QString sid = entry.call.sessionId;
        QVERIFY(!sid.isEmpty());
        QString typed;
        for (const QChar key : u"Wants pallets"_s)
            house.log->setNote(entry.call.id, typed += key);
        QVERIFY(house.until([&] { return hasArrived(house, entry.call.id, Delivers::Note); }));
        QCOMPARE(house.noteAt(sid), std::string("Wants pallets"));
        QCOMPARE(house.changesAt(sid), 1); // not one a keystroke
        QVERIFY(house.log->undelivered().value().isEmpty());
        QCOMPARE(house.outbox->counts().value(), OutboxCounts{});
    }

    void anEditReplacesWhatWasThere()
    {
        DeliveriesHouse house;
        QVERIFY(house.open());
        QVERIFY(house.synced(kWhole).value("success", false));
        const LogEntry entry = house.someCall();
        const QString sid = entry.call.sessionId;
        house.cloud.control({{"do", "call.edit"}, {"call", sid.toStdString()}, {"notes", "asked for a quote"}});
        QVERIFY(house.synced(kWhole).value("success", false));
        QCOMPARE(house.log->entry(entry.call.id).value()->note, u"asked for a quote"_s);
        house.log->setNote(entry.call.id, u"asked for two quotes"_s);
        QVERIFY(house.until([&] { return house.noteAt(sid) == "asked for two quotes"; }));
        QVERIFY(house.until([&] { return hasArrived(house, entry.call.id, Delivers::Note); }));
        house.log->setNote(entry.call.id, u"got two quotes"_s); // before the provider's history was read again
        QVERIFY(house.until([&] { return house.noteAt(sid) == "got two quotes"; }));
        house.log->setNote(entry.call.id, u"got three quotes"_s);
        QVERIFY(house.until([&] { return house.noteAt(sid) == "got three quotes"; }));
    }

    void aRestartSendsWhatWasTyped()
    {
        DeliveriesHouse house;
        QVERIFY(house.open());
        QVERIFY(house.synced(kWhole).value("success", false));
        const LogEntry entry = house.someCall();
        house.log->setNote(entry.call.id, u"typed, then the lights went out"_s);
        house.close();
        QVERIFY(house.openService());
        QVERIFY(house.until([&] { return hasArrived(house, entry.call.id, Delivers::Note); }));
        QVERIFY(house.noteAt(entry.call.sessionId).ends_with("typed, then the lights went out"));
    }

    void whatBecomesPrivateIsWithdrawn()
    {
        DeliveriesHouse house;
        QVERIFY(house.open());
        QVERIFY(house.synced(kWhole).value("success", false));
        const LogEntry entry = house.someCall();
        house.cloud.control({{"do", "fault.add"}, {"kind", "drop"}, {"service", "justcall"}});
        house.log->setNote(entry.call.id, u"between us"_s);
        QVERIFY(house.until([&] { return house.outbox->counts(Deliveries::remarksDestination())->waiting == 1; }));
        QVERIFY(house.until([&] { return house.deliveries->pauses().contains(Deliveries::remarksDestination()); }));
        house.log->setPrivate(entry.call.id, true);
        QCOMPARE(house.outbox->counts().value(), OutboxCounts{});
        house.cloud.control({{"do", "fault.clear"}});
        const Result<HistoryPage> page = house.log->history({});
        const auto other = std::find_if(page->entries.begin(), page->entries.end(), [&](const LogEntry &one) {
            return one.call.source == "justcall"_L1 && !one.call.isLive() && one.call.id != entry.call.id;
        });
        QVERIFY(other != page->entries.end());
        house.log->setNote(other->call.id, u"for everybody"_s); // when it has arrived the other had its time
        QVERIFY(house.until([&] { return hasArrived(house, other->call.id, Delivers::Note); }));
        QVERIFY(house.noteAt(entry.call.sessionId).find("between us") == std::string::npos);
    }

    void aNoteBegunDuringTheCallLeavesAtItsEnd()
    {
        DeliveriesHouse house;
        QVERIFY(house.open());
        QVERIFY(house.synced(kWhole).value("success", false));
        const Call call = live(u"CAstillgoingon"_s, CallState::Active, u"justcall"_s);
        house.log->onCallChanged(call);
        house.log->setNote(call.id, u"while they talk"_s);
        const LogEntry other = house.someCall();
        house.log->setNote(other.call.id, u"of another call"_s);
        QVERIFY(house.until([&] { return hasArrived(house, other.call.id, Delivers::Note); })); // held up by nobody
        QCOMPARE(house.outbox->counts().value(), OutboxCounts{});
        QCOMPARE(house.log->undelivered()->size(), 1);
        house.log->onCallChanged(ended(call, EndReason::HungUp, true));
        QVERIFY(house.until([&] { return house.outbox->counts(Deliveries::remarksDestination())->waiting == 1; }));
    }

    void whereNobodyTakesNotesNothingIsOnItsWay()
    {
        DeliveriesHouse house;
        QVERIFY(house.open());
        const Call call = ended(live(u"s-1"_s, CallState::Active), EndReason::HungUp, true);
        house.log->onCallChanged(call);
        house.log->setNote(call.id, u"stays here"_s);
        QVERIFY(house.until([&] { return house.log->undelivered().value().isEmpty(); }));
        QVERIFY(house.log->story(call.id).value()->deliveries.isEmpty());
        QCOMPARE(house.outbox->counts().value(), OutboxCounts{});
        QCOMPARE(house.log->entry(call.id).value()->note, u"stays here"_s);
    }

    void aRefusalIsKeptWithItsReason()
    {
        DeliveriesHouse house;
        QVERIFY(house.open());
        const Call call = ended(live(u"CAnobodyknows"_s, CallState::Active, u"justcall"_s), EndReason::HungUp, true);
        house.log->onCallChanged(call);
        house.log->setNote(call.id, u"for nobody"_s);
        QVERIFY(house.until([&] { return house.deliveries->refusalOf(call.id).has_value(); }));
        QCOMPARE(house.deliveries->refusalOf(call.id)->kind, ErrorKind::Refused);
        QVERIFY(!hasArrived(house, call.id, Delivers::Note));
        QCOMPARE(house.outbox->counts()->parked, 1);
    }

    void recordsFollowTheirCall_data()
    {
        QTest::addColumn<EndReason>("reason");
        QTest::addColumn<bool>("talked");
        QTest::addColumn<QString>("status");
        QTest::newRow("talked") << EndReason::HungUp << true << u"completed"_s;
        QTest::newRow("transferred") << EndReason::Transferred << true << u"completed"_s;
        QTest::newRow("answered elsewhere") << EndReason::AnsweredElsewhere << false << u"no-answer"_s;
        QTest::newRow("missed") << EndReason::Missed << false << u"no-answer"_s;
        QTest::newRow("voicemail") << EndReason::Voicemail << false << u"no-answer"_s;
        QTest::newRow("busy") << EndReason::Busy << false << u"failed"_s;
        QTest::newRow("declined") << EndReason::Declined << false << u"failed"_s;
        QTest::newRow("failed") << EndReason::Failed << false << u"failed"_s;
    }

    void recordsFollowTheirCall()
    {
        QFETCH(const EndReason, reason);
        QFETCH(const bool, talked);
        QFETCH(const QString, status);
        DeliveriesHouse house;
        QVERIFY(house.open());
        house.writeRecords(true);
        house.log->onCallChanged(live(u"s-1"_s, CallState::Ringing));
        QVERIFY(house.until([&] { return house.word(u"s-1"_s, "status") == "ringing"_L1; }));
        const QString created = house.word(u"s-1"_s, "createdAt");
        if (talked) {
            house.log->onCallChanged(live(u"s-1"_s, CallState::Active));
            QVERIFY(house.until([&] { return house.word(u"s-1"_s, "status") == "in-progress"_L1; }));
            house.log->onCallChanged(live(u"s-1"_s, CallState::Held));
        }
        const Call last = ended(live(u"s-1"_s, CallState::Active), reason, talked);
        house.log->onCallChanged(last);
        QVERIFY(house.until([&] { return house.word(u"s-1"_s, "status") == status; }));
        QCOMPARE(house.word(u"s-1"_s, "endReason"), endReasonName(reason));
        QCOMPARE(house.word(u"s-1"_s, "createdAt"), created);
        QCOMPARE(house.word(u"s-1"_s, "fromNumber"), u"+13035550142"_s);
        QVERIFY(house.until([&] { return hasArrived(house, last.id, Delivers::CallRecord); }));
        QCOMPARE(house.records(), 1);
        QCOMPARE(house.outbox->counts().value(), OutboxCounts{});
    }

    /// Two sessions turned out to be one call: neither record is left behind as if somebody still talked.
    void theRecordOfAJoinedPartEndsWithItsCall()
    {
        DeliveriesHouse house;
        QVERIFY(house.open());
        house.writeRecords(true);
        const Call first = live(u"s-1"_s, CallState::Active);
        const Call second = live(u"s-2"_s, CallState::Active);
        const Call unseen = live(u"s-3"_s, CallState::Ringing);
        house.log->onCallChanged(first);
        house.log->onCallChanged(second);
        QVERIFY(house.until([&] { return house.records() == 2 && house.outbox->counts().value() == OutboxCounts{}; }));
        house.log->onCallMerged(second.id, first.id);
        house.log->onCallMerged(unseen.id, first.id);
        house.log->onCallChanged(ended(first, EndReason::HungUp, true));
        QVERIFY(house.until([&] { return house.word(u"s-1"_s, "status") == "completed"_L1; }));
        QVERIFY(house.until([&] { return house.word(u"s-2"_s, "status") == "completed"_L1; }));
        QVERIFY(house.until([&] { return house.outbox->counts().value() == OutboxCounts{}; }));
        QVERIFY(house.log->undelivered().value().isEmpty());
        QCOMPARE(house.records(), 2); // what never had a record gets none
    }

    /// A click is written before any provider has a name for it, and is one record in the end.
    void aClickIsOneRecord()
    {
        DeliveriesHouse house;
        QVERIFY(house.open());
        house.writeRecords(true);
        Call clicked = live(u"s-1"_s, CallState::Ringing);
        clicked.id = CallId(u"dial:1-1"_s);
        clicked.sessionId.clear();
        clicked.direction = CallDirection::Outbound;
        house.log->onCallChanged(clicked);
        QVERIFY(house.until([&] { return house.records() == 1; }));
        Call named = live(u"s-1"_s, CallState::Ringing);
        named.direction = CallDirection::Outbound;
        house.log->onCallChanged(named);
        house.deliveries->onNamed(clicked, named);
        house.log->onCallMerged(clicked.id, named.id);
        QVERIFY(house.until([&] { return house.word(u"s-1"_s, "status") == "ringing"_L1 && house.records() == 1; }));
        QVERIFY(house.until([&] { return hasArrived(house, named.id, Delivers::CallRecord); }));
        QCOMPARE(house.outbox->counts().value(), OutboxCounts{});
    }

    void recordsAreOffUnlessAskedFor()
    {
        DeliveriesHouse house;
        QVERIFY(house.open());
        house.log->onCallChanged(live(u"s-1"_s, CallState::Ringing));
        QVERIFY(house.log->flush());
        QVERIFY(house.log->undelivered().value().isEmpty());
        const auto refused = house.sent();
        QVERIFY(!refused);
        QVERIFY(refused.error().detail.contains(u"callRecords/enabled"_s));
        QCOMPARE(house.records(), 0);
    }

    void switchedOffNothingMoreLeaves()
    {
        DeliveriesHouse house;
        QVERIFY(house.open());
        house.writeRecords(true);
        house.cloud.control({{"do", "fault.add"}, {"kind", "drop"}, {"service", "firestore"}});
        house.log->onCallChanged(live(u"s-1"_s, CallState::Ringing));
        QVERIFY(house.until([&] { return house.outbox->counts(callRecordsDestination())->waiting == 1; }));
        house.writeRecords(false);
        QCOMPARE(house.outbox->counts().value(), OutboxCounts{});
        house.cloud.control({{"do", "fault.clear"}});
        house.log->onCallChanged(ended(live(u"s-1"_s, CallState::Ringing), EndReason::Missed, false));
        QVERIFY(house.log->flush());
        QVERIFY(house.log->undelivered().value().isEmpty());
        QCOMPARE(house.records(), 0);
    }

    void standings_data()
    {
        QTest::addColumn<QStringList>("rows"); // source, day, value
        QTest::addColumn<double>("standing");
        QTest::newRow("the phone system") << QStringList{u"justcall 2026-11-16 5"_s, u"justcall 2026-11-20 3"_s} << 8.0;
        QTest::newRow("the CRM reports the same calls") << QStringList{u"justcall 2026-11-16 5"_s, u"copper 2026-11-16 4"_s} << 5.0;
        QTest::newRow("the CRM alone") << QStringList{u"justcall 2026-11-16 5"_s, u"copper 2026-11-17 4"_s} << 9.0;
        QTest::newRow("by hand comes on top") << QStringList{u"justcall 2026-11-16 5"_s, u"manual 2026-11-16 2"_s} << 7.0;
        QTest::newRow("two phone systems") << QStringList{u"justcall 2026-11-16 5"_s, u"ringcentral 2026-11-16 6"_s} << 11.0;
        QTest::newRow("Sunday is last week's") << QStringList{u"justcall 2026-11-15 5"_s} << 0.0;
    }

    void standings()
    {
        QFETCH(const QStringList, rows);
        QFETCH(const double, standing);
        QList<StoredFigure> figures;
        for (const QString &row : rows) {
            const QStringList parts = row.split(u' ');
            figures.append({.type = u"phone_call_quantity"_s,
                            .day = QDate::fromString(parts.at(1), Qt::ISODate),
                            .source = parts.at(0),
                            .value = parts.at(2).toDouble()});
        }
        figures.append({.type = u"sms_quantity"_s, .day = QDate(2026, 11, 16), .source = u"justcall"_s, .value = 100});
        const Goal goal{.user = UserId(u"u1"_s), .type = u"phone_call_quantity"_s, .period = GoalPeriod::Weekly, .target = 50};
        QCOMPARE(standingOf(goal, figures, QDate(2026, 11, 20)), standing);
        QCOMPARE(daysOfPeriods({goal}, QDate(2026, 11, 20)), (DayRange{{2026, 11, 16}, {2026, 11, 22}}));
    }

    void goalsAreWrittenWhereAskedFor()
    {
        DeliveriesHouse house;
        QVERIFY(house.open());
        const double before = house.goalCurrent("phone_call_quantity_weekly");
        QVERIFY(before >= 0);
        QVERIFY(house.synced(kWhole).value("success", false));
        QCOMPARE(house.goalCurrent("phone_call_quantity_weekly"), before); // off unless asked for
        QVERIFY(house.preferences->set(settings::kGoalsWrite, true));
        QVERIFY(house.synced(kWhole).value("success", false));
        const Goal goal{.user = house.service->user(), .type = u"phone_call_quantity"_s, .period = GoalPeriod::Weekly, .target = 0};
        const double standing = standingOf(goal, house.figures(kDays), QDate(2026, 11, 20));
        QVERIFY(standing > 0);
        QVERIFY(house.until([&] { return house.goalCurrent("phone_call_quantity_weekly") == standing; }));
        QCOMPARE(house.outbox->counts().value(), OutboxCounts{});
        house.cloud.control({{"do", "journal.clear"}});
        QVERIFY(house.synced(kWhole).value("success", false));
        QVERIFY(house.requests("firestore", ":commit") <= 1); // the stamp alone
    }

    void recordsOfThePastAreFilledIn()
    {
        DeliveriesHouse house;
        QVERIFY(house.open());
        QVERIFY(house.synced(kWhole).value("success", false));
        const LogEntry hidden = house.someCall();
        house.log->setPrivate(hidden.call.id, true);
        house.writeRecords(true);
        const auto first = house.sent();
        QVERIFY(first);
        QVERIFY(first->calls > 10);
        QCOMPARE(first->waiting, 0);
        QCOMPARE(first->parked, 0);
        QCOMPARE(house.records(), first->calls);
        QVERIFY(house.record(hidden.call.sessionId).empty());
        const auto again = house.sent();
        QCOMPARE(again->calls, first->calls);
        QCOMPARE(house.records(), first->calls);
        // What becomes private while it waits does not leave, although nobody marked it.
        house.cloud.control({{"do", "fault.add"}, {"kind", "drop"}, {"service", "firestore"}});
        const CallId secret = house.someOther(hidden.call.id);
        QVERIFY(!secret.isEmpty());
        std::optional<Result<Deliveries::RecordsSent>> later;
        house.scope.start(house.send(&later));
        QVERIFY(house.until([&] { return house.outbox->isWaiting(callRecordsDestination(), secret.text()).value_or(false); }));
        house.log->setPrivate(secret, true);
        QVERIFY(!house.outbox->isWaiting(callRecordsDestination(), secret.text()).value_or(true));
        house.cloud.control({{"do", "fault.clear"}});
        QVERIFY(house.until([&] { return later.has_value(); }));
    }
};

QTEST_GUILESS_MAIN(tst_Deliveries)
#include "tst_deliveries.moc"
