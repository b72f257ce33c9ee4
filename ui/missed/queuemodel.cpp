#include "queuemodel.h"

#include <callcard/ui/spoken.h>

#include <QSet>

#include <algorithm>

namespace callcard::ui {

namespace {

QSet<QString> keysOf(const QList<QueueRow> &rows)
{
    QSet<QString> keys;
    for (const QueueRow &row : rows)
        keys.insert(row.key());
    return keys;
}

} // namespace

void QueueModel::setOptions(const MissedOptions &options)
{
    m_options = options;
    if (!m_rows.isEmpty())
        Q_EMIT
    dataChanged(index(0), index(rowCount() - 1));
}

void QueueModel::setRows(const QList<QueueRow> &rows, const QDateTime &now)
{
    m_now = now;
    const QSet<QString> stay = keysOf(rows);
    for (qsizetype i = m_rows.size() - 1; i >= 0; --i) {
        if (stay.contains(m_rows.at(i).key()))
            continue;
        beginRemoveRows({}, static_cast<int>(i), static_cast<int>(i));
        m_rows.removeAt(i);
        endRemoveRows();
    }
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QString key = rows.at(i).key();
        const int row = static_cast<int>(i);
        const auto there = std::find_if(m_rows.cbegin() + i, m_rows.cend(), [&](const QueueRow &one) { return one.key() == key; });
        if (there == m_rows.cend()) {
            beginInsertRows({}, row, row);
            m_rows.insert(i, rows.at(i));
            endInsertRows();
            continue;
        }
        if (const int from = static_cast<int>(there - m_rows.cbegin()); from != row) {
            beginMoveRows({}, from, from, {}, row);
            m_rows.move(from, row);
            endMoveRows();
        }
        m_rows[i] = rows.at(i);
    }
    // Waiting times change with every minute, and who is first or last of a tile with every row.
    if (!m_rows.isEmpty())
        Q_EMIT
    dataChanged(index(0), index(rowCount() - 1));
}

const QueueRow *QueueModel::rowAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_rows.size() ? &m_rows.at(index.row()) : nullptr;
}

QModelIndex QueueModel::indexOf(const QString &person) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const QueueRow &row) {
        return !row.title && row.section == QueueSection::ToCallBack && row.caller.person == person;
    });
    return found == m_rows.cend() ? QModelIndex() : index(static_cast<int>(found - m_rows.cbegin()));
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    const QueueRow *row = rowAt(index);
    if (row == nullptr)
        return {};
    const qsizetype at = index.row();
    switch (role) {
    case TextRole:
        return QVariant::fromValue(queueText(*row, m_options, m_now));
    case TitleRole:
        return row->title;
    case SectionRole:
        return static_cast<int>(row->section);
    case FirstRole:
        return at == 0 || m_rows.at(at - 1).title;
    case LastRole:
        return at + 1 == m_rows.size() || m_rows.at(at + 1).title;
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return aloud(queueText(*row, m_options, m_now).spoken);
    default:
        return {};
    }
}

Qt::ItemFlags QueueModel::flags(const QModelIndex &index) const
{
    const QueueRow *row = rowAt(index);
    if (row == nullptr)
        return Qt::NoItemFlags;
    return row->title ? Qt::ItemNeverHasChildren : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace callcard::ui
