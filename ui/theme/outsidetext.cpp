#include <callcard/ui/outsidetext.h>

#include <QLocale>
#include <QTextBoundaryFinder>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr QChar kFirstStrongIsolate(0x2068);
constexpr QChar kLeftToRightIsolate(0x2066);
constexpr QChar kPopIsolate(0x2069);
constexpr int kAvatarColours = 8;

/// Marks that steer the direction of what follows: a name has no business with them.
bool isDirectionControl(char16_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
}

QString clean(const QString &text, int most, bool keepLines)
{
    QString result;
    bool space = false;
    bool line = false;
    for (const QChar c : text) {
        if (result.size() >= most) {
            if (!result.isEmpty() && result.back().isHighSurrogate())
                result.chop(1);
            result += u'…';
            break;
        }
        if (isDirectionControl(c.unicode()) || c == QChar(0xFEFF))
            continue;
        if (c.isSpace() || c.category() == QChar::Other_Control) {
            line = line || (keepLines && (c == u'\n' || c == QChar::ParagraphSeparator));
            space = space || c.isSpace();
            continue;
        }
        if (!result.isEmpty() && line)
            result += u'\n';
        else if (!result.isEmpty() && space)
            result += u' ';
        space = line = false;
        result += c;
    }
    return result;
}

QString firstLetterOf(const QString &word)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word);
    qsizetype from = 0;
    for (qsizetype to = finder.toNextBoundary(); to > 0; to = finder.toNextBoundary()) {
        const QString grapheme = word.mid(from, to - from);
        const char32_t first = grapheme.toUcs4().value(0);
        if (QChar::isLetter(first))
            return grapheme;
        from = to;
    }
    return {};
}

bool hasNoSpaces(char32_t letter)
{
    switch (QChar::script(letter)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Bopomofo:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
    case QChar::Script_Tibetan:
        return true;
    default:
        return false;
    }
}
} // namespace

QString cleaned(const QString &text, int most)
{
    return clean(text, most, false);
}

QString cleanedLines(const QString &text, int most)
{
    return clean(text, most, true);
}

QString isolated(const QString &text)
{
    const QString plain = cleaned(text);
    return plain.isEmpty() ? plain : kFirstStrongIsolate + plain + kPopIsolate;
}

QString plainToolTip(const QString &text)
{
    return text.isEmpty() ? QString() : u"<span>"_s + text.toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</span>"_s;
}

QString numberRun(const QString &text)
{
    const QString plain = cleaned(text);
    return plain.isEmpty() ? plain : kLeftToRightIsolate + plain + kPopIsolate;
}

QString initials(const QString &name)
{
    QStringList letters;
    const QStringList words = cleaned(name, 200).split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (const QString letter = firstLetterOf(word); !letter.isEmpty())
            letters += letter;
    }
    if (letters.isEmpty())
        return {};
    const QLocale locale;
    const auto upper = [&locale](const QString &letter) { return firstLetterOf(locale.toUpper(letter)); };
    if (letters.size() == 1 || hasNoSpaces(letters.first().toUcs4().value(0)))
        return upper(letters.first());
    return upper(letters.first()) + upper(letters.last());
}

int avatarIndex(const QString &id)
{
    quint32 hash = 2166136261U; // FNV-1a, 32 bit
    const QByteArray bytes = id.toUtf8();
    for (const char byte : bytes) {
        hash ^= static_cast<quint8>(byte);
        hash *= 16777619U;
    }
    return static_cast<int>((hash ^ (hash >> 16)) % kAvatarColours);
}

} // namespace callcard::ui
