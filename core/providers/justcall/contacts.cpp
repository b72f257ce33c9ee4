#include "api.h"

#include <QCryptographicHash>
#include <QSet>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace justcall {
namespace {

constexpr int kContactsAPage = 500;

/// Where to go on, and how to notice that rows moved meanwhile: "page:last id of the page before". In further lines ids of the rep's own:
/// those of the reading before, so that what is gone is noticed, and those of this one.
struct Cursor {
    int page{};
    QString lastId{};
    QStringList known{};
    QStringList seen{};

    [[nodiscard]] static Cursor read(const QByteArray &bytes)
    {
        const QStringList lines = QString::fromUtf8(bytes).split(u'\n');
        const qsizetype colon = lines.constFirst().indexOf(u':');
        bool ok = false;
        const int page = lines.constFirst().left(colon).toInt(&ok);
        if (colon <= 0 || !ok || page < 0)
            return {};
        return {page, lines.constFirst().mid(colon + 1), lines.value(1).split(u' ', Qt::SkipEmptyParts),
                lines.value(2).split(u' ', Qt::SkipEmptyParts)};
    }
    [[nodiscard]] QByteArray written() const
    {
        QStringList lines{QString(QString::number(page) + u':' + lastId)};
        if (!known.isEmpty() || !seen.isEmpty())
            lines += {known.join(u' '), seen.join(u' ')};
        return lines.join(u'\n').toUtf8();
    }
    [[nodiscard]] QStringList gone() const
    {
        const QSet<QString> there(seen.cbegin(), seen.cend());
        QStringList gone = known;
        gone.removeIf([&](const QString &id) { return there.contains(id); });
        return gone;
    }
};

class Contacts final : public CustomerSource
{
public:
    explicit Contacts(JustCallContext context) : m_context(std::move(context)) {}

    [[nodiscard]] QString name() const override { return u"justcall"_s; }

    /// The API does not say which account a key opens, so another key is another account; of the key no more is kept than tells it apart.
    QCoro::Task<Result<SourceAccount>> account(std::stop_token) override
    {
        const QByteArray mark = QCryptographicHash::hash(m_context.key.reveal(), QCryptographicHash::Sha256).toHex().left(12);
        co_return SourceAccount{.place = QString(m_context.base.host() + u' ' + QString::fromLatin1(mark)),
                                .person = m_context.userEmail.trimmed().toLower(),
                                .name = {}};
    }

    /// Each pass begins there.
    [[nodiscard]] QByteArray fromTheBeginning(const QByteArray &cursor) const override { return cursor; }

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
        RecordMarks marks;
        for (const UnreadableRow &row : listed->unreadable) {
            const qint64 place = qint64(at.page) * kContactsAPage + row.place + 1;
            result.refused.append({.place = place, .reason = u"no-id"_s, .mark = marks.markOf(row.text)});
        }
        for (const ContactRow &row : listed->rows) {
            if (!agentId.isEmpty() && row.agentId != agentId)
                continue;
            if (scope == SyncScope::Own)
                at.seen.append(row.record.sourceId);
            if (row.refusal.isEmpty()) {
                result.changed.append(row.record);
            } else {
                result.removed.append(row.record.sourceId);
                result.refused.append({.sourceId = row.record.sourceId, .reason = row.refusal});
            }
        }
        const bool isShort = listed->page.rows < kContactsAPage;
        result.last = listed->page.rows == 0 || (isShort && !listed->page.linksOn);
        result.everything = result.last;
        if (!result.last && !listed->rows.isEmpty())
            result.cursor = Cursor{at.page + 1, listed->rows.last().record.sourceId, at.known, at.seen}.written();
        else if (!result.last)
            co_return failure(ErrorKind::BadPayload, u"a page of contacts of which none can be read"_s);
        if (!result.last || scope != SyncScope::Own)
            co_return result;
        if (at.page == 0 && listed->page.rows == 0 && !at.known.isEmpty())
            co_return failure(ErrorKind::BadPayload, u"it says that it has no contacts any more, so the earlier ones stay"_s);
        // Where more than the own ones is wanted, a pass of these alone replaces nothing: who is gone is said one by one.
        at.seen.removeDuplicates();
        result.removed += at.gone();
        if (!at.seen.isEmpty())
            result.cursor = Cursor{.known = at.seen}.written();
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
