#pragma once

#include <callcard/pace.h>

#include <QWidget>

class QDateEdit;

namespace callcard::ui {

/// From when to when, with the spans people mean most.
class RangeBar final : public QWidget
{
    Q_OBJECT

public:
    explicit RangeBar(QWidget *parent = nullptr);
    void setRange(const DayRange &range, const QDate &today,
                  const QDate &first); ///< Emits nothing; the same again disturbs nobody who types.

Q_SIGNALS:
    void rangeChosen(const callcard::DayRange &range);

private:
    void choose(const DayRange &range);
    QDateEdit *m_from;
    QDateEdit *m_to;
    DayRange m_shown;
    QDate m_first;
    QDate m_today;
};

} // namespace callcard::ui
