#include "checkjson.h"

#include <callcard/ui/errortexts.h>
#include <callcard/ui/terms.h>

#include <QCoreApplication>
#include <QFileInfo>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using Json = nlohmann::json;

namespace {

struct Checks {
    Q_DECLARE_TR_FUNCTIONS(Checks)
};

/// As everywhere, but for what whoever asks for a check can do about it at once.
QString troubleOf(const Error &error, const QString &service, const QDateTime &now)
{
    const bool nobody = error.detail == "nobody is signed in"_L1 || error.detail == "a person must sign in"_L1;
    if (error.kind == ErrorKind::SignInNeeded && nobody)
        return Checks::tr("Nobody is signed in to %1. Start callcard and sign in: Settings, Connections, Set up.").arg(service);
    if (error.kind == ErrorKind::SignInNeeded)
        return Checks::tr(
                   "%1 does not accept the sign-in or the key it was given. Look for a missing character at the beginning or end, or for "
                   "one that has ended or was replaced, and enter it anew.")
            .arg(service);
    if (error.kind == ErrorKind::TimedOut)
        return Checks::tr(
                   "%1 did not answer in time, or broke off in the middle. Check again in a moment; if it stays, the fault is on its side "
                   "or on the way.")
            .arg(service);
    return ui::errorText(error, service, now).sentences();
}

QString messageOf(const ServiceCheck &check, const QDateTime &now)
{
    if (check.clockOffset) {
        const qint64 minutes = std::abs(check.clockOffset->count()) / 60;
        return check.clockOffset->count() > 0
                   ? Checks::tr("The clock of this computer is %1 minutes slow. Set it, or let the system set it; "
                                "sign-ins fail with a wrong clock.")
                         .arg(minutes)
                   : Checks::tr("The clock of this computer is %1 minutes fast. Set it, or let the system set it; "
                                "sign-ins fail with a wrong clock.")
                         .arg(minutes);
    }
    switch (check.outcome) {
    case ServiceCheck::Outcome::NotConfigured:
        return Checks::tr("Not set up. Missing: %1.").arg(check.missing);
    case ServiceCheck::Outcome::Failed:
        return troubleOf(check.problem.value_or(Error{}), ui::serviceName(check.name), now);
    case ServiceCheck::Outcome::Ok:
        break;
    }
    QString message = Checks::tr("Works.");
    if (check.recentCalls)
        message += u' ' + Checks::tr("%n recent call(s).", nullptr, *check.recentCalls);
    if (check.testServer)
        message += u' ' + ui::terms::testServer() + u'.';
    return message;
}

QString stateOf(const ServiceCheck &check)
{
    switch (check.outcome) {
    case ServiceCheck::Outcome::Ok:
        return u"ok"_s;
    case ServiceCheck::Outcome::Failed:
        return u"failed"_s;
    case ServiceCheck::Outcome::NotConfigured:
        return u"not-configured"_s;
    }
    Q_UNREACHABLE();
}

Json dataOf(const ServiceCheck &check)
{
    Json data = Json::object();
    if (check.usersFound)
        data["usersFound"] = *check.usersFound;
    if (check.recentCalls)
        data["recentCalls"] = *check.recentCalls;
    if (check.outcome == ServiceCheck::Outcome::Ok && check.recentCalls) {
        data["callSample"] = Json::array();
        for (const CallSample &call : check.callSample) {
            data["callSample"].push_back({{"id", call.id.toStdString()},
                                          {"startedAt", call.startedAt.toString(Qt::ISODate).toStdString()},
                                          {"direction", call.direction.toStdString()},
                                          {"outcome", call.outcome.toStdString()}});
        }
    }
    if (check.testServer)
        data["testServer"] = true;
    if (check.problem)
        data["error"] = errorKindName(check.problem->kind).toStdString();
    if (check.clockOffset)
        data["clockOffsetSeconds"] = check.clockOffset->count();
    return data;
}

} // namespace

Json checksToJson(const QList<ServiceCheck> &checks, const QDateTime &now)
{
    bool anyOk = false;
    bool anyFailed = false;
    Json services = Json::array();
    for (const ServiceCheck &check : checks) {
        anyOk |= check.outcome == ServiceCheck::Outcome::Ok;
        anyFailed |= check.outcome == ServiceCheck::Outcome::Failed;
        services.push_back({{"name", check.name.toStdString()},
                            {"state", stateOf(check).toStdString()},
                            {"message", messageOf(check, now).toStdString()},
                            {"data", dataOf(check)}});
    }
    return {{"status", anyOk && !anyFailed ? "success" : "failed"}, {"services", services}};
}

QList<Json> ownFilesCheck(const std::optional<Error> &callLog, const std::optional<Error> &outbox, const QDateTime &now)
{
    QList<Json> failed;
    const auto look = [&](const char *name, const std::optional<Error> &problem, const QString &whatFollows) {
        if (problem)
            failed.append(Json{{"name", name},
                               {"state", "failed"},
                               {"message", QString(whatFollows + u' ' + ui::errorText(*problem, {}, now).sentences()).toStdString()},
                               {"data", Json::object()}});
    };
    look("calllog", callLog, Checks::tr("The call log cannot be used, so no call and no note is remembered."));
    look("outbox", outbox, Checks::tr("What has to be sent cannot be kept, so nothing is sent."));
    return failed;
}

/// Files of an earlier run tell where what is missing lies, and are no failure any more.
std::optional<Json> directoryCheck(const Customers &customers, const QDateTime &now)
{
    Json check{{"name", "directory"}, {"state", "failed"}, {"data", Json::object()}};
    const Directory *directory = customers.directory();
    if (!directory) {
        const Error problem = customers.problem().value_or(Error{.kind = ErrorKind::Storage});
        //: %1: one or two sentences that say why
        const QString message = Checks::tr("The directory cannot be read, so callers have no names. %1");
        check["message"] = message.arg(ui::errorText(problem, {}, now).sentences()).toStdString();
        return check;
    }
    const QStringList files = directory->filesSetAside();
    QStringList lost;
    for (const DamagedFile &damage : directory->damages()) {
        const QString where = damage.aside.isEmpty() ? Checks::tr("not moved") : QFileInfo(damage.aside).fileName();
        switch (damage.what) {
        case DamagedFile::What::Customers:
            lost.append(Checks::tr("The file of customers is damaged (%1). Sync, or import your files once more.").arg(where));
            break;
        case DamagedFile::What::Choices:
            lost.append(Checks::tr("The file of chosen numbers was damaged (%1). What could be read of it is kept.").arg(where));
            break;
        case DamagedFile::What::MadeHere:
            lost.append(Checks::tr("The file of customers made here was damaged (%1). What could be read of it is kept.").arg(where));
            break;
        }
    }
    if (lost.isEmpty() && files.isEmpty())
        return std::nullopt;
    if (lost.isEmpty()) {
        check["state"] = "ok";
        lost.append(Checks::tr("Works. Damaged files of an earlier time lie beside it: %1.").arg(files.join(u", "_s)));
    }
    check["message"] = lost.join(u' ').toStdString();
    check["data"]["setAside"] = Json::array();
    for (const QString &file : files)
        check["data"]["setAside"].push_back(file.toStdString());
    return check;
}

} // namespace callcard
