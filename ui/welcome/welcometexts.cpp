#include <callcard/ui/welcometypes.h>

#include <QCoreApplication>

namespace callcard::ui {

namespace {
struct WelcomeTexts {
    Q_DECLARE_TR_FUNCTIONS(WelcomeTexts)
};
} // namespace

QString troubleText(WelcomeTrouble trouble, const QString &service)
{
    switch (trouble) {
    case WelcomeTrouble::None:
        return {};
    case WelcomeTrouble::Incomplete:
        return WelcomeTexts::tr("Something is still empty. Fill in every field, or skip this step.");
    case WelcomeTrouble::WrongKeys:
        //: %1: a service
        return WelcomeTexts::tr(
                   "%1 does not accept this. Look for a missing character at the beginning or end, or for a key that was replaced.")
            .arg(service);
    case WelcomeTrouble::NoRight:
        return WelcomeTexts::tr("%1 knows you, but your account may not do this. Your administrator can allow it.").arg(service);
    case WelcomeTrouble::SomethingElse:
        return WelcomeTexts::tr(
                   "Something other than %1 answered: perhaps the sign-in page of this network, or the address is wrong. Open any page "
                   "in your browser, sign in to the network, and try again.")
            .arg(service);
    case WelcomeTrouble::NoSuchHost:
        return WelcomeTexts::tr("There is no server of that name. Check the address, and that this computer is online.");
    case WelcomeTrouble::NotReachable:
        return WelcomeTexts::tr("%1 cannot be reached. Check that this computer is online; a firewall may be in the way.").arg(service);
    case WelcomeTrouble::Untrusted:
        return WelcomeTexts::tr(
                   "The server could not prove that it is %1, so nothing was sent. A certificate made by the company itself must be "
                   "known to this system; your administrator can add it.")
            .arg(service);
    case WelcomeTrouble::ClockWrong:
        return WelcomeTexts::tr("The clock of this computer is wrong, and sign-ins fail with a wrong clock. Set it, and try again.");
    case WelcomeTrouble::ProxyTrouble:
        return WelcomeTexts::tr("The network’s proxy refused. Check its address and sign-in in the system’s settings.");
    case WelcomeTrouble::PlainHttp:
        return WelcomeTexts::tr("The address must begin with https://: without encryption everybody on the way could read your calls.");
    case WelcomeTrouble::BadAddress:
        return WelcomeTexts::tr("This is no complete address. It looks like https://calls.company.example.");
    case WelcomeTrouble::NoBrowser:
        return WelcomeTexts::tr("No browser could be opened. Copy the link and open it in any browser on this computer, or use a JWT.");
    case WelcomeTrouble::PortTaken:
        return WelcomeTexts::tr(
            "Another program uses the ports 5000, 5001 and 5002 that the browser comes back to. Quit it and try again, or use a JWT.");
    case WelcomeTrouble::LoginRefused:
        return WelcomeTexts::tr("The sign-in page said no. Try again with another account, or ask your administrator to allow Callcard.");
    case WelcomeTrouble::NobodyCameBack:
        return WelcomeTexts::tr("Nobody came back from the browser. If the window was closed, simply try again.");
    case WelcomeTrouble::TooManyTries:
        return WelcomeTexts::tr("%1 allows a few tries a minute. Wait a minute, then try again.").arg(service);
    case WelcomeTrouble::KeychainLocked:
        return WelcomeTexts::tr("The system’s keychain is locked, so the key could not be kept. Unlock it and try again.");
    case WelcomeTrouble::KeychainAbsent:
        return WelcomeTexts::tr("There is no keychain on this desktop. The key can be kept until Callcard quits, and never in a file.");
    case WelcomeTrouble::ServiceFault:
        return WelcomeTexts::tr("%1 has a fault on its side. Skip this step; Callcard tries again by itself.").arg(service);
    case WelcomeTrouble::NotAFile:
        return WelcomeTexts::tr("This file cannot be read as a table (CSV) or as address cards (vCard).");
    case WelcomeTrouble::NobodyInIt:
        return WelcomeTexts::tr("No row of this file has a name and a number, so nothing was changed.");
    case WelcomeTrouble::DiskFull:
        return WelcomeTexts::tr("The disk is full, so this was not kept. Make room on it, then try again.");
    case WelcomeTrouble::NobodyYours:
        return WelcomeTexts::tr(
                   "%1 has no customers of yours. Settings, Directory, can ask for everybody’s; or your administrator can tell whose "
                   "accounts are yours.")
            .arg(service);
    case WelcomeTrouble::NoDisk:
        return WelcomeTexts::tr("Callcard may not write to its folder, so this was not kept. Make the folder and what is in it writable "
                                "for you, then try again.");
    case WelcomeTrouble::FilesUnusable:
        return WelcomeTexts::tr(
            "Callcard’s own files cannot be used just now. Quit Callcard and start it again: it says what is wrong with them.");
    case WelcomeTrouble::KeychainFailed:
        return WelcomeTexts::tr(
            "The system’s keychain failed, so the key was not kept. Sign out of the desktop and in again, then try again.");
    case WelcomeTrouble::LinksRefused:
        return WelcomeTexts::tr("The desktop did not let Callcard take over these links.");
    case WelcomeTrouble::LockedByPolicy:
        return WelcomeTexts::tr("Your administrator has decided this already; it cannot be changed here.");
    }
    Q_UNREACHABLE();
}

} // namespace callcard::ui
