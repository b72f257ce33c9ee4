#include "customerwords.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kMostMarks = 16;

/// One letter for one: marks must fall on the text as it is shown.
QChar plain(QChar c)
{
    if (c.unicode() < 0x80)
        return c.toLower();
    const QString apart = c.decomposition();
    const QChar base = apart.isEmpty() ? c : apart.at(0);
    switch (base.toLower().unicode()) {
    case 0xf8:
        return u'o';
    case 0x142:
        return u'l';
    case 0x111:
        return u'd';
    case 0xdf:
        return u's';
    default:
        return base.toLower();
    }
}

QString plainText(const QString &text)
{
    QString result = text;
    std::transform(result.cbegin(), result.cend(), result.begin(), plain);
    return result;
}

bool beginsWord(const QString &text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber();
}

void add(QList<std::pair<int, int>> &marks, qsizetype from, qsizetype length)
{
    for (auto &[start, size] : marks) {
        if (from < start + size && start < from + length)
            return; // a longer word has it already
    }
    if (marks.size() < kMostMarks)
        marks.append({static_cast<int>(from), static_cast<int>(length)});
}
} // namespace

QList<std::pair<int, int>> foundLetters(const QString &text, const QString &typed)
{
    QList<std::pair<int, int>> marks;
    const QString shown = plainText(text);
    QStringList words = plainText(typed.left(200)).split(u' ', Qt::SkipEmptyParts);
    std::sort(words.begin(), words.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    for (const QString &word : std::as_const(words)) {
        QList<qsizetype> beginnings;
        QList<qsizetype> middles;
        for (qsizetype at = shown.indexOf(word); at >= 0; at = shown.indexOf(word, at + 1))
            (beginsWord(shown, at) ? beginnings : middles).append(at);
        for (const qsizetype at : beginnings.isEmpty() && word.size() > 1 ? middles : beginnings)
            add(marks, at, word.size());
    }
    std::sort(marks.begin(), marks.end());
    return marks;
}

QList<std::pair<int, int>> foundDigits(const QString &text, const QString &typed)
{
    QString digits;
    QList<int> places;
    for (int at = 0; at < text.size(); ++at) {
        if (text.at(at).isDigit()) {
            digits += text.at(at);
            places.append(at);
        }
    }
    QString wanted;
    for (const QChar c : typed) {
        if (c.isDigit())
            wanted += c;
        else if (c.isLetter())
            return {};
    }
    // "+1 416" stands as "(416)" in a number of one's own country.
    while (wanted.size() >= 3 && !digits.contains(wanted) && (wanted.startsWith(u'0') || wanted.startsWith(u'1')))
        wanted.remove(0, 1);
    const qsizetype at = wanted.size() < 3 ? -1 : digits.indexOf(wanted);
    if (at < 0)
        return {};
    const int from = places.at(at);
    return {{from, places.at(at + wanted.size() - 1) - from + 1}};
}

} // namespace callcard::ui
