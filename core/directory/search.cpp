#include "search.h"
#include "browse.h"
#include "indextext.h"
#include "matcher.h"
#include "ranking.h"

#include <callcard/phone.h>

#include <algorithm>
#include <tuple>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kCandidates = 200; ///< Read and ordered; of these the best are shown.
constexpr int kLikelyPart = 4;   ///< Of them are kept for whoever is called exactly so, and as many for the rep's own.
constexpr int kMostHitsCounted = 1000;
constexpr int kFewHits = 12;          ///< Below, names that are alike are worth a look.
constexpr int kMostTerms = 8;         ///< Of one query; more words narrow nothing any more.
constexpr int kMostAlternatives = 24; ///< Of one mistyped word.
constexpr int kShortestSearched = 4;
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
    Wanted wanted{.candidates = kCandidates};
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

Result<FoundCustomers> Search::find(const CustomerQuery &query) const
{
    Wanted asked = wanted(query.text);
    asked.filter = query.filter;
    asked.condition = Browse::condition(query.filter, m_context);
    // Few share a number, so more have to be looked at to find some.
    asked.candidates = std::max(kCandidates, query.limit) * (query.filter == CustomerFilter::SharedNumbers ? 5 : 1);
    FoundCustomers found;
    if ((asked.words.isEmpty() && asked.digits.isEmpty()) || (query.filter == CustomerFilter::Mine && asked.condition.isEmpty()))
        return found;
    qsizetype candidates = 0;
    const auto customers = holding(asked, asked.candidates, candidates);
    if (!customers)
        return tl::unexpected(customers.error());
    for (const Customer &customer : customers->first(std::min<qsizetype>(customers->size(), query.limit)))
        found.customers.append({customer, false});
    found.count = customers->size();
    found.more = customers->size() > query.limit;
    if (candidates >= asked.candidates) {
        found.more = true;
        if (const Result<> counted = count(asked, found); !counted)
            return tl::unexpected(counted.error());
    }
    if (customers->size() < std::min(kFewHits, query.limit)) {
        if (const Result<> added = addSimilar(asked, query.limit, found); !added)
            return tl::unexpected(added.error());
    }
    return found;
}

/// Without forgiving a slip: as words and numbers, then as a whole number, then with digits that are words of a name.
Result<QList<Customer>> Search::holding(const Wanted &asked, int limit, qsizetype &candidates) const
{
    QList<QStringList> exact;
    for (const QString &word : asked.words)
        exact.append(QStringList{word});
    auto rows = rowsWith(asked, exact, true);
    if (!rows)
        return tl::unexpected(rows.error());
    candidates = rows->size();
    if (candidates >= asked.candidates) {
        if (const Result<> put = putLikelyFirst(asked, exact, *rows); !put)
            return tl::unexpected(put.error());
    }
    auto customers = best(*rows, asked, limit);
    if (!customers || !customers->isEmpty())
        return customers;
    if (asked.number) { // written with what stands in no number, as in "+44 (0) 171 …"
        const auto numbered = m_reader.withNumber(*asked.number);
        if (!numbered)
            return tl::unexpected(numbered.error());
        return best(*numbered, {.filter = asked.filter}, limit);
    }
    if (asked.digits.isEmpty())
        return customers;
    // Digits in a company's name, "Studio 541": they are words there.
    Wanted asWords = asked;
    asWords.words += asked.digits;
    asWords.digits.clear();
    QList<QStringList> terms;
    for (const QString &word : std::as_const(asWords.words))
        terms.append(QStringList{word});
    rows = rowsWith(asWords, terms, true);
    if (!rows)
        return tl::unexpected(rows.error());
    candidates = rows->size();
    return best(*rows, asWords, limit);
}

/// The index tells its rows in the order of their arrival. Where there are more than will be read, those who are called exactly so and
/// the rep's own must be among them, however late they came.
Result<> Search::putLikelyFirst(const Wanted &asked, const QList<QStringList> &words, QList<qint64> &rows) const
{
    if (asked.words.isEmpty())
        return {};
    Wanted some = asked;
    some.candidates = asked.candidates / kLikelyPart;
    const auto called = rowsWith(some, words, false);
    if (!called)
        return tl::unexpected(called.error());
    QList<qint64> likely = *called;
    some.condition = Browse::condition(CustomerFilter::Mine, m_context);
    if (asked.condition.isEmpty() && !some.condition.isEmpty()) {
        const auto own = rowsWith(some, words, true);
        if (!own)
            return tl::unexpected(own.error());
        likely += *own;
    }
    const QSet<qint64> known(likely.cbegin(), likely.cend());
    rows.removeIf([&](qint64 row) { return known.contains(row); });
    rows = likely + rows.first(std::min(rows.size(), std::max<qsizetype>(0, asked.candidates - likely.size())));
    return {};
}

