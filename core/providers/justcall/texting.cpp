#include "texting.h"

#include <array>

namespace callcard::justcall {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype kLongestText = 1600;
constexpr std::array kLooks{0ms, 3'000ms, 10'000ms}; // a text may be listed a moment later
constexpr auto kSlack = 5s;
constexpr auto kUnclearFor = 1h;

bool mayHideASuccess(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::RateLimited:
    case ErrorKind::Refused:
    case ErrorKind::SignInNeeded:
    case ErrorKind::Offline:
        return false;
    default:
        return true;
    }
}

} // namespace

Texting::Texting(JustCallContext context) : m_context(std::move(context)) {}

void Texting::forget(const Attempt &attempt)
{
    m_unclear.removeIf([&](const Attempt &one) { return one.to == attempt.to && one.body == attempt.body; });
}

QCoro::Task<Result<std::optional<TextRow>>> Texting::find(Attempt attempt, std::stop_token stop)
{
    const TextQuery query{
        .contactNumber = attempt.to, .onlySent = true, .newestFirst = true, .skipsUnreadable = true, .region = m_context.region};
    const Result<Listed<TextRow>> listed = co_await fetchPage(m_context, query, stop);
    if (!listed)
        co_return tl::unexpected(listed.error());
    // By the server's clock where it tells it: ours may be hours wrong.
    const auto passed = std::chrono::duration_cast<std::chrono::seconds>(m_context.clock.monotonic() - attempt.at) + kSlack;
    const QDateTime since = listed->serverTime.value_or(m_context.clock.now()).addSecs(-passed.count());
    for (const TextRow &row : listed->rows) {
        const bool same = row.message.text == attempt.body || row.message.text == plainText(attempt.body);
        if (same && row.message.direction == CallDirection::Outbound && row.message.sentAt >= since)
            co_return std::optional(row);
    }
    co_return std::optional<TextRow>();
}

QCoro::Task<Result<std::optional<TextRow>>> Texting::findPatiently(Attempt attempt, std::stop_token stop)
{
    Result<std::optional<TextRow>> found;
    for (const auto pause : kLooks) {
        if (pause > 0ms) {
            const Result<> waited = co_await m_context.clock.sleep(pause, stop);
            if (!waited)
                co_return tl::unexpected(waited.error());
        }
        found = co_await find(attempt, stop);
        if (found && *found)
            break;
    }
    co_return found;
}

QCoro::Task<Result<Message>> Texting::send(Message message, QString fromNumber, std::stop_token stop)
{
    if (!message.remote.number || message.text.trimmed().isEmpty() || message.text.size() > kLongestText)
        co_return failure(ErrorKind::Refused, u"a text needs a number and 1 to 1600 characters"_s);
    const QString from = message.local.number ? message.local.number->e164() : fromNumber;
    if (from.isEmpty())
        co_return failure(ErrorKind::Refused, u"the rep has no JustCall number to send from"_s);

    const auto now = m_context.clock.monotonic();
    m_unclear.removeIf([now](const Attempt &one) { return now - one.at > kUnclearFor; });
    const Attempt attempt{.to = message.remote.number->e164(), .body = message.text, .at = now};
    const QList<Attempt> unclear = m_unclear;
    for (const Attempt &before : unclear) {
        if (before.to != attempt.to || before.body != attempt.body)
            continue;
        const Result<std::optional<TextRow>> found = co_await findPatiently(before, stop);
        if (!found)
            co_return tl::unexpected(found.error()); // still unclear, so it is not sent a second time
        forget(attempt);
        if (*found)
            co_return (*found)->message;
        break;
    }

    const Result<TextRow> sent = co_await postText(m_context, from, attempt.to, attempt.body, stop);
    if (sent)
        co_return sent->message;
    if (!mayHideASuccess(sent.error()))
        co_return tl::unexpected(sent.error());
    m_unclear.append(attempt);
    if (sent.error().kind == ErrorKind::Cancelled)
        co_return tl::unexpected(sent.error());
    const Result<std::optional<TextRow>> found = co_await findPatiently(attempt, stop);
    if (!found || !*found)
        co_return tl::unexpected(sent.error()); // a list may lag for longer: before it is sent again, it is looked for again
    forget(attempt);
    co_return (*found)->message;
}

} // namespace callcard::justcall
