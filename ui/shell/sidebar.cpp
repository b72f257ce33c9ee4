#include "sidebar.h"

#include <callcard/ui/paint.h>
#include <callcard/ui/spoken.h>
#include <callcard/ui/taborder.h>

#include <QButtonGroup>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kSide = 8;
constexpr int kNarrow = 56;
constexpr int kLogoRow = 36;
constexpr int kTop = 10;
constexpr int kEntryGap = 2;

class LogoRow final : public QWidget
{
public:
    explicit LogoRow(QWidget *parent) : QWidget(parent)
    {
        setFixedHeight(Theme::current().px(kLogoRow));
        leaveUnsaid(this); // the window is called so
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const int logo = Theme::current().px(18);
        const bool narrow = width() < kNarrow * 2;
        const QRect mark(narrow ? (width() - logo) / 2 : 12, (height() - logo) / 2, logo, logo);
        drawLogo(painter, QStyle::visualRect(layoutDirection(), rect(), mark));
        if (!narrow)
            // The program's name is the same in every language.
            drawElided(painter, QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(22 + logo, 0, -kSide, 0)), u"Callcard"_s,
                       {.type = Type::Title});
    }
};
} // namespace

Sidebar::Sidebar(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_main(new QVBoxLayout)
    , m_foot(new QVBoxLayout)
    , m_field(new CallField(this))
    , m_line(new ConnectionLine(this))
    , m_logo(new LogoRow(this))
{
    speakAsGroup(this, tr("Pages"));
    m_group->setExclusive(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kSide, kTop, kSide, 0);
    column->setSpacing(kSide);
    column->addWidget(m_logo);
    column->addWidget(m_field);
    m_main->setSpacing(kEntryGap);
    m_foot->setSpacing(kEntryGap);
    column->addLayout(m_main);
    column->addStretch(1);
    column->addLayout(m_foot);
    column->addWidget(m_line);
    settleSize();
}

void Sidebar::addEntry(const QString &id, const QString &icon, const QString &title, PagePlace place)
{
    auto *entry = new SidebarEntry(icon, title, this);
    entry->setNarrow(m_narrow);
    m_group->addButton(entry);
    (place == PagePlace::Main ? m_main : m_foot)->addWidget(entry);
    m_entries.insert(id, entry);
    tabAsLaidOut(this);
    connect(entry, &QAbstractButton::clicked, this, [this, id] {
        Q_EMIT
        chosen(id);
    });
}

void Sidebar::setOffered(const QString &id, bool offered)
{
    if (SidebarEntry *entry = m_entries.value(id))
        entry->setVisible(offered);
}

void Sidebar::setCurrent(const QString &id)
{
    if (SidebarEntry *entry = m_entries.value(id))
        entry->setChecked(true);
}

void Sidebar::setCount(const QString &id, int count)
{
    if (SidebarEntry *entry = m_entries.value(id))
        entry->setCount(count);
}

void Sidebar::setNarrow(bool narrow)
{
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    for (SidebarEntry *entry : qAsConst(m_entries))
        entry->setNarrow(narrow);
    m_field->setNarrow(narrow);
    m_line->setNarrow(narrow);
    settleSize();
}

void Sidebar::settleSize()
{
    setFixedWidth(m_narrow ? kNarrow : Theme::current().px(size::sidebar));
    m_logo->setFixedHeight(Theme::current().px(kLogoRow));
}

void Sidebar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color.sidebar);
    const int edge = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.fillRect(QRect(edge, 0, size::hairline, height()), theme.color.border);
}

void Sidebar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange)
        settleSize();
    QWidget::changeEvent(event);
}

// Up and down walk the entries, as in any list.
void Sidebar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down)
        focusNextChild();
    else if (event->key() == Qt::Key_Up)
        focusPreviousChild();
    else
        QWidget::keyPressEvent(event);
}

} // namespace callcard::ui
