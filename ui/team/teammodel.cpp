#include "teammodel.h"

#include <callcard/ui/outsidetext.h>
#include <callcard/ui/spoken.h>

namespace callcard::ui {

TeamModel::TeamModel(QObject *parent) : QAbstractTableModel(parent) {}

void TeamModel::setTimes(const TimeTexts &times)
{
    m_times = times;
}

void TeamModel::setFacts(const TeamFacts &facts)
{
    bool same = facts.rows.size() == m_facts.rows.size();
    for (qsizetype i = 0; same && i < facts.rows.size(); ++i)
        same = facts.rows.at(i).id == m_facts.rows.at(i).id;
    if (!same) {
        beginResetModel();
        m_facts = facts;
        endResetModel();
        return;
    }
    const QList<TeamRow> before = m_facts.rows;
    const bool aged = facts.now != m_facts.now;
    m_facts = facts;
    for (int row = 0; row < before.size(); ++row) {
        if (facts.rows.at(row) != before.at(row))
            Q_EMIT
        dataChanged(index(row, 0), index(row, kTeamColumns - 1));
        else if (aged) tellAges(row);
    }
}

void TeamModel::tellAges(int row)
{
    Q_EMIT
    dataChanged(index(row, int(TeamColumn::Person)), index(row, int(TeamColumn::Person)), {Qt::DisplayRole});
    Q_EMIT
    dataChanged(index(row, int(TeamColumn::Fresh)), index(row, int(TeamColumn::Synced)), {Qt::DisplayRole});
}

int TeamModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_facts.rows.size());
}

int TeamModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kTeamColumns;
}

QVariant TeamModel::sortValue(const TeamRow &row, TeamColumn column) const
{
    const auto number = [](const auto &value) { return value ? QVariant(double(*value)) : QVariant(); };
    const auto instant = [](const QDateTime &when) { return when.isValid() ? QVariant(double(when.toMSecsSinceEpoch())) : QVariant(); };
    switch (column) {
    case TeamColumn::Person:
        return teamPerson(row).toCaseFolded();
    case TeamColumn::Calls:
    case TeamColumn::Days:
        return number(row.calls.value);
    case TeamColumn::Talk:
        return number(row.talk.value);
    case TeamColumn::Texts:
        return number(row.texts.value);
    case TeamColumn::Answered:
        return row.incoming.value_or(0) > 0 && row.answered ? QVariant(double(*row.answered) / *row.incoming) : QVariant();
    case TeamColumn::Incoming:
        return number(row.incoming);
    case TeamColumn::Average:
        return number(teamAverageSeconds(row));
    case TeamColumn::Fresh:
        return instant(freshAt(row));
    case TeamColumn::Now: {
        const PersonNow what = personNow(row, m_facts.now);
        return what == PersonNow::Unknown ? QVariant() : QVariant(double(what));
    }
    case TeamColumn::Synced:
        return instant(row.syncedAt);
    case TeamColumn::Connected:
        return row.connected && row.calls.value.value_or(0) > 0 ? QVariant(*row.connected / *row.calls.value) : QVariant();
    }
    Q_UNREACHABLE();
}

QVariant TeamModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_facts.rows.size())
        return {};
    const TeamRow &row = m_facts.rows.at(index.row());
    const auto column = static_cast<TeamColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return teamCell(row, column, m_facts.now, m_times);
    case Qt::AccessibleTextRole:
        return aloud(teamSaying(row, column, m_facts.now, m_times));
    case Qt::ToolTipRole: {
        const QString hint = cleaned(teamHint(row, column, m_facts.now, m_times));
        return hint.isEmpty() ? QVariant() : QVariant(plainToolTip(hint));
    }
    case NowRole:
        return m_facts.now;
    case RowRole:
        return QVariant::fromValue(&row);
    case StaleRole:
        return isTeamStale(row, m_facts.now);
    case SortRole:
        return sortValue(row, column);
    default:
        return {};
    }
}

QVariant TeamModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        return teamColumnName(static_cast<TeamColumn>(section));
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeading | Qt::AlignVCenter);
    return {};
}

TeamOrder::TeamOrder(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(TeamModel::SortRole);
    setDynamicSortFilter(true);
}

bool TeamOrder::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(TeamModel::SortRole);
    const QVariant b = right.data(TeamModel::SortRole);
    if (a.isValid() != b.isValid())
        return sortOrder() == Qt::AscendingOrder ? a.isValid() : !a.isValid();
    if (!a.isValid())
        return false;
    return left.column() == int(TeamColumn::Person) ? a.toString().localeAwareCompare(b.toString()) < 0 : a.toDouble() < b.toDouble();
}

} // namespace callcard::ui
