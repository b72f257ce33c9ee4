// What JustCall may answer, send or leave with a relay: nothing of it may crash or hang, and what is taken for a call, a text or a person
// keeps the promises that everybody behind relies on.

#include <apiwire.h>
#include <remarkwire.h>

#include <callcard/justcallhooks.h>
#include <callcard/justcallrows.h>

#include <wire/wirejson.h>

#include <cstdint>
#include <cstdlib>

using namespace callcard;
using namespace callcard::justcall;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString &region()
{
    static const QString us = u"US"_s;
    return us;
}

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void requireSound(const CallEvent &event)
{
    require(!event.sessionId.isEmpty() && event.source == "justcall"_L1);
    require(!event.withheld || (!event.remote.number && event.direction == CallDirection::Inbound));
    require(event.direction == CallDirection::Inbound || event.reason != EndReason::Missed);
    require(event.state == LegState::Ended || event.reason == EndReason::None);
    if (event.talkTime) // nobody talked in a call that was missed
        require(event.state == LegState::Ended && event.reason == EndReason::HungUp && event.talkTime->count() >= 0);
}

void lookAtCall(const Json &row)
{
    const Result<CallRow> read = callRowFrom(row, region());
    const Result<QList<RelayedCall>> carried =
        relayedCalls(wire::dump({{"status", "success"}, {"complete", true}, {"calls", {row}}}), region());
    require(!relayedCalls(wire::dump({{"status", "success"}, {"complete", false}, {"calls", {row}}}), region()));
    require(carried.has_value() == (read && !read->call.rowId.isEmpty() && read->call.event.time.isValid()));
    if (!read)
        return;
    requireSound(read->call.event);
    require(read->call.inProgress == (read->call.event.state == LegState::Setup));
    require(read->call.inProgress || read->call.event.settled);
    if (carried) // a relay changes nothing
        require(carried->size() == 1 && carried->first().call == read->call && carried->first().userStart == read->userStart);
}

void lookAtText(const Json &row)
{
    const Result<TextRow> read = textRowFrom(row, region());
    require(relayedTexts(wire::dump({{"status", "success"}, {"complete", true}, {"texts", {row}}}), region()).has_value() ==
            read.has_value());
    if (!read)
        return;
    constexpr qsizetype kLongest = 4000 + 10 * 2049;
    require(read->message.id.text().size() > "justcall:"_L1.size() && read->message.sentAt.isValid());
    require(read->message.text.size() <= kLongest);
}

void lookAtPeople(const Json &row)
{
    if (const Result<UserRow> user = userRowFrom(row)) {
        require(!user->agent.id.isEmpty() && user->numbers.size() <= 100);
        for (const QString &number : user->numbers)
            require(PhoneNumber::fromE164(number).has_value());
    }
    if (const Result<ContactRow> contact = contactRowFrom(row, region())) {
        require(!contact->record.sourceId.isEmpty() && contact->record.customer.numbers.size() <= 20);
        if (!contact->refusal.isEmpty()) // nobody has neither name nor number
            require(contact->record.customer.name.isEmpty() && contact->record.customer.numbers.isEmpty());
    }
}

void lookAtHook(const QByteArray &body)
{
    const QDateTime sentAt(QDate(2026, 3, 4), QTime(17, 0), Qt::UTC);
    const Result<HookNews> news = eventsFromWebhook(body, sentAt, region());
    if (!news)
        return;
    require(news->kind == HookNews::Kind::Call || (news->facts.isEmpty() && !news->row));
    require((news->kind == HookNews::Kind::Text) == news->text.has_value());
    for (const CallEvent &fact : news->facts) {
        requireSound(fact);
        require(fact.time.isValid() && fact.sequence > 0 && fact.channel == "webhook"_L1);
    }
    if (news->row)
        require(!news->row->inProgress && !news->row->rowId.isEmpty() && news->row->event.settled);
}

/// What waits in the outbox is read as it was written, and the rep's words arrive whole.
void lookAtRemark(const QByteArray &body)
{
    const Result<CallRemark> remark = remarkFrom(body);
    if (!remark)
        return;
    const OutboxItem item = justCallItem(*remark);
    const Result<CallRemark> again = remarkFrom(item.payload);
    require(again && justCallItem(*again).payload == item.payload);
    if (!remark->notesBefore.isEmpty() && remark->notes)
        require(joinedNotes(remark->notesBefore.last(), remark->notesBefore.first(1), *remark->notes).endsWith(*remark->notes));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    lookAtHook(body);
    lookAtRemark(body);
    (void)relayedCalls(body, region());
    (void)relayedTexts(body, region());
    const Result<Json> json = wire::parse(body, 12); // a relay's list lies around it
    if (!json)
        return 0;
    if (const Result<Page> page = pageFrom(*json))
        require(page->rows >= 0 && page->total.value_or(0) >= 0);
    for (const Json &row : wire::array(*json, "data")) {
        lookAtCall(row);
        lookAtText(row);
        lookAtPeople(row);
    }
    lookAtCall(objectIn(*json));
    lookAtPeople(objectIn(*json));
    const QString text = QString::fromUtf8(body);
    require(plainText(text).size() <= text.size());
    if (const QDateTime civil = civilTime(text.section(u'|', 0, 0), text.section(u'|', 1)); civil.isValid())
        require(civilTime(civil.toString(u"yyyy-MM-dd"_s), civil.toString(u"HH:mm:ss"_s)) == civil);
    return 0;
}
