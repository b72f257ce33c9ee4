#include "wire.h"

#include <callcard/justcallhooks.h>

#include <wire/wirejson.h>

#include <array>

namespace callcard::justcall {

using namespace Qt::Literals::StringLiterals;
using wire::member;
using wire::text;

namespace {

constexpr int kDeepestHook = 32;

/// What an event's name says by itself. JustCall gives no order, so a call only goes forward: a late "incoming" must not make a
/// finished call ring.
struct HookType {
    QLatin1StringView name;
    LegState state;
    qint64 rank;
    EndReason reason{EndReason::None};
};
constexpr std::array kTypes{
    HookType{"call.incoming"_L1, LegState::Ringing, 1},
    HookType{"call.initiated"_L1, LegState::Ringing, 1},
    HookType{"call.answered"_L1, LegState::Active, 2},
    HookType{"call.completed"_L1, LegState::Ended, 3},
    HookType{"call.missed"_L1, LegState::Ended, 4, EndReason::Missed},
    HookType{"call.voicemail"_L1, LegState::Ended, 5, EndReason::Voicemail},
    HookType{"call.updated"_L1, LegState::Ended, 6},
};

const HookType *typeOf(const QString &name)
{
    const auto found = std::find_if(kTypes.begin(), kTypes.end(), [&](const HookType &type) { return type.name == name; });
    return found == kTypes.end() ? nullptr : &*found;
}

Json withDirection(const Json &data, const QString &type)
{
    Json copy = data;
    if (text(member(data, "call_info"), "direction", 32).isEmpty() && (type == "call.incoming"_L1 || type == "call.initiated"_L1))
        copy["call_info"]["direction"] = type == "call.incoming"_L1 ? "Incoming" : "Outgoing";
    return copy;
}

Result<HookNews> callNews(HookNews news, const HookType &type, const Json &data, const QDateTime &sentAt, const QString &region)
{
    const Json &info = member(data, "call_info");
    if (!info.is_object() && !info.is_null())
        return failure(ErrorKind::BadPayload, u"a webhook whose call makes no sense"_s);
    const Result<CallRow> row = callRowFrom(withDirection(data, news.type), region);
    if (!row)
        return tl::unexpected(row.error());
    news.kind = HookNews::Kind::Call;
    news.agentId = row->agentId;
    const bool isOver = type.state == LegState::Ended;
    const bool saysHow = isOver && !row->call.inProgress && !row->call.outcomeWord.isEmpty();
    if (saysHow && !row->call.rowId.isEmpty() && row->call.event.time.isValid())
        news.row = row->call;

    CallEvent fact = row->call.event;
    fact.channel = u"webhook"_s;
    fact.eventId = news.requestId;
    fact.sequence = type.rank;
    if (!saysHow) {
        fact.state = type.state;
        fact.reason = type.reason;
        fact.settled = false;
        fact.talkTime.reset();
        fact.holdTime.reset();
        fact.answeredBy.clear();
        fact.providerStatus.clear();
        fact.time = sentAt.isValid() ? sentAt : fact.time;
    } else if (!fact.time.isValid()) {
        fact.time = sentAt;
    }
    if (type.name != "call.updated"_L1 || saysHow)
        news.facts.append(fact);
    return news;
}

} // namespace

QByteArray hookType(QByteArrayView body)
{
    const Result<Json> json = wire::parse(body, kDeepestHook);
    return json ? text(*json, "type", 128).toUtf8() : QByteArray();
}

Result<HookNews> eventsFromWebhook(QByteArrayView body, const QDateTime &sentAt, const QString &region)
{
    if (QByteArrayView(body).trimmed().isEmpty())
        return HookNews{.kind = HookNews::Kind::Validation};
    const Result<Json> json = wire::parse(body, kDeepestHook);
    if (!json)
        return tl::unexpected(json.error());
    HookNews news{.requestId = text(*json, "request_id", 128), .type = text(*json, "type", 128)};
    const Json &data = member(*json, "data");
    if (data.is_null() && json->is_object()) {
        news.kind = HookNews::Kind::Validation;
        return news;
    }
    if (!data.is_object())
        return failure(ErrorKind::BadPayload, u"a webhook without data"_s);
    if (const HookType *type = typeOf(news.type))
        return callNews(std::move(news), *type, data, sentAt, region);
    if (news.type.startsWith("sms."_L1)) {
        const Result<TextRow> row = textRowFrom(data, region);
        if (!row)
            return tl::unexpected(row.error());
        news.kind = HookNews::Kind::Text;
        news.agentId = row->agentId;
        news.text = row->message;
    }
    return news;
}

} // namespace callcard::justcall
