#pragma once

#include <callcard/callbackqueue.h>

#include <QFrame>

class QPushButton;
class QTimer;

namespace callcard::ui {

class Label;

/// "Marcus Oyelaran is done. Undo": stays until something else is done or its time is over.
class UndoBar final : public QFrame
{
    Q_OBJECT

public:
    explicit UndoBar(QWidget *parent = nullptr);
    void offer(const WaitingCaller &caller, const QString &name);
    void undo(); ///< Ctrl+Z
    [[nodiscard]] bool isOffered() const { return m_caller.has_value(); }

Q_SIGNALS:
    void undone(const callcard::WaitingCaller &caller);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<WaitingCaller> m_caller;
    Label *m_text;
    QPushButton *m_button;
    QTimer *m_time;
};

} // namespace callcard::ui
