#include "webhooks/signatures.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QUrl>

#include <algorithm>

namespace callcard::demo {

namespace {

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

std::string justCallSignature(const std::string &secret, const std::string &url, const std::string &type, const std::string &timestamp)
{
    // encodeURIComponent leaves these five as they are, Qt would not.
    const QByteArray encoded = QUrl::toPercentEncoding(QString::fromStdString(url), "!*'()");
    const QByteArray message = bytesOf(secret) + '|' + encoded + '|' + bytesOf(type) + '|' + bytesOf(timestamp);
    return QMessageAuthenticationCode::hash(message, bytesOf(secret), QCryptographicHash::Sha256).toHex().toStdString();
}

std::string twilioSignature(const std::string &authToken, const std::string &url, std::vector<std::pair<std::string, std::string>> form)
{
    std::sort(form.begin(), form.end()); // by bytes; of a repeated name its values too, each once
    form.erase(std::unique(form.begin(), form.end()), form.end());
    QByteArray message = bytesOf(url);
    for (const auto &[name, value] : form)
        message += bytesOf(name) + bytesOf(value);
    return QMessageAuthenticationCode::hash(message, bytesOf(authToken), QCryptographicHash::Sha1).toBase64().toStdString();
}

std::string formEncoded(const std::vector<std::pair<std::string, std::string>> &form)
{
    std::string text;
    for (const auto &[name, value] : form) {
        text += text.empty() ? "" : "&";
        text += QUrl::toPercentEncoding(QString::fromStdString(name)).toStdString() + "=" +
                QUrl::toPercentEncoding(QString::fromStdString(value)).toStdString();
    }
    return text;
}

std::string base64(std::string_view bytes)
{
    return bytesOf(bytes).toBase64().toStdString();
}

std::string fromBase64(std::string_view text)
{
    return QByteArray::fromBase64(bytesOf(text)).toStdString();
}

} // namespace callcard::demo
