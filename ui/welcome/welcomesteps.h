#pragma once

#include <callcard/ui/welcometypes.h>

#include <QAbstractButton>
#include <QList>

namespace callcard::ui {

enum class StepMark { Open, Guessed, Done };

/// One step in the list at the left: its number in a ring, or a tick; what was found out below its name.
class StepEntry final : public QAbstractButton
{
    Q_OBJECT

public:
    StepEntry(int number, const QString &title, QWidget *parent = nullptr);
    void setMark(StepMark mark, const QString &detail = {});
    [[nodiscard]] StepMark mark() const { return m_mark; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const int m_number;
    StepMark m_mark{};
    QString m_detail;
};

/// The steps with the program's name above and a comforting word below. Any step can be gone to at any time.
class WelcomeSteps final : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomeSteps(QWidget *parent = nullptr);
    void setCurrent(WelcomeStep step);
    void setMark(WelcomeStep step, StepMark mark, const QString &detail = {});

Q_SIGNALS:
    void chosen(callcard::ui::WelcomeStep step);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<StepEntry *> m_entries;
};

[[nodiscard]] QString stepTitle(WelcomeStep step);

} // namespace callcard::ui
