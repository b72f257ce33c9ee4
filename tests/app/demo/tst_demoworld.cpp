#include "asking.h"

#include "civil.h"
#include "webhooks/signatures.h"
#include "world/numberpool.h"
#include "world/world.h"

#include <QRegularExpression>

#include <algorithm>
#include <atomic>
#include <map>
#include <set>

using namespace callcard;
using namespace callcard::demo;

namespace {

struct Steps final : WorldObserver {
    std::vector<std::string> seen{};
    void onCallStep(const WorldCall &call, const CallStep &step) override
    {
        const Party &party = call.parties[step.party];
        const char *who = party.kind == Party::Kind::Outside ? "out" : party.kind == Party::Kind::Queue ? "queue" : party.repId.c_str();
        seen.push_back(std::string(who) + " " + word(step.state) + (step.reason.empty() ? "" : "/" + step.reason) +
                       (call.isLive() ? "" : " end"));
    }
};

/// In one of the ranges that regulators keep for fiction.
bool isFiction(const std::string &number)
{
    if (number.size() == 12 && number.starts_with("+1"))
        return number.compare(5, 5, "55501") == 0;
    if (number.size() == 12 && number.starts_with("+61"))
        return std::string("2378").find(number[3]) != std::string::npos &&
               (number.compare(4, 4, "5550") == 0 || number.compare(4, 4, "7010") == 0);
    return number.size() == 13 && number.starts_with("+44") &&
           (number.compare(6, 4, "4960") == 0 || number.compare(6, 4, "4980") == 0 || number.compare(5, 5, "79460") == 0 ||
            number.compare(5, 5, "96496") == 0 || number.compare(5, 5, "20180") == 0);
}

} // namespace

class tst_DemoWorld : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movesPartiesInTheOrderOfRecordedStreams_data();
    void movesPartiesInTheOrderOfRecordedStreams();
    void tellsTheSameDayAgain();
    void usesNumbersOfFictionOnly();
    void hasNumbersForALargeCompany();
    void sharesNumbersWhenAllAreTaken();
    void readsCivilTime_data();
    void readsCivilTime();
    void leadsIdsBack();
    void runsTimersInOrder();
    void runsOnAfterAFailure_data();
    void runsOnAfterAFailure();
    void boundsItsSpeed();
    void signsAsThePapersSay_data();
    void signsAsThePapersSay();
    void signsFormsAsThePapersSay_data();
    void signsFormsAsThePapersSay();
    void holdsAYearOfTenThousandCustomers();

private:
    serving::ServingThread m_thread;
    template <typename Function>
    void onStage(Function function)
    {
        m_thread.run([&] {
            DemoClock clock(m_thread);
            clock.setNow(Instant(std::chrono::seconds(1'772'640'000)));
            clock.setSpeed(0);
            World world(clock, {50, 3, 20, 1});
            function(clock, world);
        });
    }
};

void tst_DemoWorld::movesPartiesInTheOrderOfRecordedStreams_data()
{
    QTest::addColumn<QStringList>("moves");
    QTest::addColumn<QStringList>("steps");
    const auto list = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char(',')); };
    QTest::newRow("answered, held") << list("in,answer,hold,unhold,end")
                                    << list("out Setup,rep-1 Setup,rep-1 Proceeding,rep-1 Answered,out Answered,rep-1 Hold,rep-1 Answered,"
                                            "rep-1 Disconnected,out Disconnected end");
    QTest::newRow("caller gives up") << list("in,end")
                                     << list("out Setup,rep-1 Setup,rep-1 Proceeding,rep-1 Disconnected/Cancelled,out Disconnected end");
    QTest::newRow("outbound")
        << list("out,answer,end")
        << list("rep-1 Setup,out Proceeding,rep-1 Proceeding,out Answered,rep-1 Answered,rep-1 Disconnected,out Disconnected end");
    QTest::newRow("queue, another takes it")
        << list("queue,answer rep-2,end")
        << list("out Setup,queue Setup,out Answered,queue Disconnected,rep-1 Proceeding,rep-2 Proceeding,rep-3 Proceeding,"
                "rep-2 Answered,rep-1 Disconnected/AgentAnswered,rep-3 Disconnected/AgentAnswered,rep-2 Disconnected,"
                "out Disconnected end");
    QTest::newRow("voicemail")
        << list("in,voicemail,wait 10")
        << list("out Setup,rep-1 Setup,rep-1 Proceeding,rep-1 VoiceMail,rep-1 Disconnected/Voicemail,out Disconnected end");
    QTest::newRow("blind transfer")
        << list("in,answer,blind rep-2,answer rep-2,end")
        << list("out Setup,rep-1 Setup,rep-1 Proceeding,rep-1 Answered,out Answered,rep-1 Disconnected/BlindTransfer,rep-2 Setup,"
                "rep-2 Proceeding,rep-2 Answered,rep-2 Disconnected,out Disconnected end");
    QTest::newRow("what does not fit changes nothing")
        << list("in,hold,unhold,answer rep-4,voicemail,answer,wait 10")
        << list("out Setup,rep-1 Setup,rep-1 Proceeding,rep-1 VoiceMail,rep-1 Disconnected/Voicemail,"
                "out Disconnected end");
}

