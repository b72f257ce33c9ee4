#include "typedtext.h"

#include <QRegularExpression>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

QString parameter(const QStringList &parameters, QLatin1StringView name)
{
    for (const QString &each : parameters) {
        if (each.startsWith(name, Qt::CaseInsensitive) && each.size() > name.size() && each.at(name.size()) == u'=')
            return each.sliced(name.size() + 1).trimmed();
    }
    return {};
}

} // namespace

QString withoutScheme(const QString &text)
{
    // "Jane" <sip:+13035550142@pbx.example>: the display name is not the number.
    static const QRegularExpression inBrackets(u"<\\s*((?:tel|callto|sips?):[^<>]+)>"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression scheme(u"^(tel|callto|sips?):(?://)?"_s, QRegularExpression::CaseInsensitiveOption);
    QString link = text;
    if (const auto match = inBrackets.match(text); match.hasMatch())
        link = match.captured(1);
    const auto match = scheme.match(link);
    if (!match.hasMatch())
        return text;
    const bool sip = match.captured(1).startsWith(u's', Qt::CaseInsensitive);
    link = plainText(QString::fromUtf8(QByteArray::fromPercentEncoding(link.sliced(match.capturedEnd()).toUtf8())));
    // Parameters may stand before the host (sip:+1303…;ext=12@host) and behind it.
    QString behindHost;
    if (const qsizetype at = link.indexOf(u'@'); at >= 0) {
        behindHost = link.sliced(at + 1);
        link.truncate(at);
    }
    if (const qsizetype query = link.indexOf(u'?'); query >= 0)
        link.truncate(query);
    if (sip && link.contains(u':')) // sip:user:password@host
        link.truncate(link.indexOf(u':'));
    while (link.endsWith(u'/'))
        link.chop(1);

    QStringList parameters = link.split(u';');
    QString number = parameters.takeFirst().trimmed();
    parameters += behindHost.split(u';').mid(1);
    // RFC 3966: a local number may say in what area it holds; a host name there (RFC allows it) does not help.
    if (const QString context = parameter(parameters, "phone-context"_L1); context.startsWith(u'+') && !number.startsWith(u'+'))
        number.prepend(context);
    const QString extension = parameter(parameters, "ext"_L1);
    const QString tones = parameter(parameters, "postd"_L1);
    if (!extension.isEmpty())
        number += u";ext="_s + extension;
    else if (parameters.size() == 1 && !parameters.first().isEmpty() && parameters.first().front().isDigit())
        number += u';' + parameters.first(); // tel:3035550142;12: a pause, as phones write it
    if (!tones.isEmpty())
        number += (tones.front().isDigit() ? u",,"_s : QString()) + tones;
    return number;
}

} // namespace callcard
