#include <callcard/ui/errortexts.h>

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
struct ErrorTexts {
    Q_DECLARE_TR_FUNCTIONS(ErrorTexts)
};

/// When the next try is due, if the other side said so.
QString retrySentence(const Error &error, const QDateTime &now, const TimeTexts &times)
{
    if (!error.retryAfter)
        return ErrorTexts::tr("Callcard tries again by itself.");
    //: %1: a moment, "2:31 PM"
    return ErrorTexts::tr("Callcard tries again at %1.").arg(times.moment(now.addSecs(error.retryAfter->count()), now));
}

/// Trouble on this computer: nobody else to name.
ErrorText ownTrouble(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Storage:
        return {ErrorTexts::tr("Callcard cannot write to its folder."),
                ErrorTexts::tr("The disk may be full or read-only, or the files come from a newer Callcard. Calls still show."),
                ErrorTexts::tr("Open the folder")};
    case ErrorKind::SecretsLocked:
        return {ErrorTexts::tr("The system's keychain is locked or missing."),
                ErrorTexts::tr("Unlock it, then Callcard signs in by itself."), ErrorTexts::tr("Unlock the keychain")};
    case ErrorKind::Offline:
        return {ErrorTexts::tr("There is no network."),
                ErrorTexts::tr("The directory and notes work; missed calls are fetched when the network is back."),
                {}};
    case ErrorKind::BadPayload:
        return {ErrorTexts::tr("This file cannot be read."), ErrorTexts::tr("Check that it is complete and try again."), {}};
    case ErrorKind::TimedOut:
        return {ErrorTexts::tr("This took too long and was stopped."), ErrorTexts::tr("Try again."), {}};
    default:
        return {ErrorTexts::tr("This did not work."), ErrorTexts::tr("Try again; the log says more."), ErrorTexts::tr("Open the log")};
    }
}
} // namespace

QString ErrorText::sentences() const
{
    return remedy.isEmpty() ? happened : happened + u' ' + remedy;
}

ErrorText errorText(const Error &error, const QString &service, const QDateTime &now, const TimeTexts &times)
{
    if (error.kind == ErrorKind::Cancelled)
        return {};
    if (service.isEmpty() || error.kind == ErrorKind::Storage || error.kind == ErrorKind::SecretsLocked)
        return ownTrouble(error.kind);
    switch (error.kind) {
    case ErrorKind::Offline:
        return {ErrorTexts::tr("%1 cannot be reached.").arg(service), retrySentence(error, now, times), {}};
    case ErrorKind::TimedOut:
        // A request that was sent may have had its effect: do not promise that nothing happened.
        return {ErrorTexts::tr("%1 did not answer in time.").arg(service),
                ErrorTexts::tr("It may have gone through all the same; check before you repeat it."),
                {}};
    case ErrorKind::SignInNeeded:
        return {ErrorTexts::tr("%1 wants you to sign in again.").arg(service),
                ErrorTexts::tr("Until then no calls arrive from there; nothing already recorded is lost."), ErrorTexts::tr("Sign in")};
    case ErrorKind::RateLimited:
        if (error.retryAfter)
            //: %1: a service, %2: a moment, "2:31 PM"
            return {ErrorTexts::tr("%1 asked us to wait until %2.").arg(service, times.moment(now.addSecs(error.retryAfter->count()), now)),
                    ErrorTexts::tr("Nothing is sent until then; what is due waits here."),
                    {}};
        return {ErrorTexts::tr("%1 asked us to slow down.").arg(service), ErrorTexts::tr("Callcard goes on by itself."), {}};
    case ErrorKind::Refused:
        return {ErrorTexts::tr("%1 refused this.").arg(service),
                ErrorTexts::tr("Your account may lack the right to do it; your administrator can tell."), ErrorTexts::tr("Show details")};
    case ErrorKind::ServerFault:
        return {ErrorTexts::tr("%1 has a fault on its side.").arg(service), retrySentence(error, now, times), {}};
    case ErrorKind::BadPayload:
        return {ErrorTexts::tr("%1 sent an answer that Callcard cannot read.").arg(service),
                ErrorTexts::tr("It was set aside, the rest goes on. If it stays, send a report."), ErrorTexts::tr("Show details")};
    case ErrorKind::Cancelled:
    case ErrorKind::Storage:
    case ErrorKind::SecretsLocked:
        break;
    }
    return ownTrouble(error.kind);
}

ErrorText damageText(DamagedFile file, const QString &keptAs)
{
    const QString name = keptAs.section(u'/', -1);
    if (file == DamagedFile::CallLog)
        return {ErrorTexts::tr("The call log was damaged and has been set aside."),
                //: %1: the name of a file
                ErrorTexts::tr("Calls and notes are kept in a new one from now on. The old file stays as %1.").arg(name),
                ErrorTexts::tr("Open the folder")};
    return {ErrorTexts::tr("What waited to be sent was damaged and has been set aside."),
            //: %1: the name of a file
            ErrorTexts::tr("Sync counts the last days anew. The old file stays as %1.").arg(name), ErrorTexts::tr("Open the folder")};
}

} // namespace callcard::ui
