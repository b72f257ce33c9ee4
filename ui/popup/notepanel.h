#pragma once

#include "cardface.h"

#include <QKeyEvent>
#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace callcard::ui {

class Chip;

/// Where the rep writes, and the outcomes as chips with their digits. Every keystroke is told at once.
class NotePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit NotePanel(QWidget *parent);
    bool setOutcomes(const QStringList &outcomes); ///< True: there are other chips now.
    [[nodiscard]] bool hasOutcomes() const { return !m_outcomes.isEmpty(); }
    /// `fresh`: another call, its text replaces what stands here. Otherwise nothing is taken from under the writing hand; what was
    /// added before or behind is.
    void setContent(const CardExtras &extras, bool fresh);
    void setOutcomesShown(bool shown, int roomAtEnd);
    void setSlim(bool slim); ///< One line until somebody writes: before hello.
    void setKeycaps(bool shown);
    bool chooseOutcome(int index); ///< By key; the same again takes it back.
    void promiseCurrentLine();     ///< Asks for the day.
    void startWriting(Qt::FocusReason reason);
    [[nodiscard]] bool isWriting() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] int heightFor(int width) const;
    [[nodiscard]] int chipsTop(int width) const; ///< Where the first row of chips begins.

Q_SIGNALS:
    void edited(const QString &text);
    void outcomeChosen(const QString &outcome);
    void promised(const QString &text, int days); ///< See CardWish::days.
    void heightChanged();
    void writingChanged();
    void keyboardWanted();
    void key(QKeyEvent *event); ///< Keys that are the card's: Esc, Ctrl with a digit, Ctrl+P.

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] int wantedHeight() const;
    [[nodiscard]] int fieldHeight() const;
    void settleScrollBar();
    void setSaved(bool saved);
    [[nodiscard]] bool isSlim() const;
    int placeChips(int width, bool move) const;
    void takeAdded(const QString &note);
    void onEdited();
    void setOutcome(int index, bool on);

    QPlainTextEdit *m_edit;
    QPushButton *m_promise;
    QStringList m_outcomes;
    QList<Chip *> m_chips;
    bool m_saved{};
    bool m_slim{};
    bool m_outcomesShown{true};
    bool m_keycaps{};
    bool m_filling{};
    int m_roomAtEnd{};
    int m_lastHeight{};
};

} // namespace callcard::ui
