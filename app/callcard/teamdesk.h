#pragma once

#include "pageframe.h"
#include "teamcache.h"

#include <ipc/ipcwire.h>

#include <callcard/task.h>
#include <callcard/teampresence.h>
#include <callcard/ui/teampage.h>

#include <QHash>
#include <QObject>
#include <QPointer>

#include <stop_token>

namespace callcard {

class Engine;

/// Between the team page and Firestore: shows at once what was read last, asks for one person after another in the background, and says how
/// old everything is. While nobody looks nothing is asked but who belongs to the team, which tells for whom the page is at all: managers
/// and administrators.
class TeamDesk final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive us.
    TeamDesk(Engine &engine, PageFrame &frame, QObject *parent = nullptr);
    ~TeamDesk() override;

    void refresh(); ///< Ages are of now.
    /// Whether whoever is signed in leads others; from the last time it was asked.
    [[nodiscard]] bool isOffered() const { return m_isOffered; }
    [[nodiscard]] const QList<TeamMember> &members() const { return m_members.members; }
    void exportTo(const QString &path);
    [[nodiscard]] ui::TeamPage *page() const { return m_page; }
    [[nodiscard]] bool isReading() const { return m_reading; }
    [[nodiscard]] QCoro::Task<> stop();

Q_SIGNALS:
    void personRequested(const callcard::UserId &user);
    void membersChanged(const QList<callcard::TeamMember> &members);
    void offeredChanged(bool offered);

private:
    void open();
    void close();
    void takeCached();
    void takeMembers(const QList<TeamMember> &members);
    void settleOffer();
    void onUserKnown();
    void read();
    void show();
    void sync(const QString &who);
    void exportTable();
    [[nodiscard]] ui::TeamSpanOfTime span() const;
    [[nodiscard]] DayRange wanted() const;
    QCoro::Task<> readTeam();
    QCoro::Task<> readMembers();
    QCoro::Task<Result<>> readPerson(UserId user, std::stop_token stop);
    QCoro::Task<> syncTeam(QString who);
    QCoro::Task<> watchPeople(std::stop_token stop);
    void takeSyncErrors(const Json &document);

    Engine &m_engine;
    PageFrame &m_frame;
    TeamCache m_cache;
    QPointer<ui::TeamPage> m_page; ///< The frame's.
    TeamCache::Members m_members;
    QHash<UserId, TeamCache::Person> m_people;
    QHash<UserId, Error> m_problems;     ///< Of reading.
    QHash<UserId, Error> m_syncProblems; ///< Of the last sync that was asked for.
    std::optional<Error> m_trouble;
    TeamPresence m_presence; ///< Who is on a call, as it was last told.
    QDateTime m_presenceAt;
    std::stop_source m_watching; ///< Of one opening of the page.
    ui::TeamSpan m_span{};
    bool m_isOffered = false;
    bool m_reading = false;
    bool m_readAgain = false;
    bool m_syncing = false;
    TaskScope m_scope; // last: its coroutines use all of the above
};

} // namespace callcard
