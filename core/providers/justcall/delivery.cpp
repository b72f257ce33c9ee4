#include "remarkwire.h"

#include "api.h"

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace justcall {

namespace {

constexpr auto kListedWithin = 30min; // of its end

CallChange changeOf(const CallRemark &remark, const HistoricCall &call)
{
    CallChange change;
    if (remark.notes) {
        const QString notes = joinedNotes(call.notes, remark.notesBefore, *remark.notes);
        if (notes != call.notes)
            change.notes = notes;
    }
    if (remark.disposition && *remark.disposition != call.disposition)
        change.disposition = remark.disposition;
    change.rating = remark.rating;
    return change;
}

class JustCallDelivery final : public Delivery
{
public:
    explicit JustCallDelivery(JustCallContext context) : m_context(std::move(context)) {}

    QCoro::Task<QList<Result<>>> deliver(QList<OutboxEntry> entries, std::stop_token stop) override
    {
        QList<Result<>> results;
        for (const OutboxEntry &entry : std::as_const(entries)) {
            const Result<> result = co_await deliverOne(entry, stop);
            results.append(result);
        }
        co_return results;
    }

    [[nodiscard]] int batchSize() const override { return 5; } // two requests each, and the budget is everybody's

private:
    QCoro::Task<Result<>> deliverOne(OutboxEntry entry, std::stop_token stop)
    {
        const Result<CallRemark> remark = remarkFrom(entry.payload);
        if (!remark)
            co_return failure(ErrorKind::Refused, u"a remark that cannot be read"_s);
        const Result<std::optional<CallRow>> row = co_await fetchCall(m_context, remark->callSid, stop);
        if (!row)
            co_return tl::unexpected(row.error());
        if (!*row) {
            if (remark->endedAt.isValid() && m_context.clock.now() < remark->endedAt.addDuration(kListedWithin))
                co_return failure(ErrorKind::ServerFault, u"the call is not listed yet"_s, 30s);
            co_return failure(ErrorKind::Refused, u"JustCall does not know the call"_s);
        }
        if ((*row)->call.inProgress)
            co_return failure(ErrorKind::ServerFault, u"the call is still going on"_s, 20s);
        const CallChange change = changeOf(*remark, (*row)->call);
        if (change.isEmpty())
            co_return {};
        const Result<> changed = co_await changeCall(m_context, remark->callSid, change, stop);
        if (changed || changed.error().kind != ErrorKind::Refused)
            co_return changed;
        co_return co_await changeOneByOne(remark->callSid, change, changed.error(), stop);
    }

    /// One thing that JustCall does not take (an outcome that was abolished) must not take the note with it.
    QCoro::Task<Result<>> changeOneByOne(QString callSid, CallChange change, Error refusal, std::stop_token stop)
    {
        QList<CallChange> parts;
        if (change.notes)
            parts.append({.notes = change.notes});
        if (change.disposition)
            parts.append({.disposition = change.disposition});
        if (change.rating)
            parts.append({.rating = change.rating});
        if (parts.size() < 2)
            co_return tl::unexpected(refusal);
        std::optional<Error> worst;
        for (const CallChange &part : std::as_const(parts)) {
            const Result<> changed = co_await changeCall(m_context, callSid, part, stop);
            if (changed)
                continue;
            if (changed.error().kind != ErrorKind::Refused)
                co_return changed; // comes again, all of it
            worst = changed.error();
        }
        if (worst)
            co_return tl::unexpected(*worst);
        co_return {};
    }

    const JustCallContext m_context;
};

} // namespace
} // namespace justcall

std::unique_ptr<Delivery> makeJustCallDelivery(JustCallContext context)
{
    return std::make_unique<justcall::JustCallDelivery>(std::move(context));
}

} // namespace callcard
