#include "watchline.h"

#include "output.h"

#include <ipc/ipcwire.h>

#include <QDateTime>
#include <QString>

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
        QString name =
            textAt(call, "customer_name").isEmpty() ? textAt(call, inbound ? "from_name" : "to_name") : textAt(call, "customer_name");
        if (line.contains("directoryError"))
            name = (name.isEmpty() ? QString() : name + u"  "_s) + u"(the directory could not be read)"_s;
        print(u"%1  %2 %3 %4  %5"_s.arg(timeOf(call.at("timestamp")), (inbound ? u"in   "_s : u"out  "_s),
                                        QString(textAt(call, "status") + u' ' + textAt(call, "reason")).leftJustified(20),
                                        textAt(call, inbound ? "from_number" : "to_number").leftJustified(16), name));
    }
}

} // namespace

void printLine(const Json &line, bool json)
{
    if (json)
        printJson(line);
    else
        printReadable(line);
}

} // namespace callcard::cli
