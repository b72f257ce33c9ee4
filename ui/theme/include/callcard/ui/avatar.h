#pragma once

#include <callcard/ui/people.h>

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QWidget>

namespace callcard::ui {

/// Somebody's circle.
class Avatar final : public QWidget
{
    Q_OBJECT

public:
    explicit Avatar(int tokenPx = size::avatarM, QWidget *parent = nullptr);
    void setPerson(const Person &person);
    [[nodiscard]] const Person &person() const { return m_person; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Person m_person;
    int m_tokenPx;
};

/// An avatar in the ring of its call. Pulses while ringing, twelve times a second, only while visible and only where motion is wanted.
class StateRing final : public QWidget
{
    Q_OBJECT

public:
    explicit StateRing(int tokenPx = size::avatarL, QWidget *parent = nullptr);
    void setPerson(const Person &person);
    void setState(StateLook look);
    [[nodiscard]] StateLook state() const { return m_state; }
    void setBadgeShown(bool shown); ///< Small cards have the ring alone.
    [[nodiscard]] bool isPulsing() const { return m_pulse.isActive(); }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QRectF circle() const;
    void settlePulse();

    Person m_person;
    StateLook m_state{StateLook::Ended};
    int m_tokenPx;
    bool m_badge{true};
    QBasicTimer m_pulse;
    QElapsedTimer m_since;
};

} // namespace callcard::ui
