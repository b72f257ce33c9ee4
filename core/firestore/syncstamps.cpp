#include "client.h"

#include <callcard/syncstamps.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace firestore;

QCoro::Task<Result<QDateTime>> readLastSync(FirestoreContext context, UserId user, std::stop_token stop)
{
    Client client(context);
    const Answer<Document> settings = co_await client.get(QString(u"settings/"_s + user.text()), stop);
    if (!settings && (settings.error().refusal == Refusal::Denied || settings.error().refusal == Refusal::Missing))
        co_return QDateTime();
    if (!settings)
        co_return tl::unexpected(settings.error().error);
    QDateTime last;
    // The CRM's own stamp, lastSyncAt, says nothing of calls.
    for (const QString &name : {u"lastJustCallSyncAt"_s, u"lastRingCentralSyncAt"_s}) {
        const QDateTime stamp = instantIn(field(settings->fields, name));
        if (stamp.isValid() && (!last.isValid() || stamp > last))
            last = stamp;
    }
    co_return last;
}

} // namespace callcard
