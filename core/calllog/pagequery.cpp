#include "pagequery.h"

#include "searchtext.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <limits>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLargestPage = 1000;
constexpr int kMostNumbers = 6;
constexpr int kEntryColumns = 50;

QString conditionOf(HistoryFilter filter)
{
    // The words of the partial indexes, or SQLite would not use them.
    switch (filter) {
    case HistoryFilter::All:
        return {};
    case HistoryFilter::Missed:
        return u" AND c.direction='Inbound' AND c.reason IN ('missed', 'voicemail')"_s;
    case HistoryFilter::Incoming:
        return u" AND c.direction='Inbound'"_s;
    case HistoryFilter::Outgoing:
        return u" AND c.direction='Outbound'"_s;
    case HistoryFilter::Voicemail:
        return u" AND c.reason='voicemail'"_s;
    }
    Q_UNREACHABLE();
}

/// Every value once and always all of them, whatever a form of the query asks for: Qt's driver counts placeholders by occurrence.
const QString kValues =
    u"WITH q(before, since, most, match, short, second, person, n1, n2, n3, n4, n5, n6, page) AS (VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)) "_s;

/// The parts of a query that differ.
struct Shape {
    QString from;
    QString where;
    QString order;
};

Shape shapeOf(const HistoryQuery &query, const SearchWords &words)
{
    const bool ofSomebody = !query.customer.isEmpty() || !query.numbers.isEmpty();
    Shape shape;
    if (words.match.isEmpty() || ofSomebody) {
        // Left to itself SQLite walks all incoming calls for the missed ones.
        const bool onlyMissed = query.filter == HistoryFilter::Missed && !ofSomebody;
        shape.from = words.isEmpty() ? (onlyMissed ? u" FROM calls c INDEXED BY calls_missed"_s : u" FROM calls c"_s)
                                     : u" FROM calls c JOIN calls_text t ON t.rowid=c.place"_s;
        shape.where = u" WHERE c.place<(SELECT before FROM q) AND c.place>=(SELECT since FROM q)"_s;
        shape.order = u" ORDER BY c.place DESC"_s;
    } else {
        shape.from = u" FROM calls_text t CROSS JOIN calls c ON c.place=t.rowid"_s; // the index leads
        shape.where = u" WHERE t.rowid<(SELECT before FROM q) AND t.rowid>=(SELECT since FROM q)"_s;
        shape.order = u" ORDER BY t.rowid DESC"_s;
    }
    if (!words.match.isEmpty())
        shape.where += u" AND t.text MATCH (SELECT match FROM q)"_s;
    // One or two letters have no index: they are looked for in the latest calls. Whoever means an older one types a third.
    if (!words.shortWord.isEmpty() && words.match.isEmpty())
        shape.where += u" AND c.place>=coalesce((SELECT min(place) FROM (SELECT place FROM calls ORDER BY place DESC LIMIT 600)), 0)"_s;
    if (!words.shortWord.isEmpty())
        shape.where += u" AND instr(t.text, (SELECT short FROM q))>0 AND instr(t.text, (SELECT second FROM q))>0"_s;
    if (ofSomebody)
        shape.where +=
            u" AND (c.person=(SELECT person FROM q) OR c.number IN (SELECT n1 FROM q UNION SELECT n2 FROM q UNION SELECT n3 FROM q UNION SELECT n4 FROM q UNION SELECT n5 FROM q UNION SELECT n6 FROM q))"_s;
    shape.where += conditionOf(query.filter) + u" AND c.hidden=0 AND c.own_leg=0"_s;
    return shape;
}

struct Values {
    qint64 before;
    qint64 since;
    int limit;
    QString person;
    std::array<qint64, kMostNumbers> numbers;
};

Values valuesOf(const HistoryQuery &query)
{
    Values values{.before = 0, .since = 0, .limit = std::clamp(query.limit, 1, kLargestPage), .person = {}, .numbers = {}};
    const qint64 until = query.to.isValid() ? placeOf(query.to) : std::numeric_limits<qint64>::max();
    values.before = query.before > 0 ? std::min(until, query.before) : until;
    if (query.from.isValid())
        values.since = placeOf(query.from);
    values.person = query.customer.isEmpty() ? u"-"_s : QString(u"c:"_s + query.customer.text());
    values.numbers.fill(-1);
    for (qsizetype i = 0; i < std::min<qsizetype>(kMostNumbers, query.numbers.size()); ++i)
        values.numbers[static_cast<size_t>(i)] = static_cast<qint64>(query.numbers.at(i).toInteger());
    return values;
}

template <typename Read>
auto readRows(Store &store, const QString &sql, const Values &values, const SearchWords &words, Read read,
              qint64 page = std::numeric_limits<qint64>::max())
{
    const auto &numbers = values.numbers;
    return store.all(QString(kValues + sql), read, values.before, values.since, values.limit + 1, words.match, words.shortWord,
                     words.secondShortWord, values.person, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], page);
}

PersonEntry personFrom(const Row &row)
{
    return {.newest = entryFrom(row), .calls = static_cast<int>(row.integer(kEntryColumns))};
}

PeoplePage pageOf(QList<PersonEntry> people, int limit)
{
    PeoplePage page{.people = std::move(people)};
    page.more = page.people.size() > limit;
    if (page.more)
        page.people.removeLast();
    return page;
}

