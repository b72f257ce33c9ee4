#include "config.h"

#include "tokens.h"

#include <callcard/netfault.h>
#include <callcard/phonenumber.h>

#include <wire/wirejson.h>

#include <QFileInfo>

#include <algorithm>
#include <array>
#include <functional>

namespace callcard::relay {

using namespace Qt::Literals::StringLiterals;
using wire::Json;
using wire::member;

namespace {

constexpr qsizetype kLongestFile = 4 * 1024 * 1024;
constexpr std::size_t kMostUsers = 20'000;
constexpr std::size_t kPlacesAnAddress = 400; // a whole office behind one address, with some streams each

constexpr std::array kVariables{
    "JUSTCALL_API_KEY",       "JUSTCALL_API_SECRET",       "JUSTCALL_BASE_URL",         "RINGCENTRAL_VERIFICATION_TOKEN",
    "RINGCENTRAL_SERVER_URL", "RINGCENTRAL_CLIENT_ID",     "RINGCENTRAL_CLIENT_SECRET", "RINGCENTRAL_JWT_TOKEN",
    "TWILIO_AUTH_TOKEN",      "ELEVENLABS_API_KEY",        "ELEVENLABS_AGENT_ID",       "ELEVENLABS_PHONE_NUMBER_ID",
    "ELEVENLABS_BASE_URL",    "CALLCARD_RELAY_PUBLIC_URL", "CREDENTIALS_DIRECTORY"};

class Reader
{
public:
    Reader(const Json &json, const QHash<QString, QString> &environment) : m_json(json), m_environment(environment) {}

    ConfigReading read()
    {
        knowsOnly(m_json, "the file",
                  {"listen", "tls", "behindProxy", "publicUrl", "data", "region", "justcall", "ringcentral", "twilio", "elevenlabs",
                   "users", "retention", "limits", "nats"});
        readAddresses();
        readProviders();
        readLimits();
        readNats();
        const Json &users = member(m_json, "users");
        if (!users.is_null() && !users.is_array())
            problem(u"users is a list."_s);
        for (const Json &user : wire::array(m_json, "users")) {
            if (m_reading.config.users.size() < qsizetype(kMostUsers))
                readUser(user);
        }
        return std::move(m_reading);
    }

private:
    void problem(const QString &sentence) { m_reading.problems.append(sentence); }

    void knowsOnly(const Json &object, const char *where, std::initializer_list<std::string_view> names)
    {
        if (!object.is_object() && !object.is_null())
            problem(u"%1 is not an object."_s.arg(QLatin1StringView(where)));
        if (!object.is_object())
            return;
        for (const auto &[name, value] : object.items()) {
            if (std::find(names.begin(), names.end(), name) == names.end())
                problem(u"%1 has an unknown entry \"%2\"."_s.arg(QLatin1StringView(where), QString::fromStdString(name).left(40)));
        }
    }

    /// The environment's, else the file's.
    QString value(const char *variable, const Json &object, const char *key) const
    {
        const QString set = m_environment.value(QString::fromLatin1(variable));
        return set.isEmpty() ? wire::text(object, key, 4096).trimmed() : set.trimmed();
    }

    /// What only root may read, systemd puts into a folder of the service's own: a name without a folder lies there.
    QString secretFile(const Json &object, const char *key, const QString &where)
    {
        const QString name = wire::text(object, key, 4096).trimmed();
        const QString folder = m_environment.value(u"CREDENTIALS_DIRECTORY"_s);
        if (QFileInfo(name).isRelative() && !name.isEmpty() && folder.isEmpty())
            return name; // an administrator looks at the file, and only the service has the folder
        const QString path = QFileInfo(name).isRelative() && !name.isEmpty() ? QString(folder + u'/' + name) : name;
        if (!QFileInfo(path).isReadable())
            problem(u"%1: the file \"%2\" cannot be read."_s.arg(where, path));
        return path;
    }

