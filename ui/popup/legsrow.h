#pragma once

#include "cardface.h"

#include <QWidget>

namespace callcard::ui {

/// "Your desk phone ✓ ··· Ana's phone rings": both legs of a call being placed.
class LegsRow final : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    void setFace(const CardFace &face);
    [[nodiscard]] int wantedHeight() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    CardFace m_face;
};

} // namespace callcard::ui
