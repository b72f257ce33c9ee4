#include <ipc/ipcclient.h>
#include <ipc/ipcknock.h>
#include <ipc/ipcserver.h>

#include <callcard/testing/fakeclock.h>

#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

QCoro::Task<> askOnce(IpcClient &client, QString path, std::string command, Json arguments, std::stop_token stop,
                      std::optional<Result<Json>> &out, QList<int> &events)
{
    if (const Result<> connected = co_await client.connectTo(path, stop); !connected) {
        out = tl::unexpected(connected.error());
        co_return;
    }
    const auto onEvent = [&events](const Json &event) { events.append(event.get<int>()); };
    out = co_await client.ask(std::move(command), std::move(arguments), onEvent, stop);
}

/// A program that holds a profile and is not well, or is of another version.
class Elsewhere final : public QObject
{
    Q_OBJECT

public:
    int answers = 0; ///< So many knocks.
    bool isOlder = false;
    bool tellsProgress = false;
    QStringList heard;

    bool listen(const QString &path)
    {
        connect(&m_server, &QLocalServer::newConnection, this, [this] {
            m_socket = m_server.nextPendingConnection();
            connect(m_socket, &QLocalSocket::readyRead, this, &Elsewhere::read);
        });
        return m_server.listen(path);
    }
    QString path() const { return m_server.fullServerName(); }
    void finish() { m_socket->write(ipcLine(Json{{"id", m_asked}, {"result", Json::object()}})); }
    void say(const QByteArray &bytes) { m_socket->write(bytes); }
    [[nodiscard]] std::int64_t asked() const { return m_asked; }

private:
    void read()
    {
        while (m_socket->canReadLine()) {
            const Result<IpcQuestion> question = ipcQuestion(m_socket->readLine());
            heard.append(QString::fromStdString(question->command));
            if (question->command != kIpcKnock) {
                m_asked = question->id;
                continue;
            }
            if (answers == 0)
                continue;
            --answers;
            if (isOlder)
                m_socket->write(ipcLine(Json{{"id", question->id}, {"error", ipcError({ErrorKind::Refused, u"unknown command"_s, {}})}}));
            else
                m_socket->write(ipcLine(Json{{"id", question->id}, {"result", Json::object()}}));
            if (tellsProgress && m_asked != 0)
                m_socket->write(ipcLine(Json{{"id", m_asked}, {"event", 1}}));
        }
    }

    QLocalServer m_server;
    QLocalSocket *m_socket = nullptr;
    std::int64_t m_asked = 0;
};

} // namespace

