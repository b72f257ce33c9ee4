#pragma once

#include "queuerow.h"

#include <QAbstractListModel>

namespace callcard::ui {

/// The three lists under their titles. Somebody who leaves or comes is one row removed or inserted; the others stay where they are.
class QueueModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { TextRole = Qt::UserRole + 1, TitleRole, SectionRole, FirstRole, LastRole };

    using QAbstractListModel::QAbstractListModel;
    void setOptions(const MissedOptions &options);
    void setRows(const QList<QueueRow> &rows, const QDateTime &now);
    [[nodiscard]] const QueueRow *rowAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const QString &person) const; ///< Among those to call back.

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    MissedOptions m_options;
    QDateTime m_now;
    QList<QueueRow> m_rows;
};

} // namespace callcard::ui
