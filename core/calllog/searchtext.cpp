#include "searchtext.h"

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongestPart = 2000; // of a transcript; the rest is read, not searched
constexpr qsizetype kLongestSearch = 200;
constexpr int kMostWords = 8;

/// "(416) 555-0142" is one thing to look for, not three.
bool isNumberLike(const QString &typed)
{
    const auto digits = std::count_if(typed.begin(), typed.end(), [](QChar letter) { return letter.isDigit(); });
    return digits >= 3 &&
           std::all_of(typed.begin(), typed.end(), [](QChar letter) { return letter.isDigit() || u" ()-+./"_s.contains(letter); });
}

} // namespace

QString folded(const QString &text)
{
    const QString decomposed = text.normalized(QString::NormalizationForm_KD);
    QString plain;
    plain.reserve(decomposed.size());
    for (const QChar letter : decomposed) {
        if (!letter.isMark())
            plain.append(letter);
    }
    return plain.toCaseFolded().simplified();
}

QString searchTextOf(const LogEntry &entry)
{
    const Call &call = entry.call;
    QStringList parts{entry.customer.name, entry.customer.company, call.remote.name, call.remote.email,
                      call.lineName,       call.answeredBy,        entry.outcome};
    parts += entry.tags;
    parts += entry.note.first(std::min(kLongestPart, entry.note.size()));
    parts += entry.transcription.first(std::min(kLongestPart, entry.transcription.size()));
    parts += call.remote.number ? call.remote.number->e164().mid(1) : call.remote.rawNumber;
    parts += call.remote.extension;
    parts.removeAll(QString());
    return folded(parts.join(u'\n'));
}

SearchWords searchWords(const QString &typed)
{
    const QString text = folded(typed.first(std::min(kLongestSearch, typed.size())));
    QStringList words;
    if (isNumberLike(text)) {
        QString digits;
        std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](QChar letter) { return letter.isDigit(); });
        words.append(digits);
    } else {
        words = text.split(u' ', Qt::SkipEmptyParts).first(std::min<qsizetype>(kMostWords, text.count(u' ') + (text.isEmpty() ? 0 : 1)));
    }
    SearchWords search;
    QStringList quoted;
    for (const QString &word : std::as_const(words)) {
        if (word.toUcs4().size() >= 3)
            quoted.append(QString(u'"' + QString(word).replace(u'"', u"\"\""_s) + u'"'));
        else
            (search.shortWord.isEmpty() ? search.shortWord : search.secondShortWord) = word;
    }
    search.match = quoted.join(u' ');
    return search;
}

} // namespace callcard
