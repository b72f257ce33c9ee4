#include <callcard/outbox.h>

#include <callcard/store.h>

#include <QLoggingCategory>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcOutbox, "callcard.outbox", QtInfoMsg)

/// `id` never comes twice, so it tells whether the content that was sent is still the one that lies here. `place` is the order.
const Migrations kMigrations{{
    u"CREATE TABLE entries("
    "id INTEGER PRIMARY KEY AUTOINCREMENT, destination TEXT NOT NULL, key TEXT NOT NULL, payload BLOB NOT NULL, place INTEGER NOT NULL, "
    "tries INTEGER NOT NULL DEFAULT 0, due INTEGER NOT NULL, parked INTEGER, reason TEXT NOT NULL DEFAULT '', detail TEXT NOT NULL "
    "DEFAULT '', UNIQUE(destination, key)) STRICT"_s,
    u"CREATE INDEX entries_due ON entries(destination, due, place) WHERE parked IS NULL"_s,
    u"CREATE INDEX entries_parked ON entries(parked) WHERE parked IS NOT NULL"_s,
}};

ErrorKind kindFromName(const QString &name)
{
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::SecretsLocked); ++kind) {
        if (errorKindName(ErrorKind(kind)) == name)
            return ErrorKind(kind);
    }
    return ErrorKind::Refused;
}

OutboxCounts readCounts(const Row &row)
{
    return {.waiting = static_cast<int>(row.integer(0)), .parked = static_cast<int>(row.integer(1))};
}

Result<> withoutChanges(const Result<Changes> &done)
{
    return done.map([](const Changes &) {});
}

} // namespace

Delivery::~Delivery() = default;

Outbox::Outbox(std::unique_ptr<Store> store, const Clock &clock) : m_store(std::move(store)), m_clock(clock) {}

Outbox::~Outbox() = default;

Result<std::unique_ptr<Outbox>> Outbox::open(const QString &path, const Clock &clock)
{
    auto store = Store::open(path, kMigrations);
    if (!store)
        return tl::unexpected(store.error());
    return std::unique_ptr<Outbox>(new Outbox(std::move(*store), clock));
}

Result<> Outbox::put(const QString &destination, const QList<OutboxItem> &items)
{
    if (items.isEmpty())
        return {};
    const Result<> stored = m_store->transact([&]() -> Result<> {
        for (const OutboxItem &item : items) {
            // The place is kept: a key that changes all the time must not stay behind for ever. Its old waiting time is not.
            const auto place = m_store->first(
                u"SELECT place FROM entries WHERE destination=? AND key=? AND parked IS NULL"_s,
                [](const Row &row) { return row.integer(0); }, destination, item.key);
            if (!place)
                return tl::unexpected(place.error());
            const auto written = m_store->run(u"INSERT OR REPLACE INTO entries(destination, key, payload, due, place) "
                                              "VALUES(?, ?, ?, ?, coalesce(?, (SELECT coalesce(max(place), 0) + 1 FROM entries)))"_s,
                                              destination, item.key, item.payload, m_clock.now(), *place);
            if (!written)
                return tl::unexpected(written.error());
        }
        return {};
    });
    if (!stored)
        return stored;
    Q_EMIT
    changed();
    Q_EMIT
    filled(destination);
    return {};
}

Result<> Outbox::withdraw(const QString &destination, const QString &key)
{
    const auto done = m_store->run(u"DELETE FROM entries WHERE destination=? AND key=?"_s, destination, key);
    if (done && done->rows > 0)
        Q_EMIT
    changed();
    return withoutChanges(done);
}

Result<> Outbox::withdrawAll(const QString &destination)
{
    const auto done = m_store->run(u"DELETE FROM entries WHERE destination=?"_s, destination);
    if (done && done->rows > 0)
        Q_EMIT
    changed();
    return withoutChanges(done);
}

Result<> Outbox::retry(const QString &destination, const QString &key)
{
    const auto done = m_store->run(
        u"UPDATE entries SET parked=NULL, tries=0, reason='', detail='', due=? WHERE destination=? AND key=? AND parked IS NOT NULL"_s,
        m_clock.now(), destination, key);
    if (done && done->rows > 0) {
        Q_EMIT
        changed();
        Q_EMIT
        filled(destination);
    }
    return withoutChanges(done);
}

Result<> Outbox::retryAll(const QString &destination)
{
    const auto done =
        m_store->run(u"UPDATE entries SET parked=NULL, tries=0, reason='', detail='', due=? WHERE destination=? AND parked IS NOT NULL"_s,
                     m_clock.now(), destination);
    if (done && done->rows > 0) {
        Q_EMIT
        changed();
        Q_EMIT
        filled(destination);
    }
    return withoutChanges(done);
}

Result<OutboxCounts> Outbox::counts(const QString &destination) const
{
    return m_store->first(u"SELECT count(*) - count(parked), count(parked) FROM entries WHERE destination=?"_s, readCounts, destination)
        .map([](const std::optional<OutboxCounts> &counts) { return counts.value_or(OutboxCounts{}); });
}