    /// Plain http is for this machine only.
    QString webAddress(const QString &text, const QString &name)
    {
        QUrl url(text, QUrl::StrictMode);
        const bool plainOutside = url.scheme() == "http"_L1 && !isLoopbackHost(url.host());
        const bool known = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
        if (!url.isValid() || url.host().isEmpty() || !known || !url.userInfo().isEmpty())
            problem(u"%1 is not a web address."_s.arg(name));
        else if (plainOutside)
            problem(u"%1 must begin with https://: plain http is for this machine only."_s.arg(name));
        QString address = text;
        while (address.endsWith(u'/'))
            address.chop(1);
        return address;
    }

    void readAddresses()
    {
        RelayConfig &config = m_reading.config;
        const QString listen = wire::text(m_json, "listen", 256).trimmed();
        if (!listen.isEmpty()) {
            const qsizetype colon = listen.lastIndexOf(u':');
            bool ok = false;
            const ushort port = listen.mid(colon + 1).toUShort(&ok);
            QString host = listen.left(std::max<qsizetype>(colon, 0));
            if (host.startsWith(u'[') && host.endsWith(u']'))
                host = host.mid(1, host.size() - 2);
            if (!ok || host.isEmpty())
                problem(u"listen is an address and a port: 127.0.0.1:8420, [::]:443."_s);
            config.listen = {.host = host.toStdString(), .port = port};
        }
        const Json &tls = member(m_json, "tls");
        knowsOnly(tls, "tls", {"certificate", "key"});
        if (tls.is_object()) {
            config.tls = serving::Tls{.certificateChainFile = secretFile(tls, "certificate", u"tls"_s).toStdString(),
                                      .privateKeyFile = secretFile(tls, "key", u"tls"_s).toStdString()};
        }
        config.behindProxy = wire::flag(m_json, "behindProxy");
        if (config.tls && !config.behindProxy)
            config.limits.server.connectionsPerAddress = kPlacesAnAddress;
        const bool outside = !isLoopbackHost(QString::fromStdString(config.listen.host));
        if (outside && !config.tls && !config.behindProxy)
            problem(u"listen is open to other machines without TLS: give tls {certificate, key}, or behindProxy: true."_s);
        const QString publicUrl = value("CALLCARD_RELAY_PUBLIC_URL", m_json, "publicUrl");
        if (publicUrl.isEmpty())
            problem(u"publicUrl is missing: the address by which providers reach this relay."_s);
        else
            config.publicUrl = webAddress(publicUrl, u"publicUrl"_s);
        config.dataFolder = wire::text(m_json, "data", 4096).trimmed();
        if (config.dataFolder.isEmpty())
            problem(u"data is missing: the folder for the log of events."_s);
        const QString region = wire::text(m_json, "region", 8).trimmed().toUpper();
        if (!region.isEmpty())
            config.region = region;
    }

