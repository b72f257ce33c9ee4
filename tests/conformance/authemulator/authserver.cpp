#include "authserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kStartsWithin = 60'000; // Node.js reads some hundred files, perhaps on a busy machine

} // namespace

AuthServer::AuthServer(const QString &program, const QStringList &arguments) : m_program(program), m_arguments(arguments) {}

AuthServer::~AuthServer()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(10'000))
        m_process.kill();
    m_process.waitForFinished(10'000);
}

QString AuthServer::start()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(m_program, m_arguments);
    const bool told =
        QTest::qWaitFor([this] { return m_process.canReadLine() || m_process.state() == QProcess::NotRunning; }, kStartsWithin);
    if (!told || !m_process.canReadLine())
        return m_program + u" told no address: "_s + m_process.errorString();
    m_env = QJsonDocument::fromJson(m_process.readLine()).object()["env"_L1].toObject();
    return app().isEmulator ? QString() : u"no address in its first line"_s;
}

FirebaseApp AuthServer::app() const
{
    const QString address = m_env["FIREBASE_AUTH_EMULATOR_HOST"_L1].toString();
    return withAuthEmulator({.apiKey = m_env["FIREBASE_API_KEY"_L1].toString()}, address).value_or(FirebaseApp());
}

QString AuthServer::project() const
{
    return m_env["FIREBASE_PROJECT_ID"_L1].toString();
}

QJsonObject AuthServer::ask(HttpClient &client, const QString &path, const QJsonObject &body, bool asOwner) const
{
    const FirebaseApp app = this->app();
    HttpRequest request = HttpRequest::postJson(QUrl(app.identity.toString() + path + u"?key="_s + app.apiKey),
                                                QJsonDocument(body).toJson(QJsonDocument::Compact));
    if (asOwner)
        request.headers.set("Authorization", "Bearer owner");
    const auto answer = QCoro::waitFor(client.send(request, {}));
    if (!answer || !answer->isSuccess()) {
        qWarning("%s: %s", qPrintable(path), answer ? answer->body.constData() : "no answer");
        return {};
    }
    return QJsonDocument::fromJson(answer->body).object();
}

QString AuthServer::signUp(HttpClient &client, const QString &email, const QString &password) const
{
    const QJsonObject body{{u"email"_s, email}, {u"password"_s, password}, {u"returnSecureToken"_s, true}};
    return ask(client, u"/v1/accounts:signUp"_s, body, false)["localId"_L1].toString();
}

void AuthServer::disable(HttpClient &client, const QString &id) const
{
    const QJsonObject answer =
        ask(client, u"/v1/projects/"_s + project() + u"/accounts:update"_s, {{u"localId"_s, id}, {u"disableUser"_s, true}}, true);
    QCOMPARE(answer["localId"_L1].toString(), id);
}

void AuthServer::remove(HttpClient &client, const QString &id) const
{
    QVERIFY(!ask(client, u"/v1/projects/"_s + project() + u"/accounts:delete"_s, {{u"localId"_s, id}}, true).isEmpty());
}

QString AuthServer::whose(HttpClient &client, const Secret &token) const
{
    const QJsonObject answer = ask(client, u"/v1/accounts:lookup"_s, {{u"idToken"_s, token.revealText()}}, false);
    return answer["users"_L1].toArray().at(0)["localId"_L1].toString();
}
