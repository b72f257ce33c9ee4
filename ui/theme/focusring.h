#pragma once

#include <QFocusFrame>
#include <QPointer>

namespace callcard::ui {

/// Whether a widget takes the keyboard as a text field does: those show it always, others only when the keyboard brought the focus.
[[nodiscard]] bool isTextField(const QWidget *widget);

/// Lies over the focused widget and a little beyond: a widget cannot paint outside itself.
class FocusRing final : public QObject
{
    Q_OBJECT

public:
    explicit FocusRing(QObject *parent = nullptr);
    ~FocusRing() override;
    void watch(QWidget *widget);
    void unwatch(QWidget *widget);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(QWidget *widget);
    void hide();
    QPointer<QWidget> m_left;      ///< Had the ring when its window lost the keyboard; gets it back with it.
    QPointer<QFocusFrame> m_frame; ///< Qt gives it the window as parent, with which it may die.
};

} // namespace callcard::ui
