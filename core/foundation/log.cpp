#include <callcard/log.h>

#include <QRegularExpression>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

QString redacted(QStringView text)
{
    // Longest secrets first: a JSON web token contains dots and digits that the later rules would only nibble at.
    static const QRegularExpression jsonWebToken(u"eyJ[A-Za-z0-9_-]{8,}(\\.[A-Za-z0-9_-]*){0,2}"_s);
    static const QRegularExpression scheme(u"(?i)\\b(bearer|basic)\\s+[^\\s\",;]+"_s);
    static const QRegularExpression credential(
        u"(?i)\\b((?:access_token|refresh_token|id_token|token|assertion|code|code_verifier|client_secret|password|secret|api[_-]?key|authorization|x-api-key|key)\"?\\s*[=:]\\s*\"?)(?!bearer|basic)([^\\s\"&,;]+)"_s);
    static const QRegularExpression address(u"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+"_s);
    static const QRegularExpression longOpaque(u"\\b[A-Za-z0-9_-]{40,}\\b"_s);
    static const QRegularExpression digits(u"\\+?\\d(?:[ ().-]{0,2}\\d){6,}"_s);

    QString result = text.toString();
    result.replace(jsonWebToken, u"[token]"_s);
    result.replace(scheme, u"\\1 [secret]"_s);
    result.replace(credential, u"\\1[secret]"_s);
    result.replace(address, u"[address]"_s);
    result.replace(longOpaque, u"[opaque]"_s);
    result.replace(digits, u"[digits]"_s);
    return result;
}

QString maskedNumber(QStringView number)
{
    if (number.size() <= 4)
        return u"•••"_s;
    return u"••• "_s + number.last(4);
}

} // namespace callcard
