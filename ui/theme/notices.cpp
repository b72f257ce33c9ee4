#include <callcard/ui/controls.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/label.h>
#include <callcard/ui/notices.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/people.h>
#include <callcard/ui/spoken.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kBannerPadding = 12;
constexpr int kEmptyIcon = 32;
constexpr int kPatience = 200;

/// An icon that is part of the picture only.
class Glyph final : public QWidget
{
public:
    Glyph(QString name, int tokenPx) : m_name(std::move(name)), m_tokenPx(tokenPx)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override { return QSize(Theme::current().iconPx(m_tokenPx), Theme::current().iconPx(m_tokenPx)); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        drawIcon(painter, rect(), m_name, Theme::current().color.textTertiary, layoutDirection());
    }

private:
    QString m_name;
    int m_tokenPx;
};
} // namespace

Tile::Tile(QWidget *parent) : QFrame(parent)
{
    setContentsMargins(space::l, space::l, space::l, space::l);
}

void Tile::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    drawPanel(painter, rect(), radius::tile, theme.color.surface, theme.color.border);
}

Banner::Banner(StateLook look, QWidget *parent)
    : QFrame(parent), m_look(look), m_text(new QLabel(this)), m_button(plainButton({}, {}, this))
{
    speakAsNews(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kBannerPadding + Theme::current().iconPx() + space::s, space::s, kBannerPadding, space::s);
    row->setSpacing(space::m);
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    row->addWidget(m_text, 1);
    smaller(m_button);
    m_button->hide();
    row->addWidget(m_button, 0, Qt::AlignVCenter);
    connect(m_button, &QPushButton::clicked, this, &Banner::buttonClicked);
    refresh();
}

void Banner::setLook(StateLook look, const QString &icon)
{
    m_look = look;
    m_icon = icon;
    refresh();
}

void Banner::setTexts(const QString &strong, const QString &rest)
{
    m_strong = cleanedLines(strong);
    m_rest = cleanedLines(rest);
    setAccessibleName(m_rest.isEmpty() ? m_strong : m_strong + u' ' + m_rest);
    refresh();
}

void Banner::setButton(const QString &text)
{
    m_button->setText(text);
    m_button->setVisible(!text.isEmpty());
}

// The bold first sentence needs markup, so everything in it is escaped.
void Banner::refresh()
{
    const QString strong = m_strong.isEmpty() ? QString() : u"<b>"_s + m_strong.toHtmlEscaped() + u"</b> "_s;
    m_text->setText(strong + m_rest.toHtmlEscaped());
    m_text->setFont(Theme::current().font(Type::Body));
    setMinimumHeight(Theme::current().px(42));
    update();
}

void Banner::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    drawPanel(painter, rect(), 8, theme.state(m_look).tint, theme.highContrast ? theme.color.border : QColor());
    const int px = theme.iconPx();
    const QRect icon(kBannerPadding, (height() - px) / 2, px, px);
    drawIcon(painter, QStyle::visualRect(layoutDirection(), rect(), icon), m_icon.isEmpty() ? stateIcon(m_look) : m_icon,
             theme.state(m_look).text, layoutDirection());
}

void Banner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange)
        refresh();
    QFrame::changeEvent(event);
}

EmptyState::EmptyState(const QString &icon, const QString &sentence, const QString &button, QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(space::m);
    column->addStretch(2);
    column->addWidget(new Glyph(icon, kEmptyIcon), 0, Qt::AlignHCenter);
    auto *text = new QLabel(sentence);
    text->setTextFormat(Qt::PlainText);
    text->setAlignment(Qt::AlignHCenter);
    text->setWordWrap(true);
    text->setFont(Theme::current().font(Type::Body));
    column->addWidget(text);
    if (!button.isEmpty()) {
        speakAsGroup(this, sentence); // which of two such buttons it is
        auto *action = plainButton(button);
        connect(action, &QPushButton::clicked, this, &EmptyState::buttonClicked);
        column->addWidget(action, 0, Qt::AlignHCenter);
    }
    column->addStretch(3);
}

SkeletonRows::SkeletonRows(int rowHeight, QWidget *parent) : QWidget(parent), m_rowHeight(rowHeight), m_patience(new QTimer(this))
{
    say(this, tr("Loading…"));
    setMinimumHeight(Theme::current().px(3 * rowHeight));
    m_patience->setSingleShot(true);
    m_patience->setInterval(kPatience);
    connect(m_patience, &QTimer::timeout, this, &QWidget::show);
    hide();
}

void SkeletonRows::setLoading(bool loading)
{
    if (loading && !isVisible())
        m_patience->start();
    if (!loading) {
        m_patience->stop();
        hide();
    }
}

void SkeletonRows::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    const int row = theme.px(m_rowHeight);
    const int avatar = theme.px(size::avatarM);
    const auto visual = [this](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    for (int i = 0; i < 3; ++i) {
        const int top = i * row;
        drawPanel(painter, visual(QRect(space::l, top + (row - avatar) / 2, avatar, avatar)), avatar / 2.0, theme.color.sunken);
        drawPanel(painter, visual(QRect(space::l + avatar + space::m, top + row / 2 - 12, width() / 3, 8)), 4, theme.color.sunken);
        drawPanel(painter, visual(QRect(space::l + avatar + space::m, top + row / 2 + 4, width() / 4, 8)), 4, theme.color.sunken);
    }
}

PageHeader::PageHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new Label(title, Type::Page))
    , m_context(new Label({}, Type::Body, &Colors::textSecondary))
    , m_beside(new QHBoxLayout)
    , m_actions(new QHBoxLayout)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::xl, 0, space::xl, 0);
    row->setSpacing(space::m);
    m_beside->setSpacing(space::s);
    m_actions->setSpacing(space::m);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    row->addWidget(m_title);
    row->addLayout(m_beside);
    row->addWidget(m_context, 1);
    row->addLayout(m_actions);
    setFixedHeight(Theme::current().px(size::pageHeader));
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PageHeader::setContext(const QString &text)
{
    m_context->setText(text);
}

void PageHeader::addAction(QWidget *control)
{
    m_actions->addWidget(control);
}

void PageHeader::addBesideTitle(QWidget *control)
{
    m_beside->addWidget(control);
}

} // namespace callcard::ui
