#include "connectionrow.h"

#include <callcard/ui/connectiontexts.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/label.h>
#include <callcard/ui/terms.h>

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kIconColumn = 36;

QString iconOf(const QString &service)
{
    if (service == "firestore"_L1 || service == "relay"_L1)
        return u"cloud"_s;
    if (service == "copper"_L1)
        return u"people"_s;
    return u"phone"_s;
}
} // namespace

ConnectionRow::ConnectionRow(QWidget *parent)
    : QWidget(parent)
    , m_name(new Label({}, Type::BodyStrong))
    , m_detail(new Label({}, Type::Small, &Colors::textSecondary))
    , m_word(new Label({}, Type::SmallStrong))
{
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_name);
    texts->addWidget(m_detail);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kIconColumn + 8, 8, 0, 8);
    row->setSpacing(24);
    row->addLayout(texts, 1);
    row->addWidget(m_word);
    setMinimumHeight(Theme::current().px(size::rowTwo));
}

void ConnectionRow::setConnection(const Connection &connection, const QDateTime &now)
{
    const QString word = connectionWord(connection, now);
    const QString detail = connectionDetail(connection, now);
    m_serviceIcon = iconOf(connection.name);
    m_working = connection.state == ConnectionState::Connected;
    m_trouble = connection.state == ConnectionState::Offline || connection.state == ConnectionState::SignInNeeded;
    m_stateIcon = m_working ? u"check-circle"_s : m_trouble ? u"error"_s : u"warning"_s;
    m_name->setText(serviceName(connection.name));
    m_detail->setText(connection.testServer ? QString(terms::testServer() + u" · "_s + detail) : detail);
    m_word->setText(word);
    m_word->setState(m_working ? StateLook::Ok : m_trouble ? StateLook::Error : StateLook::Warning);
    setAccessibleName(m_name->text() + u", "_s + word + u", "_s + m_detail->text());
    update();
}

void ConnectionRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::current();
    const int px = theme.iconPx();
    const auto centred = [&](int x) { return QRect(x, (height() - px) / 2, px, px); };
    drawIcon(painter, QStyle::visualRect(layoutDirection(), rect(), centred((kIconColumn - px) / 2)), m_serviceIcon,
             theme.color.textSecondary, layoutDirection());
    const StateLook look = m_working ? StateLook::Ok : m_trouble ? StateLook::Error : StateLook::Warning;
    const QRect word = m_word->geometry();
    const int x = layoutDirection() == Qt::LeftToRight ? word.left() - px - 6 : word.right() + 6;
    drawIcon(painter, centred(x), m_stateIcon, theme.state(look).text);
}

} // namespace callcard::ui
