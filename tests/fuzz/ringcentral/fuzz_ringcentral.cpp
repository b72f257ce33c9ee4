// What a socket or a webhook can bring, into the tracker: nothing of it may crash, hang or make a number of a short word.

#include <accountwire.h>
#include <gatewaywire.h>
#include <ringoutwire.h>
#include <wire.h>
#include <wire/wirejson.h>

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace callcard;
    const ringcentral::Self self{.extensionId = QStringLiteral("8100002004"), .region = QStringLiteral("US")};
    const QByteArrayView body(data, static_cast<qsizetype>(size));
    if (const auto notification = ringcentral::eventsFromWebhook(body, self)) {
        for (const CallEvent &event : notification->events) {
            if (event.withheld && event.remote.number)
                std::abort();
        }
    }
    if (const auto frame = ringcentral::frameFrom(QString::fromUtf8(body))) {
        (void)ringcentral::detailsFrom(frame->body);
        (void)ringcentral::notificationFrom(frame->body, self);
        (void)ringcentral::subscribedFrom(frame->body);
    }
    if (const auto json = wire::parse(body)) {
        (void)ringcentral::logPageFrom(*json, self);
        (void)ringcentral::eventsFromSession(*json, self, QDateTime::currentDateTimeUtc());
        (void)ringcentral::myPartyIn(*json, self);
        (void)ringcentral::eventsFromPresence(*json, self, QDateTime::currentDateTimeUtc());
        (void)ringcentral::selfFrom(*json);
        (void)ringcentral::ticketFrom(*json);
        (void)ringcentral::ringOutFrom(*json);
        (void)ringcentral::numbersFrom(*json);
        (void)ringcentral::agentsFrom(*json);
        (void)ringcentral::textsFrom(*json, self);
    }
    (void)ringcentral::errorFrom(400, body, std::nullopt);
    return 0;
}
