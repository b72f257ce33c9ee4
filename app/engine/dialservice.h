#pragma once

#include "dialbook.h"

#include <callcard/customer.h>
#include <callcard/dialing.h>
#include <callcard/task.h>

#include <QObject>

namespace callcard {

class Engine;

/// Places calls for whoever asks: the box, a card, a link, callcard-cli. Keeps the rules in step with settings, connections and the
/// desktop, and lets go of a service before it goes.
class DialService final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive us.
    DialService(Engine &engine, LinkOpener &links, QObject *parent = nullptr);
    ~DialService() override;

    [[nodiscard]] Dialing &dialing() { return m_dialing; }
    [[nodiscard]] const Dialing &dialing() const { return m_dialing; }
    [[nodiscard]] DialBook &book() { return m_book; }

    /// Whether Callcard is the desktop's handler of tel: links, once the desktop has said so.
    void setLinksAreOurs(bool ours);
    /// A link reached us. Until the desktop says otherwise they are ours; one that we had just handed out proves it.
    void onLink(QStringView link);
    void refresh();

    /// Who will be called. A number of several is dangerous to call when it is to any of them.
    struct Who {
        Callee callee{};
        QString name{};
    };
    [[nodiscard]] Who whoIs(const DialTarget &target, const CustomerId &customer) const;
    /// By the chosen way, or by that one.
    [[nodiscard]] DialPlan plan(const DialTarget &target, const CustomerId &customer, std::optional<DialRoute> through = {}) const;
    /// The number as that customer has it, with its extension.
    [[nodiscard]] DialTarget targetOf(const PhoneNumber &number, const CustomerId &customer) const;
    /// Through what calls can be placed here and now.
    [[nodiscard]] QList<DialRoute> ways() const;
    /// My numbers that the other side may be shown.
    [[nodiscard]] QList<OwnLine> ownLines() const;
    /// What else could place it, where the chosen way cannot. Never taken unasked.
    [[nodiscard]] QList<DialPlan> otherWays(const DialPlan &plan) const;
    /// "ringcentral": who was asked to place calls that way; empty: a program of this computer.
    [[nodiscard]] QString serviceOf(DialRoute route) const;

    [[nodiscard]] QCoro::Task<> stop();

Q_SIGNALS:
    void rulesChanged();

private:
    [[nodiscard]] DialRules rulesNow() const;
    [[nodiscard]] DialRoute chosenRoute() const;
    [[nodiscard]] QCoro::Task<> letGo();

    Engine &m_engine;
    Dialing m_dialing;
    DialBook m_book;
    std::optional<bool> m_linksAreOurs;
    bool m_linkCame = false;
    QString m_service;      ///< That dials, or did last.
    QString m_agentService; ///< Likewise, by an agent.
};

} // namespace callcard
