#include <callcard/eventstream.h>

#include <algorithm>

namespace callcard {

using namespace std::chrono_literals;

EventStreamParser::EventStreamParser(Limits limits) : m_limits(limits) {}

EventStreamParser::EventStreamParser() : EventStreamParser(Limits{}) {}

QList<ServerEvent> EventStreamParser::feed(QByteArrayView bytes)
{
    static constexpr char kBom[] = "\xEF\xBB\xBF";
    QList<ServerEvent> events;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (m_bomBytes >= 0) {
            if (m_bomBytes < 3 && c == kBom[m_bomBytes]) {
                ++m_bomBytes;
                continue;
            }
            if (m_bomBytes < 3) // it only looked like one: the bytes belong to the first line
                m_line.append(kBom, m_bomBytes);
            m_bomBytes = -1;
        }
        if (c == '\n' && std::exchange(m_lastWasCr, false))
            continue; // the second half of CRLF
        m_lastWasCr = c == '\r';
        if (c == '\n' || c == '\r') {
            takeLine(events);
            continue;
        }
        // A run of ordinary bytes at once: most bytes of a stream are such.
        const auto end = std::find_if(bytes.begin() + i, bytes.end(), [](char next) { return next == '\n' || next == '\r'; });
        const QByteArrayView run = bytes.sliced(i, end - (bytes.begin() + i));
        if (!m_skipLine && m_line.size() + run.size() > m_limits.line) {
            m_skipLine = true;
            m_line = {};
        }
        if (!m_skipLine)
            m_line.append(run);
        i += run.size() - 1;
    }
    return events;
}

void EventStreamParser::takeLine(QList<ServerEvent> &events)
{
    const QByteArray line = std::exchange(m_line, {});
    if (std::exchange(m_skipLine, false)) {
        m_skipEvent = true; // half an event is worse than none
        return;
    }
    if (line.isEmpty()) {
        dispatch(events);
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon == 0)
        return; // a comment, mostly a heartbeat
    if (colon < 0) {
        takeField(line, {});
        return;
    }
    QByteArrayView value = QByteArrayView(line).sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    takeField(QByteArrayView(line).first(colon), value);
}

void EventStreamParser::takeField(QByteArrayView name, QByteArrayView value)
{
    if (name == "data") {
        if (m_data.size() + value.size() + 1 > m_limits.event) {
            m_skipEvent = true;
            m_data = {};
        }
        if (!m_skipEvent)
            m_data.append(value).append('\n');
    } else if (name == "event") {
        m_type = value.toByteArray();
    } else if (name == "id") {
        if (!value.contains('\0'))
            m_id = value.toByteArray();
    } else if (name == "retry") {
        const bool digits = !value.isEmpty() && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
        bool fits = false;
        const qint64 wanted = value.toByteArray().toLongLong(&fits);
        if (digits)
            m_retry = fits ? std::min<std::chrono::milliseconds>(std::chrono::milliseconds(wanted), 1h) : 1h;
    }
}

void EventStreamParser::dispatch(QList<ServerEvent> &events)
{
    QByteArray data = std::exchange(m_data, {});
    QByteArray type = std::exchange(m_type, {});
    if (std::exchange(m_skipEvent, false)) {
        ++m_skipped;
        m_id = m_dispatchedId; // not ours: resuming behind it would lose it for good
        return;
    }
    m_dispatchedId = m_id;
    if (data.isEmpty())
        return;
    data.chop(1);
    events.append({.id = m_id, .type = type.isEmpty() ? QByteArray("message") : type, .data = data});
}

} // namespace callcard
