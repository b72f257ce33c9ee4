#include "providerlog.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>
#include <QTimeZone>
#include <QUrlQuery>

#include <memory>

namespace callcard::simulation {

using namespace Qt::Literals::StringLiterals;
using Json = nlohmann::json;

namespace {

/// One plain client of the provider's API.
class Reader
{
public:
    explicit Reader(demo::DemoCloud &cloud) : m_variables(cloud.environment()) {}

    [[nodiscard]] QString variable(const char *name) const { return QString::fromStdString(m_variables.at(name)); }

    [[nodiscard]] std::optional<Json> ask(const QByteArray &method, const QString &address, const QByteArray &body = {},
                                          const QByteArray &authorization = {})
    {
        QNetworkRequest request{QUrl(address)};
        if (!authorization.isEmpty())
            request.setRawHeader("Authorization", authorization);
        if (!body.isEmpty())
            request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/x-www-form-urlencoded"));
        const std::unique_ptr<QNetworkReply> reply(m_net.sendCustomRequest(request, method, body));
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 20'000) || reply->error() != QNetworkReply::NoError)
            return std::nullopt;
        Json json = Json::parse(reply->readAll().toStdString(), nullptr, false);
        if (json.is_discarded())
            return std::nullopt;
        return std::optional<Json>(std::in_place, std::move(json));
    }

private:
    const std::map<std::string, std::string> m_variables;
    QNetworkAccessManager m_net;
};

QString textAt(const Json &object, const char *name)
{
    const auto found = object.is_object() ? object.find(name) : object.end();
    return object.is_object() && found != object.end() && found->is_string() ? QString::fromStdString(found->get<std::string>())
                                                                             : QString();
}

QDateTime timeAt(const Json &object, const char *name)
{
    return QDateTime::fromString(textAt(object, name), Qt::ISODateWithMs).toUTC();
}

std::optional<ProviderDay> readRingCentral(Reader &reader, const QDateTime &since)
{
    QUrlQuery form;
    form.addQueryItem(u"grant_type"_s, u"urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer"_s);
    form.addQueryItem(u"assertion"_s, reader.variable("RINGCENTRAL_JWT_TOKEN"));
    const QByteArray basic =
        "Basic " +
        QString(reader.variable("RINGCENTRAL_CLIENT_ID") + u':' + reader.variable("RINGCENTRAL_CLIENT_SECRET")).toUtf8().toBase64();
    const QString server = reader.variable("RINGCENTRAL_SERVER_URL");
    const auto token = reader.ask("POST", server + u"/restapi/oauth/token"_s, form.toString(QUrl::FullyEncoded).toUtf8(), basic);
    if (!token)
        return std::nullopt;
    const QByteArray bearer = "Bearer " + textAt(*token, "access_token").toUtf8();
    const QString from = u"?perPage=1000&dateFrom="_s + since.toString(Qt::ISODate);
    const QString mine = server + u"/restapi/v1.0/account/~/extension/~"_s;
    const auto log = reader.ask("GET", mine + u"/call-log"_s + from, {}, bearer);
    const auto messages = reader.ask("GET", mine + u"/message-store"_s + from + u"&messageType=SMS"_s, {}, bearer);
    if (!log || !messages)
        return std::nullopt;
    ProviderDay day;
    for (const Json &record : log->at("records")) {
        ProviderRow row{.id = textAt(record, "id"),
                        .sessions = {textAt(record, "telephonySessionId")},
                        .inbound = textAt(record, "direction") == "Inbound"_L1,
                        .result = textAt(record, "result"),
                        .startedAt = timeAt(record, "startTime")};
        row.number = textAt(record.at(row.inbound ? "from" : "to"), "phoneNumber");
        row.talked = row.result == "Accepted"_L1 || row.result == "Call connected"_L1;
        row.talkSeconds = row.talked ? record.value("duration", 0) : 0;
        day.calls.append(row);
    }
    for (const Json &record : messages->at("records"))
        day.texts.append({.outbound = textAt(record, "direction") == "Outbound"_L1, .sentAt = timeAt(record, "creationTime")});
    return day;
}

/// JustCall has a row of a call for the agent whose it is in the end.
std::optional<ProviderDay> readJustCall(demo::DemoCloud &cloud, const QDateTime &since)
{
    const Json calls = cloud.control({{"do", "calls"}, {"limit", 10'000}});
    const Json texts = cloud.control({{"do", "texts"}, {"limit", 10'000}});
    ProviderDay day;
    for (const Json &call : calls.at("calls")) {
        const QDateTime startedAt = timeAt(call, "startedAt");
        if (call.at("rep") != "rep-1" || call.at("deleted") == true || call.at("state") != "ended" || startedAt < since)
            continue;
        ProviderRow row{.id = QString::number(call.at("id").get<qint64>()),
                        .sessions = {textAt(call, "callSid"), textAt(call, "telephonySessionId"), textAt(call, "sessionId")},
                        .inbound = textAt(call, "direction") == "Inbound"_L1,
                        .result = textAt(call, "end"),
                        .startedAt = startedAt,
                        .number = textAt(call, "number")};
        row.talked = row.result.compare("answered"_L1, Qt::CaseInsensitive) == 0;
        row.talkSeconds = row.talked ? call.at("talkSeconds").get<int>() : 0;
        day.calls.append(row);
    }
    for (const Json &text : texts.at("texts")) {
        if (text.at("rep") == "rep-1" && text.at("deleted") == false && timeAt(text, "at") >= since)
            day.texts.append({.outbound = textAt(text, "direction") == "Outbound"_L1, .sentAt = timeAt(text, "at")});
    }
    return day;
}

} // namespace

std::optional<ProviderDay> readProvider(demo::DemoCloud &cloud, const QString &source, const QDateTime &since)
{
    if (source != "ringcentral"_L1)
        return readJustCall(cloud, since);
    Reader reader(cloud);
    return readRingCentral(reader, since);
}

} // namespace callcard::simulation