class tst_Ipc : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<IpcServer>([this](const IpcQuestion &question, const IpcReply &reply) { answer(question, reply); });
        m_path = m_folder.filePath(u"test.sock"_s);
        QVERIFY(m_server->listen(m_path));
        m_out.reset();
        m_events.clear();
    }

    void cleanup() { m_server.reset(); }

    void anAnswerComesBackAfterItsEvents()
    {
        IpcClient client(m_clock);
        TaskScope scope;
        scope.start(askOnce(client, m_path, "count", Json{{"to", 3}}, scope.stopToken(), m_out, m_events));
        QTRY_VERIFY(m_out.has_value());
        QCOMPARE(m_events, (QList<int>{1, 2, 3}));
        QCOMPARE((*m_out)->at("counted").get<int>(), 3);
    }

    void anErrorKeepsItsKindAndWait()
    {
        IpcClient client(m_clock);
        TaskScope scope;
        scope.start(askOnce(client, m_path, "refuse", Json::object(), scope.stopToken(), m_out, m_events));
        QTRY_VERIFY(m_out.has_value());
        QCOMPARE(m_out->error(), (Error{ErrorKind::RateLimited, u"later"_s, std::chrono::seconds(5)}));
    }

    void nobodyListeningIsOffline()
    {
        IpcClient client(m_clock);
        TaskScope scope;
        scope.start(askOnce(client, m_folder.filePath(u"nobody.sock"_s), "count", Json::object(), scope.stopToken(), m_out, m_events));
        QTRY_VERIFY(m_out.has_value());
        QCOMPARE(m_out->error().kind, ErrorKind::Offline);
    }

    void aServerThatGoesAwayEndsTheQuestion()
    {
        IpcClient client(m_clock);
        TaskScope scope;
        scope.start(askOnce(client, m_path, "silence", Json::object(), scope.stopToken(), m_out, m_events));
        QTRY_COMPARE(m_asked, 1);
        m_server.reset();
        QTRY_VERIFY(m_out.has_value());
        // What was asked may be done all the same.
        QCOMPARE(m_out->error().kind, ErrorKind::TimedOut);
    }

    /// Nothing was asked of it, so it does nothing when it wakes.
    void whoDoesNotAnswerTheKnockIsNotAsked()
    {
        Elsewhere hung;
        QVERIFY(hung.listen(m_folder.filePath(u"hung.sock"_s)));
        IpcClient client(m_clock);
        TaskScope scope;
        scope.start(askOnce(client, hung.path(), "count", Json::object(), scope.stopToken(), m_out, m_events));
        QTRY_COMPARE(hung.heard.size(), 1);
        QCOMPARE(m_clock.sleepers(), 1);
        m_clock.advance(kIpcPatience - 1s);
        QCOMPARE(m_clock.sleepers(), 1);
        QVERIFY(!m_out);
        m_clock.advance(1s);
        QTRY_VERIFY(m_out.has_value());
        QCOMPARE(m_out->error().kind, ErrorKind::Offline);
        QVERIFY2(m_out->error().detail.contains(u"does not answer"_s), qPrintable(m_out->error().detail));
        QCOMPARE(hung.heard, (QStringList{u"ping"_s}));
        QCOMPARE(m_clock.sleepers(), 0);
    }

    void whoFallsSilentIsGivenUp()
    {
        Elsewhere tired;
        tired.answers = 1;
        QVERIFY(tired.listen(m_folder.filePath(u"tired.sock"_s)));
        IpcClient client(m_clock);
        TaskScope scope;
        scope.start(askOnce(client, tired.path(), "count", Json::object(), scope.stopToken(), m_out, m_events));
        QTRY_COMPARE(tired.heard, (QStringList{u"ping"_s, u"count"_s}));
        m_clock.advance(kIpcPatience);
        m_clock.advance(kIpcCalm);
        QTRY_COMPARE(tired.heard, (QStringList{u"ping"_s, u"count"_s, u"ping"_s}));
        QVERIFY(!m_out);
        m_clock.advance(kIpcPatience);
        QTRY_VERIFY(m_out.has_value());
        QCOMPARE(m_out->error().kind, ErrorKind::TimedOut); // it may be done
        QCOMPARE(m_clock.sleepers(), 0);
    }

    void aLongAnswerIsWaitedFor_data()
    {
        QTest::addColumn<bool>("isOlder");
        QTest::newRow("of this version") << false;
        QTest::newRow("of one that knows no knocking") << true;
    }

    void aLongAnswerIsWaitedFor()
    {
        constexpr int kMinutes = 10;
        QFETCH(const bool, isOlder);
        Elsewhere slow;
        slow.answers = kMinutes + 1;
        slow.isOlder = isOlder;
        slow.tellsProgress = true;
        QVERIFY(slow.listen(m_folder.filePath(u"slow.sock"_s)));
        IpcClient client(m_clock);
        TaskScope scope;
        scope.start(askOnce(client, slow.path(), "count", Json::object(), scope.stopToken(), m_out, m_events));
        QTRY_COMPARE(slow.heard.value(1), u"count"_s);
        for (int minute = 1; minute <= kMinutes; ++minute) {
            m_clock.advance(kIpcPatience);
            m_clock.advance(kIpcCalm);
            QTRY_COMPARE(m_events.size(), minute); // said after the answer to the knock
        }
        QVERIFY(!m_out);
        slow.finish();
        QTRY_VERIFY(m_out.has_value());
        QVERIFY(m_out->has_value());
        m_clock.advance(kIpcPatience);
        QCOMPARE(m_clock.sleepers(), 0);
    }

    /// Whatever it is that answers: nothing of it ends us, and what makes sense behind it is heard.
    void garbageIsNoAnswer()
    {
        Elsewhere strange;
        strange.answers = 1;
        QVERIFY(strange.listen(m_folder.filePath(u"strange.sock"_s)));
        IpcClient client(m_clock);
        TaskScope scope;
        scope.start(askOnce(client, strange.path(), "count", Json::object(), scope.stopToken(), m_out, m_events));
        QTRY_COMPARE(strange.heard.value(1), u"count"_s);
        for (const QByteArray &line :
             {QByteArray("hello\n"), QByteArray("[1]\n"), QByteArray("{\"id\":\"1\",\"result\":{}}\n"),
              QByteArray("{\"id\":99999999999999999999,\"result\":{}}\n"), QByteArray("{\"id\":7,\"result\":{}}\n"),
              QByteArray("{\"id\":1}\n"), QByteArray("{\"id\":1,\"\xff\":2}\n"),
              QByteArray("{\"id\":1,\"result\":" + QByteArray(40, '[') + QByteArray(40, ']') + "}\n"), QByteArray(10, '\0').append('\n'),
              QByteArray(3 * kLongestIpcLine, 'x').append('\n')})
            strange.say(line);
        strange.say(R"({"id":1,"error":{"kind":3,"code":"three","text":["words"],"retryAfter":-5}})"
                    "\n");
        QTRY_VERIFY(m_out.has_value());
        QCOMPARE(m_out->error(), (Error{ErrorKind::BadPayload, QString(), {}}));
    }

    /// A report of ten years is longer than any question may be.
    void anAnswerMayBeLong()
    {
        Elsewhere thorough;
        thorough.answers = 1;
        QVERIFY(thorough.listen(m_folder.filePath(u"thorough.sock"_s)));
        IpcClient client(m_clock);
        TaskScope scope;
        scope.start(askOnce(client, thorough.path(), "count", Json::object(), scope.stopToken(), m_out, m_events));
        QTRY_COMPARE(thorough.heard.value(1), u"count"_s);
        const std::string days(3 * kLongestIpcLine, 'd');
        thorough.say(ipcLine(Json{{"id", thorough.asked()}, {"result", {{"days", days}}}}));
        QTRY_VERIFY(m_out.has_value());
        QVERIFY(m_out->has_value());
        QVERIFY((**m_out).at("days") == days);
    }

    void anAnswerWithoutAnEndIsLetGo()
    {
        Elsewhere endless;
        endless.answers = 1;
        QVERIFY(endless.listen(m_folder.filePath(u"endless.sock"_s)));
        IpcClient client(m_clock);
        TaskScope scope;
        scope.start(askOnce(client, endless.path(), "count", Json::object(), scope.stopToken(), m_out, m_events));
        QTRY_COMPARE(endless.heard.value(1), u"count"_s);
        endless.say(QByteArray(65 * 1024 * 1024, 'x'));
        QTRY_VERIFY_WITH_TIMEOUT(m_out.has_value(), 30'000);
        QCOMPARE(m_out->error().kind, ErrorKind::TimedOut);
    }

    /// In the middle of a knock, and of a question.
    void theAskerMayGoAtAnyTime_data()
    {
        QTest::addColumn<int>("answers");
        QTest::newRow("nobody answered yet") << 0;
        QTest::newRow("asked") << 1;
    }

    void theAskerMayGoAtAnyTime()
    {
        QFETCH(const int, answers);
        Elsewhere other;
        other.answers = answers;
        QVERIFY(other.listen(m_folder.filePath(u"other.sock"_s)));
        {
            IpcClient client(m_clock);
            TaskScope scope;
            scope.start(askOnce(client, other.path(), "count", Json::object(), scope.stopToken(), m_out, m_events));
            QTRY_COMPARE(other.heard.size(), answers + 1);
        }
        QCOMPARE(m_out->error().kind, ErrorKind::Cancelled);
        QCOMPARE(m_clock.sleepers(), 0);
        m_clock.advance(kIpcPatience);
    }

    void theSocketIsTheUsersAlone()
    {
        const auto permissions = QFileInfo(m_path).permissions();
        QVERIFY(!(permissions & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
    }

    void garbageIsAnsweredAndTheServerLives_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("no json") << QByteArray("hello\n");
        QTest::newRow("no object") << QByteArray("[1]\n");
        QTest::newRow("wrong types") << QByteArray("{\"id\":\"one\",\"command\":7}\n");
        QTest::newRow("deep within") << QByteArray("{\"id\":1,\"command\":\"count\",\"arguments\":{\"to\":" + QByteArray(40, '[') +
                                                   QByteArray(40, ']') + "}}\n");
        QTest::newRow("deep") << QByteArray(QByteArray(100'000, '[') + '\n');
        QTest::newRow("no UTF-8") << QByteArray("{\"id\":1,\"command\":\"\xff\xfe\"}\n");
        QTest::newRow("zero bytes") << QByteArray(10, '\0').append('\n');
    }

    void garbageIsAnsweredAndTheServerLives()
    {
        QFETCH(const QByteArray, line);
        QLocalSocket socket;
        socket.connectToServer(m_path);
        QVERIFY(socket.waitForConnected(2000));
        socket.write(line);
        QTRY_VERIFY(socket.canReadLine());
        QVERIFY(socket.readLine().contains("error"));
    }

    void aLineWithoutAnEndIsCutOff()
    {
        QLocalSocket socket;
        socket.connectToServer(m_path);
        QVERIFY(socket.waitForConnected(2000));
        socket.write(QByteArray(kLongestIpcLine + 4096, 'x'));
        QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
        anAnswerComesBackAfterItsEvents();
    }

private:
    void answer(const IpcQuestion &question, const IpcReply &reply)
    {
        ++m_asked;
        if (question.command == "count") {
            const int to = question.arguments.value("to", 0);
            for (int i = 1; i <= to; ++i)
                reply.event(i);
            reply.result({{"counted", to}});
        } else if (question.command == "refuse") {
            reply.error({ErrorKind::RateLimited, u"later"_s, std::chrono::seconds(5)});
        } else if (question.command != "silence") {
            reply.error({ErrorKind::Refused, u"unknown command"_s});
        } else {
            m_asked = 1;
        }
    }

    testing::FakeClock m_clock;
    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<IpcServer> m_server;
    std::optional<Result<Json>> m_out;
    QList<int> m_events;
    int m_asked = 0;
};

QTEST_GUILESS_MAIN(tst_Ipc)
#include "tst_ipc.moc"
