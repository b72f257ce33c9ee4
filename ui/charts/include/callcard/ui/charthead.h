#pragma once

#include <callcard/ui/chartlegend.h>
#include <callcard/ui/label.h>

#include <QWidget>

namespace callcard::ui {

/// A chart's title with its legend at the other end of the line; below it where the line has no room for both. Neither is ever cut for
/// the other's sake.
class ChartHead final : public QWidget
{
    Q_OBJECT

public:
    /// Takes both.
    ChartHead(Label *title, ChartLegend *legend, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] bool isOneLine(int width) const;
    void arrange();
    Label *m_title;
    ChartLegend *m_legend;
    int m_high = 0;
};

} // namespace callcard::ui
