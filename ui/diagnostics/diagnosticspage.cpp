#include <callcard/ui/diagnosticspage.h>

#include "decisionfilter.h"
#include "decisionlist.h"
#include "decisionmodel.h"
#include "diagnosticstile.h"

#include <callcard/ui/controls.h>
#include <callcard/ui/decisiontexts.h>
#include <callcard/ui/label.h>
#include <callcard/ui/notices.h>
#include <callcard/ui/numbertexts.h>

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

enum Page { TablePage, EmptyPage, ReportPage };

QString secondsFigure(std::chrono::milliseconds length)
{
    return QLocale().toString(static_cast<double>(length.count()) / 1000, 'f', 1);
}

QString figureOf(std::chrono::microseconds length)
{
    const double milliseconds = static_cast<double>(length.count()) / 1000;
    return QLocale().toString(milliseconds, 'f', milliseconds < 10 ? 1 : 0);
}

} // namespace

DiagnosticsPage::DiagnosticsPage(QWidget *parent)
    : QWidget(parent)
    , m_files(new Banner(StateLook::Error))
    , m_desktop(new Banner(StateLook::Ended))
    , m_banners(new QVBoxLayout)
    , m_model(new DecisionModel(this))
    , m_filter(new DecisionFilter(this))
    , m_list(new DecisionList)
    , m_rang(new DiagnosticsTile(tr("Rang today")))
    , m_card(new DiagnosticsTile(tr("Event to card")))
    , m_provider(new DiagnosticsTile(tr("Provider to us")))
    , m_connection(new DiagnosticsTile(tr("Connection")))
    , m_pages(new QStackedLayout)
    , m_empty(new EmptyState(u"probe"_s, tr("No call has reached Callcard yet."), tr("Send a test call")))
    , m_emptyState(new Label({}, Type::Small, &Colors::textSecondary))
    , m_report(new QPlainTextEdit)
{
    m_filter->setSourceModel(m_model);
    m_list->setModel(m_filter);

    auto *header = new PageHeader(title());
    QPushButton *copy = plainButton(tr("Copy report"), u"copy"_s);
    QPushButton *test = primaryButton(tr("Send a test call"), u"probe"_s);
    header->addAction(copy);
    header->addAction(test);

    auto *tiles = new QHBoxLayout;
    tiles->setContentsMargins(24, 0, 24, 12);
    tiles->setSpacing(12);
    for (DiagnosticsTile *tile : {m_rang, m_card, m_provider, m_connection})
        tiles->addWidget(tile, 1);

    auto *nothing = new QWidget;
    auto *column = new QVBoxLayout(nothing);
    column->addStretch(2);
    column->addWidget(m_empty);
    m_emptyState->setAlignment(Qt::AlignCenter);
    column->addWidget(m_emptyState);
    column->addStretch(3);
    m_pages->addWidget(makeTable());
    m_pages->addWidget(nothing);
    m_pages->addWidget(makeReport());

    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    m_banners->setSpacing(8);
    m_banners->addWidget(m_files);
    m_banners->addWidget(m_desktop);
    m_desktop->setLook(StateLook::Ended, u"device"_s);
    m_files->hide();
    m_desktop->hide();
    makeRoomForBanners();
    page->addWidget(header);
    page->addLayout(m_banners);
    page->addLayout(tiles);
    page->addLayout(m_pages, 1);

    m_soon.setSingleShot(true);
    m_soon.setInterval(0ms);
    connect(&m_soon, &QTimer::timeout, this, &DiagnosticsPage::refreshFigures);
    connect(copy, &QPushButton::clicked, this, [this] { showReport(true); });
    connect(test, &QPushButton::clicked, this, &DiagnosticsPage::testCallRequested);
    connect(m_empty, &EmptyState::buttonClicked, this, &DiagnosticsPage::testCallRequested);
    connect(m_list, &DecisionList::settingRequested, this, &DiagnosticsPage::settingRequested);
    settle();
}

void DiagnosticsPage::setFileProblems(const QStringList &sentences)
{
    m_files->setTexts(tr("Some settings are not in force."), sentences.join(u'\n'));
    m_files->setVisible(!sentences.isEmpty());
    makeRoomForBanners();
}

void DiagnosticsPage::makeRoomForBanners()
{
    const bool any = !m_files->isHidden() || !m_desktop->isHidden();
    m_banners->setContentsMargins(24, 0, 24, any ? 12 : 0);
}

void DiagnosticsPage::tellPlacesAreTheDesktops()
{
    m_desktop->setTexts(
        tr("This desktop (Wayland) gives windows their places itself."),
        tr("Calls show as its notifications, or in a window where it shows none. If you see neither, look into the desktop’s "
           "own settings for notifications. Shortcuts of Callcard’s do nothing in other programs here."));
    m_desktop->show();
    makeRoomForBanners();
}

QString DiagnosticsPage::title()
{
    return tr("Why didn’t it pop?");
}

