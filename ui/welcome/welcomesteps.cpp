#include "welcomesteps.h"

#include <callcard/ui/icons.h>
#include <callcard/ui/label.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/plaintext.h>
#include <callcard/ui/spoken.h>

#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kStepsWidth = 252;
constexpr int kStepHeight = 46;
constexpr int kStepRing = 22;
constexpr int kStepLeft = 12;
constexpr int kLogo = 22;

/// The logo and the name.
class Masthead final : public QWidget
{
public:
    Masthead()
    {
        setFixedHeight(Theme::current().px(36));
        leaveUnsaid(this); // the window is called so
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const auto visual = [this](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
        drawLogo(painter, visual(QRect(kStepLeft, (height() - kLogo) / 2, kLogo, kLogo)));
        drawElided(painter, visual(QRect(kStepLeft + kLogo + 10, 0, width() - kStepLeft - kLogo - 10, height())), u"Callcard"_s,
                   {.type = Type::Title});
    }
};
} // namespace

QString stepTitle(WelcomeStep step)
{
    switch (step) {
    case WelcomeStep::Service:
        return WelcomeSteps::tr("Your phone service");
    case WelcomeStep::SignIn:
        return WelcomeSteps::tr("Sign in");
    case WelcomeStep::Customers:
        return WelcomeSteps::tr("Customers");
    case WelcomeStep::Region:
        return WelcomeSteps::tr("Region and time");
    case WelcomeStep::Metrics:
        return WelcomeSteps::tr("Metrics");
    case WelcomeStep::Computer:
        return WelcomeSteps::tr("This computer");
    }
    Q_UNREACHABLE();
}

StepEntry::StepEntry(int number, const QString &title, QWidget *parent) : QAbstractButton(parent), m_number(number)
{
    setText(title);
    setCheckable(true);
    speakAsChoice(this, true);
    setAutoExclusive(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setProperty("focusRadius", radius::row);
    setMark(StepMark::Open);
}

void StepEntry::setMark(StepMark mark, const QString &detail)
{
    m_mark = mark;
    m_detail = detail;
    QStringList spoken{text()};
    if (mark == StepMark::Done)
        spoken.append(tr("done"));
    if (!detail.isEmpty())
        spoken.append(detail);
    setAccessibleName(spokenParts(spoken));
    update();
}

QSize StepEntry::sizeHint() const
{
    return QSize(100, Theme::current().px(kStepHeight));
}

void StepEntry::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto visual = [this](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    if (isChecked())
        drawPanel(painter, rect(), radius::row, theme.color.surface, theme.color.border);
    else if (underMouse())
        drawPanel(painter, rect(), radius::row, theme.color.pressed);
    const int ring = theme.px(kStepRing);
    const QRect mark = visual(QRect(kStepLeft, (height() - ring) / 2, ring, ring));
    if (m_mark != StepMark::Open && !isChecked()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.state(StateLook::Ok).tint);
        painter.drawEllipse(mark);
        const int px = theme.iconPx(14);
        drawIcon(painter, QRect(mark.center().x() - px / 2 + 1, mark.center().y() - px / 2 + 1, px, px), u"check"_s,
                 theme.state(StateLook::Ok).text);
    } else {
        painter.setPen(isChecked() ? Qt::NoPen : QPen(theme.color.borderStrong, 1.5));
        painter.setBrush(isChecked() ? QBrush(theme.color.accent) : Qt::NoBrush);
        painter.drawEllipse(QRectF(mark).adjusted(1, 1, -1, -1));
        TextLook figure{.type = Type::SmallStrong, .role = isChecked() ? &Colors::onAccent : &Colors::textSecondary};
        figure.alignment = Qt::AlignCenter;
        drawElided(painter, mark, locale().toString(m_number), figure);
    }
    const int left = kStepLeft + ring + 12;
    const QRect all(left, 0, width() - left - 8, height());
    const TextLook name{.type = isChecked() ? Type::BodyStrong : Type::BodyMedium,
                        .role = isChecked() ? &Colors::text : &Colors::textSecondary};
    if (m_detail.isEmpty()) {
        drawElided(painter, visual(all), text(), name);
        return;
    }
    const int line = theme.lineHeight(Type::Body);
    drawElided(painter, visual(QRect(left, height() / 2 - line, all.width(), line)), text(), name);
    drawElided(painter, visual(QRect(left, height() / 2, all.width(), line)), m_detail,
               {.type = Type::Small, .role = &Colors::textTertiary});
}

WelcomeSteps::WelcomeSteps(QWidget *parent) : QWidget(parent)
{
    setFixedWidth(Theme::current().px(kStepsWidth));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 18, 14, 20);
    column->setSpacing(2);
    column->addWidget(new Masthead);
    column->addSpacing(space::m);
    for (int i = 0; i < kWelcomeSteps; ++i) {
        const auto step = static_cast<WelcomeStep>(i);
        auto *entry = new StepEntry(i + 1, stepTitle(step));
        connect(entry, &QAbstractButton::clicked, this, [this, step] {
            Q_EMIT
            chosen(step);
        });
        m_entries.append(entry);
        column->addWidget(entry);
    }
    column->addStretch();
    auto *comfort = new PlainText(tr("Every step can be skipped and changed later in Settings."), Type::Small, &Colors::textTertiary);
    comfort->setContentsMargins(10, 0, 10, 0);
    column->addWidget(comfort);
}

void WelcomeSteps::setCurrent(WelcomeStep step)
{
    m_entries.at(static_cast<int>(step))->setChecked(true);
}

void WelcomeSteps::setMark(WelcomeStep step, StepMark mark, const QString &detail)
{
    m_entries.at(static_cast<int>(step))->setMark(mark, detail);
}

void WelcomeSteps::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color.sidebar);
    painter.fillRect(layoutDirection() == Qt::LeftToRight ? width() - 1 : 0, 0, 1, height(), theme.color.border);
}

} // namespace callcard::ui
