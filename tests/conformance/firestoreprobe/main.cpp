// firestore_probe write|compare PATH, firestore_probe metrics: what Callcard writes and what it makes of what others wrote. Signs in with
// the variables that callcard-demo prints. Exit code 0 when all went well; a line on standard error says what did not.
#include <callcard/firebaseauth.h>
#include <callcard/metricsdelivery.h>

#include <client.h>
#include <documentname.h>

#include <QCoreApplication>
#include <QTemporaryDir>

#include <cmath>
#include <cstdio>

using namespace callcard;
using namespace callcard::firestore;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The same document as everyKind() of support/values.mjs, with our types.
Map everyKind(const QString &project)
{
    return {{u"nothing"_s, Value()},
            {u"yes"_s, true},
            {u"no"_s, false},
            {u"zero"_s, 0},
            {u"whole"_s, 42},
            {u"negative"_s, -7},
            {u"largest"_s, qint64(9'007'199'254'740'991)},
            {u"fraction"_s, 0.1},
            {u"tiny"_s, 5e-324},
            {u"notANumber"_s, std::nan("")},
            {u"infinite"_s, HUGE_VAL},
            {u"negativeInfinite"_s, -HUGE_VAL},
            {u"text"_s, u"Zoë \"quoted\" \\ back\nslash 👋"_s},
            {u"empty"_s, QString()},
            {u"instant"_s, Timestamp{1'700'000'000'123'456}},
            {u"beforeTheEpoch"_s, Timestamp{-1'000}},
            {u"place"_s, GeoPoint{47.5, 19.04}},
            {u"nowhere"_s, GeoPoint{}},
            {u"raw"_s, QByteArray("\0\1\2\372\377", 5)},
            {u"friend"_s, Reference{documentName(project, u"users/u1"_s)}},
            {u"list"_s, List{1, u"two"_s, Map{{u"three"_s, 3}}, Value()}},
            {u"emptyList"_s, List()},
            {u"map"_s, Map{{u"calls"_s, 3}, {u"deeper"_s, Map{{u"deepest"_s, List{true}}}}}},
            {u"emptyMap"_s, Map()},
            {u"with space"_s, 1},
            {u"dotted.name"_s, 2},
            {u"`ticked`"_s, 3},
            {u"ünïcode"_s, 4}};
}

bool isSame(const Value &a, const Value &b)
{
    const double *x = a.as<double>();
    const double *y = b.as<double>();
    return a == b || (x != nullptr && y != nullptr && std::isnan(*x) && std::isnan(*y));
}

int complain(const QString &why)
{
    std::fprintf(stderr, "firestore_probe: %s\n", qPrintable(why));
    return 1;
}

int write(Client &client, const QString &path)
{
    const QList<Write> writes{{.path = path, .fields = everyKind(client.projectId())}};
    const auto done = QCoro::waitFor(client.commit(writes, {}));
    return done ? 0 : complain(done.error().error.detail);
}

int compare(Client &client, const QString &path)
{
    const auto document = QCoro::waitFor(client.get(path, {}));
    if (!document)
        return complain(document.error().error.detail);
    const Map expected = everyKind(client.projectId());
    QStringList different;
    for (const auto &[name, value] : expected) {
        if (!isSame(value, field(document->fields, name)) || !document->fields.contains(name))
            different.append(name);
    }
    for (const auto &[name, value] : document->fields) {
        if (!expected.contains(name))
            different.append(name);
    }
    return different.isEmpty() ? 0 : complain(u"different: "_s + different.join(u", "_s));
}

/// One day through the delivery, as the outbox hands it over.
int metrics(const FirestoreContext &context, Client &client)
{
    const auto me = QCoro::waitFor(client.whoAmI({}));
    if (!me)
        return complain(me.error().error.detail);
    const QTemporaryDir folder;
    const auto outbox = Outbox::open(folder.filePath(u"outbox.db"_s), context.clock);
    if (!outbox)
        return complain(outbox.error().detail);
    const DailyMetrics figures{.day = QDate(2026, 10, 1),
                               .source = u"ringcentral"_s,
                               .calls = 42,
                               .inbound = 20,
                               .outbound = 22,
                               .connected = 30,
                               .missed = 5,
                               .voicemail = 2,
                               .talkTime = std::chrono::seconds(5371),
                               .totalTime = std::chrono::seconds(5400),
                               .textsSent = 7,
                               .textsReceived = 3,
                               .timeZone = u"America/Denver"_s,
                               .callIdsDigest = u"0123abcd"_s};
    const MetricsIdentity identity{.user = UserId(*me), .client = u"callcard/1.2.3"_s};
    QList<OutboxEntry> entries;
    for (const OutboxItem &item : metricItems(figures, identity))
        entries.append({.key = item.key, .payload = item.payload, .id = entries.size() + 1});
    const auto delivery = makeMetricsDelivery(context, **outbox);
    for (const Result<> &result : QCoro::waitFor(delivery->deliver(entries, {}))) {
        if (!result)
            return complain(result.error().detail);
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    SystemClock clock;
    TrafficLedger traffic;
    HttpClient http(clock, traffic);
    auto app = withAuthEmulator({.apiKey = qEnvironmentVariable("FIREBASE_API_KEY")}, qEnvironmentVariable("FIREBASE_AUTH_EMULATOR_HOST"));
    const auto base = firestoreBase(qEnvironmentVariable("FIRESTORE_EMULATOR_HOST"));
    if (!app || !base)
        return complain(u"the variables of callcard-demo are missing"_s);
    app->email = qEnvironmentVariable("CALLCARD_USER_EMAIL");
    app->password = Secret(qEnvironmentVariable("CALLCARD_FIREBASE_PASSWORD"));
    FirebaseAuth auth(*std::move(app), sendDirectly(http), clock);
    MemorySecrets secrets;
    TokenKeeper tokens(auth, secrets, u"firebase-session"_s, clock, firebaseTokenPolicy());
    const FirestoreContext context{.base = *base,
                                   .projectId = qEnvironmentVariable("FIREBASE_PROJECT_ID"),
                                   .isEmulator = true,
                                   .http = http,
                                   .tokens = tokens,
                                   .clock = clock};
    Client client(context);
    const QString verb = arguments.value(1);
    if (verb == u"write"_s)
        return write(client, arguments.value(2));
    if (verb == u"compare"_s)
        return compare(client, arguments.value(2));
    if (verb == u"metrics"_s)
        return metrics(context, client);
    return complain(u"write PATH, compare PATH or metrics"_s);
}
