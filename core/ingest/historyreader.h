#pragma once

#include <callcard/calllog.h>
#include <callcard/clock.h>
#include <callcard/metrics.h>
#include <callcard/synctypes.h>

#include <functional>

namespace callcard {

/// A source and the agents there that are the rep.
struct RepAtSource {
    HistorySource source{};
    QList<Agent> agents{};
};

/// What one reading brought.
struct HistoryRead {
    QSet<QDate> days{}; ///< Read completely, calls and texts.
    int calls{};        ///< Of these days.
    int unsettled{};
    std::optional<Error> error{}; ///< Why the other days were not read.
};

/// Reads civil days of one rep at one provider into the log. A window that answers too slowly is halved; a day enters the log when
/// all of its calls and texts are there, and not before.
class HistoryReader
{
public:
    using DaysDone = std::function<void(int days)>;
    HistoryReader(CallLog &log, Rep rep, DaysDone daysDone) : m_log(log), m_rep(std::move(rep)), m_daysDone(std::move(daysDone)) {}

    [[nodiscard]] QCoro::Task<HistoryRead> read(RepAtSource from, DayRange range, std::stop_token stop);

private:
    struct Rows {
        QList<HistoryRow> calls{};
        QList<Message> texts{};
    };
    [[nodiscard]] QCoro::Task<Result<Rows>> ask(RepAtSource from, Span span, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<>> bring(QString source, DayRange window, Span asked, Rows rows, HistoryRead *read,
                                              std::stop_token stop);
    [[nodiscard]] Result<> bringSpan(const QString &source, const Span &all, const Rows &rows);

    CallLog &m_log;
    const Rep m_rep;
    const DaysDone m_daysDone;
};

} // namespace callcard