    void readProviders()
    {
        RelayConfig &config = m_reading.config;
        const Json &justcall = member(m_json, "justcall");
        knowsOnly(justcall, "justcall", {"apiKey", "secret", "url", "webhookUrl"});
        config.justcall.apiKey = Secret(value("JUSTCALL_API_KEY", justcall, "apiKey"));
        config.justcall.secret = Secret(value("JUSTCALL_API_SECRET", justcall, "secret"));
        if (const QString url = value("JUSTCALL_BASE_URL", justcall, "url"); !url.isEmpty())
            config.justcall.url = QUrl(webAddress(url, u"justcall.url"_s));
        config.justcall.webhookUrl = wire::text(justcall, "webhookUrl", 2048).trimmed();
        if (config.justcall.webhookUrl.isEmpty())
            config.justcall.webhookUrl = config.publicUrl + u"/api/webhooks/justcall"_s;
        if (!config.justcall.secret.isEmpty() && !QUrl(config.justcall.webhookUrl).hasQuery()) {
            m_reading.warnings.append(u"justcall.webhookUrl has no secret query (…/api/webhooks/justcall?t=…): JustCall does not sign "
                                      "bodies, so whoever sees one signature may send others."_s);
        }
        if (!config.justcall.apiKey.isEmpty() && config.justcall.secret.isEmpty())
            problem(u"justcall has an apiKey and no secret."_s);

        const Json &ringcentral = member(m_json, "ringcentral");
        knowsOnly(ringcentral, "ringcentral", {"verificationToken", "serverUrl", "clientId", "clientSecret", "jwt"});
        config.ringcentral.verificationToken = Secret(value("RINGCENTRAL_VERIFICATION_TOKEN", ringcentral, "verificationToken"));
        config.ringcentral.clientId = value("RINGCENTRAL_CLIENT_ID", ringcentral, "clientId");
        config.ringcentral.clientSecret = Secret(value("RINGCENTRAL_CLIENT_SECRET", ringcentral, "clientSecret"));
        config.ringcentral.jwt = Secret(value("RINGCENTRAL_JWT_TOKEN", ringcentral, "jwt"));
        if (const QString url = value("RINGCENTRAL_SERVER_URL", ringcentral, "serverUrl"); !url.isEmpty())
            config.ringcentral.serverUrl = QUrl(webAddress(url, u"ringcentral.serverUrl"_s));

        const Json &twilio = member(m_json, "twilio");
        knowsOnly(twilio, "twilio", {"authToken", "url"});
        config.twilioAuthToken = Secret(value("TWILIO_AUTH_TOKEN", twilio, "authToken"));
        const QString twilioUrl = wire::text(twilio, "url", 2048).trimmed();
        config.twilioUrl = twilioUrl.isEmpty() ? config.publicUrl : webAddress(twilioUrl, u"twilio.url"_s);

        const Json &elevenlabs = member(m_json, "elevenlabs");
        knowsOnly(elevenlabs, "elevenlabs", {"apiKey", "agentId", "agentPhoneNumberId", "url"});
        config.elevenlabs.apiKey = Secret(value("ELEVENLABS_API_KEY", elevenlabs, "apiKey"));
        config.elevenlabs.agentId = value("ELEVENLABS_AGENT_ID", elevenlabs, "agentId");
        config.elevenlabs.phoneNumberId = value("ELEVENLABS_PHONE_NUMBER_ID", elevenlabs, "agentPhoneNumberId");
        if (const QString url = value("ELEVENLABS_BASE_URL", elevenlabs, "url"); !url.isEmpty())
            config.elevenlabs.url = QUrl(webAddress(url, u"elevenlabs.url"_s));
        if (!config.elevenlabs.apiKey.isEmpty() && !config.elevenlabs.isUsable())
            problem(u"elevenlabs needs apiKey, agentId and agentPhoneNumberId together."_s);
    }

    void readNats()
    {
        NatsAccess &nats = m_reading.config.nats;
        const Json &json = member(m_json, "nats");
        knowsOnly(json, "nats", {"url", "stream", "credentials", "replicas"});
        if (!json.is_object())
            return;
        nats.url = wire::text(json, "url", 2048).trimmed();
        nats.stream = wire::text(json, "stream", 64).trimmed();
        if (nats.stream.isEmpty())
            nats.stream = u"CALLCARD"_s;
        if (!wire::text(json, "credentials", 4096).trimmed().isEmpty())
            nats.credentialsFile = secretFile(json, "credentials", u"nats"_s);
        number(json, "replicas", 1, 5, [&](double value) { nats.replicas = int(value); });
        if (nats.url.isEmpty())
            problem(u"nats.url is missing."_s);
        if (!canUseNats())
            problem(u"nats: this program was built without it."_s);
    }

    void number(const Json &object, const char *key, double least, double most, const std::function<void(double)> &take)
    {
        const Json &value = member(object, key);
        if (value.is_null())
            return;
        const double given = value.is_number() ? value.get<double>() : -1;
        if (given < least || given > most)
            problem(u"%1 is a number from %2 to %3."_s.arg(QLatin1StringView(key)).arg(least).arg(most));
        else
            take(given);
    }

    void readLimits()
    {
        RelayConfig &config = m_reading.config;
        const Json &retention = member(m_json, "retention");
        knowsOnly(retention, "retention", {"hours", "events"});
        number(retention, "hours", 1, 24 * 90, [&](double hours) { config.retention.age = std::chrono::hours(qint64(hours)); });
        number(retention, "events", 1000, 1e8, [&](double events) { config.retention.records = quint64(events); });
        const Json &limits = member(m_json, "limits");
        knowsOnly(limits, "limits", {"requestsPerSecond", "streamsPerToken", "connections", "connectionsPerAddress", "heartbeatSeconds"});
        number(limits, "requestsPerSecond", 0.1, 1e6, [&](double value) { config.limits.requestsPerSecond = value; });
        number(limits, "streamsPerToken", 1, 1e6, [&](double value) { config.limits.streamsPerToken = int(value); });
        number(limits, "connections", 10, 1e6, [&](double value) { config.limits.server.connections = std::size_t(value); });
        number(limits, "connectionsPerAddress", 1, 1e6,
               [&](double value) { config.limits.server.connectionsPerAddress = std::size_t(value); });
        number(limits, "heartbeatSeconds", 0.1, 300,
               [&](double value) { config.limits.heartbeat = std::chrono::milliseconds(qint64(value * 1000)); });
    }

