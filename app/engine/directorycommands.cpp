#include "directorycommands.h"

#include <QFileInfo>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

std::string plain(const QString &text)
{
    return text.toStdString();
}

Json findings(const QList<ImportReport::Finding> &list)
{
    Json found = Json::array();
    for (const ImportReport::Finding &one : list)
        found.push_back({{"line", one.line}, {"field", plain(one.field)}, {"reason", plain(one.reason)}});
    return found;
}

/// From another process of the same user, but from outside all the same: the wrong type is a refusal, not an exception.
Result<ImportRequest> requestOf(const Json &arguments)
{
    const auto refused = failure(ErrorKind::Refused, u"an import needs a file"_s);
    if (!arguments.is_object() || !arguments.contains("file") || !arguments["file"].is_string())
        return refused;
    ImportRequest request{.file = QString::fromStdString(arguments["file"].get<std::string>())};
    if (const auto region = arguments.find("region"); region != arguments.end() && region->is_string())
        request.region = QString::fromStdString(region->get<std::string>());
    if (const auto dryRun = arguments.find("dryRun"); dryRun != arguments.end() && dryRun->is_boolean())
        request.dryRun = dryRun->get<bool>();
    if (const auto fresh = arguments.find("fresh"); fresh != arguments.end() && fresh->is_boolean())
        request.fresh = fresh->get<bool>();
    if (const auto map = arguments.find("map"); map != arguments.end() && map->is_object()) {
        for (const auto &[column, field] : map->items()) {
            if (!field.is_string())
                return refused;
            request.map.insert(QString::fromStdString(column), QString::fromStdString(field.get<std::string>()));
        }
    }
    return QFileInfo(request.file).isAbsolute() ? Result<ImportRequest>(request) : Result<ImportRequest>(refused);
}

} // namespace

Json importJson(const ImportReport &report)
{
    Json columns = Json::array();
    for (const ImportReport::Column &column : report.columns)
        columns.push_back({{"header", plain(column.header)}, {"field", plain(column.field)}});
    return {{"rows", report.rows},
            {"kept", report.kept},
            {"updated", report.updated},
            {"removed", report.removed},
            {"refused", findings(report.refused)},
            {"refusedRows", report.refusedRows},
            {"numbers", report.numbers},
            {"unparseable", report.unparseable},
            {"numberProblems", findings(report.numberProblems)},
            {"shared", report.shared},
            {"inForce", report.inForce},
            {"resumedAt", report.resumedAt},
            {"format", plain(report.format)},
            {"encoding", plain(report.encoding)},
            {"delimiter", plain(report.delimiter)},
            {"preset", plain(report.preset)},
            {"columns", columns},
            {"milliseconds", report.spent.total.count()}};
}

Json statsJson(const DirectoryStats &stats, const QStringList &setAside)
{
    Json files = Json::array();
    for (const QString &file : setAside)
        files.push_back(plain(file));
    return {{"customers", stats.customers},
            {"numbers", stats.numbers},
            {"unparseable", stats.unparseable},
            {"shared", stats.shared},
            {"refused", stats.refused},
            {"refusedKnown", stats.refusedKnown},
            {"lastSync", stats.lastSync.isValid() ? Json(plain(stats.lastSync.toString(Qt::ISODate))) : Json(nullptr)},
            {"generation", stats.generation},
            {"setAside", files}};
}

Json syncJson(const SyncReport &report)
{
    Json sources = Json::array();
    for (const SourceSync &source : report.sources) {
        sources.push_back({{"name", plain(source.name)},
                           {"fetched", source.fetched},
                           {"changed", source.changed},
                           {"removed", source.removed},
                           {"refused", source.refused},
                           {"error", source.error ? Json(plain(source.error->detail)) : Json(nullptr)}});
    }
    return {{"success", true}, {"sources", sources}};
}

