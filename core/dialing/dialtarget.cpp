#include <callcard/dialtarget.h>

#include "candidates.h"
#include "texttraps.h"

#include <QRegularExpression>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMostText = 10'000;
constexpr qsizetype kMostOfOneNumber = 200; // a link with parameters
constexpr qsizetype kMostShown = 64;

/// "Jane" <sip:…> is one too.
bool isLink(const QString &text)
{
    static const QRegularExpression scheme(u"^(?:[^<>]*<\\s*)?(?:tel|callto|sips?):"_s, QRegularExpression::CaseInsensitiveOption);
    return scheme.match(text).hasMatch();
}

/// The digits of "tel:911", or the text itself.
QString bareOf(const QString &text)
{
    static const QRegularExpression link(u"^(?:tel|callto):(?://)?([\\d-]{2,8})$"_s, QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = link.match(text);
    return match.hasMatch() ? match.captured(1) : text;
}

/// Phones write pauses in two ways: "p" and "w", or "," and ";".
QString withCommas(QString afterDial)
{
    return afterDial.toLower().replace(u'p', u',').replace(u'w', u';');
}

std::optional<DialTarget> wholeText(const QString &text, const QString &region, PhoneProblem &problem)
{
    const QString bare = bareOf(text);
    if (shortCode(bare, region) || isEmergency(bare, region)) {
        QString digits;
        std::copy_if(bare.begin(), bare.end(), std::back_inserter(digits), [](QChar c) { return c.isDigit(); });
        return DialTarget{.shortCode = digits, .written = text.first(std::min(text.size(), kMostShown))};
    }
    const auto parsed = parsePhone(text, region, {.vanity = true});
    if (!parsed) {
        problem = parsed.error();
        return std::nullopt;
    }
    return DialTarget{.number = parsed->number,
                      .extension = parsed->extension,
                      .afterDial = withCommas(parsed->afterDial),
                      .written = text.first(std::min(text.size(), kMostShown))};
}

/// A trap as a whole ("2026-11-14", an IBAN) is none, although its digits would read as a number.
bool isTrap(const QString &text)
{
    const QString left = withoutTraps(text);
    return std::none_of(left.begin(), left.end(), [](QChar c) { return c.isDigit(); }) &&
           std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

} // namespace

tl::expected<DialTarget, PhoneProblem> dialTargetFrom(QStringView given, const QString &region)
{
    if (given.size() > kMostText)
        return tl::unexpected(PhoneProblem::TooLong);
    const QString text = given.trimmed().toString();
    if (text.isEmpty())
        return tl::unexpected(PhoneProblem::Empty);

    PhoneProblem problem = PhoneProblem::NotANumber;
    const bool link = isLink(text);
    if (text.size() <= kMostOfOneNumber && !text.contains(u'\n')) {
        if (!link && isTrap(text))
            return tl::unexpected(PhoneProblem::NotANumber);
        if (std::optional<DialTarget> target = wholeText(text, region, problem))
            return *std::move(target);
        // A link says itself what it is; searching inside it would dial what nobody asked for. Nor is a hidden caller searched.
        if (link || problem == PhoneProblem::Withheld || problem == PhoneProblem::Scientific)
            return tl::unexpected(problem);
    }

    const QList<Candidate> candidates = candidatesIn(text, region);
    if (candidates.isEmpty())
        return tl::unexpected(problem);
    const Candidate &best = *std::max_element(candidates.begin(), candidates.end(), [](const Candidate &a, const Candidate &b) {
        return a.score != b.score ? a.score < b.score : a.at > b.at;
    });
    return DialTarget{.number = best.phone.number,
                      .extension = best.phone.extension,
                      .afterDial = withCommas(best.phone.afterDial),
                      .written = best.written.first(std::min(best.written.size(), kMostShown)),
                      .fromProse = true,
                      .othersInText = int(candidates.size()) - 1};
}

QString dialKey(const DialTarget &target)
{
    // Tones after the answer do not make it another call.
    return (target.number ? target.number->e164() : u"short:"_s + target.shortCode) + u'x' + target.extension;
}

} // namespace callcard
