#pragma once

#include "pageframe.h"
#include "panelreader.h"

#include <callcard/reconcile.h>
#include <callcard/task.h>
#include <callcard/ui/metricspage.h>

#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

namespace callcard {

class Engine;

/// Between the metrics page and the engine. Opens with the days that are looked at first and reads the other two years in slices; from
/// then on follows the log, a day at a time. While nobody looks there is no page and nothing is kept.
class MetricsDesk final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive us.
    MetricsDesk(Engine &engine, PageFrame &frame, QObject *parent = nullptr);
    ~MetricsDesk() override;

    void refresh(); ///< Ages and pace are of now.
    void sync();    ///< Reads the phone service now; how it goes is told on the page.
    [[nodiscard]] ui::MetricsPage *page() const { return m_page; }
    [[nodiscard]] bool isReading() const { return m_slices.isActive(); }
    [[nodiscard]] QCoro::Task<> stop() { return m_scope.close(); }

Q_SIGNALS:
    void callRequested(const callcard::CallId &call);
    void customerRequested(const callcard::CustomerLink &customer);
    void historyRequested(const callcard::DayRange &range);
    void connectionsRequested();

private:
    void open();
    void close();
    void wirePage();
    void readAnew();
    void readSlice();
    void onEntryChanged(const CallId &call);
    void onDirtied();
    void readChanged();
    void put(const QList<ui::PanelDay> &days);
    void showFacts();
    void showCustomers();
    void takeSyncState();
    void answer(ui::Figure figure, const DayRange &range);
    void tell(const Error &error);
    QCoro::Task<> syncNow();

    Engine &m_engine;
    PageFrame &m_frame;
    QPointer<ui::MetricsPage> m_page; ///< The frame's.
    std::unique_ptr<PanelReader> m_reader;
    ui::PanelFacts m_facts;
    ui::PanelChoice m_choice; ///< Remembered while the page is closed.
    std::optional<ui::Agreement> m_agreement;
    QDate m_readFrom; ///< The first day that was read; before it the slices go on.
    QSet<QDate> m_changed;
    QTimer m_slices;
    QTimer m_soon; ///< Days are read once for all that changed in a moment.
    bool m_syncing = false;
    TaskScope m_scope; // last: its coroutines use all of the above
};

} // namespace callcard
