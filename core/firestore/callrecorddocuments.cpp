#include "documentname.h"
#include "pendingdocument.h"
#include "upsert.h"

#include <callcard/callrecorddocuments.h>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace firestore;

namespace {

Value timeText(const QDateTime &when)
{
    return when.isValid() ? Value(timestampText(Timestamp::of(when))) : Value();
}

QString numberText(const CallParty &party)
{
    return party.number ? party.number->e164() : party.rawNumber;
}

/// The id by which the provider's own pages and call-backs know it; ours where it told none, which is nobody else's.
QString recordId(const Call &call, const UserId &user)
{
    const QString id = call.sessionId.isEmpty() ? QString(user.text() + u'_' + call.id.text()) : call.sessionId;
    return isUsableId(id) ? id : QString::fromLatin1(id.toUtf8().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Value secondsOf(std::optional<std::chrono::seconds> span)
{
    return span ? Value(qint64(span->count())) : Value();
}

class CallRecordsDelivery final : public Delivery
{
public:
    explicit CallRecordsDelivery(const FirestoreContext &context) : m_client(context) {}

    [[nodiscard]] QCoro::Task<QList<Result<>>> deliver(QList<OutboxEntry> entries, std::stop_token stop) override
    {
        const Answer<QString> me = co_await m_client.whoAmI(stop);
        QList<Result<>> results;
        Result<> blocked = me ? Result<>{} : Result<>(tl::unexpected(me.error().error));
        for (const OutboxEntry &entry : std::as_const(entries)) {
            const Result<PendingDocument> document = pendingFrom(entry.payload);
            if (!document || !blocked) {
                results.append(document ? blocked : Result<>(tl::unexpected(document.error())));
                continue;
            }
            if (document->user != *me) {
                results.append(tl::unexpected(madeUnderAnotherSignIn()));
                continue;
            }
            const bool goes = document->kind == PendingDocument::Kind::Gone;
            Answer<> written;
            if (goes)
                written = co_await remove(*document, stop);
            else
                written = co_await write(*document, stop);
            results.append(withoutVerdict(written));
            if (!written && written.error().refusal == Refusal::None)
                blocked = results.constLast();
        }
        co_return results;
    }

    [[nodiscard]] int batchSize() const override { return 50; }

private:
    /// Made when it is not there. When it is, what stands there decides how much of ours is news.
    QCoro::Task<Answer<>> write(PendingDocument document, std::stop_token stop)
    {
        const Answer<> nothing;
        if (document.correctsOnly)
            co_return co_await change(std::move(document), nothing, stop);
        const QString now = timestampText(Timestamp::of(m_client.clock().now()));
        Write creating{.path = document.path, .fields = document.fields, .condition = Write::Condition::Missing};
        creating.fields[u"createdAt"_s] = now;
        creating.fields[u"updatedAt"_s] = now;
        if (field(document.fields, u"status"_s).isNull())
            creating.fields[u"status"_s] = u"queued"_s;
        const QList<Write> first{creating};
        const Answer<> made = co_await m_client.commit(first, stop);
        if (made || (made.error().refusal != Refusal::AlreadyThere && made.error().refusal != Refusal::Denied))
            co_return made;
        co_return co_await change(std::move(document), made, stop);
    }

    /// `made`: how the attempt to make it ended.
    QCoro::Task<Answer<>> change(PendingDocument document, Answer<> made, std::stop_token stop)
    {
        constexpr int kMostTries = 5; // a call-back and we may write in the same second
        const QString now = timestampText(Timestamp::of(m_client.clock().now()));
        for (int tries = 0;; ++tries) {
            // Asked for as one of the own ones: reading by name is denied where nothing is.
            const Query query{.collection = document.path.section(u'/', 0, 0),
                              .where = {{.field = u"userId"_s, .value = document.user},
                                        {.field = u"callId"_s, .value = field(document.fields, u"callId"_s)}},
                              .limit = 2};
            const Answer<QList<Document>> rows = co_await m_client.page(query, stop);
            if (!rows)
                co_return tl::unexpected(rows.error());
            const auto own = std::find_if(rows->cbegin(), rows->cend(), [&](const Document &row) { return row.path == document.path; });
            if (own == rows->cend()) // a colleague's, whose phone rang for the same call: it is recorded
                co_return made || made.error().refusal == Refusal::AlreadyThere ? Answer<>{} : made;
            const std::optional<Write> change = changeOf(document, *own, now);
            if (!change)
                co_return Answer<>{};
            const QList<Write> second{*change};
            const Answer<> changed = co_await m_client.commit(second, stop);
            if (changed || changed.error().refusal != Refusal::Precondition || tries == kMostTries)
                co_return changed;
        }
    }

    /// A provisional one, of which nobody knows whether it ever got there.
    QCoro::Task<Answer<>> remove(PendingDocument document, std::stop_token stop)
    {
        const Query query{
            .collection = document.path.section(u'/', 0, 0),
            .where = {{.field = u"userId"_s, .value = document.user}, {.field = u"callId"_s, .value = field(document.fields, u"callId"_s)}},
            .limit = 2};
        const Answer<QList<Document>> rows = co_await m_client.page(query, stop);
        if (!rows)
            co_return tl::unexpected(rows.error());
        const auto own = std::find_if(rows->cbegin(), rows->cend(), [&](const Document &row) { return row.path == document.path; });
        if (own == rows->cend())
            co_return Answer<>{};
        const QList<Write> removing{Write{.path = document.path, .removes = true}};
        const Answer<> removed = co_await m_client.commit(removing, stop);
        if (removed || removed.error().refusal != Refusal::Denied)
            co_return removed;
        // Older rules let nobody delete: then it says where the call is to be found.
        Write change{.path = document.path, .fields = document.fields, .mask = QStringList(), .condition = Write::Condition::Exists};
        change.fields[u"updatedAt"_s] = timestampText(Timestamp::of(m_client.clock().now()));
        for (const QString &name : {u"supersededBy"_s, u"endReason"_s, u"updatedAt"_s})
            change.mask->append(quotedField(name));
        const QList<Write> changing{change};
        const Answer<> changed = co_await m_client.commit(changing, stop);
        co_return changed;
    }

    static std::optional<Write> changeOf(const PendingDocument &document, const Document &stored, const QString &now)
    {
        const QString theirs = plainText(field(stored.fields, u"status"_s), 40);
        const Value &ours = field(document.fields, u"status"_s);
        const bool goesBack = !ours.isNull() && callRecordRank(plainText(ours)) < callRecordRank(theirs);
        Write write{.path = document.path, .mask = QStringList(), .ifUnchangedSince = stored.updateTime};
        for (const QString &name : document.changing) {
            const Value &value = field(document.fields, name);
            // An older state has nothing to take away, neither the status nor the end that somebody else saw.
            const bool isOld = goesBack && (name == "status"_L1 || name == "endReason"_L1);
            if (value.isNull() || isOld || value == field(stored.fields, name))
                continue;
            write.fields[name] = value;
            write.mask->append(quotedField(name));
        }
        if (write.mask->isEmpty())
            return std::nullopt;
        write.fields[u"updatedAt"_s] = now;
        write.mask->append(u"updatedAt"_s);
        return write;
    }

    Client m_client;
};

PendingDocument recordDocument(const Call &call, const CallRecordsIdentity &identity, const std::optional<Customer> &customer)
{
    const QString id = recordId(call, identity.user);
    const bool isInbound = call.direction == CallDirection::Inbound;
    const QString status = callRecordStatus(call);
    const bool ended = call.state == CallState::Ended;
    PendingDocument document{.kind = PendingDocument::Kind::Plain,
                             .path = QString(identity.collection + u'/' + id),
                             .user = identity.user.text(),
                             .fields = {{u"callId"_s, id},
                                        {u"userId"_s, identity.user.text()},
                                        {u"agentEmail"_s, call.agentEmail},
                                        {u"source"_s, call.source},
                                        {u"direction"_s, callDirectionName(call.direction)},
                                        {u"fromNumber"_s, numberText(isInbound ? call.remote : call.local)},
                                        {u"toNumber"_s, numberText(isInbound ? call.local : call.remote)},
                                        {u"status"_s, status.isEmpty() ? Value() : Value(status)},
                                        {u"endReason"_s, ended ? Value(endReasonName(call.reason)) : Value()},
                                        {u"providerStatus"_s, call.providerStatus.isEmpty() ? Value() : Value(call.providerStatus)},
                                        {u"startedAt"_s, timeText(call.startedAt)},
                                        {u"connectedAt"_s, timeText(call.answeredAt)},
                                        {u"endedAt"_s, timeText(call.endedAt)},
                                        {u"durationSec"_s, secondsOf(call.talkTime)},
                                        {u"customerId"_s, customer ? Value(customer->id.text()) : Value()},
                                        {u"customerName"_s, customer ? Value(customer->name) : Value()}},
                             .changing = {u"status"_s, u"endReason"_s, u"providerStatus"_s, u"startedAt"_s, u"connectedAt"_s, u"endedAt"_s,
                                          u"durationSec"_s, u"customerId"_s, u"customerName"_s}};
    if (call.sessionId.isEmpty())
        document.fields[u"provisional"_s] = true;
    if (call.source == "twilio"_L1)
        document.fields[u"twilioCallSid"_s] = id;
    return document;
}

} // namespace

QString callRecordsDestination()
{
    return u"firestore-call-records"_s;
}

QString callRecordStatus(const Call &call)
{
    switch (call.state) {
    case CallState::Ringing:
        return call.sessionId.isEmpty() ? u"queued"_s : u"ringing"_s; // asked for, and nobody has named it yet
    case CallState::Active:
    case CallState::Held:
        return u"in-progress"_s;
    case CallState::Ended:
        break;
    }
    switch (call.reason) {
    case EndReason::HungUp:
    case EndReason::Transferred:
    case EndReason::AnsweredElsewhere:
        return call.wasAnswered() ? u"completed"_s : u"no-answer"_s;
    case EndReason::Missed:
    case EndReason::Voicemail:
        return u"no-answer"_s;
    case EndReason::Busy:
    case EndReason::Declined:
    case EndReason::Failed:
        return u"failed"_s;
    case EndReason::None:
    case EndReason::Unknown:
        return {};
    }
    Q_UNREACHABLE();
}

int callRecordRank(const QString &status)
{
    static const QHash<QString, int> ranks{{u"queued"_s, 0},    {u"ringing"_s, 1},   {u"in-progress"_s, 2},
                                           {u"completed"_s, 3}, {u"no-answer"_s, 3}, {u"failed"_s, 3}};
    return ranks.value(status, -1);
}

OutboxItem callRecordItem(const Call &call, const CallRecordsIdentity &identity, const std::optional<Customer> &customer)
{
    const PendingDocument document = recordDocument(call, identity, customer);
    return {.key = document.path, .payload = payloadOf(document)};
}

OutboxItem partRecordItem(const Call &call, const QString &partSession, const CallRecordsIdentity &identity)
{
    Call part = call;
    part.sessionId = partSession;
    PendingDocument document = recordDocument(part, identity, {});
    document.changing = {u"status"_s, u"endReason"_s, u"endedAt"_s};
    document.correctsOnly = true;
    return {.key = document.path, .payload = payloadOf(document)};
}

OutboxItem provisionalRecordGone(const Call &unnamed, const Call &named, const CallRecordsIdentity &identity)
{
    const QString id = recordId(unnamed, identity.user);
    const PendingDocument document{
        .kind = PendingDocument::Kind::Gone,
        .path = QString(identity.collection + u'/' + id),
        .user = identity.user.text(),
        .fields = {{u"callId"_s, id}, {u"supersededBy"_s, recordId(named, identity.user)}, {u"endReason"_s, u"superseded"_s}}};
    return {.key = document.path, .payload = payloadOf(document)};
}

std::unique_ptr<Delivery> makeCallRecordsDelivery(const FirestoreContext &context)
{
    return std::make_unique<CallRecordsDelivery>(context);
}

} // namespace callcard
