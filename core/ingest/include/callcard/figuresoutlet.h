#pragma once

#include <callcard/dailymetrics.h>
#include <callcard/ids.h>
#include <callcard/task.h>

#include <QList>
#include <QStringList>

namespace callcard {

/// What became of the figures that were handed over.
struct FiguresDelivered {
    int written{};
    int unchanged{};            ///< Were there already, exactly so.
    int waiting{};              ///< Safe on the disk, but the way is closed for now.
    QList<Error> refused{};     ///< Set aside, each with its reason.
    std::optional<Error> why{}; ///< Why some wait.
    bool operator==(const FiguresDelivered &) const = default;
};

/// Where a rep's days go when they have been counted.
class FiguresOutlet
{
public:
    virtual ~FiguresOutlet() = default;
    /// Whether what was counted may be written at all: a setting may say that a server job does it, and older rules let nobody
    /// write for others. The error is what a person is told.
    [[nodiscard]] virtual Result<> mayWrite(const UserId &user) const = 0;
    /// Puts the days where they survive everything, then follows them until each is written, refused, or the way is closed.
    /// A day without anything corrects what was written of it, and makes nothing new. `completed`: sources whose sync was a full
    /// success; "synced until now" is noted for them once everything has arrived. An error means that nothing was accepted.
    [[nodiscard]] virtual QCoro::Task<Result<FiguresDelivered>> deliver(UserId user, QList<DailyMetrics> days, QStringList completed,
                                                                        std::stop_token stop) = 0;
};

} // namespace callcard
