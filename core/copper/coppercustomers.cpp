#include "copperwire.h"
#include "request.h"

#include <callcard/coppercustomers.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace copper;

namespace {

constexpr int kPageSize = 200;
constexpr qint64 kOverlap = 120; ///< Seconds: their index may lag behind their clock.
constexpr qint64 kListAgainAfter = 7 * 24 * 3600;

/// What all sources of one account know together; read once.
struct Account {
    CopperContext context;
    CopperCustomers customers;
    qint64 me{};
    QHash<qint64, QString> owners{};
};

class CopperSource final : public CustomerSource
{
public:
    CopperSource(std::shared_ptr<Account> account, Kind kind, QString word)
        : m_account(std::move(account)), m_kind(kind), m_word(std::move(word))
    {
    }

    [[nodiscard]] QString name() const override { return QString(u"copper:"_s + m_word); }

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
        SourcePage page{.changed = std::move(found->records), .last = found->rows < kPageSize};
        const bool isFirstReading = place.listedAt == 0;
        if (!page.last) {
            // From the last date on, and by number only within one second: a record that changes meanwhile moves behind us, not past us.
            const bool moves = found->newest > place.since;
            place.page = moves ? 1 : place.page + 1;
            place.since = std::max(place.since, found->newest);
            page.cursor = placeText(place);
            co_return page;
        }
        page.everything = isFirstReading && scope == SyncScope::Everything;
        const qint64 now = m_account->context.clock.now().toSecsSinceEpoch();
        const qint64 age = isFirstReading ? 0 : now - place.listedAt;
        if (age >= 0 && age < kListAgainAfter) { // else from the beginning next time: deletions leave no trace
            place = {.since = std::max<qint64>(0, std::max(place.since, found->newest) - kOverlap),
                     .page = 1,
                     .listedAt = isFirstReading ? now : place.listedAt};
            page.cursor = placeText(place);
        }
        co_return page;
    }

private:
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
