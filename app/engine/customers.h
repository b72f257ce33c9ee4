#pragma once

#include <callcard/connection.h>
#include <callcard/directory.h>
#include <callcard/task.h>

#include <memory>
#include <vector>

namespace callcard {

/// The profile's directory and what keeps it fresh. Calls come without names, rather than not at all, where it cannot be read.
class Customers final : public QObject, public CallerLookup
{
    Q_OBJECT

public:
    /// The clock outlives us.
    Customers(const QString &folder, Clock &clock, QObject *parent = nullptr);
    ~Customers() override;

    [[nodiscard]] WhoIs whoIs(const CallParty &caller) const override;
    /// Null: it could not be opened, see problem().
    [[nodiscard]] Directory *directory() const { return m_directory.get(); }
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

    void setMe(const Me &me);
    void setRegion(const QString &region);
    /// A number that turned out to be one of the company's own: it identifies nobody from now on.
    void noteOwnLine(const PhoneNumber &line);

    /// When sources are asked that never were: nobody's customers come to this computer before somebody wanted them.
    enum class FirstSync { AtOnce, WhenAsked };
    /// Synced at once and then every so often. None may run: stop() first.
    void start(std::vector<std::unique_ptr<CustomerSource>> sources, QList<SyncScope> scopes, std::chrono::minutes every,
               FirstSync first = FirstSync::AtOnce);
    [[nodiscard]] QCoro::Task<> stop();
    [[nodiscard]] bool isStarted() const { return m_scope != nullptr; }
    [[nodiscard]] bool hasSources() const { return !m_sources.empty(); }
    /// For somebody to say so, by syncNow() or by choosing the source.
    [[nodiscard]] bool isWaitingForFirst() const;
    [[nodiscard]] bool isSyncing() const { return m_askers != nullptr; }
    /// Whoever asks while a sync runs gets that one's report; whoever stops waiting does not end it for the others.
    [[nodiscard]] QCoro::Task<Result<SyncReport>> syncNow(std::stop_token stop);

    /// How the sources answered the last time they were asked; nothing for those never asked.
    [[nodiscard]] QList<Connection> connections() const { return m_connections; }

Q_SIGNALS:
    /// Whoever was looked up before may have another name now.
    void changed();
    void connectionsChanged(); ///< Also when there are other sources.

private:
    using Askers = std::vector<std::shared_ptr<Completion<SyncReport>>>;
    QCoro::Task<> syncFor(std::shared_ptr<Askers> askers, std::stop_token stop);
    QCoro::Task<> keepFresh(std::chrono::minutes every, std::stop_token stop);
    void settle(const SyncReport &report);
    [[nodiscard]] bool hasLostCustomers() const;
    void onDamage();
    void fetchAgain();

    Clock &m_clock;
    std::unique_ptr<Directory> m_directory;
    std::optional<Error> m_problem;
    QSet<PhoneNumber> m_ownLines;
    std::vector<std::unique_ptr<CustomerSource>> m_sources;
    QList<SyncScope> m_scopes;
    QList<Connection> m_connections;
    bool m_waitsForFirst = false;
    bool m_again = false;               // once more when the sync that runs is over: what it builds upon is gone
    std::shared_ptr<Askers> m_askers;   // of the sync that runs; null without one
    std::unique_ptr<TaskScope> m_scope; // of one set of sources
};

/// What the setting directory/scope means: narrower ones come first, so that the rep's own accounts are there first.
[[nodiscard]] QList<SyncScope> scopesOf(const QString &word);

} // namespace callcard
