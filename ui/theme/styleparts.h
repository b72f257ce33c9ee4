#pragma once

#include <QSize>
#include <QStyle>

#include <optional>

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionComplex;
class QStyleOptionMenuItem;
class QStyleOptionSlider;
class QStyleOptionToolButton;
class QWidget;

namespace callcard::ui {

// What CallcardStyle hands on, a file for each idea.

enum class ButtonKind { Plain, Primary, Quiet, Icon, Danger };
ButtonKind buttonKind(const QWidget *widget, ButtonKind otherwise = ButtonKind::Plain);
bool isSmall(const QWidget *widget);
int buttonHeight(const QWidget *widget);
int fieldHeight(const QWidget *widget);
QColor buttonTextColor(ButtonKind kind, bool enabled);

// stylebuttons.cpp
void drawButtonPanel(QPainter &painter, const QRect &rect, ButtonKind kind, QStyle::State state);
void drawPushButton(const QStyleOptionButton &option, QPainter &painter, const QWidget *widget);
void drawToolButton(const QStyleOptionToolButton &option, QPainter &painter, const QWidget *widget);
QSize pushButtonSize(const QStyleOptionButton &option, const QWidget *widget);
QSize toolButtonSize(const QStyleOptionToolButton &option, const QWidget *widget);

// stylefields.cpp
void drawField(QPainter &painter, const QRect &rect, QStyle::State state);
void drawComboBox(const QStyleOptionComboBox &option, QPainter &painter, const QWidget *widget);
QRect comboPart(const QStyleOptionComboBox &option, QStyle::SubControl part);
void drawSpinBox(const QStyleOptionComplex &option, QPainter &painter, const QStyle &style, const QWidget *widget);
QRect spinPart(const QStyleOptionComplex &option, QStyle::SubControl part);

// styletoggles.cpp
bool isSwitch(const QWidget *widget);
QSize switchSize();
void drawCheckIndicator(QPainter &painter, const QRect &rect, QStyle::State state);
void drawRadioIndicator(QPainter &painter, const QRect &rect, QStyle::State state);
void drawSwitch(QPainter &painter, const QRect &rect, QStyle::State state, Qt::LayoutDirection direction);

// stylescrollbars.cpp
void drawScrollBar(const QStyleOptionSlider &option, QPainter &painter, const QWidget *widget);
QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part);
int scrollBarExtent();

// stylemenus.cpp
void drawMenuPanel(QPainter &painter, const QRect &rect);
void drawMenuItem(const QStyleOptionMenuItem &option, QPainter &painter);
QSize menuItemSize(const QStyleOptionMenuItem &option);
void drawToolTipPanel(const QStyleOption &option, QPainter &painter);

} // namespace callcard::ui
