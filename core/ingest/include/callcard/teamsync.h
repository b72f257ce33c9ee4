#pragma once

#include <callcard/clock.h>
#include <callcard/figuresoutlet.h>
#include <callcard/figuresstore.h>
#include <callcard/synctypes.h>

#include <functional>

namespace callcard {

/// The figures of a whole team, one rep after the other. Their calls pass through a temporary database, one rep at a time, and
/// never enter the log of this computer.
class TeamSync
{
public:
    struct Progress {
        int done{};
        int all{};
        QString email{}; ///< Who is being read.
        bool operator==(const Progress &) const = default;
    };
    using Tell = std::function<void(const Progress &)>;

    /// `folder`: where the temporary database may lie, on this disk only and gone afterwards.
    TeamSync(FiguresOutlet &outlet, Clock &clock, QString folder);

    /// What an earlier run left behind when it was killed.
    static void removeLeftovers(const QString &folder);

    struct Request {
        QList<TeamMember> members{};
        QList<HistorySource> sources{};
        DayRange range{}; ///< Civil days of each rep.
        QTimeZone fallback{};
        bool dryRun{};
    };
    /// One summary a member, in their order, whatever becomes of the others. An account that cannot be asked at all ends it: the
    /// rest then carries the same problem. Cancelling leaves the rest out.
    [[nodiscard]] QCoro::Task<QList<SyncSummary>> run(Request request, Tell tell, std::stop_token stop);

private:
    [[nodiscard]] QCoro::Task<SyncSummary> syncOne(TeamMember member, Request request, QHash<QString, QList<Agent>> agents,
                                                   std::stop_token stop);
    FiguresOutlet &m_outlet;
    Clock &m_clock;
    const QString m_folder;
};

} // namespace callcard