Result<> Search::addSimilar(const Wanted &asked, int limit, FoundCustomers &found) const
{
    QList<QStringList> exact;
    for (const QString &word : asked.words)
        exact.append(QStringList{word});
    const auto forgiven = withSlips(asked.words);
    if (!forgiven)
        return tl::unexpected(forgiven.error());
    if (*forgiven == exact)
        return {};
    const auto rows = rowsWith(asked, *forgiven, true);
    if (!rows)
        return tl::unexpected(rows.error());
    const auto similar = best(*rows, asked, limit);
    if (!similar)
        return tl::unexpected(similar.error());
    QSet<CustomerId> there;
    for (const FoundCustomer &one : std::as_const(found.customers))
        there.insert(one.customer.id);
    for (const Customer &customer : *similar) {
        if (found.customers.size() >= limit)
            break;
        if (there.contains(customer.id))
            continue;
        found.customers.append({customer, true});
        ++found.count;
    }
    return {};
}

Result<> Search::count(const Wanted &asked, FoundCustomers &found) const
{
    if (asked.words.isEmpty() || !asked.digits.isEmpty()) {
        found.countIsLeast = true;
        return {};
    }
    QStringList terms;
    for (const QString &word : asked.words)
        terms.append(term(word, word.size() > 1));
    const auto counted = m_reader.store().first(
        u"SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)"_s, [](const Row &row) { return row.integer(0); },
        matchOf(asked, terms), kMostHitsCounted + 1);
    if (!counted)
        return tl::unexpected(counted.error());
    found.countIsLeast = counted->value_or(0) > kMostHitsCounted || asked.filter == CustomerFilter::SharedNumbers;
    if (asked.filter != CustomerFilter::SharedNumbers)
        found.count = std::max(found.count, std::min<qint64>(counted->value_or(0), kMostHitsCounted));
    return {};
}

QString Search::matchOf(const Wanted &asked, const QStringList &terms) const
{
    const QString match = terms.join(u" AND "_s);
    return asked.condition.isEmpty() ? match : QString(match + u" AND "_s + asked.condition);
}

Result<QList<Customer>> Search::byWords(const QStringList &words, int limit) const
{
    Wanted asked{.candidates = kCandidates};
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
        return asked.digits.isEmpty() ? Result<QList<qint64>>(QList<qint64>{}) : rowsWithDigits(asked);
    const QString match = matchOf(asked, terms);
    QStringList pieces;
    for (const QString &digits : asked.digits) {
        for (const QString &piece : digitPieces(digits))
            pieces.append(term(piece, false));
    }
    const auto row = [](const Row &found) { return found.integer(0); };
    if (pieces.isEmpty())
        return m_reader.store().all(u"SELECT rowid FROM words WHERE words MATCH ? LIMIT ?"_s, row, match, asked.candidates);
    // Both indexes tell their rows in ascending order, so this is one walk side by side.
    return m_reader.store().all(
        u"SELECT rowid FROM words WHERE words MATCH ? AND rowid IN (SELECT rowid FROM digits WHERE digits MATCH ?) LIMIT ?"_s, row, match,
        pieces.join(u" AND "_s), asked.candidates);
}

Result<QList<qint64>> Search::rowsWithDigits(const Wanted &asked) const
{
    const QString digits = asked.digits.constFirst();
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
    if (!asked.condition.isEmpty()) {
        return m_reader.store().all(
            u"SELECT rowid FROM digits WHERE digits MATCH ? AND rowid IN (SELECT rowid FROM words WHERE words MATCH ?) LIMIT ?"_s, row,
            pieces.join(u" AND "_s), asked.condition, asked.candidates);
    }
    return m_reader.store().all(u"SELECT rowid FROM digits WHERE digits MATCH ? LIMIT ?"_s, row, pieces.join(u" AND "_s), asked.candidates);
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
        if (word.size() >= kShortestSearched && word.size() <= kLongestForgiven && !isDigits(word)) {
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
        if (asked.filter == CustomerFilter::SharedNumbers) {
            const auto shares = Browse(m_reader, m_context).sharesANumber(**customer);
            if (!shares)
                return tl::unexpected(shares.error());
            if (!*shares)
                continue;
        } else if ((asked.filter == CustomerFilter::Active && !(*customer)->active) ||
                   (asked.filter == CustomerFilter::Mine && !isMine(**customer, m_context.me))) {
            continue; // found by its number alone
        }
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
