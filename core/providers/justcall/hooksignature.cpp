#include <callcard/justcallhooks.h>

#include "wire.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QUrl>

namespace callcard::justcall {

using namespace Qt::Literals::StringLiterals;

QDateTime hookTime(const HttpHeaders &headers)
{
    return civilTime(QString::fromLatin1(headers.value("x-justcall-request-timestamp").left(40)), {});
}

Result<> verifyWebhook(const HttpHeaders &headers, const QString &url, QByteArrayView body, const Secret &secret, const QDateTime &now)
{
    if (secret.isEmpty())
        return failure(ErrorKind::Refused, u"there is no secret to check webhooks with"_s);
    const QByteArray version = headers.value("x-justcall-signature-version");
    const QByteArray given = headers.value("x-justcall-signature").trimmed();
    const QByteArray stamp = headers.value("x-justcall-request-timestamp");
    const QDateTime time = hookTime(headers);
    if (given.isEmpty() || !time.isValid() || (!version.isEmpty() && version != "v1"))
        return failure(ErrorKind::Refused, u"a webhook without a signature that we know"_s);
    // What is too old needs no reading at all.
    if (std::chrono::abs(std::chrono::seconds(time.secsTo(now))) > kHookAge)
        return failure(ErrorKind::Refused, u"a webhook that is too old"_s);
    const QByteArray type = hookType(body);
    // encodeURIComponent leaves these as they are, Qt would not.
    const QByteArray address = QUrl::toPercentEncoding(url, "!*'()");
    const QByteArray key = secret.reveal();
    const QByteArray message = key + '|' + address + '|' + type + '|' + stamp;
    const Secret expected{QByteArrayView(QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256).toHex())};
    if (!expected.matches(given))
        return failure(ErrorKind::Refused, u"a webhook with a wrong signature"_s);
    return {};
}

} // namespace callcard::justcall
