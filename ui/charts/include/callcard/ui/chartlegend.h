#pragma once

#include <callcard/ui/theme.h>

#include <QList>
#include <QPointF>
#include <QWidget>

namespace callcard::ui {

/// What the colours of a chart mean, in one line as wide as sizeHint() or in as many as a narrower place needs. Part of the picture: what
/// it says, the things of the chart say themselves.
class ChartLegend final : public QWidget
{
    Q_OBJECT

public:
    explicit ChartLegend(QWidget *parent = nullptr);
    void addColor(QColor ChartColors::*color, const QString &text);
    void addHatch(const QString &text);
    void addHeat(const QString &least, const QString &most); ///< The six cells between two words.
    void clear();
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Kind { Color, Hatch, Heat };
    struct Entry {
        Kind kind{};
        QColor ChartColors::*color{};
        QString text{};
        QString before{};
    };
    [[nodiscard]] qreal widthOf(const Entry &entry) const;
    [[nodiscard]] QList<QPointF> places(qreal width) const; ///< Where each entry begins, left to right.
    void add(const Entry &entry);
    QList<Entry> m_entries;
};

} // namespace callcard::ui
