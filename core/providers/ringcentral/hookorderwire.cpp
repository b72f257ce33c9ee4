#include "restwire.h"

#include <callcard/ringcentralsubscribing.h>

#include <QUrl>

namespace callcard::ringcentral {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWeek = 604'800; // the usual life; longer ones outlive their makers
constexpr std::size_t kMostListed = 500;

QString subscriptionPath(const QString &id)
{
    return u"/restapi/v1.0/subscription/"_s + QString::fromLatin1(QUrl::toPercentEncoding(id));
}

Json orderBody(const HookOrder &order)
{
    Json filters = Json::array();
    for (const QString &extension : order.extensions)
        filters.push_back("/restapi/v1.0/account/~/extension/" + extension.toStdString() + "/telephony/sessions");
    return {{"eventFilters", filters},
            {"deliveryMode",
             {{"transportType", "WebHook"},
              {"address", order.address.toStdString()},
              {"verificationToken", order.verificationToken.revealText().toStdString()}}},
            {"expiresIn", kWeek}};
}

Result<HookSubscription> subscriptionFrom(const Json &json, const QDateTime &now)
{
    HookSubscription subscription{.id = wire::text(json, "id", 128), .expiresAt = wire::instant(wire::text(json, "expirationTime", 40))};
    if (subscription.id.isEmpty())
        return failure(ErrorKind::BadPayload, u"a subscription without an id"_s);
    if (!subscription.expiresAt.isValid())
        subscription.expiresAt = now.addSecs(wire::integer(json, "expiresIn").value_or(kWeek));
    return subscription;
}

HttpRequest orderRequest(const RingCentralContext &context, const HookOrder &order, HttpMethod method, const QString &path)
{
    HttpRequest request = HttpRequest::postJson(serverUrl(context, path), wire::dump(orderBody(order)));
    request.method = method;
    return request;
}

QCoro::Task<Result<std::optional<HookSubscription>>> renew(RingCentralContext context, HookOrder order, QString id, std::stop_token stop)
{
    HttpRequest request = orderRequest(context, order, HttpMethod::Put, subscriptionPath(id));
    const Result<RestAnswer> answer = co_await ask(context, u"Medium"_s, std::move(request), stop);
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (answer->isGone())
        co_return std::optional<HookSubscription>();
    if (!answer->isSuccess())
        co_return tl::unexpected(answer->error());
    const Result<HookSubscription> renewed = subscriptionFrom(answer->json, context.clock.now());
    if (!renewed)
        co_return tl::unexpected(renewed.error());
    if (wire::text(answer->json, "status", 32).compare("Active"_L1, Qt::CaseInsensitive) == 0)
        co_return std::optional(*renewed);
    HttpRequest removal{.method = HttpMethod::Delete, .url = serverUrl(context, subscriptionPath(id))};
    const Result<Json> removed = co_await askRest(context, u"Medium"_s, std::move(removal), stop);
    if (!removed)
        co_return tl::unexpected(removed.error());
    co_return std::optional<HookSubscription>();
}

/// Those that an earlier life of ours left at that address.
QCoro::Task<Result<QStringList>> leftBehind(RingCentralContext context, QString address, std::stop_token stop)
{
    HttpRequest request = HttpRequest::get(serverUrl(context, u"/restapi/v1.0/subscription"_s));
    const Result<Json> list = co_await askRest(context, u"Light"_s, std::move(request), stop);
    if (!list)
        co_return tl::unexpected(list.error());
    QStringList ids;
    const Json &records = wire::array(*list, "records");
    for (std::size_t i = 0; i < std::min(records.size(), kMostListed); ++i) {
        const QString id = wire::text(records[i], "id", 128);
        if (!id.isEmpty() && wire::text(wire::member(records[i], "deliveryMode"), "address", 2048) == address)
            ids.append(id);
    }
    co_return ids;
}

} // namespace

QCoro::Task<Result<HookSubscription>> subscribeHook(RingCentralContext context, HookOrder order, QString known, std::stop_token stop)
{
    QStringList candidates{known};
    if (known.isEmpty()) {
        const Result<QStringList> found = co_await leftBehind(context, order.address, stop);
        if (!found)
            co_return tl::unexpected(found.error());
        candidates = *found;
    }
    for (const QString &id : std::as_const(candidates)) {
        const Result<std::optional<HookSubscription>> renewed = co_await renew(context, order, id, stop);
        if (!renewed)
            co_return tl::unexpected(renewed.error());
        if (*renewed)
            co_return **renewed;
    }
    HttpRequest request = orderRequest(context, order, HttpMethod::Post, u"/restapi/v1.0/subscription"_s);
    const Result<Json> made = co_await askRest(context, u"Medium"_s, std::move(request), stop);
    if (!made)
        co_return tl::unexpected(made.error());
    co_return subscriptionFrom(*made, context.clock.now());
}

} // namespace callcard::ringcentral
