#include "handover.h"

#include <ipc/ipcclient.h>

#include <callcard/clock.h>

#include <QCoreApplication>
#include <QDeadlineTimer>

namespace callcard {

using namespace std::chrono_literals;

namespace {

constexpr auto kHandoverPatience = 5s;
constexpr auto kProfilePatience = 5s;
constexpr auto kProfileGlance = 100ms;
constexpr auto kProfileLongGlance = 10s;

QCoro::Task<> tell(Clock &clock, QString socketPath, std::string command, Json arguments, std::stop_token stop)
{
    IpcClient client(clock);
    const Result<> connected = co_await client.connectTo(std::move(socketPath), stop);
    if (!connected) {
        QCoreApplication::exit(1);
        co_return;
    }
    const Result<Json> answer = co_await client.ask(std::move(command), std::move(arguments), {}, stop);
    QCoreApplication::exit(answer ? 0 : 1);
}

QCoro::Task<> giveUp(Clock &clock, std::stop_token stop)
{
    const Result<> waited = co_await clock.sleep(kHandoverPatience, stop);
    if (waited)
        QCoreApplication::exit(1);
}

} // namespace

bool handOver(const Profile &profile, const CommandLine &line)
{
    SystemClock clock;
    TaskScope scope;
    scope.start(giveUp(clock, scope.stopToken()));
    // Started from the loop: an answer that comes before exec() would end a loop that does not run yet.
    QMetaObject::invokeMethod(
        qApp,
        [&] {
            if (line.callSelection && line.link.isEmpty())
                scope.start(tell(clock, profile.socketPath, "call-selection", Json::object(), scope.stopToken()));
            else if (line.link.isEmpty())
                scope.start(tell(clock, profile.socketPath, "show", Json::object(), scope.stopToken()));
            else
                scope.start(tell(clock, profile.socketPath, "link", Json{{"link", line.link.toStdString()}}, scope.stopToken()));
        },
        Qt::QueuedConnection);
    return QCoreApplication::exec() == 0;
}

TakenProfile takeProfile(const Profile &profile, const std::function<bool()> &handOver, ProfilePatience patience)
{
    // Whoever is there is asked before anything is waited for: a link has to be on the screen in a tenth of a second.
    TakenProfile taken;
    taken.lock = ProfileLock::tryTake(profile, {}, &taken.trouble);
    // A command of the terminal that has the profile answers nobody.
    const QDeadlineTimer soon(kProfilePatience);
    while (!taken.lock && !taken.handedOver && taken.trouble.isEmpty()) {
        taken.handedOver = handOver();
        if (taken.handedOver || (soon.hasExpired() && patience == ProfilePatience::Seconds))
            break;
        taken.lock = ProfileLock::tryTake(profile, soon.hasExpired() ? kProfileLongGlance : kProfileGlance);
    }
    return taken;
}

} // namespace callcard
