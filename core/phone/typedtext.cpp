#include "typedtext.h"

#include <QRegularExpression>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

qsizetype digitsIn(QStringView text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// Spreadsheets and exports: ="3035550142", '3035550142, "3035550142", 3035550142.0
QString withoutWrapping(QString text)
{
    if (text.startsWith(u"=\""_s))
        text.remove(0, 1);
    while (text.size() >= 2 && text.front() == text.back() && (text.front() == u'"' || text.front() == u'\''))
        text = text.sliced(1, text.size() - 2).trimmed();
    if (text.startsWith(u'\''))
        text.remove(0, 1);
    static const QRegularExpression wholeAsFloat(u"^\\+?\\d{7,15}(\\.0{1,2})$"_s);
    if (const auto match = wholeAsFloat.match(text); match.hasMatch())
        text.chop(match.capturedLength(1));
    return text;
}

bool isScientific(const QString &text)
{
    static const QRegularExpression pattern(u"^[+-]?\\d+(?:[.,]\\d*)?[eE][+-]?\\d+$"_s);
    return pattern.match(text).hasMatch();
}

/// A slash joins in "089 / 1234567" and parts in "555 2671 / 2672": by then a whole number stands before it.
bool slashParts(const QString &text)
{
    const qsizetype slash = text.lastIndexOf(u'/');
    if (slash < 0)
        return false;
    const QStringView before = QStringView(text).first(slash);
    const bool withCountry = before.contains(u'+') || before.startsWith("00"_L1);
    return digitsIn(before) >= (withCountry ? 10 : 7);
}

bool holdsSeveral(const QString &text)
{
    if (text.count(u'+') > 1 && digitsIn(text) > 8)
        return true;
    static const QRegularExpression separator(u"[|;,&\\n]|\\s(?:or|and|oder|und|ou|et|y|o)\\s"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    qsizetype parts = 0;
    for (const QString &part : text.split(separator, Qt::SkipEmptyParts))
        parts += digitsIn(part) >= 4 && !part.startsWith("ext"_L1, Qt::CaseInsensitive) ? 1 : 0;
    return parts > 1 || slashParts(text);
}

/// Cuts what is sent as tones after the number: ",,123#", "p123". A lone comma with many digits behind parts two numbers.
QString cutAfterDial(QString &text)
{
    static const QRegularExpression pattern(u"(?<=[0-9)])((?:(?:[,;]{2,}|[pPwW]+)[0-9*#]{1,20}|[,;][0-9*#]{1,6}(?![0-9]))+[,;]*)$"_s);
    const auto match = pattern.match(text);
    if (!match.hasMatch() || digitsIn(QStringView(text).first(match.capturedStart())) < 3)
        return {};
    const QString result = match.captured(1);
    text.truncate(match.capturedStart());
    return result;
}

QString cutExtension(QString &text)
{
    static const QRegularExpression pattern(
        u"(?<=[0-9)\\].\\s,;])[,;\\s]*(?:ext\\s*=|(?:extension|extensi[oó]n|extn|ext|xtn|x|#|int(?:erno)?|anexo|ramal|poste|toestel"
        "|durchwahl|dw|доб)[.:\\s]*)\\s*(\\d{1,8})\\s*#?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return {};
    const QString result = match.captured(1);
    text.truncate(match.capturedStart());
    text = text.trimmed();
    return result;
}

/// What people write beside a number and means nothing: "Tel.: …", "… (mobile)". Any other word refuses the whole text.
void cutLabels(QString &text)
{
#define CALLCARD_LABELS                                                                                                                    \
    "(?:tel(?:ephone|efon|éfono|efono)?|t[ée]l|phone|ph|mobile?|mob|mobil|handy|cell(?:ular)?|celular|movil|móvil|office|work|home|"    \
    "direct|main|fax|number|no|nr|[tmpfohwcd])"
    static const QRegularExpression leading(u"^\\(?" CALLCARD_LABELS "\\)?\\s*[.:#)]*\\s*(?=[+(\\[0-9])"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression trailing(u"\\s*(?:\\(" CALLCARD_LABELS "\\)|[\\s,]" CALLCARD_LABELS ")\\.?$"_s,
                                             QRegularExpression::CaseInsensitiveOption);
#undef CALLCARD_LABELS
    text.remove(leading);
    text.remove(trailing);
}

bool isGrouping(QChar c)
{
    return u" ()[]-./"_s.contains(c);
}

std::optional<PhoneProblem> problemIn(const QString &number, bool vanity)
{
    bool digitSeen = false;
    qsizetype letters = 0;
    for (const QChar c : number) {
        if (c >= u'0' && c <= u'9') {
            digitSeen = true;
        } else if (c.isLetter()) {
            if (!vanity || c.unicode() > 127)
                return PhoneProblem::Letters;
            ++letters;
        } else if (c == u'+' ? digitSeen : !isGrouping(c)) {
            return PhoneProblem::NotANumber;
        }
    }
    if (letters > 0 && (letters < 3 || digitsIn(number) < 3)) // "call me" is no vanity number, 1-800-FLOWERS is
        return PhoneProblem::Letters;
    return digitSeen ? std::nullopt : std::optional(PhoneProblem::NotANumber);
}

} // namespace

QString plainText(QStringView text)
{
    const QString folded = text.toString().normalized(QString::NormalizationForm_KC);
    QString result;
    result.reserve(folded.size());
    for (const QChar c : folded) {
        if (c.category() == QChar::Other_Format)
            continue; // zero-width and direction marks that travel along when copying
        if (const int digit = c.digitValue(); digit >= 0)
            result += QChar(u'0' + digit);
        else if (c.category() == QChar::Punctuation_Dash || c == QChar(0x2212))
            result += u'-';
        else
            result += c == u'\r' || c == QChar::LineSeparator ? QChar(u'\n') : c != u'\n' && c.isSpace() ? QChar(u' ') : c;
    }
    return result.trimmed();
}

tl::expected<TypedText, PhoneProblem> takeApart(QStringView text, bool vanity)
{
    constexpr qsizetype kLongest = 250; // a longer text is no number, and regular expressions stay cheap
    if (text.size() > kLongest)
        return tl::unexpected(PhoneProblem::TooLong);
    TypedText result;
    result.number = withoutWrapping(withoutScheme(withoutWrapping(plainText(text))));
    if (result.number.isEmpty())
        return tl::unexpected(PhoneProblem::Empty);
    if (isWithheldText(result.number))
        return tl::unexpected(PhoneProblem::Withheld);
    if (isScientific(result.number))
        return tl::unexpected(PhoneProblem::Scientific);
    result.afterDial = cutAfterDial(result.number);
    if (holdsSeveral(result.number))
        return tl::unexpected(PhoneProblem::SeveralNumbers);
    cutLabels(result.number);
    result.extension = cutExtension(result.number);
    if (const auto problem = problemIn(result.number, vanity))
        return tl::unexpected(*problem);
    return result;
}

} // namespace callcard
