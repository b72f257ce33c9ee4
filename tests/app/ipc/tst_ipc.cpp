#include <ipc/ipcclient.h>
#include <ipc/ipcserver.h>

#include <QFileInfo>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

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
        IpcClient client;
        TaskScope scope;
        scope.start(askOnce(client, m_path, "count", Json{{"to", 3}}, scope.stopToken(), m_out, m_events));
        QTRY_VERIFY(m_out.has_value());
        QCOMPARE(m_events, (QList<int>{1, 2, 3}));
        QCOMPARE((*m_out)->at("counted").get<int>(), 3);
    }

    void anErrorKeepsItsKindAndWait()
    {
        IpcClient client;
        TaskScope scope;
        scope.start(askOnce(client, m_path, "refuse", Json::object(), scope.stopToken(), m_out, m_events));
        QTRY_VERIFY(m_out.has_value());
        QCOMPARE(m_out->error(), (Error{ErrorKind::RateLimited, u"later"_s, std::chrono::seconds(5)}));
    }

    void nobodyListeningIsOffline()
    {
        IpcClient client;
        TaskScope scope;
        scope.start(askOnce(client, m_folder.filePath(u"nobody.sock"_s), "count", Json::object(), scope.stopToken(), m_out, m_events));
        QTRY_VERIFY(m_out.has_value());
        QCOMPARE(m_out->error().kind, ErrorKind::Offline);
    }

    void aServerThatGoesAwayEndsTheQuestion()
    {
        IpcClient client;
        TaskScope scope;
        scope.start(askOnce(client, m_path, "silence", Json::object(), scope.stopToken(), m_out, m_events));
        QTRY_COMPARE(m_asked, 1);
        m_server.reset();
        QTRY_VERIFY(m_out.has_value());
        QCOMPARE(m_out->error().kind, ErrorKind::Offline);
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

    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<IpcServer> m_server;
    std::optional<Result<Json>> m_out;
    QList<int> m_events;
    int m_asked = 0;
};

QTEST_GUILESS_MAIN(tst_Ipc)
#include "tst_ipc.moc"
