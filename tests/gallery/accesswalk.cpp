#include "accesswalk.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace callcard::gallery {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A part of a control speaks through the control: the field of a spin box, the list of a combo box, a scroll bar's container.
bool isPart(const QWidget *widget)
{
    for (const QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (qobject_cast<const QAbstractSpinBox *>(parent) || qobject_cast<const QComboBox *>(parent))
            return true;
        if (qobject_cast<const QLineEdit *>(parent)) // its magnifier and its cross
            return true;
    }
    return widget->inherits("QKeySequenceEdit") || (widget->parentWidget() && widget->parentWidget()->inherits("QKeySequenceEdit"));
}

bool isControl(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget) ||
           qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget) ||
           qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QAbstractItemView *>(widget);
}

} // namespace

QStringList namelessControls(const QString &state, const Entry &entry)
{
    const std::unique_ptr<QWidget> window(entry.make());
    if (!window->testAttribute(Qt::WA_Resized))
        window->resize(window->sizeHint());
    window->show();
    QCoreApplication::processEvents();
    QList<QWidget *> widgets = window->findChildren<QWidget *>();
    widgets.prepend(window.get());
    QStringList faults;
    for (QWidget *widget : widgets) {
        if (!widget->isVisibleTo(window.get()) || !isControl(widget) || isPart(widget))
            continue;
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        const QString name = spoken ? spoken->text(QAccessible::Name) : QString();
        const bool roleless = !spoken || spoken->role() == QAccessible::NoRole;
        if (name.trimmed().isEmpty() || roleless)
            faults.append(u"%1: %2 %3 has no %4"_s.arg(state, QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
                                                       roleless ? u"role"_s : u"name"_s));
    }
    return faults;
}

} // namespace callcard::gallery
