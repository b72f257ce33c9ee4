#include "registry.h"

#include <callcard/ui/connectionspage.h>
#include <callcard/ui/settingspage.h>
#include <callcard/ui/synctile.h>

using namespace callcard;
using namespace callcard::gallery;
using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime kSyncNow(QDate(2026, 11, 20), QTime(21, 15), Qt::UTC);

QWidget *syncPage(const SyncView &view)
{
    auto *page = new ConnectionsPage;
    page->setConnections({{.name = u"justcall"_s, .state = ConnectionState::Connected, .lastEvent = kSyncNow.addSecs(-4)}}, kSyncNow);
    auto *tile = new SyncTile;
    tile->setView(view, kSyncNow, TimeTexts(QLocale(), QTimeZone("America/Denver")));
    page->addTile(tile);
    page->resize(760, 320);
    return page;
}

const State syncCurrent(u"settings/sync-current"_s, [] {
    return syncPage({.state = SyncView::State::Idle,
                     .lastSuccess = kSyncNow.addSecs(-250),
                     .nextTry = kSyncNow.addSecs(650),
                     .outcome = SyncOutcome{.end = SyncOutcome::End::Done, .calls = 45, .figures = 60}});
});
const State syncRunning(u"settings/sync-running"_s, [] {
    return syncPage({.state = SyncView::State::Running, .canStop = true, .done = 12, .all = 30, .lastSuccess = kSyncNow.addSecs(-3600)});
});
const State syncFailing(u"settings/sync-failing"_s, [] {
    return syncPage({.state = SyncView::State::Failing,
                     .lastSuccess = kSyncNow.addSecs(-7200),
                     .nextTry = kSyncNow.addSecs(90),
                     .problem = QObject::tr("Firestore cannot be reached. Callcard tries again by itself."),
                     .waiting = 12,
                     .parked = 3});
});
const State syncNotSetUp(u"settings/sync-not-set-up"_s, [] { return syncPage({}); });
const QDateTime kSettingsNow(QDate(2026, 11, 20), QTime(14, 15), Qt::UTC);

QList<Connection> services()
{
    const Connection ringcentral{
        .name = u"ringcentral"_s, .state = ConnectionState::Connected, .since = kSettingsNow, .lastEvent = kSettingsNow.addSecs(-4)};
    const Connection relay{.name = u"relay"_s,
                           .state = ConnectionState::Degraded,
                           .since = kSettingsNow,
                           .lastEvent = kSettingsNow.addSecs(-540),
                           .problem = Error{.kind = ErrorKind::RateLimited, .retryAfter = std::chrono::seconds(960)}};
    const Connection firestore{.name = u"firestore"_s,
                               .state = ConnectionState::SignInNeeded,
                               .since = kSettingsNow,
                               .problem = Error{.kind = ErrorKind::SignInNeeded}};
    return {ringcentral, relay, firestore};
}

QList<SettingState> settingStates()
{
    QList<SettingState> states;
    for (const SettingInfo &info : allSettings()) {
        if (info.secret)
            continue;
        SettingState state{.key = info.key, .value = info.standard};
        if (info.key == "ringcentral/serverUrl"_L1)
            state = {info.key, info.standard, SettingOrigin::Policy, true, u"one region for the whole team"_s};
        if (info.key == "card/corner"_L1)
            state = {info.key, u"top-right"_s, SettingOrigin::File};
        if (info.key == "card/mode"_L1)
            state = {info.key, u"compact"_s, SettingOrigin::Environment};
        if (info.key == "card/outgoing"_L1)
            state = {info.key, true, SettingOrigin::Policy, true, u"the shop floor shares its screens"_s};
        if (info.key == "card/hideAfter"_L1)
            state = {info.key, 30, SettingOrigin::Policy};
        if (info.key == "user/email"_L1)
            state.value = u"robin@northstar.example"_s;
        if (info.key == "user/region"_L1)
            state.value = u"CA"_s;
        if (info.key == "user/timeZone"_L1)
            state.value = u"America/Toronto"_s;
        states.append(state);
    }
    return states;
}

