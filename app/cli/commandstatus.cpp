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
    if (document->contains("directory")) {
        const Json &directory = document->at("directory");
        print(u"  %1 customers, %2 numbers"_s.arg(directory.value("customers", 0)).arg(directory.value("numbers", 0)));
    }
    if (document->contains("outbox")) {
        const Json &outbox = document->at("outbox");
        print(u"  %1 to be delivered, %2 set aside"_s.arg(outbox.value("waiting", 0)).arg(outbox.value("parked", 0)));
    }
    const QString last = QString::fromStdString(document->value("lastEvent", std::string()));
    print(last.isEmpty() ? u"  no call yet"_s : u"  last event %1"_s.arg(last));
    co_return kSuccess;
}

} // namespace callcard::cli
