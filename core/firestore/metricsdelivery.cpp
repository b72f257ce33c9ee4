#include "documentname.h"
#include "metricdocuments.h"
#include "upsert.h"

#include <callcard/metricsdelivery.h>

#include <QHash>
#include <QLoggingCategory>
#include <QSet>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace firestore;

namespace {

Q_LOGGING_CATEGORY(lcMetrics, "callcard.firestore", QtInfoMsg)

constexpr int kMostRows = 20'000; ///< Of one rep and one batch's range: years of days, all kinds and sources.
constexpr int kRowsAPage = 500;

/// One entry of a batch on its way.
struct Job {
    PendingDocument document{};
    Presence presence{Presence::Unknown};
    std::optional<Result<>> result{};
};

class MetricsDelivery final : public Delivery
{
public:
    MetricsDelivery(const FirestoreContext &context, const Outbox &outbox) : m_client(context), m_outbox(outbox) {}

    [[nodiscard]] QCoro::Task<QList<Result<>>> deliver(QList<OutboxEntry> entries, std::stop_token stop) override
    {
        std::vector<Job> jobs = opened(entries);
        const Answer<QString> me = co_await m_client.whoAmI(stop);
        if (!me) {
            giveAll(jobs, me.error().error);
            co_return resultsOf(jobs);
        }
        refuseStrangers(jobs, *me);
        const QStringList users = usersOf(jobs);
        for (const QString &user : users) {
            co_await findExisting(&jobs, user, stop);
            co_await writeTogether(&jobs, user, stop);
        }
        co_await writeStamps(&jobs, entries, stop);
        co_return resultsOf(jobs);
    }

    [[nodiscard]] int batchSize() const override { return kMostWrites; }

private:
    static std::vector<Job> opened(const QList<OutboxEntry> &entries)
    {
        std::vector<Job> jobs(static_cast<std::size_t>(entries.size()));
        for (qsizetype i = 0; i < entries.size(); ++i) {
            Job &job = jobs[static_cast<std::size_t>(i)];
            Result<PendingDocument> document = pendingFrom(entries.at(i).payload);
            if (document)
                job.document = *std::move(document);
            else
                job.result = tl::unexpected(document.error());
        }
        return jobs;
    }

    static void giveAll(std::vector<Job> &jobs, const Error &error)
    {
        for (Job &job : jobs) {
            if (!job.result)
                job.result = tl::unexpected(error);
        }
    }

    static QList<Result<>> resultsOf(const std::vector<Job> &jobs)
    {
        QList<Result<>> results;
        for (const Job &job : jobs)
            results.append(job.result.value_or(failure(ErrorKind::Cancelled)));
        return results;
    }

    /// Figures of whoever was signed in before must not be written in another's name.
    static void refuseStrangers(std::vector<Job> &jobs, const QString &me)
    {
        for (Job &job : jobs) {
            const PendingDocument &document = job.document;
            if (!job.result && document.kind != PendingDocument::Kind::Plain && document.user != me && document.writtenBy != me)
                job.result = failure(ErrorKind::Refused, u"made under another sign-in"_s);
        }
    }

    static QStringList usersOf(const std::vector<Job> &jobs)
    {
        QStringList users;
        for (const Job &job : jobs) {
            if (!job.result && job.document.kind != PendingDocument::Kind::Stamp && !users.contains(job.document.user))
                users.append(job.document.user);
        }
        return users;
    }

    /// One query of the user's own rows around the days of the batch. `jobs` lives in deliver().
    QCoro::Task<> findExisting(std::vector<Job> *jobs, QString user, std::stop_token stop)
    {
        QDate first, last;
        for (const Job &job : *jobs) {
            if (job.result || job.document.kind != PendingDocument::Kind::Metric || job.document.user != user)
                continue;
            first = first.isValid() ? std::min(first, job.document.day) : job.document.day;
            last = last.isValid() ? std::max(last, job.document.day) : job.document.day;
        }
        if (!first.isValid())
            co_return;
        // Whoever wrote a day marked it somewhere between its own midnights, in any zone.
        const Timestamp from = Timestamp::of(QDateTime(first.addDays(-1), QTime(0, 0), Qt::UTC));
        const Timestamp to = Timestamp::of(QDateTime(last.addDays(2), QTime(0, 0), Qt::UTC));
        const Query query{.collection = u"metrics"_s,
                          .where = {{.field = u"userId"_s, .value = user},
                                    {.field = u"date"_s, .comparison = Comparison::GreaterOrEqual, .value = from},
                                    {.field = u"date"_s, .comparison = Comparison::LessOrEqual, .value = to}},
                          .orderBy = u"date"_s,
                          .select = {u"date"_s, u"value"_s, u"metadata"_s},
                          .limit = kRowsAPage};
        const Answer<QList<Document>> rows = co_await m_client.all(query, kMostRows, stop);
        if (!rows && rows.error().refusal == Refusal::None) {
            for (Job &job : *jobs) {
                if (!job.result && job.document.kind == PendingDocument::Kind::Metric && job.document.user == user)
                    job.result = tl::unexpected(rows.error().error);
            }
            co_return;
        }
        if (!rows) { // rules or indexes of another making: each write finds out for itself
            qCWarning(lcMetrics) << "the rows that exist cannot be listed:" << rows.error().error;
            co_return;
        }
        QHash<QString, const Document *> byPath;
        for (const Document &row : *rows)
            byPath.insert(row.path, &row);
        for (Job &job : *jobs) {
            if (job.result || job.document.kind != PendingDocument::Kind::Metric || job.document.user != user)
                continue;
            const Document *stored = byPath.value(job.document.path);
            job.presence = stored != nullptr ? Presence::There : Presence::Absent;
            const bool nothingToDo = stored != nullptr ? saysTheSame(job.document, stored->fields) : job.document.correctsOnly;
            if (nothingToDo)
                job.result = Result<>{};
        }
    }