SettingsPage *settingsPage(SettingsSection section, QSize size = {984, 768})
{
    auto *page = new SettingsPage;
    page->resize(size);
    page->setStates(settingStates());
    page->setConnections(services(), kSettingsNow);
    page->setLinkOwner({.known = true, .name = u"Softphone 3000"_s});
    page->setSecrets({{u"ringcentral/jwtToken"_s, SecretPlace::Keychain}, {u"relay/token"_s, SecretPlace::Environment}});
    page->privacy().setHosts({{u"platform.ringcentral.com"_s, 18'231, 640'120, kSettingsNow.addSecs(-4)},
                              {u"firestore.googleapis.com"_s, 92'004, 12'400'311, kSettingsNow.addSecs(-420)}},
                             kSettingsNow);
    page->showSection(section);
    return page;
}

const State connections(u"settings/connections"_s, [] { return settingsPage(SettingsSection::Connections); });
const State accounts(u"settings/accounts"_s, [] { return settingsPage(SettingsSection::Accounts); });
const State accountsNoKeychain(u"settings/no-keychain"_s, [] {
    SettingsPage *page = settingsPage(SettingsSection::General);
    page->setKeychainMissing(true);
    page->showSection(SettingsSection::Accounts);
    return page;
});
const State card(u"settings/card"_s, [] { return settingsPage(SettingsSection::Card); });
const State cardByDesktop(u"settings/card-wayland"_s, [] {
    SettingsPage *page = settingsPage(SettingsSection::Card);
    page->tellPlacesAreTheDesktops();
    return page;
});
const State refused(u"settings/refused"_s, [] {
    SettingsPage *page = settingsPage(SettingsSection::General);
    page->refuse(u"user/email"_s, refusalText(*findSetting(u"user/email"_s)));
    return page;
});
SettingsPage *withTemplate(const QString &pattern, const QString &sentence, bool isTrouble)
{
    SettingsPage *page = settingsPage(SettingsSection::Card, {984, 900});
    page->setStates({{u"card/crmUrl"_s, pattern, SettingOrigin::File}});
    page->showSetting(u"card/crmUrl"_s);
    page->setPreview(u"card/crmUrl"_s, sentence, isTrouble);
    return page;
}

const State crm(u"settings/crm"_s, [] {
    return withTemplate(u"https://crm.example/people/{id}"_s, u"Sarah Lindqvist: https://crm.example/people/148201734"_s, false);
});
const State crmWrong(u"settings/crm-wrong"_s, [] {
    return withTemplate(u"https://crm.example/people/{customer}"_s,
                        QObject::tr("{customer} is not known. There are {id}, {source}, {name}, {company}, {email} and {number}."), true);
});
const State quiet(u"settings/quiet"_s, [] { return settingsPage(SettingsSection::Quiet); });
const State shortcuts(u"settings/shortcuts"_s, [] { return settingsPage(SettingsSection::Shortcuts); });
const State shortcutTaken(u"settings/shortcut-taken"_s, [] {
    SettingsPage *page = settingsPage(SettingsSection::Shortcuts);
    page->setShortcutTrouble(u"card/hotkey"_s, ShortcutTrouble::Taken);
    page->setShortcutTrouble(u"dialing/hotkey"_s, ShortcutTrouble::NotHere);
    return page;
});
const State signedOut(u"settings/signed-out"_s, [] {
    SettingsPage *page = settingsPage(SettingsSection::Connections);
    page->tellSignedOut(u"ringcentral"_s, SignOutEnd::SessionLeft);
    page->setFileProblems({u"In the policy file /etc/xdg/callcard/policy.json: line 4, column 1: the policy file is not valid JSON."_s});
    return page;
});
const State directory(u"settings/directory"_s, [] { return settingsPage(SettingsSection::Directory); });
const State figures(u"settings/metrics"_s, [] { return settingsPage(SettingsSection::Metrics); });
const State narrow(u"settings/narrow"_s, [] { return settingsPage(SettingsSection::Dialling, {672, 560}); });
const State privacy(u"settings/privacy"_s, [] {
    SettingsPage *page = settingsPage(SettingsSection::Privacy, {984, 1100});
    page->privacy().showBundle(u"Callcard 0.1.0\nringcentral  connected\nrelay        degraded  RateLimited\n"_s);
    page->privacy().tell(true, u"Saved as callcard-data.json."_s);
    return page;
});
const State empty(u"settings/empty"_s, [] {
    auto *page = new SettingsPage;
    page->resize(984, 768);
    return page;
});

} // namespace
