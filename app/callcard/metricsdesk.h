#pragma once

#include "pageframe.h"
#include "panelexport.h"
#include "panelreader.h"
#include "teamcache.h"

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
    /// Whose panels may be opened.
    void setMembers(const QList<TeamMember> &members);
    /// Somebody else's panel, from the documents of Firestore; empty or the rep's own id: this computer's figures.
    void showPerson(const UserId &user);
    void showPersonsDays(const UserId &user, const ui::PanelChoice &choice);
    void sync(); ///< Reads the phone service now; how it goes is told on the page.
    void exportTo(ui::PanelExport what, const QString &path);
    [[nodiscard]] ui::MetricsPage *page() const { return m_page; }
    [[nodiscard]] bool isReading() const { return m_slices.isActive(); }
    [[nodiscard]] QCoro::Task<> stop() { return m_scope.close(); }

Q_SIGNALS:
    void callRequested(const callcard::CallId &call);
    void customerRequested(const callcard::CustomerLink &customer);
    void historyRequested(const callcard::DayRange &range);
    void connectionsRequested();
    void exported(const QString &path); ///< The file is there.

private:
    void open();
    void close();
    void wirePage();
    void readAnew();
    void readSlice();
    void onEntryChanged(const CallId &call);
    void onDirtied();
    void onUserKnown();
    void readSoon();
    void readChanged();
    [[nodiscard]] Result<QSet<QDate>> changedDays();
    void put(const QList<ui::PanelDay> &days);
    void showFacts();
    void showCustomers();
    void takeSyncState();
    void takeGoals();
    void answer(ui::Figure figure, const DayRange &range);
    void onExportRequested(ui::PanelExport what);
    void print();
    /// One of the three troubles below is there, or over.
    void tell(std::optional<Error> &which, const std::optional<Error> &trouble);
    [[nodiscard]] bool isOwn() const { return m_person.isEmpty(); }
    void showPeople();
    void showOther();
    QCoro::Task<> readOther();
    QCoro::Task<> answerFromRecords(ui::Figure figure, DayRange range);
    QCoro::Task<> syncNow();
    QCoro::Task<> exportCalls(QString path);

    Engine &m_engine;
    PageFrame &m_frame;
    TeamCache m_cache;
    PrintFolder m_prints;
    QPointer<ui::MetricsPage> m_page; ///< The frame's.
    UserId m_person;                  ///< Whose panel it is; empty: the rep's own.
    QList<TeamMember> m_members;
    std::unique_ptr<PanelReader> m_reader;
    ui::PanelFacts m_facts;
    ui::PanelChoice m_choice; ///< Remembered while the page is closed.
    std::optional<ui::Agreement> m_agreement;
    QDate m_readFrom; ///< The first day that was read; before it the slices go on.
    QSet<CallId> m_changed;
    bool m_dirtied = false;
    std::optional<Error> m_daysTrouble;
    std::optional<Error> m_customersTrouble;
    std::optional<Error> m_wishTrouble; ///< What a person asked for and did not get.
    QTimer m_slices;
    QTimer m_soon; ///< Days are read once for all that changed in a moment.
    bool m_syncing = false;
    TaskScope m_scope; // last: its coroutines use all of the above
};

} // namespace callcard
