// callcard-relay: webhooks in, each rep's own stream out.
#include "commandline.h"
#include "relay.h"
#include "relaylog.h"
#include "tokens.h"

#include <callcard/backoff.h>

#include <QCoreApplication>
#include <QFile>
#include <QLoggingCategory>
#include <QSocketNotifier>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace callcard;
using namespace callcard::relay;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcProgram, "callcard.relay.program", QtInfoMsg)

constexpr int kSuccess = 0;
constexpr int kFailure = 1;
constexpr int kWrongUsage = 2;

int signalPipe[2] = {-1, -1};

void onSignal(int signal)
{
    const char byte = static_cast<char>(signal);
    [[maybe_unused]] const auto written = ::write(signalPipe[1], &byte, 1); // a full pipe has signals enough
}

void print(const QString &text)
{
    std::printf("%s\n", qPrintable(text));
}

int complain(const QString &sentence, int code = kFailure)
{
    std::fprintf(stderr, "callcard-relay: %s\n", qPrintable(sentence));
    return code;
}

/// Every desktop is an open file, and most systems begin with a thousand.
void raiseFileLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

int tokens(const CommandLine &line, const RelayConfig &config)
{
    if (line.command == CommandLine::Command::CreateToken) {
        const Result<QByteArray> token = createToken(config.tokenFile(), line.subject, QDateTime::currentDateTimeUtc());
        if (!token)
            return complain(token.error().detail);
        print(QString::fromLatin1(*token));
        return kSuccess;
    }
    if (line.command == CommandLine::Command::RevokeToken) {
        const Result<int> gone = revokeTokens(config.tokenFile(), line.subject);
        if (!gone)
            return complain(gone.error().detail);
        print(u"%1 revoked"_s.arg(*gone));
        return kSuccess;
    }
    const Result<QList<TokenEntry>> entries = readTokens(config.tokenFile());
    if (!entries)
        return complain(entries.error().detail);
    for (const TokenEntry &entry : *entries)
        print(u"%1  %2  %3"_s.arg(entry.id, entry.createdAt.toUTC().toString(Qt::ISODate), entry.email));
    return kSuccess;
}

/// One life of the daemon, from the log that may not be reachable yet to the goodbye.
struct Life {
    explicit Life(RelayConfig config) : config(std::move(config)) {}
    const RelayConfig config;
    SystemClock clock;
    std::unique_ptr<Relay> relay;
    std::stop_source stop;
    int outcome = kSuccess;
    TaskScope scope;
};

Result<std::unique_ptr<EventLog>> openLog(Life &life)
{
    return life.config.nats.isSet() ? makeNatsEventLog(life.config.nats, life.config.retention)
                                    : makeSqliteEventLog(life.config.logFile(), life.clock, life.config.retention);
}

QCoro::Task<> end(Life &life)
{
    if (life.relay)
        co_await life.relay->shutDown();
    QCoreApplication::exit(life.outcome);
}

/// Once, whoever asks for it.
void leave(Life &life, int outcome)
{
    if (life.stop.stop_requested())
        return;
    life.outcome = outcome;
    life.stop.request_stop();
    life.scope.start(end(life));
}

QCoro::Task<> begin(Life &life)
{
    const std::stop_token stop = life.stop.get_token();
    Backoff backoff({.first = 1s, .cap = 15s});
    Result<std::unique_ptr<EventLog>> log = openLog(life);
    while (!log && life.config.nats.isSet()) { // machines start in any order
        qCWarning(lcProgram) << "waiting for NATS:" << log.error();
        const Result<> slept = co_await life.clock.sleep(backoff.next(), stop);
        if (!slept)
            co_return;
        log = openLog(life);
    }
    if (!log) {
        complain(u"the log of events cannot be opened: %1"_s.arg(log.error().detail));
        QCoreApplication::exit(kFailure);
        co_return;
    }
    life.relay = std::make_unique<Relay>(life.config, std::move(*log), life.clock);
    QObject::connect(life.relay.get(), &Relay::logReplaced, life.relay.get(), [&life] {
        complain(u"another log of events took the place of this one: starting anew"_s);
        leave(life, kFailure); // systemd begins again
    });
    const Result<std::uint16_t> port = life.relay->start();
    if (!port) {
        complain(port.error().detail);
        QCoreApplication::exit(kFailure);
        co_return;
    }
    std::printf("{\"port\":%d}\n", int(*port)); // for whoever asked for port 0
    std::fflush(stdout);
    const Result<> ready = co_await life.relay->caughtUp(stop);
    if (stop.stop_requested())
        co_return;
    if (!ready) {
        complain(u"the log of events cannot be read: %1"_s.arg(ready.error().detail));
        QCoreApplication::exit(kFailure);
        co_return;
    }
    std::printf("{\"ready\":true}\n");
    std::fflush(stdout);
}

int serve(QCoreApplication &app, RelayConfig config)
{
    Life life(std::move(config));
    raiseFileLimit();
    ::umask(0077);
    if (::pipe(signalPipe) != 0)
        return complain(u"no pipe for signals"_s);
    QSocketNotifier signalled(signalPipe[0], QSocketNotifier::Read);
    QObject::connect(&signalled, &QSocketNotifier::activated, &app, [&] {
        char byte = 0;
        if (::read(signalPipe[0], &byte, 1) != 1)
            return;
        if (byte == SIGHUP) {
            if (life.relay)
                (void)life.relay->reloadTokens();
        } else {
            leave(life, kSuccess);
        }
    });
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        std::signal(signal, onSignal);
    for (const int signal : {SIGPIPE, SIGXFSZ}) // a full disk is answered with 503, whatever makes it full
        std::signal(signal, SIG_IGN);
    QTimer::singleShot(0, &app, [&] { life.scope.start(begin(life)); });
    return app.exec();
}

} // namespace

int main(int argc, char *argv[])
{
    setUpRelayLog();
    QCoreApplication app(argc, argv);
    app.setApplicationName(u"callcard-relay"_s);
    app.setApplicationVersion(QStringLiteral(CALLCARD_VERSION));
    const CommandLine line = readCommandLine(app.arguments().mid(1));
    if (!line.problem.isEmpty())
        return complain(line.problem + u"\n"_s + usage(), kWrongUsage);
    if (line.command == CommandLine::Command::Help || line.command == CommandLine::Command::Version) {
        print(line.command == CommandLine::Command::Help ? usage() : QStringLiteral(CALLCARD_VERSION));
        return kSuccess;
    }
    QFile file(line.config);
    if (!file.open(QIODevice::ReadOnly))
        return complain(u"%1 cannot be read."_s.arg(line.config));
    ConfigReading reading = readConfig(file.readAll(), relayEnvironment());
    for (const QString &problem : std::as_const(reading.problems))
        std::fprintf(stderr, "%s: %s\n", qPrintable(line.config), qPrintable(problem));
    if (!reading.problems.isEmpty())
        return kFailure;
    const bool isToken = line.command != CommandLine::Command::CheckConfig && line.command != CommandLine::Command::Run;
    if (isToken)
        reading.warnings.clear(); // not the moment
    for (const QString &warning : std::as_const(reading.warnings))
        std::fprintf(stderr, "%s: warning: %s\n", qPrintable(line.config), qPrintable(warning));
    if (line.command == CommandLine::Command::CheckConfig) {
        print(u"%1: fine, %2 users"_s.arg(line.config).arg(reading.config.users.size()));
        return kSuccess;
    }
    if (line.port)
        reading.config.listen.port = *line.port;
    if (line.command != CommandLine::Command::Run)
        return tokens(line, reading.config);
    return serve(app, std::move(reading.config));
}
