#include <callcard/ui/connectionspage.h>

#include "connectionrow.h"

#include <callcard/ui/controls.h>
#include <callcard/ui/notices.h>

#include <QVBoxLayout>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

ConnectionsPage::ConnectionsPage(QWidget *parent)
    : QWidget(parent)
    , m_header(new PageHeader(title()))
    , m_tile(new Tile)
    , m_rows(new QVBoxLayout(m_tile))
    , m_tiles(new QVBoxLayout)
    , m_empty(new EmptyState(u"plug"_s, tr("Nothing is connected yet. callcard-cli check says what is missing."), tr("Test again")))
{
    QPushButton *test = plainButton(tr("Test"), u"sync"_s);
    test->setAccessibleName(tr("Test all connections"));
    m_header->addAction(test);
    m_rows->setContentsMargins(16, 4, 16, 4);
    m_rows->setSpacing(0);

    auto *body = new QVBoxLayout;
    body->setContentsMargins(24, 0, 24, 24);
    m_tiles->setSpacing(12);
    body->setSpacing(12);
    body->addWidget(m_tile);
    body->addLayout(m_tiles);
    body->addWidget(m_empty, 1);
    body->addStretch();
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(m_header);
    page->addLayout(body, 1);

    connect(test, &QPushButton::clicked, this, &ConnectionsPage::testRequested);
    connect(m_empty, &EmptyState::buttonClicked, this, &ConnectionsPage::testRequested);
    setConnections({}, {});
}

QString ConnectionsPage::title()
{
    return tr("Connections");
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
        m_widgets.append(new ConnectionRow);
        m_rows->addWidget(m_widgets.last());
    }
    for (qsizetype i = 0; i < connections.size(); ++i)
        m_widgets.at(i)->setConnection(connections.at(i), now);
    m_tile->setVisible(!connections.isEmpty());
    m_empty->setVisible(connections.isEmpty());
}

} // namespace callcard::ui
