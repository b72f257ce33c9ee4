#include "collectionqueries.h"
#include "crmteam.h"
#include "customermapping.h"
#include "documentname.h"
#include "scopesteps.h"
#include "synccursor.h"

#include <callcard/firestorecustomers.h>

#include <QLoggingCategory>
#include <QSet>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace firestore;

namespace {

Q_LOGGING_CATEGORY(lcCustomers, "callcard.firestore", QtInfoMsg)

constexpr int kCustomersAPage = 300;
constexpr int kMostChangePages = 20;     ///< Beyond, an importer went over everything, and active ones alone are fewer.
constexpr qsizetype kMostKnown = 20'000; ///< Ids kept to notice deletions; a scope that large is as good as everything.
constexpr qint64 kOverlap = 120'000'000; ///< A stamp is given shortly before the document can be seen.
constexpr qint64 kListAgainAfter = 7 * 24 * 3600;

/// What all collections of one account know together; read once.
struct Shared {
    explicit Shared(const FirestoreContext &context)
        : place(context.isEmulator ? QString(u"emulator "_s + context.projectId) : context.projectId), client(context)
    {
    }
    const QString place;
    Client client;
    std::optional<CrmTeam> team{};
};

class CollectionSource final : public CustomerSource
{
public:
    CollectionSource(std::shared_ptr<Shared> shared, QString collection, const FirestoreCustomers &customers)
        : m_shared(std::move(shared))
        , m_collection(std::move(collection))
        , m_mapping{.source = QString(u"firestore:"_s + m_collection),
                    .kind = kindOf(m_collection),
                    .region = customers.region,
                    .fields = customers.fields,
                    .rules = rulesFor(customers.rules, m_collection),
                    .ownerEmails = {}}
    {
    }

    [[nodiscard]] QString name() const override { return m_mapping.source; }

    [[nodiscard]] QCoro::Task<Result<SourceAccount>> account(std::stop_token stop) override
    {
        const Answer<> known = co_await knowTeam(stop);
        if (!known)
            co_return tl::unexpected(known.error().error);
        // Whatever decides which accounts are the rep's own belongs to who asks: entered later, it makes them be asked for anew.
        const CrmTeam &team = *m_shared->team;
        const QString crmId = team.crmId ? QString::number(*team.crmId) : QString();
        QStringList person{team.uid, crmId, team.email, team.name};
        if (!m_mapping.rules.isEmpty())
            person.append(ruleText(m_mapping.rules)); // read by other rules, a document says something else
        co_return SourceAccount{.place = m_shared->place, .person = person.join(u'\n'), .name = team.name};
    }

    [[nodiscard]] QByteArray fromTheBeginning(const QByteArray &cursor) const override
    {
        const auto at = cursorFrom(cursor);
        return at && !at->known.isEmpty() ? cursorText({.known = at->known}) : QByteArray();
    }

    [[nodiscard]] QCoro::Task<Result<SourcePage>> page(SyncScope scope, QByteArray cursor, std::stop_token stop) override
    {
        const Answer<> known = co_await knowTeam(stop);
        if (!known)
            co_return tl::unexpected(known.error().error);
        SyncCursor at = cursorFrom(cursor).value_or(SyncCursor());
        const QList<ScopeStep> steps = stepsOf(m_mapping, scope, *m_shared->team);
        if (steps.isEmpty() && scope == SyncScope::Own)
            co_return failure(ErrorKind::Refused, nobodysOwn());
        if (steps.isEmpty())
            co_return SourcePage{.cursor = cursor, .last = true};
        if (at.listed) {
            Answer<std::optional<SourcePage>> changes = co_await changesPage(scope, at, steps, stop);
            if (!changes)
                co_return told(changes.error());
            if (*changes)
                co_return **std::move(changes);
            at = SyncCursor{.known = at.known}; // what changed cannot be asked for, or is more than all there is
        }
        if (at == SyncCursor{.known = at.known}) { // nothing was read yet
            // Where changes are asked from later comes from the data, before anything is read: our clock may be wrong.
            const Answer<qint64> newest = co_await newestStamp(m_shared->client, m_collection, stampField(m_mapping.kind), stop);
            if (!newest)
                co_return told(newest.error());
            at.newest = *newest;
        }
        Answer<SourcePage> listed = co_await listingPage(scope, at, steps, stop);
        if (!listed)
            co_return told(listed.error());
        co_return *std::move(listed);
    }

private:
    QCoro::Task<Answer<>> knowTeam(std::stop_token stop)
    {
        if (!m_shared->team) {
            Answer<CrmTeam> team = co_await readCrmTeam(m_shared->client, stop);
            if (!team)
                co_return tl::unexpected(team.error());
            m_shared->team = *std::move(team);
        }
        m_mapping.ownerEmails = m_shared->team->emailsById;
        co_return Answer<>{};
    }

