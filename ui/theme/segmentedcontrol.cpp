#include <callcard/ui/controls.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/spoken.h>

#include <QButtonGroup>
#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <cmath>

namespace callcard::ui {

namespace {
constexpr int kFrame = 2;
constexpr int kSegmentPadding = 12;
constexpr int kCountGap = 6;

class Segment final : public QAbstractButton
{
public:
    Segment(const QString &text, QWidget *parent) : QAbstractButton(parent)
    {
        setText(text);
        setCheckable(true);
        speakAsChoice(this, true);
        setAttribute(Qt::WA_Hover);
        setProperty("focusRadius", radius::chip);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    void setCount(int count)
    {
        m_count = count;
        setAccessibleName(count > 0 ? text() + QLatin1String(", ") + QString::number(count) : QString());
        updateGeometry();
        update();
    }

    QSize sizeHint() const override
    {
        const Theme &theme = Theme::current();
        qreal width = 2 * kSegmentPadding + QFontMetricsF(theme.font(Type::BodyMedium)).horizontalAdvance(text());
        if (m_count > 0)
            width += kCountGap + tabularWidth(QString::number(m_count), theme.font(Type::BodyStrong));
        return QSize(static_cast<int>(std::ceil(width)) + 1, theme.px(size::button) - 2 * kFrame);
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::current();
        QPainter painter(this);
        if (isChecked())
            drawPanel(painter, rect(), radius::chip, theme.isDark() ? theme.color.hover : theme.color.surface, theme.color.border);
        else if (isEnabled() && (isDown() || underMouse()))
            drawPanel(painter, rect(), radius::chip, theme.color.pressed);
        QRect inner = rect().adjusted(kSegmentPadding, 0, -kSegmentPadding, 0);
        if (m_count > 0) {
            const QFont font = theme.font(Type::BodyStrong);
            const QString figure = QString::number(m_count);
            const int width = static_cast<int>(std::ceil(tabularWidth(figure, font)));
            const QRect place = QStyle::visualRect(layoutDirection(), rect(), QRect(inner.right() - width + 1, 0, width, height()));
            drawTabular(painter, place, figure, font, theme.state(StateLook::Missed).text, Qt::AlignCenter);
            inner.adjust(0, 0, -width - kCountGap, 0);
        }
        drawElided(painter, QStyle::visualRect(layoutDirection(), rect(), inner.adjusted(0, 0, 1, 0)), text(),
                   {.type = Type::BodyMedium,
                    .role = !isEnabled()  ? &Colors::textDisabled
                            : isChecked() ? &Colors::text
                                          : &Colors::textSecondary});
    }

private:
    int m_count{};
};
} // namespace

SegmentedControl::SegmentedControl(const QString &accessibleName, QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    speakAsGroup(this, accessibleName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kFrame, kFrame, kFrame, kFrame);
    row->setSpacing(0);
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::idClicked, this, &SegmentedControl::chosen);
}

int SegmentedControl::addSegment(const QString &text)
{
    const int index = static_cast<int>(m_group->buttons().size());
    auto *segment = new Segment(text, this);
    m_group->addButton(segment, index);
    layout()->addWidget(segment);
    if (index == 0)
        segment->setChecked(true);
    return index;
}

void SegmentedControl::setCount(int index, int count)
{
    if (auto *button = m_group->button(index))
        static_cast<Segment *>(button)->setCount(count);
}

int SegmentedControl::current() const
{
    return m_group->checkedId();
}

void SegmentedControl::setCurrent(int index)
{
    if (auto *button = m_group->button(index))
        button->setChecked(true);
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    drawPanel(painter, rect(), radius::control, theme.isDark() ? theme.color.sunken : theme.color.sidebar, theme.color.border);
}

void SegmentedControl::keyPressEvent(QKeyEvent *event)
{
    int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (layoutDirection() == Qt::RightToLeft)
        step = -step;
    const int next = current() + step;
    if (step == 0 || next < 0 || next >= m_group->buttons().size())
        return QWidget::keyPressEvent(event);
    setCurrent(next);
    m_group->button(next)->setFocus(Qt::TabFocusReason);
    Q_EMIT
    chosen(next);
}

} // namespace callcard::ui
