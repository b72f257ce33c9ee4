#include "registry.h"

#include <callcard/ui/callbox.h>
#include <callcard/ui/dialtexts.h>

#include <QLineEdit>

using namespace callcard;
using namespace callcard::gallery;
using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime kAfternoon(QDate(2026, 11, 20), QTime(19, 15), Qt::UTC); // 2:15 PM in Toronto

const DialRules &rules()
{
    static const DialRules rules{.region = u"US"_s, .daytimeFrom = QTime(10, 0), .daytimeTo = QTime(21, 0), .providerDials = true};
    return rules;
}

CallBoxRow rowOf(const QString &id, const QString &name, const QString &company, QStringView number, const QString &detail = {})
{
    return {.customer = CustomerId(id),
            .name = name,
            .company = company,
            .detail = detail,
            .plan = planDial(*dialTargetFrom(number, u"US"_s), {}, rules(), kAfternoon)};
}

QWidget *box(const QString &typed, const QList<CallBoxRow> &rows, std::optional<PhoneProblem> problem = {}, const DialRules &how = rules())
{
    auto *box = new CallBox;
    box->findChild<QLineEdit *>()->setText(typed);
    box->setOffer({.query = typed, .rows = rows, .problem = problem, .searched = 128'406, .rules = how, .callerLine = u"Sales Toronto"_s});
    return box;
}

const State number(
    u"callbox/number"_s,
    [] { return box(u"416-555-0142"_s, {rowOf(u"a"_s, u"Sarah Lindqvist"_s, u"Northlight Coffee Roasters"_s, u"416-555-0142")}); }, true);
const State name(
    u"callbox/name"_s,
    [] {
        return box(u"lin"_s,
                   {rowOf(u"a"_s, u"Sarah Lindqvist"_s, u"Northlight Coffee Roasters"_s, u"416-555-0142", u"(416) 555-0142 mobile"_s),
                    rowOf(u"b"_s, u"Lina Achterberg"_s, u"Cedar Line Foods"_s, u"514-555-0121", u"(514) 555-0121"_s),
                    rowOf(u"c"_s, u"Colin Marsh"_s, u"Marsh & Daughters"_s, u"403-555-0158", u"(403) 555-0158"_s)});
    },
    true);
const State guard(
    u"callbox/guard"_s, [] { return box(u"(808) 555-0147"_s, {rowOf(u"d"_s, u"Kai Nakamura"_s, u"Lanai Provisions"_s, u"808-555-0147")}); },
    true);
const State stranger(
    u"callbox/stranger"_s, [] { return box(u"303 555 0142 x12"_s, {rowOf({}, {}, {}, u"303-555-0142 x12")}); }, true);
const State emergency(
    u"callbox/emergency"_s, [] { return box(u"911"_s, {rowOf({}, {}, {}, u"911")}); }, true);
const State nobody(
    u"callbox/nobody"_s, [] { return box(u"zyx"_s, {}); }, true);
const State cutNumber(
    u"callbox/cut-number"_s, [] { return box(u"555-0142"_s, {}, PhoneProblem::AreaCodeMissing); }, true);
const State empty(
    u"callbox/empty"_s, [] { return box({}, {}); }, true);
const State noProvider(
    u"callbox/no-provider"_s,
    [] {
        DialRules none = rules();
        none.providerDials = false;
        CallBoxRow row = rowOf(u"a"_s, u"Sarah Lindqvist"_s, u"Northlight Coffee Roasters"_s, u"416-555-0142");
        row.plan = planDial(row.plan.target, {}, none, kAfternoon);
        return box(u"416-555-0142"_s, {row}, {}, none);
    },
    true);
const State ways(
    u"callbox/ways"_s,
    [] {
        DialRules none = rules();
        none.providerDials = false;
        QList<CallBoxRow> rows;
        for (const DialRoute route : {DialRoute::Provider, DialRoute::RingCentralApp, DialRoute::System}) {
            none.route = route;
            CallBoxRow row = rowOf(u"a"_s, u"Sarah Lindqvist"_s, u"Northlight Coffee Roasters"_s, u"416-555-0142");
            row.plan = planDial(row.plan.target, {}, none, kAfternoon);
            row.way = dialRouteLabel(route);
            rows.append(row);
        }
        return box(u"416-555-0142"_s, rows, {}, none);
    },
    true);
const State choosable(
    u"callbox/choosable"_s,
    [] {
        auto *box = new CallBox;
        const QString typed = u"416-555-0142"_s;
        DialRules how = rules();
        how.callerId = u"+14165550100"_s;
        box->findChild<QLineEdit *>()->setText(typed);
        box->setOffer({.query = typed,
                       .rows = {rowOf(u"a"_s, u"Sarah Lindqvist"_s, u"Northlight Coffee Roasters"_s, u"416-555-0142")},
                       .rules = how,
                       .callerLine = u"Sales Toronto"_s,
                       .ways = {DialRoute::Provider, DialRoute::RingCentralApp, DialRoute::AiAgent},
                       .callers = {{.number = {}, .words = usualCallerText()}, {.number = how.callerId, .words = u"Sales Toronto"_s}}});
        return box;
    },
    true);
const State agent(
    u"callbox/agent"_s,
    [] {
        DialRules how = rules();
        how.route = DialRoute::AiAgent;
        how.agentCalls = true;
        CallBoxRow row = rowOf(u"a"_s, u"Sarah Lindqvist"_s, u"Northlight Coffee Roasters"_s, u"416-555-0142 x12");
        row.plan = planDial(row.plan.target, {}, how, kAfternoon);
        return box(u"416-555-0142 x12"_s, {row}, {}, how);
    },
    true);
const State twoWarnings(
    u"callbox/two-warnings"_s,
    [] {
        CallBoxRow row = rowOf(u"d"_s, u"Kai Nakamura"_s, u"Lanai Provisions"_s, u"808-555-0147");
        row.plan = planDial(row.plan.target, {.doNotCall = true}, rules(), kAfternoon);
        return box(u"(808) 555-0147"_s, {row});
    },
    true);
const State recent(
    u"callbox/recent"_s,
    [] {
        return box({},
                   {rowOf(u"a"_s, u"Sarah Lindqvist"_s, u"Northlight Coffee Roasters"_s, u"416-555-0142", u"Answered · 2:09 PM"_s),
                    rowOf(u"b"_s, u"Lina Achterberg"_s, u"Cedar Line Foods"_s, u"514-555-0121", u"You called, no answer · 11:48 AM"_s)});
    },
    true);
const State already(
    u"callbox/already"_s,
    [] {
        QWidget *widget = box(u"416-555-0142"_s, {rowOf(u"a"_s, u"Sarah Lindqvist"_s, u"Northlight Coffee Roasters"_s, u"416-555-0142")});
        static_cast<CallBox *>(widget)->setNotice(QObject::tr("Already calling Sarah Lindqvist."), {});
        return widget;
    },
    true);
const State longNames(
    u"callbox/long"_s,
    [] {
        return box(u"bartholomew"_s,
                   {rowOf(u"a"_s, u"Bartholomew Featherstonehaugh-Cholmondeley the Younger"_s,
                          u"Consolidated Amalgamated Provisions of the North"_s, u"416-555-0142 x4711"),
                    rowOf(u"b"_s, u"\u202eevil <b>name</b>\u0007"_s, u"<img src=x>"_s, u"514-555-0121", u"(514) 555-0121"_s)});
    },
    true);

} // namespace
