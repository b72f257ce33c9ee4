#include "crmteam.h"
#include "customermapping.h"
#include "documentname.h"
#include "scopesteps.h"
#include "synccursor.h"

#include <callcard/firestorecustomers.h>

#include <QLoggingCategory>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace firestore;

namespace {

Q_LOGGING_CATEGORY(lcCustomers, "callcard.firestore", QtInfoMsg)

constexpr int kRowsAPage = 300;
constexpr int kCompaniesAChunk = 15; ///< Ids and names of them: thirty values, which is what one IN takes.
constexpr int kMostOfAChunk = 20'000;
constexpr int kMostChangePages = 20;     ///< Beyond, an importer went over everything, and active ones alone are fewer.
constexpr qint64 kOverlap = 120'000'000; ///< A stamp is given shortly before the document can be seen.
constexpr qint64 kListAgainAfter = 7 * 24 * 3600;

/// What all collections of one account know together; read once.
struct Shared {
    explicit Shared(FirestoreContext context) : client(std::move(context)) {}
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
                    .ownerEmails = {}}
    {
    }

    [[nodiscard]] QString name() const override { return m_mapping.source; }

    [[nodiscard]] QCoro::Task<Result<SourcePage>> page(SyncScope scope, QByteArray cursor, std::stop_token stop) override
    {
        const Answer<> known = co_await knowTeam(stop);
        if (!known)
            co_return tl::unexpected(known.error().error);
        std::optional<SyncCursor> at = cursorFrom(cursor);
        const QList<ScopeStep> steps = stepsOf(m_mapping.kind, scope, *m_shared->team, m_mapping.fields);
        if (steps.isEmpty())
            co_return SourcePage{.cursor = cursor, .last = true};
        if (at && at->listed) {
            Answer<std::optional<SourcePage>> changes = co_await changesPage(scope, *at, steps, stop);
            if (!changes)
                co_return told(changes.error());
            if (*changes)
                co_return **std::move(changes);
            at.reset(); // what changed cannot be asked for, or is more than all there is
        }
        if (!at) {
            const Answer<SyncCursor> begun = co_await begin(stop);
            if (!begun)
                co_return told(begun.error());
            at = *begun;
        }
        Answer<SourcePage> listed = co_await listingPage(scope, *at, steps, stop);
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

    /// Denied and missing in a sentence; anything else as it is.
    [[nodiscard]] tl::unexpected<Error> told(const Fault &fault) const
    {
        if (fault.refusal == Refusal::Denied)
            return failure(ErrorKind::Refused, u"reading %1 is denied: your administrator must allow directory reads (%2)"_s.arg(
                                                   m_collection, fault.error.detail));
        return tl::unexpected(fault.error);
    }

    /// The mark from which changes are asked for later is taken from the data before anything is read: our clock may be wrong.
    QCoro::Task<Answer<SyncCursor>> begin(std::stop_token stop)
    {
        const QString stamp = stampField(m_mapping.kind);
        const Query newest{.collection = m_collection, .orderBy = stamp, .descending = true, .select = {stamp}, .limit = 1};
        const Answer<QList<Document>> top = co_await m_shared->client.page(newest, stop);
        if (!top)
            co_return tl::unexpected(top.error());
        SyncCursor cursor;
        if (!top->isEmpty()) {
            cursor.newest = stampOf(top->constFirst());
            co_return cursor;
        }
        const Query any{.collection = m_collection, .select = {u"__name__"_s}, .limit = 1};
        const Answer<QList<Document>> one = co_await m_shared->client.page(any, stop);
        if (!one)
            co_return tl::unexpected(one.error());
        if (one->isEmpty()) // a service that knows no collections cannot say "missing"
            co_return faulty({.kind = ErrorKind::Refused, .detail = u"there is nothing in the collection %1"_s.arg(m_collection)},
                             Refusal::Missing);
        co_return cursor;
    }

    [[nodiscard]] qint64 stampOf(const Document &document) const
    {
        const Timestamp *when = field(document.fields, stampField(m_mapping.kind)).as<Timestamp>();
        return when != nullptr ? when->micros : 0;
    }

    void add(SourcePage &page, const QList<Document> &rows) const
    {
        for (const Document &row : rows) {
            if (isTombstone(row.fields)) {
                page.removed.append(lastSegment(row.path));
                continue;
            }
            if (std::optional<SourceRecord> record = recordFrom(row, m_mapping))
                page.changed.append(*std::move(record));
        }
    }

    QCoro::Task<Answer<SourcePage>> listingPage(SyncScope scope, SyncCursor cursor, QList<ScopeStep> steps, std::stop_token stop)
    {
        SourcePage page;
        const ScopeStep step = steps.value(cursor.step);
        Query query{.collection = step.peopleOfCompanies ? u"copper_companies"_s : m_collection,
                    .where = step.where,
                    .limit = step.peopleOfCompanies ? kCompaniesAChunk : kRowsAPage};
        if (step.peopleOfCompanies)
            query.select = {u"name"_s, u"Name"_s};
        if (!cursor.after.isEmpty())
            query.after = Document{.path = cursor.after};
        const Answer<QList<Document>> rows = co_await m_shared->client.page(query, stop);
        if (!rows)
            co_return tl::unexpected(rows.error());
        if (step.peopleOfCompanies && !rows->isEmpty()) {
            const Answer<QList<Document>> people = co_await peopleOf(*rows, stop);
            if (!people)
                co_return tl::unexpected(people.error());
            add(page, *people);
        } else if (!step.peopleOfCompanies) {
            add(page, *rows);
        }
        cursor.after = rows->size() == query.limit ? rows->constLast().path : QString();
        if (cursor.after.isEmpty())
            ++cursor.step;
        if (cursor.step >= steps.size()) {
            page.last = true;
            page.everything = scope == SyncScope::Everything;
            cursor = SyncCursor{.listed = true,
                                .since = cursor.newest,
                                .newest = cursor.newest,
                                .listedAt = m_shared->client.clock().now().toSecsSinceEpoch()};
        }
        page.cursor = cursorText(cursor);
        co_return page;
    }

    /// By the company's id, by its name (which one importer wrote there by mistake), and by the export's own field.
    QCoro::Task<Answer<QList<Document>>> peopleOf(QList<Document> companies, std::stop_token stop)
    {
        List links, ids;
        for (const Document &company : std::as_const(companies)) {
            bool isNumber = false;
            const qint64 id = lastSegment(company.path).toLongLong(&isNumber);
            if (isNumber) {
                links.push_back(id);
                ids.push_back(id);
                ids.push_back(QString::number(id));
            }
            for (const QString &name : {u"name"_s, u"Name"_s}) {
                if (const QString text = plainText(field(company.fields, name)); !text.isEmpty()) {
                    links.push_back(text);
                    break;
                }
            }
        }
        QList<Filter> filters;
        if (!links.empty())
            filters.append({.field = u"companyId"_s, .comparison = Comparison::In, .value = links});
        if (!ids.empty())
            filters.append({.field = quotedField(u"Company Id"_s), .comparison = Comparison::In, .value = ids});
        QList<Document> people;
        for (const Filter &filter : std::as_const(filters)) {
            const Query query{.collection = m_collection, .where = {filter}, .limit = kRowsAPage};
            const Answer<QList<Document>> found = co_await m_shared->client.all(query, kMostOfAChunk, stop);
            if (!found)
                co_return found;
            people += *found;
        }
        co_return people;
    }

    /// Nothing: read it all again.
    QCoro::Task<Answer<std::optional<SourcePage>>> changesPage(SyncScope scope, SyncCursor cursor, QList<ScopeStep> steps,
                                                               std::stop_token stop)
    {
        const bool byOwner = scope == SyncScope::Own;
        const QString stamp = stampField(m_mapping.kind);
        Query query{.collection = m_collection, .orderBy = stamp, .limit = kRowsAPage};
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
        add(page, *rows);
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
        }
        // Deletions leave no trace. Without a cursor the next sync begins anew, and what it does not mention is gone.
        const qint64 age = m_shared->client.clock().now().toSecsSinceEpoch() - cursor.listedAt;
        const bool anew = page.last && (age > kListAgainAfter || age < 0);
        page.cursor = anew ? QByteArray() : cursorText(cursor);
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
    std::vector<std::unique_ptr<CustomerSource>> sources;
    for (const QString &collection : customers.collections) {
        if (isUsableId(collection))
            sources.push_back(std::make_unique<CollectionSource>(shared, collection, customers));
    }
    return sources;
}

} // namespace callcard
