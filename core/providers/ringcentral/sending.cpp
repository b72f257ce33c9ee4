#include "provider.h"

#include "accountwire.h"
#include "ringoutwire.h"

#include <QLoggingCategory>

#include <algorithm>

namespace callcard::ringcentral {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(lcSending, "callcard.ringcentral.sending", QtInfoMsg)
constexpr qsizetype kLongestText = 1000; // UTF-16 units
constexpr auto kStoredWithin = 3s;
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
    if (!uncertain || stop.stop_requested())
        co_return tl::unexpected(trouble);
    // The answer was lost, perhaps behind a text that was sent: the store knows, and asking it sends nothing.
    const Result<Message> stored = co_await findSent(message, begun, stop);
    if (stored)
        co_return stored;
    qCInfo(lcSending) << "whether the text went out is not known:" << stored.error();
    co_return tl::unexpected(trouble);
}

QCoro::Task<Result<Message>> RingCentralProvider::findSent(Message message, QDateTime begun, std::stop_token stop)
{
    const Result<> waited = co_await m_context.clock.sleep(kStoredWithin, stop);
    if (!waited)
        co_return tl::unexpected(waited.error());
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
            co_return text;
        }
    }
    co_return failure(ErrorKind::Refused, u"the store has no such text"_s);
}

} // namespace callcard::ringcentral
