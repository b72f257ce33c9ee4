#include "cardframes.h"

namespace callcard {

using namespace std::chrono_literals;

namespace {
constexpr auto kFrame = 16ms;
constexpr int kAtOnce = 6; // changes of one frame that are not yet a storm
} // namespace

CardFrames::CardFrames(ui::Popup &popup, QObject *parent) : QObject(parent), m_popup(popup)
{
    m_next.setSingleShot(true);
    m_next.setTimerType(Qt::PreciseTimer);
    m_next.setInterval(kFrame);
    connect(&m_next, &QTimer::timeout, this, &CardFrames::flush);
}

bool CardFrames::isCalm()
{
    if (!m_pending.isEmpty())
        return false; // the order of things must not change
    if (!m_frame.isValid() || std::chrono::milliseconds(m_frame.elapsed()) >= kFrame) {
        m_frame.start();
        m_inFrame = 0;
    }
    return ++m_inFrame <= kAtOnce;
}

void CardFrames::open(const Card &card)
{
    if (isCalm()) {
        m_popup.show(card);
        return;
    }
    collect(card.call.id);
    Pending &pending = m_pending[card.call.id];
    pending.fresh = true;
    pending.card = card;
}

void CardFrames::change(const Card &card)
{
    if (isCalm()) {
        m_popup.update(card);
        Q_EMIT
        changeShown(card);
        return;
    }
    collect(card.call.id);
    m_pending[card.call.id].card = card;
}

void CardFrames::close(const CallId &id)
{
    if (isCalm()) {
        m_popup.close(id);
        return;
    }
    collect(id);
    Pending &pending = m_pending[id];
    pending.closed = true;
    pending.fresh = false;
    pending.card.reset();
}

void CardFrames::rename(const CallId &from, const CallId &into)
{
    if (!m_pending.isEmpty())
        flush(); // what waits is known by the name of before
    m_popup.rename(from, into);
}

void CardFrames::collect(const CallId &id)
{
    if (!m_pending.contains(id))
        m_order.append(id);
    if (!m_next.isActive())
        m_next.start();
}

void CardFrames::flush()
{
    m_next.stop();
    ui::Popup::Changes changes;
    for (const CallId &id : std::as_const(m_order)) {
        const Pending &pending = m_pending[id];
        if (pending.closed)
            changes.closed.append(id);
        if (pending.card && (pending.fresh || pending.closed))
            changes.opened.append(*pending.card);
        else if (pending.card)
            changes.changed.append(*pending.card);
    }
    m_order.clear();
    m_pending.clear();
    m_frame.start();
    m_inFrame = 0;
    m_popup.apply(changes);
    for (const Card &card : std::as_const(changes.changed))
        Q_EMIT
    changeShown(card);
}

} // namespace callcard
