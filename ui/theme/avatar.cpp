#include <callcard/ui/avatar.h>
#include <callcard/ui/spoken.h>

#include <QEvent>
#include <QPainter>
#include <QTimerEvent>

#include <cmath>

namespace callcard::ui {

namespace {
constexpr int kPulseTick = 1000 / 12;
constexpr double kFaintest = 0.55;
constexpr double kPi = 3.14159265358979;
constexpr int kBadgeOverhang = 5; // how far the badge with its halo stands out of the ring

QRectF centredCircle(const QRect &rect, int px)
{
    return QRectF(rect.left() + (rect.width() - px) / 2, rect.top() + (rect.height() - px) / 2, px, px);
}
} // namespace

Avatar::Avatar(int tokenPx, QWidget *parent) : QWidget(parent), m_tokenPx(tokenPx)
{
    leaveUnsaid(this); // a name stands beside it
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Avatar::setPerson(const Person &person)
{
    m_person = person;
    update();
}

QSize Avatar::sizeHint() const
{
    const int px = Theme::current().px(m_tokenPx);
    return QSize(px, px);
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawAvatar(painter, centredCircle(rect(), Theme::current().px(m_tokenPx)), m_person);
}

StateRing::StateRing(int tokenPx, QWidget *parent) : QWidget(parent), m_tokenPx(tokenPx)
{
    leaveUnsaid(this); // the card's band has the state in words
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateRing::setPerson(const Person &person)
{
    m_person = person;
    update();
}

void StateRing::setState(StateLook look)
{
    if (look == m_state)
        return;
    m_state = look;
    settlePulse();
    update();
}

void StateRing::setBadgeShown(bool shown)
{
    m_badge = shown;
    update();
}

QSize StateRing::sizeHint() const
{
    const int px = Theme::current().px(m_tokenPx) + 2 * kBadgeOverhang;
    return QSize(px, px);
}

QRectF StateRing::circle() const
{
    return centredCircle(rect(), Theme::current().px(m_tokenPx));
}

// A timer runs for what is seen and moves, nothing else.
void StateRing::settlePulse()
{
    const bool wanted = m_state == StateLook::Ringing && isVisible() && Theme::current().duration(motion::ringPulse) > 0;
    if (wanted && !m_pulse.isActive()) {
        m_since.start();
        m_pulse.start(kPulseTick, this);
    } else if (!wanted) {
        m_pulse.stop();
    }
}

void StateRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    qreal opacity = 1;
    if (m_pulse.isActive()) {
        const double phase = double(m_since.elapsed() % motion::ringPulse) / motion::ringPulse;
        opacity = 1 - (1 - kFaintest) * (1 - std::cos(phase * 2 * kPi)) / 2;
    }
    drawAvatar(painter, circle(), m_person);
    drawStateRing(painter, circle(), m_state, opacity);
    if (m_badge && hasRing(m_state))
        drawBadge(painter, circle(), m_state, palette().color(QPalette::Base));
}

void StateRing::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_pulse.timerId())
        return QWidget::timerEvent(event);
    update();
}

void StateRing::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    settlePulse();
}

void StateRing::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_pulse.stop();
}

void StateRing::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        settlePulse();
    QWidget::changeEvent(event);
}

} // namespace callcard::ui