    void stampTime(PendingDocument &document) const
    {
        const Map *known = field(document.fields, u"metadata"_s).as<Map>();
        if (document.kind != PendingDocument::Kind::Metric || known == nullptr)
            return;
        Map metadata = *known;
        metadata[u"syncedAt"_s] = timestampText(Timestamp::of(m_client.clock().now()));
        document.fields[u"metadata"_s] = Value(std::move(metadata));
    }

    /// One commit of the user's documents; if it is refused, the same ones by themselves, so that only the culprit is set aside. A batch
    /// holds no more than a commit may.
    QCoro::Task<> writeTogether(std::vector<Job> *jobs, QString user, std::stop_token stop)
    {
        QList<std::size_t> waiting;
        QList<Write> writes;
        for (std::size_t i = 0; i < jobs->size(); ++i) {
            Job &job = (*jobs)[i];
            if (job.result || job.document.kind == PendingDocument::Kind::Stamp || job.document.user != user)
                continue;
            stampTime(job.document);
            waiting.append(i);
            writes.append(writeFor(job.document, job.document.correctsOnly ? Presence::There : job.presence));
        }
        if (waiting.isEmpty())
            co_return;
        const Answer<> together = co_await m_client.commit(writes, stop);
        if (together || together.error().refusal == Refusal::None) {
            for (const std::size_t i : std::as_const(waiting))
                (*jobs)[i].result = withoutVerdict(together);
            co_return;
        }
        Answer<> alone;
        for (const std::size_t i : std::as_const(waiting)) {
            // Once the way there is blocked, the others would fare the same.
            if (alone || alone.error().refusal != Refusal::None)
                alone = co_await upsert(m_client, (*jobs)[i].document, (*jobs)[i].presence, stop);
            (*jobs)[i].result = withoutVerdict(alone);
        }
    }

    /// Whether everything a stamp covers has arrived.
    Result<> isComplete(const Job &stamp, const std::vector<Job> &jobs, const QList<OutboxEntry> &entries) const
    {
        QHash<QString, const Job *> here;
        for (qsizetype i = 0; i < entries.size(); ++i)
            here.insert(entries.at(i).key, &jobs[static_cast<std::size_t>(i)]);
        const Result<QList<ParkedEntry>> parked = m_outbox.parked();
        if (!parked)
            return tl::unexpected(parked.error());
        QSet<QString> setAside;
        for (const ParkedEntry &entry : *parked) {
            if (entry.destination == metricsDestination())
                setAside.insert(entry.entry.key);
        }
        for (const QString &key : stamp.document.covered) {
            if (const Job *job = here.value(key)) {
                if (job->result && !*job->result)
                    return *job->result;
                continue;
            }
            const Result<bool> waiting = m_outbox.isWaiting(metricsDestination(), key);
            if (!waiting)
                return tl::unexpected(waiting.error());
            if (*waiting)
                return failure(ErrorKind::TimedOut, u"the figures of this sync are not delivered yet"_s);
            if (setAside.contains(key))
                return failure(ErrorKind::Refused, u"not every figure of this sync was accepted"_s);
        }
        return {};
    }

    QCoro::Task<> writeStamps(std::vector<Job> *jobs, QList<OutboxEntry> entries, std::stop_token stop)
    {
        for (std::size_t i = 0; i < jobs->size(); ++i) {
            if ((*jobs)[i].result || (*jobs)[i].document.kind != PendingDocument::Kind::Stamp)
                continue;
            (*jobs)[i].result = isComplete((*jobs)[i], *jobs, entries);
            if (!*(*jobs)[i].result)
                continue;
            const QList<Write> writes{stampOf((*jobs)[i].document)};
            const Answer<> done = co_await m_client.commit(writes, stop);
            (*jobs)[i].result = withoutVerdict(done);
        }
    }

    /// Texts, for those who read the older applications' field; our own account of it beside.
    Write stampOf(const PendingDocument &document) const
    {
        const QString now = timestampText(Timestamp::of(m_client.clock().now()));
        Write write{.path = document.path, .mask = QStringList{u"lastCompanionSync"_s}};
        for (const QString &name : document.changing) {
            write.fields[name] = now;
            write.mask->append(quotedField(name));
        }
        write.fields[u"lastCompanionSync"_s] =
            Map{{u"at"_s, now}, {u"ok"_s, true}, {u"error"_s, Value()}, {u"rows"_s, static_cast<int>(document.covered.size())}};
        return write;
    }

    Client m_client;
    const Outbox &m_outbox;
};

} // namespace

std::unique_ptr<Delivery> makeMetricsDelivery(const FirestoreContext &context, const Outbox &outbox)
{
    return std::make_unique<MetricsDelivery>(context, outbox);
}

} // namespace callcard
