#pragma once

#include "cardface.h"
#include "secondtick.h"

#include <QWidget>

namespace callcard::ui {

class StateRing;

/// 288 × 56: who and since when. Grows into the whole card when hovered.
class CompactFace final : public QWidget
{
    Q_OBJECT

public:
    CompactFace(const Clock &clock, QWidget *parent);
    void setFace(const CardFace &face);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    CardFace m_face;
    SecondTick m_tick;
    StateRing *m_ring;
};

} // namespace callcard::ui
