#include "goaltile.h"

#include <callcard/ui/controls.h>
#include <callcard/ui/goalring.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/label.h>
#include <callcard/ui/numbertexts.h>
#include <callcard/ui/spoken.h>

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {

/// Up or down beside the words, which say the same.
class PaceArrow final : public QWidget
{
public:
    explicit PaceArrow(QWidget *parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); }
    void set(bool up)
    {
        m_up = up;
        update();
    }
    [[nodiscard]] QSize sizeHint() const override { return {Theme::current().px(13), Theme::current().px(13)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        drawIcon(painter, rect(), m_up ? u"arrow-up"_s : u"arrow-down"_s,
                 Theme::current().state(m_up ? StateLook::Ok : StateLook::Warning).text);
    }

private:
    bool m_up = true;
};

QString captionOf(Figure figure)
{
    switch (figure) {
    case Figure::Talk:
        //: Below a figure, in a ring
        return GoalTile::tr("min");
    case Figure::Texts:
        return GoalTile::tr("sent");
    default:
        return GoalTile::tr("calls");
    }
}

} // namespace

GoalTile::GoalTile(QWidget *parent)
    : Tile(parent)
    , m_ring(new GoalRing)
    , m_name(new Label({}, Type::BodyStrong))
    , m_of(new Label({}, Type::Body, &Colors::textSecondary))
    , m_paceLine(new QWidget)
    , m_arrow(new PaceArrow(m_paceLine))
    , m_pace(new Label({}, Type::BodyStrong))
    , m_expected(new Label({}, Type::Caption, &Colors::textTertiary))
    , m_usual(new Label({}, Type::Caption, &Colors::textTertiary))
{
    for (QWidget *label : {m_name, m_of, m_pace, m_expected, m_usual})
        leaveUnsaid(label); // the ring says all of it
    setContentsMargins(0, 0, 0, 0);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::m, space::m, space::s, space::m);
    row->setSpacing(space::m);
    row->addWidget(m_ring);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    auto *head = new QHBoxLayout;
    m_what = iconButton(u"question"_s, tr("What is counted"));
    head->addWidget(m_name, 1);
    head->addWidget(m_what);
    auto *pace = new QHBoxLayout(m_paceLine);
    pace->setContentsMargins(0, 2, 0, 0);
    pace->setSpacing(space::xs);
    pace->addWidget(m_arrow);
    pace->addWidget(m_pace, 1);
    words->addStretch(1);
    words->addLayout(head);
    words->addWidget(m_of);
    words->addWidget(m_paceLine);
    words->addWidget(m_expected);
    words->addWidget(m_usual);
    words->addStretch(1);
    row->addLayout(words, 1);
    setCursor(Qt::PointingHandCursor);
    connect(m_ring, &Chart::chosen, this, &GoalTile::pressed);
    connect(m_what, &QToolButton::clicked, this, &GoalTile::pressed);
}

void GoalTile::setGoal(const GoalFigure &goal, const GoalWords &words, bool stale)
{
    RingFace face{.caption = captionOf(goal.figure), .stale = stale, .saying = words.saying};
    face.look.read = goal.value.has_value();
    if (goal.value)
        face.figure = countText(std::llround(*goal.value));
    face.hasGoal = goal.target.has_value();
    if (goal.target && goal.value) {
        face.look.share = goal.pace.share;
        if (goal.pace.state != PaceState::NoGoal)
            face.look.pace = goal.pace.expected / *goal.target;
        face.reached = goal.pace.share >= 1;
    }
    m_ring->setFace(face);
    m_name->setText(figureName(goal.figure));
    //: %1: what figure, "Calls"
    m_what->setAccessibleName(tr("What is counted: %1").arg(m_name->text()));
    m_of->setText(words.of);
    m_paceLine->setVisible(!words.pace.isEmpty());
    m_arrow->setVisible(words.ahead || words.behind);
    static_cast<PaceArrow *>(m_arrow)->set(words.ahead);
    m_pace->setText(words.pace);
    m_pace->setState(words.ahead ? std::optional(StateLook::Ok) : words.behind ? std::optional(StateLook::Warning) : std::nullopt);
    m_expected->setText(words.expected);
    m_expected->setVisible(!words.expected.isEmpty());
    m_usual->setText(words.split.isEmpty() ? words.usual : words.split);
    m_usual->setVisible(!m_usual->text().isEmpty());
}

void GoalTile::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT
    pressed();
}

} // namespace callcard::ui
