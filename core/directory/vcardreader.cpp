#include "vcardreader.h"

#include <utility>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isQuotedPrintable(const QByteArray &line)
{
    const QByteArray head = line.left(line.indexOf(':')).toUpper();
    return head.contains("QUOTED-PRINTABLE");
}

QByteArray fromQuotedPrintable(const QByteArray &text)
{
    QByteArray plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        bool ok = false;
        const int byte = text.at(i) == '=' ? text.mid(i + 1, 2).toInt(&ok, 16) : 0;
        if (ok && i + 2 < text.size()) {
            plain.append(static_cast<char>(byte));
            i += 2;
        } else {
            plain.append(text.at(i));
        }
    }
    return plain;
}

/// The colon that ends the parameters; one inside quotes does not.
qsizetype valueStart(const QByteArray &line)
{
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line.at(i) == '"')
            quoted = !quoted;
        else if (line.at(i) == ':' && !quoted)
            return i;
    }
    return -1;
}

VcardProperty propertyOf(const QByteArray &line, qsizetype colon)
{
    VcardProperty property;
    QList<QByteArray> head = line.left(colon).split(';');
    property.name = QString::fromLatin1(head.takeFirst()).toUpper().section(u'.', -1).trimmed();
    for (const QByteArray &part : std::as_const(head)) {
        const qsizetype equals = part.indexOf('=');
        const QString value = QString::fromUtf8(equals < 0 ? part : part.mid(equals + 1)).remove(u'"').trimmed();
        QString &known = property.parameters[equals < 0 ? u"TYPE"_s : QString::fromLatin1(part.left(equals)).toUpper().trimmed()];
        known = known.isEmpty() ? value : QString(known + u',' + value);
    }
    property.value = line.mid(colon + 1);
    const QString encoding = property.parameters.value(u"ENCODING"_s).toUpper();
    if (encoding == "QUOTED-PRINTABLE"_L1 || property.parameters.value(u"TYPE"_s).contains("QUOTED-PRINTABLE"_L1, Qt::CaseInsensitive))
        property.value = fromQuotedPrintable(property.value);
    return property;
}

QList<QByteArray> splitUnescaped(const QByteArray &value, char separator)
{
    QList<QByteArray> parts(1);
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value.at(i) == '\\' && i + 1 < value.size()) {
            parts.last().append(value.at(i));
            parts.last().append(value.at(++i));
        } else if (value.at(i) == separator) {
            parts.append(QByteArray());
        } else {
            parts.last().append(value.at(i));
        }
    }
    return parts;
}

} // namespace

bool VcardReader::physicalLine(Line &line)
{
    line.text.resize(0);
    line.number = ++m_line;
    bool any = false;
    for (int c = m_bytes.next(); c != ImportBytes::kEnd; c = m_bytes.next()) {
        if (std::exchange(m_afterReturn, false) && c == '\n')
            continue;
        any = true;
        m_afterReturn = c == '\r';
        if (c == '\n' || c == '\r')
            break;
        if (line.text.size() < kLongestLine) // the rest of a photo on one line
            line.text.append(static_cast<char>(c));
    }
    return any;
}

bool VcardReader::logicalLine(Line &line)
{
    if (m_hasAhead)
        line = m_ahead;
    else if (!physicalLine(line))
        return false;
    m_hasAhead = false;
    // 2.1 goes on after "=" at the end of the line, the others before a blank at the next one's beginning.
    while (isQuotedPrintable(line.text) && line.text.endsWith('=')) {
        Line more;
        line.text.chop(1);
        if (!physicalLine(more))
            return true;
        if (line.text.size() < kLongestLine)
            line.text += more.text;
    }
    while (physicalLine(m_ahead)) {
        if (!m_ahead.text.startsWith(' ') && !m_ahead.text.startsWith('\t')) {
            m_hasAhead = true;
            break;
        }
        if (line.text.size() < kLongestLine)
            line.text += m_ahead.text.mid(1);
    }
    return true;
}

bool VcardReader::next(Vcard &card)
{
    card = {};
    bool inside = false;
    Line line;
    while (logicalLine(line)) {
        const QByteArray word = line.text.trimmed().toUpper();
        if (word == "BEGIN:VCARD") {
            if (inside) { // the one before was never ended
                card.fault = u"card-not-ended"_s;
                if (m_hasAhead) {
                    m_bytes.pushBack(m_ahead.text + (std::exchange(m_afterReturn, false) ? '\r' : '\n'));
                    --m_line;
                }
                m_hasAhead = true;
                m_ahead = line;
                return true;
            }
            inside = true;
            card.line = line.number;
            continue;
        }
        if (!inside)
            continue;
        if (word == "END:VCARD")
            return true;
        const qsizetype colon = valueStart(line.text);
        if (colon <= 0)
            continue;
        if (card.properties.size() >= kMostProperties) {
            card.fault = u"card-too-long"_s;
            continue;
        }
        const QByteArray head = line.text.left(colon).toUpper();
        if (head.startsWith("PHOTO") || head.startsWith("LOGO") || head.startsWith("SOUND") || head.startsWith("KEY"))
            continue;
        card.properties.append(propertyOf(line.text, colon));
    }
    if (inside)
        card.fault = u"card-not-ended"_s;
    return inside;
}

QString vcardText(const QByteArray &value, qsizetype longest)
{
    QByteArray plain;
    plain.reserve(value.size());
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value.at(i) == '\\' && i + 1 < value.size()) {
            const char escaped = value.at(++i);
            plain.append(escaped == 'n' || escaped == 'N' ? ' ' : escaped);
        } else {
            plain.append(value.at(i));
        }
    }
    return decodedField(plain, longest);
}

QStringList vcardParts(const QByteArray &value)
{
    QStringList parts;
    for (const QByteArray &part : splitUnescaped(value, ';'))
        parts.append(vcardText(part));
    return parts;
}

} // namespace callcard