    void readUser(const Json &json)
    {
        knowsOnly(json, "a user", {"email", "token", "tokenHash", "justcallAgentId", "ringcentralExtensionId", "numbers"});
        RelayUser user{.email = wire::text(json, "email", 320).trimmed().toLower(),
                       .justcallAgentId = wire::text(json, "justcallAgentId", 64).trimmed(),
                       .ringcentralExtensionId = wire::text(json, "ringcentralExtensionId", 64).trimmed()};
        if (!user.email.contains(u'@'))
            problem(u"a user without an e-mail address."_s);
        for (const Json &one : wire::array(json, "numbers")) {
            const QString number = wire::asText(one, 32).trimmed();
            if (!PhoneNumber::fromE164(number))
                problem(u"a number of %1 is not like +13035550142."_s.arg(user.email));
            user.numbers.append(number);
        }
        const QString token = wire::text(json, "token", 512);
        const QString hash = wire::text(json, "tokenHash", 128).trimmed();
        if (!token.isEmpty())
            user.tokenHash = hashOfToken(token.toUtf8());
        else if (!hash.isEmpty())
            user.tokenHash = hashFromText(hash);
        if (!hash.isEmpty() && token.isEmpty() && user.tokenHash.isEmpty())
            problem(u"the tokenHash of %1 is not sha256:… of 64 hexadecimal digits."_s.arg(user.email));
        if (!token.isEmpty() && token.size() < kShortestToken)
            problem(u"the token of %1 is too short to be safe: callcard-relay token create makes one."_s.arg(user.email));
        isAlone(m_emails, user.email, user.email, u"%1 is there twice."_s);
        isAlone(m_tokens, QString::fromLatin1(user.tokenHash.toHex()), user.email, u"%1 and %2 have the same token."_s);
        isAlone(m_agents, user.justcallAgentId, user.email, u"%1 and %2 have the same justcallAgentId."_s);
        isAlone(m_extensions, user.ringcentralExtensionId, user.email, u"%1 and %2 have the same ringcentralExtensionId."_s);
        m_reading.config.users.append(user);
    }

    /// What two have would make one of them hear the other's calls, or nobody.
    void isAlone(QHash<QString, QString> &owners, const QString &mark, const QString &email, const QString &sentence)
    {
        if (mark.isEmpty())
            return;
        if (const auto other = owners.constFind(mark); other != owners.cend())
            problem(sentence.contains(u"%2"_s) ? sentence.arg(*other, email) : sentence.arg(email));
        else
            owners.insert(mark, email);
    }

    const Json &m_json;
    const QHash<QString, QString> &m_environment;
    ConfigReading m_reading;
    // Whose is what:
    QHash<QString, QString> m_emails;
    QHash<QString, QString> m_tokens;
    QHash<QString, QString> m_agents;
    QHash<QString, QString> m_extensions;
};

} // namespace

ConfigReading readConfig(const QByteArray &json, const QHash<QString, QString> &environment)
{
    const Result<Json> parsed = json.size() <= kLongestFile ? wire::parse(json, 8) : failure(ErrorKind::BadPayload);
    if (!parsed || !parsed->is_object())
        return {.problems = {u"The file is not a JSON object."_s}};
    return Reader(*parsed, environment).read();
}

QHash<QString, QString> relayEnvironment()
{
    QHash<QString, QString> environment;
    for (const char *name : kVariables) {
        if (const QString value = qEnvironmentVariable(name); !value.isEmpty())
            environment.insert(QString::fromLatin1(name), value);
    }
    return environment;
}

} // namespace callcard::relay
