#pragma once

#include "platform/desktoplinks.h"

#include <callcard/customer.h>
#include <callcard/ui/callbox.h>

namespace callcard {

class Engine;

/// Between whoever wants a call placed (a card, a record, a link, the hotkey) and the one place that places it. Without a second
/// thought needed it dials at once; otherwise, and for whatever a person has still to choose, it opens the call box.
class CallBoxDesk final : public QObject
{
    Q_OBJECT

public:
    /// Outlives us.
    explicit CallBoxDesk(Engine &engine, QObject *parent = nullptr);

    /// A link, the selected text, or nothing: shown, never dialled unseen.
    void open(const QString &text);
    /// What is marked or was copied, if there is a number in it; other text is nobody's business.
    void openWithSelection(const QString &text);
    /// A click on a call button: it names the number and the person already.
    void call(const DialTarget &target, const CustomerId &customer);
    void callNumber(const callcard::PhoneNumber &number) { call(DialTarget{.number = number}, {}); }

    /// Callcard opens tel: links itself: dialling through the desktop would come straight back here.
    void setLinksAreOurs(bool ours) { m_linksAreOurs = ours; }

    [[nodiscard]] QCoro::Task<> stop() { return m_scope.close(); }

Q_SIGNALS:
    void recordRequested(const callcard::CustomerId &customer);

private:
    void refreshRules();
    void offer(const QString &query);
    [[nodiscard]] QList<ui::CallBoxRow> rowsForTarget(const DialTarget &target) const;
    [[nodiscard]] QList<ui::CallBoxRow> rowsForName(const QString &query) const;
    [[nodiscard]] ui::CallBoxRow rowOf(const Customer &customer, const DialTarget &target, const QString &detail) const;
    QCoro::Task<> dial(DialPlan plan, QList<DialWarning> accepted, QString name);

    Engine &m_engine;
    DesktopLinks m_links;
    Dialing m_dialing;
    ui::CallBox m_box;
    bool m_linksAreOurs = false;
    TaskScope m_scope;
};

} // namespace callcard
