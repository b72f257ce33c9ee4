#include "search.h"
#include "indextext.h"
#include "matcher.h"
#include "ranking.h"

#include <callcard/phone.h>

#include <algorithm>
#include <tuple>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kCandidates = 200;      ///< Read and ordered; of these the best are shown.
constexpr int kMostTerms = 8;         ///< Of one query; more words narrow nothing any more.
constexpr int kMostAlternatives = 24; ///< Of one mistyped word.
constexpr int kShortestForgiven = 4;
constexpr int kLongestForgiven = 20;
constexpr int kFragment = 3;

bool isDigits(const QString &word)
{
    return std::all_of(word.cbegin(), word.cend(), [](QChar c) { return c.isDigit(); });
}

/// "(303) 555-01": nothing but what a number is written with.
bool looksLikeNumber(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit() || QStringView(u" +-().,/\u00a0").contains(c); }) &&
           digitsIn(text).size() >= kFragment;
}

/// The words come from wordsOf(): letters and digits, so nothing in them can end the quotation.
QString term(const QString &word, bool prefix)
{
    return QString(u'"' + word + u'"' + (prefix ? u"*"_s : QString()));
}

bool hasWord(const Customer &customer, const QStringList &known, const QString &start)
{
    if (std::any_of(known.cbegin(), known.cend(), [&](const QString &word) { return word.startsWith(start); }))
        return true;
    return isDigits(start) && std::any_of(customer.numbers.cbegin(), customer.numbers.cend(),
                                          [&](const CustomerNumber &number) { return number.text.contains(start); });
}

bool hasDigits(const Customer &customer, const QString &digits)
{
    return std::any_of(customer.numbers.cbegin(), customer.numbers.cend(), [&](const CustomerNumber &number) {
        return (number.number && number.number->e164().contains(digits)) || digitsIn(number.text).contains(digits);
    });
}

} // namespace

Search::Wanted Search::wanted(const QString &text) const
{
    Wanted wanted;
    const QString trimmed = text.left(200).simplified();
    wanted.whole = nameKey(trimmed);
    if (looksLikeNumber(trimmed)) {
        // "0171 …" stands as "+44171…": what is dialled at home before the number is no part of it.
        QString digits = digitsIn(trimmed);
        while (digits.size() > kFragment && digits.startsWith(u'0'))
            digits.remove(0, 1);
        if (const auto parsed = parsePhone(trimmed, m_context.region))
            wanted.number = parsed->number;
        wanted.digits.append(digits.left(15));
        return wanted;
    }
    for (const QString &word : wordsOf(trimmed)) {
        if (wanted.words.size() + wanted.digits.size() >= kMostTerms)
            break;
        if (isDigits(word) && word.size() >= kFragment)
            wanted.digits.append(word.left(15));
        else if (!wanted.words.contains(word))
            wanted.words.append(word);
    }
    return wanted;
}

Result<QList<Customer>> Search::find(const QString &text, int limit) const
{
    const Wanted asked = wanted(text);
    if (asked.words.isEmpty() && asked.digits.isEmpty())
        return QList<Customer>{};
    QList<QStringList> exact;
    for (const QString &word : asked.words)
        exact.append(QStringList{word});
    auto rows = rowsWith(asked, exact, true);
    if (!rows)
        return tl::unexpected(rows.error());
    auto customers = best(*rows, asked, limit);
    if (!customers || !customers->isEmpty())
        return customers;
    if (asked.number) { // written with what stands in no number, as in "+44 (0) 171 …"
        const auto exact = m_reader.withNumber(*asked.number);
        if (!exact)
            return tl::unexpected(exact.error());
        return best(*exact, {}, limit);
    }
    // Digits in a company's name, "Studio 541": they are words there.
    if (!asked.digits.isEmpty()) {
        Wanted asWords = asked;
        asWords.words += asked.digits;
        asWords.digits.clear();
        QList<QStringList> terms;
        for (const QString &word : std::as_const(asWords.words))
            terms.append(QStringList{word});
        rows = rowsWith(asWords, terms, true);
        if (!rows)
            return tl::unexpected(rows.error());
        customers = best(*rows, asWords, limit);
        if (!customers || !customers->isEmpty())
            return customers;
    }
    const auto forgiven = withSlips(asked.words);
    if (!forgiven)
        return tl::unexpected(forgiven.error());
    if (*forgiven == exact)
        return customers;
    rows = rowsWith(asked, *forgiven, true);
    return rows ? best(*rows, asked, limit) : Result<QList<Customer>>(tl::unexpected(rows.error()));
}

