#pragma once

#include "democloud.h"

#include <QCryptographicHash>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>
#include <QTimer>
#include <QUrlQuery>
#include <QWebSocket>

#include <functional>

namespace callcard::demo {

using Json = nlohmann::json;

/// What came back: status, headers as Qt has them, body as JSON where it is.
struct Answer {
    int status = 0;
    QHash<QByteArray, QByteArray> headers{};
    QByteArray raw{};
    Json json{};
    [[nodiscard]] std::string code() const ///< errors[0].errorCode
    {
        return json.is_object() && json.contains("errors") ? json["errors"][0].value("errorCode", std::string()) : std::string();
    }
    [[nodiscard]] std::string text(const char *name) const { return json.is_object() ? json.value(name, std::string()) : std::string(); }
};

/// A cloud whose clock stands still, and plain HTTP and WebSockets to it: no SDK, no provider code.
class Client
{
public:
    Client()
    {
        DemoOptions options;
        options.customers = 20;
        options.days = 3;
        options.callsPerDay = 4;
        options.startAt = 1'795'186'800; // 2026-11-20 15:00 UTC
        options.speed = 0;
        m_cloud = std::make_unique<DemoCloud>(options);
        if (!m_cloud->start())
            qFatal("the demo cloud does not start");
        env = m_cloud->environment();
    }

    std::map<std::string, std::string> env;
    std::string token{};

    [[nodiscard]] std::string base() const { return env.at("RINGCENTRAL_SERVER_URL"); }

    Json control(Json request) { return m_cloud->control(request); }
    Json verb(const std::string &verb, Json arguments = Json::object())
    {
        arguments["do"] = verb;
        arguments["service"] = "ringcentral";
        const Json answer = m_cloud->control(arguments);
        if (!answer.value("ok", false))
            qWarning("%s", answer.dump().c_str());
        return answer;
    }
    void turn(const std::string &name, const Json &position) { verb("switch", {{"name", name}, {"position", position}}); }
    void unlimited() { verb("limit", {{"group", "all"}, {"perWindow", -1}}); }
    void advance(double seconds) { control({{"do", "clock.advance"}, {"seconds", seconds}}); }
    std::int64_t start(Json call = Json::object())
    {
        call["do"] = "call.start";
        return m_cloud->control(call)["call"]["id"].get<std::int64_t>();
    }
    void move(const std::string &how, std::int64_t call) { control({{"do", "call." + how}, {"call", call}}); }
    std::int64_t counter(const std::string &name)
    {
        return control({{"do", "counters"}})["counters"].value("ringcentral", Json::object()).value(name, std::int64_t{0});
    }

    Answer ask(const QByteArray &method, const std::string &path, const QByteArray &body = {},
               const QList<QPair<QByteArray, QByteArray>> &headers = {})
    {
        QNetworkRequest request(QUrl(QString::fromStdString(path.starts_with("http") ? path : base() + path)));
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
        if (!token.empty())
            request.setRawHeader("Authorization", QByteArray::fromStdString("bearer " + token));
        for (const auto &[name, value] : headers)
            request.setRawHeader(name, value);
        const std::unique_ptr<QNetworkReply> reply(m_net.sendCustomRequest(request, method, body));
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 10'000))
            qFatal("no answer");
        Answer answer;
        answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        for (const auto &[name, value] : reply->rawHeaderPairs())
            answer.headers[name.toLower()] = value;
        answer.raw = reply->readAll();
        answer.json = Json::parse(answer.raw.toStdString(), nullptr, false);
        return answer;
    }
    Answer get(const std::string &path) { return ask("GET", path); }
    Answer post(const std::string &path, const Json &body) { return ask("POST", path, QByteArray::fromStdString(body.dump())); }