    /// Without it, having no customers at all would look like a success.
    [[nodiscard]] QString nobodysOwn() const
    {
        const QString missing = m_mapping.kind == CollectionKind::ErpCustomers ? u"your e-mail address"_s
                                                                               : u"your Copper user id (copperUserId) or your name"_s;
        return u"nobody knows which documents of %1 are yours: your administrator must enter %2 in your document of users"_s.arg(
            m_collection, missing);
    }

    /// Denied in a sentence; anything else as it is.
    [[nodiscard]] tl::unexpected<Error> told(const Fault &fault) const
    {
        if (fault.refusal == Refusal::Denied)
            return failure(ErrorKind::Refused, u"reading %1 is denied: your administrator must allow directory reads (%2)"_s.arg(
                                                   m_collection, fault.error.detail));
        return tl::unexpected(fault.error);
    }

    [[nodiscard]] qint64 stampOf(const Document &document) const
    {
        const Timestamp *when = field(document.fields, stampField(m_mapping.kind)).as<Timestamp>();
        return when != nullptr ? when->micros : 0;
    }

    void add(SourcePage &page, QStringList *ids, const QList<Document> &rows) const
    {
        for (const Document &row : rows) {
            const QString id = lastSegment(row.path);
            if (isTombstone(row.fields)) {
                page.removed.append(id);
                continue;
            }
            if (ids != nullptr && ids->size() <= kMostKnown)
                ids->append(id);
            if (auto record = recordFrom(row, m_mapping)) {
                page.changed.append(*std::move(record));
            } else { // nobody any more: somebody took the name and the numbers out of it
                page.removed.append(id);
                page.refused.append({.sourceId = id, .reason = record.error()});
            }
        }
    }

    QCoro::Task<Answer<SourcePage>> listingPage(SyncScope scope, SyncCursor cursor, QList<ScopeStep> steps, std::stop_token stop)
    {
        SourcePage page;
        const ScopeStep step = steps.value(cursor.step);
        Query query{.collection = step.peopleOfCompanies ? u"copper_companies"_s : m_collection,
                    .where = step.where,
                    .limit = step.peopleOfCompanies ? kCompaniesAtOnce : kCustomersAPage};
        if (step.peopleOfCompanies)
            query.select = {u"name"_s, u"Name"_s};
        if (!cursor.after.isEmpty())
            query.after = Document{.path = cursor.after};
        const Answer<QList<Document>> rows = co_await m_shared->client.page(query, stop);
        if (!rows)
            co_return tl::unexpected(rows.error());
        if (step.peopleOfCompanies && !rows->isEmpty()) {
            const Answer<QList<Document>> people = co_await peopleOf(m_shared->client, m_collection, *rows, stop);
            if (!people)
                co_return tl::unexpected(people.error());
            add(page, &cursor.seen, *people);
        } else if (!step.peopleOfCompanies) {
            add(page, scope == SyncScope::Everything ? nullptr : &cursor.seen, *rows);
        }
        cursor.after = rows->size() == query.limit ? rows->constLast().path : QString();
        if (cursor.after.isEmpty())
            ++cursor.step;
        if (cursor.step >= steps.size()) {
            const Answer<QStringList> gone = co_await goneSince(scope, cursor, stop);
            if (!gone)
                co_return tl::unexpected(gone.error());
            page.removed += *gone;
            page.last = true;
            page.everything = scope == SyncScope::Everything;
            cursor = SyncCursor{.listed = true,
                                .since = cursor.newest,
                                .newest = cursor.newest,
                                .listedAt = m_shared->client.clock().now().toSecsSinceEpoch(),
                                .known = cursor.seen};
        }
        page.cursor = cursorText(cursor);
        co_return page;
    }

