#include "cli.h"
#include "dayrange.h"

namespace callcard::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

QString figure(const Json &value)
{
    return value.is_null() ? u"-"_s : QString::fromStdString(value.dump());
}

QString explained(const std::string &reason)
{
    static const QHash<QString, QString> sentences{
        {u"missing-here"_s, u"the provider has it, this computer does not"_s},
        {u"missing-there"_s, u"this computer has it, the provider does not any more"_s},
        {u"in-progress"_s, u"settled on one side only"_s},
        {u"other-day"_s, u"filed under another day there"_s},
        {u"other-outcome"_s, u"ended differently there"_s},
        {u"other-duration"_s, u"took another time there"_s},
        {u"other-agent"_s, u"belongs to another rep there"_s},
        {u"provider-counts-other"_s, u"the provider's own analytics count something else than its log"_s},
        {u"not-written"_s, u"never written to Firestore"_s},
        {u"waiting-to-be-sent"_s, u"waits to be sent"_s},
        {u"changed-since-written"_s, u"changed after the document was written"_s},
        {u"other-calls"_s, u"the document was made from other calls"_s},
        {u"other-client"_s, u"another program wrote the document"_s},
        {u"duplicate-document"_s, u"a second document of the same figure"_s},
    };
    const QString name = QString::fromStdString(reason);
    return sentences.value(name, name);
}

void printComparison(const Json &document)
{
    const auto row = [](const QString &date, const QString &source, const QString &type, const QString &ours, const QString &firestore,
                        const QString &provider) {
        print(u"%1 %2 %3 %4 %5 %6"_s.arg(date.leftJustified(11), source.leftJustified(12), type.leftJustified(21), ours.rightJustified(8),
                                         firestore.rightJustified(10), provider.rightJustified(9)));
    };
    row(u"day"_s, u"source"_s, u"figure"_s, u"ours"_s, u"Firestore"_s, u"provider"_s);
    qsizetype differences = 0;
    bool isCompared = false;
    for (const Json &day : document.at("days")) {
        row(QString::fromStdString(day.at("date")), QString::fromStdString(day.at("source")), QString::fromStdString(day.at("type")),
            figure(day.at("ours")), figure(day.at("firestore")), figure(day.at("provider")));
        isCompared = isCompared || !day.at("firestore").is_null() || !day.at("provider").is_null();
        for (const Json &difference : day.at("differences")) {
            const QString id = QString::fromStdString(difference.value("callId", std::string()));
            const QString document = QString::fromStdString(difference.value("documentId", std::string()));
            const QString published = u"analytics %1"_s.arg(figure(day.value("analytics", Json())));
            const QString what = !id.isEmpty() ? id : !document.isEmpty() ? document : published;
            print(u"    %1: %2"_s.arg(what, explained(difference.at("reason").get<std::string>())));
            ++differences;
        }
    }
    if (document.contains("analyticsError"))
        print(u"The provider's own analytics could not be read: %1"_s.arg(
            QString::fromStdString(document.at("analyticsError").get<std::string>())));
    if (differences > 0)
        print(differences == 1 ? u"One difference, explained above."_s : u"%1 differences, each explained above."_s.arg(differences));
    else if (isCompared || document.at("days").empty())
        print(isCompared ? u"Everything agrees."_s : u"There are no calls and no figures on these days, here or there."_s);
    else
        print(u"Nothing to compare with: neither Firestore nor the provider has figures of these days."_s);
}

} // namespace

QCoro::Task<int> runReconcile(Call call)
{
    constexpr int kStandardDays = 7;
    Options options = optionsIn(call.arguments, {u"--from"_s, u"--to"_s}, {});
    const DayRange range = dayRangeIn(options, todayIn(call.profile), kStandardDays);
    if (!options.problem.isEmpty())
        co_return wrongUsage(options.problem, "reconcile");
    const Json arguments{{"from", range.from.toString(Qt::ISODate).toStdString()}, {"to", range.to.toString(Qt::ISODate).toStdString()}};
    const Result<Json> document = co_await askEngine(call.profile, "reconcile", arguments, call.stop);
    if (!document)
        co_return fail(inWords(document.error()));
    if (call.json)
        printJson(*document);
    else
        printComparison(*document);
    co_return kSuccess;
}

} // namespace callcard::cli
