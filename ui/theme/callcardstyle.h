#pragma once

#include <QProxyStyle>

namespace callcard::ui {

class FocusRing;

/// The one style, over Fusion; no style sheets (they break palette inheritance, focus painting and each other).
/// Dynamic properties it understands: `kind` of buttons (primary, plain, quiet, icon, danger), `small`, `keycap`, `switch` of check boxes,
/// `tall` of fields (36), `focusRadius` of anything that takes the keyboard.
class CallcardStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    CallcardStyle();
    ~CallcardStyle() override;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents, const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override;
    QPalette standardPalette() const override;
    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    void unpolish(QWidget *widget) override;

private:
    FocusRing *m_focusRing{};
};

} // namespace callcard::ui
