#include "panelvalues.h"

#include <callcard/goalprogress.h>
#include <callcard/phone.h>
#include <callcard/ui/calltexts.h>

#include <QHash>
#include <QSet>

#include <cmath>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

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
                one.twelveMonthsCents = (*known)->salesTwelveMonthsCents;
                one.thisYearCents = (*known)->salesThisYearCents;
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

QList<ui::PanelDay> documentDays(const QList<StoredFigure> &figures, const DayRange &range)
{
    constexpr double most = 1e7; // beyond it is no count
    struct Told {
        DailyMetrics figures{};
        QSet<QString> types{};
    };
    QMap<std::pair<QDate, QString>, Told> sources;
    for (const StoredFigure &figure : figures) {
        const bool isKnown = figure.source == "justcall"_L1 || figure.source == "ringcentral"_L1;
        if (!isKnown || !(figure.value >= 0 && figure.value <= most) || figure.day < range.from || figure.day > range.to)
            continue;
        Told &told = sources[std::pair(figure.day, figure.source)];
        told.types.insert(figure.type);
        DailyMetrics &day = told.figures;
        day.day = figure.day;
        day.source = figure.source;
        const int value = static_cast<int>(std::lround(figure.value));
        if (figure.type == kCallsType)
            day.calls = value;
        else if (figure.type == kTalkType)
            day.talkTime = std::chrono::minutes(value);
        else if (figure.type == kTextsType)
            day.textsSent = value;
    }
    QList<ui::PanelDay> days;
    for (QDate day = range.from; day <= range.to; day = day.addDays(1))
        days.append({.day = day, .reading = ui::Reading::None});
    for (const Told &told : std::as_const(sources)) {
        if (!told.types.contains(kCallsType.toString()))
            continue; // minutes without calls: half a day would be shown as one without any
        ui::PanelDay &day = days[range.from.daysTo(told.figures.day)];
        const bool isWhole = told.types.contains(kTalkType.toString()) && told.types.contains(kTextsType.toString());
        day.reading = isWhole && day.reading != ui::Reading::Partly ? ui::Reading::Whole : ui::Reading::Partly;
        day.sources.append(told.figures);
    }
    return days;
}

QDateTime newestDocument(const QList<StoredFigure> &figures)
{
    QDateTime newest;
    for (const StoredFigure &figure : figures) {
        if (figure.updatedAt.isValid() && (!newest.isValid() || figure.updatedAt > newest))
            newest = figure.updatedAt;
    }
    return newest;
}

ui::PanelChoice panelChoice(const ui::TeamChoice &choice)
{
    switch (choice.span) {
    case ui::TeamSpan::Today:
        return {};
    case ui::TeamSpan::Week:
        return {.span = ui::PanelSpan::Week, .range = {}};
    case ui::TeamSpan::Month:
        return {.span = ui::PanelSpan::Month, .range = {}};
    case ui::TeamSpan::Range:
        return {.span = ui::PanelSpan::Range, .range = choice.range};
    }
    Q_UNREACHABLE();
}

} // namespace callcard
