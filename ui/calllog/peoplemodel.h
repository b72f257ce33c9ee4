#pragma once

#include "linerows.h"

#include <callcard/ui/callhistorypage.h>

#include <QAbstractListModel>

namespace callcard::ui {

/// The history by customer: whoever talked last comes first.
class PeopleModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;
    void setOptions(const HistoryOptions &options);
    void setToday(QDate today);
    void setPeople(const QList<PersonEntry> &people);
    void append(const QList<PersonEntry> &people);
    void put(const LogEntry &entry); ///< A call of somebody who is listed, or a new one on top.

    [[nodiscard]] std::optional<LogEntry> entryAt(const QModelIndex &index) const;
    [[nodiscard]] qint64 lastPlace() const { return m_people.isEmpty() ? 0 : m_people.last().newest.place; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] qsizetype rowOf(const LogEntry &entry) const;
    HistoryOptions m_options;
    QDate m_today;
    QList<PersonEntry> m_people;
};

} // namespace callcard::ui
