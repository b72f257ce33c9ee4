#include <callcard/ui/errortexts.h>

#include <QCoreApplication>

#include <optional>

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

/// Trouble with our own files. Which, is the word that leads the detail: a screen knows no databases, and their room keeps to these words.
ErrorText diskTrouble(const Error &error)
{
    const QString fault = error.detail.section(u": "_s, 0, 0);
    const QString folder = ErrorTexts::tr("Open the folder");
    if (fault == "full"_L1)
        return {ErrorTexts::tr("The disk is full."),
                ErrorTexts::tr("Make room on it: until then Callcard cannot keep what is new. Calls still show."), folder};
    if (fault == "read-only"_L1)
        return {ErrorTexts::tr("Callcard may not write to its files."),
                ErrorTexts::tr("Make its folder and what is in it writable for you, then start Callcard again. Calls still show."), folder};
    if (fault == "cannot-open"_L1)
        return {ErrorTexts::tr("Callcard cannot open its files."),
                ErrorTexts::tr("Check that its folder is there and yours to read and write, then start Callcard again."), folder};
    if (fault == "corrupt"_L1)
        return {ErrorTexts::tr("A file of Callcard's is damaged."),
                ErrorTexts::tr("Start Callcard again: it sets the damaged file aside and begins a new one."), folder};
    if (fault == "newer"_L1)
        return {ErrorTexts::tr("Callcard's files were written by a newer version of it."),
                ErrorTexts::tr("Install the newer version again; this one leaves them as they are."), folder};
    if (fault == "older"_L1)
        return {ErrorTexts::tr("Callcard's files are still those of an older version of it."),
                ErrorTexts::tr("Start Callcard once, it brings them up to date."),
                {}};
    if (fault == "locked"_L1)
        return {ErrorTexts::tr("Another program is busy with Callcard's files."),
                ErrorTexts::tr("Wait until it has finished, or close it, then try again."),
                {}};
    if (fault == "keychain"_L1)
        return {ErrorTexts::tr("The system's keychain failed."),
                ErrorTexts::tr("Sign out of the desktop and in again, then try again; what lies in the keychain stays there."),
                {}};
    return {ErrorTexts::tr("Callcard cannot write to its folder."),
            ErrorTexts::tr("The disk may be full or read-only, or the files come from a newer Callcard. Calls still show."), folder};
}

/// Trouble on the way to a service, where more is known of it than that: by the word that leads the detail, to which the network's room
/// keeps. Nothing where there is no such word.
std::optional<ErrorText> networkTrouble(const Error &error, const QString &service)
{
    const QString fault = error.detail.section(u": "_s, 0, 0);
    if (fault == "no-network"_L1)
        return ErrorText{
            ErrorTexts::tr("This computer has no network."), ErrorTexts::tr("Callcard goes on by itself when it is back."), {}};
    if (fault == "host-unknown"_L1)
        return ErrorText{ErrorTexts::tr("There is no server of the name that stands in %1's address.").arg(service),
                         ErrorTexts::tr("Check the address, and that this computer is online; Callcard tries again by itself."),
                         {}};
    if (fault == "connection-refused"_L1)
        return ErrorText{ErrorTexts::tr("Nobody answers at the address of %1.").arg(service),
                         ErrorTexts::tr("It may be down for a while, or the address is wrong; Callcard tries again by itself."),
                         {}};
    if (fault == "untrusted"_L1)
        return ErrorText{
            ErrorTexts::tr("The server could not prove that it is %1, so nothing was sent.").arg(service),
            ErrorTexts::tr("Somebody may be in between. A certificate made by the company itself must be known to this system; "
                           "your administrator can add it."),
            {}};
    if (fault == "clock-wrong"_L1)
        return ErrorText{
            ErrorTexts::tr("By the clock of this computer, the certificate of %1 has run out or is not valid yet.").arg(service),
            ErrorTexts::tr("Set the clock. If it is right, whoever runs the server must renew the certificate."),
            {}};
    if (fault == "proxy-trouble"_L1)
        return ErrorText{ErrorTexts::tr("The network's proxy did not let Callcard through to %1.").arg(service),
                         ErrorTexts::tr("Check the proxy's address and sign-in in the system's settings; Callcard tries again by itself."),
                         {}};
    if (fault == "captive-portal"_L1)
        return ErrorText{ErrorTexts::tr("Something other than %1 answered: perhaps the sign-in page of this network.").arg(service),
                         ErrorTexts::tr("Open any page in your browser and sign in to the network; Callcard goes on by itself."),
                         {}};
    if (fault == "bad-redirect"_L1)
        return ErrorText{ErrorTexts::tr("%1 was sent on to a place where Callcard does not follow.").arg(service),
                         ErrorTexts::tr("Check the address, or sign in to this network in your browser."),
                         {}};
    if (fault == "plain-text"_L1)
        return ErrorText{ErrorTexts::tr("The address of %1 has no encryption, so nothing was sent.").arg(service),
                         ErrorTexts::tr("Let it begin with https://."),
                         {}};
    if (fault == "bad-address"_L1)
        return ErrorText{ErrorTexts::tr("The address of %1 is not complete.").arg(service),
                         ErrorTexts::tr("It looks like https://calls.company.example; correct it in Settings."),
                         {}};
    return std::nullopt;
}

/// Trouble on this computer: nobody else to name.
ErrorText ownTrouble(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Storage:
        return diskTrouble(error);
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
        return ownTrouble(error);
    if (const std::optional<ErrorText> network = networkTrouble(error, service))
        return *network;
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
                ErrorTexts::tr("Until then nothing new arrives from there; nothing already recorded is lost."), ErrorTexts::tr("Sign in")};
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
    return ownTrouble(error);
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
