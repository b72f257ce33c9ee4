#include "api.h"

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace justcall {
namespace {

constexpr int kContactsAPage = 500;

/// "page:last id of the page before": where to go on, and how to notice that rows moved meanwhile.
struct Cursor {
    int page{};
    QString lastId{};

    [[nodiscard]] static Cursor read(const QByteArray &bytes)
    {
        const qsizetype colon = bytes.indexOf(':');
        bool ok = false;
        const int page = bytes.left(colon).toInt(&ok);
        if (colon <= 0 || !ok || page < 0)
            return {};
        return {page, QString::fromUtf8(bytes.mid(colon + 1))};
    }
    [[nodiscard]] QByteArray written() const { return QByteArray::number(page) + ':' + lastId.toUtf8(); }
};

class Contacts final : public CustomerSource
{
public:
    explicit Contacts(JustCallContext context) : m_context(std::move(context)) {}

    [[nodiscard]] QString name() const override { return u"justcall"_s; }

    QCoro::Task<Result<SourcePage>> page(SyncScope scope, QByteArray cursor, std::stop_token stop) override
    {
        if (scope == SyncScope::Active) // JustCall knows of none
            co_return SourcePage{.cursor = cursor, .last = true};
        Cursor at = Cursor::read(cursor);
        QString agentId;
        if (scope == SyncScope::Own) {
            const Result<QList<UserRow>> users = co_await fetchUsers(m_context, m_context.userEmail, stop);
            if (!users)
                co_return tl::unexpected(users.error());
            if (users->isEmpty() || m_context.userEmail.trimmed().isEmpty())
                co_return failure(ErrorKind::Refused, u"no JustCall agent has the rep's e-mail address"_s);
            agentId = users->first().agent.id;
        }
        if (at.page > 0) {
            const Result<bool> moved = co_await hasMoved(at, stop);
            if (!moved)
                co_return tl::unexpected(moved.error());
            if (*moved) // a contact was deleted: what slipped onto the page before is read there
                --at.page;
        }
        const ContactQuery query{.page = at.page, .perPage = kContactsAPage, .region = m_context.region};
        const Result<Listed<ContactRow>> listed = co_await fetchContacts(m_context, query, stop);
        if (!listed)
            co_return tl::unexpected(listed.error());

        SourcePage result;
        for (const ContactRow &row : listed->rows) {
            if (agentId.isEmpty() || row.agentId == agentId)
                result.changed.append(row.record);
        }
        const bool isShort = listed->page.rows < kContactsAPage;
        result.last = listed->page.rows == 0 || (isShort && !listed->page.linksOn);
        result.everything = result.last;
        if (!result.last && !listed->rows.isEmpty())
            result.cursor = Cursor{at.page + 1, listed->rows.last().record.sourceId}.written();
        else if (!result.last)
            co_return failure(ErrorKind::BadPayload, u"a page of contacts of which none can be read"_s);
        co_return result;
    }

private:
    /// Contacts are listed by id and have no count. The row before this page must still be the one that was read last.
    QCoro::Task<Result<bool>> hasMoved(Cursor at, std::stop_token stop)
    {
        const ContactQuery query{.page = at.page * kContactsAPage - 1, .perPage = 1, .region = m_context.region};
        const Result<Listed<ContactRow>> listed = co_await fetchContacts(m_context, query, stop);
        if (!listed)
            co_return tl::unexpected(listed.error());
        if (listed->rows.isEmpty())
            co_return listed->page.rows == 0; // else it is one that cannot be read, now as before
        co_return listed->rows.first().record.sourceId != at.lastId;
    }

    const JustCallContext m_context;
};

} // namespace
} // namespace justcall

std::unique_ptr<CustomerSource> makeJustCallContacts(JustCallContext context)
{
    return std::make_unique<justcall::Contacts>(std::move(context));
}

} // namespace callcard