    /// A form without an Authorization header, unless `basic` is "id:secret".
    Answer form(const std::string &path, const QList<QPair<QString, QString>> &items, const QByteArray &basic = {})
    {
        QUrlQuery query;
        for (const auto &[name, value] : items)
            query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
        const std::string kept = std::exchange(token, std::string());
        QList<QPair<QByteArray, QByteArray>> headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
        if (!basic.isNull())
            headers.append({"Authorization", "Basic " + basic.toBase64()});
        const Answer answer = ask("POST", path, query.toString(QUrl::FullyEncoded).toLatin1(), headers);
        token = kept;
        return answer;
    }
    [[nodiscard]] QByteArray basic() const
    {
        return QByteArray::fromStdString(env.at("RINGCENTRAL_CLIENT_ID") + ":" + env.at("RINGCENTRAL_CLIENT_SECRET"));
    }
    Answer byJwt(const QList<QPair<QString, QString>> &more = {})
    {
        QList<QPair<QString, QString>> items = {
            {QStringLiteral("grant_type"), QStringLiteral("urn:ietf:params:oauth:grant-type:jwt-bearer")},
            {QStringLiteral("assertion"), QString::fromStdString(env.at("RINGCENTRAL_JWT_TOKEN"))}};
        items += more;
        return form("/restapi/oauth/token", items, basic());
    }
    Answer refresh(const std::string &refreshToken)
    {
        return form("/restapi/oauth/token",
                    {{QStringLiteral("grant_type"), QStringLiteral("refresh_token")},
                     {QStringLiteral("refresh_token"), QString::fromStdString(refreshToken)}},
                    basic());
    }
    void signIn()
    {
        unlimited();
        token = byJwt().text("access_token");
        if (token.empty())
            qFatal("no sign-in");
    }
    [[nodiscard]] static std::string ext() { return "/restapi/v1.0/account/~/extension/~"; }

private:
    std::unique_ptr<DemoCloud> m_cloud;
    QNetworkAccessManager m_net;
};

/// One socket to the gateway, frames kept as they come.
class Socket
{
public:
    explicit Socket(Client &client, const std::string &wsc = {}, bool withToken = true)
    {
        const Answer answer = withToken ? client.ask("POST", "/restapi/oauth/wstoken") : Answer{};
        std::string url =
            withToken ? answer.text("uri") + "?access_token=" + answer.text("ws_access_token") : "ws" + client.base().substr(4) + "/ws";
        if (!wsc.empty())
            url += "&wsc=" + wsc;
        QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_socket, [this](const QString &text) {
            frames.push_back(Json::parse(text.toStdString(), nullptr, false));
            texts.append(text);
        });
        QObject::connect(&m_socket, &QWebSocket::disconnected, &m_socket, [this] { isClosed = true; });
        m_socket.open(QUrl(QString::fromStdString(url)));
        if (withToken && !waitFor([](const Json &frame) { return frame[0]["type"] == "ConnectionDetails" || frame[0]["type"] == "Error"; }))
            qWarning("no first frame");
    }

    std::vector<Json> frames;
    QStringList texts;
    bool isClosed = false;

    QWebSocket &qt() { return m_socket; }
    void send(const std::string &text) { m_socket.sendTextMessage(QString::fromStdString(text)); }

    /// The first frame, old or new, that fits.
    const Json *find(const std::function<bool(const Json &)> &fits)
    {
        for (const Json &frame : frames) {
            if (frame.is_array() && !frame.empty() && fits(frame))
                return &frame;
        }
        return nullptr;
    }
    bool waitFor(const std::function<bool(const Json &)> &fits, int ms = 5000)
    {
        return QTest::qWaitFor([&] { return find(fits) != nullptr; }, ms);
    }
    Json request(const std::string &method, const std::string &path, const Json &body = Json())
    {
        const std::string id = "c-" + std::to_string(++m_last);
        Json frame = Json::array({{{"type", "ClientRequest"}, {"messageId", id}, {"method", method}, {"path", path}}});
        if (!body.is_null())
            frame.push_back(body);
        send(frame.dump());
        const auto fits = [&](const Json &one) { return one[0].value("messageId", std::string()) == id; };
        return waitFor(fits) ? *find(fits) : Json::array({Json::object()});
    }
    Json subscribe(const std::vector<std::string> &filters)
    {
        Json texts = Json::array();
        for (const std::string &filter : filters)
            texts.push_back(filter.starts_with("/restapi") ? filter : "/restapi/v1.0/account/~/extension/~" + filter);
        return request("POST", "/restapi/v1.0/subscription", {{"eventFilters", texts}, {"deliveryMode", {{"transportType", "WebSocket"}}}});
    }
    /// Bodies of the notifications of one kind so far, by the tail of the event.
    std::vector<Json> events(const std::string &tail)
    {
        std::vector<Json> found;
        for (const Json &frame : frames) {
            if (frame[0]["type"] == "ServerNotification" && frame[1]["event"].get<std::string>().ends_with(tail))
                found.push_back(frame[1]["body"]);
        }
        return found;
    }
    bool waitForEvents(const std::string &tail, std::size_t count)
    {
        return QTest::qWaitFor([&] { return events(tail).size() >= count; }, 5000);
    }
    /// Everything the server has sent before this point has arrived.
    void settle() { request("GET", "/restapi/v1.0/account/~"); }
    std::string wsc()
    {
        std::string token;
        std::uint64_t highest = 0;
        for (const Json &frame : frames) {
            const Json one = frame[0].value("wsc", Json::object());
            if (one.value("sequence", std::uint64_t{0}) >= highest && one.contains("token")) {
                highest = one["sequence"].get<std::uint64_t>();
                token = one["token"].get<std::string>();
            }
        }
        return token;
    }

private:
    QWebSocket m_socket;
    int m_last = 0;
};

} // namespace callcard::demo
