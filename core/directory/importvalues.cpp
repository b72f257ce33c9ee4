#include "rowreader.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

QString withoutSpreadsheet(const QString &text)
{
    static const QRegularExpression formula(u"^=\\s*\"([^\"]*)\"$"_s);
    static const QRegularExpression fraction(u"^\\+?(\\d{7,15})[.,]0+$"_s);
    static const QRegularExpression scientific(u"^(\\d)[.,](\\d+)[eE]\\+?(\\d{1,2})$"_s);
    if (const auto match = formula.match(text); match.hasMatch())
        return match.captured(1);
    if (text.startsWith(u'\'')) // "text, not a number"
        return text.mid(1);
    if (const auto match = fraction.match(text); match.hasMatch())
        return match.captured(1);
    if (const auto match = scientific.match(text); match.hasMatch()) {
        // Every digit is still there, or none can be trusted: 1.41555E+10 was rounded.
        if (match.captured(2).size() == match.captured(3).toInt())
            return QString(match.captured(1) + match.captured(2));
    }
    return text;
}

QDateTime readTime(const QString &text)
{
    bool isNumber = false;
    if (const double number = text.toDouble(&isNumber); isNumber) {
        if (number <= 0 || number > 1e14)
            return {};
        if (number < 100'000)
            return QDateTime(QDate(1899, 12, 30).addDays(static_cast<qint64>(number)), QTime(0, 0), Qt::UTC);
        return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(number < 1e11 ? number * 1000 : number), Qt::UTC);
    }
    if (const QDateTime iso = QDateTime::fromString(text, Qt::ISODate); iso.isValid()) {
        // Without a zone it is only a day that can be trusted, and that is the one written.
        return iso.timeSpec() == Qt::LocalTime ? QDateTime(iso.date(), iso.time(), Qt::UTC) : iso.toUTC();
    }
    static const QRegularExpression american(u"^(\\d{1,2})/(\\d{1,2})/(\\d{4})\\b"_s);
    static const QRegularExpression german(u"^(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})\\b"_s);
    QDate day;
    if (const auto match = american.match(text); match.hasMatch())
        day = QDate(match.captured(3).toInt(), match.captured(1).toInt(), match.captured(2).toInt());
    else if (const auto other = german.match(text); other.hasMatch())
        day = QDate(other.captured(3).toInt(), other.captured(2).toInt(), other.captured(1).toInt());
    return day.isValid() ? QDateTime(day, QTime(0, 0), Qt::UTC) : QDateTime();
}

std::optional<qint64> readMoney(const QString &text)
{
    QString plain;
    for (const QChar c : text) {
        if (c.isDigit() || c == u'.' || c == u',' || (c == u'-' && plain.isEmpty()))
            plain += c;
    }
    // The last sign is the decimal one when at most two digits follow it; the others group thousands.
    const qsizetype mark = std::max(plain.lastIndexOf(u'.'), plain.lastIndexOf(u','));
    QString cents = u"00"_s;
    if (mark >= 0 && plain.size() - mark - 1 <= 2) {
        cents = plain.mid(mark + 1).leftJustified(2, u'0');
        plain.truncate(mark);
    } else if (mark >= 0 && plain.at(mark) == u'.' && plain.count(u'.') == 1 && !plain.contains(u',') && plain.size() - mark - 1 != 3) {
        cents = plain.mid(mark + 1, 2); // 1234.5678: a program's decimals
        plain.truncate(mark);
    }
    plain.remove(u'.').remove(u',');
    bool ok = false;
    const qint64 whole = QString(plain + cents).toLongLong(&ok);
    return ok && !plain.isEmpty() ? std::optional(whole) : std::nullopt;
}

} // namespace callcard
