#include "copperwire.h"
#include "request.h"

#include <callcard/coppercustomers.h>

#include <QSet>

#include <algorithm>
#include <utility>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace copper;

namespace {

constexpr int kPageSize = 200;
constexpr qint64 kOverlap = 120; ///< Seconds: their index may lag behind their clock.
constexpr qint64 kListAgainAfter = 7 * 24 * 3600;
constexpr qsizetype kMostKnown = 20'000; ///< Ids kept to notice deletions; so many own accounts are as good as everything.

/// What all sources of one account know together; read once.
struct Account {
    CopperContext context;
    CopperCustomers customers;
    qint64 me{};
    QString myName{};
    QString id{}; ///< The account's.
    QHash<qint64, QString> owners{};
};

QStringList idsOf(const QList<RefusedRecord> &records)
{
    QStringList ids;
    for (const RefusedRecord &record : records) {
        if (!record.sourceId.isEmpty())
            ids.append(record.sourceId);
    }
    return ids;
}

class CopperSource final : public CustomerSource
{
public:
    CopperSource(std::shared_ptr<Account> account, Kind kind, QString word)
        : m_account(std::move(account)), m_kind(kind), m_word(std::move(word))
    {
    }

    [[nodiscard]] QString name() const override { return QString(u"copper:"_s + m_word); }

    [[nodiscard]] QCoro::Task<Result<SourceAccount>> account(std::stop_token stop) override
    {
        const Result<> known = co_await knowUsers(stop);
        if (!known)
            co_return tl::unexpected(known.error());
        if (m_account->id.isEmpty()) {
            const QByteArray nothing;
            const Result<QByteArray> answer = co_await ask(m_account->context, u"/account"_s, nothing, stop);
            if (!answer)
                co_return tl::unexpected(answer.error());
            const Result<QString> id = accountFrom(*answer);
            if (!id)
                co_return tl::unexpected(id.error());
            m_account->id = *id;
        }
        QString person = QString::number(m_account->me);
        if (!m_account->customers.rules.isEmpty())
            person += QString(u'\n' + ruleText(m_account->customers.rules)); // read by other rules, a record says something else
        co_return SourceAccount{.place = m_account->id, .person = person, .name = m_account->myName};
    }

    [[nodiscard]] QByteArray fromTheBeginning(const QByteArray &cursor) const override
    {
        const auto place = placeFrom(cursor);
        return place && !place->known.isEmpty() ? placeText({.known = place->known}) : QByteArray();
    }

