#include "outboxjson.h"

#include "deliveries.h"

#include <callcard/callrecorddocuments.h>
#include <callcard/metricsdelivery.h>
#include <callcard/newcustomers.h>
#include <callcard/ui/errortexts.h>
#include <callcard/ui/terms.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMostShown = 50;

QString serviceOf(const QString &destination)
{
    return ui::serviceName(destination == Deliveries::remarksDestination() ? u"justcall"_s : u"firestore"_s);
}

/// What the other side said where it gave a reason of its own, else what happened in plain words.
QString reasonText(const Error &error, const QString &destination, const QDateTime &now)
{
    if (error.kind == ErrorKind::Refused && !error.detail.isEmpty())
        return error.detail;
    return ui::errorText(error, serviceOf(destination), now).sentences();
}

} // namespace

nlohmann::json outboxToJson(const Outbox &outbox, const QHash<QString, Error> &pauses, const QDateTime &now)
{
    nlohmann::json object = nlohmann::json::object();
    const Result<OutboxCounts> all = outbox.counts();
    const Result<QList<ParkedEntry>> parked = outbox.parked();
    if (!all || !parked) { // no zero where nobody knows
        object["error"] = ui::errorText(all ? parked.error() : all.error(), {}, now).sentences().toStdString();
        return object;
    }
    object["waiting"] = all->waiting;
    object["parked"] = all->parked;
    nlohmann::json destinations = nlohmann::json::array();
    const QStringList names{metricsDestination(), callRecordsDestination(), newCustomersDestination(), Deliveries::remarksDestination()};
    for (const QString &name : names) {
        const Result<OutboxCounts> counts = outbox.counts(name);
        if (!counts || (counts->waiting == 0 && counts->parked == 0))
            continue;
        nlohmann::json row{{"name", name.toStdString()}, {"waiting", counts->waiting}, {"parked", counts->parked}};
        if (const auto pause = pauses.constFind(name); pause != pauses.constEnd() && counts->waiting > 0)
            row["why"] = reasonText(*pause, name, now).toStdString();
        destinations.push_back(row);
    }
    object["destinations"] = destinations;
    nlohmann::json setAside = nlohmann::json::array();
    for (const ParkedEntry &entry : parked->first(std::min(parked->size(), kMostShown))) {
        setAside.push_back({{"destination", entry.destination.toStdString()},
                            {"key", entry.entry.key.toStdString()},
                            {"reason", reasonText(entry.reason, entry.destination, now).toStdString()},
                            {"since", entry.since.toUTC().toString(Qt::ISODate).toStdString()}});
    }
    object["setAside"] = setAside;
    return object;
}

} // namespace callcard
