#include <callcard/ui/flyout.h>

#include "flyoutrows.h"

#include <callcard/ui/controls.h>
#include <callcard/ui/errortexts.h>
#include <callcard/ui/goalring.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/label.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/spoken.h>

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QScreen>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kGoals = 3;
constexpr qsizetype kShownCalls = 2;
constexpr int kSide = 12;

class MarkIcon final : public QWidget
{
public:
    MarkIcon() { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); }
    void set(TrayMark mark)
    {
        m_mark = mark;
        update();
    }
    [[nodiscard]] QSize sizeHint() const override { return {Theme::current().iconPx(), Theme::current().iconPx()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::current();
        QPainter painter(this);
        const bool good = m_mark == TrayMark::Connected;
        drawIcon(painter, rect(),
                 good                           ? u"check-circle"_s
                 : m_mark == TrayMark::Degraded ? u"warning"_s
                                                : u"offline"_s,
                 theme.state(good ? StateLook::Ok : StateLook::Warning).text);
    }

private:
    TrayMark m_mark{};
};
} // namespace

class Flyout::Private
{
public:
    FlyoutState state;
    MarkIcon *mark{};
    Label *headline{};
    Label *age{};
    QToolButton *quiet{};
    Label *trouble{};
    Label *readAge{};
    QWidget *goalsRow{};
    QList<GoalRing *> rings;
    QList<Label *> names;
    QList<Label *> targets;
    QWidget *missedHead{};
    QPushButton *all{};
    FlyoutRows *missed{};
    Label *recentHead{};
    FlyoutRows *recent{};
    QPushButton *call{};
};

Flyout::Flyout(QWidget *parent)
    : QWidget(parent, Qt::Popup | Qt::FramelessWindowHint | Qt::NoDropShadowWindowHint), d(std::make_unique<Private>())
{
    setAccessibleName(tr("Callcard, today"));
    d->mark = new MarkIcon;
    d->headline = new Label({}, Type::BodyStrong);
    d->headline->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    d->age = new Label({}, Type::Small, &Colors::textSecondary);
    d->quiet = iconButton(u"moon"_s, tr("Quiet for an hour"));
    d->quiet->setCheckable(true);
    speakAsChoice(d->quiet, false);
    QToolButton *settings = iconButton(u"settings"_s, tr("Settings"));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(kSide + 4, space::s, kSide, space::xs);
    head->setSpacing(space::s);
    head->addWidget(d->mark);
    head->addWidget(d->headline);
    head->addWidget(d->age, 1);
    head->addWidget(d->quiet);
    head->addWidget(settings);

    d->goalsRow = new QWidget;
    auto *goals = new QHBoxLayout(d->goalsRow);
    goals->setContentsMargins(space::s, 0, space::xs, space::s);
    goals->setSpacing(space::xxs);
    for (int i = 0; i < kGoals; ++i) {
        auto *ring = new GoalRing(size::goalRingSmall);
        auto *name = new Label({}, Type::Caption);
        auto *target = new Label({}, Type::Caption, &Colors::textSecondary);
        leaveUnsaid(name); // the ring has said it
        leaveUnsaid(target);
        auto *words = new QVBoxLayout;
        words->setSpacing(0);
        words->addStretch(1);
        words->addWidget(name);
        words->addWidget(target);
        words->addStretch(1);
        goals->addWidget(ring);
        goals->addLayout(words, 1);
        d->rings += ring;
        d->names += name;
        d->targets += target;
        connect(ring, &Chart::chosen, this, [this] {
            leave();
            Q_EMIT
            metricsRequested();
        });
    }

    d->trouble = new Label({}, Type::Small);
    d->trouble->setState(StateLook::Warning);
    d->readAge = new Label({}, Type::Caption, &Colors::textTertiary);
    auto *standing = new QVBoxLayout;
    standing->setContentsMargins(kSide + 4, 0, kSide, 0);
    standing->setSpacing(0);
    standing->addWidget(d->readAge);
    standing->addWidget(d->trouble);

    d->missedHead = new QWidget;
    auto *missedHead = new QHBoxLayout(d->missedHead);
    missedHead->setContentsMargins(kSide - 2, space::xs, kSide - 2, 0);
    d->all = linkButton({});
    missedHead->addWidget(new Label(tr("To call back"), Type::CaptionStrong, &Colors::textSecondary), 1);
    missedHead->addWidget(d->all);
    d->missed = new FlyoutRows(tr("Call back"));
    d->missed->setAccessibleName(tr("To call back"));
    d->recentHead = new Label(tr("Recent"), Type::CaptionStrong, &Colors::textSecondary);
    d->recentHead->setContentsMargins(0, 0, 0, 0);
    d->recent = new FlyoutRows({});
    d->recent->setAccessibleName(tr("Recent"));
    auto *lists = new QVBoxLayout;
    lists->setContentsMargins(space::xs + 2, space::xs, space::xs + 2, space::s);
    lists->setSpacing(space::xs);
    auto *recentHead = new QHBoxLayout;
    recentHead->setContentsMargins(kSide - 2, space::xs, kSide, 0);
    recentHead->addWidget(d->recentHead);
    lists->addWidget(d->missedHead);
    lists->addWidget(d->missed);
    lists->addLayout(recentHead);
    lists->addWidget(d->recent);

    d->call = plainButton(tr("Call or find…"), u"phone"_s);
    setKeycap(d->call, u"Ctrl+K"_s);
    d->call->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    QToolButton *metrics = framedIconButton(u"chart"_s, tr("Metrics"));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(space::s, space::s, space::s, space::s);
    foot->setSpacing(space::s);
    foot->addWidget(d->call, 1);
    foot->addWidget(metrics);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(d->goalsRow);
    column->addLayout(standing);
    column->addLayout(lists);
    column->addStretch(1);
    column->addLayout(foot);

    const auto on = [this](QAbstractButton *button, void (Flyout::*wish)()) {
        connect(button, &QAbstractButton::clicked, this, [this, wish] {
            leave();
            Q_EMIT(this->*wish)
            ();
        });
    };
    on(settings, &Flyout::settingsRequested);
    on(d->call, &Flyout::callBoxRequested);
    on(metrics, &Flyout::metricsRequested);
    on(d->all, &Flyout::missedRequested);
    connect(d->quiet, &QToolButton::clicked, this, &Flyout::quietRequested);
    connect(d->missed, &Chart::chosen, this, [this](int row) {
        const QString id = d->missed->calls().value(row).id;
        leave();
        Q_EMIT
        callBackRequested(id);
    });
    connect(d->recent, &Chart::chosen, this, [this](int row) {
        const QString id = d->recent->calls().value(row).id;
        leave();
        Q_EMIT
        callRequested(id);
    });
}