    /// What an earlier reading of this scope brought and this one did not is gone, or only somebody else's by now: their names tell. (Of
    /// everything the directory sees for itself what is missing.)
    QCoro::Task<Answer<QStringList>> goneSince(SyncScope scope, SyncCursor cursor, std::stop_token stop)
    {
        const bool isComplete = cursor.known.size() <= kMostKnown && cursor.seen.size() <= kMostKnown;
        if (scope == SyncScope::Everything || !isComplete)
            co_return QStringList();
        const QSet<QString> seen(cursor.seen.cbegin(), cursor.seen.cend());
        QStringList missing;
        for (const QString &id : std::as_const(cursor.known)) {
            if (!seen.contains(id))
                missing.append(id);
        }
        missing.removeDuplicates();
        const Answer<QStringList> vanished = co_await vanishedOf(m_shared->client, m_collection, missing, stop);
        co_return vanished;
    }

    /// Nothing: read it all again.
    QCoro::Task<Answer<std::optional<SourcePage>>> changesPage(SyncScope scope, SyncCursor cursor, QList<ScopeStep> steps,
                                                               std::stop_token stop)
    {
        const bool byOwner = scope == SyncScope::Own;
        const QString stamp = stampField(m_mapping.kind);
        const qint64 age = m_shared->client.clock().now().toSecsSinceEpoch() - cursor.listedAt;
        const bool isStale = age > kListAgainAfter || age < 0; // deletions leave no trace
        if (isStale && scope != SyncScope::Everything)
            co_return std::nullopt;
        Query query{.collection = m_collection, .orderBy = stamp, .limit = kCustomersAPage};
        if (byOwner)
            query.where = steps.value(cursor.step).where;
        query.where.append(
            {.field = stamp, .comparison = Comparison::Greater, .value = Timestamp{std::max<qint64>(0, cursor.since - kOverlap)}});
        if (!cursor.after.isEmpty())
            query.after = Document{.path = cursor.after, .fields = {{stamp, Timestamp{cursor.afterStamp}}}};
        const Answer<QList<Document>> rows = co_await m_shared->client.page(query, stop);
        if (!rows && rows.error().refusal == Refusal::Precondition) {
            qCInfo(lcCustomers) << "no index for changes of" << m_collection << "so the rep's own are read again";
            co_return std::nullopt;
        }
        if (!rows)
            co_return tl::unexpected(rows.error());
        SourcePage page;
        add(page, scope == SyncScope::Everything ? nullptr : &cursor.known, *rows);
        for (const Document &row : *rows)
            cursor.newest = std::max(cursor.newest, stampOf(row));
        const bool more = rows->size() == query.limit;
        cursor.after = more ? rows->constLast().path : QString();
        cursor.afterStamp = more ? stampOf(rows->constLast()) : 0;
        if (more && scope == SyncScope::Active && ++cursor.pages >= kMostChangePages)
            co_return std::nullopt;
        if (!more)
            ++cursor.step;
        if (cursor.step >= (byOwner ? steps.size() : 1)) {
            page.last = true;
            cursor.step = 0;
            cursor.pages = 0;
            cursor.since = cursor.newest;
            cursor.known.removeDuplicates();
        }
        // Without a cursor the next sync begins anew, and what it does not mention is gone.
        page.cursor = page.last && isStale ? QByteArray() : cursorText(cursor);
        co_return page;
    }

    const std::shared_ptr<Shared> m_shared;
    const QString m_collection;
    MappingContext m_mapping;
};

} // namespace

QStringList presetCollections()
{
    return {u"copper_people"_s, u"copper_companies"_s, u"copper_leads"_s, u"fishbowl_customers"_s, u"customer_sales_summary"_s};
}

std::vector<std::unique_ptr<CustomerSource>> makeFirestoreCustomers(const FirestoreContext &context, const FirestoreCustomers &customers)
{
    const auto shared = std::make_shared<Shared>(context);
    // Who is active is asked of the companies, whosever documents are fetched.
    FirestoreCustomers all = customers;
    for (const FieldRule &rule : rulesFor(customers.rules, u"copper_companies"_s)) {
        if (rule.target == "active"_L1)
            all.fields.activeCustomer = rule.field;
    }
    std::vector<std::unique_ptr<CustomerSource>> sources;
    for (const QString &collection : customers.collections) {
        if (isUsableId(collection))
            sources.push_back(std::make_unique<CollectionSource>(shared, collection, all));
    }
    return sources;
}

} // namespace callcard
