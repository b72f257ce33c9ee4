#include "cli.h"

namespace callcard::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

QString textIn(const Json &object, const char *name)
{
    return QString::fromStdString(object.value(name, std::string()));
}

void printOutbox(const Json &outbox)
{
    if (outbox.contains("error")) {
        print(u"  ! what must be delivered cannot be read: %1"_s.arg(textIn(outbox, "error")));
        return;
    }
    print(u"  %1 to be delivered, %2 set aside"_s.arg(outbox.value("waiting", 0)).arg(outbox.value("parked", 0)));
    for (const Json &destination : outbox.value("destinations", Json::array())) {
        const QString why = textIn(destination, "why");
        if (!why.isEmpty())
            print(u"    %1 waiting for %2: %3"_s.arg(destination.value("waiting", 0)).arg(textIn(destination, "name"), why));
    }
    for (const Json &entry : outbox.value("setAside", Json::array()))
        print(u"    ! %1: %2"_s.arg(textIn(entry, "key"), textIn(entry, "reason")));
}

void printFigures(const Json &figures)
{
    const QString last = textIn(figures, "lastSuccess");
    const QString next = textIn(figures, "nextTry");
    QString line = u"  figures: %1"_s.arg(textIn(figures, "state"));
    if (!last.isEmpty())
        line += u", last synced %1"_s.arg(last);
    if (!next.isEmpty())
        line += u", next try %1"_s.arg(next);
    print(line);
    if (const QString error = textIn(figures, "error"); !error.isEmpty())
        print(u"    ! %1"_s.arg(error));
}

} // namespace

QCoro::Task<int> runStatus(Call call)
{
    if (!call.arguments.isEmpty())
        co_return wrongUsage(u"status takes no arguments."_s, "status");
    const Result<Json> document = co_await askEngine(call.profile, "status", Json::object(), call.stop);
    if (!document)
        co_return fail(inWords(document.error()));
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
    if (document->contains("outbox"))
        printOutbox(document->at("outbox"));
    if (document->contains("figures"))
        printFigures(document->at("figures"));
    const QString last = QString::fromStdString(document->value("lastEvent", std::string()));
    print(last.isEmpty() ? u"  no call yet"_s : u"  last event %1"_s.arg(last));
    co_return kSuccess;
}

} // namespace callcard::cli
