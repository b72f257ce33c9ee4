#include "cli.h"
#include "directoryreport.h"

#include <engine/directorycommands.h>

#include <callcard/ui/numbertexts.h>

#include <QFileInfo>

#include <cstdio>

namespace callcard::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

/// On standard error, at every tenth: readable in a terminal, and in a log.
class ProgressLines
{
public:
    void onEvent(const Json &event)
    {
        const int tenth = static_cast<int>(event.value("part", 0.0) * 10);
        const auto resumedAt = event.value("resumedAt", std::int64_t(0));
        if (resumedAt > 0 && !m_saidWhere) {
            m_saidWhere = true;
            std::fprintf(stderr, "Going on from line %lld, where the last import of this file was interrupted. --fresh begins anew.\n",
                         static_cast<long long>(resumedAt));
        }
        if (event.contains("fetched")) {
            std::fprintf(stderr, "%s: %lld fetched\n", event.value("source", std::string()).c_str(),
                         static_cast<long long>(event.value("fetched", std::int64_t(0))));
        } else if (tenth > m_tenth) {
            m_tenth = tenth;
            std::fprintf(stderr, "%d %%, %lld rows\n", tenth * 10, static_cast<long long>(event.value("rows", std::int64_t(0))));
        }
        std::fflush(stderr);
    }

private:
    int m_tenth = 0;
    bool m_saidWhere = false;
};

/// The program that holds the profile does it; without one, this one does.
QCoro::Task<Result<Json>> importOrAsk(Profile profile, Json arguments, DirectoryCommands::Progress progress, std::stop_token stop)
{
    const Result<> prepared = prepareFolders(profile);
    if (!prepared)
        co_return tl::unexpected(prepared.error());
    QString trouble;
    const std::unique_ptr<ProfileLock> lock = ProfileLock::tryTake(profile, {}, &trouble);
    if (!trouble.isEmpty())
        co_return failure(ErrorKind::Storage, trouble);
    SystemClock clock;
    if (!lock) {
        IpcClient client(clock);
        const Result<> connected = co_await client.connectTo(profile.socketPath, stop);
        if (!connected)
            co_return failure(ErrorKind::Offline, u"another program holds this profile but does not answer"_s);
        co_return co_await client.ask("directory.import", std::move(arguments), std::move(progress), stop);
    }
    const auto directory = Directory::open(profile.directoryFolder(), clock);
    if (!directory)
        co_return tl::unexpected(directory.error());
    warnOfDamage(**directory);
    DirectoryCommands commands(**directory);
    co_return co_await commands.import(std::move(arguments), std::move(progress), stop);
}

struct ImportOptions {
    QString file{};
    Json map = Json::object();
    bool dryRun{};
    bool fresh{};
    QString problem{};
};

ImportOptions importOptions(QStringList words)
{
    ImportOptions options;
    while (!words.isEmpty() && options.problem.isEmpty()) {
        const QString word = words.takeFirst();
        if (word == "--dry-run"_L1) {
            options.dryRun = true;
        } else if (word == "--fresh"_L1) {
            options.fresh = true;
        } else if (word == "--map"_L1 || word.startsWith("--map="_L1)) {
            const QString pair = word == "--map"_L1 ? (words.isEmpty() ? QString() : words.takeFirst()) : word.sliced(6);
            const qsizetype equals = pair.lastIndexOf(u'=');
            if (equals <= 0 || equals == pair.size() - 1)
                options.problem = u"--map needs COLUMN=FIELD, as in --map \"Main Line=phone\"."_s;
            else
                options.map[pair.left(equals).toStdString()] = pair.sliced(equals + 1).toStdString();
        } else if (word.startsWith(u'-')) {
            options.problem = u"There is no option %1."_s.arg(word.left(40));
        } else if (options.file.isEmpty()) {
            options.file = word;
        } else {
            options.problem = u"One file at a time."_s;
        }
    }
    if (options.file.isEmpty() && options.problem.isEmpty())
        options.problem = u"Name the file to import."_s;
    return options;
}

QCoro::Task<int> runImport(Call call)
{
    const ImportOptions options = importOptions(call.arguments.mid(1));
    if (!options.problem.isEmpty())
        co_return wrongUsage(options.problem, "directory");
    const Preferences preferences({.file = call.profile.settingsFile, .policy = call.profile.policyFile});
    Json arguments{{"file", QFileInfo(options.file).absoluteFilePath().toStdString()},
                   {"region", preferences.value(settings::kUserRegion).toStdString()},
                   {"map", options.map},
                   {"dryRun", options.dryRun},
                   {"fresh", options.fresh}};
    const auto lines = std::make_shared<ProgressLines>();
    DirectoryCommands::Progress progress = [lines](const Json &event) { lines->onEvent(event); };
    const Result<Json> report = co_await importOrAsk(call.profile, std::move(arguments), std::move(progress), call.stop);
    if (!report && report.error().kind == ErrorKind::Cancelled)
        co_return fail(u"Stopped. The directory is what it was; the same command goes on from here, for a week."_s);
    if (!report && report.error().kind == ErrorKind::TimedOut)
        co_return fail(inWords(report.error())); // it may be imported all the same
    if (!report)
        co_return fail(QString(because(u"Nothing was imported"_s, report.error()) + u" The directory is what it was."_s));
    if (call.json) {
        printJson(*report);
    } else {
        for (const QString &line : importLines(*report, options.dryRun))
            print(line);
    }
    if (report->value("kept", qint64(0)) == 0)
        co_return fail(u"No row of the file could be kept. The reasons are above; --map says what a column is."_s);
    co_return kSuccess;
}

