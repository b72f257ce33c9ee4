#include <callcard/ui/connectionspage.h>

#include "connectionrow.h"

#include <callcard/ui/notices.h>
#include <callcard/ui/settingtexts.h>

#include <QVBoxLayout>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

ConnectionsPage::ConnectionsPage(QWidget *parent)
    : QWidget(parent)
    , m_tile(new Tile)
    , m_rows(new QVBoxLayout(m_tile))
    , m_tiles(new QVBoxLayout)
    , m_empty(new EmptyState(u"plug"_s, tr("Nothing is connected yet."), tr("Connect your phone service")))
{
    m_tile->setContentsMargins(0, 0, 0, 0);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    m_tiles->setSpacing(12);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(12);
    page->addWidget(m_tile);
    page->addWidget(m_empty);
    page->addLayout(m_tiles);
    connect(m_empty, &EmptyState::buttonClicked, this, &ConnectionsPage::setUpRequested);
    setConnections({}, {});
}

QString ConnectionsPage::title()
{
    return sectionTitle(SettingsSection::Connections);
}

void ConnectionsPage::addTile(QWidget *tile)
{
    m_tiles->addWidget(tile);
}

void ConnectionsPage::setConnections(const QList<Connection> &connections, const QDateTime &now)
{
    while (m_widgets.size() > connections.size())
        delete m_widgets.takeLast();
    while (m_widgets.size() < connections.size()) {
        auto *row = new ConnectionRow;
        connect(row, &ConnectionRow::testRequested, this, &ConnectionsPage::testRequested);
        connect(row, &ConnectionRow::signInRequested, this, &ConnectionsPage::signInRequested);
        connect(row, &ConnectionRow::signOutRequested, this, &ConnectionsPage::signOutRequested);
        m_widgets.append(row);
        m_rows->addWidget(row);
    }
    for (qsizetype i = 0; i < connections.size(); ++i)
        m_widgets.at(i)->setConnection(connections.at(i), now);
    m_tile->setVisible(!connections.isEmpty());
    m_empty->setVisible(connections.isEmpty());
}

} // namespace callcard::ui
