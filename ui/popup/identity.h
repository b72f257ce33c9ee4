#pragma once

#include "cardface.h"
#include "wrappedtext.h"

#include <callcard/ui/avatar.h>

#include <QWidget>

namespace callcard {
class Clock;
}

namespace callcard::ui {

/// Who it is: circle with ring, name, company, number, place and the caller's time.
class CardIdentity final : public QWidget
{
    Q_OBJECT

public:
    explicit CardIdentity(const Clock &clock, QWidget *parent);
    void setFace(const CardFace &face, const TimeTexts &times);
    void setSmall(bool small, int roomAtEnd = 0); ///< Avatar 36, two lines; `roomAtEnd` stays free for a button.
    [[nodiscard]] int wantedHeight() const;
    [[nodiscard]] QString callerTime() const;
    [[nodiscard]] QString saying() const;
    [[nodiscard]] StateRing &ring() { return *m_ring; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QList<Run> numberLine() const;
    [[nodiscard]] QRect textRect() const;
    void placeRing();

    const Clock &m_clock;
    CardFace m_face;
    TimeTexts m_times;
    StateRing *m_ring;
    StateRing *m_smallRing;
    bool m_small{};
    bool m_cut{};
    int m_roomAtEnd{};
};

} // namespace callcard::ui
