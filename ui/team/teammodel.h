#pragma once

#include "teamtexts.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace callcard::ui {

/// A row a person. A change of some rows touches those only.
class TeamModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { RowRole = Qt::UserRole, SortRole, StaleRole, NowRole };
    explicit TeamModel(QObject *parent = nullptr);
    void setFacts(const TeamFacts &facts);
    void setTimes(const TimeTexts &times);
    [[nodiscard]] const TeamFacts &facts() const { return m_facts; }
    [[nodiscard]] const TimeTexts &times() const { return m_times; }
    [[nodiscard]] const TeamRow &rowAt(int row) const { return m_facts.rows.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void tellAges(int row);
    [[nodiscard]] QVariant sortValue(const TeamRow &row, TeamColumn column) const;
    TeamFacts m_facts;
    TimeTexts m_times;
};

/// What was not read comes last, whichever way one sorts.
class TeamOrder final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit TeamOrder(QObject *parent = nullptr);

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
};

} // namespace callcard::ui

Q_DECLARE_METATYPE(const callcard::ui::TeamRow *)
