#include "controls.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace callcard::gallery {

bool isControl(const QWidget *widget)
{
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
        // A fact that looks like a chip is a button only to the compiler.
        const QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(const_cast<QAbstractButton *>(button));
        return !heard || heard->role() != QAccessible::StaticText;
    }
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget) ||
           qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QPlainTextEdit *>(widget) ||
           qobject_cast<const QAbstractItemView *>(widget) || widget->inherits("callcard::ui::Chart");
}

bool isPart(const QWidget *widget)
{
    for (const QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (qobject_cast<const QAbstractSpinBox *>(parent) || qobject_cast<const QComboBox *>(parent) ||
            qobject_cast<const QLineEdit *>(parent) || parent->inherits("QKeySequenceEdit"))
            return true;
        if (qobject_cast<const QAbstractItemView *>(parent)) // its headers, its corner, editors
            return true;
    }
    return widget->inherits("QKeySequenceEdit");
}

} // namespace callcard::gallery
