#pragma once

#include <QAbstractButton>

namespace callcard::ui {

/// "2 more calls ringing", under the third card.
class CounterPill final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit CounterPill(QWidget *parent = nullptr);
    void setCount(int calls, bool ringing);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace callcard::ui
