#include "settinggroups.h"

#include <callcard/ui/terms.h>

#include <QCoreApplication>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct GroupTexts {
    Q_DECLARE_TR_FUNCTIONS(GroupTexts)
};

} // namespace

QList<SettingWords> computerWords()
{
    using enum SettingsSection;
    const QString here = GroupTexts::tr("This computer");
    return {
        {u"desktop/telLinks"_s, Connections, here, GroupTexts::tr("tel:, callto: and sip: links"),
         GroupTexts::tr("A click on a phone number in any program opens Callcard’s call box.")},
        {u"desktop/autostart"_s, Connections, here, GroupTexts::tr("Start when I sign in"), GroupTexts::tr("Starts hidden, in the tray.")},
    };
}

QList<SettingWords> accountWords()
{
    using enum SettingsSection;
    const QString calls = GroupTexts::tr("Calls");
    const QString ringcentral = serviceName(u"ringcentral"_s);
    const QString justcall = serviceName(u"justcall"_s);
    const QString relay = serviceName(u"relay"_s);
    const QString firebase = u"Firebase"_s;
    const QString google = u"Google"_s;
    const QString copper = serviceName(u"copper"_s);
    const QString where = GroupTexts::tr("Server");
    return {
        {u"calls/sources"_s,
         Accounts,
         calls,
         GroupTexts::tr("Where calls come from"),
         GroupTexts::tr("Nothing chosen: every service that is set up."),
         {ringcentral, justcall, relay, serviceName(u"demo"_s)}},
        {u"ringcentral/clientId"_s, Accounts, ringcentral, GroupTexts::tr("Client ID"),
         GroupTexts::tr("Of the app your administrator registered with RingCentral.")},
        {u"ringcentral/serverUrl"_s, Accounts, ringcentral, where, GroupTexts::tr("Another one for a test account only.")},
        {u"ringcentral/accountId"_s, Accounts, ringcentral, GroupTexts::tr("Account"), GroupTexts::tr("~ is the account you sign in to.")},
        {u"ringcentral/redirectUri"_s, Accounts, ringcentral, GroupTexts::tr("Way back from the browser"),
         GroupTexts::tr("As registered with RingCentral. If its port is taken, the next two are tried.")},
        {u"ringcentral/jwtToken"_s, Accounts, ringcentral, GroupTexts::tr("JWT"), GroupTexts::tr("Signs in without a browser.")},
        {u"ringcentral/clientSecret"_s, Accounts, ringcentral, GroupTexts::tr("Client secret"),
         GroupTexts::tr("Needed with a JWT; signing in with the browser needs none.")},
        {u"relay/url"_s, Accounts, relay, GroupTexts::tr("Address"), GroupTexts::tr("Your administrator has it.")},
        {u"relay/token"_s, Accounts, relay, GroupTexts::tr("Your token"), GroupTexts::tr("Opens your own calls and nobody else’s.")},
        {u"justcall/apiKey"_s, Accounts, justcall, GroupTexts::tr("API key"),
         GroupTexts::tr("Opens the calls of every colleague: for accounts of one person.")},
        {u"justcall/apiSecret"_s, Accounts, justcall, GroupTexts::tr("API secret"), GroupTexts::tr("The other half of the key.")},
        {u"justcall/baseUrl"_s, Accounts, justcall, where, GroupTexts::tr("Where JustCall’s API is.")},
        {u"firebase/projectId"_s, Accounts, firebase, GroupTexts::tr("Project"), GroupTexts::tr("The team’s Firebase project.")},
        {u"firebase/apiKey"_s, Accounts, firebase, GroupTexts::tr("Web API key"), GroupTexts::tr("Names the project and opens nothing.")},
        {u"firebase/password"_s, Accounts, firebase, GroupTexts::tr("Password"), GroupTexts::tr("Signs in with your e-mail address.")},
        {u"firebase/firestoreEmulatorHost"_s, Accounts, firebase, GroupTexts::tr("Test server for Firestore"),
         GroupTexts::tr("On this computer only; normally empty.")},
        {u"firebase/authEmulatorHost"_s, Accounts, firebase, GroupTexts::tr("Test server for signing in"),
         GroupTexts::tr("On this computer only; normally empty.")},
        {u"google/clientId"_s, Accounts, google, GroupTexts::tr("Client ID"),
         GroupTexts::tr("Of the project’s desktop client, to sign in with Google.")},
        {u"google/clientSecret"_s, Accounts, google, GroupTexts::tr("Client secret"),
         GroupTexts::tr("Issued with it; not confidential for desktop clients.")},
        {u"google/authUrl"_s, Accounts, google, GroupTexts::tr("Sign-in page"), GroupTexts::tr("Google’s own unless you test.")},
        {u"google/tokenUrl"_s, Accounts, google, GroupTexts::tr("Token address"), GroupTexts::tr("Google’s own unless you test.")},
        {u"copper/userEmail"_s, Accounts, copper, GroupTexts::tr("E-mail address"), GroupTexts::tr("Whose key it is.")},
        {u"copper/apiKey"_s, Accounts, copper, GroupTexts::tr("API key"), GroupTexts::tr("From your settings in Copper.")},
        {u"copper/baseUrl"_s, Accounts, copper, where, GroupTexts::tr("Where Copper’s API is.")},
    };
}

