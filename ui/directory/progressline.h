#pragma once

#include <QWidget>

namespace callcard::ui {

/// How far something is: a thin line.
class ProgressLine final : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressLine(QWidget *parent = nullptr);
    void setPart(double part);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_part = 0;
};

} // namespace callcard::ui