    [[nodiscard]] QCoro::Task<Result<SourcePage>> page(SyncScope scope, QByteArray cursor, std::stop_token stop) override
    {
        if (scope == SyncScope::Active)
            co_return SourcePage{.cursor = cursor, .last = true};
        const Result<> known = co_await knowUsers(stop);
        if (!known)
            co_return tl::unexpected(known.error());
        Place place = placeFrom(cursor).value_or(Place());
        const QByteArray body = searchBody(place, scope == SyncScope::Own ? m_account->me : 0, kPageSize);
        const Result<QByteArray> answer = co_await ask(m_account->context, QString(u'/' + m_word + u"/search"_s), body, stop);
        if (!answer)
            co_return tl::unexpected(answer.error());
        Result<Found> found = foundFrom(*answer, m_kind, m_account->customers, m_account->owners);
        if (!found)
            co_return tl::unexpected(found.error());
        SourcePage page{.changed = std::move(found->records), .refused = found->nobody, .last = found->rows < kPageSize};
        page.removed = idsOf(found->nobody);
        const bool isFirstReading = place.listedAt == 0;
        if (scope == SyncScope::Own) {
            QStringList &ids = isFirstReading ? place.seen : place.known;
            for (const SourceRecord &record : std::as_const(page.changed)) {
                if (ids.size() <= kMostKnown)
                    ids.append(record.sourceId);
            }
            for (const QString &id : std::as_const(page.removed)) { // what cannot be used can be deleted as well
                if (ids.size() <= kMostKnown)
                    ids.append(id);
            }
        }
        if (!page.last) {
            // From the last date on, and by number only within one second: a record that changes meanwhile moves behind us, not past us.
            const bool moves = found->newest > place.since;
            place.page = moves ? 1 : place.page + 1;
            place.since = std::max(place.since, found->newest);
            page.cursor = placeText(place);
            co_return page;
        }
        page.everything = isFirstReading && scope == SyncScope::Everything;
        if (isFirstReading && scope == SyncScope::Own) {
            const Result<QStringList> gone = co_await vanishedOf(place, stop);
            if (!gone)
                co_return tl::unexpected(gone.error());
            page.removed += *gone;
            place.known = std::exchange(place.seen, {});
        }
        place.known.removeDuplicates();
        const qint64 now = m_account->context.clock.now().toSecsSinceEpoch();
        const qint64 age = isFirstReading ? 0 : now - place.listedAt;
        if (age >= 0 && age < kListAgainAfter) { // else from the beginning next time: deletions leave no trace
            place = {.since = std::max<qint64>(0, std::max(place.since, found->newest) - kOverlap),
                     .page = 1,
                     .listedAt = isFirstReading ? now : place.listedAt,
                     .known = place.known};
            page.cursor = placeText(place);
        } else if (scope == SyncScope::Own) {
            page.cursor = placeText({.known = place.known});
        }
        co_return page;
    }

private:
    /// What an earlier reading brought and this one did not is deleted, or only somebody else's by now: their ids tell.
    QCoro::Task<Result<QStringList>> vanishedOf(Place place, std::stop_token stop)
    {
        if (place.known.size() > kMostKnown || place.seen.size() > kMostKnown)
            co_return QStringList();
        const QSet<QString> seen(place.seen.cbegin(), place.seen.cend());
        QStringList missing;
        for (const QString &id : std::as_const(place.known)) {
            if (!seen.contains(id))
                missing.append(id);
        }
        QStringList vanished;
        for (qsizetype from = 0; from < missing.size(); from += kPageSize) {
            const QStringList some = missing.mid(from, kPageSize);
            const QByteArray body = idsBody(some);
            const Result<QByteArray> answer = co_await ask(m_account->context, QString(u'/' + m_word + u"/search"_s), body, stop);
            if (!answer)
                co_return tl::unexpected(answer.error());
            const Result<Found> found = foundFrom(*answer, m_kind, m_account->customers, m_account->owners);
            if (!found)
                co_return tl::unexpected(found.error());
            const QStringList nobody = idsOf(found->nobody);
            QSet<QString> there(nobody.cbegin(), nobody.cend());
            for (const SourceRecord &record : found->records)
                there.insert(record.sourceId);
            for (const QString &id : some) {
                if (!there.contains(id))
                    vanished.append(id);
            }
        }
        if (seen.isEmpty() && !vanished.isEmpty() && vanished.size() == missing.size())
            co_return failure(ErrorKind::BadPayload, u"it says that it has none of your customers any more, so the earlier ones stay"_s);
        co_return vanished;
    }

    QCoro::Task<Result<>> knowUsers(std::stop_token stop)
    {
        if (m_account->me != 0)
            co_return Result<>{};
        const QByteArray nothing, all(R"({"page_size":200})");
        const Result<QByteArray> answer = co_await ask(m_account->context, u"/users/me"_s, nothing, stop);
        if (!answer)
            co_return tl::unexpected(answer.error());
        const Result<User> me = userFrom(*answer);
        if (!me)
            co_return tl::unexpected(me.error());
        // Who the other owners are is nice to know; a key may lack the right to ask.
        const Result<QByteArray> others = co_await ask(m_account->context, u"/users/search"_s, all, stop);
        if (!others && others.error().kind != ErrorKind::Refused)
            co_return tl::unexpected(others.error());
        if (others) {
            const Result<QList<User>> users = usersFrom(*others);
            if (!users)
                co_return tl::unexpected(users.error());
            for (const User &user : *users)
                m_account->owners.insert(user.id, user.email);
        }
        m_account->owners.insert(me->id, me->email);
        m_account->myName = me->name;
        m_account->me = me->id;
        co_return Result<>{};
    }

    const std::shared_ptr<Account> m_account;
    const Kind m_kind;
    const QString m_word;
};

} // namespace

std::vector<std::unique_ptr<CustomerSource>> makeCopperCustomers(const CopperContext &context, const CopperCustomers &customers)
{
    const auto account = std::make_shared<Account>(Account{.context = context, .customers = customers});
    std::vector<std::unique_ptr<CustomerSource>> sources;
    sources.push_back(std::make_unique<CopperSource>(account, Kind::People, u"people"_s));
    sources.push_back(std::make_unique<CopperSource>(account, Kind::Companies, u"companies"_s));
    sources.push_back(std::make_unique<CopperSource>(account, Kind::Leads, u"leads"_s));
    return sources;
}

} // namespace callcard
