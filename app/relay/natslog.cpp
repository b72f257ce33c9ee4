#include "natslog.h"

#include <wire/wirejson.h>

#include <QLoggingCategory>

#include <nats/nats.h>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <limits>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace callcard::relay {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcNats, "callcard.relay.nats", QtInfoMsg)

constexpr std::size_t kMostPublishing = 20'000;
constexpr int kPublishers = 16;         // each waits for its own acknowledgement
constexpr std::int64_t kAckWait = 5000; // milliseconds
constexpr std::int64_t kConnectWait = 2000;
constexpr auto kLookEvery = 5s;
constexpr auto kKnowsItsName = "callcard-relay: places are told with the log's name"; // a stream's description
constexpr auto kRepeatsWithin = std::chrono::hours(2);                                // providers come again for a quarter of an hour

template <typename T, void (*destroy)(T *)>
struct Destroyer {
    void operator()(T *thing) const { destroy(thing); }
};
using Message = std::unique_ptr<natsMsg, Destroyer<natsMsg, natsMsg_Destroy>>;
using Subscription = std::unique_ptr<natsSubscription, Destroyer<natsSubscription, natsSubscription_Destroy>>;
using Connection = std::unique_ptr<natsConnection, Destroyer<natsConnection, natsConnection_Destroy>>;
using Context = std::unique_ptr<jsCtx, Destroyer<jsCtx, jsCtx_Destroy>>;
using Options = std::unique_ptr<natsOptions, Destroyer<natsOptions, natsOptions_Destroy>>;

std::int64_t nanoseconds(std::chrono::nanoseconds time)
{
    return time.count();
}

Error errorOf(natsStatus status, jsErrCode code = static_cast<jsErrCode>(0))
{
    const bool full = code == JSInsufficientResourcesErr || code == JSStorageResourcesExceededErr || code == JSStreamStoreFailedErr;
    const ErrorKind kind = full ? ErrorKind::Storage : status == NATS_TIMEOUT ? ErrorKind::TimedOut : ErrorKind::Offline;
    return {.kind = kind, .detail = u"NATS: %1 (%2)"_s.arg(QString::fromLatin1(natsStatus_GetText(status))).arg(int(code))};
}

QByteArray packed(const LogRecord &record)
{
    const wire::Json about{{"source", record.source.toStdString()},
                           {"receivedAt", record.receivedAt.toUTC().toString(Qt::ISODateWithMs).toStdString()}};
    return wire::dump(about) + '\n' + record.body;
}

std::optional<LoggedRecord> recordIn(natsMsg *message)
{
    jsMsgMetaData *about = nullptr;
    if (natsMsg_GetMetaData(&about, message) != NATS_OK)
        return std::nullopt;
    LoggedRecord logged{.sequence = about->Sequence.Stream};
    jsMsgMetaData_Destroy(about);
    const char *key = nullptr;
    natsMsgHeader_Get(message, "Nats-Msg-Id", &key);
    const QByteArray data(natsMsg_GetData(message), natsMsg_GetDataLength(message));
    const qsizetype end = data.indexOf('\n');
    const auto json = end < 0 ? failure(ErrorKind::BadPayload) : wire::parse(QByteArrayView(data).first(end), 4);
    if (json) // what somebody else put into the stream is a record that nobody can read
        logged.record = {.key = QString::fromUtf8(key),
                         .source = wire::text(*json, "source", 64),
                         .receivedAt = wire::instant(wire::text(*json, "receivedAt", 40)),
                         .body = data.sliced(end + 1)};
    return logged;
}

class NatsEventLog final : public EventLog
{
public:
    explicit NatsEventLog(const NatsAccess &access) : m_stream(access.stream.toUtf8()), m_subject(m_stream + ".events") {}

