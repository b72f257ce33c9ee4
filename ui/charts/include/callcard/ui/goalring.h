#pragma once

#include <callcard/ui/chart.h>
#include <callcard/ui/figures.h>

namespace callcard::ui {

struct RingFace {
    QString figure{};
    QString caption{}; ///< "calls"
    GoalRingLook look{};
    bool hasGoal{true}; ///< Without one the figure stands alone.
    bool reached{};     ///< A check in front of the caption.
    bool stale{};       ///< Grey.
    QString saying{};
};

/// A figure in the ring of its goal.
class GoalRing final : public Chart
{
    Q_OBJECT

public:
    explicit GoalRing(int tokenPx = size::goalRing, QWidget *parent = nullptr);
    void setFace(const RingFace &face);
    [[nodiscard]] const RingFace &face() const { return m_face; }
    [[nodiscard]] QRectF placeOf(int item) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    RingFace m_face;
    int m_tokenPx;
};

} // namespace callcard::ui
