#include "documentname.h"
#include "metricbatch.h"
#include "metricdocuments.h"

#include <callcard/metricsdelivery.h>

#include <QHash>
#include <QLoggingCategory>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace firestore;

namespace {

Q_LOGGING_CATEGORY(lcMetrics, "callcard.firestore", QtInfoMsg)

constexpr int kMostStoredRows = 20'000; ///< Of one rep and one batch's range: years of days, all kinds and sources.
constexpr int kDocumentsAPage = 500;

class MetricsDelivery final : public Delivery
{
public:
    MetricsDelivery(const FirestoreContext &context, const Outbox &outbox, MetricsWitness witness)
        : m_client(context), m_outbox(outbox), m_witness(std::move(witness))
    {
    }

    [[nodiscard]] QCoro::Task<QList<Result<>>> deliver(QList<OutboxEntry> entries, std::stop_token stop) override
    {
        std::vector<Job> jobs = jobsFrom(entries);
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
        bearWitness(jobs);
        co_return resultsOf(jobs);
    }

    [[nodiscard]] int batchSize() const override { return kMostWrites; }

private:
    void bearWitness(const std::vector<Job> &jobs) const
    {
        for (const Job &job : jobs) {
            if (m_witness && job.document.kind == PendingDocument::Kind::Metric && job.result && *job.result)
                m_witness(job.document.path, !job.stoodAlready);
        }
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
                          .limit = kDocumentsAPage};
        const Answer<QList<Document>> rows = co_await m_client.all(query, kMostStoredRows, stop);
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
            if (nothingToDo) {
                job.result = Result<>{};
                job.stoodAlready = true;
            }
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
            (*jobs)[i].result = told((*jobs)[i].document, alone);
        }
    }

    /// A manager is denied by rules that know no managers: that is a sentence of its own.
    static Result<> told(const PendingDocument &document, const Answer<> &answer)
    {
        if (!answer && answer.error().refusal == Refusal::Denied && !document.writtenBy.isEmpty())
            return failure(ErrorKind::Refused, u"your administrator must deploy the rules (%1)"_s.arg(answer.error().error.detail));
        return withoutVerdict(answer);
    }

    QCoro::Task<> writeStamps(std::vector<Job> *jobs, QList<OutboxEntry> entries, std::stop_token stop)
    {
        for (std::size_t i = 0; i < jobs->size(); ++i) {
            if ((*jobs)[i].result || (*jobs)[i].document.kind != PendingDocument::Kind::Stamp)
                continue;
            (*jobs)[i].result = isComplete((*jobs)[i], *jobs, entries, m_outbox);
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
    const MetricsWitness m_witness;
};

} // namespace

std::unique_ptr<Delivery> makeMetricsDelivery(const FirestoreContext &context, const Outbox &outbox, MetricsWitness witness)
{
    return std::make_unique<MetricsDelivery>(context, outbox, std::move(witness));
}

} // namespace callcard