    ~NatsEventLog() override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ending = true;
        }
        m_wake.notify_all();
        for (std::thread &publisher : m_publishers)
            publisher.join();
        if (m_subscription)
            natsSubscription_Unsubscribe(m_subscription.get());
        m_subscription.reset();
        m_context.reset();
        if (m_connection)
            natsConnection_Close(m_connection.get());
        const std::lock_guard lock(m_calls); // a last message may still be told
    }

    [[nodiscard]] Result<> open(const NatsAccess &access, LogRetention retention)
    {
        natsOptions *rawOptions = nullptr;
        natsOptions_Create(&rawOptions);
        const Options options(rawOptions);
        const QList<QByteArray> urls = access.url.toUtf8().split(',');
        std::vector<const char *> servers;
        for (const QByteArray &url : urls)
            servers.push_back(url.constData());
        natsOptions_SetServers(rawOptions, servers.data(), static_cast<int>(servers.size()));
        natsOptions_SetMaxReconnect(rawOptions, -1);
        natsOptions_SetReconnectWait(rawOptions, 250);
        natsOptions_SetTimeout(rawOptions, kConnectWait);
        if (!access.credentialsFile.isEmpty())
            natsOptions_SetUserCredentialsFromFiles(rawOptions, access.credentialsFile.toLocal8Bit().constData(), nullptr);
        natsConnection *connection = nullptr;
        if (const natsStatus status = natsConnection_Connect(&connection, rawOptions); status != NATS_OK)
            return tl::unexpected(errorOf(status));
        m_connection.reset(connection);
        jsCtx *context = nullptr;
        if (const natsStatus status = natsConnection_JetStream(&context, connection, nullptr); status != NATS_OK)
            return tl::unexpected(errorOf(status));
        m_context.reset(context);
        if (const Result<> made = makeStream(access, retention); !made)
            return made;
        if (const Result<> looked = look(); !looked)
            return looked;
        m_lookedAt = std::chrono::steady_clock::now();
        for (int i = 0; i < kPublishers; ++i)
            m_publishers.emplace_back([this, i] { publish(i == 0); });
        return {};
    }

    void append(LogRecord record, Done done) override
    {
        std::unique_lock lock(m_mutex);
        if (m_waiting.size() >= kMostPublishing) {
            lock.unlock();
            done(failure(ErrorKind::RateLimited, u"too much is waiting for NATS"_s, 1s));
            return;
        }
        m_waiting.push_back({std::move(record), std::move(done)});
        lock.unlock();
        m_wake.notify_one();
    }

    void follow(Follower follower) override
    {
        const std::lock_guard calls(m_calls);
        m_follower = std::move(follower);
        m_past = figures().last;
        jsSubOptions options;
        jsSubOptions_Init(&options);
        options.Stream = m_stream.constData();
        options.Ordered = true; // no gaps and no repetitions, over breaks too
        natsSubscription *subscription = nullptr;
        jsErrCode code{};
        const natsStatus status =
            js_Subscribe(&subscription, m_context.get(), m_subject.constData(), onMessage, this, nullptr, &options, &code);
        if (status != NATS_OK) {
            m_follower->caughtUp(tl::unexpected(errorOf(status, code)));
            return;
        }
        m_subscription.reset(subscription);
        natsSubscription_SetPendingLimits(subscription, -1, -1);
        if (figures().records == 0)
            tellCaughtUp();
    }

    [[nodiscard]] LogFigures figures() const override
    {
        const std::lock_guard lock(m_mutex);
        LogFigures figures = m_figures;
        figures.waiting = m_waiting.size();
        return figures;
    }

    [[nodiscard]] LogIdentity identity() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_identity;
    }