/// Rows that changed nothing because they are of no use must not look like rows that did not change.
QString refusedText(const Json &source)
{
    const qint64 refused = source.value("refused", qint64(0));
    return refused > 0 ? u", %1 refused"_s.arg(ui::countText(refused)) : QString();
}

QCoro::Task<int> syncDirectory(Call call)
{
    if (call.arguments.size() > 1)
        co_return wrongUsage(u"directory sync takes no arguments."_s, "directory");
    const Result<Json> report = co_await askEngine(call.profile, "directory.sync", Json::object(), call.stop);
    if (!report)
        co_return fail(inWords(report.error()));
    if (call.json) {
        printJson(*report);
    } else {
        qint64 refused = 0;
        for (const Json &source : report->at("sources")) {
            refused += source.value("refused", qint64(0));
            const QString name = QString::fromStdString(source.at("name"));
            if (source.at("error").is_string())
                print(u"%1  FAILED, its earlier customers stay: %2"_s.arg(name, QString::fromStdString(source.at("error"))));
            else
                print(u"%1  %2 changed, %3 removed%4"_s.arg(name, ui::countText(source.value("changed", qint64(0))),
                                                            ui::countText(source.value("removed", qint64(0))), refusedText(source)));
        }
        if (refused > 0)
            print(u"Which were refused, and why: callcard-cli directory refused"_s);
    }
    co_return kSuccess;
}

int listRefused(const Call &call)
{
    if (call.arguments.size() > 1)
        return wrongUsage(u"directory refused takes no arguments."_s, "directory");
    SystemClock clock;
    const auto directory = Directory::open(call.profile.directoryFolder(), clock, Directory::Access::ReadOnly);
    const auto refused = directory ? (*directory)->refused() : Result<QList<RefusedRecords>>(tl::unexpected(directory.error()));
    const auto stats = refused ? (*directory)->stats() : Result<DirectoryStats>(tl::unexpected(refused.error()));
    if (!stats)
        return fail(because(u"The directory cannot be read"_s, stats.error()));
    warnOfDamage(**directory);
    if (call.json) {
        printJson(refusedJson(*refused));
    } else if (refused->isEmpty()) {
        print(stats->lastSync.isValid() ? u"No source has a record that cannot be used."_s : u"Never synced."_s);
    } else {
        for (const QString &line : refusedLines(*refused))
            print(line);
    }
    return kSuccess;
}

int runStats(const Call &call)
{
    if (call.arguments.size() > 1)
        return wrongUsage(u"directory stats takes no arguments."_s, "directory");
    SystemClock clock;
    const auto directory = Directory::open(call.profile.directoryFolder(), clock, Directory::Access::ReadOnly);
    const auto stats = directory ? (*directory)->stats() : Result<DirectoryStats>(tl::unexpected(directory.error()));
    if (!stats)
        return fail(because(u"The directory cannot be read"_s, stats.error()));
    warnOfDamage(**directory);
    if (call.json) {
        printJson(statsJson(*stats, (*directory)->filesSetAside()));
        return kSuccess;
    }
    const auto line = [](qint64 count, const QString &words) { print(u"%1  %2"_s.arg(ui::countText(count).rightJustified(11), words)); };
    line(stats->customers, u"customers"_s);
    line(stats->numbers, u"numbers"_s);
    line(stats->unparseable, u"numbers not understood; they match only themselves"_s);
    line(stats->shared, u"numbers of several customers"_s);
    if (!stats->refusedKnown)
        print(u"          ?  records of the sources refused: not known before the next sync"_s);
    else if (stats->refused > 0)
        line(stats->refused, u"records of the sources refused; directory refused says which and why"_s);
    print(stats->lastSync.isValid() ? u"Last sync: %1"_s.arg(stats->lastSync.toLocalTime().toString(Qt::ISODate)) : u"Never synced."_s);
    for (const QString &file : (*directory)->filesSetAside())
        print(u"Damaged and set aside: %1/%2"_s.arg(call.profile.directoryFolder(), file));
    return kSuccess;
}

} // namespace

QCoro::Task<int> runDirectory(Call call)
{
    const QString what = call.arguments.value(0);
    if (what == "import"_L1)
        co_return co_await runImport(std::move(call));
    if (what == "sync"_L1)
        co_return co_await syncDirectory(std::move(call));
    if (what == "refused"_L1)
        co_return listRefused(call);
    if (what == "stats"_L1)
        co_return runStats(call);
    co_return wrongUsage(u"Say what to do with the directory."_s, "directory");
}

} // namespace callcard::cli
