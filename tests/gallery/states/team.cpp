#include "registry.h"

#include "../../ui/team/teampeople.h"

#include <callcard/ui/figurepopover.h>
#include <callcard/ui/teampage.h>

#include <QCoreApplication>
#include <QImage>
#include <QLabel>
#include <QPainter>
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
const State range(u"team/range"_s, [] {
    TeamFacts facts = smallTeam();
    facts.today = QDate(2026, 11, 20);
    facts.first = QDate(2024, 11, 21);
    facts.range = {QDate(2026, 10, 1), QDate(2026, 12, 31)};
    TeamPage *page = team(facts);
    page->choose({.span = TeamSpan::Range});
    page->setFacts(facts);
    page->setTeams({u"Eastern accounts"_s, u"Western accounts"_s}, u"Eastern accounts"_s);
    return page;
});
const State crowd(u"team/two-hundred"_s, [] {
    TeamFacts facts = smallTeam();
    for (int i = 0; facts.rows.size() < 200; ++i) {
        TeamRow row = facts.rows.at(i % 4);
        row.id = UserId(QString::number(i));
        row.name = u"Person %1"_s.arg(i + 1);
        row.isSelf = false;
        facts.rows.append(row);
    }
    return team(facts);
});
const State paper(u"team/paper"_s, [] {
    TeamPage *page = team(smallTeam());
    auto *shown = new QLabel;
    page->show();
    QImage picture(page->paperSize(), QImage::Format_RGB32);
    QPainter painter(&picture);
    page->paintPaper(painter);
    painter.end();
    page->deleteLater();
    shown->setPixmap(QPixmap::fromImage(picture));
    return shown;
});
const State figure(u"team/figure"_s, [] {
    auto *popover = new FigurePopover(nullptr);
    popover->ask({.title = u"Mei Tanaka · "_s + TeamPage::tr("Texts"),
                  .value = u"28"_s,
                  .definition = QCoreApplication::translate("TeamDetailText", "Texts that were sent. Deleted ones are left out."),
                  .note = TeamPage::tr("These are the sums of each day from Firestore. The single calls stay with the person; where "
                                       "the team writes call records, their metrics show them."),
                  .more = TeamPage::tr("Open metrics")},
                 {{.icon = u"calendar"_s, .who = u"Today"_s, .detail = u"28"_s, .when = u"RingCentral"_s},
                  {.icon = u"calendar"_s, .who = u"Yesterday"_s, .detail = u"31"_s, .when = u"RingCentral"_s}});
    popover->adjustSize();
    return popover;
});
const State nobody(u"team/empty"_s, [] { return team({.now = kTeamNow}); });

} // namespace
