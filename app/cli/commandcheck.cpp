#include "cli.h"

namespace callcard::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

void printServices(const Json &document)
{
    for (const Json &service : document.at("services")) {
        const std::string state = service.at("state");
        const QString mark = state == "ok" ? u"ok    "_s : state == "failed" ? u"FAILED"_s : u"-     "_s;
        print(u"%1  %2 %3"_s.arg(mark, QString::fromStdString(service.at("name")).leftJustified(12),
                                 QString::fromStdString(service.at("message"))));
        const Json &data = service.at("data");
        if (!data.contains("callSample"))
            continue;
        for (const Json &call : data.at("callSample")) {
            print(u"        %1  %2  %3"_s.arg(QString::fromStdString(call.at("startedAt")),
                                              QString::fromStdString(call.at("direction")).leftJustified(8),
                                              QString::fromStdString(call.at("outcome"))));
        }
    }
}

} // namespace

QCoro::Task<int> runCheck(Call call)
{
    if (!call.arguments.isEmpty())
        co_return wrongUsage(u"check takes no arguments."_s, "check");
    const Result<Json> document = co_await askEngine(call.profile, "check", Json::object(), call.stop);
    if (!document)
        co_return fail(inWords(document.error()));
    if (call.json)
        printJson(*document);
    else
        printServices(*document);
    if (document->at("status") == "success")
        co_return kSuccess;
    QStringList failed;
    for (const Json &service : document->at("services")) {
        if (service.at("state") == "failed")
            failed.append(QString::fromStdString(service.at("name")));
    }
    co_return fail(failed.isEmpty()
                       ? u"Nothing is set up yet. Start callcard and follow the assistant, or set the variables that are named above."_s
                       : u"%1 failed. The lines above say what to do."_s.arg(failed.join(u", "_s)));
}

} // namespace callcard::cli
