#pragma once

#include <callcard/callmix.h>
#include <callcard/callrecords.h>
#include <callcard/goal.h>
#include <callcard/pace.h>
#include <callcard/result.h>
#include <callcard/usualday.h>

#include <QList>

#include <optional>

namespace callcard::ui {

/// How far the provider's history of a day was read. What was not read is drawn as missing, never as zero.
enum class Reading {
    Whole,
    Partly,  ///< Some of it is known, more may come.
    None,    ///< Nothing was read.
    Loading, ///< It is there, the panel has not got to it yet.
};

/// One civil day of one rep, with each source apart.
struct PanelDay {
    QDate day{};
    Reading reading{Reading::Loading};
    QList<DailyMetrics> sources{};
    QList<CallMix> mixes{}; ///< Of the same sources; somebody else's figures may have none.
    int asked{};            ///< Texts that came and wanted a reply.
    int replied{};
    int calledBack{};
    std::chrono::seconds calledBackAfter{}; ///< Of all of them together.
    int provisional{};                      ///< Calls that the provider's history has not confirmed yet.
    bool operator==(const PanelDay &) const = default;
};

/// With whom there was most to talk about.
struct PanelCustomer {
    CustomerLink customer{};
    QString name{}; ///< Who nobody knows: the number.
    int calls{};
    int texts{};
    QDate lastOrder{};
    std::optional<qint64> twelveMonthsCents{}; ///< What they bought.
    std::optional<qint64> thisYearCents{};     ///< Told where those are not known.
    bool operator==(const PanelCustomer &) const = default;
};

/// Whether our count is the provider's.
struct Agreement {
    QString source{};
    int ours{};
    int provider{};
    int differences{};
    QDateTime at{};
    bool operator==(const Agreement &) const = default;
};

/// A person whose panel can be opened.
struct PanelPerson {
    UserId id{};
    QString name{};
    bool isSelf{};
    bool operator==(const PanelPerson &) const = default;
};

/// Everything the panel is computed from.
struct PanelFacts {
    QDateTime now{};
    QTimeZone zone{QTimeZone::utc()};
    QList<PanelDay> days{}; ///< Without gaps; the last one is today.
    UsualDay usual{};
    QList<Goal> goals{};
    bool goalsKnown{};                   ///< false: they were never read.
    QDateTime goalsAt{};                 ///< When they were read.
    std::optional<Error> goalsTrouble{}; ///< Why they get no younger.
    BusinessHours hours{};
    bool hoursAssumed{};            ///< Nobody could be asked for them.
    QDateTime readAt{};             ///< When the provider was read last: the age of every figure.
    bool live{true};                ///< Figures of this computer, which change with every call; false: documents of others.
    std::optional<Error> trouble{}; ///< Why figures get no younger.
    QString troubleSource{};
    QDateTime nextTry{};
    std::optional<Agreement> agreement{};
    bool hasDetails{true}; ///< Calls can be shown; not of somebody else.
};

} // namespace callcard::ui
