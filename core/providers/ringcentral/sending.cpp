#include "provider.h"

#include "accountwire.h"
#include "ringoutwire.h"

#include <QLoggingCategory>

#include <algorithm>
#include <array>

namespace callcard::ringcentral {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(lcSending, "callcard.ringcentral.sending", QtInfoMsg)
constexpr std::array kStoredAfter{3'000ms, 10'000ms}; // the store may list a text a moment later
constexpr auto kUnclearFor = 1h;
constexpr auto kClocksDiffer = 120s;
} // namespace

QCoro::Task<Result<Message>> RingCentralProvider::sendText(Message message, std::stop_token stop)
{
    const Result<> known = co_await m_account.know(stop);
    if (!known)
        co_return tl::unexpected(known.error());
    if (!message.remote.number)
        co_return failure(ErrorKind::Refused, u"a text needs a whole phone number"_s);
    if (message.text.isEmpty() || message.text.size() > kLongestText)
        co_return failure(ErrorKind::Refused, u"a text of %1 characters"_s.arg(message.text.size()));
    const QString wanted = message.local.number ? message.local.number->e164() : QString();
    const QList<OwnNumber> &numbers = m_account.numbers();
    const auto from = std::find_if(numbers.begin(), numbers.end(),
                                   [&](const OwnNumber &one) { return one.sendsTexts && (wanted.isEmpty() || one.number == wanted); });
    if (from == numbers.end())
        co_return failure(ErrorKind::Refused, u"no number of this extension may send texts"_s);

    const QString sender = from->number;
    const QString recipient = message.remote.number->e164();

    const auto now = m_context.clock.monotonic();
    m_unclear.removeIf([now](const UnclearText &one) { return now - one.at > kUnclearFor; });
    const auto sameAs = [&message](const UnclearText &one) { return one.to == *message.remote.number && one.text == message.text; };
    if (const auto before = std::find_if(m_unclear.cbegin(), m_unclear.cend(), sameAs); before != m_unclear.cend()) {
        const QDateTime since = before->begun;
        const Result<std::optional<Message>> stored = co_await findSent(message, since, stop);
        if (!stored)
            co_return tl::unexpected(stored.error()); // still unclear, so it is not sent a second time
        m_unclear.removeIf(sameAs);
        if (*stored)
            co_return **stored;
    }

    const QDateTime begun = m_context.clock.now().addSecs(m_clockOffset.count());
    HttpRequest request = HttpRequest::postJson(restUrl(m_context, u"/extension/~/sms"_s), textBody(sender, recipient, message.text));
    request.repeatable = false;
    const Result<RestAnswer> answer = co_await ask(m_context, u"Medium"_s, request, stop, Patience::FailsFast);
    if (answer && answer->isSuccess()) {
        const Result<Message> sent = messageFrom(answer->json, m_account.self());
        if (sent)
            m_sent.insert(sent->id.text());
        co_return sent;
    }
    const Error trouble = answer ? answer->error() : answer.error();
    const bool uncertain = trouble.kind == ErrorKind::TimedOut || trouble.kind == ErrorKind::ServerFault;
    if (!uncertain && trouble.kind != ErrorKind::Cancelled)
        co_return tl::unexpected(trouble);
    // The answer was lost, perhaps behind a text that was sent: the store knows, and asking it sends nothing.
    m_unclear.append({.to = *message.remote.number, .text = message.text, .begun = begun, .at = now});
    for (const std::chrono::milliseconds pause : kStoredAfter) {
        const Result<> waited = co_await m_context.clock.sleep(pause, stop);
        if (!waited)
            break;
        const Result<std::optional<Message>> stored = co_await findSent(message, begun, stop);
        if (!stored || !*stored)
            continue;
        m_unclear.removeIf(sameAs);
        co_return **stored;
    }
    qCInfo(lcSending) << "whether the text went out is not known:" << trouble;
    co_return tl::unexpected(trouble);
}

QCoro::Task<Result<std::optional<Message>>> RingCentralProvider::findSent(Message message, QDateTime begun, std::stop_token stop)
{
    const Query query{{u"messageType"_s, u"SMS"_s},
                      {u"direction"_s, u"Outbound"_s},
                      {u"dateFrom"_s, wireTime(begun.addSecs(-std::chrono::seconds(kClocksDiffer).count()))},
                      {u"perPage"_s, u"100"_s}};
    const HttpRequest request = HttpRequest::get(restUrl(m_context, u"/extension/~/message-store"_s, query));
    const Result<Json> json = co_await askRest(m_context, u"Light"_s, request, stop, Patience::FailsFast);
    if (!json)
        co_return tl::unexpected(json.error());
    const Result<TextPage> page = textsFrom(*json, m_account.self());
    if (!page)
        co_return tl::unexpected(page.error());
    for (const Message &text : page->texts) {
        const bool ours = text.text == message.text && text.remote.number == message.remote.number && !m_sent.contains(text.id.text());
        if (ours) {
            m_sent.insert(text.id.text()); // or the same words sent again would be taken for these
            co_return std::optional(text);
        }
    }
    co_return std::optional<Message>();
}

} // namespace callcard::ringcentral
