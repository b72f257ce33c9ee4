#pragma once

#include <callcard/call.h>
#include <callcard/dialing.h>
#include <callcard/task.h>

#include <QList>
#include <QObject>

namespace callcard {

class Engine;

/// Begins the id of a call that only the click tells of: no provider has named it yet, or none ever will.
inline constexpr QLatin1StringView kDialledId{"dial:"};
/// Begins the tag of a dialled call that names a warning which was accepted.
inline constexpr QLatin1StringView kOverrideTag{"override:"};

/// Each dialled call as a call like any other from the click on: in the log whatever becomes of it, and as a card while a service rings
/// the phones. When the call itself shows among the events the two become one.
class DialBook final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive us.
    DialBook(Engine &engine, Dialing &dialing, QObject *parent = nullptr);
    ~DialBook() override;

    /// By which name cards and log know it now.
    [[nodiscard]] CallId callOf(qint64 record) const;
    [[nodiscard]] std::optional<qint64> recordOf(const CallId &call) const;
    /// What only the click tells of it; nothing once the call itself shows.
    [[nodiscard]] std::optional<Call> clicked(qint64 record) const;
    [[nodiscard]] QCoro::Task<> stop() { return m_scope.close(); }

Q_SIGNALS:
    /// How far it is, or how it ended. `call` names it now.
    void changed(const callcard::CallId &call, const callcard::DialRecord &record);
    /// The call shows: what was known as `from` goes on as `into`, its card too.
    void joined(const callcard::CallId &from, const callcard::CallId &into);

private:
    struct Page {
        qint64 record{};
        Call call{};     ///< As the click tells of it.
        CallId joined{}; ///< As the events do.
        QDateTime at{};
        DialRoute route{};
        bool over{};
    };
    void onRecord(const DialRecord &record);
    void onCall(const Call &call);
    Page &begin(const DialRecord &record);
    void end(Page &page, EndReason reason, const QString &word = {});
    void tell(const Page &page);
    void endLeftovers();
    QCoro::Task<> endUnlessJoined(qint64 record);
    [[nodiscard]] Page *page(qint64 record);

    Engine &m_engine;
    Dialing &m_dialing;
    QList<Page> m_pages; ///< The newest last.
    TaskScope m_scope;
};

} // namespace callcard
