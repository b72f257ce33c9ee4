#pragma once

#include "historyrows.h"
#include "linerows.h"

#include <callcard/ui/callhistorypage.h>

#include <QAbstractListModel>
#include <QHash>

namespace callcard::ui {

/// The history by day, newest first. A change touches the rows of its day only and announces exactly what changed there.
class HistoryModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit HistoryModel(QObject *parent = nullptr);
    void setOptions(const HistoryOptions &options);
    void setToday(QDate today);

    void setEntries(const QList<LogEntry> &entries); ///< Newest first.
    void append(const QList<LogEntry> &entries);     ///< Older than all before.
    void put(const LogEntry &entry);
    void remove(const CallId &call);
    void setTotals(QDate day, const LogTotals &totals);

    [[nodiscard]] bool contains(const CallId &call) const { return m_dayOf.contains(call); }
    [[nodiscard]] std::optional<LogEntry> entryAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const CallId &call) const; ///< Also of a miss that another row stands for.
    [[nodiscard]] qint64 lastPlace() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Day {
        QDate date;
        QList<LogEntry> entries;
        QList<HistoryLine> lines;
    };
    [[nodiscard]] QDate dateOf(const LogEntry &entry) const;
    [[nodiscard]] qsizetype dayIndex(QDate date) const; ///< Where it is or belongs.
    [[nodiscard]] int startOf(qsizetype day) const;
    [[nodiscard]] const HistoryLine *lineAt(int row) const;
    void take(const CallId &call, QDate date);
    void refresh(qsizetype day);
    void countStarts();
    [[nodiscard]] QString contextOf(QDate day) const;

    HistoryOptions m_options;
    QDate m_today;
    QList<Day> m_days;
    QList<int> m_starts; // row of each day's header, and the end
    QHash<CallId, QDate> m_dayOf;
    QHash<QDate, LogTotals> m_totals;
};

} // namespace callcard::ui