Result<QList<Customer>> Search::byWords(const QStringList &words, int limit) const
{
    Wanted asked;
    asked.words = words.first(qMin<qsizetype>(words.size(), kMostTerms));
    QList<QStringList> exact;
    for (const QString &word : std::as_const(asked.words))
        exact.append(QStringList{word});
    auto rows = rowsWith(asked, exact, true);
    if (rows && rows->isEmpty()) {
        const auto forgiven = withSlips(asked.words);
        if (!forgiven)
            return tl::unexpected(forgiven.error());
        if (*forgiven != exact)
            rows = rowsWith(asked, *forgiven, true);
    }
    return rows ? best(*rows, asked, limit) : Result<QList<Customer>>(tl::unexpected(rows.error()));
}

Result<QList<qint64>> Search::rowsWith(const Wanted &asked, const QList<QStringList> &alternatives, bool prefixes) const
{
    QStringList terms;
    for (const QStringList &choice : alternatives) {
        QStringList options;
        for (const QString &word : choice) {
            // One letter begins too many words for the index: some of them will do for so little.
            if (prefixes && word.size() == 1) {
                const auto some = wordsBeginning(word, kMostAlternatives);
                if (!some)
                    return tl::unexpected(some.error());
                options.append(term(word, false));
                for (const QString &one : *some)
                    options.append(term(one, false));
            } else {
                options.append(term(word, prefixes));
            }
        }
        terms.append(QString(u'(' + options.join(u" OR "_s) + u')'));
    }
    if (asked.words.isEmpty())
        return asked.digits.isEmpty() ? Result<QList<qint64>>(QList<qint64>{}) : rowsWithDigits(asked.digits.constFirst());
    const QString match = terms.join(u" AND "_s);
    QStringList pieces;
    for (const QString &digits : asked.digits) {
        for (const QString &piece : digitPieces(digits))
            pieces.append(term(piece, false));
    }
    const auto row = [](const Row &found) { return found.integer(0); };
    if (pieces.isEmpty())
        return m_reader.store().all(u"SELECT rowid FROM words WHERE words MATCH ? LIMIT ?"_s, row, match, kCandidates);
    // Both indexes tell their rows in ascending order, so this is one walk side by side.
    return m_reader.store().all(
        u"SELECT rowid FROM words WHERE words MATCH ? AND rowid IN (SELECT rowid FROM digits WHERE digits MATCH ?) LIMIT ?"_s, row, match,
        pieces.join(u" AND "_s), kCandidates);
}

Result<QList<qint64>> Search::rowsWithDigits(const QString &digits) const
{
    const auto row = [](const Row &found) { return found.integer(0); };
    if (const auto number = PhoneNumber::fromE164(QString(u'+' + digits))) {
        const auto exact = m_reader.withNumber(*number);
        if (!exact || !exact->isEmpty())
            return exact;
    }
    QStringList pieces;
    for (const QString &piece : digitPieces(digits))
        pieces.append(term(piece, false));
    // Pieces may stand apart from each other in a number, so more are asked for than will be shown.
    return m_reader.store().all(u"SELECT rowid FROM digits WHERE digits MATCH ? LIMIT ?"_s, row, pieces.join(u" AND "_s), kCandidates);
}

