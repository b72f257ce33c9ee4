#include "metricbatch.h"

#include <callcard/metricsdelivery.h>

#include <QHash>
#include <QSet>

namespace callcard::firestore {

using namespace Qt::Literals::StringLiterals;

std::vector<Job> jobsFrom(const QList<OutboxEntry> &entries)
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

void giveAll(std::vector<Job> &jobs, const Error &error)
{
    for (Job &job : jobs) {
        if (!job.result)
            job.result = tl::unexpected(error);
    }
}

QList<Result<>> resultsOf(const std::vector<Job> &jobs)
{
    QList<Result<>> results;
    for (const Job &job : jobs)
        results.append(job.result.value_or(failure(ErrorKind::Cancelled)));
    return results;
}

void refuseStrangers(std::vector<Job> &jobs, const QString &me)
{
    for (Job &job : jobs) {
        const PendingDocument &document = job.document;
        if (!job.result && document.kind != PendingDocument::Kind::Plain && document.user != me && document.writtenBy != me)
            job.result = tl::unexpected(madeUnderAnotherSignIn());
    }
}

QStringList usersOf(const std::vector<Job> &jobs)
{
    QStringList users;
    for (const Job &job : jobs) {
        if (!job.result && job.document.kind != PendingDocument::Kind::Stamp && !users.contains(job.document.user))
            users.append(job.document.user);
    }
    return users;
}

Result<> isComplete(const Job &stamp, const std::vector<Job> &jobs, const QList<OutboxEntry> &entries, const Outbox &outbox)
{
    QHash<QString, const Job *> here;
    for (qsizetype i = 0; i < entries.size(); ++i)
        here.insert(entries.at(i).key, &jobs[static_cast<std::size_t>(i)]);
    const Result<QList<ParkedEntry>> parked = outbox.parked();
    if (!parked)
        return tl::unexpected(parked.error());
    QSet<QString> setAside;
    for (const ParkedEntry &entry : *parked) {
        if (entry.destination == metricsDestination())
            setAside.insert(entry.entry.key);
    }
    for (const QString &key : stamp.document.covered) {
        if (const Job *job = here.value(key)) {
            const Result<> arrived = job->result.value_or(failure(ErrorKind::Cancelled));
            if (!arrived)
                return arrived;
            continue;
        }
        const Result<bool> waiting = outbox.isWaiting(metricsDestination(), key);
        if (!waiting)
            return tl::unexpected(waiting.error());
        if (*waiting)
            return failure(ErrorKind::TimedOut, u"the figures of this sync are not delivered yet"_s);
        if (setAside.contains(key))
            return failure(ErrorKind::Refused, u"not every figure of this sync was accepted"_s);
    }
    return {};
}

} // namespace callcard::firestore
