// Whatever a webhook's body holds, from any of the providers: it may tell a rep something or nothing, but never break a frame, the relay
// or what other calls said before.

#include <relay/callbook.h>
#include <relay/delivery.h>

#include <callcard/callstream.h>

#include <cstdint>
#include <cstdlib>

using namespace callcard;
using namespace callcard::relay;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

const QString &email()
{
    static const QString address = QStringLiteral("dana@example.com");
    return address;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static SystemClock clock;
    const QByteArray body(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QDateTime when(QDate(2026, 3, 4), QTime(17, 0), Qt::UTC);
    const QList<RelayUser> users{{.email = email(),
                                  .justcallAgentId = QStringLiteral("417000"),
                                  .ringcentralExtensionId = QStringLiteral("8100002004"),
                                  .numbers = {QStringLiteral("+12025550114")}}};
    CallBook book(users, QStringLiteral("US"), clock);
    quint64 sequence = 0;
    for (const Provider provider : {Provider::JustCall, Provider::RingCentral, Provider::Twilio, Provider::AiCall}) {
        for (const QString &rep : {QString(), email()}) {
            const Delivery delivery{.provider = provider, .sentAt = when, .rep = rep, .payload = body};
            const LogRecord record = recordOf(delivery, QString::number(sequence), when);
            require(deliveryOf(record)->payload == body);
            (void)book.take({.sequence = ++sequence, .record = record});
        }
    }
    quint64 last = 0;
    for (const StreamEvent &event : book.events(email())) {
        require(event.id > last);
        last = event.id;
        const QByteArray frame = QByteArray::fromStdString(*event.frame);
        require(frame.count('\n') == 4 && frame.endsWith("}\n\n"));
        const auto told = [&frame](const char *type) {
            const qsizetype from = frame.indexOf(QByteArray(QByteArray("\"") + type + "\":{"));
            return QByteArrayView(frame).sliced(from + 3 + qsizetype(qstrlen(type))).chopped(3);
        };
        if (frame.contains("\nevent: text\n"))
            require(textFromWire(told("text"), QStringLiteral("US")).has_value());
        else if (frame.contains("\nevent: recording\n"))
            (void)recordingFromWire(told("recording")); // its address is whatever somebody signed
        else
            require(callFromWire(told("call"), QStringLiteral("US")).has_value());
    }
    (void)book.activeCalls(email());
    book.prune();
    return 0;
}
