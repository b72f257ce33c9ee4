#include "generationwriter.h"
#include "customerunion.h"
#include "damage.h"
#include "indextext.h"
#include "inheritance.h"
#include "recordcode.h"
#include "schema.h"
#include "sharednumbers.h"
#include "twins.h"
#include "written.h"

#include <callcard/phone.h>

#include <algorithm>
#include <utility>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Nobody by itself has no place among names.
std::optional<QString> sortOf(const SourceRecord &record)
{
    const QString key = record.factsOnly ? QString() : sortKey(record.customer);
    return key.isEmpty() ? std::nullopt : std::optional(key);
}

bool haveTwoNames(const SourceRecord &a, const SourceRecord &b)
{
    return !a.factsOnly && !b.factsOnly && nameKey(a.customer.name) != nameKey(b.customer.name);
}

} // namespace

bool isLiteralText(const QString &text)
{
    const QString plain = text.trimmed();
    if (plain.size() < 4 || plain.size() > 100 || isWithheldText(plain))
        return false;
    const auto parsed = parsePhone(plain, {});
    if (parsed)
        return true; // stored unparsed for want of a region
    switch (parsed.error()) {
    case PhoneProblem::Empty:
    case PhoneProblem::Withheld:
    case PhoneProblem::Scientific:
    case PhoneProblem::SeveralNumbers:
    case PhoneProblem::ShortCode:
    case PhoneProblem::TooShort:
        return false;
    default:
        break;
    }
    // Words name many things; a text that shall stand for a line has the digits of one.
    const QString digits = digitsIn(plain);
    return digits.size() >= 7 && digits.count(digits.front()) < digits.size();
}

bool isLiteral(const CustomerNumber &number)
{
    return !number.number && isLiteralText(number.text);
}

QList<qint64> aliasesOf(const Customer &customer)
{
    QList<qint64> hashes;
    const auto add = [&](qint64 hash) {
        if (!hashes.contains(hash))
            hashes.append(hash);
    };
    for (const QString &email : customer.emails)
        add(emailHash(email));
    for (const CustomerNumber &number : customer.numbers) {
        if (isLiteral(number))
            add(literalHash(number.text));
    }
    return hashes;
}

QList<PhoneNumber> identifyingNumbers(const Customer &customer)
{
    QList<PhoneNumber> numbers;
    for (const CustomerNumber &number : customer.numbers) {
        if (number.number && !isFiller(*number.number) && !numbers.contains(*number.number))
            numbers.append(*number.number);
    }
    return numbers;
}

int unparseableNumbers(const Customer &customer)
{
    return static_cast<int>(
        std::count_if(customer.numbers.cbegin(), customer.numbers.cend(), [](const CustomerNumber &number) { return !number.number; }));
}

Result<qint64> GenerationWriter::sourceRow(const QString &source)
{
    if (const auto known = m_sources.constFind(source); known != m_sources.cend())
        return *known;
    const auto found = m_store.first(
        u"SELECT id FROM source WHERE name=?"_s, [](const Row &row) { return row.integer(0); }, source);
    if (!found)
        return tl::unexpected(found.error());
    qint64 id = found->value_or(0);
    if (id == 0) {
        const auto added = m_store.run(u"INSERT INTO source(name) VALUES(?)"_s, source);
        if (!added)
            return tl::unexpected(added.error());
        id = added->insertedId;
    }
    m_sources.insert(source, id);
    return id;
}

Result<std::optional<GenerationWriter::Stored>> GenerationWriter::stored(qint64 source, const QString &sourceId)
{
    const auto row = m_store.first(
        u"SELECT id, body FROM record WHERE source_id=? AND source=?"_s,
        [](const Row &found) { return std::pair(found.integer(0), found.bytes(1)); }, sourceId, source);
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return std::nullopt;
    auto record = decodedRecord((*row)->second);
    if (!record)
        return damagedRecord();
    record->sourceId = sourceId;
    return Stored{(*row)->first, *std::move(record)};
}