Result<QStringList> Search::wordsBeginning(const QString &start, int most) const
{
    return m_reader.store().all(
        u"SELECT text FROM word WHERE text >= ? AND text < ? LIMIT ?"_s, [](const Row &row) { return row.text(0); }, start,
        QString(start + QChar(0xffff)), most);
}

Result<QList<QStringList>> Search::withSlips(const QStringList &words) const
{
    QList<QStringList> alternatives;
    for (const QString &word : words) {
        const auto known = wordsBeginning(word, 1);
        if (!known)
            return tl::unexpected(known.error());
        QStringList options;
        if (!known->isEmpty())
            options.append(word);
        if (word.size() >= kShortestForgiven && word.size() <= kLongestForgiven && !isDigits(word)) {
            const auto near = neighbours(word);
            if (!near)
                return tl::unexpected(near.error());
            options += *near;
        }
        if (options.isEmpty())
            options.append(word);
        alternatives.append(options);
    }
    return alternatives;
}

/// Every word of the directory that begins with what one slip makes of this one. Walks the sorted vocabulary in the file: what is
/// tried at a place needs the letters before it to begin some word, which ends most walks after a few steps.
Result<QStringList> Search::neighbours(const QString &word) const
{
    static const QString letters = u"eairnotslcdumhgpbkyfvwzjxq"_s;
    QStringList found;
    std::optional<Error> error;
    const auto exists = [&](const QString &start) {
        const auto some = wordsBeginning(start, 1);
        if (!some)
            error = some.error();
        return some && !some->isEmpty();
    };
    const auto attempt = [&](const QString &changed) {
        if (!found.contains(changed) && exists(changed))
            found.append(changed);
    };
    for (qsizetype at = 0; at < word.size() && found.size() < kMostAlternatives && !error; ++at) {
        const QString before = word.left(at);
        const QString after = word.mid(at + 1);
        if (at > 0 && !exists(before))
            break;
        attempt(QString(before + after));
        if (!after.isEmpty())
            attempt(QString(before + after.front() + word.at(at) + after.mid(1)));
        for (const QChar letter : letters) {
            const QString start = QString(before + letter);
            if (at >= 2 && !exists(start))
                continue;
            if (letter != word.at(at))
                attempt(QString(start + after));
            attempt(QString(start + word.at(at) + after));
        }
    }
    if (error)
        return tl::unexpected(*error);
    return found.mid(0, kMostAlternatives);
}

Result<QList<Customer>> Search::best(const QList<qint64> &rows, const Wanted &asked, int limit) const
{
    struct Ranked {
        std::tuple<int, int, int, QString, CustomerId> order;
        Customer customer;
    };
    QList<Ranked> found;
    QSet<CustomerId> seen;
    for (const qint64 row : rows) {
        const auto customer = m_reader.customerAt(row);
        if (!customer)
            return tl::unexpected(customer.error());
        if (!*customer || seen.contains((*customer)->id))
            continue;
        if (!std::all_of(asked.digits.cbegin(), asked.digits.cend(), [&](const QString &digits) { return hasDigits(**customer, digits); }))
            continue;
        seen.insert((*customer)->id);
        const QString key = nameKey((*customer)->name);
        const QStringList nameWords = wordsOf((*customer)->name);
        const auto inName = std::count_if(asked.words.cbegin(), asked.words.cend(),
                                          [&](const QString &word) { return hasWord(**customer, nameWords, word); });
        found.append({{key == asked.whole ? 0 : 1, asked.words.isEmpty() ? 0 : -static_cast<int>(inName),
                       isMine(**customer, m_context.me) ? 0
                       : (*customer)->active            ? 1
                                                        : 2,
                       key, (*customer)->id},
                      **customer});
    }
    std::sort(found.begin(), found.end(), [](const Ranked &a, const Ranked &b) { return a.order < b.order; });
    QList<Customer> customers;
    for (const Ranked &one : found.mid(0, limit))
        customers.append(one.customer);
    return customers;
}

} // namespace callcard