/// The columns of `people` for a kind of calls.
QString kindColumns(HistoryFilter filter)
{
    switch (filter) {
    case HistoryFilter::All:
        return {};
    case HistoryFilter::Missed:
        return u"_missed"_s;
    case HistoryFilter::Incoming:
        return u"_in"_s;
    case HistoryFilter::Outgoing:
        return u"_out"_s;
    case HistoryFilter::Voicemail:
        return u"_voicemail"_s;
    }
    Q_UNREACHABLE();
}

Result<PeoplePage> readEverybody(Store &store, const HistoryQuery &query)
{
    const Values values = valuesOf(query);
    const QString kind = kindColumns(query.filter);
    const QString sql =
        QString(u"SELECT "_s + entryColumns() + u", p.calls"_s + kind + u" FROM people p CROSS JOIN calls c ON c.place=p.newest"_s + kind +
                u" WHERE p.newest"_s + kind + u"<? ORDER BY p.newest"_s + kind + u" DESC LIMIT ?"_s);
    const auto rows = store.all(sql, personFrom, values.before, values.limit + 1);
    return rows.map([&](const QList<PersonEntry> &people) { return pageOf(people, values.limit); });
}

/// Of a span or of somebody: few calls, so they are grouped as they are read.
Result<PeoplePage> readGroups(Store &store, const HistoryQuery &query)
{
    HistoryQuery whole = query;
    whole.before = 0;
    const Shape shape = shapeOf(whole, {});
    const Values values = valuesOf(whole);
    const QString sql = QString(
        u"SELECT "_s + entryColumns() + u", g.calls FROM (SELECT max(c.place) AS newest, count(*) AS calls"_s + shape.from + shape.where +
        u" AND c.person<>'' GROUP BY c.person HAVING newest<(SELECT page FROM q)) g CROSS JOIN calls c ON c.place=g.newest ORDER BY c.place DESC LIMIT (SELECT most FROM q)"_s);
    const auto rows = readRows(store, sql, values, {}, personFrom, valuesOf(query).before);
    return rows.map([&](const QList<PersonEntry> &people) { return pageOf(people, values.limit); });
}

/// The index of words does not know persons: found calls are read from the newest on, and the first of each person counts.
Result<PeoplePage> readFound(Store &store, const HistoryQuery &query, const SearchWords &words)
{
    constexpr int kMostFound = 5000;
    HistoryQuery fromTheTop = query;
    fromTheTop.before = 0;
    const Shape shape = shapeOf(query, words);
    Values values = valuesOf(fromTheTop);
    values.limit = kMostFound;
    const QString sql = QString(u"SELECT c.person, c.place"_s + shape.from + shape.where + u" AND c.person<>''"_s + shape.order +
                                u" LIMIT (SELECT most FROM q)"_s);
    const auto found = readRows(store, sql, values, words, [](const Row &row) { return std::pair(row.text(0), row.integer(1)); });
    if (!found)
        return tl::unexpected(found.error());
    const int limit = valuesOf(query).limit;
    static const QString one =
        QString(u"SELECT "_s + entryColumns() + u", (SELECT calls FROM people p WHERE p.person=c.person) FROM calls c WHERE c.place=?"_s);
    QSet<QString> seen;
    QList<PersonEntry> people;
    for (const auto &[person, place] : *found) {
        if (seen.contains(person))
            continue;
        seen.insert(person);
        if (query.before > 0 && place >= query.before)
            continue;
        const auto entry = store.first(one, personFrom, place);
        if (!entry)
            return tl::unexpected(entry.error());
        if (*entry)
            people.append(**entry);
        if (people.size() > limit)
            break;
    }
    return pageOf(std::move(people), limit);
}

} // namespace

Result<HistoryPage> readPage(Store &store, const HistoryQuery &query)
{
    const SearchWords words = searchWords(query.text);
    const Shape shape = shapeOf(query, words);
    const Values values = valuesOf(query);
    const QString sql = QString(u"SELECT "_s + entryColumns() + shape.from + shape.where + shape.order + u" LIMIT (SELECT most FROM q)"_s);
    auto rows = readRows(store, sql, values, words, entryFrom);
    if (!rows)
        return tl::unexpected(rows.error());
    HistoryPage page{.entries = std::move(*rows)};
    page.more = page.entries.size() > values.limit;
    if (page.more)
        page.entries.removeLast();
    return page;
}

Result<PeoplePage> readPeople(Store &store, const HistoryQuery &query)
{
    const SearchWords words = searchWords(query.text);
    if (!words.isEmpty())
        return readFound(store, query, words);
    const bool narrow = query.from.isValid() || query.to.isValid() || !query.customer.isEmpty() || !query.numbers.isEmpty();
    return narrow ? readGroups(store, query) : readEverybody(store, query);
}

Result<QList<PersonEntry>> readBusiest(Store &store, const QDateTime &from, const QDateTime &to, int limit)
{
    static const QString sql = QString(
        u"SELECT "_s + entryColumns() +
        u", g.calls FROM (SELECT max(place) AS newest, count(*) AS calls FROM calls WHERE place>=? AND place<? AND hidden=0 AND own_leg=0 "
        "AND internal=0 AND person<>'' GROUP BY person ORDER BY calls DESC, newest DESC LIMIT ?) g CROSS JOIN calls c ON "
        "c.place=g.newest ORDER BY g.calls DESC, c.place DESC"_s);
    return store.all(sql, personFrom, placeOf(from), placeOf(to), std::clamp(limit, 1, kLargestPage));
}

} // namespace callcard
