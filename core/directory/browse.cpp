#include "browse.h"
#include "indextext.h"
#include "matcher.h"
#include "ranking.h"

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

/// So many are read and put in order at once; of more, the order of names is walked and most are passed by.
constexpr int kMostSorted = 1000;
constexpr int kMostCounted = 10'000;

qint64 firstCount(const Row &row)
{
    return row.integer(0);
}

struct Place {
    QString key{};
    qint64 row{};
};

QByteArray token(const Place &place)
{
    return QByteArray::number(place.row) + ' ' + place.key.toUtf8();
}

Place placeOf(const QByteArray &token)
{
    const qsizetype blank = token.indexOf(' ');
    return blank < 0 ? Place{} : Place{QString::fromUtf8(token.sliced(blank + 1)), token.left(blank).toLongLong()};
}

QString nameOrder(const Customer &customer)
{
    return wordsOf(customer.name).join(u' ');
}

} // namespace

QString Browse::condition(CustomerFilter filter, const MatchContext &context)
{
    switch (filter) {
    case CustomerFilter::Active:
        return QString(u'"' + activeToken() + u'"');
    case CustomerFilter::Mine: {
        // A record has the one or the other, as it knows its owner.
        QStringList owners{ownerToken(context.me.email, {}), ownerToken({}, context.me.name)};
        owners.removeAll(QString());
        return owners.isEmpty() ? QString() : QString(u"(\""_s + owners.join(u"\" OR \""_s) + u"\")"_s);
    }
    case CustomerFilter::All:
    case CustomerFilter::SharedNumbers:
        break;
    }
    return {};
}

Result<FoundCustomers> Browse::page(const CustomerQuery &query) const
{
    if (query.filter == CustomerFilter::SharedNumbers)
        return sharers(query);
    if (query.filter == CustomerFilter::All)
        return byName(query, {});
    const QString match = condition(query.filter, m_context);
    if (match.isEmpty())
        return FoundCustomers{}; // nobody knows who I am, so nothing is mine
    const auto count = m_reader.store().first(u"SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)"_s, firstCount,
                                              match, kMostCounted + 1);
    if (!count)
        return tl::unexpected(count.error());
    if (count->value_or(0) <= kMostSorted)
        return sorted(query, match);
    auto found = byName(query, match);
    if (found) {
        found->count = std::min<qint64>(count->value_or(0), kMostCounted);
        found->countIsLeast = count->value_or(0) > kMostCounted;
    }
    return found;
}

Result<FoundCustomers> Browse::byName(const CustomerQuery &query, const QString &condition) const
{
    // Both walk the index of names; the plus sign keeps SQLite from walking the filter and sorting all of it each time.
    static const QString everybody =
        u"SELECT sort, id FROM record WHERE (sort, id) > (?, ?) AND sort IS NOT NULL ORDER BY sort, id LIMIT ?"_s;
    static const QString some = u"SELECT sort, id FROM record WHERE (sort, id) > (?, ?) AND sort IS NOT NULL AND "
                                "+id IN (SELECT rowid FROM words WHERE words MATCH ?) ORDER BY sort, id LIMIT ?"_s;
    const Place from = placeOf(query.after);
    const auto read = [](const Row &row) { return Place{row.text(0), row.integer(1)}; };
    const auto places = condition.isEmpty() ? m_reader.store().all(everybody, read, from.key, from.row, query.limit + 1)
                                            : m_reader.store().all(some, read, from.key, from.row, condition, query.limit + 1);
    if (!places)
        return tl::unexpected(places.error());
    FoundCustomers found;
    for (const Place &place : places->first(std::min<qsizetype>(places->size(), query.limit))) {
        const auto leader = m_reader.leaderOf(place.row);
        if (!leader)
            return tl::unexpected(leader.error());
        found.next = token(place);
        if (*leader != place.row)
            continue; // twins come once, where their leader stands
        const auto customer = m_reader.customerAt(place.row);
        if (!customer)
            return tl::unexpected(customer.error());
        if (*customer && isWanted(**customer, query.filter))
            found.customers.append({**customer, false});
    }
    found.more = places->size() > query.limit;
    if (!found.more)
        found.next.clear();
    if (condition.isEmpty()) {
        const auto counts = m_reader.counts();
        if (!counts)
            return tl::unexpected(counts.error());
        found.count = counts->customers;
    }
    return found;
}

Result<FoundCustomers> Browse::sorted(const CustomerQuery &query, const QString &condition) const
{
    const auto rows = m_reader.store().all(u"SELECT rowid FROM words WHERE words MATCH ?"_s, firstCount, condition);
    if (!rows)
        return tl::unexpected(rows.error());
    QSet<CustomerId> seen;
    QList<std::pair<QString, Customer>> order;
    for (const qint64 row : *rows) {
        const auto customer = m_reader.customerAt(row);
        if (!customer)
            return tl::unexpected(customer.error());
        if (*customer && !seen.contains((*customer)->id) && isWanted(**customer, query.filter)) {
            seen.insert((*customer)->id);
            order.append({nameOrder(**customer), **customer});
        }
    }
    std::sort(order.begin(), order.end(),
              [](const auto &a, const auto &b) { return std::tie(a.first, a.second.id) < std::tie(b.first, b.second.id); });
    FoundCustomers found;
    for (const auto &[key, customer] : std::as_const(order))
        found.customers.append({customer, false});
    found.count = found.customers.size();
    return found;
}

/// One of its records may say so while another, which stands before it, says otherwise.
bool Browse::isWanted(const Customer &customer, CustomerFilter filter) const
{
    return filter != CustomerFilter::Mine || isMine(customer, m_context.me);
}

Result<FoundCustomers> Browse::sharers(const CustomerQuery &query) const
{
    const qint64 after = query.after.toLongLong();
    FoundCustomers found;
    QSet<CustomerId> seen;
    // Whole numbers only: those who share one are never torn apart by the end of a page.
    const auto numbers =
        m_reader.store().all(u"SELECT e164 FROM shared WHERE e164 > ? ORDER BY e164 LIMIT ?"_s, firstCount, after, query.limit + 1);
    if (!numbers)
        return tl::unexpected(numbers.error());
    qint64 last = after;
    bool stopped = false;
    for (const qint64 number : *numbers) {
        if (found.customers.size() >= query.limit) {
            stopped = true;
            break;
        }
        const auto rows = m_reader.withNumber(PhoneNumber::fromInteger(static_cast<quint64>(number)).value());
        if (!rows)
            return tl::unexpected(rows.error());
        for (const qint64 row : *rows) {
            const auto customer = m_reader.customerAt(row);
            if (!customer)
                return tl::unexpected(customer.error());
            if (*customer && !seen.contains((*customer)->id)) {
                seen.insert((*customer)->id);
                found.customers.append({**customer, false});
            }
        }
        last = number;
    }
    found.more = stopped || numbers->size() > query.limit;
    found.next = found.more ? QByteArray::number(last) : QByteArray();
    const auto counts = m_reader.counts();
    if (!counts)
        return tl::unexpected(counts.error());
    found.count = counts->shared;
    found.countIsLeast = true; // at least two share each
    return found;
}

Result<bool> Browse::sharesANumber(const Customer &customer) const
{
    for (const CustomerNumber &number : customer.numbers) {
        if (!number.number)
            continue;
        const auto shared = m_reader.store().first(u"SELECT 1 FROM shared WHERE e164=?"_s, firstCount, number.number->toInteger());
        if (!shared)
            return tl::unexpected(shared.error());
        if (*shared)
            return true;
    }
    return false;
}

} // namespace callcard
