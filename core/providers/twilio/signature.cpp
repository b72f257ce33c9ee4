#include <callcard/twilio.h>

#include "form.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace callcard::twilio {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Every name followed by its distinct values, all sorted by bytes, nothing in between.
QByteArray appended(Form form)
{
    std::sort(form.begin(), form.end());
    form.erase(std::unique(form.begin(), form.end()), form.end());
    QByteArray text;
    for (const auto &[name, value] : std::as_const(form))
        text += name + value;
    return text;
}

QByteArray signatureOf(const QByteArray &signedText, const QByteArray &token)
{
    return QMessageAuthenticationCode::hash(signedText, token, QCryptographicHash::Sha1).toBase64();
}

/// Behind proxies nobody knows whether Twilio saw the default port in the address: both are tried.
QList<QString> spellings(const QString &url)
{
    const QUrl parsed(url);
    const int usual = parsed.scheme() == "http"_L1 ? 80 : 443;
    const QString host = parsed.host(QUrl::FullyEncoded);
    QList<QString> texts{url};
    if (parsed.port() == -1 && !host.isEmpty()) {
        const qsizetype at = url.indexOf(host) + host.size();
        texts.append(url.first(at) + u':' + QString::number(usual) + url.sliced(at));
    } else if (parsed.port() == usual) {
        QString without = url;
        const qsizetype at = without.indexOf(host) + host.size();
        texts.append(without.remove(at, QString::number(usual).size() + 1));
    }
    return texts;
}

} // namespace

Result<> verifyWebhook(const HttpHeaders &headers, const QString &url, QByteArrayView body, const Secret &authToken)
{
    const QByteArray given = headers.value("X-Twilio-Signature").trimmed();
    if (authToken.isEmpty() || given.isEmpty())
        return failure(ErrorKind::Refused, u"a callback without a signature, or nothing to check it with"_s);
    const QByteArray token = authToken.reveal();
    QByteArray fields;
    const bool isJson = headers.value("Content-Type").toLower().startsWith("application/json");
    if (isJson) {
        const QByteArray told = QUrlQuery(QUrl(url)).queryItemValue(u"bodySHA256"_s).toLatin1();
        const Secret hash{QByteArrayView(QCryptographicHash::hash(body.toByteArray(), QCryptographicHash::Sha256).toHex())};
        if (!hash.matches(told))
            return failure(ErrorKind::Refused, u"a callback whose body is not the signed one"_s);
    } else {
        const Result<Form> form = formFrom(body);
        if (!form)
            return tl::unexpected(form.error());
        fields = appended(*form);
    }
    bool right = false;
    for (const QString &spelling : spellings(url))
        right |= Secret{QByteArrayView(signatureOf(spelling.toUtf8() + fields, token))}.matches(given);
    if (!right)
        return failure(ErrorKind::Refused, u"a callback with a wrong signature"_s);
    return {};
}

} // namespace callcard::twilio
