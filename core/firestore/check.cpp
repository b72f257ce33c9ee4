#include "client.h"

#include <callcard/netfault.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

Result<QUrl> firestoreBase(const QString &emulatorHost)
{
    if (emulatorHost.isEmpty())
        return QUrl(u"https://firestore.googleapis.com"_s);
    const QUrl url(QString(u"http://"_s + emulatorHost));
    if (!url.isValid() || url.port() <= 0 || !isLoopbackHost(url.host()))
        return failure(ErrorKind::Refused, u"FIRESTORE_EMULATOR_HOST is honoured for loopback addresses only, as host:port"_s);
    return url;
}

QCoro::Task<ServiceCheck> checkFirestore(FirestoreContext context, std::stop_token stop)
{
    ServiceCheck check{.name = u"firestore"_s, .outcome = ServiceCheck::Outcome::Failed, .testServer = context.isEmulator};
    firestore::Client client(context);
    const firestore::Answer<QString> me = co_await client.whoAmI(stop);
    if (!me) {
        check.problem = me.error().error;
        co_return check;
    }
    const firestore::Query query{.collection = u"metrics"_s, .where = {{.field = u"userId"_s, .value = *me}}, .limit = 1};
    const firestore::Answer<QList<firestore::Document>> rows = co_await client.page(query, stop);
    if (!rows) {
        check.problem = rows.error().error;
        co_return check;
    }
    check.usersFound = 1;
    check.outcome = ServiceCheck::Outcome::Ok;
    co_return check;
}

} // namespace callcard
