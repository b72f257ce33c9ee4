#include <callcard/eventstream.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using callcard::EventStreamParser;
using callcard::ServerEvent;

namespace {

QList<ServerEvent> parse(QByteArrayView bytes, qsizetype piece, EventStreamParser &parser)
{
    QList<ServerEvent> events;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        events += parser.feed(bytes.sliced(at, std::min(piece, bytes.size() - at)));
        if (parser.held() > 3 * 1024) // line, event and type together
            std::abort();
    }
    return events;
}

} // namespace

/// However the bytes are cut, the events are the same, memory stays bounded, and no event is larger than it may be.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView bytes(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    const EventStreamParser::Limits limits{.line = 512, .event = 1024};
    EventStreamParser whole(limits);
    EventStreamParser cut(limits);
    const QList<ServerEvent> expected = parse(bytes, std::max<qsizetype>(bytes.size(), 1), whole);
    if (parse(bytes, 1 + data[0] % 17, cut) != expected || cut.lastEventId() != whole.lastEventId() || cut.retry() != whole.retry())
        std::abort();
    for (const ServerEvent &event : expected) {
        if (event.data.size() > limits.event || event.type.isEmpty() || event.id.contains('\0'))
            std::abort();
    }
    return 0;
}
