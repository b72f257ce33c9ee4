#pragma once

#include <callcard/ui/metricspage.h>

#include <QFrame>

class QLabel;
class QPushButton;
class QScrollArea;

namespace callcard::ui {

class CallRows;
class Label;

/// A figure's definition and the calls behind it, beside what was pressed. Esc or a click elsewhere closes it.
class FigurePopover final : public QFrame
{
    Q_OBJECT

public:
    explicit FigurePopover(QWidget *parent);
    void ask(Figure figure, const DayRange &range, const QString &title, const QString &value, const QString &note);
    void answer(const FigureDetails &details, const MetricsOptions &options, const QDateTime &now);
    [[nodiscard]] Figure figure() const { return m_figure; }
    [[nodiscard]] const DayRange &range() const { return m_range; }
    void showBeside(const QRect &place); ///< On the screen.

Q_SIGNALS:
    void callRequested(const callcard::CallId &call);
    void historyRequested(const callcard::DayRange &range);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void settle();
    QRect m_place; ///< Of what was pressed.
    Figure m_figure{};
    DayRange m_range;
    QString m_copied;
    Label *m_title;
    Label *m_value;
    QLabel *m_definition;
    Label *m_note;
    CallRows *m_rows;
    QScrollArea *m_scroll;
    QPushButton *m_history;
};

} // namespace callcard::ui
