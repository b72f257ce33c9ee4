#include "registry.h"

#include <callcard/ui/connectionspage.h>
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

const State current(u"settings/sync-current"_s, [] {
    return syncPage({.state = SyncView::State::Idle,
                     .lastSuccess = kSyncNow.addSecs(-250),
                     .nextTry = kSyncNow.addSecs(650),
                     .outcome = SyncOutcome{.end = SyncOutcome::End::Done, .calls = 45, .figures = 60}});
});
const State running(u"settings/sync-running"_s, [] {
    return syncPage({.state = SyncView::State::Running, .canStop = true, .done = 12, .all = 30, .lastSuccess = kSyncNow.addSecs(-3600)});
});
const State failing(u"settings/sync-failing"_s, [] {
    return syncPage({.state = SyncView::State::Failing,
                     .lastSuccess = kSyncNow.addSecs(-7200),
                     .nextTry = kSyncNow.addSecs(90),
                     .problem = QObject::tr("Firestore cannot be reached. Callcard tries again by itself."),
                     .waiting = 12,
                     .parked = 3});
});
const State notSetUp(u"settings/sync-not-set-up"_s, [] { return syncPage({}); });

} // namespace