void tst_DemoWorld::movesPartiesInTheOrderOfRecordedStreams()
{
    QFETCH(QStringList, moves);
    QFETCH(QStringList, steps);
    Steps observer;
    int sequence = 0;
    onStage([&](DemoClock &clock, World &world) {
        world.observe(&observer);
        CallNumber id = 0;
        for (const QString &text : moves) {
            const std::string move = text.section(QLatin1Char(' '), 0, 0).toStdString(),
                              rest = text.section(QLatin1Char(' '), 1).toStdString();
            NewCall call;
            call.customerId = "customer-1";
            call.direction = move == "out" ? Direction::Outbound : Direction::Inbound;
            call.lineId = move == "queue" ? "line-main" : "";
            if (move == "in" || move == "out" || move == "queue")
                id = world.startCall(call).id;
            else if (move == "answer")
                (void)world.answer(id, rest);
            else if (move == "hold")
                (void)world.hold(id);
            else if (move == "unhold")
                (void)world.unhold(id);
            else if (move == "end")
                (void)world.hangUp(id);
            else if (move == "voicemail")
                (void)world.sendToVoicemail(id, 10);
            else if (move == "blind")
                (void)world.transferBlind(id, rest);
            else
                clock.advance(std::chrono::seconds(std::stoi(rest)));
        }
        world.unobserve(&observer);
        for (const CallStep &step : world.call(id)->steps) { // one counter a session, from 2
            QCOMPARE(step.sequence, sequence == 0 ? 2 : sequence + 1);
            sequence = step.sequence;
        }
    });
    QStringList seen;
    for (const std::string &step : observer.seen)
        seen << QString::fromStdString(step);
    QCOMPARE(seen, steps);
}

