#include <callcard/eventstream.h>

#include "alarm.h"
#include "httpclient_p.h"
#include "sleepwatch.h"

#include <QLoggingCategory>
#include <QPointer>
#include <QSslError>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(lcStream, "callcard.net.stream", QtInfoMsg)
}

class EventStream::Private
{
public:
    Private(EventStream &stream, HttpClient &httpClient, Options wanted)
        : q(stream)
        , client(httpClient.privately())
        , options(wanted)
        , parser(wanted.limits)
        , alarm(client.clock, [this] { onAlarm(); })
        , sleep(client.clock, [this](std::chrono::milliseconds slept) {
            // Some seconds of sleep hurt no connection, but what lies on the wire is read before anybody can tell: hang up anyhow.
            end(networkError(NetworkFault::SleptThrough, QString::number(slept.count() / 1000) + u" s"_s));
        })
    {
    }
    void drop();
    void end(const Error &error);
    void onAlarm();
    [[nodiscard]] Error refusal() const;
    void onHeaders();
    void onReadyRead();
    void onFinished();

    EventStream &q;
    HttpClient::Private &client;
    Options options;
    EventStreamParser parser;
    QPointer<QNetworkReply> reply; // goes back by retire()
    State state = State::Closed;
    quint64 generation = 0; // a closing that was announced for an earlier connection must not reach the next
    bool certificateDate = false;
    Alarm alarm;
    SleepWatch sleep;
};

EventStream::EventStream(HttpClient &client, Options options, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, client, options))
{
}

EventStream::~EventStream()
{
    d->drop();
}

void EventStream::open(HttpRequest request, QByteArray lastEventId)
{
    close();
    d->parser = EventStreamParser(d->options.limits);
    d->parser.setLastEventId(lastEventId);
    d->certificateDate = false;
    d->state = State::Connecting;
    if (const Result<> allowed = checkedAddress(request.url); !allowed) {
        d->end(allowed.error());
        return;
    }
    request.repeatable = true;
    request.headers.set("Accept", "text/event-stream");
    if (!lastEventId.isEmpty())
        request.headers.set("Last-Event-ID", lastEventId);
    d->reply = d->client.start(request);
    d->reply->setReadBufferSize(64 * 1024); // a flood waits in the kernel, not in our memory
    connect(d->reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { d->certificateDate = isAboutDates(errors); });
    connect(d->reply, &QNetworkReply::metaDataChanged, this, [this] { d->onHeaders(); });
    connect(d->reply, &QNetworkReply::readyRead, this, [this] { d->onReadyRead(); });
    connect(d->reply, &QNetworkReply::finished, this, [this] { d->onFinished(); });
    d->alarm.start(d->options.connectWithin);
    d->sleep.start();
}

void EventStream::close()
{
    d->drop();
    d->state = State::Closed;
}

EventStream::State EventStream::state() const
{
    return d->state;
}

QByteArray EventStream::lastEventId() const
{
    return d->parser.lastEventId();
}

std::optional<std::chrono::milliseconds> EventStream::retry() const
{
    return d->parser.retry();
}

int EventStream::skipped() const
{
    return d->parser.skipped();
}

void EventStream::Private::drop()
{
    ++generation;
    alarm.stop();
    sleep.stop();
    if (!reply)
        return;
    reply->disconnect(&q);
    client.retire(reply);
    reply.clear();
}

// The signal leaves in a turn of its own: the owner may delete us in it, and must not do so inside the reply's signals.
void EventStream::Private::end(const Error &error)
{
    drop();
    state = State::Closed;
    qCDebug(lcStream) << "stream ended:" << error;
    QMetaObject::invokeMethod(
        &q,
        [this, error, ours = generation] {
            if (ours == generation)
                Q_EMIT
            q.closed(error);
        },
        Qt::QueuedConnection);
}

void EventStream::Private::onAlarm()
{
    end(networkError(NetworkFault::TimedOut, state == State::Open ? u"the stream fell silent"_s : u"no stream in time"_s));
}

void EventStream::Private::onHeaders()
{
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status < 200 || state == State::Open)
        return;
    if (status != 200) {
        end(refusal()); // whatever page comes with it is not read: it may have no end
        return;
    }
    const QByteArray type = reply->rawHeader("Content-Type").trimmed().toLower();
    if (!type.startsWith("text/event-stream")) {
        end(type.startsWith("text/html") ? networkError(NetworkFault::CaptivePortal, u"a web page instead of a stream"_s)
                                         : Error{.kind = ErrorKind::BadPayload, .detail = u"not an event stream"_s});
        return;
    }
    state = State::Open;
    alarm.start(options.silence);
    Q_EMIT
    q.opened();
}

Error EventStream::Private::refusal() const
{
    const HttpAnswer answer{
        .status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), .headers = headersOf(*reply), .url = reply->url()};
    if (answer.status == 204)
        return {.kind = ErrorKind::Refused, .detail = u"the server wants no listeners"_s};
    const Result<> meaning = meaningOf(answer, client.clock.now());
    return meaning ? Error{.kind = ErrorKind::BadPayload, .detail = u"an unexpected status"_s} : meaning.error();
}

void EventStream::Private::onReadyRead()
{
    if (state != State::Open)
        return;
    alarm.touch();
    const QByteArray bytes = reply->readAll();
    client.traffic.received(reply->url().host(), bytes.size());
    const QPointer<EventStream> alive(&q);
    const quint64 ours = generation;
    const QList<ServerEvent> events = parser.feed(bytes);
    for (const ServerEvent &event : events) {
        Q_EMIT
        q.eventReceived(event);
        if (!alive || ours != generation)
            return; // closed or deleted by the one who listens
    }
}

void EventStream::Private::onFinished()
{
    const QPointer<EventStream> alive(&q);
    const quint64 ours = generation;
    onReadyRead();
    if (!alive || ours != generation)
        return;
    if (reply->error() != QNetworkReply::NoError) {
        end(faultOf(*reply, certificateDate));
    } else {
        end(networkError(NetworkFault::Broken, u"the server ended the stream"_s));
    }
}

} // namespace callcard
