#pragma once

#include <QFrame>
#include <QList>
#include <QStringList>

class QTableView;

namespace callcard::ui {

class Label;

/// What a chart paints, as a table to be read, walked through with the arrow keys and copied. Esc or a click elsewhere closes it; what
/// is copied is what is chosen, or everything, with tabs between.
class FigureTable final : public QFrame
{
    Q_OBJECT

public:
    /// The first row names the columns.
    FigureTable(const QString &title, const QList<QStringList> &rows, QWidget *parent);
    void showBeside(const QRect &place); ///< On the screen.
    [[nodiscard]] QTableView *view() const { return m_view; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void copy(bool everything);
    QTableView *m_view;
    Label *m_title;
};

} // namespace callcard::ui
