#include "wire.h"

#include <QRegularExpression>

#include <array>

namespace callcard::justcall {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Entity {
    QLatin1StringView name;
    QLatin1StringView text;
};
constexpr std::array kEntities{Entity{"amp"_L1, "&"_L1},   Entity{"lt"_L1, "<"_L1},   Entity{"gt"_L1, ">"_L1},
                               Entity{"quot"_L1, "\""_L1}, Entity{"apos"_L1, "'"_L1}, Entity{"nbsp"_L1, " "_L1}};

QString entityText(QStringView name)
{
    for (const Entity &entity : kEntities) {
        if (name == entity.name)
            return entity.text;
    }
    if (!name.startsWith(u'#'))
        return {};
    const bool hex = name.size() > 1 && name[1].toLower() == u'x';
    bool ok = false;
    const uint code = name.sliced(hex ? 2 : 1).toUInt(&ok, hex ? 16 : 10);
    const bool usable = ok && code >= 0x20 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    return usable ? QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1) : QString();
}

} // namespace

QString plainText(const QString &text)
{
    constexpr qsizetype kLongestEntity = 8;
    if (!text.contains(u'&') && !text.contains(u'\\'))
        return text;
    QString plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\\' && i + 1 < text.size() && (text[i + 1] == u'\'' || text[i + 1] == u'"')) {
            plain += text[++i];
            continue;
        }
        const qsizetype end = c == u'&' ? text.indexOf(u';', i) : -1;
        if (end > i + 1 && end - i - 1 <= kLongestEntity) {
            if (const QString meant = entityText(QStringView(text).sliced(i + 1, end - i - 1)); !meant.isEmpty()) {
                plain += meant;
                i = end;
                continue;
            }
        }
        plain += c;
    }
    return plain;
}

QDateTime civilTime(const QString &date, const QString &time)
{
    static const QRegularExpression form(
        u"^\\s*(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[ T]+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:\\.\\d{1,9})?Z?)?\\s*$"_s);
    if (date.size() > 40 || time.size() > 40)
        return {};
    // A date that brings its own time has the last word only where no other is given.
    const QString day = time.trimmed().isEmpty() ? date : QString(date.trimmed().section(u' ', 0, 0).section(u'T', 0, 0) + u' ' + time);
    const auto match = form.match(day);
    if (!match.hasMatch() || match.capturedLength(4) == 0)
        return {};
    const QDate civil(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    const QTime clock(match.captured(4).toInt(), match.captured(5).toInt(), match.captured(6).toInt());
    return civil.isValid() && clock.isValid() ? QDateTime(civil, clock, Qt::UTC) : QDateTime(); // never midnight for a time that is none
}

} // namespace callcard::justcall