Result<GenerationWriter::Outcome> GenerationWriter::put(const QString &source, const SourceRecord &record, Clash clash)
{
    const auto sourceId = sourceRow(source);
    if (!sourceId)
        return tl::unexpected(sourceId.error());
    if (!m_bulk)
        m_changedKeys.insert(linkHash(recordKey(source, record.sourceId)));
    // The common case first, in one statement: nobody has this key yet.
    const auto inserted = m_store.run(u"INSERT INTO record(source, source_id, body, sort) VALUES(?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
                                      *sourceId, record.sourceId, encoded(record), sortOf(record));
    if (!inserted)
        return tl::unexpected(inserted.error());
    if (inserted->rows > 0) {
        if (const Result<> indexed = index(inserted->insertedId, record); !indexed)
            return tl::unexpected(indexed.error());
        return Outcome::Added;
    }
    const auto before = stored(*sourceId, record.sourceId);
    if (!before)
        return tl::unexpected(before.error());
    if (!*before)
        return failure(ErrorKind::Storage, u"a record vanished while it was changed"_s);
    if (clash == Clash::Unite && haveTwoNames((*before)->record, record)) {
        const Result<> apart = setApart(source, **before, record);
        return apart ? Result<Outcome>(Outcome::SetApart) : tl::unexpected(apart.error());
    }
    const SourceRecord after = clash == Clash::Unite ? united((*before)->record, record) : record;
    if (after == (*before)->record)
        return Outcome::Unchanged;
    const Result<> changed = replace(**before, after);
    return changed ? Result<Outcome>(Outcome::Changed) : tl::unexpected(changed.error());
}

/// Words of those who point to others are put in when all of them are there: what is inherited belongs to them.
bool GenerationWriter::isIndexedLater(const SourceRecord &record) const
{
    return m_bulk && !record.completedBy.isEmpty();
}

Result<> GenerationWriter::replace(const Stored &before, const SourceRecord &after)
{
    Result<> changed = unindex(before.id, before.record);
    if (changed)
        changed = written(m_store.run(u"UPDATE record SET body=?, sort=? WHERE id=?"_s, encoded(after), sortOf(after), before.id));
    return changed ? index(before.id, after) : changed;
}

/// Made one, the number of either would answer with the other's name. Who comes first in the alphabet keeps the id, whatever the order
/// of the rows was.
Result<> GenerationWriter::setApart(const QString &source, const Stored &before, const SourceRecord &newcomer)
{
    const bool leads = nameKey(newcomer.customer.name) < nameKey(before.record.customer.name);
    SourceRecord other = leads ? before.record : newcomer;
    other.sourceId =
        QString(newcomer.sourceId + u'~' + QString::number(static_cast<quint64>(stableHash(nameKey(other.customer.name))), 36));
    const Result<> replaced = leads ? replace(before, newcomer) : Result<>{};
    if (!replaced)
        return replaced;
    const auto kept = put(source, other, Clash::Unite);
    return kept ? Result<>{} : Result<>(tl::unexpected(kept.error()));
}

Result<bool> GenerationWriter::remove(const QString &source, const QString &sourceId)
{
    const auto row = sourceRow(source);
    if (!row)
        return tl::unexpected(row.error());
    const auto before = stored(*row, sourceId);
    if (!before)
        return tl::unexpected(before.error());
    if (!*before)
        return false;
    if (!m_bulk)
        m_changedKeys.insert(linkHash(recordKey(source, sourceId)));
    Result<> removed = unindex((*before)->id, (*before)->record);
    if (removed) {
        const auto separated = separateTwins(m_store, (*before)->id, m_touched);
        if (!separated)
            return tl::unexpected(separated.error());
        m_merged -= *separated;
    }
    if (removed)
        removed = written(m_store.run(u"DELETE FROM record WHERE id=?"_s, (*before)->id));
    if (!removed)
        return tl::unexpected(removed.error());
    m_touched.remove((*before)->id);
    return true;
}

