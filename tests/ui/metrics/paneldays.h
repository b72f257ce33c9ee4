#pragma once

#include <callcard/goalprogress.h>
#include <callcard/ui/panelfacts.h>

namespace callcard::testing {

using namespace Qt::Literals::StringLiterals;

inline const QDateTime kPanelNow(QDate(2026, 11, 20), QTime(19, 15), Qt::UTC); // Friday, 2:15 PM in Toronto

inline ui::PanelDay panelDay(const QDate &day, const CallMix &parts, int talkMinutes, int texts, const QString &source = u"ringcentral"_s)
{
    CallMix mix = parts;
    mix.day = day;
    mix.source = source;
    DailyMetrics figures{.day = day, .source = source, .calls = mix.calls()};
    figures.inbound = mix.incomingAnswered + mix.missed + mix.voicemail + mix.elsewhere;
    figures.outbound = figures.calls - figures.inbound;
    figures.connected = mix.outgoingReached + mix.incomingAnswered;
    figures.missed = mix.missed + mix.voicemail;
    figures.voicemail = mix.voicemail;
    figures.notConnected = mix.outgoingUnanswered;
    figures.talkTime = std::chrono::minutes(talkMinutes);
    figures.totalTime = figures.talkTime;
    figures.textsSent = texts;
    ui::PanelDay made{.day = day, .reading = ui::Reading::Whole, .sources = {figures}, .mixes = {mix}};
    made.asked = texts / 2;
    made.replied = texts / 3;
    made.calledBack = figures.missed > 0 ? 1 : 0;
    made.calledBackAfter = std::chrono::minutes(made.calledBack * (9 + day.day() % 17));
    return made;
}

/// A rep who calls on working days, with a day that was not read and today as far as it has come.
inline ui::PanelFacts busyPanel(int days = 731)
{
    ui::PanelFacts facts{.now = kPanelNow, .zone = QTimeZone("America/Toronto")};
    const QDate today = kPanelNow.date();
    for (QDate day = today.addDays(1 - days); day <= today; day = day.addDays(1)) {
        const int n = static_cast<int>((day.toJulianDay() * 2654435761U) % 97);
        const bool works = day.dayOfWeek() <= 5 && !(day.month() == 7 && day.day() > 26) && !(day.month() == 8 && day.day() < 9);
        if (day == today)
            facts.days.append(panelDay(
                day, {.outgoingReached = 14, .outgoingUnanswered = 6, .incomingAnswered = 11, .missed = 6, .voicemail = 1}, 96, 21));
        else if (day == QDate(2026, 11, 11) || day == QDate(2026, 9, 23) || day == QDate(2026, 9, 24))
            facts.days.append({.day = day, .reading = ui::Reading::None});
        else if (!works)
            facts.days.append({.day = day, .reading = ui::Reading::Whole});
        else
            facts.days.append(panelDay(day,
                                       {.outgoingReached = 16 + n % 12,
                                        .outgoingUnanswered = 2 + n % 6,
                                        .incomingAnswered = 6 + n % 9,
                                        .missed = n % 5,
                                        .voicemail = n % 3 == 0 ? 1 : 0},
                                       100 + n, 14 + n % 20));
    }
    facts.usual.days = kUsualDays;
    for (size_t hour = 0; hour < facts.usual.calls.size(); ++hour) {
        const double share = hour <= 8 ? 0.0 : hour >= 17 ? 1.0 : (double(hour) - 8) / 9;
        facts.usual.calls[hour] = 47 * share;
        facts.usual.talk[hour] = 150 * share;
        facts.usual.texts[hour] = 25 * share;
    }
    facts.goals = {{.type = kCallsType.toString(), .period = GoalPeriod::Daily, .target = 50},
                   {.type = kTalkType.toString(), .period = GoalPeriod::Daily, .target = 150},
                   {.type = kTextsType.toString(), .period = GoalPeriod::Daily, .target = 30},
                   {.type = kCallsType.toString(), .period = GoalPeriod::Weekly, .target = 250},
                   {.type = kCallsType.toString(), .period = GoalPeriod::Quarterly, .target = 3000}};
    facts.readAt = kPanelNow.addSecs(-12);
    facts.agreement = ui::Agreement{.source = u"ringcentral"_s, .ours = 38, .provider = 38, .at = kPanelNow.addSecs(-300)};
    return facts;
}

inline QList<ui::PanelCustomer> busyCustomers()
{
    const auto one = [](const QString &id, const QString &name, const QString &company, int calls, int texts, const QDate &order,
                        qint64 cents) {
        return ui::PanelCustomer{.customer = {.id = CustomerId(id), .name = name, .company = company},
                                 .name = name,
                                 .calls = calls,
                                 .texts = texts,
                                 .lastOrder = order,
                                 .twelveMonthsCents = cents};
    };
    QList<ui::PanelCustomer> customers{
        one(u"1"_s, u"Ana Beltrán"_s, u"Casa Beltrán Foods"_s, 4, 2, QDate(2026, 11, 12), 4'820'000),
        one(u"2"_s, u"Sarah Lindqvist"_s, u"Northlight Coffee Roasters"_s, 3, 5, QDate(2026, 10, 30), 1'250'000),
        one(u"3"_s, u"Jonas Wiesner"_s, u"Oberbayerische Getränkegroßhandelsgesellschaft mbH & Co. KG"_s, 2, 0, QDate(2025, 12, 1), 0)};
    customers.append({.name = u"(647) 555-0118"_s, .calls = 2, .texts = 1});
    return customers;
}

} // namespace callcard::testing
