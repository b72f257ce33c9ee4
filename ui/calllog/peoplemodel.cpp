#include "peoplemodel.h"

#include "callline.h"

#include <callcard/callbackqueue.h>
#include <callcard/ui/spoken.h>

#include <algorithm>

namespace callcard::ui {

void PeopleModel::setOptions(const HistoryOptions &options)
{
    m_options = options;
    if (!m_people.isEmpty())
        Q_EMIT
    dataChanged(index(0), index(rowCount() - 1));
}

void PeopleModel::setToday(QDate today)
{
    m_today = today;
    if (!m_people.isEmpty())
        Q_EMIT
    dataChanged(index(0), index(rowCount() - 1), {LineValueRole});
}

void PeopleModel::setPeople(const QList<PersonEntry> &people)
{
    beginResetModel();
    m_people = people;
    endResetModel();
}

void PeopleModel::append(const QList<PersonEntry> &people)
{
    QList<PersonEntry> fresh;
    std::copy_if(people.begin(), people.end(), std::back_inserter(fresh), [this](const PersonEntry &one) { return rowOf(one.newest) < 0; });
    if (fresh.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(fresh.size()) - 1);
    m_people += fresh;
    endInsertRows();
}

qsizetype PeopleModel::rowOf(const LogEntry &entry) const
{
    const QString person = personKey(entry.customer.id, entry.call);
    const auto found = std::find_if(m_people.cbegin(), m_people.cend(),
                                    [&](const PersonEntry &one) { return personKey(one.newest.customer.id, one.newest.call) == person; });
    return found == m_people.cend() ? -1 : found - m_people.cbegin();
}

void PeopleModel::put(const LogEntry &entry)
{
    if (personKey(entry.customer.id, entry.call).isEmpty())
        return; // withheld: nobody's
    const qsizetype row = rowOf(entry);
    if (row < 0) {
        const auto before =
            std::find_if(m_people.cbegin(), m_people.cend(), [&](const PersonEntry &one) { return one.newest.place < entry.place; });
        const int at = static_cast<int>(before - m_people.cbegin());
        beginInsertRows({}, at, at);
        m_people.insert(at, {.newest = entry, .calls = 1});
        endInsertRows();
        return;
    }
    PersonEntry &person = m_people[row];
    if (entry.place < person.newest.place && entry.call.id != person.newest.call.id)
        return;
    if (entry.call.id != person.newest.call.id)
        ++person.calls;
    person.newest = entry;
    if (row > 0 && m_people.at(row - 1).newest.place < entry.place) {
        beginMoveRows({}, static_cast<int>(row), static_cast<int>(row), {}, 0);
        m_people.move(row, 0);
        endMoveRows();
        Q_EMIT
        dataChanged(index(0), index(0));
        return;
    }
    Q_EMIT
    dataChanged(index(static_cast<int>(row)), index(static_cast<int>(row)));
}

std::optional<LogEntry> PeopleModel::entryAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_people.size() ? std::optional(m_people.at(index.row()).newest) : std::nullopt;
}

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_people.size());
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_people.size())
        return {};
    const PersonEntry &person = m_people.at(index.row());
    switch (role) {
    case IsHeaderRole:
        return false;
    case LineValueRole: {
        CallLine line = callLine(person.newest, person.calls, m_options);
        line.time = m_options.times.shortDate(person.newest.call.startedAt.toTimeZone(m_options.zone).date(), m_today);
        return QVariant::fromValue(line);
    }
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return aloud(callLine(person.newest, person.calls, m_options).spoken);
    default:
        return {};
    }
}

} // namespace callcard::ui