Result<> GenerationWriter::index(qint64 id, const SourceRecord &record)
{
    const Customer &customer = record.customer;
    if (!record.sameAs.isEmpty()) {
        if (const auto claimed = m_store.run(u"INSERT INTO claim(record, target) VALUES(?, ?)"_s, id, record.sameAs); !claimed)
            return written(claimed);
    }
    if (!m_bulk)
        m_touched.insert(id);
    if (const Result<> noted = noteLinks(m_store, id, record); !noted)
        return noted;
    if (record.factsOnly)
        return {};
    ++m_customers;
    m_unparseable += unparseableNumbers(customer);
    const qint64 company = companyHash(customer);
    for (const PhoneNumber &number : identifyingNumbers(customer)) {
        const auto added = m_store.run(u"INSERT INTO number(e164, record, company) VALUES(?, ?, ?)"_s, number.toInteger(), id, company);
        if (!added)
            return written(added);
        if (const Result<> noted = noteNumber(number, 1, +1); !noted)
            return noted;
    }
    for (const qint64 hash : aliasesOf(customer)) {
        if (const auto added = m_store.run(u"INSERT INTO alias(hash, record) VALUES(?, ?)"_s, hash, id); !added)
            return written(added);
    }
    const QString words = isIndexedLater(record) ? QString() : searchWords(customer);
    if (!isIndexedLater(record)) {
        if (const auto added = m_store.run(u"INSERT INTO words(rowid, text) VALUES(?, ?)"_s, id, words); !added)
            return written(added);
    }
    if (const QString digits = searchDigits(customer); !digits.isEmpty()) {
        if (const auto added = m_store.run(u"INSERT INTO digits(rowid, text) VALUES(?, ?)"_s, id, digits); !added)
            return written(added);
    }
    return m_bulk ? Result<>{} : addNewWords(words);
}

Result<> GenerationWriter::unindex(qint64 id, const SourceRecord &record)
{
    const Customer &customer = record.customer;
    if (const auto gone = m_store.run(u"DELETE FROM claim WHERE record=?"_s, id); !gone)
        return written(gone);
    if (const Result<> gone = forgetLinks(m_store, id, record); !gone)
        return gone;
    if (record.factsOnly)
        return {};
    --m_customers;
    m_unparseable -= unparseableNumbers(customer);
    for (const PhoneNumber &number : identifyingNumbers(customer)) {
        if (const auto gone = m_store.run(u"DELETE FROM number WHERE e164=? AND record=?"_s, number.toInteger(), id); !gone)
            return written(gone);
        if (const Result<> noted = noteNumber(number, 0, -1); !noted)
            return noted;
    }
    for (const qint64 hash : aliasesOf(customer)) {
        if (const auto gone = m_store.run(u"DELETE FROM alias WHERE hash=? AND record=?"_s, hash, id); !gone)
            return written(gone);
    }
    if (!isIndexedLater(record)) {
        if (const Result<> gone = forgetWords(m_store, id, customer); !gone)
            return gone;
    }
    const QString digits = searchDigits(customer);
    if (digits.isEmpty())
        return {};
    return written(m_store.run(u"INSERT INTO digits(digits, rowid, text) VALUES('delete', ?, ?)"_s, id, digits));
}

/// A new file counts once at the end; in one that is in force, a change must not cost what counting a million numbers does.
Result<> GenerationWriter::noteNumber(const PhoneNumber &number, int rowsIfCounted, int change)
{
    if (m_bulk)
        return {};
    const auto e164 = static_cast<qint64>(number.toInteger());
    m_changedNumbers.insert(e164);
    const auto rows = m_store.first(
        u"SELECT count(*) FROM (SELECT 1 FROM number WHERE e164=? LIMIT 2)"_s, [](const Row &row) { return row.integer(0); }, e164);
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->value_or(0) == rowsIfCounted)
        m_numbers += change;
    return {};
}

