#pragma once

#include <callcard/ui/directoryvalues.h>

#include <QAbstractListModel>

namespace callcard {
class Clock;
}

namespace callcard::ui {

/// The rows of the list. An answer that has most of its rows in common with the one before moves only the others.
class CustomerRows final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit CustomerRows(const Clock &clock, QObject *parent = nullptr);

    void setOptions(const DirectoryOptions &options);
    [[nodiscard]] const DirectoryOptions &options() const { return m_options; }
    void setRows(const QList<FoundCustomer> &rows, bool more, const QString &typed);
    void appendRows(const QList<FoundCustomer> &rows, bool more);
    [[nodiscard]] const FoundCustomer &row(int index) const { return m_rows.at(index); }
    [[nodiscard]] int indexOf(const CustomerId &customer) const; ///< -1: not in the list.
    [[nodiscard]] const QString &typed() const { return m_typed; }
    [[nodiscard]] QDateTime now() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void moreWanted();

private:
    const Clock &m_clock;
    DirectoryOptions m_options;
    QList<FoundCustomer> m_rows;
    QString m_typed;
    bool m_more = false;
    bool m_asked = false; ///< The next page is on its way.
};

} // namespace callcard::ui
