#include "customerrows.h"
#include "customerwords.h"

#include <callcard/clock.h>
#include <callcard/ui/spoken.h>

#include <QSet>

#include <algorithm>

namespace callcard::ui {

CustomerRows::CustomerRows(const Clock &clock, QObject *parent) : QAbstractListModel(parent), m_clock(clock) {}

void CustomerRows::setOptions(const DirectoryOptions &options)
{
    m_options = options;
    if (!m_rows.isEmpty())
        Q_EMIT
    dataChanged(index(0), index(rowCount() - 1));
}

QDateTime CustomerRows::now() const
{
    return m_clock.now();
}

void CustomerRows::setRows(const QList<FoundCustomer> &rows, bool more, const QString &typed)
{
    const auto sameId = [](const FoundCustomer &a, const FoundCustomer &b) { return a.customer.id == b.customer.id; };
    m_more = more;
    m_asked = false;
    const bool typedChanged = std::exchange(m_typed, typed) != typed;
    // What begins and ends alike stays; in between the old rows go and the new ones come.
    const auto front = std::mismatch(m_rows.cbegin(), m_rows.cend(), rows.cbegin(), rows.cend(), sameId);
    const auto head = static_cast<int>(front.first - m_rows.cbegin());
    const int mostTail = static_cast<int>(std::min(m_rows.size(), rows.size())) - head;
    int tail = 0;
    while (tail < mostTail && sameId(m_rows.at(m_rows.size() - 1 - tail), rows.at(rows.size() - 1 - tail)))
        ++tail;
    const int gone = static_cast<int>(m_rows.size()) - head - tail;
    const int come = static_cast<int>(rows.size()) - head - tail;
    if (gone > 0) {
        beginRemoveRows({}, head, head + gone - 1);
        m_rows.remove(head, gone);
        endRemoveRows();
    }
    if (come > 0) {
        beginInsertRows({}, head, head + come - 1);
        m_rows = m_rows.first(head) + rows.sliced(head, come) + m_rows.sliced(head);
        endInsertRows();
    }
    for (int i = 0; i < m_rows.size(); ++i) {
        const bool isNew = i >= head && i < head + come;
        if (isNew || (m_rows.at(i) == rows.at(i) && !typedChanged))
            continue;
        m_rows[i] = rows.at(i);
        Q_EMIT
        dataChanged(index(i), index(i));
    }
}

void CustomerRows::appendRows(const QList<FoundCustomer> &rows, bool more)
{
    m_more = more;
    m_asked = false;
    QSet<CustomerId> known;
    for (const FoundCustomer &row : std::as_const(m_rows))
        known.insert(row.customer.id);
    QList<FoundCustomer> fresh;
    for (const FoundCustomer &row : rows) {
        if (!known.contains(row.customer.id)) {
            known.insert(row.customer.id);
            fresh.append(row);
        }
    }
    if (fresh.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(fresh.size()) - 1);
    m_rows += fresh;
    endInsertRows();
}

int CustomerRows::indexOf(const CustomerId &customer) const
{
    if (customer.isEmpty())
        return -1;
    const auto place = [this](const auto &isOne) {
        const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const FoundCustomer &row) { return isOne(row.customer); });
        return found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
    };
    const int row = place([&](const Customer &one) { return one.id == customer; });
    // Joined with somebody's record of another source, a customer is known by that one's id.
    const auto isOrigin = [&](const CustomerOrigin &origin) { return recordKey(origin.source, origin.sourceId) == customer.text(); };
    return row >= 0 ? row : place([&](const Customer &one) { return std::any_of(one.origins.cbegin(), one.origins.cend(), isOrigin); });
}

int CustomerRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant CustomerRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FoundCustomer &found = m_rows.at(index.row());
    if (role == Qt::DisplayRole)
        return displayName(found.customer);
    if (role == Qt::AccessibleTextRole)
        return aloud(spokenRow(found, m_options, now()));
    return {};
}

bool CustomerRows::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more && !m_asked;
}

void CustomerRows::fetchMore(const QModelIndex &)
{
    m_asked = true;
    Q_EMIT
    moreWanted();
}

} // namespace callcard::ui