Result<> GenerationWriter::addNewWords(const QString &words)
{
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts)) {
        if (word.size() < 3 || std::any_of(word.cbegin(), word.cend(), [](QChar c) { return c.isDigit(); }))
            continue;
        if (const auto added = m_store.run(u"INSERT OR IGNORE INTO word(text) VALUES(?)"_s, word); !added)
            return written(added);
    }
    return {};
}

Result<> GenerationWriter::setCursor(const QString &source, int scope, const QByteArray &cursor, const QDateTime &at,
                                     const SourceAccount &account, bool told)
{
    return written(
        m_store.run(u"INSERT OR REPLACE INTO cursor(source, scope, cursor, at, place, person, name, told) VALUES(?, ?, ?, ?, ?, ?, ?, ?)"_s,
                    source, scope, cursor, at, account.place, account.person, account.name, told));
}

Result<> GenerationWriter::forgetUntold(const QString &source, int widest)
{
    return written(m_store.run(u"UPDATE cursor SET told=1 WHERE source=? AND scope>?"_s, source, widest));
}

Result<> GenerationWriter::finish(const std::function<bool()> &stopped)
{
    return m_bulk ? finishAll(stopped) : finishTouched();
}

Result<> GenerationWriter::finishTouched()
{
    const Result<qint64> joined = joinTwins(m_store, m_touched);
    if (!joined)
        return tl::unexpected(joined.error());
    m_merged += *joined;
    Result<> finished = updateSharedNumbers(m_store, m_touched, m_changedNumbers);
    if (finished)
        finished = inheritAnew(m_store, m_touched, m_changedKeys);
    m_touched.clear();
    m_changedNumbers.clear();
    m_changedKeys.clear();
    return finished ? addCounts() : finished;
}

Result<> GenerationWriter::finishAll(const std::function<bool()> &stopped)
{
    const auto goesOn = [&](const Result<> &before) { return before && stopped() ? Result<>(failure(ErrorKind::Cancelled)) : before; };
    Result<> finished = goesOn(joinAllTwins(m_store, stopped));
    if (finished)
        finished = goesOn(inheritAll(m_store, stopped));
    if (finished)
        finished = goesOn(listSharedNumbers(m_store));
    if (finished)
        finished = goesOn(written(m_store.run(recordNameIndex())));
    if (finished) {
        // From the index itself, where the words stand sorted and once each: no list of them in memory.
        finished = written(m_store.run(
            u"INSERT OR IGNORE INTO word(text) SELECT term FROM vocabulary WHERE length(term) >= 3 AND term NOT GLOB '*[0-9]*'"_s));
    }
    return finished ? addCounts() : finished;
}

Result<> GenerationWriter::addTo(const QString &key, qint64 change)
{
    return written(
        m_store.run(u"INSERT INTO meta(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value=value+excluded.value"_s, key, change));
}

Result<> GenerationWriter::keepCounts()
{
    const Result<> added = addTo(u"records"_s, std::exchange(m_customers, 0));
    return added ? addTo(u"unparseable"_s, std::exchange(m_unparseable, 0)) : added;
}

Result<> GenerationWriter::addCounts()
{
    Result<> added = keepCounts();
    if (added && !m_bulk)
        added = addTo(u"revision"_s, 1); // whoever builds upon this file sees that it is another one now
    if (added) {
        added =
            m_bulk
                ? written(m_store.run(u"INSERT OR REPLACE INTO meta(key, value) SELECT 'merged', count(*) FROM twin WHERE record<>lead"_s))
                : addTo(u"merged"_s, std::exchange(m_merged, 0));
    }
    if (added && m_bulk) {
        added = written(
            m_store.run(u"INSERT OR REPLACE INTO meta(key, value) SELECT 'numbers', count(*) FROM (SELECT 1 FROM number GROUP BY e164)"_s));
    } else if (added) {
        added = addTo(u"numbers"_s, std::exchange(m_numbers, 0));
    }
    return added ? written(m_store.run(u"INSERT OR REPLACE INTO meta(key, value) SELECT 'shared', count(*) FROM shared"_s)) : added;
}

} // namespace callcard