void tst_DemoWorld::tellsTheSameDayAgain()
{
    m_thread.run([&] {
        DemoClock clock(m_thread);
        clock.setSpeed(0);
        const auto dayOf = [&](std::int64_t start, std::uint64_t seed) {
            clock.setNow(Instant(std::chrono::seconds(start)));
            const World world(clock, {300, 6, 45, seed});
            std::vector<std::string> day;
            for (const WorldCall &call : world.calls()) {
                if (civilTime(call.startedAt).date() == "2026-03-03")
                    day.push_back(call.repId + call.number + isoTime(call.startedAt) + std::to_string(call.talkSeconds));
            }
            return day;
        };
        const auto day = dayOf(1'772'640'000, 7);
        QVERIFY(day.size() > 80);
        QCOMPARE(dayOf(1'772'640'000, 7), day);
        QCOMPARE(dayOf(1'772'726'400, 7), day); // started a day later
        QVERIFY(dayOf(1'772'640'000, 8) != day);
    });
}

void tst_DemoWorld::usesNumbersOfFictionOnly()
{
    m_thread.run([&] {
        DemoClock clock(m_thread);
        const World world(clock, {5000, 2, 45, 3});
        int unparseable = 0, shared = 0, extensions = 0;
        for (const Customer &customer : world.customers()) {
            for (const WrittenNumber &number : customer.numbers) {
                unparseable += number.e164.empty();
                extensions += !number.extension.empty();
                QVERIFY2(number.e164.empty() || isFiction(number.e164), number.e164.c_str());
            }
            for (const std::string &email : customer.emails)
                QVERIFY(email.ends_with(".example"));
            shared += !customer.numbers.empty() && world.customersWithNumber(customer.numbers.front().e164).size() > 1;
        }
        QVERIFY(unparseable > 10 && shared > 100 && extensions > 100);
        for (const WorldCall &call : world.calls())
            QVERIFY(call.number.empty() || isFiction(call.number));
        for (const Company &company : world.companies())
            QVERIFY(company.domain.ends_with(".example"));
        QCOMPARE(world.customersWithNumber("+13035550187").size(), std::size_t(1));
    });
}

void tst_DemoWorld::hasNumbersForALargeCompany()
{
    m_thread.run([&] {
        DemoClock clock(m_thread);
        const World world(clock, {20'000, 0, 0, 7});
        std::map<std::string, int> countries;
        std::map<std::string, int> owners;
        for (const Company &company : world.companies())
            ++countries[company.country];
        for (const Customer &customer : world.customers()) {
            for (const WrittenNumber &number : customer.numbers) {
                QVERIFY2(number.e164.empty() || isFiction(number.e164), number.e164.c_str());
                if (!number.e164.empty() && number.extension.empty())
                    ++owners[number.e164];
            }
        }
        for (const char *country : {"US", "CA", "GB", "AU"})
            QVERIFY2(countries[country] > 100, country);
        const auto shared = std::count_if(owners.begin(), owners.end(), [](const auto &entry) { return entry.second > 3; });
        QVERIFY(shared > 0 && shared < static_cast<std::ptrdiff_t>(owners.size() / 20));
    });
}

void tst_DemoWorld::sharesNumbersWhenAllAreTaken()
{
    NumberPool pool(2); // two hundred numbers
    pool.reserve("+13035550187");
    std::set<std::string> owned;
    for (int i = 0; i < 199; ++i) {
        const NumberPool::Number number = pool.take(0);
        QVERIFY(number.extension.empty() && isFiction(number.e164));
        QVERIFY2(owned.insert(number.e164).second, number.e164.c_str());
    }
    QVERIFY(!owned.contains("+13035550187"));
    QCOMPARE(pool.takeWhole(0), std::string()); // a switchboard would be somebody's own number
    const NumberPool::Number first = pool.take(1), second = pool.take(1);
    QVERIFY(isFiction(first.e164) && !first.extension.empty() && first.extension != second.extension);
}

void tst_DemoWorld::readsCivilTime_data()
{
    QTest::addColumn<QByteArray>("iso");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QByteArray>("wall");
    QTest::newRow("winter") << QByteArray("2026-01-15T06:30:00Z") << QByteArray("America/Denver") << QByteArray("2026-01-14 23:30:00");
    QTest::newRow("summer") << QByteArray("2026-07-15T05:30:00Z") << QByteArray("America/Denver") << QByteArray("2026-07-14 23:30:00");
    QTest::newRow("before the clocks change") << QByteArray("2026-03-08T08:59:59Z") << QByteArray("America/Denver")
                                              << QByteArray("2026-03-08 01:59:59");
    QTest::newRow("after") << QByteArray("2026-03-08T09:00:00Z") << QByteArray("America/Denver") << QByteArray("2026-03-08 03:00:00");
    QTest::newRow("offset without colon") << QByteArray("2026-03-04T17:20:11.532+0100") << QByteArray("UTC")
                                          << QByteArray("2026-03-04 16:20:11");
}

void tst_DemoWorld::readsCivilTime()
{
    QFETCH(QByteArray, iso);
    QFETCH(QByteArray, zone);
    const auto at = parseIsoTime(iso.toStdString());
    QVERIFY(at);
    const Civil wall = civilTime(*at, zone.toStdString());
    QTEST(QByteArray::fromStdString(wall.date() + " " + wall.time()), "wall");
    QCOMPARE(instantOf(wall, zone.toStdString()), std::chrono::floor<std::chrono::seconds>(*at));
    for (const char *wrong : {"2026-03-04", "2026-13-04T00:00:00Z", "2026-02-30T00:00:00Z", "2026-03-04T17:20:11", "2026-03-04T17:20:11.Z"})
        QVERIFY(!parseIsoTime(wrong));
}

void tst_DemoWorld::leadsIdsBack()
{
    WorldCall call;
    for (call.id = 90'210'001; call.id < 90'210'500; ++call.id) {
        QCOMPARE(callOfSid(call.callSid()), std::optional(call.id));
        QCOMPARE(callOfSession(call.sessionId()), std::optional(call.id));
        QCOMPARE(callOfSession(call.telephonySessionId()), std::optional(call.id));
    }
    QVERIFY(!callOfSid("CA00000000000000000000000000000000"));
    QVERIFY(!callOfSid("nonsense"));
    QVERIFY(!callOfSession("s-a0d1zzzzzzzzzzzzzzzzzz0000"));
}

void tst_DemoWorld::runsTimersInOrder()
{
    onStage([](DemoClock &clock, World &) {
        std::vector<std::pair<int, std::int64_t>> runs;
        const Instant start = clock.now();
        const auto note = [&](int what) { runs.emplace_back(what, (clock.now() - start).count()); };
        const auto second = clock.after(std::chrono::seconds(2), [&] { note(2); });
        const auto first = clock.after(std::chrono::seconds(1), [&] { note(1); });
        auto dropped = clock.after(std::chrono::seconds(1), [&] { note(9); });
        dropped.reset();
        clock.advance(std::chrono::seconds(5));
        const std::vector<std::pair<int, std::int64_t>> wanted{{1, 1000}, {2, 2000}};
        QCOMPARE(runs, wanted);
        QCOMPARE(clock.now() - start, std::chrono::milliseconds(5000));
    });
}

void tst_DemoWorld::runsOnAfterAFailure_data()
{
    QTest::addColumn<bool>("byHand");
    QTest::newRow("moved by hand") << true;
    QTest::newRow("by itself") << false;
}

/// One service's bug must not stop the time of all: what is due beside it runs, and so does what is due later.
void tst_DemoWorld::runsOnAfterAFailure()
{
    QFETCH(bool, byHand);
    for (int i = 0; i < 2; ++i)
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("what was due has failed: \"?broken")));
    std::unique_ptr<DemoClock> clock;
    std::vector<std::shared_ptr<DemoClock::Timer>> timers;
    std::atomic<int> runs = 0;
    m_thread.run([&] {
        clock = std::make_unique<DemoClock>(m_thread);
        clock->setSpeed(byHand ? 0.0 : 1.0);
        const auto add = [&](int ms, bool fails) {
            timers.push_back(clock->after(std::chrono::milliseconds(ms), [&runs, fails] {
                if (fails)
                    throw std::runtime_error("broken");
                ++runs;
            }));
        };
        add(0, true);
        add(0, false);
        add(20, true);
        add(40, false);
        if (byHand)
            clock->advance(std::chrono::milliseconds(50));
    });
    QTRY_COMPARE(runs.load(), 2);
    m_thread.run([&] {
        timers.clear();
        clock.reset();
    });
}

void tst_DemoWorld::boundsItsSpeed()
{
    onStage([](DemoClock &clock, World &) {
        const auto timer = clock.after(std::chrono::hours(24), [] {});
        for (const auto &[wanted, speed] :
             {std::pair(1e-300, 1e-6), std::pair(1e300, 100'000.0), std::pair(-5.0, 0.0), std::pair(2.0, 2.0)}) {
            clock.setSpeed(wanted);
            QCOMPARE(clock.speed(), speed);
        }
        QVERIFY(clock.now().time_since_epoch().count() < 2 * 1'772'640'000'000LL);
        clock.setSpeed(0);
    });
}

void tst_DemoWorld::signsAsThePapersSay_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("signature");
    QTest::newRow("plain") << QByteArray("https://relay.example.com/hooks/justcall") << QByteArray("call.incoming")
                           << QByteArray("4e25b97f23b1a4434e258e9e485c80910c9c10db340aaf6eb725f89e8905c1e6");
    QTest::newRow("special characters") << QByteArray("https://relay.example.com/justcall?tenant=a b&x=(1)") << QByteArray("call.completed")
                                        << QByteArray("2b8f291e9483d262883475427c54953712806a5e581dc5d811935d039d9fca86");
}

void tst_DemoWorld::signsFormsAsThePapersSay_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("form"); // name=value, separated by &
    QTest::addColumn<QByteArray>("signature");
    QTest::newRow("status") << QByteArray("https://hooks.example.test:8443/twilio/status?rep=u1")
                            << QByteArray("CallSid=CA00000000000000000000000000000001&CallStatus=completed&CallDuration=42&From=+15550100"
                                          "&To=+15550199&SequenceNumber=3&Empty=")
                            << QByteArray("CKl59QNfZiSWt5RuC8P+S5KdO+w=");
    QTest::newRow("a name three times, a value twice")
        << QByteArray("https://hooks.example.test/x") << QByteArray("M=b&M=a&M=b") << QByteArray("xP7BldSZkf2RfyH1eWWfRBS1KMY=");
}

void tst_DemoWorld::signsFormsAsThePapersSay()
{
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, form);
    std::vector<std::pair<std::string, std::string>> items;
    for (const QByteArray &item : form.split('&')) {
        const auto equals = item.indexOf('=');
        items.emplace_back(item.first(equals).toStdString(), item.sliced(equals + 1).toStdString());
    }
    QTEST(QByteArray::fromStdString(twilioSignature("callcard-test-token", url.toStdString(), items)), "signature");
}

void tst_DemoWorld::signsAsThePapersSay()
{
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, type);
    QTEST(QByteArray::fromStdString(justCallSignature("example-secret", url.toStdString(), type.toStdString(), "2025-01-31 15:04:05")),
          "signature");
}

void tst_DemoWorld::holdsAYearOfTenThousandCustomers()
{
    m_thread.run([&] {
        DemoClock clock(m_thread);
        const World world(clock, {10'000, 365, 45, 1});
        QVERIFY(world.calls().size() > 30'000);
    });
}

QTEST_GUILESS_MAIN(tst_DemoWorld)
#include "tst_demoworld.moc"
