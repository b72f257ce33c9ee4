#pragma once

#include <callcard/ui/notices.h>

namespace callcard::ui {

class Label;
class PlainText;

/// Label, figure with its unit, one line below. A figure that is not there is a dash, never a zero.
class DiagnosticsTile final : public Tile
{
    Q_OBJECT

public:
    explicit DiagnosticsTile(const QString &title, QWidget *parent = nullptr);
    void setFigure(const QString &figure, const QString &unit = {});
    void setBelow(const QString &text);

private:
    void speak();
    Label *m_title;
    Label *m_figure;
    Label *m_unit;
    PlainText *m_below;
};

} // namespace callcard::ui
