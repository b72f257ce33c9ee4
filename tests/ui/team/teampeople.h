#pragma once

#include <callcard/goalprogress.h>
#include <callcard/ui/teamfacts.h>

namespace callcard::testing {

using namespace Qt::Literals::StringLiterals;

inline const QDateTime kTeamNow(QDate(2026, 11, 20), QTime(19, 15), Qt::UTC); // Friday, 2:15 PM in Toronto

inline ui::TeamSpanOfTime teamToday()
{
    const QDate today(2026, 11, 20);
    return {.range = {today, today}, .period = GoalPeriod::Daily, .now = kTeamNow, .zone = QTimeZone("America/Toronto")};
}

inline ui::TeamDocument stored(const QString &type, const QDate &day, double value, const QString &source = u"ringcentral"_s,
                               int secondsAgo = 12)
{
    return {.type = type, .day = day, .source = source, .value = value, .updatedAt = kTeamNow.addSecs(-secondsAgo)};
}

/// Days of calls, the last one today.
inline QList<ui::TeamDocument> storedDays(const QList<int> &calls, int talk, int texts, int inbound, int missed, int secondsAgo = 12)
{
    QList<ui::TeamDocument> figures;
    QDate day(2026, 11, 20);
    for (qsizetype i = calls.size() - 1; i >= 0; --i) {
        if (calls.at(i) >= 0)
            figures.append(stored(kCallsType.toString(), day, calls.at(i), u"ringcentral"_s, secondsAgo));
        day = day.addDays(day.dayOfWeek() == 1 ? -3 : -1);
    }
    const QDate today(2026, 11, 20);
    if (calls.last() >= 0) {
        figures.first().inbound = inbound;
        figures.first().answered = inbound - missed;
        figures.first().connected = calls.last() * 3 / 4;
        figures.append(stored(kTalkType.toString(), today, talk, u"ringcentral"_s, secondsAgo));
        figures.append(stored(kTextsType.toString(), today, texts, u"ringcentral"_s, secondsAgo));
    }
    return figures;
}

inline QList<Goal> usualGoals()
{
    return {{.type = kCallsType.toString(), .period = GoalPeriod::Daily, .target = 50},
            {.type = kTalkType.toString(), .period = GoalPeriod::Daily, .target = 150},
            {.type = kTextsType.toString(), .period = GoalPeriod::Daily, .target = 30}};
}

inline ui::TeamFacts smallTeam()
{
    ui::TeamFacts facts{.now = kTeamNow, .range = teamToday().range, .readAt = kTeamNow.addSecs(-60)};
    const auto add = [&](const QString &name, const QList<ui::TeamDocument> &figures) {
        const QString id = name.section(u' ', 0, 0).toLower();
        facts.rows.append(ui::teamRow({.id = UserId(id), .email = QString(id + u"@callcard.example"_s), .name = name}, figures,
                                      usualGoals(), teamToday()));
    };
    add(u"Mei Tanaka"_s, storedDays({30, 33, 38, 36, 42, 40, 43, 45, 44, 47}, 128, 28, 17, 2));
    add(u"Dana Whitfield"_s, storedDays({44, 40, 45, 38, 36, 46, 41, 44, 48, 44}, 112, 24, 11, 1));
    add(u"Robin Maddox"_s, storedDays({34, 38, 33, 40, -1, 36, 30, 43, 42, 38}, 96, 21, 18, 7));
    facts.rows.last().isSelf = true;
    add(u"Luis Ferro"_s, storedDays({30, 33, 29, 40, 37, 31, 34, 38, 36, 36}, 84, 19, 12, 2));
    add(u"Karim Saleh"_s, storedDays({31, 29, 33, 30, 32, 28, 35, -1, -1, -1}, 0, 0, 0, 0, 3 * 86400));
    facts.rows.last().problem = Error{.kind = ErrorKind::Refused, .detail = {}, .retryAfter = {}};
    const auto now = [&](int row, PersonNow what, int secondsAgo) {
        facts.rows[row].present = what;
        facts.rows[row].presentAt = kTeamNow.addSecs(-secondsAgo);
        facts.rows[row].syncedAt = kTeamNow.addSecs(-240);
    };
    now(0, PersonNow::OnCall, 20);
    now(1, PersonNow::Free, 20);
    now(2, PersonNow::Free, 20);
    now(3, PersonNow::Away, 20);
    facts.rows.last().present = PersonNow::Unknown;
    return facts;
}

} // namespace callcard::testing
