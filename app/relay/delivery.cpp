#include "delivery.h"

#include <wire/wirejson.h>

namespace callcard::relay {

using namespace Qt::Literals::StringLiterals;

QString providerName(Provider provider)
{
    switch (provider) {
    case Provider::JustCall:
        return u"justcall"_s;
    case Provider::RingCentral:
        return u"ringcentral"_s;
    case Provider::Twilio:
        return u"twilio"_s;
    case Provider::AiCall:
        return u"aicall"_s;
    }
    Q_UNREACHABLE();
}

LogRecord recordOf(const Delivery &delivery, const QString &key, const QDateTime &receivedAt)
{
    wire::Json about = wire::Json::object();
    if (delivery.sentAt.isValid())
        about["sentAt"] = delivery.sentAt.toUTC().toString(Qt::ISODateWithMs).toStdString();
    if (!delivery.rep.isEmpty())
        about["rep"] = delivery.rep.toStdString();
    const QString name = providerName(delivery.provider);
    return {.key = name + u':' + key, .source = name, .receivedAt = receivedAt, .body = wire::dump(about) + '\n' + delivery.payload};
}

std::optional<Delivery> deliveryOf(const LogRecord &record)
{
    const qsizetype end = record.body.indexOf('\n');
    for (const Provider provider : {Provider::JustCall, Provider::RingCentral, Provider::Twilio, Provider::AiCall}) {
        if (end < 0 || record.source != providerName(provider))
            continue;
        const Result<wire::Json> about = wire::parse(QByteArrayView(record.body).first(end), 4);
        if (!about)
            return std::nullopt;
        return Delivery{.provider = provider,
                        .sentAt = wire::instant(wire::text(*about, "sentAt", 40)),
                        .rep = wire::text(*about, "rep", 320),
                        .payload = record.body.sliced(end + 1)};
    }
    return std::nullopt;
}

} // namespace callcard::relay
