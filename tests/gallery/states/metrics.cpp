#include "registry.h"

#include "../../ui/metrics/paneldays.h"

#include <callcard/ui/figuretable.h>
#include <callcard/ui/metricspage.h>
#include <callcard/ui/paneltexts.h>

using namespace callcard;
using namespace callcard::gallery;
using namespace callcard::testing;
using namespace callcard::ui;

namespace {

MetricsPage *panel(const PanelFacts &facts, const PanelChoice &choice = {}, QSize size = {984, 900})
{
    auto *page = new MetricsPage;
    page->resize(size);
    page->setOptions({.times = TimeTexts(QLocale(), QTimeZone("America/Toronto"))});
    page->setPeople({{UserId(u"me"_s), {}, true}, {UserId(u"dana"_s), u"Dana Whitfield"_s, false}}, UserId(u"me"_s));
    page->choose(choice);
    page->setFacts(facts);
    page->setCustomers(facts.days.size() < 2 ? QList<PanelCustomer>() : busyCustomers());
    return page;
}

PanelFacts twoSources()
{
    PanelFacts facts = busyPanel();
    for (qsizetype i = facts.days.size() - 6; i < facts.days.size(); ++i) {
        const PanelDay other =
            panelDay(facts.days[i].day, {.outgoingReached = 5, .incomingAnswered = 3, .missed = 1}, 22, 4, u"justcall"_s);
        facts.days[i].sources.append(other.sources);
        facts.days[i].mixes.append(other.mixes);
    }
    return facts;
}

/// Of whom only the documents are known.
PanelFacts documents()
{
    PanelFacts facts = busyPanel();
    for (PanelDay &day : facts.days)
        day.mixes.clear();
    facts.hasDetails = false;
    facts.live = false;
    facts.usual = {};
    facts.agreement.reset();
    return facts;
}

PanelFacts stale()
{
    PanelFacts facts = busyPanel();
    facts.readAt = kPanelNow.addSecs(-7200);
    facts.trouble = Error{.kind = ErrorKind::RateLimited, .detail = {}, .retryAfter = std::chrono::seconds(960)};
    facts.troubleSource = u"ringcentral"_s;
    facts.nextTry = kPanelNow.addSecs(960);
    return facts;
}

PanelFacts unread()
{
    PanelFacts facts = busyPanel(1);
    facts.days.last() = {.day = kPanelNow.date(), .reading = Reading::None};
    facts.goals.clear();
    facts.usual = {};
    facts.readAt = {};
    facts.agreement.reset();
    return facts;
}

const State today(u"metrics/today"_s, [] { return panel(busyPanel()); });
const State oneDay(u"metrics/one-day"_s, [] { return panel(busyPanel(1)); });
const State week(u"metrics/week"_s, [] { return panel(busyPanel(), {.span = PanelSpan::Week}); });
const State month(u"metrics/month"_s, [] { return panel(busyPanel(), {.span = PanelSpan::Month}); });
const State quarter(u"metrics/quarter"_s, [] { return panel(busyPanel(), {.span = PanelSpan::Range}); });
const State years(u"metrics/two-years"_s, [] {
    const QDate today = kPanelNow.date();
    return panel(busyPanel(), {.span = PanelSpan::Range, .range = {today.addDays(-730), today}});
});
const State other(u"metrics/somebody-else"_s, [] { return panel(documents(), {.span = PanelSpan::Week}); });
const State split(u"metrics/two-sources"_s, [] { return panel(twoSources()); });
const State old(u"metrics/stale"_s, [] { return panel(stale()); });
const State nothing(u"metrics/not-read"_s, [] { return panel(unread()); });
const State missing(u"metrics/missing-day"_s, [] { return panel(busyPanel(), {.range = {QDate(2026, 11, 11), {}}}); });
const State narrow(u"metrics/narrow"_s, [] { return panel(busyPanel(), {}, {672, 1180}); });

const State asTable(u"metrics/as-table"_s, [] {
    const QDate today = kPanelNow.date();
    return new FigureTable(u"Calls per day"_s, panelTable(twoSources(), {today.addDays(-18), today}), nullptr);
});

} // namespace
