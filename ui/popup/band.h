#pragma once

#include "cardface.h"
#include "secondtick.h"

#include <QWidget>

class QToolButton;

namespace callcard {
class Clock;
}

namespace callcard::ui {

/// The top of a card: state, since when, which of my lines, pin and close. Its timer wakes once a second, while it is seen, and moves
/// nothing.
class CardBand final : public QWidget
{
    Q_OBJECT

public:
    CardBand(const Clock &clock, QWidget *parent);
    void setFace(const CardFace &face);
    void setPinShown(bool shown);
    void setPinned(bool pinned);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void pinToggled(bool pinned);
    void closeClicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void placeButtons();
    [[nodiscard]] int textEnd() const;

    CardFace m_face;
    SecondTick m_tick;
    QToolButton *m_pin;
    QToolButton *m_close;
    bool m_pinShown{true};
};

} // namespace callcard::ui
