#pragma once

#include "democloud.h"
#include "jsontext.h"

#include <callcard/httpsender.h>

#include <QTest>

#include <future>

namespace callcard::demo {

using Json = nlohmann::json;

inline DemoOptions smallCloud()
{
    DemoOptions options;
    options.customers = 200;
    options.days = 10;
    options.startAt = 1'772'640'000; // 2026-03-04 16:00 UTC, a Wednesday: the same past in every run
    options.speed = 0;
    return options;
}

/// One real request, answered. A status of 0: no answer.
class Asker
{
public:
    struct Answer {
        int status = 0;
        serving::Headers headers{};
        std::string body{};
        ErrorKind error{};
        [[nodiscard]] Json json() const { return parseJson(body).value_or(Json()); }
        [[nodiscard]] std::string header(const std::string &name) const
        {
            serving::Answer answer;
            answer.headers = headers;
            return std::string(answer.header(name));
        }
    };

    Answer ask(const std::string &method, const std::string &url, serving::Headers headers = {}, const std::string &body = {},
               std::chrono::milliseconds timeout = std::chrono::seconds(5))
    {
        auto promise = std::make_shared<std::promise<Answer>>();
        auto answer = promise->get_future();
        serving::Outgoing outgoing{method, url, std::move(headers), body, timeout};
        m_thread.post([this, outgoing, promise] {
            serving::send(m_thread, outgoing, [promise](Result<serving::Answer> result) {
                promise->set_value(result ? Answer{result->status, result->headers, result->body, {}}
                                          : Answer{0, {}, {}, result.error().kind});
            });
        });
        return answer.get();
    }
    Answer get(const std::string &url, serving::Headers headers = {}) { return ask("GET", url, std::move(headers)); }

    [[nodiscard]] serving::ServingThread &thread() { return m_thread; }

private:
    serving::ServingThread m_thread;
};

/// Asks until the condition holds, five seconds at most.
template <typename Condition>
bool eventually(Condition condition)
{
    return QTest::qWaitFor(condition, 5000);
}

} // namespace callcard::demo
