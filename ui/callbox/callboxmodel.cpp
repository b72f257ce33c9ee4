#include "callboxmodel.h"

#include <callcard/ui/dialtexts.h>
#include <callcard/ui/spoken.h>

#include <algorithm>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

void CallBoxModel::setRows(const QList<CallBoxRow> &rows)
{
    const int before = int(m_rows.size());
    const int after = int(rows.size());
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_rows.resize(after);
        endRemoveRows();
    } else if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_rows += rows.sliced(before);
        endInsertRows();
    }
    for (int i = 0; i < std::min(before, after); ++i) {
        if (m_rows[i] == rows[i])
            continue;
        m_rows[i] = rows[i];
        Q_EMIT
        dataChanged(index(i), index(i));
    }
}

int CallBoxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant CallBoxModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const CallBoxRow &row = m_rows.at(index.row());
    if (role == Qt::DisplayRole)
        return row.name.isEmpty() ? row.plan.willDial : row.name;
    if (role == Qt::AccessibleTextRole) {
        QStringList said{row.name, row.company, row.way, willDialText(row.plan), row.detail};
        //: Spoken. %1: who, what will be dialled, where that is.
        return tr("Call %1").arg(spokenParts(said));
    }
    return {};
}

} // namespace callcard::ui
