#pragma once

#include <callcard/ui/directoryvalues.h>

#include <QWidget>

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace callcard {
class Clock;
}

namespace callcard::ui {

/// Whom the rep chose for a number that several have, or nobody had: each with its Undo. Tab goes from one Undo to the next.
class ChoicesPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ChoicesPane(const Clock &clock, QWidget *parent = nullptr);
    void setOptions(const DirectoryOptions &options) { m_options = options; }
    /// Newest first; `count` of all there are.
    void setChoices(const QList<ChosenNumber> &choices, qint64 count);
    [[nodiscard]] int shown() const { return static_cast<int>(m_choices.size()); }
    void focusFirst();

Q_SIGNALS:
    void undoRequested(const callcard::PhoneNumber &number);
    void moreRequested();
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void addRow(QVBoxLayout &column, const ChosenNumber &chosen);

    const Clock &m_clock;
    DirectoryOptions m_options;
    QList<ChosenNumber> m_choices;
    qint64 m_count = -1; ///< Not told yet.
    QScrollArea *m_scroll;
    QList<QPushButton *> m_undos;
};

} // namespace callcard::ui
