#include "hub.h"

#include <wire/wirejson.h>

#include <algorithm>

namespace callcard::relay {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t kEnoughQueued = 64 * 1024;
constexpr auto kSlowAgain = 50ms;
constexpr int kBeats = 16; // every reader has one of so many beats: five thousand at once would be a drum
constexpr auto kComeBackWithin = 4s;

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

Hub::Hub(serving::ServingThread &thread, const CallBook &book, const Clock &clock, std::chrono::milliseconds heartbeat, bool placesCalls)
    : m_thread(thread), m_book(book), m_clock(clock), m_heartbeat(heartbeat), m_placesCalls(placesCalls)
{
}

Hub::~Hub() = default;

void Hub::start()
{
    m_beatTimer = m_thread.after(std::max(m_heartbeat / kBeats, 1ms), [this] { beat(); });
}

void Hub::open(const std::shared_ptr<serving::Exchange> &exchange, const QString &email, const QByteArray &tokenHash)
{
    const QByteArray resume = QByteArray::fromStdString(std::string(exchange->request().header("Last-Event-ID"))).trimmed();
    const bool resumes = !resume.isEmpty();
    const std::optional<quint64> seen = m_book.placeOf(resume);
    const bool isOurs = seen && *seen <= m_book.position();

    Reader reader{.email = email, .tokenHash = tokenHash};
    // A newcomer begins now; the snapshot tells how it came to this. Who comes from another log has seen nothing of this one.
    if (resumes)
        reader.sent = std::max(isOurs ? *seen : 0, m_book.oldest(email));
    else
        reader.sent = m_book.position();
    reader.beat = int(m_last % kBeats);
    reader.stream =
        exchange->stream(200, {{"Content-Type", "text/event-stream"}, {"Cache-Control", "no-store"}, {"X-Accel-Buffering", "no"}});
    wire::Json hello{{"type", "connected"}, {"user", email.toStdString()}};
    if (m_placesCalls)
        hello["ai_calls"] = true; // what POST /api/ai-calls is for
    if (resumes)
        hello["continuous"] = isOurs && m_book.reachesBack(email, *seen);
    if (resumes && !seen)
        hello["reason"] = "another log";
    // The position, so that even a reader who never got an event can go on from here.
    const QByteArray greeting =
        "retry: 2000\nid: " + m_book.idText(reader.sent) + "\nevent: connected\ndata: " + wire::dump(hello) + "\n\n";
    if (!reader.stream->send(viewOf(greeting)))
        return;
    const ReaderId id = ++m_last;
    reader.stream->onClosed([this, id] { onClosed(id); });
    m_perRep[email].append(id);
    ++m_perToken[tokenHash];
    Reader &kept = m_readers.emplace(id, std::move(reader)).first->second;
    if (!catchUp(kept))
        m_slow.append(id);
    if (!m_slow.isEmpty() && !m_slowTimer)
        m_slowTimer = m_thread.after(kSlowAgain, [this] { pushSlow(); });
}

void Hub::onClosed(ReaderId id)
{
    const auto found = m_readers.find(id);
    if (found == m_readers.end())
        return;
    QList<ReaderId> &ofRep = m_perRep[found->second.email];
    ofRep.removeOne(id);
    if (ofRep.isEmpty())
        m_perRep.remove(found->second.email);
    if (--m_perToken[found->second.tokenHash] <= 0)
        m_perToken.remove(found->second.tokenHash);
    m_slow.removeOne(id);
    m_readers.erase(found);
}

bool Hub::catchUp(Reader &reader)
{
    const std::deque<StreamEvent> &events = m_book.events(reader.email);
    auto next =
        std::upper_bound(events.begin(), events.end(), reader.sent, [](quint64 sent, const StreamEvent &event) { return sent < event.id; });
    if (!m_book.reachesBack(reader.email, reader.sent)) {
        // So slow that what came next is forgotten: better to know than to miss it.
        reader.stream->send("event: error\ndata: {\"type\":\"error\",\"error\":\"events were lost\"}\n\n");
        reader.sent = m_book.oldest(reader.email);
    }
    for (; next != events.end(); ++next) {
        if (reader.stream->queuedBytes() >= kEnoughQueued)
            return false;
        if (!reader.stream->send(*next->frame))
            return true; // gone; onClosed() follows
        reader.sent = next->id;
    }
    return true;
}

void Hub::publish(const QStringList &emails)
{
    for (const QString &email : emails) {
        const QList<ReaderId> ids = m_perRep.value(email);
        for (const ReaderId id : ids) {
            const auto found = m_readers.find(id);
            if (found != m_readers.end() && !catchUp(found->second) && !m_slow.contains(id))
                m_slow.append(id);
        }
    }
    if (!m_slow.isEmpty() && !m_slowTimer)
        m_slowTimer = m_thread.after(kSlowAgain, [this] { pushSlow(); });
}

void Hub::pushSlow()
{
    m_slowTimer.reset();
    const QList<ReaderId> slow = std::exchange(m_slow, {});
    for (const ReaderId id : slow) {
        const auto found = m_readers.find(id);
        if (found != m_readers.end() && !catchUp(found->second))
            m_slow.append(id);
    }
    if (!m_slow.isEmpty())
        m_slowTimer = m_thread.after(kSlowAgain, [this] { pushSlow(); });
}

void Hub::beat()
{
    m_beatTimer = m_thread.after(std::max(m_heartbeat / kBeats, 1ms), [this] { beat(); });
    m_beat = (m_beat + 1) % kBeats;
    const QByteArray about = "\nevent: heartbeat\ndata: {\"type\":\"heartbeat\",\"timestamp\":\"" +
                             m_clock.now().toUTC().toString(Qt::ISODateWithMs).toLatin1() + "\"}\n\n";
    const QByteArray frame = "id: " + m_book.idText(m_book.position()) + about;
    for (auto &[id, reader] : m_readers) {
        if (reader.beat != m_beat || reader.stream->queuedBytes() > 0 || m_slow.contains(id))
            continue; // who is still reading has signs of life enough
        if (reader.stream->send(viewOf(frame)))
            reader.sent = std::max(reader.sent, m_book.position());
    }
}

void Hub::keepOnly(const std::function<bool(const QByteArray &)> &isValid)
{
    for (auto &[id, reader] : m_readers) {
        if (!isValid(reader.tokenHash))
            reader.stream->finish();
    }
}

void Hub::sayGoodbye()
{
    m_beatTimer.reset();
    m_slowTimer.reset();
    for (auto &[id, reader] : m_readers) {
        const auto pause = 500ms + m_spread.spread(kComeBackWithin);
        reader.stream->send("retry: " + std::to_string(pause.count()) + "\n\n");
        reader.stream->finish();
    }
}

} // namespace callcard::relay
