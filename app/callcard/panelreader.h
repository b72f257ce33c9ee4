#pragma once

#include <callcard/callfigures.h>
#include <callcard/calllog.h>
#include <callcard/ui/panelfacts.h>

namespace callcard {

/// A stretch of a rep's days as the panel shows them.
struct PanelSlice {
    QList<ui::PanelDay> days{}; ///< Every day of the range.
    UsualDay usual{};           ///< Of a slice that ends with today and reaches back far enough.
};

/// Reads the panel's days from the call log, by the one definition of figures. Also counts what was only seen live: the panel shows a call
/// at once, and says that it is not confirmed.
class PanelReader
{
public:
    /// The log outlives us. `sources`: the providers that are set up, all of which a whole day needs; none: those that were ever read.
    PanelReader(const CallLog &log, std::shared_ptr<const CallFigures> more, Rep rep, QStringList sources = {});

    /// What was read of the providers' histories; again after a sync.
    [[nodiscard]] Result<> readCoverage();
    [[nodiscard]] Result<PanelSlice> read(const DayRange &range, const QDate &today) const;
    /// Calls and texts that a figure of these days counts, newest first.
    [[nodiscard]] Result<QList<CallId>> callsBehind(const DayRange &range, const std::function<bool(const CountedCall &)> &counts) const;
    [[nodiscard]] Result<QList<Message>> textsBehind(const DayRange &range) const;
    [[nodiscard]] Result<QList<PersonEntry>> busiest(const DayRange &range, int limit) const;
    [[nodiscard]] const Rep &rep() const { return m_rep; }
    [[nodiscard]] const QStringList &sources() const { return m_sources; }
    [[nodiscard]] QDate dayOf(const QDateTime &instant) const { return instant.toTimeZone(m_rep.zone).date(); }

private:
    [[nodiscard]] QList<CountedCall> countedCalls(const Countables &found) const;
    [[nodiscard]] ui::Reading readingOf(const QDate &day, const QDate &today, bool hasRows) const;
    const CallLog &m_log;
    std::shared_ptr<const CallFigures> m_more;
    Rep m_rep;
    QStringList m_sources;
    QMap<QString, QList<ReadSpan>> m_coverage; ///< By source.
};

} // namespace callcard
