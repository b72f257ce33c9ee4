#include <demo/democloud.h>
#include <engine/engine.h>

#include <callcard/eventstream.h>
#include <callcard/httpsender.h>
#include <callcard/screenpop.h>

#include <nlohmann/json.hpp>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QMessageAuthenticationCode>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <mutex>
#include <set>
#include <sys/resource.h>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Json = nlohmann::json;

namespace {

constexpr int kLater = 30'000;
constexpr auto kSecret = "program-test-secret";
constexpr auto kEmail = "dana@company.example";

QCoro::Task<> closeThen(Engine &engine, bool &done)
{
    co_await engine.shutDown();
    done = true;
}

} // namespace

/// The program itself: killed in the middle of everything, and as the desktop's one source of calls.
class tst_RelayProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_port = 0;
        m_acknowledged.clear();
        m_sent = 0;
    }
    void cleanup()
    {
        if (m_program)
            m_program->kill();
        if (m_program)
            QTRY_COMPARE_WITH_TIMEOUT(m_program->state(), QProcess::NotRunning, kLater);
        m_program.reset();
    }

    void saysWhatIsWrongWithItsConfiguration()
    {
        writeConfig({{"publicUrl", "http://relay.example"}});
        run({u"--config"_s, file(), u"--check-config"_s});
        QCOMPARE(m_program->exitCode(), 1);
        QVERIFY(m_program->readAllStandardError().contains("https://"));
        writeConfig();
        run({u"--config"_s, file(), u"--check-config"_s});
        QCOMPARE(m_program->exitCode(), 0);
        QVERIFY(m_program->readAllStandardError().contains("warning: justcall.webhookUrl")); // works, and is told
        run({u"--config"_s, file(), u"token"_s});
        QCOMPARE(m_program->exitCode(), 2);
        run({u"--config"_s, file(), u"token"_s, u"create"_s, u"someone@company.example"_s});
        QVERIFY(m_program->readAllStandardOutput().startsWith("ccr_"));
        run({u"--config"_s, file(), u"token"_s, u"list"_s});
        const QByteArray listed = m_program->readAllStandardOutput();
        QVERIFY(listed.contains("someone@company.example") && !listed.contains("ccr_"));
    }

    void waitsForNatsAndGoesWhenItIsAskedTo()
    {
        writeConfig({{"nats", {{"url", "nats://127.0.0.1:1"}}}}); // where nobody listens
        launch({u"--config"_s, file()});
        QByteArray said;
        const auto waits = [&] {
            said += m_program->readAllStandardError();
            return said.count("waiting for NATS") >= 2 || m_program->state() == QProcess::NotRunning;
        };
        QTRY_VERIFY_WITH_TIMEOUT(waits(), kLater);
        if (said.contains("built without it"))
            QSKIP("built without NATS");
        QVERIFY2(m_program->state() == QProcess::Running, said.constData());
        m_program->terminate();
        QTRY_COMPARE_WITH_TIMEOUT(m_program->state(), QProcess::NotRunning, kLater);
        QCOMPARE(m_program->exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_program->exitCode(), 0);
    }

    void killedInTheMiddleItLosesNothingAcknowledged()
    {
        m_port = 0;
        writeConfig();
        for (int round = 0; round < 4; ++round) {
            serve();
            const int before = acknowledged();
            for (int i = 0; i < 150; ++i)
                send();
            // While more are on their way: some are answered, some are on disk and not answered, some never arrived.
            QTRY_VERIFY_WITH_TIMEOUT(acknowledged() > before + 10 * (round + 1), kLater);
            m_program->kill();
            QTRY_COMPARE_WITH_TIMEOUT(m_program->state(), QProcess::NotRunning, kLater);
        }
        serve();
        SystemClock clock;
        TrafficLedger traffic;
        HttpClient http(clock, traffic);
        EventStream stream(http, {});
        std::multiset<std::string> heard;
        bool continuous = false;
        connect(&stream, &EventStream::eventReceived, this, [&](const ServerEvent &event) {
            const Json data = Json::parse(event.data.toStdString(), nullptr, false);
            if (event.type == "call")
                heard.insert(data["call"].value("session_id", ""));
            else if (event.type == "connected")
                continuous = data.value("continuous", false);
        });
        HttpRequest request = HttpRequest::get(QUrl(QString(base() + u"/api/call-stream"_s)));
        request.headers.set("Authorization", "Bearer ccr_program-test-token-1");
        stream.open(std::move(request), "0");
        const auto isWhole = [&] {
            const std::lock_guard lock(m_mutex);
            return std::all_of(m_acknowledged.begin(), m_acknowledged.end(), [&](const std::string &id) { return heard.contains(id); });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(), kLater);
        QVERIFY(continuous);
        for (const std::string &id : heard)
            QVERIFY2(heard.count(id) == 1, id.c_str());
        m_program->terminate(); // and it goes when it is asked to
        QTRY_COMPARE_WITH_TIMEOUT(m_program->state(), QProcess::NotRunning, kLater);
        QCOMPARE(m_program->exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_program->exitCode(), 0);
        QVERIFY(!m_program->readAllStandardError().contains("5550187"));
    }

    /// A disk on which nothing more fits, as the kernel makes one.
    void aFullDiskAcknowledgesNothingAndHeals()
    {
        writeConfig();
        serve();
        send();
        QTRY_COMPARE_WITH_TIMEOUT(acknowledged(), 1, kLater);
        const auto process = static_cast<pid_t>(m_program->processId());
        rlimit free{};
        QCOMPARE(::prlimit(process, RLIMIT_FSIZE, nullptr, &free), 0);
        rlimit full = free;
        full.rlim_cur = 4096;
        QCOMPARE(::prlimit(process, RLIMIT_FSIZE, &full, nullptr), 0);
        m_refused.clear();
        for (int i = 0; i < 20; ++i)
            send();
        const auto allRefused = [&] {
            const std::lock_guard lock(m_mutex);
            return m_refused.size() == 20;
        };
        QTRY_VERIFY_WITH_TIMEOUT(allRefused(), kLater);
        for (const serving::Answer &answer : m_refused)
            QVERIFY2(answer.status == 503 && !answer.header("Retry-After").empty(), std::to_string(answer.status).c_str());
        QCOMPARE(acknowledged(), 1);
        QCOMPARE(status("/healthz"), 503);
        QCOMPARE(::prlimit(process, RLIMIT_FSIZE, &free, nullptr), 0);
        QTRY_COMPARE_WITH_TIMEOUT(status("/healthz"), 200, kLater); // by itself, though nobody writes
        send();
        QTRY_COMPARE_WITH_TIMEOUT(acknowledged(), 2, kLater);
    }

    void whoseDataFolderIsWipedBeginsAnew()
    {
        writeConfig();
        serve();
        send();
        QTRY_COMPARE_WITH_TIMEOUT(acknowledged(), 1, kLater);
        QVERIFY(QDir(m_folder->filePath(u"data"_s)).removeRecursively());
        m_refused.clear();
        send();
        QTRY_COMPARE_WITH_TIMEOUT(m_program->state(), QProcess::NotRunning, kLater);
        QCOMPARE(m_program->exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_program->exitCode(), 1); // so that systemd starts it again
        QVERIFY(m_program->readAllStandardError().contains("another log of events"));
        QCOMPARE(acknowledged(), 1);
        serve();
        send();
        QTRY_COMPARE_WITH_TIMEOUT(acknowledged(), 2, kLater);
    }

    void aSignedWebhookBecomesACardOnTheDesktop()
    {
        demo::DemoCloud cloud(demo::DemoOptions{.customers = 50, .days = 0});
        QVERIFY(cloud.start());
        const Json rep = cloud.control({{"do", "company"}})["reps"][0];
        writeConfig(
            {{"users", Json::array({{{"email", rep["email"]},
                                     {"token", "ccr_program-test-token-1"},
                                     {"justcallAgentId", rep["justCallAgentId"].is_string() ? rep["justCallAgentId"]
                                                                                            : Json(rep["justCallAgentId"].dump())}}})}});
        serve();
        qputenv("CALLCARD_RELAY_URL", base().toLatin1());
        qputenv("CALLCARD_RELAY_TOKEN", "ccr_program-test-token-1");
        qputenv("CALLCARD_CALLS_SOURCES", "relay");
        const Profile profile = profileIn(m_folder->filePath(u"desktop"_s));
        QVERIFY(prepareFolders(profile).has_value());
        auto engine = std::make_unique<Engine>(profile, Engine::Attendance::Headless);
        QFile people(m_folder->filePath(u"people.csv"_s));
        QVERIFY(people.open(QFile::WriteOnly) && people.write("id,name,company,phone\n1,Sarah Lindqvist,Northlight,+1 416-555-0142\n") > 0);
        people.close();
        QVERIFY(engine->customers().directory()->importNow({.file = people.fileName(), .region = u"US"_s}));
        QSignalSpy opened(&engine->screenPop(), &ScreenPop::cardOpened);
        engine->start();
        const auto isConnected = [&] {
            const QList<Connection> connections = engine->connections();
            return !connections.isEmpty() && connections.first().state == ConnectionState::Connected;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(), kLater);
        const Json hook{
            {"do", "webhook.add"}, {"provider", "justcall"}, {"secret", kSecret}, {"url", base().toStdString() + "/api/webhooks/justcall"}};
        QVERIFY(cloud.control(hook).value("ok", false));
        QVERIFY(cloud.control({{"do", "call.start"}, {"from", "+14165550142"}, {"rep", rep["id"]}}).value("ok", false));
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, kLater);
        const auto card = opened.first().first().value<Card>();
        QCOMPARE(card.who.facts.value(0).customer.name, u"Sarah Lindqvist"_s);
        QCOMPARE(card.call.state, CallState::Ringing);
        QCOMPARE(card.call.remote.number->e164(), u"+14165550142"_s);
        QVERIFY(cloud.control({{"do", "call.end"}}).value("ok", false));
        QTRY_VERIFY_WITH_TIMEOUT(engine->tracker().liveCalls().isEmpty(), kLater);
        bool closed = false;
        TaskScope scope;
        scope.start(closeThen(*engine, closed));
        QTRY_VERIFY_WITH_TIMEOUT(closed, kLater);
        engine.reset();
        for (const char *name : {"CALLCARD_RELAY_URL", "CALLCARD_RELAY_TOKEN", "CALLCARD_CALLS_SOURCES"})
            qunsetenv(name);
    }

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"relay.json"_s); }
    [[nodiscard]] QString base() const { return u"http://127.0.0.1:%1"_s.arg(m_port); }

    void writeConfig(const Json &more = Json::object())
    {
        if (m_port == 0) {
            serving::ServingThread thread;
            serving::HttpServer server(thread, [](const std::shared_ptr<serving::Exchange> &) {});
            m_port = server.listen().value_or(0);
        }
        Json json{{"listen", "127.0.0.1:" + std::to_string(m_port)},
                  {"publicUrl", base().toStdString()},
                  {"data", m_folder->filePath(u"data"_s).toStdString()},
                  {"justcall", {{"secret", kSecret}}},
                  {"users", Json::array({{{"email", kEmail}, {"token", "ccr_program-test-token-1"}}})}};
        json.merge_patch(more);
        QFile config(file());
        QVERIFY(config.open(QFile::WriteOnly) && config.write(QByteArray::fromStdString(json.dump())) > 0);
    }

    void launch(const QStringList &arguments)
    {
        m_program = std::make_unique<QProcess>();
        m_program->start(qEnvironmentVariable("CALLCARD_RELAY_PROGRAM"), arguments);
    }
    void run(const QStringList &arguments)
    {
        launch(arguments);
        QTRY_COMPARE_WITH_TIMEOUT(m_program->state(), QProcess::NotRunning, kLater);
    }
    void serve()
    {
        launch({u"--config"_s, file()});
        QTRY_VERIFY_WITH_TIMEOUT(m_program->canReadLine() || m_program->state() == QProcess::NotRunning, kLater);
        const QByteArray line = m_program->readLine();
        const QByteArray said = line + m_program->readAllStandardError();
        QVERIFY2(line == QByteArray("{\"port\":" + QByteArray::number(m_port) + "}\n"), said.constData());
        QTRY_VERIFY_WITH_TIMEOUT(m_program->canReadLine() || m_program->state() == QProcess::NotRunning, kLater);
        QCOMPARE(m_program->readLine(), QByteArray("{\"ready\":true}\n"));
    }

    void send()
    {
        const std::string id = "CA" + std::to_string(++m_sent);
        const QByteArray url = base().toLatin1() + "/api/webhooks/justcall";
        const QByteArray stamp = QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-dd HH:mm:ss"_s).toLatin1();
        const QByteArray text =
            QByteArray(kSecret) + '|' + QUrl::toPercentEncoding(QString::fromLatin1(url), "!*'()") + "|call.incoming|" + stamp;
        const QByteArray signature = QMessageAuthenticationCode::hash(text, QByteArray(kSecret), QCryptographicHash::Sha256).toHex();
        serving::Outgoing outgoing{.url = url.toStdString(),
                                   .headers = {{"x-justcall-signature", signature.toStdString()},
                                               {"x-justcall-signature-version", "v1"},
                                               {"x-justcall-request-timestamp", stamp.toStdString()}}};
        outgoing.body = Json{{"request_id", "R" + id},
                             {"type", "call.incoming"},
                             {"data",
                              {{"call_sid", id},
                               {"contact_number", "13035550187"},
                               {"justcall_number", "13035550142"},
                               {"agent_email", kEmail},
                               {"call_info", {{"direction", "Incoming"}, {"type", "In Progress"}}}}}}
                            .dump();
        m_thread.post([this, outgoing, id] {
            serving::send(m_thread, outgoing, [this, id](const Result<serving::Answer> &answer) {
                const std::lock_guard lock(m_mutex);
                if (answer && answer->status == 200)
                    m_acknowledged.push_back(id);
                else if (answer)
                    m_refused.push_back(*answer);
            });
        });
    }
    /// Of a GET; 0: no answer.
    [[nodiscard]] int status(const char *path)
    {
        std::optional<int> got;
        const serving::Outgoing outgoing{.method = "GET", .url = base().toStdString() + path};
        m_thread.post([&, outgoing] {
            serving::send(m_thread, outgoing, [&](const Result<serving::Answer> &answer) {
                const std::lock_guard lock(m_mutex);
                got = answer ? answer->status : 0;
            });
        });
        const auto came = [&] {
            const std::lock_guard lock(m_mutex);
            return got.has_value();
        };
        return QTest::qWaitFor(came, kLater) ? *got : 0;
    }
    [[nodiscard]] int acknowledged()
    {
        const std::lock_guard lock(m_mutex);
        return static_cast<int>(m_acknowledged.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_program;
    std::uint16_t m_port = 0;
    int m_sent = 0;
    std::mutex m_mutex;
    std::vector<std::string> m_acknowledged;
    std::vector<serving::Answer> m_refused;
    serving::ServingThread m_thread;
};

QTEST_GUILESS_MAIN(tst_RelayProgram)
#include "tst_relayprogram.moc"
