#pragma once

#include "faults/faults.h"
#include "journal.h"

namespace callcard::demo {

/// Between a service and its client: writes the answer's status into the journal and spoils the answer when a fault says so.
class WatchedExchange final : public serving::Exchange
{
public:
    using Later = std::function<void(std::function<void()>)>; ///< When the fault's delay is over.
    WatchedExchange(Later later, std::shared_ptr<serving::Exchange> inner, Journal &journal, std::uint64_t number,
                    std::optional<Fault> fault);

    [[nodiscard]] const serving::Request &request() const override { return m_inner->request(); }
    void reply(serving::Response response) override;
    [[nodiscard]] std::shared_ptr<serving::BodyStream> stream(int status, serving::Headers headers) override;
    [[nodiscard]] bool wantsWebSocket() const override { return m_inner->wantsWebSocket(); }
    [[nodiscard]] std::shared_ptr<serving::WebSocket> acceptWebSocket(serving::Headers headers) override;
    void hangUp(std::string_view rawBytes) override { m_inner->hangUp(rawBytes); }
    [[nodiscard]] bool isOpen() const override { return m_inner->isOpen(); }

private:
    Later m_later;
    std::shared_ptr<serving::Exchange> m_inner;
    Journal &m_journal;
    std::uint64_t m_number;
    std::optional<Fault> m_fault;
};

/// A request whose answer interests nobody: the second of a doubled one.
class UnheardExchange final : public serving::Exchange
{
public:
    explicit UnheardExchange(serving::Request request);

    [[nodiscard]] const serving::Request &request() const override { return m_request; }
    void reply(serving::Response) override {}
    [[nodiscard]] std::shared_ptr<serving::BodyStream> stream(int status, serving::Headers headers) override;
    [[nodiscard]] bool wantsWebSocket() const override { return false; }
    [[nodiscard]] std::shared_ptr<serving::WebSocket> acceptWebSocket(serving::Headers) override { return nullptr; }
    void hangUp(std::string_view) override {}
    [[nodiscard]] bool isOpen() const override { return false; }

private:
    serving::Request m_request;
};

} // namespace callcard::demo
