#pragma once

#include <callcard/dailymetrics.h>
#include <callcard/goal.h>
#include <callcard/pace.h>
#include <callcard/task.h>

#include <QList>
#include <QMap>

#include <optional>

namespace callcard {

/// A stored figure as somebody wrote it, ours or another program's.
struct StoredFigure {
    UserId user{};
    QString type{};
    QDate day{};
    QString source{};
    double value{};
    QDateTime updatedAt{}; ///< By the server's clock; where there is none, `metadata.syncedAt`.
    QString documentId{};
    QString client{};               ///< `metadata.client`: who wrote it, where it says so.
    QString callIdsDigest{};        ///< `metadata.callIdsDigest`: from which calls.
    std::optional<int> inbound{};   ///< `metadata.inbound`: of the day's calls, where it says so.
    std::optional<int> answered{};  ///< `metadata.answered`: of those that came in. Missed ones tell nothing of it: a colleague may answer.
    std::optional<int> connected{}; ///< `metadata.connected`: of all the day's calls.
    QMap<QString, double> repeats{}; ///< Further documents of the same figure, by id: not added here, but older readers add them.
    bool operator==(const StoredFigure &) const = default;
};

struct TeamMember {
    UserId id{};
    QString email{};
    QString name{};
    QString role{};
    bool active{true};
    QString team{}; ///< Empty: none is named.
    bool operator==(const TeamMember &) const = default;
};

/// Where the team's figures are kept. Complete answers or errors.
class FiguresStore
{
public:
    virtual ~FiguresStore() = default;
    [[nodiscard]] virtual QCoro::Task<Result<QList<StoredFigure>>> figures(UserId user, DayRange range, std::stop_token stop) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<QList<Goal>>> goals(UserId user, std::stop_token stop) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<QList<TeamMember>>> team(std::stop_token stop) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<BusinessHours>> businessHours(std::stop_token stop) = 0;
};

} // namespace callcard
