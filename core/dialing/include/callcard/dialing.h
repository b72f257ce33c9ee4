#pragma once

#include <callcard/callprovider.h>
#include <callcard/clock.h>
#include <callcard/dialplan.h>
#include <callcard/task.h>

#include <QHash>
#include <QObject>

namespace callcard {

/// Opens a link with whatever program the desktop has for it.
class LinkOpener
{
public:
    LinkOpener() = default;
    LinkOpener(const LinkOpener &) = delete;
    LinkOpener &operator=(const LinkOpener &) = delete;
    virtual ~LinkOpener();
    /// Refused when no program takes such links; named as the obstacle Loop where they would come back to us.
    [[nodiscard]] virtual QCoro::Task<Result<>> open(QUrl link, std::stop_token stop) = 0;
};

/// One placed call, from the click on. Whatever fails later, that it was tried is known.
struct DialRecord {
    qint64 id{}; ///< Counts up from 1.
    DialPlan plan{};
    QDateTime at{};
    QList<DialWarning> overridden{};
    enum class Stage {
        Asked,      ///< The service was asked, it has not answered.
        HandedOver, ///< To a program or an agent; what it does with it shows in the calls.
        Placed,     ///< The service rings the phones, see progress.
        Over,       ///< Connected or given up; from here on the call's own events tell.
        Refused,    ///< See error.
        Unclear,    ///< The answer was lost: it may ring all the same. Never tried again by itself.
    };
    Stage stage{};
    DialProgress progress{};
    std::optional<Error> error{};
    bool operator==(const DialRecord &) const = default;
};

/// Places calls. Knows the guards: what needs a second thought is refused until it is accepted, and the same number asked for
/// again before there was an answer, or within three seconds of it, is the same call. Whoever awaits dial() or cancel() keeps us for
/// that long.
class Dialing final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive us.
    Dialing(LinkOpener &links, Clock &clock, QObject *parent = nullptr);
    ~Dialing() override;

    void setRules(const DialRules &rules);
    [[nodiscard]] const DialRules &rules() const { return m_rules; }
    /// The service that dials, or none. It outlives us, or letGo() completes before it goes.
    void setProvider(CallProvider *provider);
    /// The service whose agent calls, or none. It lives as long as the one that dials.
    void setAgents(CallProvider *agents);
    /// No service any more: what was asked of it is broken off, calls on their way are followed no longer.
    [[nodiscard]] QCoro::Task<> letGo();

    [[nodiscard]] tl::expected<DialTarget, PhoneProblem> read(QStringView text) const;
    [[nodiscard]] DialPlan plan(const DialTarget &target, const Callee &callee) const;

    struct Dialled {
        qint64 record{};
        bool alreadyCalling{};
    };
    /// Refused with the obstacle's name, or with the names of the warnings that are not accepted: nothing was done then.
    [[nodiscard]] QCoro::Task<Result<Dialled>> dial(DialPlan plan, QList<DialWarning> accepted, std::stop_token stop);
    /// Before the other side answers; refused where the way cannot take a call back.
    [[nodiscard]] QCoro::Task<Result<>> cancel(qint64 record, std::stop_token stop);

    [[nodiscard]] std::optional<DialRecord> record(qint64 id) const;
    /// A link to this number was handed to the desktop a moment ago.
    [[nodiscard]] bool wasHandedOver(const DialTarget &target) const;

Q_SIGNALS:
    /// The first comes before the request leaves, so that the call has a record whatever happens next.
    void recordChanged(const callcard::DialRecord &record);

private:
    struct Entry;
    void change(Entry &entry, DialRecord::Stage stage, std::optional<Error> error = {});
    void follow(const std::shared_ptr<Entry> &entry);
    QCoro::Task<Result<Dialled>> dialByAgent(std::shared_ptr<Entry> entry, std::stop_token stop);
    void settleRefused(Entry &entry, const Error &error);
    void settle(Entry &entry, DialRecord::Stage stage, std::optional<Error> error = {});
    void leave();
    [[nodiscard]] std::shared_ptr<Entry> recentlyDialled(const QString &key) const;
    void forgetOld();

    LinkOpener &m_links;
    Clock &m_clock;
    DialRules m_rules;
    CallProvider *m_provider = nullptr;
    CallProvider *m_agents = nullptr;
    QHash<qint64, std::shared_ptr<Entry>> m_entries;
    qint64 m_lastId = 0;
    std::stop_source m_letGo; ///< Of the service that dials now.
    int m_asking = 0;         ///< Requests of ours that are under way there.
    Completion<> *m_idle = nullptr;
};

} // namespace callcard

Q_DECLARE_METATYPE(callcard::DialRecord)
