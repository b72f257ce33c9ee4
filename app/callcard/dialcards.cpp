#include "dialcards.h"

#include "carddesk.h"

#include <engine/engine.h>

#include <callcard/ui/dialtexts.h>
#include <callcard/ui/errortexts.h>
#include <callcard/ui/terms.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

ui::LegState legOf(LegProgress leg)
{
    return leg == LegProgress::Answered ? ui::LegState::Up : leg == LegProgress::Ringing ? ui::LegState::Ringing : ui::LegState::Waiting;
}

/// How the other side ends a call its own events tell; that it was never called only we know.
bool isUntold(const DialProgress &progress)
{
    const LegProgress mine = progress.mine;
    return mine == LegProgress::Busy || mine == LegProgress::NoAnswer || mine == LegProgress::Rejected || mine == LegProgress::Failed ||
           progress.theirs == LegProgress::Failed;
}

} // namespace

DialCards::DialCards(Engine &engine, DialService &dial, CardDesk &cards, QObject *parent)
    : QObject(parent), m_engine(engine), m_dial(dial), m_cards(cards)
{
    connect(&dial.book(), &DialBook::changed, this, &DialCards::onChanged);
    connect(&dial.book(), &DialBook::joined, this, [this](const CallId &, const CallId &into) {
        const std::optional<qint64> record = m_dial.book().recordOf(into);
        if (const auto known = record ? m_dial.dialing().record(*record) : std::nullopt)
            onChanged(into, *known);
    });
    connect(&cards, &CardDesk::cancelRequested, this, &DialCards::onCancel);
}

void DialCards::onChanged(const CallId &call, const DialRecord &record)
{
    const QString typeAfter = ui::typedAfterText(record.plan);
    const bool underWay = record.stage == DialRecord::Stage::Asked || record.stage == DialRecord::Stage::Placed;
    if (record.plan.route == DialRoute::Provider && underWay) {
        m_cards.setPlacing(
            call, CardDesk::Placing{.legs = ui::CallLegs{.mine = legOf(record.progress.mine), .theirs = legOf(record.progress.theirs)},
                                    .cancellable = record.stage == DialRecord::Stage::Placed,
                                    .typeAfter = typeAfter});
        return;
    }
    // They talk: now it is to be typed.
    if (typeAfter.isEmpty())
        m_cards.setPlacing(call, std::nullopt);
    else
        m_cards.setPlacing(call, CardDesk::Placing{.typeAfter = typeAfter});
    if (record.stage == DialRecord::Stage::Over && isUntold(record.progress))
        tellOutcome(record);
}

void DialCards::tellOutcome(const DialRecord &record)
{
    const QString name = m_dial.whoIs(record.plan.target, record.plan.callee.customer).name;
    const ui::DialNotice notice = ui::dialOutcomeText(record.progress, name.isEmpty() ? record.plan.willDial : name,
                                                      ui::serviceName(m_dial.serviceOf(record.plan.route)));
    m_cards.tell(notice.strong, notice.rest);
}

void DialCards::onCancel(const CallId &call)
{
    const std::optional<qint64> record = m_dial.book().recordOf(call);
    const std::optional<DialRecord> known = record ? m_dial.dialing().record(*record) : std::nullopt;
    if (known && known->stage == DialRecord::Stage::Placed)
        m_scope.start(cancel(*record));
    else
        m_cards.hangUp(call);
}

QCoro::Task<> DialCards::cancel(qint64 record)
{
    const Result<> cancelled = co_await m_dial.dialing().cancel(record, m_scope.stopToken());
    const std::optional<DialRecord> known = m_dial.dialing().record(record);
    if (cancelled || !known || cancelled.error().kind == ErrorKind::Cancelled)
        co_return;
    const ui::ErrorText text =
        ui::errorText(cancelled.error(), ui::serviceName(m_dial.serviceOf(known->plan.route)), m_engine.clock().now());
    m_cards.tell(ui::notCancelledText(), text.sentences());
}

} // namespace callcard
