#include "cli.h"

#include <engine/callcommand.h>
#include <engine/desktoplinks.h>
#include <engine/directorycommands.h>

#include <callcard/store.h>

#include <callcard/ui/errortexts.h>

#include <QFile>
#include <QProcess>

#include <cerrno>
#include <cstring>

#include <sys/stat.h>

namespace callcard::cli {

using namespace Qt::Literals::StringLiterals;

const QList<Command> &commands()
{
    static const QList<Command> list{
        {"lookup", "TEXT", "who is this? a number in any form, an e-mail or a name", runLookup},
        {"call", "NUMBER [--via WAY] [--no-wait] [--anyway]",
         "dials through the configured way, or that one, and follows the call to its end", runCall},
        {"call-selection", "[TEXT]", "opens the call box with what is marked or was copied, or with that text; for a key of the desktop",
         runCallSelection},
        {"calls", "[--from DATE] [--to DATE] [--customer ID|TEXT] [--missed]", "the local call history", runCalls},
        {"directory", "import FILE [--map COLUMN=FIELD]... [--dry-run] [--fresh] | sync | refused | stats",
         "the customers on this computer", runDirectory},
        {"check", "", "tests every configured connection", runCheck},
        {"status", "", "what the running program sees", runStatus},
        {"watch", "", "prints call events as they happen, one JSON object a line with --json", runWatch},
        {"sync", "[--from D] [--to D] [--user ID | --all] [--records] [--dry-run]", "the provider's calls into the team's figures",
         runSync},
        {"metrics", "[--from D] [--to D] [--csv]", "the local daily figures", runMetrics},
        {"reconcile", "[--from D] [--to D]", "ours, Firestore's and the provider's figures, every difference explained", runReconcile},
        {"secret", "set NAME | list | remove NAME", "secrets into the system keychain; set reads standard input", runSecret},
        {"config", "get KEY | set KEY VALUE | list | check FILE", "settings, and where each value comes from", runConfig},
    };
    return list;
}

int wrongUsage(const QString &sentence, const char *command)
{
    for (const Command &known : commands()) {
        if (qstrcmp(known.name, command) == 0)
            return fail(
                u"%1 Usage: callcard-cli %2 %3"_s.arg(sentence, QLatin1StringView(known.name), QLatin1StringView(known.usage)).trimmed(),
                kWrongUsage);
    }
    return fail(sentence, kWrongUsage);
}

QString inWords(const Error &error)
{
    // Those of the disk are our database's words, with what to do about it in the first one.
    const StorageFault fault = storageFault(error);
    if (fault != StorageFault::Other)
        return ui::errorText(error, {}, SystemClock().now()).sentences();
    const QString lead = QString(storageFaultName(fault) + u": "_s);
    return error.kind == ErrorKind::Storage && error.detail.startsWith(lead) ? error.detail.sliced(lead.size()) : error.detail;
}

QString because(const QString &what, const Error &error)
{
    const QString why = inWords(error);
    if (why.isEmpty())
        return QString(what + u'.');
    const QString joined = QString(what + (why.front().isUpper() ? u". "_s : u": "_s) + why);
    return joined.endsWith(u'.') ? joined : QString(joined + u'.');
}

Result<bool> isThere(const QString &file)
{
    struct stat found {
    };
    if (::stat(QFile::encodeName(file).constData(), &found) == 0)
        return true;
    if (errno == ENOENT)
        return false;
    return failure(ErrorKind::Storage, u"%1 cannot be looked at (%2). Check that its folder is one, and that it is yours."_s.arg(
                                           file, QString::fromLocal8Bit(std::strerror(errno))));
}

QCoro::Task<Result<Json>> askEngine(Profile profile, std::string command, Json arguments, std::stop_token stop, EventSink onEvent)
{
    const Result<> prepared = prepareFolders(profile);
    if (!prepared)
        co_return tl::unexpected(prepared.error());
    QString trouble;
    const std::unique_ptr<ProfileLock> lock = ProfileLock::tryTake(profile, {}, &trouble);
    if (!trouble.isEmpty())
        co_return failure(ErrorKind::Storage, trouble);
    if (!lock) {
        SystemClock clock;
        IpcClient client(clock);
        const Result<> connected = co_await client.connectTo(profile.socketPath, stop);
        if (!connected) {
            co_return failure(
                ErrorKind::Offline,
                u"Another program holds this profile but does not answer. Quit Callcard, or wait until the other command has ended."_s);
        }
        co_return co_await client.ask(std::move(command), std::move(arguments), std::move(onEvent), stop);
    }
    Engine engine(profile, Engine::Attendance::Headless);
    if (command == "directory.sync") {
        const Result<SyncReport> report = co_await engine.syncCustomers(stop);
        co_await engine.shutDown();
        co_return report ? Result<Json>(syncJson(*report)) : Result<Json>(tl::unexpected(report.error()));
    }
    if (command == "sync" || command == "reconcile") {
        if (!onEvent)
            onEvent = [](const Json &) {};
        const Result<Json> document = co_await engine.ask(std::move(command), std::move(arguments), std::move(onEvent), stop);
        co_await engine.shutDown();
        co_return document;
    }
    if (command == "call") {
        DesktopLinks links([](const QUrl &link) { return QProcess::startDetached(u"xdg-open"_s, {link.toString(QUrl::FullyEncoded)}); });
        DialService dial(engine, links);
        CallCommand calls(engine, dial);
        engine.start();
        if (!onEvent)
            onEvent = [](const Json &) {};
        const Result<Json> result = co_await calls.run(std::move(arguments), std::move(onEvent), stop);
        co_await calls.stop();
        co_await dial.stop();
        co_await engine.shutDown();
        co_return result;
    }
    if (command != "check")
        co_return failure(ErrorKind::Offline, u"Callcard is not running. Start it with: callcard"_s);
    const Json document = co_await engine.check(stop);
    co_await engine.shutDown();
    co_return document;
}

QCoro::Task<> announceChange(Profile profile, std::stop_token stop)
{
    SystemClock clock;
    IpcClient client(clock);
    const Result<> connected = co_await client.connectTo(profile.socketPath, stop);
    if (!connected)
        co_return;
    const Result<Json> heard = co_await client.ask("reload", Json::object(), {}, stop);
    // Who ends in between reads it when it starts again.
    if (!heard && client.isConnected())
        fail(QString(because(u"This is kept, but Callcard, which is running, did not take it over"_s, heard.error()) +
                     u" Start it again."_s));
}

} // namespace callcard::cli
