#include "account.h"

#include "restwire.h"

#include <QLoggingCategory>

namespace callcard::ringcentral {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(lcAccount, "callcard.ringcentral.account", QtInfoMsg)
constexpr auto kOldAfter = 6h;
constexpr int kMostAccountPages = 20;
} // namespace

Account::Account(RingCentralContext context) : m_context(std::move(context)) {}

bool Account::isOld() const
{
    return !m_known || m_context.clock.monotonic() - m_readAt >= kOldAfter;
}

QCoro::Task<Result<>> Account::know(std::stop_token stop)
{
    if (m_known && m_user == m_context.tokens.user())
        co_return {};
    const Result<> read = co_await refresh(std::move(stop));
    co_return read;
}

QCoro::Task<Result<>> Account::refresh(std::stop_token stop)
{
    const HttpRequest extensionRequest = HttpRequest::get(restUrl(m_context, u"/extension/~"_s));
    const Result<Json> extension = co_await askRest(m_context, u"Light"_s, extensionRequest, stop, Patience::FailsFast);
    if (!extension)
        co_return tl::unexpected(extension.error());
    Result<Self> self = selfFrom(*extension, m_context.region);
    if (!self)
        co_return tl::unexpected(self.error());

    const Query most{{u"perPage"_s, u"1000"_s}};
    const HttpRequest numbersRequest = HttpRequest::get(restUrl(m_context, u"/extension/~/phone-number"_s, most));
    const Result<Json> numbers = co_await askRest(m_context, u"Light"_s, numbersRequest, stop, Patience::FailsFast);
    if (!numbers && numbers.error().kind != ErrorKind::Refused)
        co_return tl::unexpected(numbers.error());
    if (numbers) {
        const Result<> added = addLines(*self, *numbers);
        if (!added)
            co_return tl::unexpected(added.error());
        m_numbers = numbersFrom(*numbers);
    }
    const Result<QHash<QString, QString>> queues = co_await readQueues(stop);
    if (!queues)
        co_return tl::unexpected(queues.error());
    self->queues = *queues;

    m_self = *std::move(self);
    if (m_user != m_context.tokens.user())
        m_colleagues.reset();
    m_user = m_context.tokens.user();
    m_readAt = m_context.clock.monotonic();
    m_known = true;
    qCInfo(lcAccount) << "the account is known:" << m_self.lines.size() << "numbers," << m_self.queues.size() << "queues";
    co_return {};
}

QCoro::Task<Result<QHash<QString, QString>>> Account::readQueues(std::stop_token stop)
{
    QHash<QString, QString> queues;
    for (int page = 1; page <= kMostAccountPages; ++page) {
        const Query query{{u"type"_s, u"Department"_s}, {u"perPage"_s, u"1000"_s}, {u"page"_s, QString::number(page)}};
        const HttpRequest request = HttpRequest::get(restUrl(m_context, u"/extension"_s, query));
        const Result<Json> list = co_await askRest(m_context, u"Medium"_s, request, stop, Patience::FailsFast);
        if (!list && list.error().kind == ErrorKind::Refused)
            break; // a rep need not be allowed to see the company's; events name their queue too
        if (!list)
            co_return tl::unexpected(list.error());
        const Result<bool> more = addQueues(queues, *list);
        if (!more)
            co_return tl::unexpected(more.error());
        if (!*more)
            break;
    }
    co_return queues;
}

QCoro::Task<Result<QList<Colleague>>> Account::colleagues(std::stop_token stop)
{
    if (m_colleagues && m_user == m_context.tokens.user() && m_context.clock.monotonic() - m_colleaguesAt < kOldAfter) {
        const QList<Colleague> known = *m_colleagues;
        co_return known;
    }
    QList<Colleague> colleagues;
    for (int page = 1; page <= kMostAccountPages; ++page) {
        const Query query{
            {u"type"_s, u"User"_s}, {u"status"_s, u"Enabled"_s}, {u"perPage"_s, u"1000"_s}, {u"page"_s, QString::number(page)}};
        const HttpRequest request = HttpRequest::get(restUrl(m_context, u"/extension"_s, query));
        const Result<Json> list = co_await askRest(m_context, u"Medium"_s, request, stop, Patience::FailsFast);
        if (!list)
            co_return tl::unexpected(list.error());
        const Result<bool> more = addColleagues(colleagues, *list, m_self.extensionId);
        if (!more)
            co_return tl::unexpected(more.error());
        if (!*more)
            break;
    }
    m_colleagues = colleagues;
    m_colleaguesAt = m_context.clock.monotonic();
    co_return colleagues;
}

QCoro::Task<Result<QString>> Account::device(std::stop_token stop)
{
    const HttpRequest request = HttpRequest::get(restUrl(m_context, u"/extension/~/device"_s));
    const Result<Json> list = co_await askRest(m_context, u"Light"_s, request, stop, Patience::FailsFast);
    if (!list)
        co_return tl::unexpected(list.error());
    const std::optional<QString> online = deviceFrom(*list);
    if (!online)
        co_return failure(ErrorKind::Refused, u"no device is online"_s);
    const QString id = *online;
    co_return id;
}

} // namespace callcard::ringcentral
