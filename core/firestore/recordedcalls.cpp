#include "client.h"
#include "documentname.h"
#include "value.h"

#include <callcard/callrecorddocuments.h>
#include <callcard/recordedcalls.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace firestore;

namespace {

CallParty partyFrom(const Map &fields, const QString &name)
{
    const QString text = plainText(field(fields, name), 60);
    return {.number = PhoneNumber::fromE164(text), .rawNumber = text};
}

/// What somebody else's program wrote may be anything: what makes no sense is as good as not there.
RecordedCall recordedCallFrom(const Document &row)
{
    const Map &fields = row.fields;
    const QString source = plainText(field(fields, u"source"_s), 60);
    Call call{.id = CallId(QString(source + u':' + lastSegment(row.path))), .sessionId = lastSegment(row.path), .source = source};
    call.direction = callDirectionFromName(plainText(field(fields, u"direction"_s), 20)).value_or(CallDirection::Inbound);
    const bool isInbound = call.direction == CallDirection::Inbound;
    call.remote = partyFrom(fields, isInbound ? u"fromNumber"_s : u"toNumber"_s);
    call.local = partyFrom(fields, isInbound ? u"toNumber"_s : u"fromNumber"_s);
    call.agentEmail = plainText(field(fields, u"agentEmail"_s), 320);
    call.startedAt = instantIn(field(fields, u"startedAt"_s));
    call.answeredAt = instantIn(field(fields, u"connectedAt"_s));
    call.endedAt = instantIn(field(fields, u"endedAt"_s));
    call.providerStatus = plainText(field(fields, u"providerStatus"_s), 100);
    const QString status = plainText(field(fields, u"status"_s), 40);
    const bool isOver = callRecordRank(status) >= callRecordRank(u"completed"_s) || call.endedAt.isValid();
    call.state = isOver ? CallState::Ended : status == "in-progress"_L1 ? CallState::Active : CallState::Ringing;
    if (isOver) {
        const auto reason = endReasonFromName(plainText(field(fields, u"endReason"_s), 40));
        call.reason = reason                     ? *reason
                      : status == "completed"_L1 ? EndReason::HungUp
                      : status == "failed"_L1    ? EndReason::Failed
                      : status == "no-answer"_L1 ? EndReason::Missed
                                                 : EndReason::Unknown;
    }
    constexpr double kLongestCall = 7 * 86400;
    const auto seconds = number(field(fields, u"durationSec"_s));
    if (seconds && *seconds >= 0 && *seconds <= kLongestCall)
        call.talkTime = std::chrono::seconds(static_cast<qint64>(*seconds));
    return {.call = call,
            .customer = CustomerId(plainText(field(fields, u"customerId"_s), 200)),
            .customerName = plainText(field(fields, u"customerName"_s), 200)};
}

} // namespace

QCoro::Task<Result<QList<RecordedCall>>> readRecordedCalls(FirestoreContext context, RecordsQuestion question, std::stop_token stop)
{
    Client client(context);
    // Instants are texts in these records. Without its Z the first one sorts before all of its second, with a fraction or without.
    const QString first = question.from.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss"_s);
    const QString last = timestampText(Timestamp::of(question.to));
    const Query query{.collection = question.collection,
                      .where = {{.field = u"userId"_s, .value = question.user.text()},
                                {.field = u"startedAt"_s, .comparison = Comparison::GreaterOrEqual, .value = first},
                                {.field = u"startedAt"_s, .comparison = Comparison::LessOrEqual, .value = last}},
                      .orderBy = u"startedAt"_s,
                      .descending = true,
                      .limit = question.most};
    const Answer<QList<Document>> rows = co_await client.page(query, stop);
    if (!rows)
        co_return tl::unexpected(rows.error().error);
    QList<RecordedCall> calls;
    for (const Document &row : *rows) {
        const RecordedCall call = recordedCallFrom(row);
        if (call.call.startedAt >= question.from && call.call.startedAt < question.to)
            calls.append(call);
    }
    co_return calls;
}

} // namespace callcard