QList<SettingWords> cardWords()
{
    using enum SettingsSection;
    const QString seconds = GroupTexts::tr(" s");
    return {
        {u"card/mode"_s,
         Card,
         {},
         GroupTexts::tr("When the phone rings"),
         GroupTexts::tr("Off: calls are still kept in the history."),
         {GroupTexts::tr("Show the card"), GroupTexts::tr("Show a small card"), GroupTexts::tr("Only mark the tray icon"),
          GroupTexts::tr("Do nothing")}},
        {u"card/corner"_s,
         Card,
         {},
         GroupTexts::tr("Corner"),
         GroupTexts::tr("Of the screen’s free area."),
         {GroupTexts::tr("Top left"), GroupTexts::tr("Top right"), GroupTexts::tr("Bottom left"), GroupTexts::tr("Bottom right")}},
        {u"card/screen"_s,
         Card,
         {},
         GroupTexts::tr("Screen"),
         GroupTexts::tr("The active one is where the pointer is."),
         {GroupTexts::tr("The active one"), GroupTexts::tr("The primary one"), GroupTexts::tr("All of them")}},
        {u"card/hideAfter"_s, Card, {}, GroupTexts::tr("Hide after"), GroupTexts::tr("0: as long as it rings."), {}, seconds},
        {u"card/stayAfterEnd"_s,
         Card,
         {},
         GroupTexts::tr("Tell how it ended for"),
         GroupTexts::tr("0: the card goes with the call."),
         {},
         seconds},
        {u"card/outgoing"_s, Card, {}, GroupTexts::tr("A card for calls I make"), GroupTexts::tr("The note can start before hello.")},
        {u"card/lines"_s,
         Card,
         {},
         GroupTexts::tr("Lines of their own"),
         GroupTexts::tr("Another way for one of your numbers, like +14165550142=compact, separated by commas.")},
        {u"card/crmUrl"_s,
         Card,
         {},
         GroupTexts::tr("Page of the CRM"),
         GroupTexts::tr("What Open in CRM opens: an address with {id}, {email}, {name} or {number} in it.")},
        {u"card/followDoNotDisturb"_s,
         Quiet,
         {},
         GroupTexts::tr("Follow “do not disturb”"),
         GroupTexts::tr("No cards while the desktop or the phone wants quiet.")},
        {u"card/quietHours"_s, Quiet, {}, GroupTexts::tr("Quiet hours"), GroupTexts::tr("Every day, in your time zone.")},
        {u"card/quietFrom"_s, Quiet, {}, GroupTexts::tr("From"), {}},
        {u"card/quietTo"_s, Quiet, {}, GroupTexts::tr("Until"), {}},
        {u"card/hotkey"_s, Shortcuts, {}, GroupTexts::tr("Go to the card"), GroupTexts::tr("Gives the keyboard to the card that shows.")},
        {u"dialing/hotkey"_s, Shortcuts, {}, GroupTexts::tr("Call the marked number"), GroupTexts::tr("Shows what will be dialled first.")},
    };
}

