#include "connectionrow.h"

#include <callcard/ui/connectiontexts.h>
#include <callcard/ui/controls.h>
#include <callcard/ui/errortexts.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/label.h>
#include <callcard/ui/notices.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/spoken.h>
#include <callcard/ui/terms.h>

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kIconTile = 36;
constexpr int kSide = 18;
constexpr int kTextLeft = kSide + kIconTile + 12;

QString iconOf(const QString &service)
{
    if (service == "firestore"_L1)
        return u"chart"_s;
    if (service == "relay"_L1)
        return u"cloud"_s;
    if (service == "copper"_L1)
        return u"people"_s;
    return u"phone"_s;
}
} // namespace

ConnectionRow::ConnectionRow(QWidget *parent)
    : QWidget(parent)
    , m_line(new QWidget)
    , m_name(new Label({}, Type::BodyStrong))
    , m_detail(new Label({}, Type::Small, &Colors::textSecondary))
    , m_word(new Label({}, Type::SmallStrong))
    , m_below(new QWidget)
    , m_trouble(new Banner(StateLook::Warning))
{
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addStretch();
    texts->addWidget(m_name);
    texts->addWidget(m_detail);
    texts->addStretch();
    QPushButton *test = smaller(plainButton(tr("Test")));
    QToolButton *more = smaller(framedIconButton(u"more"_s, tr("More")));
    auto *menu = new QMenu(more);
    menu->addAction(tr("Sign in again…"), this, [this] {
        Q_EMIT
        signInRequested(m_service);
    });
    menu->addAction(tr("Sign out"), this, [this] {
        Q_EMIT
        signOutRequested(m_service);
    });
    connect(more, &QToolButton::clicked, menu, [more, menu] { menu->popup(more->mapToGlobal(QPoint(0, more->height() + 2))); });
    connect(test, &QPushButton::clicked, this, &ConnectionRow::testRequested);
    connect(m_trouble, &Banner::buttonClicked, this, [this] {
        Q_EMIT
        signInRequested(m_service);
    });

    auto *row = new QHBoxLayout(m_line);
    row->setContentsMargins(kSide, 0, kSide, 0);
    row->setSpacing(space::s);
    row->addSpacing(kTextLeft - kSide); // the icon's, which margins would not mirror
    row->addLayout(texts, 1);
    row->addSpacing(Theme::current().iconPx()); // the mark of the word's state
    row->addWidget(m_word);
    row->addSpacing(space::s);
    row->addWidget(test);
    row->addWidget(more);
    m_line->setMinimumHeight(Theme::current().px(64));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_line);
    auto *below = new QHBoxLayout(m_below);
    below->setContentsMargins(kSide, 0, kSide, 14);
    below->setSpacing(0);
    below->addSpacing(kTextLeft - kSide);
    below->addWidget(m_trouble);
    column->addWidget(m_below);
}

void ConnectionRow::setConnection(const Connection &connection, const QDateTime &now)
{
    m_service = connection.name;
    const QString word = connectionWord(connection, now);
    m_serviceIcon = iconOf(connection.name);
    m_working = connection.state == ConnectionState::Connected;
    m_broken = connection.state == ConnectionState::Offline || connection.state == ConnectionState::SignInNeeded;
    m_stateIcon = m_working ? u"check-circle"_s : m_broken ? u"error"_s : u"warning"_s;
    m_name->setText(serviceName(connection.name));
    m_word->setText(word);
    const StateLook look = m_working ? StateLook::Ok : m_broken ? StateLook::Error : StateLook::Warning;
    m_word->setState(look);

    const bool trouble = connection.problem && !m_working;
    Connection peaceful = connection;
    peaceful.problem.reset(); // the banner has it
    m_detail->setText(connectionDetail(peaceful, now));
    m_detail->setVisible(!m_detail->text().isEmpty());
    QString sentences;
    if (trouble) {
        const ErrorText text = errorText(*connection.problem, serviceName(connection.name), now);
        sentences = text.sentences();
        m_trouble->setLook(look);
        m_trouble->setTexts({}, sentences);
        m_trouble->setButton(connection.state == ConnectionState::SignInNeeded ? tr("Sign in") : QString());
    }
    m_below->setVisible(!sentences.isEmpty());
    speakAsGroup(this, spokenParts({m_name->text(), word, m_detail->text(), sentences}));
    update();
}

void ConnectionRow::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    const auto visual = [this](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    if (y() > 0)
        painter.fillRect(1, 0, width() - 2, 1, theme.color.border);
    const int middle = m_line->geometry().center().y();
    const QRect tile(kSide, middle - kIconTile / 2, kIconTile, kIconTile);
    drawPanel(painter, visual(tile), 8, theme.color.sunken, theme.color.sunken);
    const int px = theme.iconPx();
    drawIcon(painter, visual(QRect(tile.center().x() - px / 2, middle - px / 2, px, px)), m_serviceIcon, theme.color.text,
             layoutDirection());
    const StateLook look = m_working ? StateLook::Ok : m_broken ? StateLook::Error : StateLook::Warning;
    const QRect word(m_word->mapTo(this, QPoint(0, 0)), m_word->size());
    const int x = layoutDirection() == Qt::LeftToRight ? word.left() - px - 6 : word.right() + 6;
    drawIcon(painter, QRect(x, middle - px / 2, px, px), m_stateIcon, theme.state(look).text);
}

} // namespace callcard::ui
