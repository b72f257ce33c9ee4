#pragma once

#include <callcard/ui/factrows.h>

#include <QFrame>

class QPushButton;
class QScrollArea;

namespace callcard::ui {

class Label;
class PlainText;

/// What a figure says about itself.
struct FigureFace {
    QString title{};
    QString value{};
    QString definition{};
    QString note{};
    QString behind{}; ///< The name of the rows: "Calls behind this figure".
    QString more{};   ///< The link to where all of it is; empty: none.
};

/// A figure's definition and what is behind it, beside what was pressed. Esc or a click elsewhere closes it.
class FigurePopover final : public QFrame
{
    Q_OBJECT

public:
    explicit FigurePopover(QWidget *parent);
    void ask(const FigureFace &face, const QList<FactRow> &rows = {}); ///< Shown with showBeside().
    void answer(const QList<FactRow> &rows, const QString &note, const QString &more = {});
    [[nodiscard]] const QList<FactRow> &rows() const { return m_rows->rows(); }
    [[nodiscard]] QString note() const;
    void showBeside(const QRect &place); ///< On the screen.

Q_SIGNALS:
    void chosen(const QString &key);
    void moreRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void setRows(const QList<FactRow> &rows, const QString &note, const QString &more);
    void settle();
    QRect m_place; ///< Of what was pressed.
    QString m_copied;
    Label *m_title;
    Label *m_value;
    PlainText *m_definition;
    PlainText *m_note;
    FactRows *m_rows;
    QScrollArea *m_scroll;
    QPushButton *m_more;
};

} // namespace callcard::ui
