#include "cli.h"

#include <engine/answers.h>

namespace callcard::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

QString timeOf(const std::string &iso)
{
    return QDateTime::fromString(QString::fromStdString(iso), Qt::ISODateWithMs).toLocalTime().toString(u"HH:mm:ss"_s);
}

QString textAt(const Json &object, const char *key)
{
    return QString::fromStdString(object.value(key, std::string()));
}

void printReadable(const Json &line)
{
    const std::string type = line.value("type", std::string());
    if (type == "connected") {
        print(u"%1  connected   %2"_s.arg(timeOf(line.value("since", std::string())), textAt(line, "source")));
    } else if (type == "error") {
        print(u"          %1  %2 %3"_s.arg(textAt(line, "state").leftJustified(10), textAt(line, "source"), textAt(line, "message")));
    } else if (type == "call") {
        const Json &call = line.at("call");
        const bool inbound = call.at("direction") == "Inbound";
        const QString name =
            textAt(call, "customer_name").isEmpty() ? textAt(call, inbound ? "from_name" : "to_name") : textAt(call, "customer_name");
        print(u"%1  %2 %3 %4  %5"_s.arg(timeOf(call.at("timestamp")), (inbound ? u"in   "_s : u"out  "_s),
                                        QString(textAt(call, "status") + u' ' + textAt(call, "reason")).leftJustified(20),
                                        textAt(call, inbound ? "from_number" : "to_number").leftJustified(16), name));
    }
}

void printLine(const Json &line, bool json)
{
    if (json)
        printJson(line);
    else
        printReadable(line);
}

} // namespace

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
        IpcClient client;
        const Result<> connected = co_await client.connectTo(call.profile.socketPath, call.stop);
        if (!connected)
            co_return fail(u"Another program holds this profile but does not answer. Quit Callcard, or wait until the other command has "
                           "ended."_s);
        const Result<Json> ended = co_await client.ask("watch", Json::object(), sink, call.stop);
        co_return ended ? kSuccess : fail(u"Callcard ended, and watching with it."_s);
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
