#include <callcard/ui/agelabel.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/spoken.h>
#include <callcard/ui/timetexts.h>

#include <callcard/clock.h>

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>
#include <QSet>
#include <QStyle>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kAgeIconGap = 4;
constexpr int kSmallIcon = 12;

/// The shared timer: nothing wakes up for ages that nobody sees.
class Ticker
{
public:
    void add(AgeLabel *label, const std::function<void()> &tick)
    {
        if (!m_timer)
            m_timer = std::make_unique<QTimer>();
        QObject::connect(m_timer.get(), &QTimer::timeout, label, tick);
        m_visible.insert(label);
        m_timer->start(motion::age);
    }
    void remove(AgeLabel *label)
    {
        if (!m_visible.remove(label))
            return;
        QObject::disconnect(m_timer.get(), nullptr, label, nullptr);
        if (m_visible.isEmpty())
            m_timer.reset();
    }
    [[nodiscard]] bool isTicking() const { return m_timer && m_timer->isActive(); }

private:
    QSet<AgeLabel *> m_visible;
    std::unique_ptr<QTimer> m_timer; ///< Gone with the last label, so that none outlives the application.
};

Ticker &ticker()
{
    static Ticker instance;
    return instance;
}
} // namespace

AgeLabel::AgeLabel(const Clock &clock, QWidget *parent) : QWidget(parent), m_clock(clock)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

AgeLabel::~AgeLabel()
{
    ticker().remove(this);
}

bool AgeLabel::isTicking()
{
    return ticker().isTicking();
}

void AgeLabel::setMoment(const QDateTime &moment)
{
    m_moment = moment;
    refresh();
}

void AgeLabel::setStale(bool stale)
{
    m_stale = stale;
    updateGeometry();
    update();
}

void AgeLabel::setPrefix(const QString &prefix)
{
    m_prefix = prefix;
    refresh();
}

void AgeLabel::refresh()
{
    const QString age = TimeTexts(locale()).age(m_moment, m_clock.now());
    const QString text = age.isEmpty() || m_prefix.isEmpty() ? age : m_prefix.arg(age);
    if (text == m_text)
        return;
    m_text = text;
    say(this, m_text);
    updateGeometry();
    update();
}

QSize AgeLabel::sizeHint() const
{
    const Theme &theme = Theme::current();
    const int icon = m_stale ? theme.px(kSmallIcon) + kAgeIconGap : 0;
    return QSize(QFontMetrics(theme.font(Type::Caption)).horizontalAdvance(m_text) + 1 + icon, theme.lineHeight(Type::Caption));
}

void AgeLabel::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    QRect place = rect();
    const QColor color = m_stale ? theme.state(StateLook::Warning).text : theme.color.textTertiary;
    if (m_stale) {
        const int icon = theme.px(kSmallIcon);
        drawIcon(painter, QStyle::visualRect(layoutDirection(), rect(), QRect(0, (height() - icon) / 2, icon, icon)), u"warning"_s, color);
        place = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(icon + kAgeIconGap, 0, 0, 0));
    }
    drawElided(painter, place, m_text, {.type = Type::Caption, .color = color});
}

void AgeLabel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
    ticker().add(this, [this] { refresh(); });
}

void AgeLabel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    ticker().remove(this);
}

void AgeLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LocaleChange || event->type() == QEvent::LanguageChange || event->type() == QEvent::StyleChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace callcard::ui
