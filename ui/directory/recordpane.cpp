#include "recordpane.h"
#include "customerwords.h"
#include "factstrip.h"
#include "wayrow.h"

#include <callcard/clock.h>
#include <callcard/ui/avatar.h>
#include <callcard/ui/chip.h>
#include <callcard/ui/controls.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/label.h>
#include <callcard/ui/notices.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/spoken.h>

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace callcard::ui {

namespace {
constexpr int kSide = 28;
constexpr auto kMinute = 20s; // a clock that is wrong for longer is noticed
} // namespace

RecordPane::RecordPane(const Clock &clock, QWidget *parent) : QWidget(parent), m_clock(clock), m_scroll(new QScrollArea(this))
{
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_scroll);
    m_minute.setInterval(kMinute);
    connect(&m_minute, &QTimer::timeout, this, &RecordPane::showTimes);
    build();
}

void RecordPane::setOptions(const DirectoryOptions &options)
{
    m_options = options;
    build();
}

void RecordPane::setRecord(const std::optional<CustomerRecord> &record)
{
    if (m_record == record)
        return;
    const bool other = !m_record || !record || m_record->customer.id != record->customer.id;
    m_record = record;
    build();
    if (other)
        m_scroll->ensureVisible(0, 0);
}

void RecordPane::setBackShown(bool shown)
{
    if (std::exchange(m_back, shown) != shown)
        build();
}

void RecordPane::setLinking(const std::optional<CustomerNumber> &number)
{
    if (std::exchange(m_linking, number) != number)
        build();
}

void RecordPane::focusFirst()
{
    for (const WayRow *way : std::as_const(m_ways)) {
        if (way->action()) {
            way->action()->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void RecordPane::callUsual()
{
    const auto number = m_record ? mainNumber(m_record->customer, m_record->usualNumber) : std::nullopt;
    if (number && m_options.canCall)
        Q_EMIT
    callRequested(*number->number, m_record->customer.id);
}

void RecordPane::build()
{
    m_ways.clear();
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(kSide, space::xl, kSide, space::xl);
    column->setSpacing(0);
    if (m_record) {
        buildHead(*column);
        buildLinking(*column);
        buildPromise(*column);
        const auto facts = FactStrip::factsOf(m_record->customer, m_options, m_clock.now());
        if (!facts.isEmpty()) {
            column->addWidget(new FactStrip(facts));
            column->addSpacing(space::l);
        }
        buildWays(*column);
        buildNote(*column);
        buildEvents(*column);
        buildSources(*column);
        column->addStretch();
        speakAsGroup(this, displayName(m_record->customer));
    } else {
        column->addWidget(new EmptyState(u"book"_s, tr("Choose a customer from the list.")));
    }
    // The old one may be in the middle of a click.
    if (QWidget *old = m_scroll->takeWidget()) {
        old->hide();
        old->deleteLater();
    }
    m_scroll->setWidget(page);
    page->setAutoFillBackground(false);
    showTimes();
}

void RecordPane::buildHead(QVBoxLayout &column)
{
    const Customer &customer = m_record->customer;
    auto *row = new QHBoxLayout;
    row->setSpacing(space::l);
    if (m_back) {
        QToolButton *back = iconButton(u"close"_s, tr("Back to the list"));
        connect(back, &QToolButton::clicked, this, &RecordPane::backRequested);
        row->addWidget(back, 0, Qt::AlignTop);
    }
    auto *avatar = new Avatar(size::avatarXl);
    avatar->setPerson(personOf(customer));
    row->addWidget(avatar, 0, Qt::AlignTop);
    auto *who = new QVBoxLayout;
    who->setSpacing(2);
    who->setContentsMargins(0, space::s, 0, 0);
    auto *first = new QHBoxLayout;
    first->setSpacing(space::s);
    auto *name = new Label(displayName(customer), Type::Page);
    first->addWidget(name);
    who->addLayout(first);
    auto *second = new QHBoxLayout;
    second->setSpacing(space::xs);
    const QString title = cleaned(customer.title, 120);
    const QString company = customer.kind == CustomerKind::Company || customer.name.isEmpty() ? QString() : cleaned(customer.company, 200);
    if (!title.isEmpty()) {
        auto *label = new Label(company.isEmpty() ? title : QString(title + u" ·"_s), Type::Body, &Colors::textSecondary);
        label->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
        second->addWidget(label);
    }
    if (!company.isEmpty()) {
        QPushButton *link = linkButton(company);
        link->setAccessibleName(tr("Everybody at %1").arg(company));
        setSpokenToolTip(link, isolated(company));
        connect(link, &QPushButton::clicked, this, [this, company] {
            Q_EMIT
            companyRequested(company);
        });
        second->addWidget(link);
    }
    if (customer.kind == CustomerKind::Lead)
        first->addWidget(new Chip({.text = tr("Lead")}));
    if (m_record->waiting)
        //: Not with the team's database yet
        first->addWidget(new Chip({.icon = u"cloud"_s, .text = tr("not sent yet")}));
    if (first->count() > 1) {
        name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
        first->addStretch();
    }
    second->addStretch();
    who->addLayout(second);
    row->addLayout(who, 1);

    const auto page = crmPage(m_options.crmTemplate, customer);
    if (page) {
        QPushButton *crm = plainButton(tr("Open in CRM"), u"external"_s);
        setSpokenToolTip(crm, page->toDisplayString());
        connect(crm, &QPushButton::clicked, this, [this, url = *page] {
            Q_EMIT
            crmRequested(url);
        });
        row->addWidget(crm, 0, Qt::AlignTop);
    }
    auto *menu = new QMenu(this);
    connect(menu->addAction(lineIcon(u"note"_s), tr("Edit customer")), &QAction::triggered, this, &RecordPane::editRequested);
    if (m_record->changedHere) {
        const bool made = customer.origins.size() == 1;
        QAction *discard = menu->addAction(lineIcon(u"close"_s), made ? tr("Remove this customer") : tr("Take back my changes"));
        connect(discard, &QAction::triggered, this, [this, id = customer.id] {
            Q_EMIT
            discardRequested(id);
        });
    }
    QToolButton *more = framedIconButton(u"more"_s, tr("More for %1").arg(displayName(customer)));
    more->setMenu(menu);
    more->setPopupMode(QToolButton::InstantPopup);
    connect(more, &QObject::destroyed, menu, &QObject::deleteLater);
    row->addWidget(more, 0, Qt::AlignTop);
    column.addLayout(row);
    column.addSpacing(space::l);
}

void RecordPane::showTimes()
{
    for (WayRow *way : std::as_const(m_ways))
        way->showTime(m_clock.now(), m_options.times);
}

void RecordPane::showEvent(QShowEvent *)
{
    showTimes();
    m_minute.start();
}

void RecordPane::hideEvent(QHideEvent *)
{
    m_minute.stop();
}

void RecordPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().color.surface);
}

} // namespace callcard::ui
