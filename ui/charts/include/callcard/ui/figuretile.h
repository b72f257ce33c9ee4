#pragma once

#include <callcard/ui/chart.h>

#include <optional>

namespace callcard::ui {

struct TileFace {
    QString title{};
    QString figure{};                    ///< Empty: it was not read, and is hatched.
    QString unit{};                      ///< "min", "of 325"
    QString note{};                      ///< Below the figure instead of a line, which then stands beside it where there is room.
    QList<std::optional<double>> line{}; ///< Day by day, with gaps where nothing was read.
    QString age{};
    bool stale{};
    QString saying{};
};

/// A figure with where it comes from and how old it is. The whole tile is pressed, where that leads anywhere.
class FigureTile final : public Chart
{
    Q_OBJECT

public:
    explicit FigureTile(QWidget *parent = nullptr);
    void setFace(const TileFace &face);
    [[nodiscard]] const TileFace &face() const { return m_face; }
    void setLeadsOn(bool on); ///< At first it does.
    [[nodiscard]] bool isPressable(int item) const override;
    [[nodiscard]] QRectF placeOf(int item) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TileFace m_face;
    bool m_leadsOn = true;
};

} // namespace callcard::ui
