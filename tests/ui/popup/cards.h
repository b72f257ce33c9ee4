#pragma once

#include <callcard/screenpop.h>

/// Invented calls for the tests of cards.
namespace callcard::testing {

inline const QDateTime kStart(QDate(2026, 11, 20), QTime(19, 15), Qt::UTC);

inline Customer customer(const QString &id, const QString &name, const QString &company = {})
{
    Customer customer;
    customer.id = CustomerId(id);
    customer.name = name;
    customer.company = company;
    return customer;
}

inline Card ringingCard(const QString &id = QStringLiteral("demo:1"))
{
    Card card;
    card.call.id = CallId(id);
    card.call.startedAt = kStart;
    card.call.remote.number = PhoneNumber::fromE164(u"+14165550142");
    card.call.lineName = QStringLiteral("Sales Toronto");
    card.who.facts = {{.customer = customer(QStringLiteral("c-1"), QStringLiteral("Sarah Lindqvist"), QStringLiteral("Northlight"))}};
    return card;
}

inline Card severalCard()
{
    Card card = ringingCard();
    card.who.facts = {{.customer = customer(QStringLiteral("c-1"), QStringLiteral("Tom Haldane"))},
                      {.customer = customer(QStringLiteral("c-2"), QStringLiteral("Greta Alvén"))},
                      {.customer = customer(QStringLiteral("c-3"), QStringLiteral("Owen Pruett"))}};
    return card;
}

inline Card inState(Card card, CallState state, EndReason reason = EndReason::None)
{
    card.call.state = state;
    card.call.reason = reason;
    if (state != CallState::Ringing)
        card.call.answeredAt = kStart.addSecs(9);
    if (state == CallState::Ended)
        card.call.endedAt = kStart.addSecs(60);
    return card;
}

} // namespace callcard::testing
