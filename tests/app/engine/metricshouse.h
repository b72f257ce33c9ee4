#pragma once

#include <demo/democloud.h>
#include <engine/deliveries.h>
#include <engine/metricsservice.h>

#include <callcard/testing/fakeclock.h>

#include <QElapsedTimer>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

namespace callcard::testing {

/// A rep's engine room against a demo cloud of its own: real requests, real files, and a clock that moves when nothing else does.
class MetricsHouse
{
public:
    static demo::DemoOptions cloudOptions(int days, int callsPerDay)
    {
        demo::DemoOptions options;
        options.customers = 40;
        options.days = days;
        options.callsPerDay = callsPerDay;
        options.startAt = 1795204800; // 2026-11-20T20:00:00Z
        options.speed = 0;
        return options;
    }

    explicit MetricsHouse(demo::DemoOptions options, QString source_ = QStringLiteral("relay"),
                          QString zone_ = QStringLiteral("America/Denver"))
        : source(std::move(source_)), zone(std::move(zone_)), cloud(options), clock(QDateTime::fromSecsSinceEpoch(options.startAt, Qt::UTC))
    {
    }

    [[nodiscard]] bool open()
    {
        if (!cloud.start())
            return false;
        for (const auto &[name, value] : cloud.environment()) {
            environment.insert(QString::fromStdString(name), QString::fromStdString(value));
            variables.insert(QString::fromStdString(name), QString::fromStdString(value));
        }
        environment.insert(QStringLiteral("CALLCARD_CALLS_SOURCES"), source);
        environment.insert(QStringLiteral("CALLCARD_TIMEZONE"), zone);
        profile = profileIn(folder.path());
        if (!prepareFolders(profile))
            return false;
        openPreferences();
        secrets = std::make_unique<EnvironmentSecrets>(below, variables);
        return openService();
    }

    [[nodiscard]] QString email() const { return environment.value(QStringLiteral("CALLCARD_USER_EMAIL")); }
    /// After close(): somebody else of the team sits down.
    void signInAs(const QString &who)
    {
        environment.insert(QStringLiteral("CALLCARD_USER_EMAIL"), who);
        openPreferences();
    }

    /// Also after close(): as the next start of the program.
    [[nodiscard]] bool openService()
    {
        auto opened = CallLog::open(profile.callLogFile(), clock);
        auto box = Outbox::open(profile.outboxFile(), clock);
        if (!opened || !box)
            return false;
        log = std::move(*opened);
        outbox = std::move(*box);
        service = std::make_unique<MetricsService>(MetricsContext{.profile = profile,
                                                                  .preferences = *preferences,
                                                                  .log = *log,
                                                                  .outbox = *outbox,
                                                                  .http = http,
                                                                  .ringcentralBudget = ringcentralBudget,
                                                                  .justcallBudget = justcallBudget,
                                                                  .traffic = traffic,
                                                                  .clock = clock});
        deliveries = std::make_unique<Deliveries>(DeliveriesContext{
            .preferences = *preferences, .log = *log, .outbox = *outbox, .http = http, .justcallBudget = justcallBudget, .clock = clock});
        bool connected = false;
        scope.start(connectAccounts(&connected));
        return until([&] { return connected; });
    }

    void close()
    {
        if (!service)
            return;
        bool stopped = false;
        scope.start(stop(&stopped));
        (void)until([&] { return stopped; });
        service.reset();
        deliveries.reset();
        outbox.reset();
        log.reset();
    }

    ~MetricsHouse() { close(); }

