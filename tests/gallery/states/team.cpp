#include "registry.h"

#include "../../ui/team/teampeople.h"

#include <callcard/ui/teampage.h>

#include <QTableView>

using namespace callcard;
using namespace callcard::gallery;
using namespace callcard::testing;
using namespace callcard::ui;

namespace {

TeamPage *team(const TeamFacts &facts)
{
    auto *page = new TeamPage;
    page->resize(984, 720);
    page->setTimes(TimeTexts(QLocale(), QTimeZone("America/Toronto")));
    page->setCanSync(facts.rows.size() > 1);
    page->setFacts(facts);
    page->findChild<QTableView *>()->selectRow(2);
    return page;
}

const State full(u"team/table"_s, [] { return team(smallTeam()); });
const State columns(u"team/all-columns"_s, [] {
    TeamPage *page = team(smallTeam());
    page->resize(1480, 720);
    auto *table = page->findChild<QTableView *>();
    for (int column = 0; column < table->model()->columnCount(); ++column)
        table->setColumnHidden(column, false);
    return page;
});
const State offline(u"team/offline"_s, [] {
    TeamFacts facts = smallTeam();
    facts.trouble = Error{.kind = ErrorKind::Offline};
    facts.readAt = kTeamNow.addSecs(-7200);
    for (TeamRow &row : facts.rows)
        row.presentAt = kTeamNow.addSecs(-7200);
    facts.presenceTrouble = facts.trouble;
    facts.presenceSource = u"ringcentral"_s;
    return team(facts);
});
const State nobody(u"team/empty"_s, [] { return team({.now = kTeamNow}); });

} // namespace
