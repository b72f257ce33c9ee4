#include "callcard_p.h"

#include <QAccessibleWidget>

namespace callcard::ui {

namespace {
QAccessibleInterface *alertOf(const QString &, QObject *object)
{
    if (auto *card = qobject_cast<CallCard *>(object))
        return new QAccessibleWidget(card, QAccessible::AlertMessage);
    return nullptr;
}
} // namespace

void installAlertRole()
{
    static const bool installed = [] {
        QAccessible::installFactory(alertOf);
        return true;
    }();
    Q_UNUSED(installed)
}

void CallCard::Private::announce()
{
    // Heard without the focus moving. The timer has no such event: nobody wants each second read out.
    QAccessibleEvent alert(&q, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace callcard::ui
