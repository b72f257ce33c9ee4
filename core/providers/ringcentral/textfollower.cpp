#include "textfollower.h"

#include "restwire.h"

#include <QLoggingCategory>

namespace callcard::ringcentral {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(lcTexts, "callcard.ringcentral.texts", QtInfoMsg)
constexpr auto kLookAfter = 1500ms; // the whole text often comes right behind the counter
constexpr std::size_t kMostTextsSeen = 2000;
} // namespace

TextFollower::TextFollower(RingCentralContext context, const Account &account) : m_context(std::move(context)), m_account(account) {}

void TextFollower::begin(TaskScope &scope)
{
    m_scope = &scope;
    m_scheduled = false;
    if (!m_since.isValid())
        m_since = m_context.clock.now();
    look();
}

void TextFollower::end()
{
    m_scope = nullptr;
}

void TextFollower::take(const Message &text)
{
    if (text.direction != CallDirection::Inbound || text.deleted || m_seen.contains(text.id.text()))
        return; // what the rep sent is known to who sent it, and comes into the log with the history
    m_seen.insert(text.id.text());
    m_order.push_back(text.id.text());
    if (m_order.size() > kMostTextsSeen) {
        m_seen.remove(m_order.front());
        m_order.pop_front();
    }
    Q_EMIT
    arrived(text);
}

void TextFollower::look()
{
    m_again = m_scheduled;
    if (m_scope && !std::exchange(m_scheduled, true))
        m_scope->start(lookSoon(m_scope->stopToken()));
}

QCoro::Task<Result<>> TextFollower::fetch(std::stop_token stop)
{
    Query query;
    if (m_token.isEmpty())
        query = {
            {u"syncType"_s, u"FSync"_s}, {u"messageType"_s, u"SMS"_s}, {u"recordCount"_s, u"250"_s}, {u"dateFrom"_s, wireTime(m_since)}};
    else
        query = {{u"syncType"_s, u"ISync"_s}, {u"syncToken"_s, m_token}};
    const HttpRequest request = HttpRequest::get(restUrl(m_context, u"/extension/~/message-sync"_s, query));
    const Result<RestAnswer> answer = co_await ask(m_context, u"Light"_s, request, stop);
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (!answer->isSuccess()) {
        if (answer->status == 400)
            m_token.clear(); // from the beginning, next time
        co_return tl::unexpected(answer->error());
    }
    const Result<TextPage> page = textsFrom(answer->json, m_account.self());
    if (!page)
        co_return tl::unexpected(page.error());
    m_token = page->syncToken;
    for (auto text = page->texts.crbegin(); text != page->texts.crend(); ++text) { // the oldest first
        if (text->sentAt >= m_since)
            take(*text);
    }
    co_return {};
}

QCoro::Task<> TextFollower::lookSoon(std::stop_token stop)
{
    for (int tries = 0; tries < 3; ++tries) {
        const Result<> waited = co_await m_context.clock.sleep(kLookAfter, stop);
        if (!waited)
            co_return;
        m_again = false;
        const Result<> fetched = co_await fetch(stop);
        if (stop.stop_requested())
            co_return;
        if (!fetched)
            qCInfo(lcTexts) << "the message store does not tell what is new:" << fetched.error();
        if (!fetched && fetched.error().kind == ErrorKind::Refused && !m_token.isEmpty())
            break; // no right to read it
        if (fetched && !m_again)
            break;
    }
    m_scheduled = false;
}

} // namespace callcard::ringcentral
