#include "cli.h"
#include "watchline.h"

#include <algorithm>

namespace callcard::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Placed and taken notice of, whoever answered; not what failed or of which nobody knows.
bool wasPlaced(const Json &result)
{
    const std::string reason = result.value("reason", std::string());
    return result.value("status", std::string()) != "ended" || (reason != "failed" && reason != "unclear" && reason != "unknown");
}

} // namespace

QCoro::Task<int> runCall(Call call)
{
    QStringList words = call.arguments;
    const bool wait = words.removeAll(u"--no-wait"_s) == 0;
    const bool anyway = words.removeAll(u"--anyway"_s) > 0;
    QString via;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i] == "--via"_L1 && i + 1 < words.size()) {
            via = words[i + 1];
            words.remove(i, 2);
            break;
        }
        if (words[i].startsWith("--via="_L1)) {
            via = words.takeAt(i).section(u'=', 1);
            break;
        }
    }
    const auto option = std::find_if(words.begin(), words.end(), [](const QString &word) { return word.startsWith("--"_L1); });
    if (option != words.end())
        co_return wrongUsage(u"%1 is not understood."_s.arg(option->left(40)), "call");
    const QString number = words.join(u' ').trimmed(); // a number is often written in several words
    if (number.isEmpty())
        co_return wrongUsage(u"call needs a number."_s, "call");

    const Json arguments{{"number", number.toStdString()}, {"wait", wait}, {"anyway", anyway}, {"via", via.toStdString()}};
    const bool json = call.json;
    const EventSink lines = [json](const Json &line) { printLine(line, json); };
    const Result<Json> result = co_await askEngine(call.profile, "call", arguments, call.stop, lines);
    if (!result) {
        // Of a program that fell silent nobody knows what it did.
        const bool isUnclear = result.error().kind == ErrorKind::TimedOut;
        const QString reason = isUnclear ? u"unclear"_s : errorKindName(result.error().kind);
        if (json)
            printJson(Json{{"type", "result"}, {"status", isUnclear ? "ended" : "not-placed"}, {"reason", reason.toStdString()}});
        const QString why = inWords(result.error());
        co_return fail(why.isEmpty() ? u"The call could not be followed to its end."_s : why);
    }
    if (json)
        printJson(*result);
    else
        print(QString(QString::fromStdString(result->value("status", std::string())) + u' ' +
                      QString::fromStdString(result->value("reason", std::string())))
                  .trimmed());
    if (wasPlaced(*result))
        co_return kSuccess;
    co_return fail(u"The call did not come about."_s);
}

} // namespace callcard::cli
