#include "panelvalues.h"

#include <callcard/goalprogress.h>
#include <callcard/phone.h>
#include <callcard/ui/calltexts.h>

#include <QHash>
#include <QSet>

#include <cmath>

namespace callcard {

std::optional<ui::Agreement> agreementOf(const QList<ReconciledFigure> &figures, const QDateTime &at)
{
    const ReconciledFigure *newest = nullptr;
    for (const ReconciledFigure &figure : figures) {
        if (figure.type == kCallsType && figure.provider && (newest == nullptr || figure.day > newest->day))
            newest = &figure;
    }
    if (newest == nullptr)
        return std::nullopt;
    return ui::Agreement{.source = newest->source,
                         .ours = static_cast<int>(std::lround(newest->ours)),
                         .provider = static_cast<int>(std::lround(*newest->provider)),
                         .differences = std::abs(newest->ours - *newest->provider) < 0.5 ? 0 : 1,
                         .at = at};
}

QList<ui::PanelCustomer> panelCustomers(const QList<PersonEntry> &people, const QList<Message> &texts, const Directory *directory,
                                        const QString &homeRegion)
{
    QHash<QString, int> textsOf;
    for (const Message &text : texts) {
        if (text.remote.number)
            ++textsOf[text.remote.number->e164()];
    }
    QList<ui::PanelCustomer> customers;
    for (const PersonEntry &person : people) {
        const LogEntry &entry = person.newest;
        const CallParty &party = entry.call.remote;
        const QString form = party.number ? readableForm(*party.number, homeRegion) : party.rawNumber;
        ui::PanelCustomer one{
            .customer = entry.customer, .name = ui::callerName(entry.customer.name, entry.call, form), .calls = person.calls};
        QSet<QString> numbers;
        if (party.number)
            numbers.insert(party.number->e164());
        if (directory != nullptr && !entry.customer.id.isEmpty()) {
            const Result<std::optional<Customer>> known = directory->customer(entry.customer.id);
            if (known && *known) {
                one.lastOrder = (*known)->lastOrder;
                one.salesCents = (*known)->salesThisYearCents;
                for (const CustomerNumber &number : (*known)->numbers) {
                    if (number.number)
                        numbers.insert(number.number->e164());
                }
            }
        }
        for (const QString &number : std::as_const(numbers))
            one.texts += textsOf.value(number);
        customers.append(one);
    }
    return customers;
}

} // namespace callcard
