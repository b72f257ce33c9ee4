#include "transfertargets.h"

#include <engine/engine.h>

#include <callcard/dialtarget.h>
#include <callcard/ui/dialtexts.h>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMostTargets = 4;
constexpr qsizetype kLongestShortNumber = 6;
constexpr qsizetype kFewestTransferLetters = 2;

bool isShortNumber(const QString &text)
{
    return text.size() >= 2 && text.size() <= kLongestShortNumber &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

ui::TransferTarget colleague(const Colleague &one)
{
    return {.id = one.extension, .name = one.name, .number = ui::extensionText(one.extension)};
}

} // namespace

QList<ui::TransferTarget> transferTargets(Engine &engine, const QList<Colleague> &colleagues, const QString &text)
{
    QList<ui::TransferTarget> targets;
    const QString wanted = text.trimmed();
    if (wanted.size() < kFewestTransferLetters)
        return targets;
    const QString region = engine.preferences().value(settings::kUserRegion);
    if (isShortNumber(wanted)) {
        for (const Colleague &one : colleagues) {
            if (one.extension == wanted)
                return QList<ui::TransferTarget>{colleague(one)};
        }
        return QList<ui::TransferTarget>{ui::TransferTarget{.id = wanted, .number = ui::extensionText(wanted)}};
    }
    const auto typed = dialTargetFrom(wanted, region);
    // Behind a number the service dials nothing, so who has an extension there cannot be reached this way.
    if (typed && typed->number && typed->extension.isEmpty() && !typed->fromProse) {
        ui::TransferTarget target{.id = typed->number->e164(), .number = readableForm(*typed->number, region)};
        const WhoIs who = engine.customers().whoIs({.number = typed->number, .rawNumber = typed->number->e164()});
        if (who.facts.size() == 1) {
            target.name = who.facts.first().customer.name;
            target.company = who.facts.first().customer.company;
        }
        return QList<ui::TransferTarget>{target};
    }
    for (const Colleague &one : colleagues) {
        if (one.name.contains(wanted, Qt::CaseInsensitive) && targets.size() < kMostTargets)
            targets.append(colleague(one));
    }
    const Directory *const directory = engine.customers().directory();
    const Result<QList<Customer>> found = directory ? directory->search(wanted, 2 * kMostTargets) : QList<Customer>();
    if (!found)
        return targets;
    for (const Customer &customer : *found) {
        const auto usual = std::find_if(customer.numbers.begin(), customer.numbers.end(),
                                        [](const CustomerNumber &number) { return number.number && number.extension.isEmpty(); });
        if (usual != customer.numbers.end() && targets.size() < kMostTargets)
            targets.append({.id = usual->number->e164(),
                            .name = customer.name,
                            .company = customer.company,
                            .number = readableForm(*usual->number, region)});
    }
    return targets;
}

} // namespace callcard
