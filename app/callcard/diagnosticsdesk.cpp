#include "diagnosticsdesk.h"

#include <engine/engine.h>

#include <callcard/ui/connectiontexts.h>

#include <QClipboard>
#include <QGuiApplication>

namespace callcard {

DiagnosticsDesk::DiagnosticsDesk(Engine &engine, ui::DiagnosticsPage &page, QObject *parent)
    : QObject(parent), m_engine(engine), m_page(page)
{
    ScreenPop &pop = engine.screenPop();
    connect(&pop, &ScreenPop::decided, &page, &ui::DiagnosticsPage::addDecision);
    connect(&pop, &ScreenPop::receiptCompleted, &page, &ui::DiagnosticsPage::completeDecision);
    connect(&page, &ui::DiagnosticsPage::testCallRequested, &pop, &ScreenPop::showTestCall);
    connect(&page, &ui::DiagnosticsPage::reportCopied, this, [](const QString &report) { QGuiApplication::clipboard()->setText(report); });
    connect(&engine, &Engine::connectionsChanged, this, &DiagnosticsDesk::onConnections);
    connect(&engine, &Engine::missedWhileAway, this, [this](int calls) {
        m_record.missedCalls += calls;
        refresh();
    });
    connect(&engine.preferences(), &Preferences::changed, this, &DiagnosticsDesk::refresh);
    onConnections();
}

void DiagnosticsDesk::onConnections()
{
    // The first feed that is connected counts: with several, one is enough for cards to come.
    const QDateTime now = m_engine.clock().now();
    QDateTime since;
    for (const Connection &connection : m_engine.liveCalls().connections()) {
        if (connection.state == ConnectionState::Connected && (!since.isValid() || connection.since < since))
            since = connection.since;
    }
    const bool was = m_record.connectedSince.isValid();
    if (was && !since.isValid()) {
        m_gapSince = now;
        m_record.connectedSince = {};
    } else if (!was && since.isValid()) {
        if (m_gapSince.isValid()) {
            ++m_record.gaps;
            m_record.longestGap = std::max(m_record.longestGap, std::chrono::seconds(m_gapSince.secsTo(now)));
        }
        m_gapSince = {};
        m_record.connectedSince = since;
    }
    m_record.state = ui::standing(m_engine.connections(), now).headline;
    refresh();
}

void DiagnosticsDesk::refresh()
{
    const QDateTime now = m_engine.clock().now();
    const Preferences &preferences = m_engine.preferences();
    const PopRules rules = m_engine.screenPop().rules();
    m_page.setNow(now, rules.zone);
    m_page.setTimes(ui::TimeTexts(QLocale(), rules.zone));
    m_page.setRules(rules);
    m_page.setFileProblems(preferences.problems());
    m_page.setHomeRegion(preferences.value(settings::kUserRegion));
    m_page.setConnection(m_record, now);
}

} // namespace callcard
