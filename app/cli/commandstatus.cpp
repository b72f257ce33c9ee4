#include "cli.h"

namespace callcard::cli {

using namespace Qt::Literals::StringLiterals;

QCoro::Task<int> runStatus(Call call)
{
    if (!call.arguments.isEmpty())
        co_return wrongUsage(u"status takes no arguments."_s, "status");
    const Result<Json> document = co_await askEngine(call.profile, "status", Json::object(), call.stop);
    if (!document)
        co_return fail(document.error().detail);
    if (call.json) {
        printJson(*document);
        co_return kSuccess;
    }
    print(u"Callcard %1"_s.arg(QString::fromStdString(document->value("version", std::string()))));
    for (const Json &connection : document->at("connections")) {
        print(u"  %1 %2%3"_s.arg(QString::fromStdString(connection.at("name")).leftJustified(12),
                                 QString::fromStdString(connection.at("state")),
                                 connection.value("testServer", false) ? u"  (test server)"_s : QString()));
    }
    co_return kSuccess;
}

} // namespace callcard::cli
