// What a relay, or who says to be one, may put on the stream: bytes to events to calls. Nothing of it may crash or hang, and what is
// taken for a call or a text can be told on without becoming another.

#include <streamwire.h>

#include <callcard/calltracker.h>

#include <QLoggingCategory>

#include <cstdint>
#include <cstdlib>

using namespace callcard;
using namespace callcard::callstream;
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

/// Half a character at the bound of a text is no character any more once it was written.
QString asWritten(const QString &text)
{
    return QString::fromUtf8(text.toUtf8());
}

void requireSound(const QList<CallEvent> &facts)
{
    require(!facts.isEmpty() && facts.size() <= 3);
    for (const CallEvent &fact : facts) {
        require(!fact.sessionId.isEmpty() && fact.sessionId == facts.first().sessionId && fact.source == "callstream"_L1);
        require(fact.time.isValid() && fact.direction == facts.first().direction);
        require(!fact.withheld || fact.direction == CallDirection::Inbound);
        require(&fact == &facts.first() || (fact.state != LegState::Ended && !fact.settled)); // what was before ends nothing
        require(fact.state == LegState::Ended || (!fact.talkTime && fact.reason == EndReason::None));
    }
}

void requireToldOn(const Call &call)
{
    require(!call.withheld || !call.remote.number);
    const QDateTime when(QDate(2026, 3, 4), QTime(17, 0), Qt::UTC);
    const QByteArray json = callToWire(call, when);
    require(!json.contains('\n'));
    const Result<QList<CallEvent>> facts = callFromWire(json, region());
    require(facts.has_value());
    requireSound(*facts);
    const CallEvent &news = facts->first();
    require(news.sessionId == asWritten(call.sessionId) && news.direction == call.direction && news.withheld == call.withheld);
    require(call.withheld || news.remote.number == call.remote.number);
    require((news.state == LegState::Ended) == !call.isLive());
    require(call.isLive() || call.reason == news.reason);
}

void requireToldOn(const Message &text)
{
    const QByteArray json = textToWire(text);
    const Result<Message> again = textFromWire(json, region());
    require(!json.contains('\n') && again && textToWire(*again) == json);
    require(again->sentAt == text.sentAt && again->direction == text.direction && again->deleted == text.deleted);
    require(again->remote.number == text.remote.number && again->local.number == text.local.number);
}

void requireToldOn(const CallRecording &recording)
{
    const QByteArray json = recordingToWire(recording);
    const Result<CallRecording> again = recordingFromWire(json);
    require(!json.contains('\n') && again && recordingToWire(*again) == json && again->length == recording.length);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    static SystemClock clock;
    static const bool isQuiet = [] {
        QLoggingCategory::setFilterRules(u"*=false"_s); // of every unknown word there is a line
        return true;
    }();
    Q_UNUSED(isQuiet)
    CallTracker calls(clock);
    QObject::connect(&calls, &CallTracker::callChanged, &calls, [](const Call &call) { requireToldOn(call); });
    EventStreamParser parser;
    for (const ServerEvent &event : parser.feed(bytes)) {
        const Result<StreamNews> news = newsFrom(event, region());
        if (!news)
            continue;
        require((news->kind == StreamNews::Kind::Call) == !news->facts.isEmpty());
        require((news->kind == StreamNews::Kind::Text) == news->text.has_value());
        require((news->kind == StreamNews::Kind::Recording) == news->recording.has_value());
        if (news->kind == StreamNews::Kind::Call)
            requireSound(news->facts);
        for (const CallEvent &fact : news->facts)
            calls.onEvent(fact);
        if (news->text)
            requireToldOn(*news->text);
        if (news->recording)
            requireToldOn(*news->recording);
    }
    if (const Result<QList<CallEvent>> live = liveCallsFrom(bytes, region()))
        calls.onSnapshot(u"callstream"_s, clock.now(), *live);
    return 0;
}
