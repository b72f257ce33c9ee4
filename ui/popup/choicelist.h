#pragma once

#include "cardface.h"

#include <QAbstractButton>
#include <QWidget>

#include <array>

namespace callcard::ui {

/// One of several customers with the same number.
class ChoiceRow final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ChoiceRow(QWidget *parent);
    void setChoice(const CardChoice &choice, const QString &key);
    void setMore(int count); ///< "5 more…"

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    CardChoice m_choice;
    QString m_key;
    QString m_more;
};

/// Best first, four at most; the rest behind one row.
class ChoiceList final : public QWidget
{
    Q_OBJECT

public:
    explicit ChoiceList(QWidget *parent);
    void setChoices(const QList<CardChoice> &choices, const CustomerId &selected);
    void setMost(int rows); ///< Fewer where the screen is low.
    [[nodiscard]] const CardChoice *selected() const;
    bool choose(int index); ///< As by its key.
    [[nodiscard]] int wantedHeight() const;

Q_SIGNALS:
    void chosen(const callcard::CustomerId &customer);
    void moreRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    static constexpr int kMostRows = 4;
    std::array<ChoiceRow *, kMostRows> m_rows{};
    ChoiceRow *m_more;
    QList<CardChoice> m_choices;
    int m_selected{};
    int m_most{kMostRows};
};

} // namespace callcard::ui
