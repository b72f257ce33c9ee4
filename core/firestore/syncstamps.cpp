#include "client.h"

#include <callcard/syncstamps.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace firestore;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds kClockSkew = 5min;

} // namespace

QCoro::Task<Result<QDateTime>> readLastSync(FirestoreContext context, UserId user, std::stop_token stop)
{
    Client client(context);
    const Answer<Document> settings = co_await client.get(QString(u"settings/"_s + user.text()), stop);
    if (!settings && (settings.error().refusal == Refusal::Denied || settings.error().refusal == Refusal::Missing))
        co_return QDateTime();
    if (!settings)
        co_return tl::unexpected(settings.error().error);
    // Our own account alone: the older applications stamp their fields even when every request failed.
    const Map *account = field(settings->fields, u"lastCompanionSync"_s).as<Map>();
    if (account == nullptr)
        co_return QDateTime();
    const bool *ok = field(*account, u"ok"_s).as<bool>();
    const QDateTime at = instantIn(field(*account, u"at"_s));
    // It was written by a computer's clock, which may be wrong.
    const bool isPast = at.isValid() && at <= client.clock().now().addSecs(kClockSkew.count());
    co_return ok != nullptr &&*ok &&isPast ? at : QDateTime();
}

} // namespace callcard
