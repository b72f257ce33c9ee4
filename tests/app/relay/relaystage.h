#pragma once

#include <demo/democloud.h>
#include <relay/relay.h>

#include <callcard/eventstream.h>

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QTest>

namespace callcard::testing {

using Json = nlohmann::json;

inline constexpr int kSoon = 15'000;

/// A desktop's end of a stream: keeps what it heard, and where it was.
class StreamReader final : public QObject
{
    Q_OBJECT

public:
    StreamReader(HttpClient &http, const QString &base, const QByteArray &token, const QByteArray &lastEventId = {});

    [[nodiscard]] const QList<ServerEvent> &events() const { return m_events; }
    [[nodiscard]] Json data(const QByteArray &type, qsizetype index = 0) const; ///< Of the n-th event of that type.
    [[nodiscard]] QList<Json> told(const char *type) const;                     ///< What each event of that type is about.
    [[nodiscard]] QList<Json> calls() const { return told("call"); }
    [[nodiscard]] QStringList statuses() const; ///< "ringing", "ended hung-up" …
    [[nodiscard]] bool greeted() const { return !data("connected").is_null(); }
    [[nodiscard]] bool isClosed() const { return m_closed; }
    [[nodiscard]] QByteArray lastId() const { return m_events.isEmpty() ? QByteArray() : m_events.last().id; }

private:
    EventStream m_stream;
    QList<ServerEvent> m_events;
    bool m_closed = false;
};

/// A relay of its own on a folder of its own, and the cloud around it.
class RelayStage
{
public:
    RelayStage();
    ~RelayStage();

    /// Above the usual configuration.
    [[nodiscard]] relay::RelayConfig config(const Json &more = Json::object()) const;
    /// On a log of its own, or on that one. The port stays the same over restarts.
    void start(const Json &more = Json::object(), std::unique_ptr<EventLog> log = {});
    void shutDown();
    void stopHard(); ///< Without a goodbye.

    [[nodiscard]] QString base() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] relay::Relay &program() { return *m_relay; }
    [[nodiscard]] HttpClient &http() { return m_http; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    /// One question, answered; status 0: no answer.
    [[nodiscard]] HttpAnswer ask(HttpMethod method, const QString &path, const HttpHeaders &headers = {}, const QByteArray &body = {});
    [[nodiscard]] HttpAnswer get(const QString &path, const QByteArray &token = kToken);
    [[nodiscard]] Json json(const QString &path, const QByteArray &token = kToken);
    [[nodiscard]] double metric(const QByteArray &line); ///< -1: there is no such line.
    /// The provider's events from now on.
    void hook(const std::string &provider, Json more = Json::object());
    /// A ringing call of JustCall's for the first rep, signed: a request as it is on the wire.
    [[nodiscard]] std::string signedCall(int number);
    [[nodiscard]] Json rep(int index) const;
    [[nodiscard]] std::string email(int index) const; ///< In lower case, as the relay has it.
    Json cloud(const Json &request) { return m_cloud.control(request); }

    std::function<void(relay::RelayConfig &)> adjust{}; ///< What no file may say.
    bool waitsForThePast = true;                        ///< In start().
    static const QByteArray kToken;                     ///< Of the demo's rep.
    static const QByteArray kOtherToken;                ///< Of a colleague.

private:
    QTemporaryDir m_folder;
    demo::DemoCloud m_cloud;
    SystemClock m_clock;
    TrafficLedger m_traffic;
    HttpClient m_http;
    std::uint16_t m_port = 0;
    std::string m_email;
    std::unique_ptr<relay::Relay> m_relay;
    TaskScope m_scope;
};

} // namespace callcard::testing
