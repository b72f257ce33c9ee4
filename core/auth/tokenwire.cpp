#include "tokenwire.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Secret secretOf(const QJsonValue &value)
{
    return Secret(QStringView(value.toString()));
}

/// Not the service but somebody on the way spoke: nobody is signed out because of a hotel's proxy.
std::optional<Error> notTheService(const HttpAnswer &answer, const Result<QJsonObject> &object, const QDateTime &now)
{
    if (const Result<> meaning = meaningOf(answer, now); !meaning) {
        const bool knowsNothing = meaning.error().kind == ErrorKind::SignInNeeded || meaning.error().kind == ErrorKind::Refused;
        if (!knowsNothing)
            return meaning.error();
        if (answer.isHtml())
            return networkError(NetworkFault::CaptivePortal, u"a web page with status %1"_s.arg(answer.status));
        if (!object)
            return Error{.kind = ErrorKind::ServerFault, .detail = u"status %1 without a word of the service"_s.arg(answer.status)};
    }
    return {};
}

} // namespace

QString originOf(const QByteArrayList &parts)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &part : parts)
        hash.addData(QByteArray(QByteArray::number(part.size()) + ':' + part)); // no part runs into the next
    return QString::fromLatin1(hash.result().first(16).toHex());
}

Secret toStored(const StoredTokens &stored)
{
    const QJsonObject object{{u"v"_s, 1},
                             {u"access"_s, stored.tokens.access.revealText()},
                             {u"refresh"_s, stored.tokens.refresh.revealText()},
                             {u"lifetime"_s, qint64(stored.tokens.lifetime.count())},
                             {u"expires"_s, stored.expires.toSecsSinceEpoch()},
                             {u"user"_s, stored.tokens.user},
                             {u"email"_s, stored.tokens.email},
                             {u"origin"_s, stored.origin}};
    return Secret(QByteArrayView(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

Result<StoredTokens> fromStored(const Secret &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.reveal()).object();
    if (object.value("v"_L1).toInt() != 1)
        return failure(ErrorKind::BadPayload, u"stored tokens are not readable"_s);
    StoredTokens stored;
    stored.tokens.access = secretOf(object.value("access"_L1));
    stored.tokens.refresh = secretOf(object.value("refresh"_L1));
    stored.tokens.lifetime = secondsOf(object.value("lifetime"_L1)).value_or(0s);
    stored.tokens.user = object.value("user"_L1).toString();
    stored.tokens.email = object.value("email"_L1).toString();
    stored.origin = object.value("origin"_L1).toString();
    stored.expires = QDateTime::fromSecsSinceEpoch(object.value("expires"_L1).toInteger(), Qt::UTC);
    if (stored.tokens.access.isEmpty() && stored.tokens.refresh.isEmpty())
        return failure(ErrorKind::BadPayload, u"stored tokens are empty"_s);
    return stored;
}

Result<QJsonObject> objectOf(const HttpAnswer &answer)
{
    if (answer.isHtml())
        return tl::unexpected(networkError(NetworkFault::CaptivePortal, u"a web page instead of an answer"_s));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(answer.body, &error);
    if (!document.isObject())
        return failure(ErrorKind::BadPayload, u"not a JSON object, %1 bytes"_s.arg(answer.body.size()));
    return document.object();
}

std::optional<std::chrono::seconds> secondsOf(const QJsonValue &value)
{
    double seconds = -1;
    if (value.isDouble()) {
        seconds = value.toDouble();
    } else if (value.isString()) {
        bool ok = false;
        seconds = value.toString().toDouble(&ok);
        if (!ok)
            return {};
    }
    if (!(seconds > 0)) // also for what is not a number
        return {};
    return std::chrono::seconds(qint64(std::min(seconds, 86400.0)));
}

QString loggableCode(const QString &code)
{
    static const QRegularExpression word(u"^[A-Za-z][A-Za-z0-9_-]{0,48}"_s);
    const QString found = word.match(code.trimmed()).captured();
    return found.isEmpty() ? u"(no code)"_s : found;
}

Result<Tokens> ringCentralTokens(const HttpAnswer &answer, const QDateTime &now)
{
    const Result<QJsonObject> object = objectOf(answer);
    if (const auto other = notTheService(answer, object, now))
        return tl::unexpected(*other);
    if (!object)
        return tl::unexpected(object.error());
    if (!answer.isSuccess()) {
        const QString numbered = object->value("errors"_L1).toArray().at(0).toObject().value("errorCode"_L1).toString();
        const QString word = object->contains("error"_L1) ? object->value("error"_L1).toString() : object->value("errorCode"_L1).toString();
        // Whatever the code: every refusal of the token endpoint is healed by signing in anew, and by nothing else.
        return failure(ErrorKind::SignInNeeded, u"%1 %2 (status %3)"_s.arg(loggableCode(word), loggableCode(numbered)).arg(answer.status));
    }
    Tokens tokens{.access = secretOf(object->value("access_token"_L1)),
                  .refresh = secretOf(object->value("refresh_token"_L1)),
                  .lifetime = secondsOf(object->value("expires_in"_L1)).value_or(3600s),
                  .user = object->value("owner_id"_L1).toVariant().toString()};
    if (tokens.access.isEmpty())
        return failure(ErrorKind::BadPayload, u"an answer without access_token"_s);
    return tokens;
}

Result<Tokens> firebaseTokens(const HttpAnswer &answer, FirebaseDialect dialect, const QDateTime &now)
{
    const Result<QJsonObject> object = objectOf(answer);
    if (const auto other = notTheService(answer, object, now))
        return tl::unexpected(*other);
    if (!object)
        return tl::unexpected(object.error());
    const auto judged = [&](const QString &message) -> Error {
        static const QStringList signIn{u"INVALID_LOGIN_CREDENTIALS"_s,
                                        u"EMAIL_NOT_FOUND"_s,
                                        u"INVALID_PASSWORD"_s,
                                        u"USER_DISABLED"_s,
                                        u"INVALID_EMAIL"_s,
                                        u"MISSING_EMAIL"_s,
                                        u"MISSING_PASSWORD"_s,
                                        u"TOKEN_EXPIRED"_s,
                                        u"USER_NOT_FOUND"_s,
                                        u"INVALID_REFRESH_TOKEN"_s,
                                        u"INVALID_GRANT_TYPE"_s,
                                        u"MISSING_REFRESH_TOKEN"_s,
                                        u"PROJECT_NUMBER_MISMATCH"_s};
        // The code is the message, perhaps followed by " : " and prose.
        const QString code = message.section(u" : "_s, 0, 0).trimmed();
        if (signIn.contains(code))
            return {.kind = ErrorKind::SignInNeeded, .detail = code};
        if (code == "TOO_MANY_ATTEMPTS_TRY_LATER"_L1) // no automatic retry is welcome: a long pause
            return {.kind = ErrorKind::RateLimited, .detail = code, .retryAfter = 15min};
        return {.kind = ErrorKind::Refused, .detail = loggableCode(code) + u" (status %1)"_s.arg(answer.status)}; // configuration
    };
    if (!answer.isSuccess())
        return tl::unexpected(judged(object->value("error"_L1).toObject().value("message"_L1).toString()));
    // A 200 can still be a failure.
    if (object->contains("errorMessage"_L1))
        return tl::unexpected(judged(object->value("errorMessage"_L1).toString()));
    if (object->value("needConfirmation"_L1).toBool())
        return failure(ErrorKind::Refused, u"the address belongs to an account with another way to sign in"_s);
    if (object->contains("mfaPendingCredential"_L1))
        return failure(ErrorKind::Refused, u"a second factor is asked for"_s);
    const bool isRefresh = dialect == FirebaseDialect::Refresh;
    Tokens tokens{.access = secretOf(object->value(isRefresh ? "id_token"_L1 : "idToken"_L1)),
                  .refresh = secretOf(object->value(isRefresh ? "refresh_token"_L1 : "refreshToken"_L1)),
                  .lifetime = secondsOf(object->value(isRefresh ? "expires_in"_L1 : "expiresIn"_L1)).value_or(3600s),
                  .user = object->value(isRefresh ? "user_id"_L1 : "localId"_L1).toString(),
                  .email = object->value("email"_L1).toString()};
    if (tokens.access.isEmpty())
        return failure(ErrorKind::BadPayload, u"an answer without an ID token"_s);
    return tokens;
}

Result<Secret> googleIdToken(const HttpAnswer &answer, const QDateTime &now)
{
    const Result<QJsonObject> object = objectOf(answer);
    if (const auto other = notTheService(answer, object, now))
        return tl::unexpected(*other);
    if (!object)
        return tl::unexpected(object.error());
    if (!answer.isSuccess()) {
        const QString code = object->value("error"_L1).toString();
        // A code that was used or is too old: ask again. A wrong client: no use.
        return failure(code == "invalid_grant"_L1 ? ErrorKind::SignInNeeded : ErrorKind::Refused, loggableCode(code));
    }
    Secret token = secretOf(object->value("id_token"_L1));
    if (token.isEmpty())
        return failure(ErrorKind::BadPayload, u"an answer without id_token"_s);
    return token;
}

QByteArray passwordBody(const QString &email, const Secret &password)
{
    const QJsonObject body{{u"email"_s, email}, {u"password"_s, password.revealText()}, {u"returnSecureToken"_s, true}};
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

QByteArray googleBody(const Secret &idToken)
{
    // The inner form is text inside JSON, so it is encoded for itself.
    const QByteArray form = "id_token=" + QUrl::toPercentEncoding(idToken.revealText()) + "&providerId=google.com";
    const QJsonObject body{{u"postBody"_s, QString::fromLatin1(form)},
                           {u"requestUri"_s, u"http://localhost"_s}, // mandatory, its value hardly matters
                           {u"returnSecureToken"_s, true},
                           {u"returnIdpCredential"_s, true}};
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace callcard