Flyout::~Flyout() = default;

void Flyout::leave()
{
    hide();
}

const FlyoutState &Flyout::state() const
{
    return d->state;
}

void Flyout::setState(const FlyoutState &state)
{
    d->state = state;
    d->mark->set(state.mark);
    d->headline->setText(state.headline);
    d->age->setText(state.age);
    d->quiet->setChecked(state.quiet);
    d->goalsRow->setVisible(!state.goals.isEmpty());
    for (int i = 0; i < kGoals; ++i) {
        const FlyoutGoal goal = state.goals.value(i);
        const auto number = [](double value) { return QLocale().toString(qRound64(value)); };
        const QString figure = goal.value ? number(*goal.value) : QString();
        //: A goal, after the figure it belongs to
        const QString of = goal.target ? tr("of %1").arg(number(*goal.target)) : QString();
        RingFace face{.figure = figure, .hasGoal = goal.target.has_value(), .stale = state.stale || state.error};
        face.saying = QString(goal.name + u' ' + (figure.isEmpty() ? tr("not read") : figure) + u' ' + of).trimmed();
        face.look = {.share = goal.share, .pace = goal.pace, .stroke = size::goalRingSmallStroke, .read = goal.value.has_value()};
        d->rings[i]->setFace(face);
        d->names[i]->setText(goal.name);
        d->targets[i]->setText(of);
        d->targets[i]->setVisible(!of.isEmpty());
    }
    const QString age = TimeTexts().age(state.readAt, state.now);
    //: %1: an age, "4 min ago"
    d->readAge->setText(age.isEmpty() ? QString() : tr("Figures read %1").arg(age));
    d->readAge->setState(state.stale ? std::optional(StateLook::Warning) : std::nullopt);
    d->readAge->setVisible(!age.isEmpty() && !state.goals.isEmpty());
    d->trouble->setText(state.error ? errorText(*state.error, state.errorSource, state.now).happened : QString());
    d->trouble->setVisible(state.error.has_value());
    d->missed->setCalls(state.missed.first(std::min(kShownCalls, state.missed.size())));
    d->recent->setCalls(state.recent.first(std::min(kShownCalls, state.recent.size())));
    d->missedHead->setVisible(!state.missed.isEmpty());
    d->missed->setVisible(!state.missed.isEmpty());
    d->recentHead->setVisible(!state.recent.isEmpty());
    d->recent->setVisible(!state.recent.isEmpty());
    //: How many callers wait in all
    d->all->setText(tr("All %1").arg(state.waiting));
    if (isVisible())
        resize(sizeHint());
}

QSize Flyout::sizeHint() const
{
    return QSize(Theme::current().px(size::flyoutWidth), layout()->sizeHint().height());
}

void Flyout::showBeside(const QRect &icon)
{
    layout()->activate();
    resize(sizeHint());
    const QScreen *screen = QGuiApplication::screenAt(icon.center());
    if (screen == nullptr)
        screen = QGuiApplication::primaryScreen();
    const QRect area = screen != nullptr ? screen->availableGeometry() : icon;
    QPoint at(icon.center().x() - width() / 2, icon.top() - height() - space::s);
    if (at.y() < area.top())
        at.setY(icon.bottom() + space::s);
    at.setX(std::clamp(at.x(), area.left() + space::s, std::max(area.left() + space::s, area.right() - width() - space::s)));
    at.setY(std::clamp(at.y(), area.top() + space::s, std::max(area.top() + space::s, area.bottom() - height() - space::s)));
    move(at);
    show();
    QWidget *first = d->call;
    for (QWidget *list : {static_cast<QWidget *>(d->recent), static_cast<QWidget *>(d->missed)}) {
        if (list->isVisible())
            first = list;
    }
    first->setFocus(Qt::PopupFocusReason);
}

void Flyout::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color.surface);
    if (d->goalsRow->isVisible())
        painter.fillRect(QRect(0, d->goalsRow->geometry().bottom(), width(), 1), theme.color.border);
    const int foot = theme.px(size::button) + 2 * space::s;
    painter.fillRect(QRect(0, height() - foot, width(), foot), theme.color.sunken);
    painter.setPen(theme.color.borderStrong);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace callcard::ui
