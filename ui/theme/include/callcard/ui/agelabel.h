#pragma once

#include <callcard/ui/theme.h>

#include <QDateTime>
#include <QWidget>

namespace callcard {
class Clock;
}

namespace callcard::ui {

/// How old a figure is. All of them share one timer of 5 s, which runs only while at least one can be seen.
class AgeLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit AgeLabel(const Clock &clock, QWidget *parent = nullptr); ///< The clock outlives us.
    ~AgeLabel() override;
    void setMoment(const QDateTime &moment); ///< Invalid: says nothing.
    void setStale(bool stale);               ///< The figure stays, its age warns, with an icon.
    void setPrefix(const QString &prefix);   ///< "Last event %1"
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] static bool isTicking();
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    const Clock &m_clock;
    QDateTime m_moment;
    QString m_prefix;
    QString m_text;
    bool m_stale{};
};

} // namespace callcard::ui
