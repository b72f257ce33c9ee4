#pragma once

#include <QSortFilterProxyModel>

namespace callcard::ui {

enum class Shown { All, NoCard, Late };

/// All of them, those without a card, or late ones; and among these what was typed.
class DecisionFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setShown(Shown shown);
    void setText(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    Shown m_shown{};
    QString m_text;
    QString m_digits; ///< Of the text: numbers are found however they are written.
};

} // namespace callcard::ui
