#pragma once

#include <QFrame>

class QPlainTextEdit;

namespace callcard::ui {

class Label;

/// The note of a call, edited in place. Every change is told; what is told to be stored does not disturb who is typing.
class NoteBox final : public QFrame
{
    Q_OBJECT

public:
    explicit NoteBox(QWidget *parent = nullptr);
    /// Another call: its note replaces what is there. The same call: only where nobody is typing.
    void setNote(const QString &note, bool otherCall);
    void setStatus(const QString &text, bool good);
    void startTyping();
    [[nodiscard]] bool isTyping() const;

Q_SIGNALS:
    void edited(const QString &note);
    void left(); ///< Esc: the keyboard goes back to the list.

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void settleHeight();
    QPlainTextEdit *m_edit;
    Label *m_status;
    bool m_filling{};
};

} // namespace callcard::ui
