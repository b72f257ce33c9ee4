#pragma once

#include <callcard/justcall.h>
#include <callcard/testing/fakeclock.h>
#include <democloud.h>
#include <jsontext.h>

#include <QCoroTask>
#include <QTest>

namespace callcard::testing {

/// JustCall as the demo cloud plays it, and a clock that goes with the cloud's.
class CloudCase
{
public:
    explicit CloudCase(int days = 10) : m_cloud(options(days))
    {
        if (!m_cloud.start())
            qFatal("the demo cloud does not start");
        set("plan", "open");
        context.emplace(JustCallContext{.base = QUrl(QString::fromStdString(m_cloud.environment()["JUSTCALL_BASE_URL"])),
                                        .key = Secret(u"demo-justcall-key"),
                                        .secret = Secret(u"demo-justcall-secret"),
                                        .userEmail = QString::fromStdString(m_cloud.environment()["CALLCARD_USER_EMAIL"]),
                                        .region = QStringLiteral("US"),
                                        .budget = budget,
                                        .clock = clock});
    }
    ~CloudCase() { QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); }

    nlohmann::json control(const char *verb, nlohmann::json arguments = nlohmann::json::object())
    {
        arguments["do"] = verb;
        const nlohmann::json answer = m_cloud.control(arguments);
        if (!demo::flagAt(answer, "ok"))
            qFatal("%s: %s", verb, demo::textAt(answer, "error").c_str());
        return answer;
    }
    void set(const char *name, const char *position)
    {
        control("switch", {{"service", "justcall"}, {"name", name}, {"position", position}});
    }
    void fault(nlohmann::json description)
    {
        description["service"] = "justcall";
        control("fault.add", std::move(description));
    }
    void advance(std::chrono::milliseconds duration)
    {
        control("clock.advance", {{"seconds", static_cast<double>(duration.count()) / 1000}});
        clock.advance(duration);
    }
    /// What arrived at the service: "GET /v2.1/calls?…".
    QStringList requests(const char *path = "")
    {
        QStringList found;
        const nlohmann::json journal = control("journal", {{"service", "justcall"}, {"limit", 5000}});
        for (const auto &request : journal["requests"]) {
            const QString line = QString::fromStdString(demo::textAt(request, "method") + ' ' + demo::textAt(request, "target"));
            if (line.contains(QLatin1StringView(path)))
                found.append(line);
        }
        return found;
    }
    void clearRequests() { control("journal.clear"); }

    /// Waits for a task that only the network holds up.
    template <typename T>
    static T result(QCoro::Task<T> task)
    {
        return QCoro::waitFor(task);
    }

    FakeClock clock{QDateTime(QDate(2026, 3, 4), QTime(16, 0), Qt::UTC)};
    TrafficLedger traffic;
    HttpClient http{clock, traffic};
    RateBudget budget{http, clock, {.reader = readJustCallRates}};
    std::optional<JustCallContext> context;

private:
    static demo::DemoOptions options(int days)
    {
        demo::DemoOptions options;
        options.customers = 200;
        options.days = days;
        options.startAt = 1'772'640'000; // 2026-03-04 16:00 UTC, a Wednesday
        options.speed = 0;
        return options;
    }
    demo::DemoCloud m_cloud;
};

} // namespace callcard::testing
