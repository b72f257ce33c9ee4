#pragma once

#include "panelfaces.h"

#include <callcard/ui/notices.h>

namespace callcard::ui {

class GoalRing;

/// A goal: its ring, and beside it how far and how fast.
class GoalTile final : public Tile
{
    Q_OBJECT

public:
    explicit GoalTile(QWidget *parent = nullptr);
    void setGoal(const GoalFigure &goal, const GoalWords &words, bool stale);
    [[nodiscard]] GoalRing *ring() const { return m_ring; }

Q_SIGNALS:
    void pressed();

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QToolButton *m_what{};
    GoalRing *m_ring;
    Label *m_name;
    Label *m_of;
    QWidget *m_paceLine;
    QWidget *m_arrow;
    Label *m_pace;
    Label *m_expected;
    Label *m_usual;
};

} // namespace callcard::ui
