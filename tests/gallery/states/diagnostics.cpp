#include "registry.h"

#include <callcard/ui/diagnosticspage.h>

#include <QListView>
#include <QTimer>

using namespace callcard;
using namespace callcard::gallery;
using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
const QDateTime kNow(QDate(2026, 11, 20), QTime(19, 15, 40), Qt::UTC); // 2:15 PM in Toronto

PopDecision decision(int secondsAgo, const QString &name, const QString &line, std::chrono::milliseconds provider)
{
    PopDecision decision{.call = CallId(QString::number(secondsAgo)), .source = u"ringcentral"_s, .lineName = line};
    decision.receivedAt = kNow.addSecs(-secondsAgo);
    decision.eventTime = decision.receivedAt.addMSecs(-provider.count());
    decision.matching = 40us;
    if (!name.isEmpty()) {
        decision.customer = CustomerId(name);
        decision.customerName = name;
        decision.matches = 1;
        decision.confidence = Confidence::Exact;
    }
    return decision;
}

PopDecision shown(int secondsAgo, const QString &name, const QString &line, std::chrono::milliseconds provider,
                  std::chrono::microseconds own)
{
    PopDecision card = decision(secondsAgo, name, line, provider);
    card.painted = own;
    return card;
}

PopDecision held(int secondsAgo, const QString &name, const QString &line, PopReason reason, bool digest = false)
{
    PopDecision none = decision(secondsAgo, name, line, 800ms);
    none.reason = reason;
    none.digest = digest;
    return none;
}

QList<PopDecision> day()
{
    PopDecision same = held(11'843, {}, u"Main number"_s, PopReason::SameCall);
    same.source = u"justcall"_s;
    same.caller.number = PhoneNumber::fromE164(u"+16475550118");
    PopDecision withheld = shown(18'050, {}, u"Sales Toronto"_s, 600ms, 1'600us);
    withheld.withheld = true;
    PopDecision stranger = shown(13'171, {}, u"Support"_s, 900ms, 1'700us);
    stranger.caller.number = PhoneNumber::fromE164(u"+16475550118");
    return {shown(9, u"Theo Northcott"_s, u"Sales Toronto"_s, 700ms, 1'900us),
            held(1410, u"Marcus Oyelaran"_s, u"Sales Toronto"_s, PopReason::QuietHours, true),
            held(3338, u"Jonas Wiesner"_s, u"Support"_s, PopReason::ModeOff),
            shown(10'496, u"Ines Monteiro"_s, u"Sales Toronto"_s, 9'400ms, 2'200us),
            same,
            stranger,
            withheld};
}

DiagnosticsPage *page()
{
    auto *page = new DiagnosticsPage;
    page->setTimes(TimeTexts(QLocale(), QTimeZone("America/Toronto")));
    page->setNow(kNow, QTimeZone("America/Toronto"));
    page->setRules({.quietHours = true, .quietFrom = QTime(13, 0), .quietTo = QTime(14, 0)});
    page->resize(984, 724);
    return page;
}

QWidget *table()
{
    DiagnosticsPage *made = page();
    made->setDecisions(day());
    made->setConnection({.connectedSince = kNow.addSecs(-27'600), .gaps = 1, .longestGap = 120s}, kNow);
    auto *list = made->findChild<QListView *>();
    list->setCurrentIndex(list->model()->index(1, 0));
    return made;
}

QWidget *report()
{
    DiagnosticsPage *made = page();
    made->setDecisions(day());
    made->setConnection({.connectedSince = kNow.addSecs(-27'600), .gaps = 2, .longestGap = 120s, .missedCalls = 2}, kNow);
    made->showReport(true);
    return made;
}

QWidget *empty()
{
    DiagnosticsPage *made = page();
    made->setConnection({.state = QObject::tr("Connecting to the team relay")}, kNow);
    return made;
}

QWidget *byDesktop()
{
    auto *made = qobject_cast<DiagnosticsPage *>(table());
    made->tellPlacesAreTheDesktops();
    return made;
}

const State tableState(u"diagnostics/table"_s, table);
const State reportState(u"diagnostics/report"_s, report);
const State emptyState(u"diagnostics/empty"_s, empty);
const State byDesktopState(u"diagnostics/wayland"_s, byDesktop);
} // namespace