QWidget *DiagnosticsPage::makeTable()
{
    auto *shown = new SegmentedControl(tr("Which calls"));
    shown->addSegment(tr("All"));
    shown->addSegment(tr("No card"));
    shown->addSegment(tr("Late"));
    shown->setCurrent(0);
    auto *search = new SearchField(tr("Number, name or line"));
    search->setFixedWidth(240);
    auto *above = new QHBoxLayout;
    above->addWidget(shown);
    above->addStretch();
    above->addWidget(search);

    auto *tile = new Tile;
    auto *rows = new QVBoxLayout(tile);
    rows->setContentsMargins(1, 1, 1, 1);
    rows->setSpacing(0);
    rows->addWidget(new DecisionHead);
    rows->addWidget(m_list, 1);

    auto *table = new QWidget;
    auto *column = new QVBoxLayout(table);
    column->setContentsMargins(24, 0, 24, 16);
    column->setSpacing(12);
    column->addLayout(above);
    column->addWidget(tile, 1);
    column->addWidget(new Label(tr("Kept while Callcard runs, a thousand at most. The report hides names, numbers and notes."), Type::Small,
                                &Colors::textSecondary));
    connect(shown, &SegmentedControl::chosen, this, [this](int index) { m_filter->setShown(static_cast<Shown>(index)); });
    connect(search, &QLineEdit::textChanged, m_filter, &DecisionFilter::setText);
    return table;
}

QWidget *DiagnosticsPage::makeReport()
{
    auto *panel = new QWidget;
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(24, 0, 24, 16);
    column->setSpacing(12);
    m_report->setReadOnly(true);
    m_report->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_report->setAccessibleName(tr("The report, as it will be copied"));
    QPushButton *copy = primaryButton(tr("Copy"), u"copy"_s);
    QPushButton *back = plainButton(tr("Back"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(
        new Label(tr("This is what will be copied. Names, numbers and notes are not in it."), Type::Small, &Colors::textSecondary), 1);
    buttons->addWidget(back);
    buttons->addWidget(copy);
    column->addLayout(buttons);
    column->addWidget(m_report, 1);
    connect(back, &QPushButton::clicked, this, [this] { showReport(false); });
    connect(copy, &QPushButton::clicked, this, [this] {
        Q_EMIT
        reportCopied(m_report->toPlainText());
        showReport(false);
    });
    return panel;
}

void DiagnosticsPage::showReport(bool on)
{
    if (on)
        m_report->setPlainText(redactedReport(m_model->decisions(), m_model->rules(), m_now));
    else
        m_report->clear();
    m_pages->setCurrentIndex(on ? ReportPage : m_model->rowCount() > 0 ? TablePage : EmptyPage);
}

void DiagnosticsPage::setTimes(const TimeTexts &times)
{
    m_times = times;
    m_list->setTimes(times);
    m_soon.start();
}

void DiagnosticsPage::setHomeRegion(const QString &region)
{
    m_model->setHomeRegion(region);
}

void DiagnosticsPage::setRules(const PopRules &rules)
{
    m_model->setRules(rules);
}

void DiagnosticsPage::setNow(const QDateTime &now, const QTimeZone &zone)
{
    m_now = now;
    m_zone = zone;
    m_soon.start();
}

void DiagnosticsPage::setDecisions(const QList<PopDecision> &newestFirst)
{
    m_model->setDecisions(newestFirst);
    settle();
}

void DiagnosticsPage::addDecision(const PopDecision &decision)
{
    m_model->add(decision);
    m_now = std::max(m_now, decision.receivedAt);
    settle();
}

void DiagnosticsPage::completeDecision(const PopDecision &decision)
{
    m_model->complete(decision);
    settle();
}

void DiagnosticsPage::settle()
{
    if (m_pages->currentIndex() != ReportPage)
        m_pages->setCurrentIndex(m_model->rowCount() > 0 ? TablePage : EmptyPage);
    if (isVisible()) // ten thousand calls while nobody looks are counted once, when somebody does
        m_soon.start();
}

void DiagnosticsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refreshFigures();
}

void DiagnosticsPage::refreshFigures()
{
    const QDateTime midnight = m_now.toTimeZone(m_zone).date().startOfDay(m_zone);
    const DayFigures figures = dayFigures(m_model->decisions(), midnight);
    m_rang->setFigure(countText(figures.rang));
    //: %1: "15 cards", %2: "4 kept back on purpose"
    m_rang->setBelow(tr("%1, %2").arg(tr("%n card(s)", nullptr, figures.cards), tr("%n kept back on purpose", nullptr, figures.held)));
    m_card->setFigure(figures.eventToCard ? figureOf(*figures.eventToCard) : QString(), tr("ms"));
    //: %1: "41"
    m_card->setBelow(figures.slowestCard ? tr("slowest %1 ms, on this computer").arg(figureOf(*figures.slowestCard))
                                         : tr("no card yet today"));
    m_provider->setFigure(figures.providerToUs ? secondsFigure(*figures.providerToUs) : QString(), tr("s"));
    //: %1: "9.4", %2: "11:20 AM"
    m_provider->setBelow(
        figures.slowestProvider
            ? tr("slowest %1 s at %2").arg(secondsFigure(*figures.slowestProvider), m_times.clock(figures.slowestProviderAt))
            : tr("no call yet today"));
}

void DiagnosticsPage::setConnection(const ConnectionRecord &record, const QDateTime &now)
{
    if (record.connectedSince.isValid()) {
        const std::chrono::seconds since(std::max<qint64>(0, record.connectedSince.secsTo(now)));
        m_connection->setFigure(summedLength(since));
    } else {
        m_connection->setFigure({});
    }
    if (record.gaps == 0)
        m_connection->setBelow(record.connectedSince.isValid() ? tr("no gap since the start") : record.state);
    else if (record.missedCalls > 0)
        m_connection->setBelow(
            tr("%1, %2").arg(tr("%n gap(s)", nullptr, record.gaps), tr("%n call(s) fetched afterwards", nullptr, record.missedCalls)));
    else
        m_connection->setBelow(tr("%1, repaired, nothing lost").arg(tr("%n gap(s)", nullptr, record.gaps)));
    m_emptyState->setText(record.state);
}

} // namespace callcard::ui
