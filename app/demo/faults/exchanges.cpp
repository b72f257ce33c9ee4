#include "faults/exchanges.h"

namespace callcard::demo {

using namespace std::chrono_literals;

namespace {

class ClosedStream final : public serving::BodyStream
{
public:
    bool send(std::string_view) override { return false; }
    void finish() override {}
    void abort() override {}
    [[nodiscard]] bool isOpen() const override { return false; }
    [[nodiscard]] std::size_t queuedBytes() const override { return 0; }
    void onClosed(std::function<void()> function) override { function(); }
};

std::string halfOf(const serving::Response &response)
{
    std::string raw = "HTTP/1.1 " + std::to_string(response.status) + " Half\r\n";
    for (const auto &[name, value] : response.headers)
        raw.append(name).append(": ").append(value).append("\r\n");
    raw += "Content-Length: " + std::to_string(response.body.size() + 1) + "\r\n\r\n";
    return raw + response.body.substr(0, response.body.size() / 2);
}

} // namespace

WatchedExchange::WatchedExchange(Later later, std::shared_ptr<serving::Exchange> inner, Journal &journal, std::uint64_t number,
                                 std::optional<Fault> fault)
    : m_later(std::move(later)), m_inner(std::move(inner)), m_journal(journal), m_number(number), m_fault(std::move(fault))
{
}

void WatchedExchange::reply(serving::Response response)
{
    m_journal.answered(m_number, response.status);
    if (!m_fault) {
        m_inner->reply(std::move(response));
        return;
    }
    switch (m_fault->kind) {
    case FaultKind::Half:
        m_inner->hangUp(halfOf(response));
        return;
    case FaultKind::Lost:
        m_inner->hangUp();
        return;
    case FaultKind::Cut:
        response.body.resize(response.body.size() / 2);
        break;
    case FaultKind::Late:
        m_later([inner = m_inner, response] { inner->reply(response); });
        return;
    default:
        break;
    }
    m_inner->reply(std::move(response));
}

std::shared_ptr<serving::BodyStream> WatchedExchange::stream(int status, serving::Headers headers)
{
    m_journal.answered(m_number, status);
    auto stream = m_inner->stream(status, std::move(headers));
    if (m_fault && (m_fault->kind == FaultKind::Half || m_fault->kind == FaultKind::Lost))
        m_later([stream] { stream->abort(); });
    return stream;
}

std::shared_ptr<serving::WebSocket> WatchedExchange::acceptWebSocket(serving::Headers headers)
{
    m_journal.answered(m_number, 101);
    return m_inner->acceptWebSocket(std::move(headers));
}

UnheardExchange::UnheardExchange(serving::Request request) : m_request(std::move(request)) {}

std::shared_ptr<serving::BodyStream> UnheardExchange::stream(int, serving::Headers)
{
    return std::make_shared<ClosedStream>();
}

} // namespace callcard::demo
