#include "candidates.h"

#include "texttraps.h"

#include <QRegularExpression>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostReadings = 400;   // of pieces of one text: each costs tens of microseconds
constexpr qsizetype kMostGroups = 8; // of digits in one number, as people write it
constexpr qsizetype kFewestDigits = 7;

struct Piece {
    qsizetype start{};
    qsizetype end{};
};

/// Runs of digits and what stands between and around them in numbers.
QList<Piece> runsIn(const QString &text)
{
    static const QRegularExpression run(u"(?<![\\p{L}\\d_])[+(\\[]{0,2}\\d[\\d\\s()\\[\\]./+\\x{2010}-\\x{2015}-]*\\d"_s,
                                        QRegularExpression::UseUnicodePropertiesOption);
    QList<Piece> runs;
    for (const QRegularExpressionMatch &match : run.globalMatch(text))
        runs.append({match.capturedStart(), match.capturedEnd()});
    return runs;
}

/// The groups of digits of a run, each with the sign that opens it.
QList<Piece> groupsOf(const QString &text, const Piece &run)
{
    static const QRegularExpression group(u"[+(\\[]{0,3}\\d+"_s);
    QList<Piece> groups;
    auto matches = group.globalMatch(QStringView(text).sliced(run.start, run.end - run.start));
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        groups.append({run.start + match.capturedStart(), run.start + match.capturedEnd()});
    }
    return groups;
}

qsizetype digitsIn(QStringView text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

/// "ext. 12" and its kin right behind the number belong to it.
qsizetype extensionBehind(const QString &text, qsizetype end)
{
    static const QRegularExpression extension(
        u"\\G\\s*(?:[,;]?\\s*(?:ext|extension|durchwahl|dw|poste|anexo)\\.?\\s*:?\\s*|;ext=|\\s?x\\s?|\\s#)\\d{1,7}\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = extension.match(text, end, QRegularExpression::NormalMatch);
    return match.hasMatch() ? match.capturedEnd() : end;
}

/// What the words right before a number say about it.
int labelScore(QStringView before)
{
    static const QRegularExpression fax(u"(?:\\bfax|telefax|télécopie|\\bF)\\s*[:.)]?\\s*$"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression direct(
        u"(?:mobile|mobil|cell|handy|portable|móvil|movil|direct(?: line| dial)?|durchwahl|\\bM|\\bC|\\bD)\\s*(?:no|nr|number|phone)?\\.?\\s*[:.)]?\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression phone(
        u"(?:phone|telephone|téléphone|telefon|teléfono|telefono|\\btel|\\btél|call(?: me| us)?(?: at| on)?|reach(?: me| us)?(?: at| "
        u"on)?|ruf|anrufen|appelez|"
        "llame|dial|ring|office|work|home|\\bT|\\bP|\\bO|\\bW|[☎📞✆])\\s*(?:no|nr|number)?\\.?\\s*[:.)]?\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const QStringView near = before.last(std::min<qsizetype>(before.size(), 32));
    if (fax.match(near).hasMatch())
        return -6;
    if (direct.match(near).hasMatch())
        return 5;
    return phone.match(near).hasMatch() ? 4 : 0;
}

int shapeScore(QStringView written)
{
    int score = 0;
    if (written.contains(u'+'))
        score += 3;
    if (written.contains(u'('))
        score += 1;
    const bool grouped = std::any_of(written.begin(), written.end(), [](QChar c) { return c.isSpace() || u"-.()/"_s.contains(c); });
    return score + (grouped ? 1 : -1);
}

/// A space inside a number is one or two characters wide; a line's end never is inside one.
bool joins(QStringView between)
{
    return between.size() <= 4 && !between.contains(u'\n') && !between.contains(u'\r') && between.count(u' ') <= 2;
}

} // namespace

QList<Candidate> candidatesIn(const QString &text, const QString &region)
{
    const QString clean = withoutTraps(text);
    QList<Candidate> found;
    int readings = 0;
    for (const Piece &run : runsIn(clean)) {
        const QList<Piece> groups = groupsOf(clean, run);
        for (qsizetype first = 0; first < groups.size(); ++first) {
            // The longest piece that reads as a number; what is left of the run may hold another.
            qsizetype last = first;
            while (last + 1 < groups.size() && last - first + 1 < kMostGroups &&
                   joins(QStringView(clean).sliced(groups[last].end, groups[last + 1].start - groups[last].end)))
                ++last;
            for (; last >= first; --last) {
                const qsizetype start = groups[first].start;
                qsizetype end = groups[last].end;
                if (digitsIn(QStringView(clean).sliced(start, end - start)) < kFewestDigits)
                    break;
                if (++readings > kMostReadings)
                    return found;
                // A letter that touches the digits makes them part of something else.
                if (end < clean.size() && (clean.at(end).isLetter() || clean.at(end) == u'_') && extensionBehind(clean, end) == end)
                    continue;
                end = extensionBehind(clean, end);
                const QString written = clean.sliced(start, end - start).trimmed();
                const auto parsed = parsePhone(written, region);
                if (!parsed)
                    continue;
                const bool known = std::any_of(found.begin(), found.end(), [&](const Candidate &each) {
                    return each.phone.number == parsed->number && each.phone.extension == parsed->extension;
                });
                if (!known) {
                    const int score = labelScore(QStringView(text).first(start)) + shapeScore(written);
                    found.append({.phone = *parsed, .written = written, .at = start, .score = score});
                }
                first = last;
                break;
            }
        }
    }
    return found;
}

} // namespace callcard