QList<SettingWords> dialWords()
{
    using enum SettingsSection;
    return {
        {u"dialing/via"_s,
         Dialling,
         {},
         GroupTexts::tr("Calls go through"),
         GroupTexts::tr("What rings first when you click a number."),
         {GroupTexts::tr("The phone service"), GroupTexts::tr("The RingCentral app"), GroupTexts::tr("The JustCall dialer"),
          GroupTexts::tr("The system’s program for tel: links")}},
        {u"dialing/fromNumber"_s,
         Dialling,
         {},
         GroupTexts::tr("Caller ID"),
         GroupTexts::tr("One of your own numbers; empty: what the service chooses.")},
        {u"dialing/daytimeFrom"_s,
         Dialling,
         {},
         GroupTexts::tr("Customers may be called from"),
         GroupTexts::tr("In their own time; outside of it Callcard warns first.")},
        {u"dialing/daytimeTo"_s, Dialling, {}, GroupTexts::tr("… until"), {}},
        {u"directory/sources"_s,
         Directory,
         {},
         GroupTexts::tr("Sources"),
         GroupTexts::tr("Several make one directory; the same person is shown once."),
         {serviceName(u"firestore"_s), serviceName(u"copper"_s), serviceName(u"justcall"_s)}},
        {u"directory/scope"_s,
         Directory,
         {},
         GroupTexts::tr("Which customers"),
         GroupTexts::tr("Everything can be hundreds of thousands."),
         {GroupTexts::tr("My accounts"), GroupTexts::tr("Mine and active ones"), GroupTexts::tr("Everybody")}},
        {u"directory/syncMinutes"_s, Directory, {}, GroupTexts::tr("Look for changes every"), {}, {}, GroupTexts::tr(" min")},
        {u"directory/collections"_s, Directory, {}, GroupTexts::tr("Collections in Firestore"), GroupTexts::tr("Separated by commas.")},
        {u"directory/fields"_s,
         Directory,
         {},
         GroupTexts::tr("Your team’s own fields"),
         //: phone=Direct Line is an example; the words before the equals sign are fixed.
         GroupTexts::tr("Like phone=Direct Line, separated by commas.")},
        {u"directory/writeNewCustomers"_s,
         Directory,
         {},
         GroupTexts::tr("Send new customers to Firestore"),
         GroupTexts::tr("Those you add here; they wait on this computer until it worked.")},
    };
}

QList<SettingWords> figureWords()
{
    using enum SettingsSection;
    const QString records = GroupTexts::tr("Call records");
    return {
        {u"metrics/readOnly"_s,
         Metrics,
         {},
         GroupTexts::tr("Only read"),
         GroupTexts::tr("For teams where a server writes the figures already.")},
        {u"metrics/syncMinutes"_s, Metrics, {}, GroupTexts::tr("Bring today up to date every"), {}, {}, GroupTexts::tr(" min")},
        {u"metrics/dateMarker"_s,
         Metrics,
         {},
         GroupTexts::tr("A day is marked at"),
         GroupTexts::tr("Noon UTC is the right day for readers almost everywhere."),
         {GroupTexts::tr("Noon UTC"), GroupTexts::tr("Midnight UTC"), GroupTexts::tr("Midnight in your zone")}},
        {u"metrics/writeGoals"_s,
         Metrics,
         {},
         GroupTexts::tr("Send my goals to Firestore"),
         GroupTexts::tr("Otherwise goals are only read.")},
        {u"metrics/agents"_s,
         Metrics,
         {},
         GroupTexts::tr("Known by another name"),
         GroupTexts::tr("Where a phone service has another address: sam@company.example=417000, separated by commas.")},
        {u"callRecords/enabled"_s, Metrics, records, GroupTexts::tr("Write each call to Firestore"),
         GroupTexts::tr("From its first moment, with every change.")},
        {u"callRecords/collection"_s, Metrics, records, GroupTexts::tr("Collection"), {}},
        {u"history/keepDays"_s,
         Privacy,
         {},
         GroupTexts::tr("Keep calls, notes and texts for"),
         GroupTexts::tr("Older ones are removed from this computer; open promises stay."),
         {},
         GroupTexts::tr(" days")},
    };
}

QList<SettingWords> generalWords()
{
    using enum SettingsSection;
    return {
        {u"user/email"_s, General, {}, GroupTexts::tr("My e-mail address"), GroupTexts::tr("Tells which calls are yours.")},
        {u"user/region"_s, General, {}, GroupTexts::tr("My country"), GroupTexts::tr("For numbers written without one.")},
        {u"user/timeZone"_s, General, {}, GroupTexts::tr("My time zone"), GroupTexts::tr("Where your day begins and ends.")},
        {u"desktop/language"_s,
         General,
         {},
         GroupTexts::tr("Language"),
         GroupTexts::tr("Changes at once."),
         {GroupTexts::tr("As the system"), u"English"_s, u"Deutsch"_s, u"Français"_s, u"Español"_s}},
        {u"desktop/colorScheme"_s,
         General,
         {},
         GroupTexts::tr("Appearance"),
         {},
         {GroupTexts::tr("As the system"), GroupTexts::tr("Light"), GroupTexts::tr("Dark")}},
        {u"desktop/trayIcon"_s,
         General,
         {},
         GroupTexts::tr("Icon in the panel"),
         GroupTexts::tr("Panels do not tell their colour: choose what you see best."),
         {GroupTexts::tr("As the desktop"), GroupTexts::tr("Light"), GroupTexts::tr("Dark"), GroupTexts::tr("In colour")}},
    };
}

QList<SettingWords> allSettingWords()
{
    return computerWords() + accountWords() + cardWords() + dialWords() + figureWords() + generalWords();
}

} // namespace callcard::ui