    /// Lets things happen; where nothing does for a moment, time goes on by a second.
    [[nodiscard]] bool until(const std::function<bool()> &predicate, int realMilliseconds = 60'000)
    {
        QElapsedTimer timer;
        timer.start();
        while (!predicate()) {
            if (timer.elapsed() > realMilliseconds)
                return false;
            if (!QTest::qWaitFor(predicate, 40) && clock.sleepers() > 0)
                clock.advance(std::chrono::seconds(1));
        }
        return true;
    }

    void letPass(std::chrono::seconds time)
    {
        const QDateTime then = clock.now().addDuration(time);
        while (clock.now() < then) {
            if (!QTest::qWaitFor([this] { return clock.sleepers() > 0; }))
                return clock.advance(time);
            clock.advance(std::chrono::seconds(1));
        }
    }

    [[nodiscard]] Json synced(const Json &arguments)
    {
        std::optional<Result<Json>> answer;
        scope.start(ask(arguments, &answer));
        (void)until([&] { return answer.has_value(); });
        if (!answer)
            return {{"success", false}, {"errors", {"no answer"}}};
        return *answer ? **answer : Json{{"success", false}, {"errors", {answer->error().detail.toStdString()}}};
    }

    /// Id → "value digest": what a document says, without when it was written.
    [[nodiscard]] QMap<QString, QString> documents(const DayRange &range)
    {
        std::optional<Result<QList<StoredFigure>>> answer;
        scope.start(read(range, &answer));
        (void)until([&] { return answer.has_value(); });
        QMap<QString, QString> found;
        if (!answer || !*answer)
            return {{QStringLiteral("unreadable"), {}}};
        for (const StoredFigure &figure : **answer)
            found.insert(figure.documentId, QString::number(figure.value) + u' ' + figure.callIdsDigest);
        return found;
    }

    [[nodiscard]] int requests(const char *service_, const char *path = "")
    {
        const Json journal = cloud.control({{"do", "journal"}, {"service", service_}, {"limit", 5000}});
        int count = 0;
        for (const Json &entry : journal.at("requests"))
            count += entry.at("target").get<std::string>().find(path) != std::string::npos ? 1 : 0;
        return count;
    }

    const QString source; ///< "relay", "justcall" or "ringcentral"
    const QString zone;   ///< Where the computer thinks it is.
    QTemporaryDir folder;
    demo::DemoCloud cloud;
    FakeClock clock;
    QProcessEnvironment environment;
    QHash<QString, QString> variables;
    Profile profile;
    std::unique_ptr<Preferences> preferences;
    MemorySecrets below;
    std::unique_ptr<EnvironmentSecrets> secrets;
    TrafficLedger traffic;
    HttpClient http{clock, traffic};
    RateBudget ringcentralBudget{http, clock, {.reader = readRingCentralRates}};
    RateBudget justcallBudget{http, clock, {.reader = readJustCallRates}};
    std::unique_ptr<CallLog> log;
    std::unique_ptr<Outbox> outbox;
    std::unique_ptr<MetricsService> service;
    std::unique_ptr<Deliveries> deliveries;
    TaskScope scope;

private:
    void openPreferences()
    {
        preferences =
            std::make_unique<Preferences>(PreferencesPaths{.file = profile.settingsFile, .policy = profile.policyFile}, environment);
    }

    QCoro::Task<> connectAccounts(bool *connected)
    {
        const AccountsContext context{
            .preferences = *preferences, .secrets = *secrets, .http = http, .ringcentralBudget = ringcentralBudget, .clock = clock};
        std::shared_ptr<Accounts> accounts = co_await openAccounts(context, {});
        co_await deliveries->setAccounts(accounts);
        co_await service->setAccounts(std::move(accounts), {});
        *connected = true;
    }

    QCoro::Task<> stop(bool *stopped)
    {
        co_await service->stop();
        co_await deliveries->stop();
        *stopped = true;
    }

    QCoro::Task<> ask(Json arguments, std::optional<Result<Json>> *answer)
    {
        const auto nobody = [](const Json &) {};
        Result<Json> result = co_await service->answerSync(arguments, nobody, {});
        *answer = std::move(result);
    }

protected:
    QCoro::Task<> read(DayRange range, std::optional<Result<QList<StoredFigure>>> *answer)
    {
        Result<QList<StoredFigure>> result = co_await service->figures()->figures(service->user(), range, {});
        *answer = std::move(result);
    }
};

} // namespace callcard::testing