private:
    struct Waiting {
        LogRecord record;
        Done done;
    };

    [[nodiscard]] Result<> makeStream(const NatsAccess &access, LogRetention retention)
    {
        const char *subjects[] = {m_subject.constData()};
        jsStreamConfig config;
        jsStreamConfig_Init(&config);
        config.Name = m_stream.constData();
        config.Description = kKnowsItsName;
        config.Subjects = subjects;
        config.SubjectsLen = 1;
        config.Storage = js_FileStorage;
        config.Replicas = access.replicas;
        config.MaxAge = nanoseconds(retention.age);
        config.MaxMsgs = static_cast<std::int64_t>(retention.records);
        config.Duplicates = nanoseconds(std::min<std::chrono::nanoseconds>(kRepeatsWithin, retention.age));
        jsErrCode code{};
        const natsStatus status = js_AddStream(nullptr, m_context.get(), &config, nullptr, &code);
        if (status != NATS_OK && code != JSStreamNameExistErr)
            return tl::unexpected(errorOf(status, code));
        return {};
    }

    [[nodiscard]] Result<> look()
    {
        jsStreamInfo *info = nullptr;
        jsErrCode code{};
        const natsStatus status = js_GetStreamInfo(&info, m_context.get(), m_stream.constData(), nullptr, &code);
        const std::lock_guard lock(m_mutex);
        if (status != NATS_OK) {
            m_isReplaced |= code == JSStreamNotFoundErr && !m_identity.name.isEmpty();
            m_figures.trouble = m_isReplaced ? replacedError() : errorOf(status, code);
            return tl::unexpected(*m_figures.trouble);
        }
        const std::unique_ptr<jsStreamInfo, Destroyer<jsStreamInfo, jsStreamInfo_Destroy>> owner(info);
        const LogIdentity identity = identityOf(*info);
        if (m_identity.name.isEmpty())
            m_identity = identity;
        if (m_isReplaced || identity.name != m_identity.name) {
            m_isReplaced = true;
            m_figures.trouble = replacedError();
            return tl::unexpected(*m_figures.trouble);
        }
        m_figures.records = info->State.Msgs;
        m_figures.first = info->State.Msgs == 0 ? 0 : info->State.FirstSeq;
        m_figures.last = std::max<quint64>(m_figures.last, info->State.LastSeq);
        m_figures.trouble.reset();
        return {};
    }

    /// A stream that was made anew counts from 1 again, and only the moment when it was made tells.
    [[nodiscard]] static LogIdentity identityOf(const jsStreamInfo &info)
    {
        const bool told = info.Config && info.Config->Description && QByteArrayView(info.Config->Description) == kKnowsItsName;
        return {.name = QByteArray::number(static_cast<quint64>(info.Created), 16),
                .namelessUntil = told ? 0 : std::numeric_limits<quint64>::max()};
    }

    [[nodiscard]] static Error replacedError()
    {
        return {.kind = ErrorKind::Storage, .detail = u"the stream was deleted or replaced by another one"_s};
    }

    void lookAgain()
    {
        m_lookedAt = std::chrono::steady_clock::now();
        const Result<> seen = look();
        if (seen) {
            const bool isEmpty = figures().records == 0; // what was there when we began to follow may have grown too old meanwhile
            const std::lock_guard calls(m_calls);
            if (m_follower && !m_caughtUp && isEmpty)
                tellCaughtUp();
            return;
        }
        qCWarning(lcNats) << "the stream cannot be seen:" << seen.error();
        const bool tells = isReplaced() && !std::exchange(m_toldReplaced, true);
        const std::lock_guard calls(m_calls);
        if (tells && m_follower && m_follower->replaced)
            m_follower->replaced();
    }

    void publish(bool looksToo)
    {
        while (true) {
            if (looksToo && std::chrono::steady_clock::now() - m_lookedAt >= kLookEvery) // however much there is to do
                lookAgain();
            std::unique_lock lock(m_mutex);
            const bool some = m_wake.wait_for(lock, kLookEvery, [this] { return m_ending || !m_waiting.empty(); });
            if (!some || m_waiting.empty()) {
                if (m_ending)
                    return;
                continue;
            }
            const Waiting waiting = std::move(m_waiting.front());
            m_waiting.pop_front();
            lock.unlock();
            const Result<LogPlace> place = publishOne(waiting.record);
            const std::lock_guard calls(m_calls);
            waiting.done(place);
        }
    }

    [[nodiscard]] Result<LogPlace> publishOne(const LogRecord &record)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_isReplaced)
                return tl::unexpected(replacedError());
            if (m_ending && m_figures.trouble) // nobody waits for a server that is not there
                return tl::unexpected(*m_figures.trouble);
        }
        const QByteArray data = packed(record);
        const QByteArray key = record.key.toUtf8();
        jsPubOptions options;
        jsPubOptions_Init(&options);
        options.MaxWait = kAckWait;
        options.MsgId = key.constData();
        jsPubAck *acknowledged = nullptr;
        jsErrCode code{};
        const natsStatus status = js_Publish(&acknowledged, m_context.get(), m_subject.constData(), data.constData(),
                                             static_cast<int>(data.size()), &options, &code);
        if (status != NATS_OK) {
            const Error error = errorOf(status, code);
            const std::lock_guard lock(m_mutex);
            m_figures.trouble = error;
            return tl::unexpected(error);
        }
        const LogPlace place{.sequence = acknowledged->Sequence, .repeated = acknowledged->Duplicate};
        jsPubAck_Destroy(acknowledged);
        const std::lock_guard lock(m_mutex);
        if (!m_isReplaced)
            m_figures.trouble.reset();
        ++m_figures.commits;
        m_figures.last = std::max(m_figures.last, place.sequence);
        return place;
    }

    static void onMessage(natsConnection *, natsSubscription *, natsMsg *message, void *closure)
    {
        static_cast<NatsEventLog *>(closure)->take(Message(message));
    }

    void take(const Message &message)
    {
        const std::optional<LoggedRecord> record = recordIn(message.get());
        const std::lock_guard calls(m_calls);
        if (!record || !m_follower || isReplaced())
            return;
        m_follower->records({*record});
        if (!m_caughtUp && record->sequence >= m_past)
            tellCaughtUp();
    }

    [[nodiscard]] bool isReplaced() const
    {
        const std::lock_guard lock(m_mutex);
        return m_isReplaced;
    }

    void tellCaughtUp()
    {
        m_caughtUp = true;
        m_follower->caughtUp(m_past);
    }

    const QByteArray m_stream;
    const QByteArray m_subject;
    Connection m_connection;
    Context m_context;
    Subscription m_subscription;
    std::vector<std::thread> m_publishers;
    std::chrono::steady_clock::time_point m_lookedAt; ///< Of the first publisher, as is the next.
    bool m_toldReplaced = false;

    std::mutex m_calls; // one function of others at a time
    std::optional<Follower> m_follower;
    quint64 m_past = 0;
    bool m_caughtUp = false;

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Waiting> m_waiting;
    LogFigures m_figures;
    LogIdentity m_identity;
    bool m_isReplaced = false;
    bool m_ending = false;
};

} // namespace

bool canUseNats()
{
    return true;
}

Result<std::unique_ptr<EventLog>> makeNatsEventLog(const NatsAccess &access, LogRetention retention)
{
    auto log = std::make_unique<NatsEventLog>(access);
    if (const Result<> opened = log->open(access, retention); !opened)
        return tl::unexpected(opened.error());
    return std::unique_ptr<EventLog>(std::move(log));
}

} // namespace callcard::relay
