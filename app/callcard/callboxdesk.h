#pragma once

#include <engine/dialservice.h>

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
    /// Both outlive us.
    CallBoxDesk(Engine &engine, DialService &dial, QObject *parent = nullptr);

    /// A text, or nothing: shown, never dialled unseen.
    void open(const QString &text);
    void openLink(const QString &link);
    /// What is marked or was copied: the first with a number in it; other text is nobody's business.
    void openWithSelection(const QStringList &texts);
    /// Nothing with a number was marked, as far as could be seen, and nobody has typed yet.
    [[nodiscard]] bool awaitsSelection() const { return m_awaitsSelection && m_box.isVisible() && m_box.query().isEmpty(); }
    /// A click on a call button: it names the number and the person already.
    void call(const DialTarget &target, const CustomerId &customer);
    void callParty(const callcard::CallParty &party);
    void callCustomer(const callcard::PhoneNumber &number, const callcard::CustomerId &customer);

    [[nodiscard]] ui::CallBox &box() { return m_box; }
    [[nodiscard]] QCoro::Task<> stop() { return m_scope.close(); }

Q_SIGNALS:
    void recordRequested(const callcard::CustomerId &customer);

private:
    void show(const QString &text, const std::optional<DialTarget> &target, const CustomerId &customer = {});
    void offer(const QString &query);
    [[nodiscard]] QList<ui::CallBoxRow> rowsForTarget(const DialTarget &target) const;
    [[nodiscard]] QList<ui::CallBoxRow> rowsForName(const QString &query) const;
    [[nodiscard]] QList<ui::CallBoxRow> recentRows() const;
    [[nodiscard]] ui::CallBoxRow rowOf(const Customer &customer, const DialTarget &target, const QString &detail) const;
    void addWays(QList<ui::CallBoxRow> &rows) const;
    void takeWay(DialRoute route);
    void remember(const Result<> &kept);
    [[nodiscard]] QList<DialRoute> ways() const;
    [[nodiscard]] QList<ui::CallBoxLine> callers() const;
    [[nodiscard]] QString wordsOf(const OwnLine &line) const;
    [[nodiscard]] QString callerLine() const;
    QCoro::Task<> dial(DialPlan plan, QList<DialWarning> accepted, QString name);

    Engine &m_engine;
    DialService &m_dial;
    ui::CallBox m_box;
    // What the box was opened with: the field shows a text in one line, in which a number may read as something else.
    QString m_given;
    std::optional<DialTarget> m_givenTarget;
    CustomerId m_givenCustomer;
    bool m_awaitsSelection = false;
    std::optional<DialRoute> m_through; ///< For this one call.
    TaskScope m_scope;
};

} // namespace callcard
