#include "cli.h"
#include "watchline.h"

#include <engine/answers.h>

namespace callcard::cli {

using namespace Qt::Literals::StringLiterals;

QCoro::Task<int> runWatch(Call call)
{
    if (!call.arguments.isEmpty())
        co_return wrongUsage(u"watch takes no arguments."_s, "watch");
    const Result<> prepared = prepareFolders(call.profile);
    if (!prepared)
        co_return fail(prepared.error().detail);
    const bool json = call.json;
    const IpcClient::EventSink sink = [json](const Json &line) { printLine(line, json); };
    QString trouble;
    const std::unique_ptr<ProfileLock> lock = ProfileLock::tryTake(call.profile, {}, &trouble);
    if (!trouble.isEmpty())
        co_return fail(trouble);
    if (!lock) {
        SystemClock clock;
        IpcClient client(clock);
        const Result<> connected = co_await client.connectTo(call.profile.socketPath, call.stop);
        if (!connected)
            co_return fail(u"Another program holds this profile but does not answer. Quit Callcard, or wait until the other command has "
                           "ended."_s);
        const Result<Json> ended = co_await client.ask("watch", Json::object(), sink, call.stop);
        if (ended || call.stop.stop_requested())
            co_return kSuccess;
        co_return fail(client.isConnected() ? inWords(ended.error()) : u"Callcard ended, and watching with it."_s);
    }
    Engine engine(call.profile, Engine::Attendance::Headless);
    Answers answers(engine);
    answers.watch(sink);
    engine.start();
    Completion<> end;
    const Result<> ended = co_await end.wait(call.stop);
    Q_UNUSED(ended)
    co_await engine.shutDown();
    co_return kSuccess;
}

} // namespace callcard::cli
