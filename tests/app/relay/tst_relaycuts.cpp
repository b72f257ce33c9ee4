#include "client.h"
#include "relaystage.h"

#include <relay/gateway.h>

#include <callcard/justcallrows.h>
#include <callcard/testing/fakeclock.h>
#include <callcard/testing/loopbackserver.h>

#include <atomic>
#include <map>
#include <thread>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Json kNoLimits{{"limits", {{"requestsPerSecond", 1e6}, {"streamsPerToken", 1e6}, {"heartbeatSeconds", 60}}}};

/// The body of a chunked answer, as far as it came.
QByteArray unchunked(const std::string &bytes)
{
    const std::size_t headEnd = bytes.find("\r\n\r\n");
    QByteArray body;
    std::size_t at = headEnd == std::string::npos ? bytes.size() : headEnd + 4;
    while (at < bytes.size()) {
        const std::size_t lineEnd = bytes.find("\r\n", at);
        if (lineEnd == std::string::npos)
            break;
        const std::size_t size = std::stoul(bytes.substr(at, lineEnd - at), nullptr, 16);
        body += QByteArray::fromStdString(bytes.substr(lineEnd + 2, size));
        at = lineEnd + 2 + size + 2;
    }
    return body;
}

/// A desktop that lost its connection after so many bytes, and what it knows then: parsed by the desktop's own parser.
struct CutReader {
    std::map<std::string, int> heard{}; ///< Session → how often.
    QByteArray lastId{"0"};
    bool continuous = true;

    [[nodiscard]] std::string request() const
    {
        return "GET /api/call-stream HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + RelayStage::kToken.toStdString() +
               "\r\nLast-Event-ID: " + lastId.toStdString() + "\r\n\r\n";
    }
    void take(const std::string &bytes)
    {
        EventStreamParser parser;
        parser.setLastEventId(lastId);
        for (const ServerEvent &event : parser.feed(unchunked(bytes))) {
            const Json data = Json::parse(event.data.toStdString(), nullptr, false);
            if (event.type == "call")
                ++heard[data["call"].value("session_id", "")];
            else if (event.type == "connected")
                continuous &= data.value("continuous", false);
        }
        lastId = parser.lastEventId();
    }
    [[nodiscard]] bool heardEachOnce(int calls) const
    {
        return int(heard.size()) == calls && std::all_of(heard.begin(), heard.end(), [](const auto &one) { return one.second == 1; });
    }
};

QCoro::Task<> endGateway(relay::JustCallGateway &gateway, bool &done)
{
    co_await gateway.stop();
    done = true;
}

} // namespace

/// Whatever connection breaks, wherever: what was acknowledged is heard, and heard once.
class tst_RelayCuts : public QObject
{
    Q_OBJECT

private:
    bool acknowledges(const std::string &request)
    {
        RawClient client(m_stage->port());
        return client.send(request) && client.readUntil("\r\n\r\n{}").starts_with("HTTP/1.1 200");
    }

private Q_SLOTS:
    void init() { m_stage = std::make_unique<RelayStage>(); }
    void cleanup() { m_stage.reset(); }

