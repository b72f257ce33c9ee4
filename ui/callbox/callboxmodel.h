#pragma once

#include <callcard/ui/callbox.h>

#include <QAbstractListModel>

namespace callcard::ui {

class CallBoxModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(const QList<CallBoxRow> &rows);
    [[nodiscard]] const CallBoxRow &row(int index) const { return m_rows.at(index); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// What a screen reader says of a row.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<CallBoxRow> m_rows;
};

} // namespace callcard::ui
