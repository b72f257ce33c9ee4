#pragma once

#include "lookrhythm.h"
#include "pageframe.h"
#include "paper.h"
#include "teamcache.h"

#include <ipc/ipcwire.h>

#include <callcard/task.h>
#include <callcard/teampresence.h>
#include <callcard/ui/teampage.h>

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>

#include <optional>
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
    void exportTo(ui::TeamExport what, const QString &path);
    [[nodiscard]] ui::TeamPage *page() const { return m_page; }
    [[nodiscard]] const ui::TeamChoice &choice() const { return m_choice; }
    [[nodiscard]] bool isReading() const { return m_reading; }
    [[nodiscard]] QCoro::Task<> stop();

Q_SIGNALS:
    void personRequested(const callcard::UserId &user);
    void exported(const QString &path); ///< The file is there.
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
    void onExportRequested(ui::TeamExport what);
    void print();
    void failWish(const Error &error);
    void answer(const UserId &user);
    void chooseTeam(const QString &team);
    [[nodiscard]] bool isShown(const TeamMember &member) const;
    [[nodiscard]] QStringList teams() const;
    [[nodiscard]] QDate today() const;
    [[nodiscard]] ui::TeamSpanOfTime span() const;
    [[nodiscard]] DayRange wanted() const;
    QCoro::Task<> readTeam();
    QCoro::Task<> readMembers();
    QCoro::Task<Result<>> readPerson(UserId user, std::stop_token stop);
    QCoro::Task<> syncTeam(QString who);
    QCoro::Task<> watchPeople(std::stop_token stop);
    void takePresence(const Result<TeamPresence> &presence);
    [[nodiscard]] QStringList whoIsMeant(const QString &who) const;
    void takeSyncErrors(const Json &document);

    Engine &m_engine;
    PageFrame &m_frame;
    TeamCache m_cache;
    PrintFolder m_prints;
    QPointer<ui::TeamPage> m_page; ///< The frame's.
    TeamCache::Members m_members;
    /// What is known of a person, summed for the span that is shown.
    struct Known {
        QList<ui::TeamDocument> documents{};
        QList<Goal> goals{};
        QDateTime readAt{};
        QDateTime syncedAt{};
        std::optional<ui::TeamRow> sums{};
    };
    /// What sums are of: with another one they are made anew.
    struct Summed {
        DayRange range{};
        QDate today{};
        QSet<int> workDays{};
        bool operator==(const Summed &) const = default;
    };
    void know(const UserId &user, const TeamCache::Person &person);
    [[nodiscard]] ui::TeamRow rowOf(const TeamMember &member, const ui::TeamSpanOfTime &shown);
    QHash<UserId, Known> m_people;
    Summed m_summed;
    QHash<UserId, Error> m_problems;     ///< Of reading.
    QHash<UserId, Error> m_syncProblems; ///< Of the last sync that was asked for.
    std::optional<Error> m_trouble;
    TeamPresence m_presence; ///< Who is on a call, as it was last told.
    QDateTime m_presenceAt;
    LookRhythm m_looks;
    std::stop_source m_watching; ///< Of one opening of the page.
    ui::TeamChoice m_choice;
    QString m_team; ///< The one that is shown; empty: everybody.
    bool m_isOffered = false;
    bool m_reading = false;
    bool m_readAgain = false;
    bool m_syncing = false;
    bool m_looking = false;
    TaskScope m_scope; // last: its coroutines use all of the above
};

} // namespace callcard