    void theSendersConnectionIsCutAtEveryByte()
    {
        m_stage->start(kNoLimits);
        StreamReader mine(m_stage->http(), m_stage->base(), RelayStage::kToken, "0");
        QTRY_VERIFY_WITH_TIMEOUT(mine.greeted(), kSoon);
        const auto length = static_cast<int>(m_stage->signedCall(1000).size());
        int calls = 0;
        for (int cut = 0; cut <= length; ++cut) {
            const std::string request = m_stage->signedCall(1000 + cut); // all of one length
            QCOMPARE(int(request.size()), length);
            RawClient client(m_stage->port());
            QVERIFY(client.send(std::string_view(request).substr(0, std::size_t(cut))));
            if (cut % 3 == 0)
                client.abort();
            else
                client.close();
            // No answer came, so the provider comes again; now and then also after it was answered.
            for (int attempt = 0; attempt < (cut % 50 == 0 ? 2 : 1); ++attempt)
                QVERIFY2(acknowledges(request), qPrintable(QString::number(cut)));
            ++calls;
        }
        QTRY_COMPARE_WITH_TIMEOUT(mine.calls().size(), calls, kSoon);
        std::map<std::string, int> heard;
        for (const Json &call : mine.calls())
            ++heard[call.value("session_id", "")];
        QCOMPARE(int(heard.size()), calls);
        // What is not whole was not taken, what is whole was perhaps.
        const double kept = m_stage->metric("callcard_relay_webhooks_total{provider=\"justcall\",result=\"kept\"}");
        const double repeated = m_stage->metric("callcard_relay_webhooks_total{provider=\"justcall\",result=\"repeated\"}");
        QCOMPARE(kept, double(calls));
        QVERIFY2(repeated >= calls / 50 && repeated <= calls / 50 + 2, qPrintable(QString::number(repeated)));
    }

    void aReadersConnectionIsCutAtEveryByte()
    {
        constexpr int kCalls = 4;
        m_stage->start(kNoLimits);
        for (int i = 0; i < kCalls; ++i)
            QVERIFY(acknowledges(m_stage->signedCall(i)));
        const std::string last = "\"session_id\":\"CA" + std::to_string(kCalls - 1) + "\"";
        // The first event byte by byte, the others in larger steps.
        RawClient measure(m_stage->port());
        QVERIFY(measure.send(CutReader().request()));
        const std::size_t all = measure.readUntil(last).size() + measure.readUntil("\n\n").size();
        QVERIFY(all > 1500);
        int resumedInTheMiddle = 0;
        for (std::size_t cut = 0; cut <= all; cut += cut < 1200 ? 1 : 7) {
            CutReader reader;
            RawClient first(m_stage->port());
            QVERIFY(first.send(reader.request()));
            reader.take(first.readBytes(cut));
            if (cut % 2 == 0)
                first.abort();
            else
                first.close();
            const auto before = int(reader.heard.size());
            resumedInTheMiddle += before > 0 && before < kCalls;
            RawClient second(m_stage->port());
            QVERIFY(second.send(reader.request()));
            std::string rest = second.readUntil(before < kCalls ? std::string_view(last) : "event: connected");
            rest += second.readUntil("\n\n");
            reader.take(rest);
            QVERIFY2(reader.heardEachOnce(kCalls) && reader.continuous, qPrintable(QString::number(cut)));
        }
        QVERIFY(resumedInTheMiddle > 100);
    }

    void readersAndSendersComeAndGo()
    {
        constexpr int kCalls = 120;
        m_stage->start(kNoLimits);
        std::vector<std::string> requests;
        for (int i = 0; i < kCalls; ++i)
            requests.push_back(m_stage->signedCall(i));
        std::atomic<int> acknowledged{0};
        std::thread sender([&] {
            for (int i = 0; i < kCalls; ++i) {
                const std::string &request = requests[std::size_t(i)];
                if (i % 4 == 0) { // sent, and gone before the answer
                    RawClient impatient(m_stage->port());
                    impatient.send(request);
                    impatient.abort();
                }
                while (!acknowledges(request)) {
                }
                ++acknowledged;
            }
        });
        CutReader reader;
        int cuts = 0;
        for (std::size_t size = 40; (acknowledged < kCalls || int(reader.heard.size()) < kCalls) && cuts < 5000; ++cuts) {
            RawClient client(m_stage->port());
            if (!client.send(reader.request()))
                break;
            reader.take(client.readBytes(size, 300ms));
            client.abort();
            size = 40 + (size * 7 + 13) % 2900;
        }
        sender.join();
        QVERIFY2(reader.heardEachOnce(kCalls), qPrintable(u"%1 of %2 after %3 cuts"_s.arg(reader.heard.size()).arg(kCalls).arg(cuts)));
        QVERIFY(reader.continuous);
        QVERIFY(cuts > 20);
    }