Result<OutboxCounts> Outbox::counts() const
{
    return m_store->first(u"SELECT count(*) - count(parked), count(parked) FROM entries"_s, readCounts)
        .map([](const std::optional<OutboxCounts> &counts) { return counts.value_or(OutboxCounts{}); });
}

Result<QList<ParkedEntry>> Outbox::parked() const
{
    return m_store->all(
        u"SELECT destination, key, payload, id, tries, reason, detail, parked FROM entries WHERE parked IS NOT NULL "
        "ORDER BY parked DESC, place DESC LIMIT 1000"_s,
        [](const Row &row) {
            return ParkedEntry{
                .destination = row.text(0),
                .entry = {.key = row.text(1), .payload = row.bytes(2), .id = row.integer(3), .tries = static_cast<int>(row.integer(4))},
                .reason = {.kind = kindFromName(row.text(5)), .detail = row.text(6)},
                .since = row.time(7)};
        });
}

Result<bool> Outbox::isWaiting(const QString &destination, const QString &key) const
{
    return m_store
        ->first(
            u"SELECT 1 FROM entries WHERE destination=? AND key=? AND parked IS NULL"_s, [](const Row &row) { return row.flag(0); },
            destination, key)
        .map([](const std::optional<bool> &found) { return found.has_value(); });
}

Result<QList<OutboxEntry>> Outbox::due(const QString &destination, int most, std::chrono::milliseconds longestWait) const
{
    // Somebody may have set the clock back: what is due later than any wait we ever give is due now.
    const QDateTime now = m_clock.now();
    return m_store->all(
        u"SELECT key, payload, id, tries FROM entries WHERE destination=? AND parked IS NULL AND (due <= ? OR due > ?) "
        "ORDER BY place LIMIT ?"_s,
        [](const Row &row) {
            return OutboxEntry{
                .key = row.text(0), .payload = row.bytes(1), .id = row.integer(2), .tries = static_cast<int>(row.integer(3))};
        },
        destination, now, now.addMSecs(longestWait.count()), most);
}

Result<std::optional<std::chrono::milliseconds>> Outbox::nextDue(const QString &destination) const
{
    const auto first = m_store->first(
        u"SELECT min(due) FROM entries WHERE destination=? AND parked IS NULL"_s, [](const Row &row) { return row.time(0); }, destination);
    if (!first)
        return tl::unexpected(first.error());
    if (!*first || !(*first)->isValid())
        return std::nullopt;
    return std::chrono::milliseconds(qMax<qint64>(1, m_clock.now().msecsTo(**first)));
}

Result<> Outbox::settle(const QString &destination, const QList<Outcome> &outcomes)
{
    const Result<> stored = m_store->transact([&]() -> Result<> {
        for (const Outcome &outcome : outcomes) {
            if (const Result<> one = settleOne(destination, outcome); !one)
                return one;
        }
        return {};
    });
    if (!stored)
        return stored;
    const auto isRefused = [](const Outcome &outcome) {
        return !outcome.result && !outcome.result.error().isTransient() && outcome.result.error().kind != ErrorKind::Storage;
    };
    const auto refused = std::count_if(outcomes.cbegin(), outcomes.cend(), isRefused);
    if (refused > 0) { // a thousand are one line
        const auto first = std::find_if(outcomes.cbegin(), outcomes.cend(), isRefused);
        qCWarning(lcOutbox) << refused << "entries for" << destination << "were set aside, the first because:" << first->result.error();
    }
    Q_EMIT
    changed();
    return stored;
}

Result<> Outbox::settleOne(const QString &destination, const Outcome &outcome)
{
    const OutboxEntry &entry = outcome.entry;
    Result<Changes> done = Changes{};
    if (outcome.result) {
        done = m_store->run(u"DELETE FROM entries WHERE id=?"_s, entry.id);
    } else if (outcome.result.error().isTransient() || outcome.result.error().kind == ErrorKind::Storage) {
        done =
            m_store->run(u"UPDATE entries SET tries=tries+1, due=? WHERE id=?"_s, m_clock.now().addMSecs(outcome.wait.count()), entry.id);
    } else {
        done = m_store->run(u"UPDATE entries SET tries=tries+1, parked=?, reason=?, detail=? WHERE id=?"_s, m_clock.now(),
                            errorKindName(outcome.result.error().kind), outcome.result.error().detail, entry.id);
    }
    // No such id: replaced or withdrawn on its way. The newer one has had its turn's place and goes behind those who wait.
    if (done && done->rows == 0)
        return moveToEnd(destination, entry.key);
    return withoutChanges(done);
}

Result<> Outbox::moveToEnd(const QString &destination, const QString &key)
{
    return withoutChanges(
        m_store->run(u"UPDATE entries SET place=(SELECT max(place) + 1 FROM entries) WHERE destination=? AND key=? AND parked IS NULL"_s,
                     destination, key));
}

} // namespace callcard
