#include "streamwire.h"

#include "callwire.h"

#include <wire/wirejson.h>

#include <algorithm>

namespace callcard::callstream {

using namespace Qt::Literals::StringLiterals;
using wire::member;

namespace {

constexpr std::size_t kMostLiveCalls = 1000;

/// Two events of one moment keep the order of the stream: ids are compared as text.
QString sortableId(const QByteArray &id)
{
    const bool counts = !id.isEmpty() && id.size() <= 20 && std::all_of(id.begin(), id.end(), [](char c) { return c >= '0' && c <= '9'; });
    return QString::fromUtf8(counts ? id.rightJustified(20, '0') : id.left(128));
}

} // namespace

Result<StreamNews> newsFrom(const ServerEvent &event, const QString &region)
{
    if (event.type == "heartbeat")
        return StreamNews{.kind = StreamNews::Kind::Heartbeat};
    const bool connected = event.type == "connected";
    const bool trouble = event.type == "error";
    const bool text = event.type == "text";
    const bool recording = event.type == "recording";
    if (!connected && !trouble && !text && !recording && event.type != "call")
        return StreamNews{};
    const Result<Json> data = wire::parse(event.data, 8);
    if (connected || trouble) {
        // What it says beyond its name is of use where it can be read, and no reason to do without the stream where not.
        StreamNews news{.kind = connected ? StreamNews::Kind::Connected : StreamNews::Kind::Trouble};
        news.agents = connected && data && wire::flag(*data, "ai_calls");
        const Json &continuous = data ? member(*data, "continuous") : member(Json(), "");
        news.lost = (continuous.is_boolean() && !continuous.get<bool>()) ||
                    (trouble && data && wire::text(*data, "error", 256).contains("lost"_L1, Qt::CaseInsensitive));
        return news;
    }
    if (!data)
        return tl::unexpected(data.error());
    if (text) {
        Result<Message> message = messageFrom(member(*data, "text"), region);
        if (!message)
            return tl::unexpected(message.error());
        return StreamNews{.kind = StreamNews::Kind::Text, .text = *std::move(message)};
    }
    if (recording) {
        Result<CallRecording> told = recordingFrom(member(*data, "recording"));
        if (!told)
            return tl::unexpected(told.error());
        return StreamNews{.kind = StreamNews::Kind::Recording, .recording = *std::move(told)};
    }
    Result<QList<CallEvent>> facts = factsFrom(member(*data, "call"), region);
    if (!facts)
        return tl::unexpected(facts.error());
    facts->front().eventId = sortableId(event.id);
    return StreamNews{.kind = StreamNews::Kind::Call, .facts = *std::move(facts)};
}

Result<QList<CallEvent>> liveCallsFrom(QByteArrayView body, const QString &region)
{
    const Result<Json> json = wire::parse(body, 8);
    if (!json)
        return tl::unexpected(json.error());
    const Json &calls = member(*json, "calls");
    if (!calls.is_array() || calls.size() > kMostLiveCalls)
        return failure(ErrorKind::BadPayload, u"active calls without a list, or with too long a one"_s);
    QList<CallEvent> live;
    for (const Json &call : calls) {
        const Result<QList<CallEvent>> facts = factsFrom(call, region);
        if (!facts)
            return tl::unexpected(facts.error());
        live.append(*facts);
    }
    return live;
}

} // namespace callcard::callstream