    /// The relay's own connection to JustCall: a part is never handed on as the whole.
    void theConnectionToJustCallIsCutEverywhere()
    {
        const QString day = u"2026-11-20"_s; // the clock's today
        Json rows = Json::array();
        for (int i = 0; i < 3; ++i) {
            rows.push_back({{"id", 100 + i},
                            {"call_sid", "CA" + std::to_string(i)},
                            {"contact_number", "13035550187"},
                            {"justcall_number", "13035550142"},
                            {"agent_id", 7},
                            {"agent_email", "a@b.example"},
                            {"call_date", day.toStdString()},
                            {"call_time", "08:0" + std::to_string(i) + ":00"},
                            {"call_info", {{"direction", "Incoming"}, {"type", "Answered"}}},
                            {"call_duration", {{"conversation_time", 30}, {"total_duration", 40}}}});
        }
        const QByteArray body = QByteArray::fromStdString(
            Json{{"status", "success"}, {"count", 3}, {"total_count", 3}, {"current_page", 0}, {"per_page", 100}, {"data", rows}}.dump());
        const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n";
        int parts = 0;
        for (const bool tellsLength : {true, false}) {
            const QByteArray full =
                head + (tellsLength ? "Content-Length: " + QByteArray::number(body.size()) + "\r\n" : QByteArray()) + "\r\n" + body;
            const auto [whole, questions] = answerOfGateway(full, 0, 0);
            QVERIFY(whole);
            const auto read = justcall::relayedCalls(*whole, u"US"_s);
            QVERIFY(read && read->size() == 3 && questions >= 1);
            for (qsizetype i = 0; i < whole->size(); ++i) // and so for the desktop's connection to the relay
                QVERIFY(!justcall::relayedCalls(QByteArrayView(*whole).first(i), u"US"_s));
            for (const int times : {1, 1000}) { // which may heal, and which cannot
                for (qsizetype cut = 0; cut < full.size(); cut += 53) {
                    const auto [answer, asked] = answerOfGateway(full, times, cut);
                    QVERIFY2(!answer || (*answer == *whole && times == 1), qPrintable(u"%1 times cut at %2"_s.arg(times).arg(cut)));
                    parts += answer ? 0 : 1;
                }
            }
        }
        QVERIFY2(parts > 20, qPrintable(QString::number(parts)));
    }

private:
    /// What a gateway makes of JustCall's answers when the first ones end there; and how many it asked for.
    std::pair<Result<QByteArray>, int> answerOfGateway(const QByteArray &full, int times, qsizetype cut)
    {
        LoopbackServer justCall;
        int questions = 0;
        justCall.respond(
            [&](const ReceivedRequest &) { return Script::raw(questions++ < times ? full.first(cut) : full, Script::End::Close); });
        FakeClock clock;
        TrafficLedger traffic;
        HttpClient http(clock, traffic);
        RateBudget budget(http, clock, {.reader = readJustCallRates});
        relay::JustCallGateway gateway(
            {.base = justCall.url(QString()), .key = Secret(u"k"), .secret = Secret(u"s"), .budget = budget, .clock = clock}, 1h);
        const QDate today = clock.now().toUTC().date();
        std::optional<Result<QByteArray>> answer;
        gateway.ask({.kind = relay::GatewayQuestion::Kind::Calls, .email = u"a@b.example"_s, .first = today, .last = today},
                    [&](const Result<QByteArray> &got) { answer = got; });
        const bool came = QTest::qWaitFor([&] { return answer.has_value(); }, kSoon);
        bool ended = false;
        TaskScope scope;
        scope.start(endGateway(gateway, ended));
        (void)QTest::qWaitFor([&] { return ended; }, kSoon);
        return {came ? *answer : failure(ErrorKind::TimedOut, u"no answer at all"_s), questions};
    }

    std::unique_ptr<RelayStage> m_stage;
};

QTEST_GUILESS_MAIN(tst_RelayCuts)
#include "tst_relaycuts.moc"
