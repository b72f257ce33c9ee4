#pragma once

#include <QWidget>

namespace callcard::ui {

/// The window of a card: no frame, no focus, no taskbar entry, above others. Made once and kept hidden. Translucent only where a
/// compositor runs; without one it would be black, so it is square and opaque there.
class FloatingWindow final : public QWidget
{
    Q_OBJECT

public:
    FloatingWindow();
    void setBody(QWidget *body, bool round = false); ///< Takes it over. `round`: the pill.
    [[nodiscard]] QWidget *body() const { return m_body; }
    [[nodiscard]] QSize bodySize() const; ///< With the hairline around, without the shadow.
    void placeBody(const QRect &rect);    ///< On the screen; the shadow lies outside.
    [[nodiscard]] QRect bodyRect() const { return m_rect; }
    void warmUp(); ///< Native window, fonts, shadow and icons, before anybody waits for them.

Q_SIGNALS:
    void hovered(bool on);
    void deactivated();
    void painted(); ///< For the first time since it was shown, and handed to the window system.

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] static int margin();
    void settleTranslucency();
    QWidget *m_body{};
    QRect m_rect;
    bool m_round{};
    bool m_under{};
    bool m_painted{};
};

} // namespace callcard::ui
