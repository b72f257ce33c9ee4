#include "desktop.h"

#include <demo/democloud.h>

#include <callcard/httpserver.h>

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kSoon = 15'000;
constexpr int kTenSeconds = 10'000;
constexpr int kCards = 50;

/// The other program: somebody writes a mail while the phone rings.
class Letter final : public QLineEdit
{
public:
    int lost = 0; ///< How often the keyboard went away.

protected:
    void focusOutEvent(QFocusEvent *event) override
    {
        ++lost;
        QLineEdit::focusOutEvent(event);
    }
};

qint64 painted(const Callcard &callcard)
{
    const Json status = callcard.cli({u"status"_s});
    return status.is_object() && status.contains("cards") ? status["cards"].value("painted", std::int64_t{-1}) : -1;
}

QCoro::Task<> watchInto(IpcClient &client, QString socket, QList<Json> &lines, std::stop_token stop)
{
    const Result<> connected = co_await client.connectTo(socket, stop);
    if (!connected)
        co_return;
    const IpcClient::EventSink sink = [&lines](const Json &line) { lines.append(line); };
    const Result<Json> ended = co_await client.ask("watch", Json::object(), sink, stop);
    Q_UNUSED(ended)
}

} // namespace

class tst_CardDesktop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_windowManager = std::make_unique<Helper>(QStringList{u"openbox"_s});
        QTRY_VERIFY_WITH_TIMEOUT(m_windowManager->isRunning(), kSoon);
        m_cloud = std::make_unique<demo::DemoCloud>(demo::DemoOptions{.customers = 200, .days = 0});
        QVERIFY(m_cloud->start().has_value());
    }

    /// A newcomer sees within ten seconds what this program is for.
    void theDemoPopsACardWithAName()
    {
        Callcard callcard;
        QElapsedTimer timer;
        timer.start();
        QVERIFY(callcard.start({u"--demo"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(!m_screen.cards().isEmpty(), kTenSeconds);
        QVERIFY2(timer.elapsed() <= kTenSeconds, "too late");
        QTRY_VERIFY_WITH_TIMEOUT(!demoSocket(callcard).isEmpty(), kSoon);

        // Who the card is about, asked from the program itself.
        SystemClock clock;
        IpcClient client(clock);
        QList<Json> lines;
        TaskScope scope;
        scope.start(watchInto(client, demoSocket(callcard), lines, scope.stopToken()));
        const auto named = [&lines] {
            return std::any_of(lines.begin(), lines.end(), [](const Json &line) {
                return line.value("type", std::string()) == "call" && !line.at("call").value("customer_name", std::string()).empty();
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(named(), kSoon);
        keepPicture(m_screen, u"demo-card"_s);
        QCOMPARE(callcard.quit(), 0);
    }

    /// Text typed into another window during fifty cards arrives complete there, and focus never moves.
    void typingGoesOnDuringFiftyCards()
    {
        Callcard callcard(relayVariables());
        callcard.set(u"CALLCARD_CARD_STAY_AFTER_END"_s, u"1"_s);
        QVERIFY(callcard.start({u"--background"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(connected(callcard), kSoon);

        Letter letter;
        letter.resize(500, 40);
        letter.show();
        letter.activateWindow();
        QTRY_VERIFY_WITH_TIMEOUT(letter.isActiveWindow() && letter.hasFocus(), kSoon);
        letter.lost = 0;
        const std::uint32_t focus = m_screen.focus();

        QString text;
        for (int i = 0; i < kCards; ++i)
            text += u"card %1 "_s.arg(i);
        QProcess typist;
        typist.start(u"xdotool"_s, {u"type"_s, u"--delay"_s, u"15"_s, text});
        for (int i = 0; i < kCards; ++i) {
            QVERIFY(m_cloud->control({{"do", "call.start"}}).value("ok", false));
            const qint64 wanted = i + 1;
            QTRY_VERIFY_WITH_TIMEOUT(painted(callcard) >= wanted, kSoon);
            QCOMPARE(m_screen.focus(), focus);
            if (i == 2)
                keepPicture(m_screen, u"three-cards"_s);
            QVERIFY(m_cloud->control({{"do", i % 2 ? "call.giveup" : "call.end"}}).value("ok", false));
        }
        QTRY_COMPARE_WITH_TIMEOUT(typist.state(), QProcess::NotRunning, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(letter.text(), text, kSoon);
        QCOMPARE(letter.lost, 0);
        QCOMPARE(callcard.quit(), 0);
    }

    /// The whole way: JustCall's signed webhook, the team's relay, its stream, what a person sees.
    void aSignedWebhookPaintsACard()
    {
        const Json company = m_cloud->control({{"do", "company"}});
        const Json &rep = company["reps"][0];
        QTemporaryDir folder;
        const std::string base = "http://127.0.0.1:" + std::to_string(freePort());
        const Json agent = rep["justCallAgentId"];
        writeInto(folder.filePath(u"relay.json"_s),
                  Json{{"listen", base.substr(7)},
                       {"publicUrl", base},
                       {"data", folder.filePath(u"data"_s).toStdString()},
                       {"justcall", {{"secret", "desktop-test-secret"}}},
                       {"users", Json::array({{{"email", rep["email"]},
                                               {"token", "ccr_desktop-test-token-1"},
                                               {"justcallAgentId", agent.is_string() ? agent : Json(agent.dump())}}})}}
                      .dump());
        QProcess relay;
        relay.setStandardErrorFile(QProcess::nullDevice());
        relay.start(programPath(u"callcard-relay"_s), {u"--config"_s, folder.filePath(u"relay.json"_s)});
        QByteArray said;
        const auto isReady = [&] {
            said += relay.readAllStandardOutput();
            return said.contains("ready");
        };
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), kSoon);

        Callcard callcard;
        callcard.set(u"CALLCARD_RELAY_URL"_s, QString::fromStdString(base));
        callcard.set(u"CALLCARD_RELAY_TOKEN"_s, u"ccr_desktop-test-token-1"_s);
        callcard.set(u"CALLCARD_CALLS_SOURCES"_s, u"relay"_s);
        callcard.set(u"CALLCARD_REGION"_s, u"US"_s);
        const QString people = folder.filePath(u"people.csv"_s);
        writeInto(people, "id,name,company,phone\n1,Sarah Lindqvist,Northlight Coffee Roasters,+1 416-555-0142\n");
        QVERIFY(callcard.cli({u"directory"_s, u"import"_s, people}).value("kept", 0) == 1);
        QVERIFY(callcard.start({u"--background"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(connected(callcard), kSoon);

        const Json hook{
            {"do", "webhook.add"}, {"provider", "justcall"}, {"secret", "desktop-test-secret"}, {"url", base + "/api/webhooks/justcall"}};
        const Json added = m_cloud->control(hook);
        QVERIFY2(added.value("ok", false), added.dump().c_str());
        QVERIFY(m_cloud->control({{"do", "call.start"}, {"from", "+14165550142"}, {"rep", rep["id"]}}).value("ok", false));
        QTRY_VERIFY_WITH_TIMEOUT(!m_screen.cards().isEmpty() && painted(callcard) == 1, kSoon);
        keepPicture(m_screen, u"webhook-card"_s);
        QVERIFY(m_cloud->control({{"do", "call.giveup"}}).value("ok", false));
        const auto logged = [&] {
            const Json calls = callcard.cli({u"calls"_s});
            return calls.is_object() && calls["calls"].size() == 1 ? calls["calls"][0] : Json::object();
        };
        QTRY_COMPARE_WITH_TIMEOUT(logged().value("status", ""), std::string("ended"), kSoon);
        QCOMPARE(logged().value("customer_name", ""), std::string("Sarah Lindqvist"));
        keepPicture(m_screen, u"webhook-missed"_s);

        // And what she writes instead.
        const auto known = m_screen.cards().size();
        QVERIFY(m_cloud
                    ->control({{"do", "text.add"},
                               {"number", "+14165550142"},
                               {"rep", rep["id"]},
                               {"body", "Missed you - can you call me before noon?"}})
                    .value("ok", false));
        QTRY_VERIFY_WITH_TIMEOUT(m_screen.cards().size() > known, kSoon);
        keepPicture(m_screen, u"webhook-text"_s);

        QVERIFY(m_cloud->control({{"do", "webhook.remove"}, {"webhook", added["webhook"]}}).value("ok", false));
        QCOMPARE(callcard.quit(), 0);
        relay.terminate();
        QTRY_COMPARE_WITH_TIMEOUT(relay.state(), QProcess::NotRunning, kSoon);
        QCOMPARE(relay.exitCode(), 0);
    }

    /// The hotkey gives the keyboard to the card, Esc gives it back to whom it belonged.
    void theHotkeyGoesIntoTheCardAndEscLeavesIt()
    {
        Callcard callcard(relayVariables());
        QVERIFY(callcard.start({u"--background"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(connected(callcard), kSoon);
        Letter letter;
        letter.resize(500, 40);
        letter.show();
        letter.activateWindow();
        QTRY_VERIFY_WITH_TIMEOUT(letter.isActiveWindow() && letter.hasFocus(), kSoon);

        QVERIFY(m_cloud->control({{"do", "call.start"}}).value("ok", false));
        QTRY_VERIFY_WITH_TIMEOUT(!m_screen.cards().isEmpty(), kSoon);
        const std::uint32_t before = m_screen.focus();
        run({u"xdotool"_s, u"key"_s, u"ctrl+alt+c"_s});
        QTRY_VERIFY_WITH_TIMEOUT(m_screen.focus() == m_screen.cards().value(0).id, kSoon);
        keepPicture(m_screen, u"keyboard-in-card"_s);
        run({u"xdotool"_s, u"key"_s, u"Escape"_s});
        QTRY_COMPARE_WITH_TIMEOUT(m_screen.focus(), before, kSoon);
        run({u"xdotool"_s, u"type"_s, u"back"_s});
        QTRY_COMPARE_WITH_TIMEOUT(letter.text(), u"back"_s, kSoon);
        QVERIFY(m_cloud->control({{"do", "call.end"}}).value("ok", false));
        QCOMPARE(callcard.quit(), 0);
    }

    void cleanup() { QTRY_VERIFY_WITH_TIMEOUT(m_screen.cards().isEmpty(), kSoon); }

    void cleanupTestCase()
    {
        m_cloud.reset();
        m_windowManager.reset();
    }

private:
    [[nodiscard]] std::map<std::string, std::string> relayVariables() const
    {
        std::map<std::string, std::string> variables = m_cloud->environment();
        variables["CALLCARD_CALLS_SOURCES"] = "relay";
        return variables;
    }

    static std::uint16_t freePort()
    {
        serving::ServingThread thread;
        serving::HttpServer server(thread, [](const std::shared_ptr<serving::Exchange> &) {});
        return server.listen().value_or(0);
    }

    static void writeInto(const QString &path, const std::string &text)
    {
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly) && file.write(QByteArray::fromStdString(text)) > 0);
    }

    static bool connected(const Callcard &callcard)
    {
        const Json status = callcard.cli({u"status"_s});
        if (!status.is_object())
            return false;
        const Json &connections = status.at("connections");
        return std::any_of(connections.begin(), connections.end(),
                           [](const Json &c) { return c.value("state", std::string()) == "connected"; });
    }

    static QString demoSocket(const Callcard &callcard)
    {
        const QDir temporary(callcard.temporary());
        for (const QString &folder : temporary.entryList({u"callcard-demo-*"_s}, QDir::Dirs)) {
            const QString socket = temporary.filePath(QString(folder + u"/callcard.sock"_s));
            if (QFile::exists(socket))
                return socket;
        }
        return {};
    }

    XScreen m_screen;
    std::unique_ptr<Helper> m_windowManager;
    std::unique_ptr<demo::DemoCloud> m_cloud;
};

QTEST_MAIN(tst_CardDesktop)
#include "tst_carddesktop.moc"