Json refusedJson(const QList<RefusedRecords> &sources)
{
    Json list = Json::array();
    qint64 count = 0;
    for (const RefusedRecords &one : sources) {
        Json records = Json::array();
        for (const RefusedRecord &record : one.first)
            records.push_back({{"id", plain(record.sourceId)}, {"place", record.place}, {"reason", plain(record.reason)}});
        list.push_back({{"name", plain(one.source)}, {"refused", one.count}, {"known", one.isKnown}, {"records", records}});
        count += one.count;
    }
    const bool known = std::all_of(sources.cbegin(), sources.cend(), [](const RefusedRecords &one) { return one.isKnown; });
    return {{"refused", count}, {"known", known}, {"sources", list}};
}

DirectoryCommands::DirectoryCommands(Directory &directory, SyncNow syncNow) : m_directory(directory), m_syncNow(std::move(syncNow)) {}

bool DirectoryCommands::answer(const IpcQuestion &question, const IpcReply &reply)
{
    if (question.command == "directory.import") {
        m_scope.start(answerImport(question.arguments, reply));
    } else if (question.command == "directory.sync") {
        m_scope.start(answerSync(reply));
    } else {
        return false;
    }
    return true;
}

std::shared_ptr<std::stop_source> DirectoryCommands::stopWhenGone(const IpcReply &reply)
{
    // Whoever asked and went away (Ctrl+C) wants no import any more.
    auto gone = std::make_shared<std::stop_source>();
    reply.onClosed(this, [gone] { gone->request_stop(); });
    return gone;
}

QCoro::Task<> DirectoryCommands::answerImport(Json arguments, IpcReply reply)
{
    const auto gone = stopWhenGone(reply);
    const auto onEnd = [gone] { gone->request_stop(); };
    const std::stop_callback<decltype(onEnd)> ending(m_scope.stopToken(), onEnd);
    Progress progress = [reply](const Json &event) { reply.event(event); };
    const Result<Json> done = co_await import(std::move(arguments), std::move(progress), gone->get_token());
    if (done)
        reply.result(*done);
    else
        reply.error(done.error());
}

QCoro::Task<> DirectoryCommands::answerSync(IpcReply reply)
{
    const auto gone = stopWhenGone(reply);
    const auto onEnd = [gone] { gone->request_stop(); };
    const std::stop_callback<decltype(onEnd)> ending(m_scope.stopToken(), onEnd);
    Progress progress = [reply](const Json &event) { reply.event(event); };
    const Result<Json> done = co_await sync(std::move(progress), gone->get_token());
    if (done)
        reply.result(*done);
    else
        reply.error(done.error());
}

QCoro::Task<Result<Json>> DirectoryCommands::import(Json arguments, Progress progress, std::stop_token stop)
{
    const Result<ImportRequest> request = requestOf(arguments);
    if (!request)
        co_return tl::unexpected(request.error());
    const auto tell = [progress](const ImportProgress &step) {
        progress({{"rows", step.rows}, {"part", step.part}, {"resumedAt", step.resumedAt}});
    };
    const QMetaObject::Connection told = connect(&m_directory, &Directory::importProgressed, this, tell);
    const Result<ImportReport> report = co_await m_directory.importFile(*request, stop);
    disconnect(told);
    co_return report ? Result<Json>(importJson(*report)) : Result<Json>(tl::unexpected(report.error()));
}

QCoro::Task<Result<Json>> DirectoryCommands::sync(Progress progress, std::stop_token stop)
{
    if (!m_syncNow)
        co_return failure(ErrorKind::Refused, u"No source of customers is configured. Set directory/sources and connect it."_s);
    const auto tell = [progress](const QString &source, qint64 fetched) { progress({{"source", plain(source)}, {"fetched", fetched}}); };
    const QMetaObject::Connection told = connect(&m_directory, &Directory::syncProgressed, this, tell);
    const Result<SyncReport> report = co_await m_syncNow(stop);
    disconnect(told);
    co_return report ? Result<Json>(syncJson(*report)) : Result<Json>(tl::unexpected(report.error()));
}

} // namespace callcard
