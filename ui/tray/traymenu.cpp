#include "traymenu.h"

#include <callcard/ui/icons.h>
#include <callcard/ui/outsidetext.h>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kLongestName = 60;

/// A caller's name must not become a mnemonic or a shortcut column.
QString menuText(const QString &text)
{
    QString result = cleaned(text, kLongestName);
    return result.replace(u'&', u"&&"_s);
}
} // namespace

TrayMenu::TrayMenu(Tray &tray) : m_tray(tray)
{
    setTitle(tr("Callcard"));
    setSeparatorsCollapsible(true);
    m_headline = addAction(QString());
    m_headline->setEnabled(false);
    m_figures = addAction(QString());
    m_figures->setEnabled(false);
    addSeparator();
    m_dial = entry(u"phone"_s, tr("Call or find…"), &Tray::callBoxRequested);
    m_lastCard = entry(u"phone"_s, tr("Show last card"), &Tray::lastCardRequested);
    m_missed = addMenu(lineIcon(u"phone-missed"_s), tr("Missed"));
    m_recent = addMenu(lineIcon(u"history"_s), tr("Recent calls"));
    addSeparator();
    m_quiet = addAction(lineIcon(u"moon"_s), QString());
    connect(m_quiet, &QAction::triggered, this, [this] {
        Q_EMIT
        m_tray.quietRequested(!m_state.look.quiet);
    });
    m_sync = addAction(lineIcon(u"sync"_s), QString());
    connect(m_sync, &QAction::triggered, this, [this] {
        if (m_state.syncing.isEmpty())
            Q_EMIT
        m_tray.syncRequested();
        else Q_EMIT
        m_tray.syncStopRequested();
    });
    addSeparator();
    m_metrics = entry(u"chart"_s, tr("Metrics"), &Tray::metricsRequested);
    m_directory = entry(u"book"_s, tr("Directory"), &Tray::directoryRequested);
    m_diagnostics = entry(u"probe"_s, tr("Why didn’t it pop?"), &Tray::diagnosticsRequested);
    entry(u"settings"_s, tr("Settings…"), &Tray::settingsRequested);
    addSeparator();
    entry(u"quit"_s, tr("Quit Callcard"), &Tray::quitRequested);
    setState({});
}

QAction *TrayMenu::entry(const QString &icon, const QString &text, void (Tray::*intent)())
{
    QAction *action = addAction(lineIcon(icon), text);
    connect(action, &QAction::triggered, &m_tray, intent);
    return action;
}

void TrayMenu::setState(const TrayState &state)
{
    const bool listsChanged = state.missed != m_state.missed || state.recent != m_state.recent || m_missed->isEmpty();
    m_state = state;
    m_headline->setText(menuText(state.headline));
    m_headline->setIcon(lineIcon(state.look.mark == TrayMark::Connected  ? u"check-circle"_s
                                 : state.look.mark == TrayMark::Degraded ? u"warning"_s
                                                                         : u"offline"_s));
    m_figures->setText(menuText(state.figures));
    m_figures->setVisible(!state.figures.isEmpty());
    m_dial->setVisible(state.canDial);
    m_lastCard->setVisible(state.hasLastCard);
    m_missed->menuAction()->setVisible(state.offers.calls);
    m_recent->menuAction()->setVisible(state.offers.calls);
    m_quiet->setVisible(state.offers.quiet);
    m_sync->setVisible(state.offers.sync);
    m_metrics->setVisible(state.offers.metrics);
    m_directory->setVisible(state.offers.directory);
    m_diagnostics->setVisible(state.offers.diagnostics);
    m_quiet->setText(state.look.quiet ? tr("End quiet time") : tr("Quiet for an hour"));
    // Behind a tab: where menus show shortcuts, which is where the eye looks for it.
    if (!state.syncing.isEmpty())
        m_sync->setText(tr("Stop the sync") + u'\t' + menuText(state.syncing));
    else
        m_sync->setText(state.syncedAt.isEmpty() ? tr("Sync now") : tr("Sync now") + u'\t' + state.syncedAt);
    m_missed->setTitle(state.look.missed > 0 ? tr("Missed (%1)").arg(locale().toString(state.look.missed)) : tr("Missed"));
    if (!listsChanged)
        return;
    fill(*m_missed, state.missed, tr("All missed calls"), &Tray::missedRequested);
    fill(*m_recent, state.recent, tr("History"), &Tray::historyRequested);
}

void TrayMenu::fill(QMenu &menu, const QList<TrayCall> &calls, const QString &all, void (Tray::*allIntent)())
{
    menu.clear();
    for (const TrayCall &call : calls) {
        QString text = menuText(call.name);
        if (!call.detail.isEmpty())
            text += u'\t' + menuText(call.detail);
        QAction *action = menu.addAction(lineIcon(call.icon), text);
        connect(action, &QAction::triggered, this, [this, id = call.id] {
            Q_EMIT
            m_tray.callRequested(id);
        });
    }
    if (!calls.isEmpty())
        menu.addSeparator();
    connect(menu.addAction(all), &QAction::triggered, &m_tray, allIntent);
}

} // namespace callcard::ui
